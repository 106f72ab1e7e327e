"""Sanitize text from outside: nothing in it acts on the terminal.

Articles, YAML, catalogs and file names come from outside. Every such text passes
:func:`sanitize` once, when it is loaded; what is made of it afterwards is safe.
"""

from __future__ import annotations

import re

_BIDI = {
    0x061C: "ALM",
    0x200E: "LRM",
    0x200F: "RLM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
}
"""The characters with Unicode's property Bidi_Control, by the names Unicode gives them."""

HARMLESS: dict[int, str] = {
    # The control pictures stand in the controls' order.
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    # A line separator breaks lines for some programs and not for others; a space never does.
    **dict.fromkeys((0x2028, 0x2029), " "),
    **dict.fromkeys(range(0xFFF9, 0xFFFC), "\ufffd"),
    **{code: f"‹{name}›" for code, name in _BIDI.items()},
}
"""What is shown in place of a harmful character, for :meth:`str.translate`."""

SURROGATES_AND_TAGS = "\ud800-\udfff\U000e0000-\U000e007f"
"""More harmful characters, as ranges of a pattern: too many for a table. All become U+FFFD."""

HARMFUL = f"[{re.escape(''.join(map(chr, HARMLESS)))}{SURROGATES_AND_TAGS}]"
"""A pattern for one character that must not reach a terminal as it is."""


def in_one_cell(character: str) -> str:
    """Return the replacement of a harmful character where it may take one cell only."""
    shown = HARMLESS.get(ord(character), "\ufffd")
    return shown if len(shown) == 1 else "\ufffd"


def sanitize(text: str) -> str:
    r"""Replace every character of ``text`` that could control a terminal.

    C0 controls but ``\n`` and ``\t``, and DEL, become control pictures (ESC is ␛), C1
    controls, lone surrogates, tag and annotation characters �, bidirectional controls
    their names (‹RLO›). Anything else stays, so sanitizing twice changes nothing.
    """
    if text.isprintable():  # nearly always; and the pattern takes a while to compile
        return text
    return re.sub(f"[{SURROGATES_AND_TAGS}]", "\ufffd", text.translate(HARMLESS))


def sanitize_line(text: str) -> str:
    """Sanitize a file name or a message: replace line breaks and tabs too."""
    return sanitize(text).replace("\n", "␊").replace("\t", "␉")


def clean_input(text: str) -> str:
    r"""Leave out of ``text``, which was typed or pasted, whatever could control a terminal.

    Line breaks are ``\n``, and tabs stay. What was copied together with a word, such as a mark of
    its direction, would keep it from being found.
    """
    if text.isprintable():
        return text
    return re.sub(HARMFUL, "", re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text))


def clean_line(text: str) -> str:
    """Clean what was typed or pasted into one line: a line break or a tab is a space."""
    if text.isprintable():
        return text
    return re.sub("[\n\t ]*[\n\t][\n\t ]*", " ", clean_input(text).strip("\n\t"))
