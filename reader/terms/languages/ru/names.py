"""All forms of a person's name in Russian: each part declines, or stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.combinations import combinations
from reader.terms.languages.ru.morphology import CASES, noun_endings, parses, readings

Gender = str
"""``masc``, ``femn``, or ``""`` for unknown."""

_MASCULINE = re.compile("(?:[оеё]в|[иы]н|ский|цкий|ской|цкой|ович|евич|оглы|оглу|заде)$")
_FEMININE = re.compile("(?:[оеё]ва|[иы]на|ская|цкая|ая|овна|евна|ична|кызы|гызы)$")
_ADJECTIVE = re.compile("(?:ский|цкий|ской|цкой|[кгх]ий|[жшчщ]ий|[а-яё]ый|[а-яё]{2}ой)$")
_MOST_PARTS = 4
_OF_BOTH = frozenset(word_files.words(Path(__file__).parent, "names_of_both"))


def gender_of(words: Sequence[str]) -> Gender:
    """Return the gender of a name by given name, patronymic or surname ending."""
    for word in words:
        lowered = word.lower()
        if lowered in _OF_BOTH and word is not words[-1]:
            return ""
        found = {
            str(parse.tag.gender)
            for parse in parses(lowered)
            if parse.is_known
            and parse.tag.case == "nomn"
            and parse.tag.number == "sing"
            and any(g in parse.tag for g in ("Name", "Patr"))
        }
        if len(found) == 1 and (found & {"masc", "femn"}) and (word is not words[-1]):
            if found == {"femn"} and lowered[-1] not in "аяеио" and not _is_womans(words[-1]):
                # The dictionary knows Эммануэль and Мишель as women's names only.
                return ""
            return found.pop()
    for word in reversed(words):
        if _MASCULINE.search(word.lower()):
            return "masc"
        if _FEMININE.search(word.lower()):
            return "femn"
    first = words[0].lower()
    if len(words) > 1 and first[-1:] in ("а", "я"):
        # Соната; the men in -а (Никита, Илья) are known by their first names.
        return "femn"
    return ""


def _is_womans(surname: str) -> bool:
    return _FEMININE.search(surname.lower()) is not None


def forms(words: Sequence[str], gender: Gender) -> set[tuple[str, ...]]:
    """Make every form of the name ``words`` (as written), lower-case, singular."""
    lowered = tuple(word.lower() for word in words)
    found = {lowered}
    first = max(0, len(words) - _MOST_PARTS)
    tables = [_part(word, gender, last=i == len(words) - 1) for i, word in enumerate(words)]
    for case in CASES[1:]:
        options = [
            [word, *sorted((table.get(case, set()) if i >= first else set()) - {word})]
            for i, (word, table) in enumerate(zip(lowered, tables, strict=True))
        ]
        found.update(combinations(*options))
    return found


def _part(word: str, gender: Gender, *, last: bool) -> dict[str, set[str]]:
    lowered = word.lower()
    if not word[:1].isupper() or not re.fullmatch("[а-яё]+(?:-[а-яё]+)*", lowered):
        # Particles (фон, бен), numerals (XIV), initials written in another script.
        return _known(lowered, "", only_common=True)
    if "-" in lowered:
        # Салтыков-Щедрин: both decline; Нурмагомедов-оглы, Мамин-Сибиряк: the last alone.
        parts = [_part(part.capitalize(), gender, last=last) for part in lowered.split("-")]
        options = lowered.split("-")
        return {
            case: {
                "-".join(chosen)
                for chosen in combinations(
                    *(
                        [option, *sorted(part.get(case, set()) - {option})]
                        for option, part in zip(options, parts, strict=True)
                    )
                )
            }
            for case in CASES[1:]
        }
    table = _known(lowered, gender, only_common=False)
    for case, found in _by_rule(lowered, gender, last=last).items():
        table.setdefault(case, set()).update(found)
    return table


def _known(word: str, gender: Gender, *, only_common: bool) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for reading in readings(word):
        if not reading.known or reading.number != "sing":
            continue
        if only_common and not (reading.noun and reading.animate):
            continue
        if gender and reading.gender in ("masc", "femn") and reading.gender != gender:
            continue
        if not reading.noun and not gender and reading.gender == "neut":
            continue
        for case in CASES[1:]:
            table.setdefault(case, set()).update(reading.at(case, "sing", reading.gender))
    return table


def _by_rule(word: str, gender: Gender, *, last: bool) -> dict[str, set[str]]:
    rows: list[tuple[str, tuple[str, ...]]] = []
    stem = word[:-2]
    if last and re.search("(?:их|ых|ко|аго|яго|ово)$", word):
        return {}
    if last and gender != "femn" and _ADJECTIVE.search(word):
        soft = word[-3] in "жшчщ"
        instrumental = (
            "ым" if word[-2] == "ы" or (word[-2] == "о" and word[-3] not in "кгх") else "им"
        )
        rows.append(
            (stem, ("его", "ему", "его", "им", "ем"))
            if soft and word[-2] != "о"
            else (stem, ("ого", "ому", "ого", instrumental, "ом"))
        )
        if not word.endswith("ий") or word[-3:-2] in "кц":
            return _cells(rows)
    if last and gender != "masc" and word.endswith("ая"):
        return _cells([(stem, ("ой", "ой", "ую", "ой", "ой"))])
    if last and gender != "masc" and re.search("(?:[оеё]в|[иы]н)а$", word):
        rows.append((word[:-1], ("ой", "ой", "у", "ой", "ой")))
        if gender == "femn":
            return _cells(rows)
    if last and gender != "femn" and re.search("(?:[оеё]в|[иы]н)$", word):
        # Алиевым, but Дарвином: both are taken.
        rows.append((word, ("а", "у", "а", "ым", "е")))
    rows.extend(noun_endings(word, gender))
    return _cells(rows)


def _cells(rows: list[tuple[str, tuple[str, ...]]]) -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for stem, endings in rows:
        for case, ending in zip(CASES[1:], endings, strict=True):
            table.setdefault(case, set()).add(stem + ending)
    return table
