"""The reader's notes on what the main screen shows: marks in the margin, and making a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import _, ngettext
from reader.library.collection import Collection
from reader.library.noting import Noted, Notes
from reader.model import DocumentView
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.notices import notify_warning
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import DocumentPanes, paragraph_of
from reader.tui.screens.shown_texts import OTHER
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text.row_painter import Noted as Mark
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.navigation import Navigator
    from reader.tui.screens.note import Make
    from reader.tui.screens.notes import NotePlace
    from reader.tui.worker_messages import NotesFound

SIGN, LOST = "✎", "?"
"""The mark of a note, and of one that has lost its place, beside the paragraph that it was in."""

MOST_TOLD = 3
"""Problems of the files of notes that are told of; “reader notes” tells of all."""


class Target(NamedTuple):
    """What a new note would be on."""

    quotation: str
    where: str
    make: Make


class NotesPlaced(Message):
    """A worker has found where the notes on a document stand, by the language it is shown in."""

    def __init__(self, generation: int, key: str, placed: Mapping[str, list[Noted]]) -> None:
        super().__init__()
        self.generation = generation
        self.key = key
        self.placed = placed


class NoteMargin:
    """Marks notes in the texts of a screen, and tells what a new note would be on.

    A worker reads and places them; the screen passes :class:`NotesPlaced` to :meth:`take`.
    """

    def __init__(
        self,
        session: Session,
        texts: DocumentPanes,
        navigator: Navigator,
        screen: CommandScreen,
        open_file: Callable[[str], None],
    ) -> None:
        collection = session.collection
        assert collection is not None
        self.notes = Notes(collection, session.log)
        self._session = session
        self._texts = texts
        self._navigator = navigator
        self._screen = screen
        self._open_file = open_file
        self._awaited = ""
        """The id of a note to go to once the file that it is on is open."""
        self._reading = Notes(collection)
        """For workers alone."""
        self._generation = 0
        self._shown = ""
        """The key of the document that was shown last."""
        self._placed: dict[tuple[str, str], list[Noted]] = {}
        """By the key of a document and the language that it is shown in."""
        self._beside: dict[str | None, dict[str, list[Noted]]] = {}
        """The notes that are marked, by pane and block."""

    def begin(self, found: NotesFound) -> None:
        """Mark the notes that a worker has found, and tell what there is to tell of them."""
        self.refresh()
        if n := found.adopted:
            text = ngettext(
                "{n} note that you were writing when the program ended is among your notes: press {key}.",
                "{n} notes that you were writing when the program ended are among your notes: press {key}.",
                n,
            )
            key = key_name(self._session.keys_of(commands.BY_ID["notes"])[0])
            self._screen.notify(text.format(n=n, key=key), markup=False)
        for problem in found.problems[:MOST_TOLD]:
            notify_warning(self._screen, interface.describe(problem))

    # Where they stand.

    def forget(self) -> None:
        """Have everything placed anew: notes or texts have changed."""
        self._generation += 1
        self._placed = {}

    def refresh(self) -> None:
        """Mark the notes in the texts that are shown; a worker places what is not placed yet."""
        key, collection = self._texts.key, self._session.collection
        if key is None or collection is None:
            return
        self._mark(key)
        languages = {view.language for _pane, view in self._views()}
        is_other, self._shown = key != self._shown, key
        # Of another document anew: another program may have changed its notes.
        missing = {code for code in languages if is_other or (key, code) not in self._placed}
        if missing and (self.notes.has_files or self._beside_any()):
            place = partial(self._place, collection, key, missing, self._generation)
            self._screen.run_worker(place, thread=True, group="notes")

    def _beside_any(self) -> bool:
        return any(self._beside.values())

    def _place(
        self, collection: Collection, key: str, languages: set[str], generation: int
    ) -> None:
        placed: dict[str, list[Noted]] = {}
        for language in languages:
            try:
                placed[language] = self._reading.placed(key, collection.view(key, language))
            except ReaderError:
                placed[language] = []  # the document itself is told of
        self._screen.post_message(NotesPlaced(generation, key, placed))

    def take(self, found: NotesPlaced) -> None:
        """Mark what a worker has placed, unless that was of another state of things."""
        if found.generation == self._generation:
            for language, placed in found.placed.items():
                self._placed[found.key, language] = placed
            if found.key == self._texts.key:
                self._mark(found.key)
                self._go_to_awaited()

    def _go_to_awaited(self) -> None:
        for pane, notes in self._beside.items():
            for block, noted in ((b, n) for b, found in notes.items() for n in found):
                if noted.note.id == self._awaited and pane == self._texts.source.id:
                    self._awaited = ""
                    start = noted.place.spans[0].start if noted.place.spans else 0
                    self._texts.source.go_to(block, start)
                    return

    def _views(self) -> list[tuple[TextView, DocumentView]]:
        """Return the panes that hold a text, each with what it shows."""
        texts = self._texts
        found = []
        for pane in texts.shown():
            view = texts.summary_view() if pane is texts.summary else texts.view_of(pane)
            if view is not None:
                found.append((pane, view))
        return found

    def _mark(self, key: str) -> None:
        self._beside = {}
        for pane, view in self._views():
            is_summary = pane is self._texts.summary
            beside: dict[str, list[Noted]] = {}
            marks: dict[str, list[Mark]] = {}
            for noted in self._placed.get((key, view.language), ()):
                if is_summary != (noted.note.kind == "claim"):
                    continue
                sign = LOST if noted.is_lost else SIGN
                spans = [(span.paragraph, span.start) for span in noted.place.spans]
                for block, offset in spans or [(noted.place.paragraph, 0)]:
                    on = beside.setdefault(block, [])
                    if noted not in on:
                        on.append(noted)
                    marks.setdefault(block, []).append(Mark(offset, sign))
            self._beside[pane.id] = beside
            pane.show_notes(marks)

    def on(self, view: TextView) -> list[Noted]:
        """Return the notes on the block that the cursor of a text stands on."""
        block = view.cursor or ""
        if view is not self._texts.summary:
            block = paragraph_of(block)
        return self._beside.get(view.id, {}).get(block, [])

    def status_text(self, view: TextView) -> str:
        """Return the first note on the cursor's block, and how many more there are."""
        found = self.on(view)
        if not found:
            return ""
        first, n = found[0], len(found) - 1
        parts = [LOST if first.is_lost else SIGN, first.note.text]
        parts += [f"#{tag}" for tag in first.note.tags]
        if n:
            parts.append(ngettext("(and {n} more)", "(and {n} more)", n).format(n=n))
        return " ".join(parts)

    # Writing one, and the list of all.

    def write(self, view: TextView) -> None:
        """Open the form of a new note; see :meth:`target` for what it is on."""
        from reader.tui.screens.note import NoteScreen

        collection, target = self._session.collection, self.target(view)
        if collection is None or target is None:
            text = _("Go to a paragraph or a claim first, or select words of the text.")
            self._screen.notify(text, markup=False)
            return

        def closed(is_kept: bool | None) -> None:
            if is_kept:
                self._screen.clear_selection()  # or the next note would be on the same words

        screen = NoteScreen(
            self._session,
            collection.source.id,
            self.notes,
            target.quotation,
            target.where,
            make=target.make,
        )
        self._screen.open_screen(screen, closed)

    def show_list(self, view: TextView) -> None:
        """List all notes; one on the block under the cursor of a text is the chosen one."""
        from reader.tui.screens.notes import NotesScreen

        if (collection := self._session.collection) is not None:
            here = [noted.note.id for noted in self.on(view)]
            screen = NotesScreen(self._session, collection, self.notes, here)
            self._screen.open_screen(screen, self._go_to)

    def _go_to(self, place: NotePlace | None) -> None:
        if place is None:
            return
        if place.file:
            self._awaited = place.note
            self._open_file(place.file)
            return
        if place.is_claim:
            self._navigator.go_to_claim(place.key, place.paragraph)
            return
        self._navigator.go_to(f"{place.key}#{place.paragraph}")
        if place.offset is not None and self._texts.mode != OTHER:
            self._texts.source.go_to(place.paragraph, place.offset)

    # What a new one would be on.

    def target(self, view: TextView) -> Target | None:
        """Return what a note would be on: what is selected, or the block under the cursor.

        What is selected may be in another text than ``view``. ``None`` where there is no
        paragraph and no claim.
        """
        selected = next((v for v in (view, *self._texts.shown()) if v.marks.selected), None)
        if selected is not None and selected is not self._texts.summary:
            return self._of_selection(selected)
        blocks = [block for block in view.blocks if block.id == view.cursor]
        if selected is not None and selected.selected is not None:
            view, (_text, blocks) = selected, selected.selected
        if view is self._texts.summary:
            return next(filter(None, map(self._of_claim, blocks)), None)
        return next(filter(None, (self._of_paragraph(view, block) for block in blocks)), None)

    def _of_claim(self, block: Block) -> Target | None:
        view, key = self._texts.summary_view(), self._texts.key
        if view is None or key is None or view.document.summary is None:
            return None
        claims = {claim.id: claim.text for claim in view.document.summary.claims}
        if block.id not in claims:
            return None
        where = " · ".join([view.document.title, _("Summary")])
        return Target(claims[block.id], where, partial(self.notes.of_claim, key, view, block.id))

    def _of_paragraph(self, view: TextView, block: Block) -> Target | None:
        found, key = self._own(view, block), self._texts.key
        if found is None or key is None:
            return None
        shown, id = found
        make = partial(self.notes.of_paragraph, key, shown, id)
        return Target(block.text, self._where(shown, id), make)

    def _of_selection(self, view: TextView) -> Target | None:
        """Return the selected words of the first text that is selected of."""
        chosen, key = view.marks.selected, self._texts.key
        if chosen is None or key is None:
            return None
        blocks = view.blocks
        last = min(chosen.end.item, len(blocks) - 1)

        def at(item: int) -> tuple[DocumentView, str, tuple[int, int]] | None:
            part = chosen.within(item, len(blocks[item].text))
            found = self._own(view, blocks[item]) if part is not None else None
            return (*found, part) if found is not None and part is not None else None

        items = range(chosen.start.item, last + 1)
        begin = next(filter(None, map(at, items)), None)
        if begin is None:
            return None
        shown, first, (start, _stop) = begin
        ends = (found for item in reversed(items) if (found := at(item)) is not None)
        final = next(found for found in ends if found[0].text == shown.text)
        (_shown, to, (_start, end)) = final
        words = {p.id: p.text for p in shown.paragraphs}
        quotation = words[first][start : end if first == to else None]
        if first != to:
            quotation += f" … {words[to][:end]}"
        make = partial(self.notes.of_selection, key, shown, ((first, start), (to, end)))
        return Target(quotation, self._where(shown, first), make)

    def _own(self, view: TextView, block: Block) -> tuple[DocumentView, str] | None:
        """Return the text that a block is a paragraph of, and its id there."""
        for shown, ids in self._texts.paragraphs_of(view, [block]):
            for id in ids:
                if id in shown.text.numbers():
                    return shown, id
        return None

    @staticmethod
    def _where(view: DocumentView, paragraph: str) -> str:
        number = view.text.numbers()[paragraph]
        return " · ".join([view.document.title, _("paragraph {n}").format(n=number)])
