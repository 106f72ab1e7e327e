"""Formats that hold articles: a module each takes their texts out."""
