"""Languages: catalogs, the locale, dates and numbers, words, safe text."""
