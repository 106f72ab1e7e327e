"""Guards: what keeps a form of a term from being a mention of it."""
