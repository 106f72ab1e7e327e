"""Whose text an article is, where it says so: the agency or the paper that it is by, or taken from.

A dateline names an agency («БЕРЕГ, 3 марта. /Маяк/.», “LOS ANGELES (Reuters) -”), a line of its own
a source (“Source: …”, “first published in …”), the first sentences another paper («со ссылкой на …»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.language.cldr import LOCALES
from reader.language.words import WORD, fold

MOST = 3
"""Names that are told."""

_LONGEST = 60
"""Characters of a name."""
_LONGEST_LINE = 160
"""Characters of a line that does nothing but name a source."""
_FIRST = 3
"""Paragraphs in which an article says from whom it has its news."""
_HEAD = 300
"""Characters of a paragraph in which a dateline may stand."""

_CAPITAL = "A-ZÀ-ÖØ-ÞĞİŞƏА-ЯЁІЇЄҐЎ"
_UPPER = rf"[{_CAPITAL}][{_CAPITAL}\d]*"
_PLACE = rf"{_UPPER}(?:[-’' ]{_UPPER}){{0,3}}(?:, [^\W\d_][\w’'-]+(?: [^\W\d_][\w’'-]+)?){{0,2}}"
_DAY = r"(?:\d{1,2}[ .]\s?[^\W\d_]{3,9}|[^\W\d_]{3,9}\.? \d{1,2})(?:,? \d{4})?"
_NAME = rf"[{_CAPITAL}][\w.&’'-]*(?: (?:of |the )?[{_CAPITAL}][\w.&’'-]*){{0,4}}"
_DASH = "[—–-]{1,2}"
_DATELINES = (
    # BAKU, Feb 10 (Agency) – · БЕРЕГ, 3 марта. /Маяк/.
    rf"{_PLACE}(?:[.,]? {_DAY})?[.,]? ?(?:\((?P<a>{_NAME})\)|/(?P<b>{_NAME})/)\.?(?: ?{_DASH})? ",
    rf"\((?P<c>{_NAME})\) ?{_DASH} ",
    # БЕРЕГ, 3 мар — Новости Маяка. · БЕРЕГ. 3 марта. МАЯК. · БЕРЕГ. МАЯК –
    rf"{_PLACE}[.,] {_DAY}[.,]? {_DASH} (?P<d>{_NAME})\. ",
    rf"{_UPPER}\. {_DAY}\. (?P<e>{_NAME})\. ",
    rf"{_UPPER}\. (?P<f>{_UPPER}) {_DASH} ",
    # KVELLER via JTA —
    rf"(?P<h>{_NAME}) via (?P<g>{_NAME}) {_DASH} ",
    # BAKU, Azerbaijan, February 10.
    rf"{_PLACE}[.,] {_DAY}(?:[.:]| {_DASH}) ",
)
_DATELINE = tuple(re.compile(pattern) for pattern in _DATELINES)
_NAMED_PLACE = rf"[{_CAPITAL}][\w’'-]*(?:[ -][{_CAPITAL}][\w’'-]*){{0,3}}"
_IN_SMALL = re.compile(
    rf"{_NAMED_PLACE}, (?:\d{{1,2}} (?P<month>[^\W\d_]{{3,9}})\.?|(?P<first>[^\W\d_]{{3,9}})\.? \d{{1,2}})"
    rf"(?:,? \d{{4}}(?: (?:года|г\.|року|р\.))?)?(?:\.?:|\.| {_DASH}) "
)
"""Baku, 10 February 2026. — with the name of a month, as any name may stand before a comma."""

_NAMED = rf"«[^«»]{{2,{_LONGEST}}}»|“[^“”]{{2,{_LONGEST}}}”|\"[^\"]{{2,{_LONGEST}}}\"|{_NAME}"
_NAMES = rf"(?P<names>(?:{_NAMED})(?:(?:, | and | и | та )(?:{_NAMED}))*)"
_CREDITS = {
    "en": (
        r"(?:with )?(?:(?:additional )?reporting|inputs?|files|contributions?|material) (?:by|from)",
        r"(?:this (?:article|story|post|piece|report) )?(?:was )?(?:first|originally) (?:published|appeared|posted|printed) (?:in|on|by|at)",
        r"(?:re(?:published|printed|produced)|taken|adapted|courtesy) (?:from|of|with (?:the )?permission (?:of|from))",
    ),
    "ru": (
        r"(?:подготовлено )?(?:по материалам|с использованием материалов)",
        r"(?:впервые |ранее )?опубликован[оаы]? (?:в|на сайте|изданием|газетой|журналом)|перепечатано (?:из|с сайта)|оригинал опубликован (?:в|на)",
    ),
    "uk": (
        r"(?:підготовлено )?за матеріалами|вперше опубліковано (?:в|у|на)|передруковано з",
    ),
}  # fmt: skip
_LABELS = {
    "en": "sources?|original source|original article|originally published",
    "ru": "источники?|источник (?:информации|новости|публикации|текста)|первоисточник|оригинал(?: статьи| публикации| материала)?|по материалам",
    "uk": "джерел[оа]|першоджерело|оригінал(?: статті| публікації)?|за матеріалами",
}  # fmt: skip
_OUTLET = {
    "en": r"(?:the |a |local |state |news |agency |newspaper |daily |magazine |website |broadcaster |portal )*",
    "ru": r"(?:местн\w+ |региональн\w+ |информационн\w+ |официальн\w+ |агентств\w* |издани\w* |газет\w* |журнал\w* |портал\w* |сайт\w* |телеканал\w* |радио |пресс-служб\w* )*",
    "uk": r"(?:місцев\w+ |інформаційн\w+ |агентств\w* |агенці\w* |видання |газет\w* |журнал\w* |портал\w* |сайт\w* |телеканал\w* |радіо |пресслужб\w* )*",
}  # fmt: skip
_CITING = {
    "en": r"\b(?:citing|with reference to)",
    "ru": r"(?<!\w)со ссылкой на",
    "uk": r"(?<!\w)(?:із|з) посиланням на",
}
_TELLING = {
    "ru": r"(?<!\w)(?:переда[её]т|передают|сообщает|сообщают|пишет|информирует)",
    "uk": r"(?<!\w)(?:передає|повідомляє|пише|інформує)",
}


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


_CREDIT = re.compile(
    rf"[\W_]*(?i:{_joined(p for each in _CREDITS.values() for p in each)}):? {_NAMES}"
)
_LABEL = re.compile(rf"[\W_]*(?i:{_joined(_LABELS.values())}) ?[:—–-] ?(?P<names>.{{2,{_LONGEST}}}?)[\W_]*$")  # fmt: skip
_FROM = re.compile(
    _joined(
        rf"(?:{cue}) (?i:{_OUTLET[language]})(?P<{language}>{_NAMED})"
        for language, cue in _CITING.items()
    )
)
_TOLD = re.compile(
    _joined(
        rf"(?:{cue}) (?P<{language}_outlet>{_OUTLET[language]})(?P<{language}>{_NAMED})(?= со ссылкой| з посиланням| із посиланням|[.,]|$)"
        for language, cue in _TELLING.items()
    )
)
_EACH = re.compile(_NAMED)
MONTHS = frozenset(
    fold(word).rstrip(".")
    for locale in LOCALES.values()
    for kind in ("MMMM", "MMM")
    for word in locale.words.get(kind, "").split()
)
"""The names of months, and how they are shortened, as they are compared."""
_QUOTES = " «»“”\"'()[]/.,;:"
_AND = re.compile(rf"(?:,| and| и| та) (?=[{_CAPITAL}«“\"])")
_ADDRESS = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_PLAIN = re.compile(r"[\w.&’'-]+$")


def dateline(text: str) -> int:
    """Return where a paragraph begins after its dateline; 0 where it has none."""
    found = _dateline(text)
    return 0 if found is None else found.end()


def named(
    paragraphs: Sequence[str], lines: Iterable[str], publisher: str | None
) -> tuple[str, ...]:
    """Return who an article says that it is by, or taken from, the nearest first.

    ``paragraphs`` are its own, ``lines`` those around it, which may name a source. The
    ``publisher`` itself is none.
    """
    every: list[str] = []
    for text in paragraphs[:_FIRST]:
        if (found := _dateline(text)) is not None:
            every += [found[key] for key in "abcdefgh" if found.groupdict().get(key)]
            break
    for text in paragraphs[:_FIRST]:
        every += _told(text)
    for line in (*lines, *paragraphs[-_FIRST:]):
        if len(line) <= _LONGEST_LINE:
            every += _credited(line)
    kept: dict[str, str] = {}
    for name in every:
        plain = " ".join(name.split()).strip(_QUOTES)
        key = _letters(plain)
        if fold(plain.partition(" ")[0].rstrip(".")) in MONTHS:  # published on 3 March
            continue
        if key and len(plain) <= _LONGEST and not _is_same(key, _letters(publisher or "")):
            kept.setdefault(key, plain)
    return tuple(kept.values())[:MOST]


def _dateline(text: str) -> re.Match[str] | None:
    head = text[:_HEAD]
    found = next((match for pattern in _DATELINE if (match := pattern.match(head))), None)
    if found is None and (small := _IN_SMALL.match(head)) is not None:
        is_month = fold(small["month"] or small["first"]) in MONTHS
        return small if is_month else None
    return found


def _told(text: str) -> Iterator[str]:
    for match in _TOLD.finditer(text[:2000]):
        for language in _TELLING:
            name = match[language]
            # A person who tells something has two names, and is no paper.
            if name and (match[f"{language}_outlet"] or name[0] in '«“"' or _PLAIN.match(name)):
                yield name
    for match in _FROM.finditer(text[:2000]):
        yield next(name for language in _CITING if (name := match[language]))


def _credited(line: str) -> Iterator[str]:
    if (match := _LABEL.match(line)) is not None:
        if not _ADDRESS.search(match["names"]):
            yield from _AND.split(match["names"])
    elif (match := _CREDIT.match(line)) is not None:
        yield from (each[0] for each in _EACH.finditer(match["names"]))


def _is_same(name: str, publisher: str) -> bool:
    return bool(publisher) and (name.startswith(publisher) or publisher.startswith(name))


def _letters(text: str) -> str:
    return "".join(WORD.findall(fold(text)))
