"""How long wrapping takes for the screen and for text: the prose of the built-in dossier.

``python -m bench.wrapping ../other`` sets another checkout beside this one. They wrap by turns, so that
whatever else the machine does falls on both, and the fastest rounds are compared.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from reader.dossiers.translation import translated
from reader.language.locales import language_name

ROUNDS = 15
WIDTHS = (20, 40, 60, 80, 100)
LANGUAGES = ("ru", "en")
KINDS = ("screen", "text")
"""Wrapped by the text view, and by the commands that print."""

WORKER = """
import json, sys, time
from reader.language.cells import wrap as text
from reader.tui.widgets.text.wrap import wrap as screen

texts = json.loads(sys.stdin.readline())
for line in sys.stdin:
    kind, language, width = json.loads(line)
    wrap = {"text": text, "screen": screen}[kind]
    begun = time.perf_counter()
    for one in texts[language]:
        wrap(one, width)
    print(time.perf_counter() - begun, flush=True)
"""


class Checkout:
    """A process that wraps with the code of one checkout."""

    def __init__(self, folder: Path, texts: dict[str, list[str]]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.say(texts)

    def say(self, what: object) -> None:
        assert self.process.stdin
        print(json.dumps(what), file=self.process.stdin, flush=True)

    def seconds(self, *what: object) -> float:
        """Return how long it takes to wrap all texts of a language."""
        self.say(what)
        assert self.process.stdout
        return float(self.process.stdout.readline())

    def close(self) -> None:
        self.process.communicate()


def prose(language: str) -> list[str]:
    """Return the paragraphs, claims and definitions of the built-in dossier."""
    dossier = translated(load(builtin()), language)
    found = [entry.definition for entry in dossier.entries]
    for document in dossier.documents:
        text = next((t for t in document.texts if t.language == language), document.texts[0])
        found += [paragraph.text for paragraph in text.paragraphs]
        if document.summary:
            found += [claim.text for claim in document.summary.claims]
    return [text for text in found if text]


def main(others: list[str]) -> None:
    texts = {language: prose(language) for language in LANGUAGES}
    folders = [Path(__file__).parents[1], *map(Path, others[:1])]
    checkouts = [Checkout(folder, texts) for folder in folders]
    for kind in KINDS:
        for language in LANGUAGES:
            characters = sum(map(len, texts[language]))
            for width in WIDTHS:
                rounds = [
                    [checkout.seconds(kind, language, width) for checkout in checkouts]
                    for _ in range(ROUNDS)
                ]
                ours, *other = map(min, zip(*rounds, strict=True))
                line = f"{kind:6}  {language_name(language, 'en'):7}  {width:3} cells"
                line += f"  {ours / characters * 1e9:5.1f} ns a character"
                print(line + "".join(f"  {ours / time:.2f} x the other's" for time in other))
    for checkout in checkouts:
        checkout.close()


if __name__ == "__main__":
    main(sys.argv[1:])
