"""The workings of the text view: wrapping, cumulative rows, painting, selection."""
