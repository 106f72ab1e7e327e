"""A digest of what makes forms, and of the words that a compiled glossary holds.

``python -m tests.terms.rules_digest`` records it beside the version of the rules.
"""

from __future__ import annotations

import io
import tokenize
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import reader
from reader.terms.cache import RULES_VERSION

RECORD = Path(__file__).with_name("rules_digest.txt")
_HOUSE = Path(reader.__file__).parent
_MODULES = (
    "language/alphabets.py",
    "language/characters.py",
    "language/words.py",
    "terms/tokens.py",
    "terms/names_of_people.py",
    "terms/patterns.py",
    "terms/trie.py",
    "terms/compiled.py",
    "terms/guards/flags.py",
    "terms/guards/collection.py",
    "terms/guards/name_forms.py",
)


def digest() -> str:
    """Digest the rules; comments, docstrings and layout don't count."""
    packs = _HOUSE / "terms" / "languages"
    # What a pack has for facts makes no form of a term.
    parts = (path for path in packs.rglob("*") if "facts" not in path.relative_to(packs).parts)
    rules = (path for path in parts if path.suffix in (".py", ".txt"))
    return digest_of([*(_HOUSE / name for name in _MODULES), *rules])


def digest_of(files: Iterable[Path]) -> str:
    """Digest files of rules and words."""
    whole = sha256()
    for path in sorted(files):
        text = path.read_text(encoding="utf-8")
        meant = code(text) if path.suffix == ".py" else words(text)
        whole.update(f"{path.relative_to(_HOUSE).as_posix()}\n{meant}\n".encode())
    return whole.hexdigest()


def code(source: str) -> str:
    """Reduce Python to what it does, alike in every version of Python."""
    kept = []
    starts = True
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT):
            continue
        if token.type == tokenize.NEWLINE:
            starts = True
            continue
        if not (starts and token.type == tokenize.STRING):
            kept.append(token.string)
        starts = False
    # Black adds trailing commas and takes them away.
    return "".join("".join(kept).split()).replace(",)", ")").replace(",]", "]").replace(",}", "}")


def words(text: str) -> str:
    """Reduce a word file to its words and groups."""
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return "\n".join(" ".join(line) for line in lines if line)


def main() -> None:
    recorded, was = RECORD.read_text(encoding="utf-8").split()
    now = digest()
    if now != was and int(recorded) == RULES_VERSION:
        raise SystemExit("The rules have changed: raise RULES_VERSION in reader/terms/cache.py.")
    RECORD.write_text(f"{RULES_VERSION} {now}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
