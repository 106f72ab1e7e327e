"""The screens of the app, one a file, each with its stylesheet; all but the main one are imported when first shown."""
