"""A document ready to be shown or printed, in one language or in two."""
