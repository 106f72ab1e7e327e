"""Glossaries of other programs, read as entries."""
