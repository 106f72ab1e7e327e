"""What cannot be seen is blank; whatever can is not."""

import sys
import unicodedata

import pytest

from reader.language.blank import is_blank


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\t\r\n ", "\u00a0", "\u2003\u202f", "\u3000", "\u200b\u200c\u200d", "\u2060",
     "\ufeff", "\u00ad", "\u180e", "\u200e\u202e", "\u2028", "\a\x1b", "\u3164", "\u115f", "\u2800",
     "\ufe0f", "\u034f", "\U000e0041", " " * 1_000_000],
)  # fmt: skip
def test_white_space_and_what_takes_no_room_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize(
    "text", ["a", " a", "\u200bя", "—", ".", "☀\ufe0f", "日", "\u0301", "\ue000", "🤝"]
)
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_no_space_and_no_format_character_is_seen() -> None:
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code)) in ("Zs", "Zl", "Zp", "Cc", "Cf"):
            assert is_blank(chr(code)), hex(code)
