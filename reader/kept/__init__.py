"""What the program keeps of the reader's doing: lines in files, each a value of its own."""
