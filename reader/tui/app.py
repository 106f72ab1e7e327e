"""The app: themes, commands of every screen, and the language of the interface."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.signal import Signal
from textual.theme import Theme
from textual.worker import get_current_worker

from reader import settings, state
from reader.language import interface, messages
from reader.language.messages import _
from reader.launch import LaunchOptions
from reader.tui.keys import commands
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.main import MainScreen
from reader.tui.session import Session
from reader.tui.widgets import themes

if TYPE_CHECKING:
    from reader.tui.worker_messages import Matched, Prepared

SHOWN_PROBLEMS = 3


class ReaderApp(App[int], inherit_bindings=False):
    """The app that opens what the launch options name."""

    # The first screen's stylesheet comes with the app's: a screen's own is read only when it is pushed.
    CSS_PATH: ClassVar = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False
    # Textual's own ctrl+q would leave without remembering the place.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    # Known before there is any style, so that none has to be made twice.
    theme: Reactive[str] = Reactive(Initialize(lambda app: cast("ReaderApp", app).wanted_theme))

    main: MainScreen
    """The screen at the bottom of the stack, which is there from the start to the end."""

    def __init__(self, launch: LaunchOptions) -> None:
        self.session = Session(
            launch,
            settings.load(),
            state.load(),
            language_changed=Signal(self, "language-changed"),
            entries_changed=Signal(self, "entries-changed"),
        )
        super().__init__()
        self.animation_level = "full" if self.session.settings.animations else "none"
        self.broken = ""
        """What to tell about a fault of the program that closed it; empty without one."""
        self._prepared: set[str] = set()
        """Languages that can be switched to at once."""
        self._wanted_language = self._opened_in = launch.language
        if messages.language() != launch.language:
            interface.set_language(launch.language)
        for theme in themes.THEMES:
            self.register_theme(theme)

    @property
    def wanted_theme(self) -> str:
        """The theme that is configured, else the one used last, else the first."""
        wanted = self.session.settings.theme or self.session.state.theme
        return wanted if wanted in themes.NAMES else themes.NAMES[0]

    def get_default_screen(self) -> Screen[None]:
        self.main = MainScreen(self.session)
        return self.main

    def on_mount(self) -> None:
        self.title = "reader"
        self._handle_signals()
        if configured := self.session.settings.keys:
            from reader.tui.keys.keymap import keymap

            self.session.keys, unusable = keymap(configured, commands.SCREENS)
            self.set_keymap({id: ",".join(keys) for id, keys in self.session.keys.items()})
            for text in unusable:
                notify_warning(self, text)
        self.call_after_refresh(self._first_frame_is_out)

    def _first_frame_is_out(self) -> None:
        from reader.tui.opening import open_everything

        gc.enable()
        session = self.session
        post = self.main.post_message
        work = partial(open_everything, session.launch, post, _has_left)
        self.run_worker(work, thread=True, name="open")

    def on_matched(self, event: Matched) -> None:
        event.stop()
        opened = self.session.collection
        problems = [
            *self.session.settings.problems,
            *interface.problems(),
            *(opened.take_problems() if opened is not None else ()),
            *(opened.source.problems if opened is not None else ()),
        ]
        for problem in problems[:SHOWN_PROBLEMS]:
            notify_warning(self, interface.describe(problem))
        if len(problems) > SHOWN_PROBLEMS:
            notify_warning(self, _("There are more problems in this dossier: “reader check” lists them all."))  # fmt: skip

    # Leaving.

    def _handle_signals(self) -> None:
        """Save the place when the terminal's window closes or the process is terminated."""
        if self.is_headless:
            return
        for name in ("SIGHUP", "SIGTERM"):
            # Not every system has both, nor may every thread handle them.
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)
        from reader.tui.job_control import resume_only_what_was_suspended

        with contextlib.suppress(AttributeError, ValueError):
            resume_only_what_was_suspended()

    def _end(self, number: int) -> None:
        if self.screen_stack:
            self.remember()
        self.exit(128 + number)

    def remember(self) -> None:
        """Save language, theme and place for the next start."""
        self.session.remember(self.theme, self.main.navigator.reading_place())

    def do_leave(self) -> None:
        self.remember()
        self.exit(0)

    do_quit = do_leave

    def _handle_exception(self, error: Exception) -> None:
        """Write an unexpected exception to a file, save the place, and close.

        The reader's terminal shows one line, not a traceback.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        from reader.tui import crash

        self.broken = crash.keep(error)
        with contextlib.suppress(Exception):
            self.remember()
        self._return_code = 1
        self._close_messages_no_wait()

    # Keys.

    def on_key(self, event: events.Key) -> None:
        """Press the Latin key of an unhandled key of a Cyrillic layout."""
        from reader.tui.keys.layouts import latin_key

        if (twin := latin_key(event.key)) is not None:
            event.stop()
            self.simulate_key(twin)

    def action_help_quit(self) -> None:
        self.notify(_("Press q to leave the program."), markup=False)

    # Commands of every screen.

    def do_language(self) -> None:
        """Switch to the next language; a worker loads what that needs."""
        from reader.tui.opening import next_language, prepare_language

        self._wanted_language = language = next_language(
            self._wanted_language, self.session.collection, self._opened_in
        )
        if language in self._prepared or language == messages.language():
            self._switch_language(language)
            return
        work = partial(prepare_language, language, self.session.collection, self.post_message)
        self.run_worker(work, thread=True, group="language")

    def on_prepared(self, event: Prepared) -> None:
        event.stop()
        if self.session.collection is not None:
            self._prepared.add(event.language)
        if event.language == self._wanted_language:
            self._switch_language(event.language)

    def _switch_language(self, language: str) -> None:
        if language == messages.language():
            return
        if self.session.collection is not None:
            self._prepared.add(messages.language())
        interface.set_language(language)
        self.session.language_changed.publish(language)
        for problem in interface.problems():
            notify_warning(self, interface.describe(problem))

    def do_theme(self) -> None:
        names = themes.NAMES
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by name, without the copy of all themes that Textual makes.

        Textual asks for it at every line.
        """
        return themes.BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"row-highlight": "#2b4258"}

    def do_help(self) -> None:
        from reader.tui.screens.help import HelpScreen

        if isinstance(self.screen, CommandScreen):
            self.push_screen(HelpScreen(self.session, self.screen.PARTS))

    def do_palette(self) -> None:
        from reader.tui.screens.palette import PaletteScreen

        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return

        def run(id: str | None) -> None:
            if id is not None:
                screen.action_run(id)

        self.push_screen(PaletteScreen(self.session, screen.PARTS), run)


def _has_left() -> bool:
    """Tell a worker whether the app is being closed, which waits for it."""
    return get_current_worker().is_cancelled
