"""What a terminal may send, as the driver takes it: nothing of it is fatal, and pastes are whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from reader.tui.driver import _Parser, _Stream

START, END = "\x1b[200~", "\x1b[201~"


def taken(*reads: str, gaps: Sequence[float] = ()) -> list[str]:
    """Keys and pastes that come of some reads; a gap after each, in seconds, during which nothing came."""
    parser, stream, now, found = _Parser(), _Stream(), 0.0, list[str]()

    def take(pieces: Sequence[str | events.Paste]) -> None:
        for piece in pieces:
            if isinstance(piece, events.Paste):
                found.append(f"paste:{piece.text}")
                continue
            for event in parser.feed(piece):
                if isinstance(event, events.Paste):
                    assert not event.text
                elif isinstance(event, events.Key):
                    found.append(event.key)
                else:
                    found.append(type(event).__name__)

    for number, text in enumerate(reads):
        take(list(stream.take(text, now)))
        gap = gaps[number] if number < len(gaps) else 0.0
        while gap > 0:
            gap, now = gap - 0.1, now + 0.1
            take(list(stream.rest(now)))
    return found


def test_a_paste_is_whole_and_its_sequences_are_no_keys() -> None:
    assert taken(f"a{START}q\x1b[31mq\x1b]0;x\x07 {START}z{END}b") == [
        "a",
        f"paste:q\x1b[31mq\x1b]0;x\x07 {START}z",
        "b",
    ]


@given(st.integers(1, 40), st.sampled_from(["a\rb", "x" * 30, "\x1b", "\x1b[20", ""]))
def test_so_it_is_however_it_is_cut_into_reads(size: int, pasted: str) -> None:
    text = f"a{START}{pasted}{END}b"
    reads = [text[at : at + size] for at in range(0, len(text), size)]
    expected = [f"paste:{pasted}"] if pasted else ["paste:"]
    assert taken(*reads) == ["a", *expected, "b"]


def test_an_unfinished_paste_ends_after_a_silence() -> None:
    assert taken(f"{START}abc", "q", gaps=(11, 0)) == ["paste:abc", "q"]


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b]11;rgb:1616/1919/1f1f\x07",
        "\x1b]11;rgb:1616/1919/1f1f\x1b\\",
        "\x1bP1+r544e\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[?62;22c",
        "\x1b[>0;276;0c",
        "\x1b[?1u",
        "\x1b[?997;1n",
    ],
)
def test_an_answer_that_nobody_asked_for_is_no_key(answer: str) -> None:
    assert taken(f"a{answer}b") == ["a", "b"]


def test_an_unfinished_answer_keeps_no_key_for_long() -> None:
    assert taken("a\x1b]11;rgb:16", "q", gaps=(0.2, 0)) == ["a", "q"]
    assert taken("a\x1b]11;rgb:16", "16/1919/1f1f\x07q") == ["a", "q"]


@pytest.mark.parametrize("code", [1114112, 10**12, 2**63])
def test_a_code_that_is_no_character_is_no_key(code: int) -> None:
    assert taken(f"a\x1b[{code}ub") == ["a", "b"]
    assert taken(f"a\x1b[97;5;{code}ub") == ["a", "b"]


def test_the_alt_key_before_a_bracket_is_still_that() -> None:
    assert taken("\x1b]") == []  # it waits for more
    assert taken("\x1bf") in (["alt+f"], ["ctrl+right"])


@pytest.mark.parametrize(
    "answer", ["\x1b]11;rgb:1616/1919/1f1f\x07", "\x1b]11;rgb:ff/ff/ff\x1b\\", "\x1b[?997;2n"]
)
def test_an_answer_is_heard_and_is_no_key_however_it_is_cut(answer: str) -> None:
    for cut in range(2, len(answer)):
        stream, parser = _Stream(), _Parser()
        pieces = [*stream.take(f"a{answer[:cut]}", 0.0), *stream.take(f"{answer[cut:]}b", 0.0)]
        keys = [e for piece in pieces if isinstance(piece, str) for e in parser.feed(piece)]
        assert [e.key for e in keys if isinstance(e, events.Key)] == ["a", "b"], cut
        assert stream.answers == [answer]


def test_the_key_after_an_answer_is_one() -> None:
    for answer in ("\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[?997;2n"):
        assert taken(answer, "j", "q") == ["j", "q"]


def test_what_is_pasted_is_no_answer() -> None:
    stream = _Stream()
    list(stream.take(f"{START}\x1b]11;rgb:ffff/ffff/ffff\x07{END}", 0.0))
    assert stream.answers == []


def test_the_alt_key_with_a_bracket_is_one_when_nothing_follows() -> None:
    stream = _Stream()
    assert list(stream.take("\x1b[", 0.0)) == []
    assert list(stream.rest(0.2)) == ["\x1b["]


def names(*sequences: str) -> list[tuple[str, str | None, str]]:
    """Key, character and second name of what some sequences are, one after another."""
    parser = _Parser()
    keys = [e for text in sequences for e in parser.feed(text) if isinstance(e, events.Key)]
    return [(key.key, key.character, getattr(key, "other", "")) for key in keys]


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("\x1b[106;;106u", ("j", "j", "")),
        ("\x1b[106:74;2;74u", ("J", "J", "")),
        ("\x1b[112:80;6u", ("ctrl+shift+p", None, "")),
        ("\x1b[1086::106;;1086u", ("о", "о", "j")),
        ("\x1b[1086:1054:106;2;1054u", ("О", "О", "J")),
        ("\x1b[1086:1054:106;65;1054u", ("О", "О", "J")),  # caps lock
        ("\x1b[1079::112;5u", ("ctrl+з", None, "ctrl+p")),
        ("\x1b[1079::112;5:1u", ("ctrl+з", None, "ctrl+p")),
        ("\x1b[39:87:119;;39u", ("w", "'", "apostrophe")),  # Hebrew
        ("\x1b[1605:47:108;2;47u", ("L", "/", "slash")),  # Arabic
        ("\x1b[246:214:59;2;214u", ("Ö", "Ö", "colon")),  # German
        ("\x1b[1604::98;;1604:1575u", ("ل", "ل", "b")),  # a key with two letters
    ],
)
def test_a_key_goes_by_its_place_where_its_character_means_nothing(
    sequence: str, key: tuple[str, str | None, str]
) -> None:
    assert names(sequence)[0] == key


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[97::113;;97u",  # a lies on q (AZERTY), which would leave the program
        "\x1b[44:63:109;;44u",  # and the comma on m
        "\x1b[39:34:113;;39u",  # the apostrophe on q (Dvorak)
    ],
)
def test_a_latin_letter_and_a_sign_on_a_letter_are_what_they_say(sequence: str) -> None:
    assert names(sequence)[0][2] == ""


def test_a_sign_goes_by_its_place_once_a_letter_has_told_that_the_layout_is_not_latin() -> None:
    comma_on_q = "\x1b[44::113;;44u"  # Bulgarian
    assert names(comma_on_q) == [("comma", ",", "")]
    assert names("\x1b[1091::119;;1091u", comma_on_q)[1] == ("q", ",", "comma")
    assert names("\x1b[1091::119;;1091u", "\x1b[106;;106u", comma_on_q)[2][2] == ""


@pytest.mark.parametrize(
    "text", ["\x1b[106:74:9999999999;;106u", f"\x1b[{'9' * 5000};;97u", "\x1b[::;;u"]
)
def test_alternates_that_cannot_be_are_survived(text: str) -> None:
    assert names(text, "b")[-1][0] == "b"


def test_a_mouse_is_placed_by_cells_whatever_a_terminal_answers() -> None:
    assert taken("\x1b[48;30;100;0;0t", "\x1b[<0;5;5M\x1b[<0;5;5m") == [
        "Resize",
        "MouseDown",
        "MouseUp",
    ]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_text_is_taken(reads: list[str]) -> None:
    stream = _Stream()
    for number, text in enumerate(reads):
        for piece in stream.take(text, float(number)):
            assert isinstance(piece, str | events.Paste)
