"""A form for an entry of the reader's own glossary, a new one or one to be changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import ClassVar, cast

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from reader.dossiers import user_glossary
from reader.dossiers.user_glossary_text import Written
from reader.errors import ReaderError
from reader.language import interface, locales, messages
from reader.language.entry_kinds import KINDS
from reader.language.locales import language_name
from reader.language.messages import _
from reader.language.slugs import slug
from reader.library.collection import Collection
from reader.library.own_entries import OwnEntries
from reader.model import ENTRY_KINDS, Dossier, Entry, EntryKind, Term
from reader.terms.languages.registry import dictionaries_are_loaded, load_dictionaries
from reader.tui.keys import commands
from reader.tui.screens.form import Form
from reader.tui.session import Session
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField

_ABBREVIATION = re.compile(r"[^\W\d_a-zа-яё]{2,8}")
_DEFINITION = "definition"
_LATIN = "LATIN"

Typed = Mapping[str, str]
"""What was typed, by field."""


class Saved(Message):
    """The entry is in the glossary, and the matcher finds its terms."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry


class Rejected(Message):
    """The entry could not be added."""

    def __init__(self, entry: Entry, error: ReaderError) -> None:
        super().__init__()
        self.entry = entry
        self.error = error


class NewEntryScreen(Form[str | None]):
    """Returns the id of the entry that was kept, or ``None``.

    ``draft`` fills the fields of a new entry; ``before`` is the one to be changed.
    """

    PARTS = commands.SCREENS["new-entry"]
    SAVE, DISCARD = "save_entry", "discard"
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_field", "previous_field", "save_entry", "discard")
    )
    CSS_PATH = "new_entry.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - Textual declares it so
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual declares it so

    id_field = getters.query_one("#id", Input)
    kind_row = getters.query_one("#kind", ChoiceRow)

    def __init__(
        self,
        session: Session,
        collection: Collection,
        draft: Typed | None = None,
        before: Written | None = None,
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self.before = before
        self.draft = draft_of(before.entry) if before is not None else draft or {}
        self.codes = self._codes(self.draft)
        """The languages that have a field for terms."""
        self._suggested = ""
        self._saving = False
        self._begun: Typed = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="new-entry", can_focus=False):
            yield Static(id="heading", markup=False)
            for code in self.codes:
                yield from self._field(f"terms-{code}", _area(2))
            yield from self._field("id", LineField(compact=True))
            yield ChoiceRow(id="kind")
            yield from self._field(_DEFINITION, _area(4))
            yield Static(id="message", markup=False)
        yield KeyBar(self.session, *self.PARTS)

    @staticmethod
    def _field(name: str, editor: Widget) -> ComposeResult:
        """Yield a label, the field, and the line for its error."""
        editor.id = name
        with Horizontal(classes="field"):
            yield Static(id=f"{name}-label", classes="label", markup=False)
            with Vertical():
                yield editor
                yield Static(id=f"{name}-wrong", classes="wrong", markup=False)

    def on_mount(self) -> None:
        if not dictionaries_are_loaded(self.codes):
            # What is saved is linked at once, if its forms can be made at once.
            load = partial(load_dictionaries, self.codes)
            self.app.run_worker(load, thread=True, group="dictionary")
        for name in (*self._term_fields(), _DEFINITION):
            self._area(name).load_text(self.draft.get(name, ""))
        self.kind_row.chosen = self.draft.get("kind", "concept")
        self.id_field.value = self.draft.get("id", "")
        self.id_field.disabled = self.before is not None
        self.retranslate()
        self.edited()
        self._begun = self.typed()
        first = f"terms-{messages.language()}"
        typed = [name for name in self._term_fields() if self.draft.get(name)]
        self._area(typed[0] if typed else first).focus()

    def retranslate(self) -> None:
        super().retranslate()
        language = messages.language()
        is_new = self.before is None
        heading = _("New term of your own") if is_new else _("Your own term")
        self._show_message("heading", heading)
        for code in self.codes:
            name = language_name(code, language)
            self._show_message(f"terms-{code}-label", _("Terms: {language}").format(language=name))
            hint = _("One per line, or separated by “;”. The first is the main one.")
            self._area(f"terms-{code}").placeholder = hint
        self._show_message("id-label", _("Id"))
        self._show_message("definition-label", _("Definition"))
        kinds: dict[str, str] = {kind: _(KINDS[kind]) for kind in ENTRY_KINDS}
        self.kind_row.offer(_("Kind"), kinds)
        self._clear()

    # What was typed.

    def _codes(self, draft: Typed) -> tuple[str, ...]:
        """Return the languages of the dossier, or where it has but one all of the interface."""
        offered = self.collection.offered_languages(messages.language())
        every = locales.languages()
        if len(offered) == 1:
            offered = every
        drafted = [name.removeprefix("terms-") for name in draft if name.startswith("terms-")]
        return tuple(dict.fromkeys([*(c for c in every if c in offered), *drafted]))

    def _term_fields(self) -> list[str]:
        return [f"terms-{code}" for code in self.codes]

    def _area(self, name: str) -> TextArea:
        return self.query_one(f"#{name}", TextArea)

    def typed(self) -> Typed:
        """Return everything in the fields, as a draft for another time."""
        typed = {name: self._area(name).text for name in (*self._term_fields(), _DEFINITION)}
        typed["kind"] = self.kind_row.chosen
        if (id := self.id_field.value) != self._suggested:
            typed["id"] = id
        return typed

    def entry(self) -> Entry:
        """Return the entry as it is typed, valid or not.

        What the form doesn't show of one that is changed stays as it is.
        """
        old = self.before.entry if self.before is not None else Entry("", "concept", {}, own=True)
        named = {}
        for code in self.codes:
            known = {term.text: term for term in old.terms.get(code, ())}
            named[code] = tuple(
                known.get(term.text, term) for term in terms_in(self._area(f"terms-{code}").text)
            )
        definition = self._area(_DEFINITION).text
        if definition != old.definition:
            definition = " ".join(definition.split())
        return old._replace(
            id=self.id_field.value.strip(),
            kind=cast("EntryKind", self.kind_row.chosen),  # the row offers nothing else
            terms=MappingProxyType({code: terms for code, terms in named.items() if terms}),
            definition=definition,
        )

    def untouched(self) -> Typed:
        return self._begun

    def show_message(self, text: str) -> None:
        self._show_message("message", text)
        if text:
            self.query_one("#message").scroll_visible(animate=False)

    def may_close(self, command: str) -> bool:
        return not self._saving and super().may_close(command)

    def do_discard(self) -> None:
        self.give_up()

    def edited(self) -> None:
        self._suggest()

    def _suggest(self) -> None:
        """Suggest an id for the terms, unless the field was edited."""
        field = self.id_field
        if field.value in ("", self._suggested) and field is not self.focused:
            self._suggested = suggested(self.entry(), self.collection.source)
            field.value = self._suggested

    # Commands.

    def do_next_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(1)

    def do_previous_kind(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(-1)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_save_entry()

    def do_save_entry(self) -> None:
        """Keep the entry, in a worker; show an error beside its field."""
        if self._saving:
            return
        entry = self.entry()
        if self._object(entry):
            return
        if self.before is not None and entry == self.before.entry:
            self.dismiss(None)
            return
        self._saving = True
        log, entries, before = self.session.log, OwnEntries(self.collection), self.before

        def save() -> None:
            try:
                log.do(
                    entries, before, entries.revised(before, entry) if before else Written(entry)
                )
            except ReaderError as error:
                self.post_message(Rejected(entry, error))
            else:
                self.post_message(Saved(entry))

        self.app.run_worker(save, thread=True, group="save")

    def _object(self, entry: Entry) -> bool:
        """Show the errors of an invalid entry; return whether it has any.

        The first field with an error gets the focus.
        """
        wrong = {
            field.replace("/", "-"): interface.describe(problem)
            for field, problem in user_glossary.objections(self._others(), entry).items()
        }
        if not entry.terms:
            wrong = {self._term_fields()[0]: _("Give at least one term, in any language.")}
        self._clear()
        for field, text in wrong.items():
            self._show_message(f"{field}-wrong", text)
        if first := next((f for f in (*self._term_fields(), "id") if f in wrong), None):
            self.query_one(f"#{first}").focus()
        return bool(wrong)

    def _others(self) -> Dossier:
        """Return the dossier without the entry that is changed."""
        dossier, before = self.collection.source, self.before
        if before is None:
            return dossier
        return dossier._replace(
            entries=tuple(e for e in dossier.entries if e.id != before.entry.id or not e.own)
        )

    def on_rejected(self, event: Rejected) -> None:
        event.stop()
        self._saving = False
        if not self._object(event.entry):
            described = [interface.describe(problem) for problem in event.error.problems]
            self.show_message("\n".join(described))

    def on_saved(self, event: Saved) -> None:
        event.stop()
        self.session.entries_changed.publish(event.entry.id)
        name = event.entry.name(messages.language())
        if self.before is None:
            text = _("“{name}” is in your glossary now.")
        else:
            text = _("“{name}” is changed in your glossary.")
        self.dismiss(event.entry.id)
        self.app.notify(text.format(name=name))

    def _show_message(self, id: str, text: str) -> None:
        static = self.query_one(f"#{id}", Static)
        static.update(text)
        static.display = bool(text)

    def _clear(self) -> None:
        for field in (*self._term_fields(), "id", _DEFINITION):
            self._show_message(f"{field}-wrong", "")
        self._show_message("message", "")


def terms_in(text: str) -> tuple[Term, ...]:
    """Parse the terms of a field; one word in capitals is an abbreviation."""
    names = dict.fromkeys(" ".join(name.split()) for name in re.split("[;\n]", text))
    return tuple(
        Term(name, "abbreviation" if _ABBREVIATION.fullmatch(name) else "full")
        for name in names
        if name
    )


def draft_of(entry: Entry) -> Typed:
    """Return what the fields of an entry hold that is there already."""
    terms = {
        f"terms-{code}": "\n".join(term.text for term in terms)
        for code, terms in entry.terms.items()
    }
    return {**terms, "id": entry.id, "kind": entry.kind, _DEFINITION: entry.definition}


def suggested(entry: Entry, dossier: Dossier) -> str:
    """Return an id that no other entry has; empty without a term.

    It is made of the first term that gives one; terms of languages in Latin letters, of which
    ids consist, come first.
    """
    codes = sorted(entry.terms, key=lambda code: _script(code) != _LATIN)
    names = [name for code in codes for name in entry.terms[code]]
    id = next((made for name in names if (made := slug(name.text))), "")
    if not id or dossier.entry(id) is None:
        return id
    number = 2
    while dossier.entry(f"{id}-{number}") is not None:
        number += 1
    return f"{id}-{number}"


def begun(query: str) -> Typed:
    """Return a draft with a query without results as its term.

    The term's language is one of its letters: other scripts come before Latin, in which a name may
    stand in any of them.
    """
    if not query.strip():
        return {}
    scripts = {_script_of(character) for character in query if character.isalpha()}
    current = messages.language()
    codes = [code for code in (current, *locales.languages()) if _script(code) in scripts]
    code = min(codes, key=lambda code: _script(code) == _LATIN, default=current)
    return {f"terms-{code}": query.strip()}


def _script(code: str) -> str:
    """Return the script in which a language writes its own name."""
    return _script_of(language_name(code, code)[:1])


def _script_of(letter: str) -> str:
    """Return the first word of a letter's Unicode name, such as ``LATIN``, or ""."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def _area(rows: int) -> TextArea:
    area = TextArea(compact=True, highlight_cursor_line=False, tab_behavior="focus")
    area.styles.height = rows
    return area
