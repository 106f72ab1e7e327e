"""A folder → the model, with problems that name file, line and column."""
