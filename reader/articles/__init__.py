"""Bytes become an article: decoding, then paragraphs, then recognition."""
