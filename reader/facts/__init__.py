"""Facts: the times, numbers, names and quotations of a text, who says each sentence, how firmly.

Found by rule; the words and rules of a language are in its pack, ``terms/languages/<code>/facts``.
"""
