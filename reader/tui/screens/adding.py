"""The window in which articles are added: what to add, how it was read, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.addresses import is_web_address
from reader.language.messages import _, ngettext
from reader.language.sanitize import clean_input, sanitize_line
from reader.library.collection import Collection
from reader.library.own import telling
from reader.library.own.adding import Batch
from reader.library.own.gathering import SUFFIXES
from reader.library.own.shelf import OwnArticles
from reader.tui import add_job, file_choice
from reader.tui.add_job import AddedAll, AddedSoFar, Looked, Outcome, Wanted
from reader.tui.add_preview import outcome_blocks, preview_blocks
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.screens.captions import failure_text
from reader.tui.screens.picker import Picker
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from reader.tui.widgets.text_view import TextView

PASTED, PAGE, ALL, FOLDER, FILE = "text:", "page:", "all:", "folder:", "file:"
"""How the ids of rows begin: what is chosen with one."""

_LONGEST_PASTED = 10_000_000
"""Characters of a text that is pasted."""
_LONGEST_NAME = 1_000
"""Characters that a path or an address may have: what is longer is a text."""


class Added(NamedTuple):
    """What was added, in a word, and the key of an article to show; empty for several."""

    said: str
    key: str = ""


class WhatField(LineField):
    """A field for a path or an address. A text of several lines that is pasted into it is one."""

    class TextPasted(Message):
        """A whole text was pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        text = clean_input(event.text)
        if "\n" not in text.strip() and len(text) <= _LONGEST_NAME:
            super()._on_paste(events.Paste(file_choice.dropped(text)))
            event.prevent_default()
            event.stop()
            return
        event.prevent_default()
        event.stop()
        self.post_message(self.TextPasted(text[:_LONGEST_PASTED]))


