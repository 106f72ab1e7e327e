"""A screen with the texts of an article: what is found, lit, cited, mentioned and verified in them.

It has a short method for each command and each message; what they do is done by the objects that it
makes at their first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.language.messages import _
from reader.tui.notices import Copied
from reader.tui.screens.citations import CitationController
from reader.tui.screens.document_panes import DocumentPanes, MentionsFound
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.prompting import Purpose
from reader.tui.session import Session
from reader.tui.widgets.blocks import LIT
from reader.tui.widgets.parallel_view import ParallelView
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.mention_search import Searched
    from reader.tui.screens.dictionary import LookedUp
    from reader.tui.screens.find_bar import FindController, Found
    from reader.tui.screens.lights import FactsFound, Lights
    from reader.tui.screens.mentions import MentionsController
    from reader.tui.screens.search import Place
    from reader.tui.screens.verdicts import VerdictController, VerdictsFound
    from reader.tui.screens.windows import Windows


class TextsScreen(LibraryScreen):
    """Goes through the texts that are shown, and opens what they point to; a base of the main screen."""

    def __init__(self, session: Session) -> None:
        texts = DocumentPanes(session, self.texts_changed)
        super().__init__(session, texts)
        self.citations = CitationController(self, self.texts)
        self._finding: FindController | None = None
        self._mentions: MentionsController | None = None
        self._verdicts: VerdictController | None = None
        self._lights: Lights | None = None
        self._searched = ""
        """What all articles were searched for last."""
        self._windows: Windows | None = None

    def texts_changed(self) -> None:
        """Search, light and mark the texts that are shown now as those before were."""

    @property
    def source(self) -> ParallelView:
        return self.texts.source

    @property
    def summary(self) -> TextView:
        return self.texts.summary

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the texts may be in."""
        collection, key = self.session.collection, self.texts.key
        if collection is None:
            return frozenset()
        own = () if key is None else (collection.own_language(key),)
        return frozenset((*collection.languages, *own))

    # Which text the source pane shows.

    def do_parallel(self) -> None:
        if self.texts.next_mode():
            self.enter_pane("source")

    def do_lock(self) -> None:
        if self.texts.lock(wide=self.is_wide):
            self.enter_pane("source")

    def do_peek(self) -> None:
        self.texts.peek()

    # A paragraph by its number.

    def go_to_number(self, number: int) -> None:
        if self.pane in ("source", "other"):
            self.navigator.go_to_number(str(number), self.pane)
        else:
            super().go_to_number(number)

    def do_go_to_paragraph(self) -> None:
        self.ask("paragraph", _("Number of the paragraph…"))

    def with_go_to_paragraph(self, number: str) -> None:
        """Go to a paragraph by its number."""
        if self.texts.key is not None:
            self.navigator.go_to_number(number)
            self.update_status()

    def ask(self, purpose: Purpose, placeholder: str, text: str = "") -> None:
        if self.texts.key is not None:
            self.prompter.ask(purpose, self.pane, placeholder, text)

    # Finding.

    @property
    def finding(self) -> FindController:
        """The find controller, made at its first use."""
        if self._finding is None:
            from reader.tui.screens.find_bar import FindController

            self._finding = FindController(self)
        return self._finding

    def on_found(self, event: Found) -> None:
        event.stop()
        self.finding.take(event)
        self.show_status()

    def do_find(self) -> None:
        if self.texts.key is not None:
            self.finding.begin()
            self.ask("find", _("Find in text and summary…"), self.finding.query)

    def do_next_match(self, times: int = 1) -> None:
        self._step_match(times)

    def do_previous_match(self, times: int = 1) -> None:
        self._step_match(-times)

    def with_find(self, words: str) -> None:
        """Find words, and go to the first place that has them."""
        if self.texts.key is not None:
            self.finding.begin()
            self.finding.answer(words, final=True)
            self.update_status()

    def _step_match(self, step: int) -> None:
        if self.finding.query:
            self.finding.step(step)
        else:
            self.do_find()

    # Search.

    def do_search(self) -> None:
        if self.windows is not None:
            self.windows.open_search(self._go_to_hit, self._searched)

    def with_search(self, query: str) -> None:
        """Search all articles for what is typed after the command's name."""
        if self.windows is not None:
            self.windows.open_search(self._go_to_hit, query)

    def _go_to_hit(self, place: Place | None) -> None:
        """Show the paragraph that was found, with all that was found of the article lit."""
        if place is None:
            return
        self._searched = place.query
        if self.navigator.go_to_hit(place.key, place.paragraph, place.language):
            self.finding.light(place.query, place.lit)
            self.show_status()

    # Facts, and what is verified.

    @property
    def lights(self) -> Lights:
        """What lights facts, and who says a sentence; made at its first use."""
        if self._lights is None:
            from reader.tui.screens.lights import Lights

            self._lights = Lights(self.session, self, self.texts)
        return self._lights

    def do_facts(self) -> None:
        if self.texts.key is not None:
            self.lights.next_kind()

    def do_who(self) -> None:
        if self.texts.key is not None:
            self.lights.switch_sentences()

    def on_facts_found(self, event: FactsFound) -> None:
        event.stop()
        self.lights.take(event)
        self.update_status()

    @property
    def verdicts(self) -> VerdictController:
        """What verifies the claims, made after the first frame."""
        if self._verdicts is None:
            from reader.tui.screens.verdicts import VerdictController

            self._verdicts = VerdictController(self.session, self.texts, self, self)
        return self._verdicts

    def do_findings(self) -> None:
        if self.session.collection is not None:
            self.verdicts.open_list()

    def on_verdicts_found(self, event: VerdictsFound) -> None:
        event.stop()
        self.verdicts.take(event)
        self.update_status()  # a row of tabs has the title of a pane, too

    # Terms and citations.

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        span = event.span
        if span is None:
            span = self.citations.first_of(event.view, event.block_id)
        if span is None:
            if event.view is self.source:
                self.citations.step(1)
        elif span.kind == "citation":
            self.citations.go_to_passage(event.view, event.block_id, span.target)
        elif span.kind == "link":
            self.navigator.go_to(span.target)
        elif (windows := self.windows) is not None:
            if span.kind == "address":
                windows.browse(span.target)
            elif span.kind in LIT and not span.target:
                self.lights.tell(event.view)
            else:
                windows.open_mentioned(event.view, event.block_id, span)

    def do_next_citation(self, times: int = 1) -> None:
        self.citations.step(times)

    def do_previous_citation(self, times: int = 1) -> None:
        self.citations.step(-times)

    @property
    def mentions(self) -> MentionsController:
        """What goes from one mention of a term to the next, made at its first use."""
        if self._mentions is None:
            from reader.tui.screens.mentions import MentionsController

            self._mentions = MentionsController(self.session, self.texts, self.navigator)
        return self._mentions

    def on_mentions_found(self, event: MentionsFound) -> None:
        event.stop()
        self.texts.take_mentions(event)

    def on_searched(self, event: Searched) -> None:
        event.stop()
        self.mentions.take(event)
        self.update_status()

    def do_next_mention(self, times: int = 1) -> None:
        self.mentions.step(self.current_text(), times)

    def do_previous_mention(self, times: int = 1) -> None:
        self.mentions.step(self.current_text(), -times)

    def do_concordance(self) -> None:
        entry = self.mentions.entry_under_cursor(self.current_text())
        if entry is not None and self.windows is not None:
            self.windows.open_lines(entry, self._go_to_hit)

    def on_text_view_link_changed(self, event: TextView.LinkChanged) -> None:
        event.stop()
        self.update_status()

    def on_text_view_cursor_moved(self, event: TextView.CursorMoved) -> None:
        event.stop()
        self.said = ""
        self.update_status()

    # What opens over the texts.

    @property
    def windows(self) -> Windows | None:
        """What opens over this screen; made once the dossier is open."""
        collection = self.session.collection
        if self._windows is None and collection is not None:
            from reader.tui.screens.windows import Windows

            self._windows = Windows(self.session, collection, self, self.texts, self.navigator)
        return self._windows

    def open_entry(self, id: str) -> None:
        """Open the popup of an entry, where the glossary has it."""
        if self.windows is not None:
            self.windows.open_entry(id)

    def do_glossary(self) -> None:
        if self.windows is not None:
            self.windows.open_glossary()

    def with_glossary(self, query: str) -> None:
        """Open the glossary with what is looked up."""
        if self.windows is not None:
            self.windows.open_glossary(query)

    def do_new_entry(self) -> None:
        if self.windows is not None:
            self.windows.open_new_entry()

    def do_look_up(self) -> None:
        if self.windows is not None:
            self.windows.look_up()

    def with_look_up(self, word: str) -> None:
        """Look a word up by the command of the configuration."""
        if self.windows is not None:
            self.windows.look_up(word)

    def on_looked_up(self, event: LookedUp) -> None:
        event.stop()
        if self.windows is not None:
            self.windows.show_answer(event)

    def do_browse(self) -> None:
        if self.windows is not None:
            self.windows.browse_article()

    def do_print(self) -> None:
        self.open_print()

    def with_print(self, file: str) -> None:
        """Write the summary of this article to a file, as the print dialog has it."""
        self.open_print(selected_first=False, file=file)

    def open_print(self, *, selected_first: bool | None = None, file: str = "") -> None:
        if self.windows is not None and self.texts.key is not None:
            self.windows.open_print(self.texts.key, selected_first=selected_first, file=file)

    # What is copied, and what is shown as if nothing had been looked for.

    def to_copy(self) -> Copied | None:
        from reader.tui.screens.copying import cited

        view = self.text()
        if isinstance(view, TextView):
            return cited(self.texts, view)
        has_selected = any(text.selected is not None for text in self.shown_texts())
        return cited(self.texts, self.source) if has_selected else None

    def do_clear(self) -> None:
        """Clear finds, what is lit, the current link and the selection; the place stays.

        In the list its filter is cleared. What is being looked for isn't any more.
        """
        if self._mentions is not None and self._mentions.cancel():
            self.say(_("Mentions are not looked for any more. What was searched stays known."))
            return
        if self.pane == "documents":
            self.clear_filter()
        if self._finding is not None:
            self._finding.clear()
        for view in self.shown_texts():
            view.clear_marks()
        self.clear_selection()
