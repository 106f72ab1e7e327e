"""A folder → the model, with problems that name file, line and column.

Each name is imported when it is first used: the first frame needs the cached dossier, and
neither the YAML reader nor the recogniser.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.dossiers.cache import load as load_cached
    from reader.dossiers.checking import check
    from reader.dossiers.glossary import load_glossary
    from reader.dossiers.loader import load
    from reader.dossiers.own import add as add_entry
    from reader.dossiers.own import objections
    from reader.dossiers.places import builtin
    from reader.dossiers.reading import read_beginning, read_exactly, read_text
    from reader.dossiers.recognition import beginning, fingerprint, open_article, with_original
    from reader.dossiers.translation import translated

__all__ = [
    "add_entry",
    "beginning",
    "builtin",
    "check",
    "fingerprint",
    "load",
    "load_cached",
    "load_glossary",
    "objections",
    "open_article",
    "read_beginning",
    "read_exactly",
    "read_text",
    "translated",
    "with_original",
]

_HOMES = {
    "add_entry": ("own", "add"),
    "beginning": ("recognition", "beginning"),
    "builtin": ("places", "builtin"),
    "check": ("checking", "check"),
    "fingerprint": ("recognition", "fingerprint"),
    "load": ("loader", "load"),
    "load_cached": ("cache", "load"),
    "load_glossary": ("glossary", "load_glossary"),
    "objections": ("own", "objections"),
    "open_article": ("recognition", "open_article"),
    "read_beginning": ("reading", "read_beginning"),
    "read_exactly": ("reading", "read_exactly"),
    "read_text": ("reading", "read_text"),
    "translated": ("translation", "translated"),
    "with_original": ("recognition", "with_original"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = getattr(import_module(f"{__name__}.{module}"), attribute)
    globals()[name] = value
    return value
