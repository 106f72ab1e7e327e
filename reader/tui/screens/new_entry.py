"""A new entry for the reader's own glossary: what it is called, what it is, what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from reader.dossiers import user_glossary
from reader.errors import ReaderError
from reader.language import interface, locales, messages
from reader.language.entry_kinds import KINDS
from reader.language.locales import language_name
from reader.language.messages import _
from reader.language.slugs import slug
from reader.model import ENTRY_KINDS, Dossier, Entry, EntryKind, Term
from reader.terms.languages.registry import dictionaries_are_loaded, load_dictionaries
from reader.tui.keys import commands
from reader.tui.screens.modal import ReaderModal
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.key_bar import KeyBar

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_ABBREVIATION = re.compile(r"[^\W\d_a-zа-яё]{2,8}")
_DEFINITION = "definition"

Draft = Mapping[str, str]
"""What was typed, by field."""


class NewEntryScreen(ReaderModal[str | None]):
    """Gives the id of the entry that was added, or ``None``. ``draft`` is what to begin with.

    ``on_given_up`` gets what was typed when the window is closed without adding anything.
    """

    PARTS = commands.SCREENS["new-entry"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_field", "previous_field", "save_entry", "discard")
    )
    CSS_PATH = "new_entry.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(self, draft: Draft | None = None) -> None:
        super().__init__()
        self.draft = dict(draft or {})
        self._suggested = ""
        self._saving = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="new-entry", can_focus=False):
            yield Static(id="heading", markup=False)
            for code in locales.languages():
                yield from self._field(f"terms-{code}", _area(2))
            yield from self._field("id", Input(compact=True))
            yield ChoiceRow(id="kind")
            yield from self._field(_DEFINITION, _area(4))
            yield Static(id="said", markup=False)
        yield KeyBar(*self.PARTS)

    @staticmethod
    def _field(name: str, editor: Widget) -> ComposeResult:
        """A label, the field, and what is wrong with it."""
        editor.id = name
        with Horizontal(classes="field"):
            yield Static(id=f"{name}-label", classes="label", markup=False)
            with Vertical():
                yield editor
                yield Static(id=f"{name}-wrong", classes="wrong", markup=False)

    def on_mount(self) -> None:
        if not dictionaries_are_loaded():
            # What is saved is linked at once, if its forms can be made at once.
            self.app.run_worker(load_dictionaries, thread=True, group="dictionary")
        for name in (*self._term_fields(), _DEFINITION):
            self._area(name).load_text(self.draft.get(name, ""))
        self.query_one("#kind", ChoiceRow).chosen = self.draft.get("kind", "concept")
        self.query_one("#id", Input).value = self.draft.get("id", "")
        self.retranslate()
        self._suggest()
        first = f"terms-{messages.language()}"
        typed = [name for name in self._term_fields() if self.draft.get(name)]
        self._area(typed[0] if typed else first).focus()

    def retranslate(self) -> None:
        super().retranslate()
        language = messages.language()
        self._say("heading", _("New entry of your own"))
        for code in locales.languages():
            name = language_name(code, language)
            self._say(f"terms-{code}-label", _("Terms: {language}").format(language=name))
            hint = _("One a line, or parted by “;”. The first is the main one.")
            self._area(f"terms-{code}").placeholder = hint
        self._say("id-label", _("Id"))
        self._say("definition-label", _("Definition"))
        kinds: dict[str, str] = {kind: _(KINDS[kind]) for kind in ENTRY_KINDS}
        self.query_one("#kind", ChoiceRow).offer(_("Kind"), kinds)
        self._clear()

    # What was typed.

    @staticmethod
    def _term_fields() -> list[str]:
        return [f"terms-{code}" for code in locales.languages()]

    def _area(self, name: str) -> TextArea:
        return self.query_one(f"#{name}", TextArea)

    def typed(self) -> Draft:
        """Everything in the fields, to begin with another time."""
        typed = {name: self._area(name).text for name in (*self._term_fields(), _DEFINITION)}
        typed["kind"] = self.query_one("#kind", ChoiceRow).chosen
        if (id := self.query_one("#id", Input).value) != self._suggested:
            typed["id"] = id
        return typed

    def entry(self) -> Entry:
        """The entry as it is typed, whatever is wrong with it."""
        terms = {code: terms_in(self._area(f"terms-{code}").text) for code in locales.languages()}
        return Entry(
            self.query_one("#id", Input).value.strip(),
            cast("EntryKind", self.query_one("#kind", ChoiceRow).chosen),
            MappingProxyType({code: named for code, named in terms.items() if named}),
            " ".join(self._area(_DEFINITION).text.split()),
            own=True,
        )

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._suggest()

    def _suggest(self) -> None:
        """Suggest an id for the terms, as long as nobody has written another."""
        field = self.query_one("#id", Input)
        if field.value in ("", self._suggested) and field is not self.focused:
            self._suggested = suggested(self.entry(), self.reader.reading.dossier)
            field.value = self._suggested

    # Commands.

    def do_next_field(self) -> None:
        self.focus_next()

    def do_previous_field(self) -> None:
        self.focus_previous()

    def do_next_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(1)

    def do_previous_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(-1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_save_entry()

    def do_discard(self) -> None:
        self.draft = dict(self.typed())
        self.dismiss(None)

    def do_save_entry(self) -> None:
        """Add the entry in a worker; where it cannot be, say why beside the field."""
        if self._saving:
            return
        entry = self.entry()
        if self._object(entry):
            return
        self._saving = True

        def save() -> None:
            try:
                self.reader.reading.add(entry)
            except ReaderError as error:
                self.app.call_from_thread(self._failed, entry, error)
            else:
                self.app.call_from_thread(self._saved, entry)

        self.app.run_worker(save, thread=True, group="save")

    def _object(self, entry: Entry) -> bool:
        """Say what is wrong with the entry, and go to the first field that is."""
        wrong = {
            field.replace("/", "-"): interface.describe(problem)
            for field, problem in user_glossary.objections(
                self.reader.reading.dossier, entry
            ).items()
        }
        if not entry.terms:
            wrong = {self._term_fields()[0]: _("Give one term at least, in either language.")}
        self._clear()
        for field, text in wrong.items():
            self._say(f"{field}-wrong", text)
        if first := next((f for f in (*self._term_fields(), "id") if f in wrong), None):
            self.query_one(f"#{first}").focus()
        return bool(wrong)

    def _failed(self, entry: Entry, error: ReaderError) -> None:
        self._saving = False
        if not self._object(entry):
            self._say("said", "\n".join(interface.describe(p) for p in error.problems))

    def _saved(self, entry: Entry) -> None:
        self.draft = {}
        self.reader.entries_changed()
        name = entry.name(messages.language())
        self.reader.tell(_("“{name}” is in your glossary now.").format(name=name))
        self.dismiss(entry.id)

    def _say(self, id: str, text: str) -> None:
        static = self.query_one(f"#{id}", Static)
        static.update(text)
        static.display = bool(text)

    def _clear(self) -> None:
        for field in (*self._term_fields(), "id", _DEFINITION):
            self._say(f"{field}-wrong", "")
        self._say("said", "")


def terms_in(text: str) -> tuple[Term, ...]:
    """The terms typed into a field. One word in capitals is an abbreviation."""
    names = dict.fromkeys(" ".join(name.split()) for name in re.split("[;\n]", text))
    return tuple(
        Term(name, "abbreviation" if _ABBREVIATION.fullmatch(name) else "full")
        for name in names
        if name
    )


def suggested(entry: Entry, dossier: Dossier) -> str:
    """An id that no other entry has, from the English term or from any other; empty without one."""
    names = [*entry.terms.get("en", ()), *(t for terms in entry.terms.values() for t in terms)]
    id = next((made for name in names if (made := slug(name.text))), "")
    if not id or dossier.entry(id) is None:
        return id
    number = 2
    while dossier.entry(f"{id}-{number}") is not None:
        number += 1
    return f"{id}-{number}"


def begun(query: str) -> Draft:
    """A draft with a term that was looked for in vain, in the language of its letters."""
    code = "ru" if _CYRILLIC.search(query) else "en"
    return {f"terms-{code}": query.strip()} if query.strip() else {}


def _area(rows: int) -> TextArea:
    area = TextArea(compact=True, highlight_cursor_line=False, tab_behavior="focus")
    area.styles.height = rows
    return area
