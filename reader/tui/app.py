"""The app: themes, commands of every screen, and the language of the interface."""

from __future__ import annotations

import gc
from collections.abc import Sequence
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
from reader.tui.leavable import LeavableApp
from reader.tui.notices import notify_problems, notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.main import MainScreen
from reader.tui.session import Session
from reader.tui.theme_choice import CHOICES, ThemeChoice
from reader.tui.widgets import themes
from reader.tui.widgets.line_filters import COLOURLESS, STEADY_WIDTHS, WITHOUT_FRAMES

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.filter import LineFilter
    from textual.notifications import SeverityLevel

    from reader.tui.executor import DaemonExecutor
    from reader.tui.input_gate import InputGate
    from reader.tui.language_switch import LanguageSwitch
    from reader.tui.screen_reader import Sent
    from reader.tui.worker_messages import DossierOpened, Matched, Prepared, Undone


class ReaderApp(LeavableApp, App[int], inherit_bindings=False):
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
        self.executor: DaemonExecutor | None = None
        """Of workers' threads; made after the first frame."""
        self._gate: InputGate | None = None
        self._twin: events.Key | None = None
        """The key that was pressed last in place of one of a Cyrillic layout."""
        self._language_switch: LanguageSwitch | None = None
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
        if self._language_switch is not None:
            self._language_switch.prepared.clear()
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

    # Another program, and faults of this one.

    def paint_anew(self) -> None:
        """Paint everything: another program has had the terminal."""
        if self._sent is not None:
            self._sent.forget()
        super().paint_anew()

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

    @property
    def language_switch(self) -> LanguageSwitch:
        """What switches the language of the interface, made at its first use."""
        if self._language_switch is None:
            from reader.tui.language_switch import LanguageSwitch

            self._language_switch = LanguageSwitch(self, self.session.launch.language)
        return self._language_switch

    def do_language(self) -> None:
        """Switch to the next language."""
        self.language_switch.next(self.session)

    def with_language(self, language: str) -> None:
        """Switch to a language by its code."""
        self.language_switch.to(language, self.session)

    def on_prepared(self, event: Prepared) -> None:
        event.stop()
        self.language_switch.take(event, self.session)

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
        from reader.tui.screen_reader import switch

        self.session.screen_reader = not self.session.screen_reader
        self._sent = None
        switch(self, self.main, on=self.session.screen_reader)

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
        from reader.tui.screens.help import open_help

        if isinstance(self.screen, CommandScreen):
            open_help(self.session, self.screen)

    def do_palette(self) -> None:
        from reader.tui.screens.palette import open_palette

        if isinstance(self.screen, CommandScreen):
            open_palette(self.session, self.screen)


def _has_left() -> bool:
    """Tell a worker whether the app is being closed, which waits for it."""
    return get_current_worker().is_cancelled
