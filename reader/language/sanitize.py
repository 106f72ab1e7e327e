"""No text from outside acts on a terminal: what would is made visible.

Articles, YAML, catalogs and file names come from outside. Every such text passes
:func:`visible` once, when it is loaded; what is made of it afterwards is safe.
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

HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(map(chr, _BIDI))
    + "]"
)
"""A pattern for one character that must not reach a terminal as it is."""


def in_one_cell(character: str) -> str:
    """Return what is shown in place of a harmful character where it may take one cell only."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures stand in the controls' order
    # A line separator breaks lines for some programs and not for others; a space never does.
    return " " if code in (0x2028, 0x2029) else "\ufffd"


def _shown(match: re.Match[str]) -> str:
    name = _BIDI.get(ord(match[0]))
    return in_one_cell(match[0]) if name is None else f"‹{name}›"


def visible(text: str) -> str:
    r"""``text`` with everything that could steer a terminal shown as harmless characters.

    C0 controls but ``\n`` and ``\t`` become control pictures (ESC is ␛), DEL, C1
    controls, lone surrogates, tag and annotation characters �, bidirectional controls
    their names (‹RLO›). Anything else stays, so the function changes nothing twice.
    """
    if text.isprintable():  # nearly always; and the pattern takes a while to compile
        return text
    return re.sub(HARMFUL, _shown, text)


def one_line(text: str) -> str:
    """:func:`visible`, and line breaks and tabs visible too: for file names and messages."""
    return visible(text).replace("\n", "␊").replace("\t", "␉")
