"""What the rules of times mean: a specification of a time from the items that a rule matched.

The rules of a language name these meanings; a meaning that gets what makes no sense gives ``None``,
and the next rule that fits is tried.
"""
