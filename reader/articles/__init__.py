"""Bytes become an article: decoding, then recognition."""
