from __future__ import annotations

from reader.printing import annotated
from tests.printing.samples import HOSTILE, Words, dossier

TEXT = "The Mill stands.\n\n# Long Lake is near.\n"


def written(text: str, format: str) -> str:
    return annotated.write(text, Words().in_paragraphs([text])[0], dossier(), format, "Towns")


def test_a_terminal_gets_underlines_and_every_other_character_as_it_was() -> None:
    text = written(TEXT, "ansi")
    assert "The \x1b[4mMill\x1b[24m stands." in text
    assert text.replace("\x1b[4m", "").replace("\x1b[24m", "") == TEXT


def test_markdown_links_lead_to_definitions_at_the_end() -> None:
    text = written(TEXT, "md")
    assert "The [Mill](#term-mill) stands." in text
    assert "\\# [Long Lake](#term-lake) is near." in text
    assert '<a id="term-lake"></a>**Long Lake**\\\nThe lake between the two towns.' in text


def test_html_has_definitions_as_tooltips() -> None:
    text = written(TEXT, "html")
    assert '<a class="term" href="#term-mill" title="Mill. It grinds grain."' in text
    assert text.count("<p>") == 2


def test_hostile_text_is_harmless_in_every_format() -> None:
    assert "<script" not in written(HOSTILE, "html")
    assert "\\<script\\>" in written(HOSTILE, "md")
    assert "\x1b" not in written(HOSTILE, "ansi")
