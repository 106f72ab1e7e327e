"""An app that is left in an orderly way, whatever ends it, and remembers where one was."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui import leaving
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.main import MainScreen
from reader.tui.session import Session

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.soon import Soon

    Base = App[int]
else:
    Base = object  # it is not an app by itself, and costs Textual nothing

_REPORT = 10.0
"""Seconds for the report of a fault, which needs a disk: more than it takes on a busy machine."""


class LeavableApp(Base):
    """Leaves within half a second; name ``App`` as the last base of a subclass."""

    session: Session
    main: MainScreen
    """The screen at the bottom of the stack, which is there from the start to the end."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = ""
        """What to tell about a fault of the program that closed it; empty without one."""
        self.leaving = leaving.Leaving(
            (
                (self._give_back, 0.05),
                (leaving.kill_processes, 0.05),
                (self.remember, 0.5),
                (self.say_goodbye, 0.5),
                (self.print_on_leaving, 60.0),  # whoever reads it may be slow
            )
        )
        self._has_signals = self._has_remembered = False
        self._soon_remembered: Soon | None = None

    def paint_anew(self) -> None:
        """Paint everything: another program has had the terminal."""
        self.refresh(layout=True)

    def _is_closed(self) -> bool:
        return self.session.is_leaving or not self.screen_stack

    def take_signals(self) -> None:
        """Keep the place and give the terminal back, whatever signal ends the program.

        The driver calls it before it takes the terminal, and again each time it takes it anew.
        """
        if self._has_signals:
            return
        self._has_signals = True
        leaving.take_signals(self._end)
        with contextlib.suppress(AttributeError, ValueError):
            # Nothing has to be done when the program goes on that suspending has not done.
            signal.signal(signal.SIGCONT, signal.SIG_DFL)
            signal.signal(signal.SIGTSTP, lambda *_: self._soon(self._suspend, True))

    def _end(self, number: int) -> None:
        """Leave because of a signal, which may come at any moment."""
        self.leaving.begin(128 + number)
        self._soon(self._leave, 128 + number)

    def _soon(self, do: Callable[..., object], *arguments: object) -> None:
        """Have the UI thread do something once it comes to it; for signals."""
        if (loop := self._loop) is not None:
            with contextlib.suppress(RuntimeError):  # it has just ended
                loop.call_soon_threadsafe(do, *arguments)

    def hang_up(self) -> None:
        """Leave because the terminal is gone."""
        if not self.session.is_leaving:
            self._leave(128 + signal.SIGHUP)

    def _leave(self, code: int) -> None:
        """Close the app; from now on nothing that is typed is heeded."""
        self.session.is_leaving = True
        if not self.is_headless:
            self.leaving.begin(code)
        with contextlib.suppress(Exception):  # whatever is wrong with the place, one may leave
            self.remember()
        self.exit(code)

    def do_leave(self) -> None:
        screen = self.screen
        if not isinstance(screen, CommandScreen) or screen.may_leave():
            self._leave(0)

    do_quit = do_leave

    def fail(self, error: Exception) -> None:
        """Keep what is known of an unexpected exception, and the place; the exit code is 1."""
        if self.session.is_leaving:
            return  # of what is being closed anyway; the place is kept
        from reader.tui import crash

        self.session.is_leaving = True
        self.broken = crash.told()

        def keep() -> None:
            self.broken = crash.keep(error)

        # Before it is looked how long leaving takes: on a busy machine this alone may be too long.
        leaving.within(_REPORT, keep)
        self.leaving.begin(1)
        with contextlib.suppress(Exception):
            self.remember()
        self._return_code = 1

    def _give_back(self) -> None:
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back()

    def say_goodbye(self) -> None:
        """Tell about a fault of the program, or why there was nothing to read."""
        session = self.session
        if self.broken:
            sys.stderr.write(self.broken + "\n")
        if session.failure and session.collection is None:  # there was nothing to read
            sys.stderr.write(f"reader: {session.failure}\n")
        sys.stderr.flush()

    def print_on_leaving(self) -> None:
        """Write what was printed “on leaving” to standard output."""
        while self.session.leaving:
            sys.stdout.write(self.session.leaving.pop(0))
            sys.stdout.flush()

    # What is remembered.

    def remember(self) -> None:
        """Save language, theme and place for the next start, once."""
        if not self._has_remembered:
            self._has_remembered = True
            self._remember(at_last=True)

    def _remember(self, *, at_last: bool) -> None:
        self.session.remember(self.main.texts.place(), at_last=at_last)

    def remember_soon(self) -> None:
        """Save what a key has changed as soon as that is done, and what comes later after a while.

        So whatever ends the program, it is only the last key that may be lost.
        """
        if self._soon_remembered is None:
            from reader.tui.soon import Soon

            self._soon_remembered = Soon(self, self._remember_now)
        self._soon_remembered.ask()

    def _remember_now(self) -> None:
        if not self.session.is_leaving:
            self._remember(at_last=False)

    # Suspending.

    def do_suspend(self) -> None:
        self._suspend(always=False)

    def _suspend(self, always: bool) -> None:
        """Go to the shell; once that has the program go on, paint everything anew."""
        from reader.tui import job_control
        from reader.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver) and not self.session.is_leaving:
            job_control.suspend(self._driver, always=always)
            self.paint_anew()
