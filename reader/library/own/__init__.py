"""The reader's own articles: their files, their index, and how articles get into it."""
