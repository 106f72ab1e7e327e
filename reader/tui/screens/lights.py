"""Facts in the texts of a screen: times, numbers and names lit, or who says each sentence."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, get_args

from textual.message import Message

from reader.briefings.added import MARKS, OF_SENTENCES
from reader.facts import wording
from reader.facts.values import Asserted, Fact
from reader.facts.wording import Counted
from reader.language import dates
from reader.language.messages import _
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.document_panes import PEEK, DocumentPanes
from reader.tui.session import Session
from reader.tui.widgets.blocks import LIT, Block, Span
from reader.tui.widgets.cells import cell_len
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher

KINDS: tuple[Counted, ...] = get_args(Counted)
FACTS, SENTENCES = "facts", "sentences"
"""What a session keeps of what is lit: facts of all kinds, or of one by its name, or sentences."""
_IN_TURN = (FACTS, *KINDS, "")

_LENGTHS: tuple[dates.Length, ...] = ("long", "medium", "short")
"""How dates are written, for less and less room."""

_NEAR = 200
"""Blocks that are lit at once where it is known what they say."""
_AT_ONCE = 50_000
"""Code points whose facts are reported together."""
_REST = 0.005
"""Seconds that a worker leaves to the screen after these."""


class Paragraph(NamedTuple):
    """What is known of a block: its times, numbers and names, or its sentences."""

    facts: tuple[Fact, ...] = ()
    sentences: tuple[Asserted, ...] = ()


class FactsFound(Message):
    """A worker has found what some blocks of a view assert, by their ids."""

    def __init__(
        self, turn: int, view: TextView, found: Mapping[str, Paragraph], *, is_last: bool
    ) -> None:
        super().__init__()
        self.turn = turn
        self.view = view
        self.found = found
        self.is_last = is_last


class _Shown:
    """What is lit in one view."""

    def __init__(self) -> None:
        self.known: dict[str, Paragraph] = {}
        """By the ids of blocks."""
        self.counts: Counter[str] = Counter()
        self.signs: dict[str, list[tuple[int, str]]] = {}
        self.words: dict[str, str] = {}
        self.is_whole = False


class _Read(NamedTuple):
    """With what the texts are read."""

    key: str | None = None
    published: str | None = None
    matcher: Matcher | None = None
    sentences: bool = False


class Lights:
    """Lights facts in the panes, and tells what the one that was gone to says.

    A worker finds them, what is in view first; the screen passes :class:`FactsFound` to
    :meth:`take`. Each paragraph is read in the language of its letters, so that two texts side by
    side are each read in their own.
    """

    def __init__(self, session: Session, screen: CommandScreen, texts: DocumentPanes) -> None:
        self._session = session
        self._screen = screen
        self._texts = texts
        self._turn = 0
        self._shown: dict[TextView, _Shown] = {}
        self._read = _Read()
        self._cache: dict[str, Paragraph] = {}
        """What is known of paragraphs, by their texts."""

    # What the keys do.

    def next_kind(self) -> None:
        """Light facts of all kinds, then those of each kind alone, then none."""
        at = _IN_TURN.index(self._session.lights) if self.kinds else -1
        self._session.lights = _IN_TURN[(at + 1) % len(_IN_TURN)]
        self.refresh()
        if not self.kinds:
            self._screen.say(_("No facts are lit any more."))

    def switch_sentences(self) -> None:
        """Show who says each sentence, or show it no more."""
        self._session.lights = "" if self.shows_sentences else SENTENCES
        self.refresh()
        if not self.shows_sentences:
            self._screen.say(_("It is not shown any more who says each sentence."))
        elif not any(view.display for view in self._views()):
            self._screen.say(
                _("In the text it is shown now who says each sentence: go to that pane.")
            )

    @property
    def kinds(self) -> tuple[Counted, ...]:
        """The kinds of facts that are lit."""
        lit = self._session.lights
        return KINDS if lit == FACTS else tuple(kind for kind in KINDS if kind == lit)

    @property
    def shows_sentences(self) -> bool:
        """Whether it is shown who says each sentence."""
        return self._session.lights == SENTENCES

    # What is lit.

    def refresh(self) -> None:
        """Light what is to be lit in the texts that are shown; a worker finds what isn't known."""
        before, self._shown = self._shown, {}
        self._turn += 1
        self._screen.workers.cancel_group(self._screen, "facts")
        self._forget_others()
        views = self._views()
        for view in before.keys() - views:
            view.light(dict.fromkeys(_lit(view), ()))
        wanted: list[tuple[TextView, list[Block]]] = []
        for view in views:
            self._shown[view] = _Shown()
            blocks = _near_first(view, [block for block in view.blocks if _is_text(block)])
            near = {b.id: self._cache[b.text] for b in blocks[:_NEAR] if b.text in self._cache}
            missing = [block for block in blocks if block.id not in near]
            self._light(view, near, dict.fromkeys(_lit(view), ()))
            self._shown[view].is_whole = not missing
            if missing:
                wanted.append((view, missing))
        if wanted:
            self._find(wanted)

    def _views(self) -> list[TextView]:
        """Return the panes in which something is to be lit."""
        if self.kinds:
            return self._texts.shown()
        # Of claims the dossier's editors say themselves who says them.
        shown = self._texts.shown() if self.shows_sentences else []
        return [view for view in shown if view is not self._texts.summary]

    def _forget_others(self) -> None:
        """Forget what is known of another document, by other terms or of another kind."""
        collection = self._session.collection
        matcher = collection.matcher if collection is not None else None
        now = _Read(self._texts.key, self._published(), matcher, self.shows_sentences)
        if now != self._read:
            self._read, self._cache = now, {}

    def _published(self) -> str | None:
        """Return the day of publication of the document that is shown."""
        view = self._texts.view()
        source = view.document.source if view is not None else None
        written = (source.published or source.published_inferred or "") if source else ""
        try:
            return date.fromisoformat(written[:10]).isoformat()
        except ValueError:
            return None

    def _find(self, wanted: list[tuple[TextView, list[Block]]]) -> None:
        from reader.tui.wanted import until_unwanted

        turn, read, known = self._turn, self._read, self._cache

        def work() -> None:
            find = _finder(read, known)
            for view, blocks in wanted:
                for found, is_last in _in_parts(find, blocks):
                    self._screen.post_message(FactsFound(turn, view, found, is_last=is_last))

        self._screen.run_worker(until_unwanted(work), thread=True, group="facts")

    def take(self, event: FactsFound) -> None:
        """Light what a worker has found, unless something else is shown by now."""
        shown = self._shown.get(event.view)
        if event.turn != self._turn or shown is None:
            return
        blocks = _blocks(event.view, event.found)
        self._cache.update({block.text: event.found[block.id] for block in blocks})
        shown.is_whole = event.is_last
        self._light(event.view, event.found)

    def _light(
        self,
        view: TextView,
        found: Mapping[str, Paragraph],
        dark: Mapping[str, tuple[Span, ...]] | None = None,
    ) -> None:
        """Light what was found in blocks, and take what was lit in ``dark`` ones away."""
        shown = self._shown[view]
        shown.known.update(found)
        lit = dict(dark or {})
        for block in _blocks(view, found):
            id = block.id
            facts, sentences = found[id]
            if self.shows_sentences:
                lit[id] = _of_sentences(sentences)
                shown.signs[id] = [(each.start, MARKS[each.status]) for each in sentences]
                shown.words[id] = _in_words(sentences)
            else:
                lit[id] = _of_facts([f for f in facts if f.kind in self.kinds], block.spans)
                shown.counts.update(span.kind for span in lit[id])
        kinds = ("sentence", "voice") if self.shows_sentences else self.kinds
        view.light(lit, kinds, shown.signs, shown.words)

    # What is told.

    def count_text(self, view: TextView) -> str:
        """Return how many facts are lit in a view; empty while one of them is told of."""
        shown = self._shown.get(view)
        if shown is None or not self.kinds or (view.link is not None and view.link[1].kind in LIT):
            return ""
        told = " · ".join(wording.kind_told(kind, shown.counts[kind]) for kind in self.kinds)
        return told if shown.is_whole else f"{told} …"

    def status_text(self, view: TextView, position: str) -> str:
        """Return what the lit place says that was gone to, or the sentence under the cursor.

        Else it is the ``position`` that there is to tell of anyway.
        """
        shown, link = self._shown.get(view), view.link
        if shown is None or (link is not None and link[1].kind not in LIT):
            return position
        if link is None:
            first = _first_in_view(view)
            known = shown.known.get(view.cursor or "", Paragraph())
            said = next((each for each in known.sentences if each.end > first), None)
            return " · ".join(filter(None, [position, _asserted(said) if said else ""]))
        if link[1].target:  # the position is the glossary's entry of the name
            return position
        told = [self._told(view, link[1], length) for length in _LENGTHS]
        room = self._screen.room_to_say()
        return next((each for each in told if cell_len(each) <= room), told[-1])

    def tell(self, view: TextView) -> None:
        """Tell all that the lit place says that was gone to, whether the line has room or not."""
        if view.link is not None and (told := self._told(view, view.link[1])):
            self._screen.notify(told, markup=False)

    def _told(self, view: TextView, span: Span, length: dates.Length = "long") -> str:
        shown, link = self._shown.get(view), view.link
        known = shown.known.get(link[0]) if shown is not None and link is not None else None
        facts, sentences = known or Paragraph()
        for said in sentences:
            if said[:2] == span[:2]:
                return _asserted(said)
        for fact in facts:
            if fact[:2] == span[:2] and fact.kind == span.kind:
                if fact.kind == "time":
                    told = wording.time_told(fact, self._read.published, length)
                elif fact.kind == "number":
                    told = wording.number_told(fact)
                else:
                    told = _("a name that is not in the glossary")
                return f"{' '.join(fact.text.split())} → {told}"
        return ""


