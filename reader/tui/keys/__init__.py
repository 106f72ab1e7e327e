"""Commands, their keys, and names of keys."""
