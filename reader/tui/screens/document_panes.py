"""The panes of a document: its text, one or two, beside its summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.message import Message

from reader.briefings import alignment
from reader.briefings.publication import label_of
from reader.kept.place import Place, Spot
from reader.language import messages
from reader.language.messages import _
from reader.library import texts
from reader.library.collection import Collection
from reader.model import DocumentView, Text
from reader.tui.presenters import marked, source_blocks, with_mentions
from reader.tui.screens.shown_texts import MODES, OTHER, OWN, PARALLEL
from reader.tui.screens.summary_pane import SummaryPane
from reader.tui.session import Session
from reader.tui.widgets.blocks import PEEKED, Anchor, Block, Span
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.text.pairs import SECOND, first_id
from reader.tui.widgets.text_view import TextView

PEEK = "/peek"
"""What stands in the id of a block of the other text that is shown below a paragraph, after its id."""


class MentionsFound(Message):
    """A worker has found the mentions of a long text: spans of ``view``'s blocks."""

    def __init__(
        self, view: TextView, generation: int, spans: Mapping[str, tuple[Span, ...]]
    ) -> None:
        super().__init__()
        self.view = view
        self.generation = generation
        self.spans = spans


class DocumentPanes(SummaryPane):
    """The texts of one document; ``other`` exists while two texts scroll apart.

    The callback ``on_change`` is called when other blocks are shown. The screen passes
    :class:`MentionsFound`, which comes from a worker by way of a view, to :meth:`take_mentions`.
    """

    def __init__(self, session: Session, on_change: Callable[[], None]) -> None:
        super().__init__(session, on_change)
        self.source = ParallelView(id="source", classes="pane")
        self.other = TextView(id="other", classes="pane")
        self._peeked: str | None = None
        self._awaited: tuple[Place, Anchor] | None = None
        """A place beyond the beginning that is shown so far, and the place that is shown instead."""
        self._rendered: tuple[str | None, Text | None] = None, None
        """The document and the text that the source pane was filled with."""

    def views(self, measure: int) -> list[TextView]:
        """Return the panes for texts, from left to right.

        ``other`` is mounted when it is first needed.
        """
        for view in (self.source, self.other, self.summary):
            view.measure = measure
        return [self.source, self.summary]

    def shown(self) -> list[TextView]:
        """Return the panes that hold a text now, from left to right."""
        return [self.source, *([] if self.locked else [self.other]), self.summary]

    # Which text.

    def show(self, key: str, place: Place | None) -> None:
        """Show a document, its text and summary at a place or at their start."""
        if key != self.key:
            self._peeked = None
        self.key = key
        if not self._is_document and self.mode != OWN:
            self.mode, self.locked = OWN, True
        elif self.mode == PARALLEL and place is not None and place.other is not None:
            self.locked = False
        spot = place.source if place is not None else Spot()
        anchor = Anchor(self.place_in_source(spot.block), spot.offset) if spot.block else None
        self.render(keep=False, source=anchor)
        self._awaited = None
        if place is not None and place.other is not None and not self.locked:
            block, offset, cursor = place.other
            self.other.restore(Anchor(block, offset), cursor)
        if place is not None and anchor is not None:
            is_there = self.source.restore(anchor, self.place_in_source(spot.cursor))
            if not is_there and (start := self.source.place) is not None:
                self._awaited = place, start
        if place is not None and place.summary.block:
            block, offset, cursor = place.summary
            ids = {b.id for b in self.summary.blocks}
            if not ids.issuperset((block, cursor)):
                self.show_added()
            self.summary.restore(Anchor(block, offset), cursor)

    def place(self) -> Place | None:
        """Return the place in source and summary; ``None`` while no document is shown.

        Paragraphs are named as in the text in the interface's language, but those of a second text
        that scrolls apart as they are there.
        """
        if self.key is None:
            return None
        if self._awaited is not None and self.source.place == self._awaited[1]:
            return self._awaited[0]
        source, summary = self.spot(self.source), self.spot(self.summary)
        other = None if self.locked else _spot_in(self.other)
        return Place(
            self.key, source.block, source.offset, self.mode, cursor=source.cursor, summary=summary,
            other=other,
        )  # fmt: skip

    def spot(self, view: TextView) -> Spot:
        """Return the place in a pane; see :meth:`place`."""
        spot = _spot_in(view)
        if view is self.summary:
            return spot
        block, stop = (self._own_name(paragraph_of(id)) for id in (spot.block, spot.cursor))
        return Spot(block, spot.offset if block == spot.block else 0, stop)

    def _own_name(self, paragraph: str) -> str:
        """Return what a paragraph of the source pane is called in the summary's text."""
        return next(iter(self.from_source(paragraph)), paragraph)

    def replace(self, key: str) -> None:
        """Render the document with this key again if it is shown; the place stays.

        Where one was left beyond what was there before, one is now, unless one has gone elsewhere.
        """
        if self.key != key:
            return
        awaited, here = self._awaited, self.source.place
        if awaited is not None and here == awaited[1]:
            self.show(key, awaited[0])
        else:
            self.render(keep=True)

    def retranslate(self) -> None:
        """Show the same places in the interface's new language."""
        self.render(keep=True)

    def view_of(self, view: TextView) -> DocumentView | None:
        """Return the document in the language of a pane; that of the source for the summary."""
        return self._view(self._other()) if view is self.other else self.view()

    def _has_other(self) -> bool:
        if self.key is not None and not self._is_document:
            self.source.notify(_("This article has no translation."), markup=False)
        return self._is_document

    def next_mode(self) -> bool:
        """Go on to the next mode of the text; return False where there is only one."""
        if not self._has_other():
            return False
        self.mode = MODES[(MODES.index(self.mode) + 1) % len(MODES)]
        self.locked, self._peeked = True, None
        self.render(keep=True)
        return True

    def show_language(self, language: str) -> None:
        """Show the text in a language that the dossier has it in, where it isn't shown already."""
        if self.mode != PARALLEL and self._is_document and self._language() != language:
            mode = OWN if language == messages.language() else OTHER
            if mode == OWN or (self._has_other() and self._other() == language):
                self.mode, self.locked = mode, True
                self.render(keep=True)

    def lock(self, *, wide: bool) -> bool:
        """Lock the two texts together by paragraph, or unlock them; False: not now."""
        if self.mode != PARALLEL:
            self.source.notify(_("Only one text is shown; press v for both."), markup=False)
            return False
        if self.locked and not wide:
            self.source.notify(_("Scrolling independently needs a wider screen."), markup=False)
            return False
        self.locked = not self.locked
        place = self.source.place
        self.render(keep=True, source=place)
        return True

    def peek(self) -> None:
        """Show or hide the other language of the cursor's paragraph, below it."""
        if self.mode == PARALLEL or not self._has_other():
            return
        cursor = paragraph_of(self.source.cursor)
        self._peeked = None if cursor == self._peeked else cursor
        self.render(keep=True)
        if self._peeked is not None:
            ids = [block.id for block in self.source.blocks]
            below = [id for id in ids if id.startswith(f"{self._peeked}{PEEK}")]
            self.source.reveal(self._peeked, below[-1] if below else self._peeked)

    # What goes together.

    def paragraphs_of(
        self, view: TextView, blocks: Sequence[Block]
    ) -> list[tuple[DocumentView, list[str]]]:
        """Return the texts that some blocks are of, each with the ids of the blocks in it.

        The view holds a text of the document that is shown, or two.
        """
        shown = self.view_of(view)
        assert shown is not None
        firsts: dict[str, str] = {}
        if self._pairs():
            links = self._links(*self._pair())
            firsts = {here[0]: there[0] for here, there in links if here and there}
        ours, others, peeked = (list[str]() for _n in range(3))
        for block in blocks:
            id, peek, below = block.id.partition(f"{PEEK}/")
            first, second, own = block.id.partition(SECOND)
            if block.role == "absent":
                continue
            if peek:
                peeked.append(below)
            elif second and self._pairs():
                others.append(own or firsts.get(first, first))
            else:
                ours.append(id)
        found = [(shown, ours)]
        for language, ids in ((self._other(), others), (self._peeked_language(), peeked)):
            if ids and (other := self._view(language)) is not None:
                found.append((other, ids))
        return [(each, ids) for each, ids in found if ids]

    def _renamed(self, text: Text) -> Callable[[str], str] | None:
        """Tell what a block is called in a text that comes in the place of another one.

        ``None`` where all paragraphs keep their ids.
        """
        key, before = self._rendered
        if key != self.key or before is None:
            return None
        if (before.kind, before.language) == (text.kind, text.language):
            return None
        names = alignment.counterparts(self._aligned(before, text))
        if all(ours == theirs for ours, theirs in names.items()):
            return None

        def renamed(id: str) -> str:
            paragraph = paragraph_of(id)
            return names.get(paragraph, paragraph) + id[len(paragraph) :]

        return renamed

    # Filling the views.

    def render(self, *, keep: bool, source: Anchor | None = None) -> None:
        """Render the document in every pane; see :meth:`TextView.show` for ``keep``."""
        own = self._view(messages.language())
        dossier = self._names()
        if own is None or dossier is None:
            return
        shown = self.view() or own
        renamed = self._renamed(shown.text) if keep else None
        self._rendered = self.key, shown.text
        if self._peeked is not None and renamed is not None:
            self._peeked = renamed(self._peeked)
        blocks = self._blocks(self._language())
        if self.mode != PARALLEL:
            blocks = self._with_peek(blocks)
            self.source.show(blocks, anchor=source, keep=keep, renamed=renamed)
        elif self.locked:
            links = self._links(*self._pair())
            self.source.show_pair(
                blocks, self._beside(), links, anchor=source, keep=keep, renamed=renamed
            )
        else:
            self.source.show(blocks, anchor=source, keep=keep, renamed=renamed)
            self._show_other(source or self.source.place, own)
        if self._pairs():
            labels = self._label(shown), self._label(self._view(self._other()) or own)
            self.source.border_title = " · ".join([_("Parallel text"), *labels])
        else:
            self.source.border_title = self._title(shown)
        self._show_summary(keep=keep)
        self.link_mentions()
        self._on_change()

    def _show_other(self, place: Anchor | None, own: DocumentView) -> None:
        """Show the other text beside the source pane, at the same place."""
        if not self.other.is_attached:
            self.source.screen.mount(self.other, after=self.source)
        if place is not None:
            names = alignment.counterparts(self._links(*self._pair()))
            place = place._replace(block=names.get(place.block, place.block))
        self.other.show(self._blocks(self._other()), anchor=place)
        self.other.border_title = self._title(self._view(self._other()) or own)

    def _title(self, view: DocumentView) -> str:
        return " · ".join([_("Text"), self._label(view)])

    def _label(self, view: DocumentView) -> str:
        """Return what a text is, with regard to the one that is shown beside it."""
        beside = None
        if self.mode == PARALLEL:
            texts = [other.text for code in self._pair() if (other := self._view(code)) is not None]
            beside = next((text.kind for text in texts if text != view.text), None)
        return _(label_of(view.text, beside))

    def _blocks(self, language: str) -> list[Block]:
        view, dossier = self._view(language), self._names()
        if view is None or dossier is None:
            return []
        label = self._label(view) if self._pairs() else ""
        is_first = language == self._language()
        note = is_first and self.session.tells_note(view.id, has_note=bool(dossier.note))
        return source_blocks(view, dossier, label=label, note=note)

    def _beside(self) -> list[Block]:
        """Return the other text's blocks without the meta lines, which the first has."""
        return [block for block in self._blocks(self._other()) if block.role != "meta"]

    def _with_peek(self, blocks: list[Block]) -> list[Block]:
        if self._peeked is None:
            return blocks
        here, there = self._language(), self._peeked_language()
        view = self._view(there)
        if view is None:
            return blocks
        shown, words = self.view(), {p.id: p.text for p in view.paragraphs}
        linked = [
            id for ours, ids in self._links(here, there) if self._peeked in ours for id in ids
        ]
        label = _(label_of(view.text, shown.text.kind if shown else None))
        out = []
        for block in blocks:
            out.append(block)
            if block.id == self._peeked:
                indent = len(block.marker) + 1
                out.append(Block(f"{block.id}{PEEK}/kind", label, "meta", PEEKED, indent, gap=0))
                out += [
                    Block(
                        f"{block.id}{PEEK}/{id}",
                        marked(words[id], untranslated=id in view.text.untranslated),
                        "note",
                        "",
                        indent + 2,
                        gap=0,
                    )
                    for id in linked
                    if id in words
                ]
        return out

    def link_mentions(self, *views: TextView) -> None:
        """Underline the mentions in some panes, or in all; a worker finds those of a long text."""
        collection = self.session.collection
        if self.key is None or collection is None or collection.matcher is None:
            return
        for view in views or self.shown():
            blocks = view.blocks
            if sum(len(block.text) for block in blocks) > texts.IMMEDIATE:
                self._find_mentions(collection, view, blocks)
            else:
                at_home = collection.is_document(self.key)
                found = collection.mentions([block.text for block in blocks], at_home=at_home)
                view.set_spans(with_mentions(blocks, found))

    def _find_mentions(
        self, collection: Collection, view: TextView, blocks: Sequence[Block]
    ) -> None:
        from reader.tui.wanted import WhileWanted, until_unwanted

        generation = view.generation
        at_home = self.key is not None and collection.is_document(self.key)

        def find() -> None:
            texts = WhileWanted([block.text for block in blocks])
            found = collection.mentions(texts, at_home=at_home)
            spans = with_mentions(blocks, found)
            self.source.post_message(MentionsFound(view, generation, spans))

        group = f"mentions-{view.id}"
        self.source.run_worker(until_unwanted(find), thread=True, group=group, exclusive=True)

    @staticmethod
    def take_mentions(found: MentionsFound) -> None:
        """Underline the mentions that a worker found, if the same blocks are shown."""
        if found.view.generation == found.generation:
            found.view.set_spans(found.spans)


def _spot_in(view: TextView) -> Spot:
    """Return the place in a pane by the ids of its own blocks."""
    top = view.place or Anchor("")
    return Spot(top.block, top.offset, view.cursor or "")


def paragraph_of(block: str | None) -> str:
    """Return the id of the paragraph that a block of any text view belongs to."""
    return first_id((block or "").partition(PEEK)[0])