def _is_text(block: Block) -> bool:
    """Tell whether a block is a text, and not what the program says."""
    return block.role in ("paragraph", "claim", "untranslated") or f"{PEEK}/" in block.id


def _blocks(view: TextView, ids: Iterable[str]) -> list[Block]:
    """Return the blocks of a view with these ids."""
    numbers = map(view.block_list.number, ids)
    return [view.block_list[number] for number in numbers if number is not None]


def _lit(view: TextView) -> list[str]:
    """Return the ids of the blocks in which something is lit."""
    return [block.id for block in view.blocks if any(span.kind in LIT for span in block.spans)]


def _near_first(view: TextView, blocks: list[Block]) -> list[Block]:
    """Return blocks from the first one in view on, and then those before it."""
    above = {block.id for block in view.blocks[: view.in_view.start]}
    return sorted(blocks, key=lambda block: block.id in above)


def _finder(read: _Read, known: Mapping[str, Paragraph]) -> Callable[[str], Paragraph]:
    """Return what finds the facts, or the sentences, of a paragraph that isn't known."""
    from reader.facts.extractor import Extractor

    extractor = Extractor(read.matcher, read.published)

    def find(text: str) -> Paragraph:
        if (found := known.get(text)) is not None:
            return found
        if read.sentences:
            return Paragraph(sentences=extractor.sentences(text))
        return Paragraph(tuple(fact for fact in extractor.facts(text) if fact.kind in KINDS))

    return find


