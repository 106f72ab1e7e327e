"""Languages: a pack each, in a folder named by the language's code."""
