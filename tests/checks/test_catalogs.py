"""Catalogs of programs: what a translation may say in its own way is no finding, and the rest is."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.checks import catalogs

_HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"

"""


def _codes(folder: Path, language: str, source: str, target: str) -> list[str]:
    path = folder / f"{language}.po"
    text = _HEAD.format(language=language) + f'msgid "{source}"\nmsgstr "{target}"\n'
    path.write_text(text, encoding="utf-8")
    return [found.code for found in catalogs.check(path)]


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Zoom to 20_0 %", "_Масштаб 200 %"),
        ("ru", "%1$s has %2$d of %.2f", "В %2$s — %1$d из %.2f"),
        ("ru", "translator-credits", "Анна Лебедь, 2012—2019"),
        ("ru", "March", "Март"),
        ("uk", "February", "Лютий"),
        ("uk", "1 Week", "1 тиждень"),
        ("uk", "The lamp has six pins", "Лампа із шістьма штирями"),
        ("ru", "Previous Month", "Предыдущий"),
        ("ru", "A 3D view of R^2", "Трёхмерный вид"),
        ("uk", "Between 0.25 and 1.75", "Від 0.25 до 1.75"),
        ("ru", "Merge into 1 cell", "Объединить в одну ячейку"),
        ("ru", "Press the key five times in a row", "Нажмите клавишу пять раз подряд"),
        ("ru", "Use a 24-hour clock", "24-часовой формат"),
        ("ru", "Split the picture in half", "Разрезать снимок пополам"),
        ("ru", "Wait a minute", "Подождите"),
        ("ru", " ", " "),
    ],
)
def test_what_is_told_in_the_way_of_a_language_is_no_finding(
    tmp_path: Path, language: str, source: str, target: str
) -> None:
    assert _codes(tmp_path, language, source, target) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "code"),
    [
        ("ru", "Zoom to 20_0 %", "_Масштаб 300 %", "number"),
        ("uk", "The lamp has six pins", "Лампа із сімома штирями", "number"),
        ("ru", "April", "Июнь", "time"),
        ("uk", "2 weeks", "3 тижні", "time"),
        ("ru", "Press the key five times in a row", "Нажмите клавишу шесть раз подряд", "number"),
        ("ru", "Use a 24-hour clock", "12-часовой формат", "time"),
        ("ru", "Page 3", " ", "catalog"),
    ],
)
def test_what_a_translation_changes_is_found(
    tmp_path: Path, language: str, source: str, target: str, code: str
) -> None:
    assert code in _codes(tmp_path, language, source, target)
