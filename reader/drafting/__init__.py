"""Drafts of summaries by rule: what an article says, in its own words, each with its paragraph."""
