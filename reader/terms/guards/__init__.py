"""Guards: conditions under which a form of a term is not a mention of it."""
