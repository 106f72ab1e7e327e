"""A folder → the model, with problems that name file, line and column."""

from reader.dossiers.checking import check
from reader.dossiers.glossary import load_glossary
from reader.dossiers.loader import builtin, load, load_cached
from reader.dossiers.reading import read_exactly, read_text
from reader.dossiers.recognition import fingerprint, open_article, with_original
from reader.dossiers.translation import translated

__all__ = [
    "builtin",
    "check",
    "fingerprint",
    "load",
    "load_cached",
    "load_glossary",
    "open_article",
    "read_exactly",
    "read_text",
    "translated",
    "with_original",
]
