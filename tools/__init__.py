"""What makes parts of this repository from the program itself."""
