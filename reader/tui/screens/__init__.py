"""The screens of the app, one a file, each with its stylesheet.

All but the main one are imported when they are first shown.
"""
