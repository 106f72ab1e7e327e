"""The app: one language for everything on the screen, and what the screens share."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from reader import settings, state
from reader.articles import decoding, recognition
from reader.dossiers import cache
from reader.errors import ReaderError
from reader.language import dates, interface, locales, messages
from reader.language.messages import _
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.tui.keys import commands
from reader.tui.presenters import with_mentions
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.main import MainScreen
from reader.tui.widgets import themes
from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.keys.keymap import Keys

SHOWN_PROBLEMS = 3


class ReaderApp(App[int], inherit_bindings=False):
    """Opens what ``start`` names. ``leaving`` is what to write to standard output afterwards."""

    # The first screen's stylesheet comes with the app's: a screen's own is read only when it is pushed.
    CSS_PATH: ClassVar = ["app.tcss", "screens/main.tcss"]
    ENABLE_COMMAND_PALETTE = False
    # Textual's own ctrl+q would leave without remembering the place.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False)]

    # Known before there is any style, so that none has to be made twice.
    theme: Reactive[str] = Reactive(Initialize(lambda app: cast("ReaderApp", app).wanted_theme))

    def __init__(self, start: LaunchOptions) -> None:
        self.start = start
        self.state = state.load()
        self.settings = settings.load()
        super().__init__()
        self.animation_level = "full" if self.settings.animations else "none"
        self.leaving: list[str] = []
        self.failure = ""
        self.broken = ""
        self._reading: Collection | None = None
        if messages.language() != start.language:
            interface.set_language(start.language)
        for theme in themes.THEMES:
            self.register_theme(theme)
        self._keys: Keys = {}
        with contextlib.suppress(ReaderError):
            if (cached := cache.load(start.root)) is not None:
                self._reading = Collection(cached, start.articles)

    @property
    def wanted_theme(self) -> str:
        """The theme that is configured, else the one used last, else the first."""
        wanted = self.settings.theme or self.state.theme
        return wanted if wanted in themes.NAMES else themes.NAMES[0]

    @property
    def has_reading(self) -> bool:
        return self._reading is not None

    @property
    def reading(self) -> Collection:
        """What is open. Only there once :attr:`has_reading` says so."""
        assert self._reading is not None
        return self._reading

    @property
    def main(self) -> MainScreen:
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    def get_default_screen(self) -> Screen[None]:
        return MainScreen()

    def on_mount(self) -> None:
        self.title = "reader"
        self._heed_signals()
        if self.settings.keys:
            from reader.tui.keys.keymap import keymap

            self._keys, said = keymap(self.settings.keys, commands.SCREENS)
            self.set_keymap({id: ",".join(keys) for id, keys in self._keys.items()})
            for text in said:
                self.warn(text)
        self.call_after_refresh(self._first_frame_is_out)

    def _first_frame_is_out(self) -> None:
        gc.enable()
        self.run_worker(self._prepare, thread=True, name="prepare")

    def _heed_signals(self) -> None:
        """A closed window, or being told to end, is a way to leave: the place is kept."""
        if self.is_headless:
            return
        for name in ("SIGHUP", "SIGTERM"):
            # Not every system has both, nor may every thread heed them.
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        if self.screen_stack:
            self.remember()
        self.exit(128 + number)

    # Reading, in a worker.

    def _prepare(self) -> None:
        try:
            if self._reading is None:
                reading = Collection.read(self.start.root, self.start.articles)
                self.call_from_thread(self._opened, reading)
            dates.keep()
            reading = self.reading
            for number, path in self.start.unread.items():
                self._read_rest(number, path)
            reading.ready()
            self.call_from_thread(self._matched)
            dates.keep()
            for language in locales.languages():  # a key changes the language at once
                interface.prepare(language)
        except ReaderError as error:
            self.call_from_thread(self._failed, error)
        finally:
            # Whatever went wrong: nobody waits for it any longer.
            if self._reading is not None:
                self._reading.prepared.set()

    def _read_rest(self, number: int, path: Path) -> None:
        """Read a long file to its end; what is wrong with the rest leaves the beginning shown."""
        try:
            text = decoding.read_text(path)
        except ReaderError as error:
            self.call_from_thread(self._failed, error)
            return
        document = recognition.open_article(text, str(path), self.reading.dossier)
        files = [n for n, a in enumerate(self.start.articles) if a.id is None]
        self.call_from_thread(self.main.texts.complete, f"file:{files.index(number) + 1}", document)

    def _opened(self, reading: Collection) -> None:
        self._reading = reading
        self.main.open_reading()

    def _matched(self) -> None:
        self.main.texts.link_mentions()
        self.main.tell_status()
        problems = [
            *self.settings.problems,
            *interface.problems(),
            *self.reading.dossier.problems,
        ]
        for problem in problems[:SHOWN_PROBLEMS]:
            self.warn(interface.describe(problem))
        if len(problems) > SHOWN_PROBLEMS:
            self.warn(_("There are more problems in this dossier: “reader check” lists them all."))

    def entries_changed(self) -> None:
        """The glossary has another entry: link it in every text, and list it."""
        self.main.texts.link_mentions()
        for screen in self.screen_stack[1:]:
            if isinstance(screen, CommandScreen):
                screen.retranslate()

    def _failed(self, error: ReaderError) -> None:
        self.failure = "\n".join(interface.describe(problem) for problem in error.problems)
        if self._reading is None:
            self.main.retranslate()
        else:
            self.warn(self.failure)

    def find_mentions(self, view: TextView, blocks: Sequence[Block]) -> None:
        """Find the mentions of a long text in a worker, and give them to the view that shows it."""

        def find() -> None:
            found = self.reading.mentions([block.text for block in blocks])
            spans = with_mentions(blocks, found)

            def give() -> None:
                if view.blocks is blocks or view.blocks == blocks:
                    view.set_spans(spans)

            self.call_from_thread(give)

        if self.reading.matcher is not None:
            self.run_worker(find, thread=True, group=f"mentions-{view.id}", exclusive=True)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: no traceback on the reader's terminal, and their place is kept."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        from reader.tui import crash

        self.broken = crash.keep(error)
        with contextlib.suppress(Exception):
            self.remember()
        self._return_code = 1
        self._close_messages_no_wait()

    def tell(self, text: str) -> None:
        self.notify(text, markup=False)

    def put_on_clipboard(self, text: str) -> str:
        """Copy ``text`` and say what was done, claiming nothing that can't be known."""
        from reader import clipboard

        if (tool := clipboard.copy(text)) is not None:
            return _("Copied to the clipboard with {tool}.").format(tool=tool)
        self.copy_to_clipboard(text)
        return _("The terminal was asked to put the text on the clipboard. Not every terminal does so: paste to check.")  # fmt: skip

    def warn(self, text: str) -> None:
        self.notify(text, severity="warning", timeout=10, markup=False)

    # Where to begin, and what is remembered.

    def opening_place(self) -> tuple[str, Anchor | None]:
        """The key of the document to show first, and where in it."""
        if self.start.articles:
            return self.start.articles[0].id or "file:1", None
        place = self.state.places.get(str(self.start.root))
        if self.start.document is not None:
            if place is None or place.document != self.start.document:
                return self.start.document, None
        elif place is None:
            return "", None
        return place.document, Anchor(place.paragraph, place.offset)

    def remembered_mode(self) -> str:
        """Which text was shown last in this dossier."""
        place = self.state.places.get(str(self.start.root))
        return place.mode if place is not None else ""

    def remember(self) -> None:
        """Keep the language and the place for the next start."""
        self.state.language = messages.language()
        self.state.theme = self.theme
        place = self.main.place() if self.has_reading else None
        if place is not None and not place.item.startswith("file:"):
            anchor = self.main.source.place or Anchor("", 0)
            self.state.places[str(self.start.root)] = state.Place(
                place.item, anchor.block, anchor.offset, self.main.texts.mode
            )
        state.save(self.state)

    # Keys.

    def on_key(self, event: events.Key) -> None:
        """A key that nothing took may be one of the Russian layout: press its twin."""
        from reader.tui.keys.layouts import latin_key

        if (twin := latin_key(event.key)) is not None:
            event.stop()
            self.simulate_key(twin)

    def action_help_quit(self) -> None:
        self.tell(_("Press q to leave the program."))

    def keys_of(self, command: commands.Command) -> tuple[str, ...]:
        """The keys that a command has now, by Textual's names."""
        return self._keys.get(command.id, command.keys)

    # Commands of every screen.

    def do_language(self) -> None:
        languages = locales.languages()
        index = languages.index(messages.language())
        interface.set_language(languages[(index + 1) % len(languages)])
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.retranslate()
        for problem in interface.problems():
            self.warn(interface.describe(problem))

    def do_theme(self) -> None:
        names = themes.NAMES
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def get_theme(self, theme_name: str) -> Theme | None:
        """As Textual does; but it copies all themes to find one, and looks for it at every line."""
        return themes.BY_NAME.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"row-highlight": "#2b4258"}

    def do_help(self) -> None:
        from reader.tui.screens.help import HelpScreen

        if isinstance(self.screen, CommandScreen):
            self.push_screen(HelpScreen(self.screen.PARTS))

    def do_palette(self) -> None:
        from reader.tui.screens.palette import PaletteScreen

        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return

        def run(id: str | None) -> None:
            if id is not None:
                screen.action_run(id)

        self.push_screen(PaletteScreen(screen.PARTS), run)

    def do_leave(self) -> None:
        self.remember()
        self.exit(0)
