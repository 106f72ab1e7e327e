"""The parts of a text view: plain objects that need no screen."""
