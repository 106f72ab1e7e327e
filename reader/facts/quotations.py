"""What stands between quotation marks, and after the dash of a dialogue; which of it is quoted speech.

A name and a so-called thing have quotation marks, too. Quoted speech is told by what stands beside:
a comma and the words of the author, a colon, a verb that calls something by a quoted word; else by
its own length and by a word of speech in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from reader.facts import signals
from reader.facts.language import Language

_LONGEST = 2000
_NEAR = 200
_LONGEST_TITLE = 6
"""Words."""
_MARKS = re.compile(
    rf"«(?P<a>[^«»]{{1,{_LONGEST}}})»"
    rf"|“(?P<b>[^“”]{{1,{_LONGEST}}})”"
    rf"|“(?P<g>[^“”\"]{{1,{_LONGEST}}})\"(?!\w)"
    rf"|„(?P<c>[^„“”]{{1,{_LONGEST}}})[“”]"
    rf"|(?<![\w\"])\"(?P<d>[^\"\n]{{1,{_LONGEST}}})\"(?!\w)"
    rf"|(?<![\w'])'(?P<f>(?:[^'\n]|(?<=\w)'(?=\w)){{1,{_LONGEST}}}[,.!?])'(?!\w)"
    rf"|(?<!\w)‘(?P<e>(?:[^‘’]|(?<=\w)’(?=\w)){{1,{_LONGEST}}})’(?!\w)"
)
_NESTED = re.compile(rf"«[^«»]{{0,{_LONGEST}}}(?:«[^«»]{{0,200}}»[^«»]{{0,{_LONGEST}}}){{1,4}}»")
_DIALOGUE = re.compile(r"(?:^|\n)[^\S\n]*[—–][^\S\n]+")
_AUTHOR = re.compile(r"[,.!?…]\s+[—–]\s+")
_AUTHOR_MARKS = ",.!?…"
_TRAILING = ",.; "


class Quoted(NamedTuple):
    """A stretch in quotation marks, or a line of a dialogue.

    ``start`` and ``end`` are those of the words, ``outer_start`` and ``outer_end`` have the marks.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    dialogue: bool = False
    led: tuple[int, int] | None = None
    """The author's words before a later part of what they interrupt."""
    unclosed: bool = False
    """Whether it goes on in the next paragraph."""


def marked(text: str) -> list[Quoted]:
    """Return what stands in quotation marks, and the lines of a dialogue, in order."""
    found = _dialogue(text)
    if found:
        return found
    if not any(mark in text for mark in "«“„\"‘'"):
        return []
    nested = [(m.start(), m.end()) for m in _NESTED.finditer(text)] if "«" in text else []
    starts = [start for start, _ in nested]
    found += [_words(text, start + 1, end - 1, start, end) for start, end in nested]
    for match in _MARKS.finditer(text):
        number = bisect_right(starts, match.start()) - 1
        if number >= 0 and match.end() <= nested[number][1]:
            continue
        group = match.lastgroup or "a"
        found.append(_words(text, *match.span(group), *match.span()))
    found += _unclosed(text, found)
    parts = (part for each in found for part in _interrupted(text, each))
    return sorted(parts, key=lambda part: part.outer_start)


def _unclosed(text: str, found: list[Quoted]) -> list[Quoted]:
    """Return what a mark opens that the next paragraph, or a later one, closes."""
    last = max((each.outer_end for each in found), default=0)
    opening = _OPENED.search(text, last)
    end = len(text.rstrip())
    if opening is None or len(text[opening.end() : end].split()) < _FEWEST or end - last > _LONGEST:
        return []
    gaps = list(_AUTHOR.finditer(text, opening.end(), end))
    if len(gaps) == 1:  # «A, — сказал он.
        end = gaps[0].start() + 1
    return [_words(text, opening.end(), end, opening.end() - 1, end)._replace(unclosed=True)]


_OPENED = re.compile(r"(?:^\s*|[:,.!?…]\s+)(?:«(?=[^«»]*$)|“(?=[^“”]*$)|\"(?=[^\"]*$))(?=\w)")
"""Where speech begins that has no end in its paragraph."""
_FEWEST = 4


def _interrupted(text: str, quoted: Quoted) -> list[Quoted]:
    """Take the author's words out of what stands in one pair of marks: «A, — сказал он, — B»."""
    gaps = list(_AUTHOR.finditer(text, quoted.start, quoted.end))
    if len(gaps) != 2 or gaps[1].start() - gaps[0].end() > 160:
        return [quoted]
    first, second = gaps
    return [
        _words(text, quoted.start, first.start() + 1, quoted.outer_start, first.start() + 1),
        _words(text, second.end(), quoted.end, second.end(), quoted.outer_end)._replace(
            led=(first.start() + 1, second.start() + 1)
        ),
    ]


def _words(text: str, start: int, end: int, outer_start: int, outer_end: int) -> Quoted:
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    last = start + len(text[start:end].rstrip(_TRAILING))
    return Quoted(start, max(last, start), outer_start, outer_end)


