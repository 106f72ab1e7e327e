"""What is kept of the reader’s doing."""
