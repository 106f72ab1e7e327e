"""The verifier on mutants: claims of the dossier with one thing changed, in both languages.

``python -m bench mutants``. Each claim is held against the paragraphs of its document in either
language as it is, which has to check out, and with a number, a date, a name, a quotation or the citation
changed, which has to be found. What is changed is drawn at random, the same each time.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.dossiers import loader, paths, translation
from reader.facts.extractor import Extractor
from reader.facts.values import Fact
from reader.model import Document, Dossier, Text
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher
from reader.verifying.claims import claimed, verifier
from reader.verifying.verifier import Claimed, Verifier

_LANGUAGES = ("ru", "en")
_EACH = 8
"""Mutants of one thing in a claim."""
_SEED = 20260210
_MONTHS = {
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_OTHER_QUOTES = {
    "ru": ("мы не уступим ни в чём", "всё решится через неделю", "никто этого не ожидал"),
    "en": (
        "we will not yield on anything",
        "all will be settled in a week",
        "nobody expected that",
    ),
}


class Mutant(NamedTuple):
    """A claim with one thing changed; ``kind``: what."""

    kind: str
    claim: Claimed
    was: str
    now: str


class _Case(NamedTuple):
    """A claim, the text that it is held against, and what in it may be changed."""

    claim: Claimed
    language: str
    verifier: Verifier
    facts: Sequence[Fact]
    dossier: Dossier
    matcher: Matcher


def main() -> int:
    """Print how many mutants of each kind are found, and how many true claims are not borne out."""
    drawn = random.Random(_SEED)
    found: Counter[tuple[str, str]] = Counter()
    made: Counter[tuple[str, str]] = Counter()
    passed: list[Mutant] = []
    for pair, case in cases():
        made["true", pair] += 1
        found["true", pair] += case.verifier.verify(case.claim).state == "failed"
        for mutant in mutants(case, drawn):
            verdict = case.verifier.verify(mutant.claim)
            made[mutant.kind, pair] += 1
            found[mutant.kind, pair] += verdict.state == "failed"
            if verdict.state != "failed":
                passed.append(mutant)
    _report(made, found)
    if "-v" in sys.argv:
        for mutant in passed:
            print(
                f"{mutant.kind}: {mutant.was} → {mutant.now}: {mutant.claim.text} {mutant.claim.cites}"
            )
    return 0


def cases() -> Iterator[tuple[str, _Case]]:
    """Yield each claim of the dossier in each language against the text in each language."""
    source = loader.parse(paths.builtin())
    found = matcher(source.entries)
    shown = {code: translation.translated(source, code) for code in _LANGUAGES}
    for number, document in enumerate(source.documents):
        for of_text in _LANGUAGES:
            text = _text(shown[of_text].documents[number], of_text)
            holds = verifier(document, text, source.entries, found)
            for of_claim in _LANGUAGES:
                summary = shown[of_claim].documents[number].summary
                day = (document.source.published or document.source.published_inferred or "")[:10]
                extractor = Extractor(found, day or None, of_claim)
                for claim in summary.claims if summary else ():
                    facts = extractor.facts(claim.text)
                    held = claimed(claim, document)
                    case = _Case(held, of_claim, holds, facts, source, found)
                    yield f"{of_claim}→{of_text}", case


def _text(document: Document, language: str) -> Text:
    return next(text for text in document.texts if text.language == language)


def mutants(case: _Case, drawn: random.Random) -> Iterator[Mutant]:
    """Yield a claim with one thing changed at a time."""
    changes: tuple[Callable[[_Case, Fact, random.Random], str | None], ...] = (
        _number,
        _date,
        _name,
        _quote,
    )
    for fact in case.facts:
        for change in changes:
            seen = set()
            for _ in range(_EACH):
                now = change(case, fact, drawn)
                if now is None or now in seen or now == fact.text:
                    continue
                seen.add(now)
                text = case.claim.text[: fact.start] + now + case.claim.text[fact.end :]
                yield Mutant(
                    _KINDS[change.__name__], case.claim._replace(text=text), fact.text, now
                )
    yield from _invented(case, drawn)
    every = [*case.verifier.paragraphs]
    wrong = [id for id in every if id not in case.claim.cites]
    for id in wrong:
        yield Mutant("citation", case.claim._replace(cites=(id,)), ",".join(case.claim.cites), id)
    if len(case.claim.cites) < 2:
        return
    for was in case.claim.cites:
        for id in wrong:
            cites = tuple(id if each == was else each for each in case.claim.cites)
            yield Mutant("one citation", case.claim._replace(cites=cites), was, id)


_KINDS = {"_number": "number", "_date": "date", "_name": "name", "_quote": "quotation"}


def _number(_case: _Case, fact: Fact, drawn: random.Random) -> str | None:
    """Change the digits of a number, or add some to a number in words."""
    if fact.kind != "number":
        return None
    if found := re.search(r"\d+", fact.text):
        other = str(drawn.randint(11, 989))
        return (
            fact.text[: found.start()] + other + fact.text[found.end() :]
            if other != found[0]
            else None
        )
    return str(drawn.randint(11, 989)) if fact.unit is None else None


def _date(case: _Case, fact: Fact, drawn: random.Random) -> str | None:
    """Change the day, the month or the year of a time."""
    if fact.kind != "time":
        return None
    months = _MONTHS[case.language]
    named = [month for month in months if month.lower() in fact.text.lower()]
    years = re.findall(r"\b(?:19|20)\d\d\b", fact.text)
    days = re.findall(r"\b\d{1,2}\b", fact.text)
    choices = []
    if named:
        choices.append((named[0], drawn.choice([m for m in months if m != named[0]])))
    if years:
        choices.append((years[-1], str(int(years[-1]) + drawn.choice([-7, -3, -2, 2, 3, 5]))))
    if days and named:
        choices.append(
            (days[0], str(drawn.choice([d for d in range(1, 29) if str(d) not in days])))
        )
    if not choices:
        return None
    was, now = drawn.choice(choices)
    text = (
        fact.text.replace(was, now)
        if was in fact.text
        else fact.text.replace(was.capitalize(), now)
    )
    return text if not _is_known(case, text) else None


def _is_known(case: _Case, text: str) -> bool:
    """Tell whether a changed time is one that the paragraphs have, or that of publication."""
    finder = next(iter(case.verifier.paragraphs.values())).finder
    values = {str(f.value) for f, _ in finder.facts(text) if f.kind == "time"}
    cited = [case.verifier.paragraphs[id] for id in case.claim.cites]
    known = {str(f.value) for each in cited for f, _ in each.facts if f.kind == "time"}
    published = finder.published or ""
    return any(v == k or k.startswith(v) for v in values for k in {*known, published} if v) or any(
        k.split("/")[0].startswith(v) or k.split("/")[-1].startswith(v)
        for v in values
        for k in known
        if v
    )


def _name(case: _Case, fact: Fact, drawn: random.Random) -> str | None:
    """Swap a name of the glossary for another of its kind that the paragraphs do not have."""
    if fact.kind != "name" or not fact.entry:
        return None
    entries = {entry.id: entry for entry in case.dossier.entries}
    kind = entries[fact.entry].kind
    if kind not in ("person", "place", "organisation") or not fact.text[:1].isupper():
        return None
    known = {entry for id in case.claim.cites for entry in case.verifier.paragraphs[id].entries}
    named = {each.entry for each in case.facts if each.kind == "name"}
    others = [e for e in entries.values() if e.kind == kind and e.id not in known | named]
    others = [e for e in others if not case.verifier.is_known(case.claim, e.id)]
    if not others:
        return None
    return drawn.choice(others).name(case.language)


def _quote(case: _Case, fact: Fact, drawn: random.Random) -> str | None:
    """Change a word of a quotation, or put another in its place."""
    if fact.kind != "quote":
        return None
    words = fact.text.split()
    if len(words) < 3 or drawn.random() < 0.3:  # what is cut off at an end stays exact
        return drawn.choice(_OTHER_QUOTES[case.language])
    place = drawn.randrange(1, len(words) - 1)
    return " ".join([*words[:place], *words[place + 1 :]])


def _invented(case: _Case, drawn: random.Random) -> Iterator[Mutant]:
    """Yield a claim with a number, a date or a quotation that nobody gave."""
    text = case.claim.text.rstrip(".")
    year = drawn.choice([1987, 1993, 1998, 2004, 2011])
    count = drawn.randint(11, 989)
    said = drawn.choice(_OTHER_QUOTES[case.language])
    month = _MONTHS[case.language][drawn.randrange(12)]
    day = drawn.randint(1, 28)
    if case.language == "ru":
        added = {
            "number": f"{text}; всего там {count} человек.",
            "date": f"{text}; так было и {day} {month} {year} года.",
            "quotation": f"{text}. «{said.capitalize()}», — сказал он.",
        }
    else:
        added = {
            "number": f"{text}; there are {count} people in all.",
            "date": f"{text}; so it was on {day} {month} {year}.",
            "quotation": f"{text}. “{said.capitalize()},” he said.",
        }
    for kind, now in added.items():
        yield Mutant(f"{kind}, invented", case.claim._replace(text=now), "", now[len(text) :])


def _report(made: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> None:
    pairs = sorted({pair for _, pair in made})
    print(f"{'':22}" + "".join(f"{pair:>16}" for pair in pairs) + f"{'all':>18}")
    for kind in dict.fromkeys(kind for kind, _ in made):
        cells = [(found[kind, pair], made[kind, pair]) for pair in pairs]
        cells.append((sum(a for a, _ in cells), sum(b for _, b in cells)))
        name = "true, not borne out" if kind == "true" else f"{kind}: found"
        print(
            f"{name:22}"
            + "".join(
                f"{f'{a}/{b} {a / b:.3f}' if b else '':>{18 if n == len(cells) - 1 else 16}}"
                for n, (a, b) in enumerate(cells)
            )
        )
    print(f"{sum(n for (kind, _), n in made.items() if kind != 'true')} mutants")


if __name__ == "__main__":
    raise SystemExit(main())
