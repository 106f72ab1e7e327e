"""The driver of the terminal: Textual's own, but for what it takes from a terminal as it comes.

A terminal may send anything: bytes that are no UTF-8, keys that do not exist, answers that nobody
asked for. None of it ends the program.
"""

from __future__ import annotations

import os
import re
import selectors
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual import constants, events, log
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.keys import Keys
from textual.message import Message
from textual.messages import InBandWindowResize

from reader.tui import background

if TYPE_CHECKING:
    from reader.tui.keys.positions import Layout

WIDEST, HIGHEST = 2000, 1000
"""Cells of the largest screen: a size beyond that is a mistake, and would take all memory."""
_BEAT = 0.1
_SOON = 0.5
"""Seconds in which an answer comes to its end, or is none."""
_SILENCE = 10.0
"""Seconds after which a paste without an end has ended."""
_LONGEST = 1 << 16
"""Characters of an answer."""
_WITH_PLACES = "\x1b[=4;2u"
"""Also tell where a key lies, in kitty's keyboard protocol, which Textual has switched on."""

_ANSWER = "\x1b(?:\\](?=\\d)|[P_^X])[^\x07\x1b]*(?:\x07|\x1b\\\\)|\x1b\\[[?>=][\\d;:]*[@-~]"
"""An answer, asked for or not: in a string (OSC, DCS, APC, PM, SOS), or private CSI."""
_UNFINISHED = "\x1b(?:(?:\\]\\d|P[\\d$+>!|])[^\x07\x1b]*\x1b?|\\]|\\[(?:[?>=][\\d;:]*)?)\\Z"
_ALT_BRACKETS = "\x1b[", "\x1b]"
"""Keys, if nothing follows."""


class TerminalDriver(LinuxDriver):
    """Reads any bytes, and writes to a terminal that may be gone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Of a file, Textual only writes to it and flushes it.
        self._file = cast("Any", _Output(sys.__stderr__))
        self._is_given_back = True
        self._tells_changes = False

    @property
    def _host(self) -> Any:
        """The app, which takes signals and may be told that the terminal is gone."""
        return self._app

    def start_application_mode(self) -> None:
        self._host.take_signals()
        self._is_given_back = False
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no types
        begin = "" if constants.DISABLE_KITTY_KEY else _WITH_PLACES
        if self._host.screen_reader:
            begin += "\x1b[?25h"  # the terminal's cursor stands where one reads
        if self._host.follows_background:
            begin += self._asking()
        if begin:
            self.write(begin)

    def _asking(self) -> str:
        """Return what asks for the background's colour now, and to be told when it changes."""
        if not (self.input_tty and background.can_be_asked()):
            return ""
        tell = "" if self._tells_changes else background.TELL_CHANGES
        self._tells_changes = True
        return background.ASK + tell

    def ask_for_background(self) -> None:
        """Ask the terminal for its background's colour; the app hears the answer."""
        if not self._is_given_back and (asking := self._asking()):
            self.write(asking)

    def stop_application_mode(self) -> None:
        if self._tells_changes:
            self.write(background.TELL_NO_CHANGES)
        super().stop_application_mode()
        self._tells_changes = False
        self._is_given_back = True

    def give_back(self) -> None:
        """Give the terminal back at once, whatever else is being written to it."""
        if self._is_given_back:
            return
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        off = background.TELL_NO_CHANGES if self._tells_changes else ""
        off += "".join(f"\x1b[?{mode}l" for mode in (2004, 1000, 1003, 1015, 1006, 1004))
        # First of all an end to the sequence that may have been begun.
        with suppress(OSError):
            os.write(2, f"\x18{off}\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[m".encode())

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, WIDEST), min(height, HIGHEST)

    def _query_in_band_window_resize(self) -> None:
        """Ask for nothing: the kernel tells the size, and a mouse is placed by cells."""

    # What the terminal sends.

    def run_input_thread(self) -> None:
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser, stream = _Parser(self._debug), _Stream()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_BEAT):
                    try:
                        data = os.read(self.fileno, 4096)
                    except OSError:
                        data = b""
                    if not data:
                        self._loop.call_soon_threadsafe(self._host.hang_up)
                        return
                    pieces = stream.take(decode(data), time.monotonic())
                else:
                    pieces = stream.rest(time.monotonic())
                for piece in pieces:
                    parser = self._parse(parser, piece)
                while stream.answers:
                    with suppress(RuntimeError):  # the app has just ended
                        self._loop.call_soon_threadsafe(self._host.hear, stream.answers.pop(0))
                parser = self._tick(parser)

    def _parse(self, parser: _Parser, piece: str | events.Paste) -> _Parser:
        """Send on what a piece says; return the parser for the next one."""
        if isinstance(piece, events.Paste):
            self.process_message(piece)
            return parser
        try:
            for event in parser.feed(piece):
                self.process_message(event)
        except Exception as error:
            log.warning(f"The terminal has sent what is not understood: {piece!r}: {error!r}")
            return _Parser(self._debug)
        return parser

    def _tick(self, parser: _Parser) -> _Parser:
        try:
            for event in parser.tick():
                self.process_message(event)
        except Exception as error:
            log.warning(f"The terminal has sent what is not understood: {error!r}")
            return _Parser(self._debug)
        return parser

    def process_message(self, message: Message) -> None:
        if isinstance(message, InBandWindowResize | events.Resize):
            return
        if isinstance(message, events.Paste) and not message.text:
            return  # what is pasted comes by itself
        if isinstance(message, events.MouseEvent):
            width, height = self._app.size
            if not (0 <= message.x < width and 0 <= message.y < height):
                return
        super().process_message(message)


