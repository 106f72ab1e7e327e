"""The text of one article, taken out of whatever held it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from reader.articles.paragraphs import Laid, Part
from reader.model import Problem, Source

Format = Literal["text", "markdown", "html", "docx", "epub", "pdf", "mail"]


class Taken(NamedTuple):
    """A text with what was found out about it: not sanitized yet, so never show it as it is.

    ``laid`` has its paragraphs, whose places are in ``text``.
    """

    text: str
    laid: Laid
    format: Format = "text"
    encoding: str | None = "utf-8"
    """Its name on the web; ``None`` where a format has no say in it, or several."""
    problems: tuple[Problem, ...] = ()
    """What is to be said about it; the text can be read all the same."""


def of_paragraphs(
    paragraphs: Iterable[str | tuple[str, int]],
    title: str | None = None,
    source: Source | None = None,
    language: str = "",
) -> tuple[str, Laid]:
    """Return paragraphs as one text with blank lines between, and laid out.

    A pair is a heading and its level, from 1.
    """
    parts: list[Part] = []
    texts: list[str] = []
    at = 0
    for each in paragraphs:
        raw, level = each if isinstance(each, tuple) else (each, 0)
        text = " ".join(raw.split())
        if not text:
            continue
        parts.append(Part(text, ((0, at),), level))
        texts.append(text)
        at += len(text) + 2
    laid = Laid(
        tuple(parts), title or None, source or Source(), own_title=bool(title), language=language
    )
    return "\n\n".join(texts), laid


def joined(several: list[Taken], title: str | None) -> Taken:
    """Return several articles of one file as one text, each under its title as a heading."""
    if len(several) == 1:
        return several[0]
    paragraphs: list[str | tuple[str, int]] = []
    for each in several:
        if each.laid.title and each.laid.own_title:
            paragraphs.append((each.laid.title, 1))
        paragraphs += [(p.text, p.level) for p in each.laid.parts]
    first = several[0]
    source = (
        first.laid.source._replace(author=None) if first.format == "mail" else first.laid.source
    )
    text, laid = of_paragraphs(paragraphs, title, source, first.laid.language)
    problems = tuple(dict.fromkeys(p for each in several for p in each.problems))
    encodings = {each.encoding for each in several}
    return Taken(
        text, laid, first.format, encodings.pop() if len(encodings) == 1 else None, problems
    )
