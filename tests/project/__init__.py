"""The project as people expect to find it: what is built, installed, and set up."""