class _Output:
    """A stream on which writing never fails: to a terminal that is gone it is in vain."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.write(text)

    def flush(self) -> None:
        if self._stream is not None:
            with suppress(OSError, ValueError):
                self._stream.flush()

    def fileno(self) -> int:
        return 2


class _Parser(XTermParser):
    """Textual's parser; a key that cannot be is none, and a mouse is placed by cells.

    A key of kitty's protocol may have a second name, that of the Latin key in its place.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._layout: Layout | None = None

    def parse_mouse_code(self, code: str) -> Message | None:
        self.mouse_pixels = False  # an answer that nobody asked for may have set it
        return super().parse_mouse_code(code)

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]
        from reader.tui.keys.positions import Layout, without_alternates

        try:
            plain, told = without_alternates(sequence)
            keys = super()._parse_extended_key(plain)
            if not keys or told is None:
                return keys
            self._layout = self._layout or Layout()
            return self._layout.place(keys, told)
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, None)]


class _Stream:
    """Cuts what a terminal sends into pieces: pastes whole, and everything else for the parser.

    Textual's parser would take a sequence inside a paste for keys, and so it would the letters of
    an answer in a string.
    """

    def __init__(self) -> None:
        self._pasted: list[str] | None = None
        self._held = ""
        self._end = ""
        """The end of what was taken, in which a paste may begin, or end."""
        self._since = 0.0
        self.answers: list[str] = []
        """What has come and is neither key nor mouse nor paste."""

    def take(self, text: str, now: float) -> Iterator[str | events.Paste]:
        """Yield the pieces of what has come at ``now``, in seconds."""
        if self._held and now - self._since > _SOON:
            self._held = ""
        if not self._held:
            self._since = now
        text, self._held = self._held + text, ""
        while text:
            cut = self._until_paste if self._pasted is None else self._until_end
            text = yield from cut(text)

    def rest(self, now: float) -> Iterator[str | events.Paste]:
        """Give up what waits for its end: nothing has come for a while."""
        held, self._held = self._held, ""
        if held in _ALT_BRACKETS:
            yield held
        if self._pasted is None:
            self._end = ""
        elif now - self._since > _SILENCE:
            yield from self._until_end(BRACKETED_PASTE_END)

    def _until_paste(self, text: str) -> Generator[str | events.Paste, None, str]:
        """Yield what comes before a paste; return what comes after its beginning."""
        start = (self._end + text).find(BRACKETED_PASTE_START)
        if start >= 0:
            at = start + len(BRACKETED_PASTE_START) - len(self._end)
            # With its end the parser takes it for an empty paste, and forgets what was begun.
            yield self._without_answers(text[:at]) + BRACKETED_PASTE_END
            self._pasted, self._end = [], ""
            return text[at:]
        text = self._without_answers(text)
        if unfinished := re.search(_UNFINISHED, text):
            self._held = unfinished[0][-_LONGEST:]
            text = text[: unfinished.start()]
        self._end = (self._end + text)[1 - len(BRACKETED_PASTE_START) :]
        if text:  # to the parser, nothing means the end
            yield text
        return ""

    def _without_answers(self, text: str) -> str:
        self.answers += re.findall(_ANSWER, text)
        return re.sub(_ANSWER, "", text)

    def _until_end(self, text: str) -> Generator[str | events.Paste, None, str]:
        """Yield the paste if its end is in ``text``; return what comes after it."""
        assert self._pasted is not None
        before = len(self._end)
        end = (self._end + text).find(BRACKETED_PASTE_END) - before
        if end < -before:
            self._pasted.append(text)
            self._end = (self._end + text)[1 - len(BRACKETED_PASTE_END) :]
            return ""
        pasted = "".join([*self._pasted, text[: max(0, end)]])
        self._pasted, self._end = None, ""
        yield events.Paste(pasted[:end] if end < 0 else pasted)
        return text[end + len(BRACKETED_PASTE_END) :]