def _dialogue(text: str) -> list[Quoted]:
    """Return the lines of a dialogue: — Такой зимы не было, — говорит лесник."""
    if "— " not in text and "– " not in text:
        return []
    found: list[Quoted] = []
    for opening in _DIALOGUE.finditer(text):
        line_end = text.find("\n", opening.end())
        end = len(text) if line_end < 0 else line_end
        parts = [opening.end()]
        breaks = list(_AUTHOR.finditer(text, opening.end(), end))
        for number, gap in enumerate(breaks):
            if number % 2 == 0:
                stop = gap.start() + (text[gap.start()] in "!?…")
                found.append(Quoted(parts[-1], stop, parts[-1], stop, True))
            else:
                parts.append(gap.end())
        if breaks and len(breaks) % 2 == 0:
            stop = len(text[:end].rstrip(_TRAILING))
            led = (breaks[-2].end(), breaks[-1].start() + 1)
            found.append(Quoted(parts[-1], stop, parts[-1], stop, True, led))
    return found


def is_title(text: str, quoted: Quoted) -> bool:
    """Tell whether what is not quoted speech is written as a name is."""
    words = text[quoted.start : quoted.end].split()
    return 0 < len(words) <= _LONGEST_TITLE and (words[0][0].isupper() or words[0].isdigit())


def is_speech(text: str, quoted: Quoted, sentence: tuple[int, int], language: Language) -> bool:
    """Tell whether it is quoted speech rather than a name or a so-called thing."""
    if quoted.dialogue:
        return True
    rules = language.speech
    words = text[quoted.start : quoted.end].split()
    if not words:
        return False
    if quoted.led is not None:
        verb = rules.told_by(" — " + text[slice(*quoted.led)].lstrip(" —–-"))
        return verb is not None or signals.attributes(text, *quoted.led, language)
    before = text[sentence[0] : quoted.outer_start].rstrip().lower()
    after = text[quoted.outer_end : sentence[1]]
    last = words[-1].rstrip("»”\"'’") or words[-1]
    inside_end = text[quoted.end : quoted.outer_end].strip("»”\"'’ ") or last[-1]
    cue = signals.attributes(
        text, max(sentence[0], quoted.outer_start - _NEAR), quoted.outer_start, language
    ) or signals.attributes(
        text, quoted.outer_end, min(sentence[1], quoted.outer_end + _NEAR), language
    )
    if not cue:
        cue = rules.told_by(text[quoted.end - 1 : min(sentence[1], quoted.end + _NEAR)]) is not None
    if (quoted.outer_start, quoted.outer_end) == sentence and len(words) > 1:
        return inside_end in ".,!?…"
    alone = not before.strip(" —–-") and not after.strip(" .,!?…")
    if before and alone and len(words) > 1:
        return True  # «…», — говорят жители. — «…».
    if quoted.unclosed:
        return not before.strip(" —–-") or cue
    if text[quoted.outer_end - 1] in _AUTHOR_MARKS or quoted.outer_start == quoted.start:
        return cue  # a part of one that is interrupted
    if before.endswith(":"):
        if rules.told_before(before[-60:]) is not None:
            return True
        return (
            cue
            or len(words) > 3
            or inside_end in "!?…"
            or rules.MOTTO.search(before[-60:]) is not None
        )
    capital = words[0][0].isupper()
    if rules.SO_CALLED.search(before[-40:]) or (capital and rules.NAMED.search(before[-80:])):
        return False
    if rules.CALLED.search(before[-120:]):
        return True
    if re.match(r"[,]?\s*[—–-]\s", after) and (
        inside_end in ",!?…." or after.lstrip().startswith(",")
    ):
        return cue or len(words) > 4
    if inside_end in ",!?…" and cue:
        return True
    if rules.MOTTO.search(before[-40:] + " ¶ " + after[:60].lower()):
        return True
    if not cue and not capital and rules.SAYING.search(before) and rules.TO_BE.search(before[-24:]):
        return True  # his claim that they were “not close”
    if not cue:
        return len(words) > 7 or (inside_end in ".!?…" and len(words) > 4)
    if capital and rules.told_by(text[quoted.end - 1 : min(sentence[1], quoted.end + _NEAR)]):
        return len(words) > 1
    if capital and before.endswith(",") and len(words) > 1:
        near = signals.attributes(
            text, max(sentence[0], quoted.outer_start - 24), quoted.outer_start, language
        )
        if near:
            return True  # declaring, “I'm done.”
    if capital:
        return len(words) > 3 and (len(words) > 6 or rules.has_verb(words))
    if rules.TO_BE.search(before[-24:]):
        return True
    if len(words) > 3 or (len(words) > 1 and rules.has_verb(words)):
        return True
    few = len(words) > 1 and not rules.DETERMINED.search(before[-20:])
    led = words[0].lower()
    if few and (rules.PARTIAL.match(led) or (led.islower() and not rules.METAPHOR.match(led))):
        return True
    return bool(rules.is_evaluation(words))