class AddScreen(Picker[Added]):
    """Offers files and folders, an address, or a pasted text; shows it, and then adds it.

    ``changed`` is called with the reader's own articles when there are others.
    """

    PARTS = commands.SCREENS["add"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("add_shown", "next_field", "previous_field")
    )
    CSS_PATH = "adding.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual declares it so
    preview = getters.query_one(TextView)
    field = getters.query_one("#what", WhatField)

    def __init__(
        self,
        session: Session,
        collection: Collection,
        changed: Callable[[OwnArticles], None],
        name: str = "",
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self._changed = changed
        self._begun = name
        self._pasted = ""
        self._asked = ""
        """The id of the row that was read last, and what that wants."""
        self._wanted: Wanted | None = None
        self._looked: Looked | None = None
        """What is shown, and would be added."""
        self._outcome: Outcome | None = None
        """What came of the last that was added."""
        self._worker: Worker[None] | None = None
        """Reads or adds something now."""
        self._is_adding = False

    def compose(self) -> ComposeResult:
        with Vertical(id="add"):
            yield WhatField(id="what", compact=True, value=self._begun)
            yield Static(id="found", markup=False)
            with Horizontal(id="both"):
                yield RowList(id="rows")
                yield TextView(measure=72, id="preview")
            with Horizontal(id="into-row"):
                yield Static(id="into-label", markup=False)
                yield LineField(id="into", compact=True)
        yield KeyBar(self.session, *self.PARTS)

    @property
    def into(self) -> Input:
        return self.query_one("#into", Input)

    def placeholder(self) -> str:
        return _("A file, a folder, an address of the web; or paste a text…")

    def retranslate(self) -> None:
        self.query_one("#add").border_title = _("Add an article")
        self.query_one("#into-label", Static).update(_("Into the folder:"))
        self.into.placeholder = _("for example press/2026; may be empty")
        super().retranslate()
        self._show()

    # What can be chosen.

    def rows(self, query: str) -> list[Row]:
        if self._pasted:
            n = len(self._pasted)
            count = ngettext("{n} character", "{n} characters", n)
            count = count.format(n=dates.number(n, messages.language()))
            words = sanitize_line(" ".join(self._pasted[:200].split()))
            return [Row(PASTED, _("The pasted text"), f"{count} · {words}")]
        query = query.strip()
        if is_web_address(query):
            return [Row(f"{PAGE}{query}", query, _("A page of the web, which is fetched"))]
        found = file_choice.choice(query, SUFFIXES)
        if found.problem:
            return [Row("", sanitize_line(found.folder), found.problem, is_heading=True)]
        rows = [
            Row(
                f"{FOLDER if one.is_folder else FILE}{one.typed}",
                sanitize_line(one.name) + ("/" if one.is_folder else ""),
            )
            for one in found.offered
        ]
        if found.folder and found.folder == query and rows:
            rows.insert(0, Row(f"{ALL}{query}", _("Everything in this folder")))
        return rows or [
            Row("", _("There is nothing here that can be added."), query, is_heading=True)
        ]

    def on_what_field_text_pasted(self, event: WhatField.TextPasted) -> None:
        event.stop()
        self._pasted = event.text
        with self.prevent(Input.Changed):
            self.field.value = ""
        self._begin_anew()
        self.row_list.show(self.rows(""))
        self._look(PASTED)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        event.prevent_default()  # what a list does whichever field it is
        if self._is_adding:
            return
        if event.input is self.field:
            self._pasted = ""
            super().on_input_changed(event)
        self._begin_anew()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        row = event.row.id
        if not self._is_adding and row != self._asked:
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Forget what was shown: it is not what would be added now."""
        if self._worker is not None:
            self._worker.cancel()
        self._asked = ""
        self._looked = self._outcome = self._worker = self._wanted = None
        self._show()

    def picked(self, row: Row) -> None:
        if self._is_adding:
            return
        if row.id.startswith(FOLDER):
            self.field.value = row.id.removeprefix(FOLDER)
            self.field.cursor_position = len(self.field.value)
        elif self._looked is not None and self._asked == row.id:
            self._add()
        else:
            self._look(row.id)

    def do_add_shown(self) -> None:
        row = self.row_list.current
        if self._looked is not None:
            self._add()
        elif row is not None and row.id.startswith(FOLDER):
            self._look(f"{ALL}{row.id.removeprefix(FOLDER)}")
        elif row is not None and row.id:
            self.picked(row)

    # Looking at it.

    def _look(self, id: str) -> None:
        """Have a worker read what a row stands for, unless one is at it."""
        if self._worker is not None and self._asked == id:
            return
        self._begin_anew()
        kind, _colon, name = id.partition(":")
        if kind + ":" in (FILE, ALL):
            name = str(file_choice.expanded(name))
        into = self.into.value.strip()
        self._wanted = Wanted(name, self._pasted if id == PASTED else "", into)
        self._asked = id
        look = partial(add_job.look, self.collection, self._wanted, self.post_message)
        self._worker = self.run_worker(look, thread=True, group="look", exclusive=True)
        text = _("Fetching the page…") if id.startswith(PAGE) else _("Reading it…")
        self._say(text)

    def on_looked(self, event: Looked) -> None:
        event.stop()
        if event.wanted is not self._wanted or self._is_adding:
            return  # something else was chosen meanwhile
        self._worker = None
        self._looked = event
        self._show()

    # Adding it.

    def _add(self) -> None:
        looked = self._looked
        if self._is_adding or looked is None or not _is_of_use(looked):
            return
        self._is_adding = True
        add = partial(_add, self.collection, looked.batch, self.post_message)
        self._worker = self.run_worker(add, thread=True, group="add")
        self.on_added_so_far(AddedSoFar(0, looked.batch.size))

    def on_added_so_far(self, event: AddedSoFar) -> None:
        event.stop()
        language = messages.language()
        done, total = (dates.number(n, language) for n in (event.done, event.total))
        self._say(_("Adding articles: {done} of {total}").format(done=done, total=total))

    def on_added_all(self, event: AddedAll) -> None:
        event.stop()
        self._is_adding, self._worker, self._looked = False, None, None
        self._changed(event.own)
        self._outcome = outcome = event.outcome
        if outcome.failed or outcome.error or outcome.was_stopped:
            self._show()
            return
        single = outcome.key if outcome.counts.total() == 1 else ""
        self.dismiss(Added(telling.counted(outcome.counts, 0), single))

    def do_dismiss(self) -> None:
        if self._is_adding and self._worker is not None:
            self._worker.cancel()
            self._say(_("Stopping: what is added by now stays…"))
        else:
            super().do_dismiss()

    def click_beside(self) -> None:
        self.do_dismiss()

    def may_leave(self) -> bool:
        if self._is_adding and self._worker is not None:
            self._worker.cancel()  # what is written is whole
        return True

    # The fields.

    def do_next_field(self) -> None:
        self._step_field()

    def do_previous_field(self) -> None:
        self._step_field()

    def _step_field(self) -> None:
        (self.field if self.into.has_focus else self.into).focus()

    # What is shown.

    def _say(self, text: str) -> None:
        self.query_one("#found", Static).update(text)

    def _preview(self, blocks: list[Block]) -> None:
        """Show what was read; a narrow window leaves its room to the list while that is nothing."""
        self.set_class(not blocks, "-nothing-read")
        self.preview.show(blocks)

    def _show(self) -> None:
        key = key_name(self.session.keys_of(commands.BY_ID["add_shown"])[0])
        if self._outcome is not None:
            self._preview(outcome_blocks(self._outcome))
            self._say(telling.counted(self._outcome.counts, 0) or failed_text(self._outcome.error))
        elif self._looked is None:
            self._preview([])
            self._say(
                _("Enter opens a folder and reads a file; {key} reads a whole folder.").format(
                    key=key
                )
            )
        else:
            self._show_looked(self._looked, key)

    def _show_looked(self, looked: Looked, key: str) -> None:
        self._preview(preview_blocks(looked))
        if looked.error is not None:
            self._say(_("It cannot be added."))
        elif not _is_of_use(looked):
            self._say(_("There is nothing to add."))
        else:
            row = self.row_list.current
            is_chosen = row is not None and row.id == self._asked
            text = _("Enter or {key} adds it.") if is_chosen else _("{key} adds it.")
            self._say(text.format(key=key))


def failed_text(error: ReaderError | None) -> str:
    """Return why nothing could be added, or that nothing was."""
    return _("Nothing was added.") if error is None else failure_text(error)


def _is_of_use(looked: Looked) -> bool:
    """Tell whether anything would be added."""
    if looked.error is not None:
        return False
    rest = looked.batch.size > looked.batch.beginning(add_job.PREVIEWED).size
    return rest or any(r.status not in ("unchanged", "failed") for r in looked.results)


def _add(collection: Collection, batch: Batch, post: add_job.Post) -> None:
    worker = get_current_worker()
    add_job.add(collection, batch, post, lambda: worker.is_cancelled)
