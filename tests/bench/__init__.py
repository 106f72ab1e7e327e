"""Tests of the measures' own makings."""
