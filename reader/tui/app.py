"""The app: themes, commands of every screen, and the language of the interface."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from threading import get_ident
from typing import TYPE_CHECKING, Any, ClassVar, cast

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
from reader.language.sanitize import clean_input, sanitize
from reader.launch import LaunchOptions
from reader.tui import leaving
from reader.tui.notices import notify_problems, notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.main import MainScreen
from reader.tui.session import Session
from reader.tui.theme_choice import CHOICES, ThemeChoice
from reader.tui.widgets import themes
from reader.tui.widgets.line_filters import COLOURLESS, STEADY_WIDTHS, WITHOUT_FRAMES
from reader.tui.widgets.text_canvas import TextCanvas

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from reader.tui.executor import DaemonExecutor
    from reader.tui.input_gate import InputGate
    from reader.tui.screen_reader import Sent
    from reader.tui.worker_messages import DossierOpened, Matched, Prepared, Undone

SOON, LATER = 0.02, 0.25
"""Seconds after a key until what it has changed is saved: mostly, and at last."""


class ReaderApp(App[int], inherit_bindings=False):
    """The app that opens what the launch options name."""

    # The first screen's stylesheet comes with the app's: a screen's own is read only when it is pushed.
    CSS_PATH: ClassVar = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False
    # Textual's own ctrl+q would leave without remembering the place.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    # Known before there is any style, so that none has to be made twice.
    theme: Reactive[str] = Reactive(
        Initialize(lambda app: cast("ReaderApp", app).theme_choice.theme)
    )

    theme_choice: ThemeChoice

    main: MainScreen
    """The screen at the bottom of the stack, which is there from the start to the end."""

    def __init__(self, launch: LaunchOptions) -> None:
        self.session = Session(
            launch,
            settings.load(),
            state.load(),
            language_changed=Signal(self, "language-changed"),
            entries_changed=Signal(self, "entries-changed"),
            kept_changed=Signal(self, "kept-changed"),
            notes_changed=Signal(self, "notes-changed"),
        )
        self.theme_choice = ThemeChoice(self.session)
        super().__init__()
        self.animation_level = "full" if self.session.settings.animations else "none"
        self._sent: Sent | None = None
        """What a screen reader was shown; made with the first frame for one."""
        if self.screen_reader:
            from reader.tui.screen_reader import set_styles

            set_styles(self, on=True)
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
        self.executor: DaemonExecutor | None = None
        """Of workers' threads; made after the first frame."""
        self._gate: InputGate | None = None
        self._twin: events.Key | None = None
        """The key that was pressed last in place of one of a Cyrillic layout."""
        self._has_signals = self._has_remembered = self._is_remembering = self._has_more = False
        self._prepared: set[str] = set()
        """Languages that can be switched to at once."""
        self._wanted_language = self._opened_in = launch.language
        if messages.language() != launch.language:
            interface.set_language(launch.language)
        for theme in themes.THEMES:
            self.register_theme(theme)

    def get_default_screen(self) -> Screen[None]:
        self.main = MainScreen(self.session)
        return self.main

    def on_mount(self) -> None:
        self.title = "reader"
        if self.session.settings.keys:
            from reader.tui.keys.keymap import keymap

            self.session.keys, unusable = keymap(self.session.settings)
            self.set_keymap({id: ",".join(keys) for id, keys in self.session.keys.items()})
            for problem in unusable:
                notify_warning(self, interface.describe(problem))
        self.call_after_refresh(self._first_frame_is_out)

    def _first_frame_is_out(self) -> None:
        gc.enable()
        self.main.first_frame_is_out()
        self.remember_soon()
        if (loop := self._loop) is not None:
            from reader.tui.executor import DaemonExecutor

            self.executor = DaemonExecutor()
            loop.set_default_executor(self.executor)
        self._open_everything()

    def _open_everything(self) -> None:
        from reader.tui.opening import open_everything

        work = partial(open_everything, self.session.launch, self.main.post_message, _has_left)
        self.run_worker(work, thread=True, name="open", group="open", exclusive=True)

    def on_dossier_opened(self, event: DossierOpened) -> None:
        """Show another dossier, at the place where it was left; the one before is left as it is."""
        event.stop()
        if self.session.is_leaving:
            return
        self._remember(at_last=False)
        self.session = self.session.beside(event.collection)
        self.main = MainScreen(self.session)
        self._prepared.clear()
        # Textual takes for granted that the first screen of all is never switched away from.
        self.screen_stack[-1]._push_result_callback(self.main, None, None)
        self.switch_screen(self.main)
        self.call_after_refresh(self._dossier_is_shown)

    def _dossier_is_shown(self) -> None:
        self.main.first_frame_is_out()
        self.remember_soon()
        self._open_everything()

    def on_matched(self, event: Matched) -> None:
        event.stop()
        opened = self.session.collection
        problems = [
            *self.session.settings.problems,
            *state.problems(),
            *interface.problems(),
            *(opened.files.take_problems() if opened is not None else ()),
            *(opened.source.problems if opened is not None else ()),
        ]
        notify_problems(self, problems)

    # Leaving.

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
        self._has_more = self._is_remembering
        if not self._is_remembering:
            self._is_remembering = True
            self.set_timer(SOON, self._remember_now)
            self.set_timer(LATER, self._remember_rest)

    def _remember_now(self) -> None:
        if not self.session.is_leaving:
            self._remember(at_last=False)

    def _remember_rest(self) -> None:
        self._is_remembering = False
        self._remember_now()
        if self._has_more:  # by a key that may not be done yet
            self.remember_soon()

    def do_leave(self) -> None:
        screen = self.screen
        if not isinstance(screen, CommandScreen) or screen.may_leave():
            self._leave(0)

    do_quit = do_leave

    def do_suspend(self) -> None:
        self._suspend(always=False)

    def _suspend(self, always: bool) -> None:
        """Go to the shell; once that has the program go on, paint everything anew."""
        from reader.tui import job_control
        from reader.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver) and not self.session.is_leaving:
            job_control.suspend(self._driver, always=always)
            self.paint_anew()

    def paint_anew(self) -> None:
        """Paint everything: another program has had the terminal."""
        if self._sent is not None:
            self._sent.forget()
        self.refresh(layout=True)

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

    def _handle_exception(self, error: Exception) -> None:
        """Write an unexpected exception to a file, save the place, and close.

        The reader's terminal shows one line, not a traceback.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        if not self.session.is_leaving:
            self.fail(error)
            self._close_messages_no_wait()

    def fail(self, error: Exception) -> None:
        """Keep what is known of an unexpected exception, and the place; the exit code is 1."""
        if self.session.is_leaving:
            return  # of what is being closed anyway; the place is kept
        from reader.tui import crash

        self.session.is_leaving = True
        self.leaving.begin(1)
        self.broken = crash.keep(error)
        with contextlib.suppress(Exception):
            self.remember()
        self._return_code = 1

    # Keys, the mouse and what is pasted.

    def get_driver_class(self) -> type[Driver]:
        from reader.tui.driver import TerminalDriver

        return TerminalDriver

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.InputEvent | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, events.Paste):
            event.text = clean_input(event.text)
        await self._input.take(event)
        if not isinstance(event, events.MouseMove):
            self.remember_soon()

    @property
    def _input(self) -> InputGate:
        """The gate of what is typed, clicked and pasted; made when the first of that comes."""
        if self._gate is None:
            from reader.tui.input_gate import InputGate

            self._gate = InputGate(self, self._hand_on, self._is_closed)
        return self._gate

    async def _hand_on(self, event: events.Event) -> None:
        """Hand on what the gate lets through, unless the screen takes the key for itself."""
        screen = self.screen
        if isinstance(event, events.Key):
            self.session.pressed = event.key
            if (character := event.character) and character.isalpha() and event is not self._twin:
                self.session.types_cyrillic = "\u0400" <= character < "\u0530"
            place = getattr(event, "other", "")
            letter = place if len(place) == 1 else event.key
            if isinstance(screen, CommandScreen) and screen.take_key(letter):
                return
        elif isinstance(screen, CommandScreen) and not isinstance(event, events.MouseMove):
            screen.leave_hints()
        await super().on_event(event)

    async def on_key(self, event: events.Key) -> None:
        """Run what the key is bound to, else press the Latin key in its place."""
        event.prevent_default()
        if await self._check_bindings(event.key):
            return
        from reader.tui.keys.layouts import latin_key

        # Where a terminal doesn't tell the place, there is a table for some layouts.
        if (twin := getattr(event, "other", None) or latin_key(event.key)) is not None:
            event.stop()
            self._twin = events.Key(twin, None)
            self._input.take_instead(self._twin)

    def notify(
        self,
        message: str,
        *,
        severity: SeverityLevel = "information",
        markup: bool = False,
        **kwargs: Any,
    ) -> None:
        """Show a notice, which is data unless ``markup`` says otherwise.

        One of routine stands on the screen in front, if that has a line with room for it.
        """
        text = sanitize(message)
        here = get_ident() == self._thread_id and bool(self.screen_stack)
        screen = self.screen if severity == "information" and here else None
        if isinstance(screen, CommandScreen) and screen.tell(text):
            return
        super().notify(text, severity=severity, markup=markup, **kwargs)

    def action_help_quit(self) -> None:
        self.notify(_("Press q to leave the program."), markup=False)

    # Commands of every screen.

    def on_undone(self, event: Undone) -> None:
        from reader.tui import undoing

        event.stop()
        undoing.tell(self, self.session, event)

    def do_language(self) -> None:
        """Switch to the next language."""
        from reader.tui.opening import next_language

        self.with_language(
            next_language(self._wanted_language, self.session.collection, self._opened_in)
        )

    def with_language(self, language: str) -> None:
        """Switch to a language by its code; a worker loads what that needs."""
        from reader.tui.opening import prepare_language

        self._wanted_language = language
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

    def do_undo(self) -> None:
        from reader.tui import undoing

        undoing.undo(self, self.session)

    def do_redo(self) -> None:
        from reader.tui import undoing

        undoing.redo(self, self.session)

    def do_theme(self) -> None:
        if self.no_color:
            self.notify(_("There are no themes without colours: NO_COLOR is set."))
            return
        self.theme_choice.next()
        self.theme = self.theme_choice.theme
        if self.follows_background:
            self._ask_for_background()
            self.notify(_("The colours follow the terminal’s background."))

    @property
    def follows_background(self) -> bool:
        """Whether the theme is as the terminal's background is, which the driver asks for."""
        return self.theme_choice.follows

    def hear(self, answer: str) -> None:
        """Take what the terminal has said, which may be anything."""
        if self.theme_choice.hear(answer):
            self._ask_for_background()
        if self.follows_background and not self.session.is_leaving:
            self.theme = self.theme_choice.theme

    def _ask_for_background(self) -> None:
        ask = getattr(self._driver, "ask_for_background", None)
        if ask is not None:
            ask()

    # For a screen reader.

    @property
    def screen_reader(self) -> bool:
        """Whether the screen is painted for a screen reader."""
        return self.session.screen_reader

    def do_screen_reader(self) -> None:
        """Paint for a screen reader, or as before."""
        from reader.tui import screen_reader

        on = self.session.screen_reader = not self.session.screen_reader
        screen_reader.set_styles(self, on=on)
        self._sent = None
        if self._driver is not None and not self.is_headless:
            self._driver.write(screen_reader.SHOW_CURSOR if on else screen_reader.HIDE_CURSOR)
        for screen in self.screen_stack:
            for view in screen.query(TextCanvas):
                view.lay_out_anew()
        self.main.show_panes(self.main.pane)
        self.refresh_css(animate=False)
        for screen in self.screen_stack:
            screen.refresh(layout=True)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.screen_reader and renderable is not None and self.screen_stack:
            from reader.tui.screen_reader import Sent, reading_place

            if self._sent is None:
                self._sent = Sent()
            self.cursor_position = reading_place(self.screen) or self.cursor_position
            changed: Any = self._sent.update(self.screen, self.console)
            renderable = changed
        super()._display(screen, renderable)

    def with_theme(self, name: str) -> None:
        """Switch to a theme by its name."""
        if self.no_color:
            self.do_theme()
        elif self.theme_choice.choose(name):
            self.theme = self.theme_choice.theme
            if self.follows_background:
                self._ask_for_background()
        else:
            text = _("There is no theme “{name}”. There are: {names}.")
            self.notify(text.format(name=name, names=", ".join(CHOICES)))

    def get_theme(self, theme_name: str) -> Theme | None:
        """Return a theme by name, without the copy of all themes that Textual makes.

        Textual asks for it at every line.
        """
        return themes.BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what a line goes through: without colours where NO_COLOR is set."""
        filters = [COLOURLESS] if self.no_color else super().get_line_filters()
        if self.screen_reader:
            filters = [*filters, WITHOUT_FRAMES]
        return [*filters, STEADY_WIDTHS]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"row-highlight": "#2b4258"}

    def do_help(self) -> None:
        from reader.tui.screens.help import HelpScreen

        if isinstance(self.screen, CommandScreen):
            screen = self.screen

            def run(id: str | None) -> None:
                if id is not None:
                    screen.action_run(id)

            screen.open_screen(HelpScreen(self.session, screen.PARTS), run)

    def do_palette(self) -> None:
        from reader.tui.screens.palette import Asked, PaletteScreen

        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return

        def run(asked: Asked | None) -> None:
            if asked is not None:
                screen.run_with(asked.id, asked.argument)

        screen.open_screen(PaletteScreen(self.session, screen.PARTS), run)


def _has_left() -> bool:
    """Tell a worker whether the app is being closed, which waits for it."""
    return get_current_worker().is_cancelled
