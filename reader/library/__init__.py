"""What is open: one collection over sources and one index."""
