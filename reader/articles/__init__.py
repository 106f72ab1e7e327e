"""Bytes become an article: decoding, recognition."""
