"""A saved web page becomes an article: its tree, what the page says of itself, its body."""