def _in_parts(
    find: Callable[[str], Paragraph], blocks: list[Block]
) -> Iterator[tuple[dict[str, Paragraph], bool]]:
    """Yield what is found in blocks, some blocks at a time, and whether these are the last."""
    from reader.tui.wanted import WhileWanted

    found: dict[str, Paragraph] = {}
    length = 0
    for block in WhileWanted(blocks):
        if length > _AT_ONCE:
            yield found, False
            found, length = {}, 0
            time.sleep(_REST)
        found[block.id] = find(block.text)
        length += len(block.text)
    yield found, True


def _of_facts(facts: list[Fact], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is lit of facts; the numbers of citations are none."""
    others = [span for span in spans if span.kind in ("citation", "link", "address")]
    return tuple(
        Span(fact.start, fact.end, fact.kind, fact.entry)
        for fact in facts
        if fact.kind != "quote"
        and not any(span.start < fact.end and fact.start < span.end for span in others)
    )


def _of_sentences(sentences: tuple[Asserted, ...]) -> tuple[Span, ...]:
    """Return what is lit of sentences: each, who says it and the words by which one knows."""
    lit: list[Span] = []
    for said in sentences:
        lit.append(Span(said.start, said.end, "voice" if said.speaker else "sentence", ""))
        lit += [Span(*each[:2], "cue", "") for each in (said.speaker, said.cue) if each]
        lit += [Span(*each[:2], "hedge", "") for each in said.hedges]
    return tuple(sorted(lit))


def _in_words(sentences: tuple[Asserted, ...]) -> str:
    """Return what the signs of a paragraph's sentences say; what is alike is said once."""
    said = []
    for (is_quoted, status), _alike in groupby(sentences, lambda s: (bool(s.speaker), s.status)):
        word = _(OF_SENTENCES[status])
        said.append(_("by somebody: {status}").format(status=word) if is_quoted else word)
    return ", ".join(said)


def _first_in_view(view: TextView) -> int:
    """Return the first code point of the cursor's block that is in view."""
    number = view.block_list.number(view.cursor)
    in_view = number is not None and number in view.in_view
    return view.viewport.part_of(number)[0] if number is not None and in_view else 0


def _asserted(said: Asserted) -> str:
    """Return who says a sentence, how firmly, and by which words one knows."""
    speaker = said.speaker.text if said.speaker else _("the article itself")
    words = dict.fromkeys(span.text for span in (said.cue, *said.hedges) if span is not None)
    quoted = (_("“{words}”").format(words=each) for each in words)
    return " · ".join(" ".join(x.split()) for x in (speaker, _(OF_SENTENCES[said.status]), *quoted))
