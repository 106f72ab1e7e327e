"""What a text view is made of: plain objects that need no screen."""
