"""A session in a real terminal that does everything once, and what is left of it afterwards.

It is made of acts, each of which begins and ends in the text of the main screen. To have more of
the program in it, add an act, and to ``KEPT`` what a start after it has to find.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.language.interface import translator
from reader.tui.widgets import themes
from tests.whole.test_terminal import Screen

DRAG = "\x1b[<0;50;9M\x1b[<32;70;9M\x1b[<32;70;11M\x1b[<0;70;11m"
"""The left button from row 9 to row 11, as a terminal reports it."""
COUNT = r"(?<!подтверждено )\b\d+ (из|of) \d+ *$"
"""What is told of mentions and of what was found, at the end of a line: not a title's claims."""


class Words(NamedTuple):
    """What the screen says in a language, as regular expressions, and what is typed in it."""

    language: str
    locale: str
    character: str
    selected: str
    charter: str

    def __call__(self, msgid: str) -> str:
        """The interface's words for a msgid; ``{…}`` in it stands for anything."""
        said = re.escape(translator(self.language)(msgid))
        return re.sub(r"\\\{\w+\\\}", ".+?", said).replace(r"\ ", " ")

    def paragraph(self, number: object) -> str:
        said = translator(self.language)("Paragraph {n} of {total}")
        return said.format(n=number, total=r"\d+")


LANGUAGES = [
    Words("ru", "ru_RU", "знак", "отмечен", "хартия"),
    Words("en", "en_US", "character", "selected", "charter"),
]


class Step(NamedTuple):
    """Keys for tmux, and what the screen has to show then, or no longer."""

    keys: Sequence[str]
    see: str = ""
    gone: str = ""


class Act(NamedTuple):
    name: str
    steps: Callable[[Words], Sequence[Step]]
    wide: bool = False
    """Whether it needs more than one pane on the screen."""
    whole: bool = False
    """Whether the next start would be in the middle of it, as its last step alone goes back."""
    kept: bool = False
    """Whether the next start has what it did."""


def _pane(say: Words, msgid: str) -> str:
    """The title of the pane that has the focus: in its frame, or of its tab in capitals."""
    return f"━ ?{say(msgid)}|{say(msgid).upper()}"


