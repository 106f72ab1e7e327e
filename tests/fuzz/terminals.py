"""Sessions at a terminal: keys, mouse, pastes, resizes and answers, on a machine that has little time."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from reader import state
from reader.language.addresses import is_web_address
from tests.fuzz import outputs
from tests.fuzz.dossiers import SOUND
from tests.fuzz.machine import lay, unchanged
from tests.fuzz.target import Target
from tests.fuzz.terminal_sessions import Action, Outcome, actions, run_session, slowed
from tests.whole import hostile
from tests.whole.terminal import Terminal

Plain = tuple[bytes, tuple[int, int] | None, float]
"""An action as plain values."""

LONGEST = 60
STARTS: tuple[tuple[str, ...], ...] = (
    (),
    ("report-charter", "--lang", "ru"),
    ("--dossier", "small", "--lang", "en"),
    ("--dossier", "hostile/towns", "--lang", "en"),
    ("--dossier", "empty"),
    ("a.txt", "b.txt", "--lang", "ru"),
)
EMPTY = {"dossier.yaml": b"id: empty\nlanguage: ru\ntitle: Empty\n"}
QUIET: list[Plain] = [
    (b"w", None, 0.3),
    (b"\x1b", None, 0.3),
    (b"P", None, 0.3),
    (b"\x1b", None, 0.3),
]
"""A session in which nothing unusual is sent: every kind of sequence in it is the program's own."""
OWN = frozenset((b"]52", b"]8;"))
"""What it sends where there is reason to: a copied text, to the terminal's clipboard; a link."""
LINK = re.compile(rb"\x1b\]8;[^;\x1b]*;([^\x1b\x07]*)(?:\x1b\\|\x07)")
TAKEN, GIVEN_BACK = b"\x1b[?1049h", b"\x1b[?1049l"
CANCELLED = re.compile(
    rb"(?:\x1b(?:\[[?<>=]?[\d;:]*|\][^\x07\x18\x1b]*)?|[\xc0-\xff][\x80-\xbf]{0,2})?\x18(?=\x1b\[\?20(?:31|04)l)"
)
"""What had been begun when the terminal was given back at once, and the sign that ends it."""
BESIDES_TEXT = frozenset("\r\n\t\x08")


def _session(drawn: tuple[int, int]) -> list[Plain]:
    number, count = drawn
    return [(sent, size, pause) for sent, size, pause in actions(number, count)]


_inputs = st.tuples(
    st.tuples(st.integers(0, 2**31), st.integers(1, LONGEST)).map(_session),
    st.sampled_from(STARTS),
    st.sampled_from(((100, 30), (80, 24), (40, 10))),
    st.sampled_from((0, 0, 2, 4)),
)
"""What is done, how the program is started, in which size, and beside how many others at work."""


def _ran(
    session: list[Plain], argv: tuple[str, ...], folder: Path, size: tuple[int, int]
) -> Outcome:
    return run_session(
        argv,
        [Action(*each) for each in session],
        home=folder,
        size=size,
        environ={"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
    )


def screen(sent: bytes) -> Terminal:
    """What the program sent while it had the screen: before and after, the terminal echoes keys."""
    terminal = Terminal(0, -1)
    terminal.sent = CANCELLED.sub(b"", sent.partition(TAKEN)[2].rpartition(GIVEN_BACK)[0])
    return terminal


@cache
def _usual(cache_home: str) -> frozenset[bytes]:
    """The kinds of sequences that the program itself sends."""
    folder = Path(cache_home) / "usual"
    folder.mkdir(exist_ok=True)
    outcome = _ran(QUIET, ("report-charter",), folder, (100, 30))
    assert outcome.fault == "", outcome.fault
    return frozenset(screen(outcome.sent).kinds()) | OWN


def _check(value: tuple[list[Plain], tuple[str, ...], tuple[int, int], int], folder: Path) -> None:
    session, argv, size, loops = value
    lay(folder, {"a.txt": hostile.ARTICLE.encode(), "b.txt": b"Middle Corridor\n\nTRIPP\n" * 40})
    lay(folder / "small", SOUND)
    lay(folder / "empty", EMPTY)
    hostile.dossier(folder / "hostile")
    usual = _usual(os.environ["XDG_CACHE_HOME"])
    with unchanged(folder), slowed(loops):
        outcome = _ran(session, argv, folder, size)
    assert outcome.fault == "", f"{outcome.fault}\n{outcome.crash}\n{outcome.sent[-1000:]!r}"
    shown = screen(outcome.sent)
    unusual = shown.kinds() - usual
    assert not unusual, f"sent to the terminal: {sorted(unusual)}"
    for link in LINK.findall(shown.sent):
        assert not link or is_web_address(link.decode()), f"a link to {link!r}"
    outputs.harmless("".join(set(shown.plain()) - BESIDES_TEXT).encode())
    remembered = folder / "state" / "reader" / "state.json"
    if remembered.exists():
        os.environ["XDG_STATE_HOME"] = str(folder / "state")
        assert state.path() == remembered
        before = remembered.read_bytes()
        state.load()
        assert remembered.read_bytes() == before, "what it remembers it cannot read"


TARGET = Target("terminal", _inputs, _check, seconds=120, share=4, examples=2, can_be_shrunk=False)
