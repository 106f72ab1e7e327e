"""PDF on a computer without fonts: a sign that none has costs that sign alone."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.language.sanitize import sanitize
from reader.printing import pdf, typesetter

if not pdf.available():
    pytest.skip("needs the extra pdf (typst)", allow_module_level=True)

import pypdf
import typst

LINK = "https://example.org/aaaaaaaaaaaaaaaaaaaaaaaa/page.html"


@pytest.fixture(autouse=True)
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    @lru_cache
    def fonts(_system: bool) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False)

    monkeypatch.setattr(typesetter, "_fonts", fonts)


def typeset(*paragraphs: str) -> bytes:
    rows = [[{"lang": "en", "runs": [{"text": text}]}] for text in paragraphs]
    title = [[{"lang": "en", "runs": [{"text": "Title"}]}]]
    blocks = [
        {"kind": "headings", "level": 1, "rows": title},
        {"kind": "paragraphs", "rows": rows},
    ]
    return typesetter.typeset(
        {
            "title": "Title",
            "lang": "en",
            "languages": 1,
            "contents": None,
            "documents": [{"head": "Title", "blocks": blocks}],
        }
    )


def shown(*paragraphs: str) -> str:
    reader = pypdf.PdfReader(io.BytesIO(typeset(*paragraphs)))
    text = "".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", text.removeprefix("Title")).removesuffix(" 1 / 1").strip()


@pytest.mark.parametrize(
    ("sign", "drawn"),
    [
        ("а\u1add", "а‹U+1ADD›"),  # a mark that no font has
        ("q\u1add\u1ade", "q‹U+1ADD›‹U+1ADE›"),
        ("x\u20dd", "x‹U+20DD›"),
        ("1\ufe0f\u20e3", "1‹U+20E3›"),  # a keycap
        ("👩\u200d👩\u200d👧", "‹U+1F469›‹U+1F469›‹U+1F467›"),  # a family
        ("🇦🇿", "‹U+1F1E6›‹U+1F1FF›"),  # a flag
        ("👍🏽", "‹U+1F44D›‹U+1F3FD›"),  # a skin tone
        ("a🏽", "a‹U+1F3FD›"),
        ("水", "‹U+6C34›"),
        ("ไทย", "‹U+0E44›‹U+0E17›‹U+0E22›"),
        ("\ufdd0\ufffe", "‹U+FDD0›‹U+FFFE›"),  # noncharacters
        ("b\ufeff", "b"),
        ("e\u0301\ufe0f", "é"),
        ("e\xad", "e"),  # unseen: neither here nor at any other e
        ("e\u200b\u200c\u200d", "e"),
        ("e\u2060\u2064\u206f\u034f\U0001d173", "e"),
        (sanitize("\0\x1b\x7f"), "‹NUL›‹ESC›‹DEL›"),
        (sanitize("\u202e\u2066"), "‹RLO›‹LRI›"),
        ("\ufffd", "\ufffd"),
    ],
)
def test_a_sign_without_a_glyph_is_named_and_its_neighbours_stay(sign: str, drawn: str) -> None:
    text = shown(f"Башня {sign} а а 1 é x – {sign}.", f"See {LINK} again: Башня, e, x, a, 1.")
    assert text == (f"Башня {drawn} а а 1 é x – {drawn}. See {LINK} again: Башня, e, x, a, 1.")


@pytest.mark.parametrize("sign", ["𒀀", "水", "ท", "👩\u200d", "🏽", "\ufdd0"])
def test_many_without_a_space_leave_every_other_word_as_it_is(sign: str) -> None:
    text = shown(sign * 40, f"See {LINK} here.")
    assert text.replace(" ", "").count(f"‹U+{ord(sign[0]):04X}›") == 40
    assert text.endswith(f"See {LINK} here.")


def test_a_private_sign_is_what_the_font_makes_of_it_or_its_number() -> None:
    text = shown("a\ue000b \uf8ffc \U00100000d")
    assert re.fullmatch(r"a(.|‹U\+E000›)b (.|‹U\+F8FF›)c (.|‹U\+100000›)d", text)


@pytest.mark.parametrize(
    "sign", ["שלום", "a\u0488", "n\U000e0100", "☀\ufe0f", "e\u0302\u0323", "ﬁ"]
)
def test_what_cannot_be_told_in_advance_leaves_the_rest_alone(sign: str) -> None:
    text = shown(f"before {sign} after")
    assert text.startswith("before ")
    assert text.endswith(" after")


_ODD = st.one_of(
    st.characters(),
    st.characters(min_codepoint=0x300, max_codepoint=0x6FF),
    st.characters(min_codepoint=0x900, max_codepoint=0x11FF),
    st.characters(min_codepoint=0x1AB0, max_codepoint=0x20FF),
    st.characters(min_codepoint=0x10E60, max_codepoint=0x10EFF),
    st.characters(min_codepoint=0x1F1E6, max_codepoint=0x1F64F),
    st.sampled_from("a1бe \u200b\u200c\u200d\u2060\ufe0f\u20e3\ufeff\xad\ue000\ufdd0\uffff\ufffd"),
)


@given(st.text(_ODD, max_size=40))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_signs_cost_a_word_beside_them(text: str) -> None:
    words = shown("Башня 123 abc", sanitize(text).replace("\n", " "), f"Башня 123 abc {LINK}")
    assert words.startswith("Башня 123 abc")
    assert words.endswith(f"Башня 123 abc {LINK}")


def test_a_name_is_never_broken() -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset("水" * 500)))
    lines = "\n".join(page.extract_text() for page in reader.pages).split("\n")
    named = [line.strip() for line in lines if "‹" in line or "›" in line]
    assert len(named) > 10
    assert all(re.fullmatch("(‹U\\+6C34›)+", line) for line in named)


def test_it_stays_accessible() -> None:
    reader: Any = pypdf.PdfReader(io.BytesIO(typeset("а\u1add 水 \ufeff \ufffe")))
    assert b"pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()
