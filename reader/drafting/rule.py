"""A draft of a summary by rule: lead, claims, people, events, documents, terms; all quotation.

Nothing in it is written by the program: gist, claims and events are sentences of the article,
offices are words that stand by a name, and each cites its paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.drafting import cover, events, people
from reader.drafting.material import Sentence, gathered, knows
from reader.drafting.topics import Topics
from reader.language.messages import N_
from reader.model import (
    Claim,
    ClaimStatus,
    Draft,
    EntryKind,
    Mention,
    Paragraph,
    Summary,
)

LONGEST = 400_000
"""Characters of an article that a draft is made of."""
SHARE, SHORTEST, LENGTH = 0.75, 700, 4200
"""How long the claims of a draft are: a share of the article, but never less than the second number
of characters, nor more than the third."""
MOST_TERMS = 20

_SHORT_LEAD = 110
"""Characters of a first sentence that the second one is added to, for a gist."""
_LONG_LEAD = 420
_FEWEST_WHOLE = 2
_WHOLE = 0.3
"""The share of sentences that are whole, at least, in prose."""

TOO_LONG = N_("This text is too long for a draft. Divide it into articles.")
NOTHING = N_("This article has no text.")
NO_PROSE = N_(
    "This text has hardly a whole sentence, as a list, a table or verse has not. There is nothing"
    " in it that could be quoted as a claim."
)


class Drafted(NamedTuple):
    """A draft, or why there is none: a msgid."""

    summary: Summary | None
    reason: str = ""


def draft(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    language: str,
    *,
    title: str = "",
    published: str | None = None,
    publisher: str | None = None,
    kinds: Mapping[str, EntryKind] | None = None,
    topics: Topics | None = None,
    length: int | None = None,
) -> Drafted:
    """Draft the summary of an article by rule.

    ``mentions`` are those of glossary entries in each paragraph, ``kinds`` the kinds of entries.
    ``published`` is the day it appeared, ISO 8601. ``length``: characters of all claims together.
    """
    kinds = kinds or {}
    size = sum(len(p.text) for p in paragraphs)
    if not size:
        return Drafted(None, NOTHING)
    if size > LONGEST:
        return Drafted(None, TOO_LONG)
    sentences = [
        s for s in gathered(paragraphs, mentions, language, published) if s.text != title.strip()
    ]
    whole = [sentence for sentence in sentences if sentence.is_whole]
    if len(whole) < min(_FEWEST_WHOLE, len(sentences)) or len(whole) < _WHOLE * len(sentences):
        return Drafted(None, NO_PROSE)
    if not whole:
        return Drafted(None, NO_PROSE)
    if length is None:
        length = min(max(int(SHARE * size), SHORTEST), LENGTH)
    lead = _lead(sentences, whole)
    claims = cover.chosen(whole, lead[:1], length)
    texts = {p.id: p.text for p in paragraphs}
    cited = {sentence.paragraph for sentence in claims}
    counts = Counter(m.entry for each in mentions for m in each)
    named = list(dict.fromkeys(m.entry for each in mentions for m in each))
    summary = Summary(
        " ".join(sentence.text for sentence in lead),
        tuple(_claim(s, n, topics or Topics(), kinds) for n, s in enumerate(claims, 1)),
        people.participants(sentences, texts, kinds, language, publisher),
        events.events(sentences, texts, published) if knows(language) else (),
        tuple(entry for entry in named if kinds.get(entry) == "document"),
        Draft(
            "rule",
            tuple(p.id for p in paragraphs if p.id not in cited and p.text.strip() != title),
            tuple(sorted(counts.items(), key=lambda item: (-item[1], named.index(item[0]))))[
                :MOST_TERMS
            ],
        ),
    )
    return Drafted(summary)


def _lead(sentences: Sequence[Sentence], whole: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences that the article begins with; two where the first is short."""
    first = next((s for s in whole if not s.leans), whole[0])
    found = [first]
    following = next((s for s in sentences if s.number == first.number + 1), None)
    if (
        len(first.text) < _SHORT_LEAD
        and following is not None
        and following.is_whole
        and len(first.text) + len(following.text) <= _LONG_LEAD
    ):
        found.append(following)
    return found


def _claim(
    sentence: Sentence, number: int, topics: Topics, kinds: Mapping[str, EntryKind]
) -> Claim:
    asserted = sentence.asserted
    # What is stated flatly may have happened, or just hold: rules don't tell.
    status: ClaimStatus | None = None
    if asserted is not None and asserted.status != "done":
        status = asserted.status
    return Claim(
        f"c{number}",
        topics.of(sentence.entries, sentence.text),
        sentence.text,
        (sentence.paragraph,),
        status,
        _speaker(sentence, kinds),
    )


def _speaker(sentence: Sentence, kinds: Mapping[str, EntryKind]) -> tuple[str, ...] | None:
    """Return the entry that is named as who says it; ``None`` where none is."""
    speaker = sentence.asserted.speaker if sentence.asserted is not None else None
    if speaker is None:
        return None
    inside = [
        m.entry
        for m in sentence.mentions
        if speaker.start <= m.start < speaker.end
        and kinds.get(m.entry) in ("person", "organisation")
    ]
    # «министр иностранных дел Эльнур Мамедов»: the name is the last.
    return (inside[-1],) if inside else None