ACTS = (
    Act("numbers", lambda say: (
        Step(["7", "G"], say.paragraph(7)),
        Step(["3", "{"], say.paragraph(4)),
        Step(["}"], say.paragraph(5)),
        Step(["G"], say.paragraph(12)),
        Step(["g"], say.paragraph(1)),
    )),
    Act("a paragraph by its number", lambda say: (
        Step(["C-g"], say("Number of the paragraph…")),
        Step(["8", "Enter"], say.paragraph(8)),
    )),
    Act("a mark and the way back", lambda say: (
        Step(["8", "G"], say.paragraph(8)),
        Step(["m"], say("A letter to mark this place with…")),
        Step(["a", "g"], say.paragraph(1)),
        Step(["'", "a"], say.paragraph(8)),
        Step(["BSpace"], say.paragraph(1)),
        Step(["M-Right"], say.paragraph(8)),
    ), kept=True),
    Act("a paragraph is copied", lambda say: (
        Step(["8", "G"], say.paragraph(8)),
        Step(["y"], rf"{say('paragraph {n}')}, \d+ {say.character}"),
        Step(["}"], say.paragraph(9)),
    )),
    Act("a selection is copied", lambda say: (
        Step(["g"], say.paragraph(1)),
        Step([DRAG], ""),
        Step(["y"], rf"\d+ {say.character}"),
        Step(["Escape"], say.paragraph(1)),
    )),
    Act("letters at links", lambda say: (
        Step(["f"], say("Type the letters at a link to open it; Esc takes them away.")),
        Step(["Escape"], say.paragraph(1)),
    )),
    Act("a term", lambda say: (
        Step(["t", "Enter"], say("Close")),
        Step(["y"], rf"{say('definition')}, \d+ {say.character}"),
        Step(["Escape"], say("Quit"), "╭"),
    )),
    Act("mentions of a term", lambda say: (
        Step(["7", "G", "t", "*"], COUNT),
        Step(["#"], COUNT),
        Step(["Escape"], "", COUNT),
        Step(["g"], say.paragraph(1)),
    )),
    Act("finding", lambda say: (
        Step(["/"], say("Find in text and summary…")),
        Step([say.charter, "Enter"], COUNT),
        Step(["n"], COUNT),
        Step(["Escape"], "", COUNT),
        Step(["g"], say.paragraph(1)),
    )),
    Act("the other text, and both", lambda say: (
        Step(["v", "v"], _pane(say, "Parallel text")),
        Step(["v"], "", _pane(say, "Parallel text")),
    ), whole=True),
    Act("a look at the other language", lambda _say: (
        Step(["g", "x"], "↳"),
        Step(["x"], "", "↳"),
    )),
    Act("claims", lambda say: (
        Step(["Tab"], _pane(say, "Summary")),
        Step(["j", "+"], rf"1 \S+ {say.selected}|{say.selected}\S* 1"),
        Step(["y"], rf"\d+ {say.character}"),
        Step(["+"], "", say.selected),
        Step(["]", "Enter"], say.paragraph(r"\d+")),
        Step(["2", "Tab", "g"], say.paragraph(1)),
    )),
    Act("a note", lambda say: (
        Step(["g", "A"], say("New note")),
        Step(["eh?"], r"eh\?"),
        Step(["C-s"], r"✎", say("New note")),
        Step(["i"], say("Words of a note, or a tag: #tag…")),
        Step(["Enter"], say.paragraph(1) + "|✎", "╭"),
        Step(["U"], "", r"✎"),
        Step(["C-r"], r"✎"),
    ), whole=True),
    Act("what was selected and read", lambda say: (
        Step(["Y"], say("Selected claims") + "|╭"),
        Step(["Escape"], say("Quit"), "╭"),
        Step(["O"], "╭"),
        Step(["Escape"], say("Quit"), "╭"),
    )),
    Act("an entry of one's own", lambda say: (
        Step(["w"], say("A term in any form, in any language…")),
        Step([say.charter], say.charter),
        Step(["C-y"], rf"{say('definition')}, \d+ {say.character}"),
        Step(["C-n"], say("New term of your own")),
        Step(["пирс" if say.language == "ru" else "pier"], "пирс|pier"),
        Step(["C-s"], "пирс|pier", say("New term of your own")),
        Step(["Escape"], say("Quit"), "╭"),
    ), kept=True),
    Act("a command by its name", lambda say: (
        Step([":"], say("Find a command…")),
        Step(["язык" if say.language == "ru" else "language"], say("Switch everything to the next language.")),
        Step(["Escape"], say("Quit"), "╭"),
    )),
    Act("the keys", lambda say: (
        Step(["?"], say("Move one line down.")),
        Step(["ctrl+g"], say("Go to a paragraph by its number."), r"Ctrl\+D"),
        Step(["Escape"], say("Quit"), "╭"),
    )),
    Act("the other language", lambda say: (
        Step(["L"], "", say("Quit")),
        Step(["L"], say("Quit")),
    ), whole=True),
    Act("printing", lambda say: (
        Step(["P"], r"report-charter-\w\w\.txt"),
        Step(["Escape"], say("Quit"), "╭"),
    )),
    Act("another article", lambda say: (
        Step(["K"], r"4 (из|of) 5"),
        Step(["J"], r"5 (из|of) 5"),
        Step(["g"], say.paragraph(1)),
    )),
    Act("panes", lambda say: (
        Step(["3", "Tab"], _pane(say, "Summary")),
        Step(["z"], "", f"[─━] ?{say('Articles')}"),
        Step(["z"], f"[─━] ?{say('Articles')}"),
        Step(["2", "Tab", "5", ">"], _pane(say, "Text")),
    ), wide=True),
    Act("the shell between", lambda say: (
        Step(["C-z"], "Stopped"),
        Step(["fg", "Enter"], say("Quit")),
    )),
    Act("colours", lambda say: (
        Step(["C-t"], say("Quit")),
        Step(["C-t"], say("Quit")),
    ), kept=True),
    Act("where one stops", lambda say: (
        Step(["6", "G"], say.paragraph(6)),
    ), kept=True),
)  # fmt: skip


class Session:
    """The program under a shell, and what it keeps, in a folder of its own."""

    def __init__(self, folder: Path, size: tuple[int, int], say: Words) -> None:
        self.say, self.folder = say, folder
        self.is_wide = size[0] >= 100
        self.acts = [act for act in ACTS if self.is_wide or not act.wide]
        command = "PS1='shell: ' bash --norc --noprofile -i"
        socket = f"reader-{uuid.uuid4().hex}"
        self.screen = Screen(folder, size, socket, command=command, language=say.locale)
        self.screen.wait_for("shell:")

    def start(self, document: str = "report-charter") -> None:
        reader = Screen.READER.removesuffix("report-charter")
        self.screen.press(f"{reader}{document}", "Enter")
        self.wait(Step((), self.say("Quit")), "the start")
        # Terms are there once it is told how many claims cite a paragraph, or nothing more.
        self.wait(Step((), "", self.say("Reading the terms…")), "the start")

    def wait(self, step: Step, name: str) -> None:
        def met(text: str) -> bool:
            return bool(re.search(step.see, text, re.M)) and not (
                step.gone and re.search(step.gone, text, re.M)
            )

        self.screen.wait_until(met, f"{name}: {list(step.keys)} did not bring {step.see!r}")

    def act(self, act: Act, *, but: int = 0) -> None:
        """Do the steps of an act, the last ``but`` of them not."""
        steps = list(act.steps(self.say))
        for step in steps[: len(steps) - but]:
            for key in step.keys:
                # Letters as they are; what tmux has a name for by its name.
                named = re.fullmatch(r"[CM]-\w+|Enter|Escape|BSpace|Tab", key) is not None
                self.screen.press(*([] if named else ["-l"]), key)
            self.wait(step, act.name)

    def leave(self) -> None:
        self.screen.press("q")
        self.wait(Step((), "shell: *$", self.say("Quit")), "the end")
        self.clear()

    def clear(self) -> None:
        # What `reset` does, without the second that it waits for a terminal of the old days.
        self.screen.press(r"stty sane; printf '\033c\033[3J'", "Enter")
        self.screen.wait_until(lambda text: text.strip() == "shell:", "no clear screen")

    def kill(self) -> None:
        """End the program as nothing can be caught."""
        for pid in self._running():
            os.kill(int(pid), signal.SIGKILL)
        # What the shell says may be lost in a sequence that the program did not end.
        self.screen.wait_until(lambda _text: not self._running(), "not killed")
        self.screen.press("Enter")  # of a stopped program a shell tells only now
        self.clear()

    def _running(self) -> list[str]:
        shell = self.screen._run("display", "-p", "#{pane_pid}").strip()
        found = subprocess.run(
            ["pgrep", "-P", shell], check=False, capture_output=True, text=True
        )  # its code is 1 where nothing runs
        return found.stdout.split()

    def kept(self) -> dict[str, str]:
        """What stands in the files of the reader's own."""
        return {name: find(self.folder) for name, find in KEPT.items()}


