"""What the program knows about languages: catalogs, locale, dates and numbers, words."""
