"""Format where a document is from, and whose its text is: publisher, date, sources, kind of text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reader.language.messages import N_, _
from reader.model import PUBLISHERS, Document, DocumentView, Source, Text, TextKind, in_dossier

TEXT_KINDS: dict[TextKind, str] = {
    "original": N_("the publisher’s text"),
    "version": N_("the publisher’s text"),
    "edition": N_("our paraphrase, paragraph by paragraph"),
    "translation": N_("translation of our paraphrase"),
    "rendering": N_("translation of the publisher’s text"),
}
"""What the text of a document is, as msgids for a line of facts."""

TEXT_LABELS: dict[TextKind, str] = {
    "original": N_("Original"),
    "version": N_("Original"),
    "edition": N_("Paraphrase"),
    "translation": N_("Paraphrase, translated"),
    "rendering": N_("Translation"),
}
"""The same in a word or two, as msgids: for a title, a column, a citation."""

BESIDE_ORIGINAL = N_("Translation of our paraphrase (not of this text)")
"""The label, a msgid, of such a translation that stands beside an original."""


def text_label(kind: TextKind, beside: TextKind | None = None) -> str:
    """Return the label of a text, a msgid; ``beside`` is the kind of another text next to it."""
    if kind == "translation" and beside in PUBLISHERS:
        return BESIDE_ORIGINAL
    return TEXT_LABELS[kind]


NOT_TRANSLATED = N_("Paraphrase, not translated")
TRANSLATED_IN_PART = N_("Paraphrase, translated in part")
"""The labels, msgids, of translations of which all paragraphs or some are missing."""

_RENDERED = {NOT_TRANSLATED: N_("Not translated"), TRANSLATED_IN_PART: N_("Translated in part")}
"""The same of a translation of the publisher’s text."""


def label_of(text: Text, beside: TextKind | None = None) -> str:
    """Return the label of a text as :func:`text_label` does, and whether it is a translation yet."""
    if text.kind not in ("translation", "rendering") or not text.untranslated:
        return text_label(text.kind, beside)
    missing = all(paragraph.id in text.untranslated for paragraph in text.paragraphs)
    label = NOT_TRANSLATED if missing else TRANSLATED_IN_PART
    return _RENDERED[label] if text.kind == "rendering" else label


def begins_with_title(view: DocumentView) -> bool:
    """Tell whether an article's title is only the beginning of its text, which has it anyway."""
    if in_dossier(view.document.id) or not view.paragraphs:
        return False
    title, first = view.document.title, " ".join(view.paragraphs[0].text[:1000].split())
    cut = title.removesuffix("…")
    return first == title or (cut != title and first.startswith(cut.rstrip()))


def own_headline(document: Document, kind: str) -> str | None:
    """Return the headline of who has written a text: ours over ours, the publisher's over his.

    ``None`` where the publisher's is not known.
    """
    if not in_dossier(document.id) or kind not in PUBLISHERS:
        return document.title
    return document.source.headline if kind == "original" else None


ARROW = " ← "
"""Stands between two links of a chain of sources."""


_INFERRED = N_("date not given; inferred: {date}")


def dated(
    source: Source, language: str, label: Callable[[str], str] = _, *, day: bool = False
) -> str:
    """Format the date of publication; empty where it is unknown, with a word where it is inferred.

    The words are the interface's, or ``label``'s, the date is in ``language``; ``day`` leaves the
    time out.
    """
    if source.published:
        return _date(source.published[:10] if day else source.published, language)
    if source.published_inferred:
        return label(_INFERRED).format(date=_date(source.published_inferred, language))
    return ""


def published(source: Source, language: str, *, day: bool = False) -> str:
    """Format the date of publication for a line of text, also where it is unknown."""
    return dated(source, language, day=day) or _("date not given")


def published_fact(source: Source, language: str, label: Callable[[str], str]) -> str:
    """Format the date for the row “Date” of facts, with the reason to infer it."""
    text = dated(source, language, label) or label(N_("not given"))
    inferred = source.published_inferred and not source.published
    return f"{text} ({source.published_note})" if inferred and source.published_note else text


def published_citation(source: Source, language: str, label: Callable[[str], str] = _) -> str:
    """Format the day for a citation; return an empty text where it is unknown."""
    return dated(source, language, label, day=True)


def after(
    source: Source, language: str, label: Callable[[str], str] = _, *, whole: bool = False
) -> str:
    """Format “after Report, 20 December 2025”; empty where neither is known.

    ``whole``: with the publisher's headline and the address, as far as they are known.
    """
    parts = [source.publisher, published_citation(source, language, label)]
    if whole and source.headline:
        parts.append(label(N_("“{title}”")).format(title=source.headline))
    if whole:
        parts.append(source.url)
    known = ", ".join(filter(None, parts))
    if not known:
        return ""
    text = label(N_("after {source}") if source.publisher else N_("after an article, {source}"))
    return text.format(source=known)


def publication_line(source: Source, language: str, *, day: bool = False) -> str:
    """Format “Report · 20 December 2025”."""
    publisher = source.publisher or _("publisher not named")
    return f"{publisher} · {published(source, language, day=day)}"


def byline(source: Source, kind: str, language: str, *, day: bool = False) -> str:
    """Format who published a text and when; a text of ours is “After Report, 20 December 2025”.

    ``kind`` is that of the text, or ``file`` for an article that is not a document.
    """
    if kind not in _OURS:
        return publication_line(source, language, day=day)
    date = published(source, language, day=day)
    if source.publisher:
        return _("After {publisher}, {date}").format(publisher=source.publisher, date=date)
    return _("After an article, publisher not named, {date}").format(date=date)


_OURS = TEXT_KINDS.keys() - PUBLISHERS


def known_line(source: Source, language: str) -> str:
    """Format publisher, whom it has it from, and day, as far as they are known."""
    publisher = chain(source, source.via) or source.publisher
    return " · ".join(filter(None, [publisher, published_citation(source, language)]))


def short_line(source: Source, kind: str, language: str) -> str:
    """Format publisher and day in a few words, for a list; of a text of ours, “After Report”.

    An inferred day is marked with ≈.
    """
    day = ""
    if source.published:
        day = _date(source.published[:10], language, short=True)
    elif source.published_inferred:
        day = "≈ " + _date(source.published_inferred, language, short=True)
    publisher = source.publisher
    if publisher and kind in _OURS:
        publisher = _("After {publisher}").format(publisher=publisher)
    return " · ".join(filter(None, [publisher, day]))


def chain(source: Source, names: Iterable[str]) -> str:
    """Format “Report ← US Embassy in Azerbaijan”; empty without an attribution.

    ``names`` are those of the attribution, nearest first.
    """
    others = list(names)
    return ARROW.join(filter(None, [source.publisher, *others])) if others else ""


def _date(iso: str, language: str, *, short: bool = False) -> str:
    from reader.language import dates

    return dates.date(iso, language, "medium" if short else "long")