def _own_entries(folder: Path) -> str:
    own = folder / "DATA" / "reader" / "glossaries" / "us-azerbaijan.yaml"
    return own.read_text() if own.exists() else ""


def _marks(folder: Path) -> str:
    return _lines(folder / "DATA" / "reader" / "marks")


def _selected_claims(folder: Path) -> str:
    return _lines(folder / "DATA" / "reader" / "selected")


def _lines(folder: Path) -> str:
    """What stands in files of JSON lines, each of which is whole."""
    text = "".join(path.read_text() for path in sorted(folder.glob("*.jsonl")))
    for line in text.splitlines():
        json.loads(line)
    return text


def _notes(folder: Path) -> str:
    return _lines(folder / "DATA" / "reader" / "notes" / "dossiers")


KEPT: dict[str, Callable[[Path], str]] = {
    "notes": _notes,
    "own entries": _own_entries,
    "marks": _marks,
    "selected claims": _selected_claims,
}
"""What is kept of a session as soon as it is done, by what it is: files that grow."""


# Of two languages and two sizes each test has two pairs, the other test the other two.


@pytest.fixture(
    params=[((120, 40), LANGUAGES[0]), ((80, 24), LANGUAGES[1])], ids=["120x40-ru", "80x24-en"]
)
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    size, say = request.param
    session = Session(tmp_path, size, say)
    yield session
    session.screen.end()


def test_all_of_it_in_one_session_and_the_next_start_has_it(session: Session) -> None:
    say = session.say
    assert sum(len(act.steps(say)) for act in ACTS) >= 60
    session.start()
    for act in session.acts:
        session.act(act)
    session.screen.settled()
    session.leave()
    before = session.kept()
    assert "пирс" in before["own entries"] or "pier" in before["own entries"]
    assert "eh?" in before["notes"]
    session.start(document="")
    session.wait(Step((), say.paragraph(6)), "the place")
    assert session.kept() == before
    session.act(Act("the entry", lambda say: (
        Step(["w"], say("A term in any form, in any language…")),
        Step(["пирс" if say.language == "ru" else "pier"], r"(?s)(пирс|pier).*(пирс|pier)"),
        Step(["Escape"], say("Quit"), "╭"),
    )))  # fmt: skip
    session.act(Act("the mark", lambda say: (
        Step(["'", "a"], say.paragraph(8)),
    )))  # fmt: skip
    session.leave()
    state = json.loads((session.folder / "STATE" / "reader" / "state.json").read_text())
    assert state["theme"] == themes.NAMES[2]


@pytest.mark.parametrize(
    ("size", "say"),
    [((80, 24), LANGUAGES[0]), ((120, 40), LANGUAGES[1])],
    ids=["80x24-ru", "120x40-en"],
)
def test_a_kill_at_any_moment_takes_nothing_that_was_kept(
    size: tuple[int, int], say: Words, tmp_path: Path
) -> None:
    session = Session(tmp_path, size, say)
    try:
        assert len(session.acts) >= 20
        # All acts in the one size; in the other those that need it, or that the next start tells of.
        killed = [act for act in session.acts if act.wide or act.whole or act.kept]
        assert len(killed) >= 6
        for act in killed if session.is_wide else session.acts:
            kept = session.kept()
            session.start()
            session.act(act, but=0 if act.whole or len(act.steps(say)) == 1 else 1)
            if act.whole or act is session.acts[-1]:
                session.screen.settled()  # the very last key may be lost
            session.kill()
            now = session.kept()
            assert {name: text[: len(kept[name])] for name, text in now.items()} == kept
        assert re.search("пирс|pier", session.kept()["own entries"])
        # The next start is where the last one was, with the mark, and complains of nothing.
        session.start(document="")
        session.wait(Step((), say.paragraph(6)), "the place")
        assert str(tmp_path) not in session.screen.settled()
        session.act(Act("the mark", lambda say: (Step(["'", "a"], say.paragraph(8)),)))
        session.leave()
    finally:
        session.screen.end()
