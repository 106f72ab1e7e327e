"""Input of every kind, made at random from a seed."""
