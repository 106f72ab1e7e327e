"""Compare the words of names by how they begin and end."""

from __future__ import annotations


def is_form(word: str, name: str, tails: str) -> bool:
    """Tell whether ``word`` may be a form of ``name``, which loses one of ``tails``."""
    stem = name[:-1] if name[-1] in tails else name
    return word.startswith(stem) and len(word) <= len(stem) + 3


def has_patronymic(word: str, parts: tuple[str, ...]) -> bool:
    """Tell whether ``word``, in normal form, ends with a part that makes it a patronymic.

    Or begins with one that a ``^`` stands before: Ильич.
    """
    return any(
        word.startswith(part[1:]) if part[0] == "^" else part in word[3:] and part in word[-7:]
        for part in parts
    )
