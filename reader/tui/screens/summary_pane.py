"""The summary pane: the claims of the document that is shown, and what is said of them.

Which are selected for printing, which status they have, whether they check out, and why there is
no draft of a summary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.briefings.added import OF_SENTENCES, STATUSES
from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.messages import N_, _, ngettext
from reader.model import ClaimStatus, Summary
from reader.tui.presenters import (
    claim_marker,
    statuses_of,
    summary_blocks,
    verdict_words,
    verdicts_title,
)
from reader.tui.screens.shown_texts import ShownTexts
from reader.tui.session import Session
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.kept.tray import Tray
    from reader.library.verification import Subject, Verdicts
    from reader.verdicts import Verdict

NOT_OF_DRAFTS = N_(
    "The claims of a draft can’t be selected for printing. Make the summary yours first: edit it"
    " and keep it."
)


class SummaryPane(ShownTexts):
    """The summary of the document that is shown.

    The callback ``on_change`` is called when other blocks are shown.
    """

    def __init__(self, session: Session, on_change: Callable[[], None]) -> None:
        super().__init__(session)
        self.summary = TextView(id="summary", classes="pane", by_block=True)
        self.tray: Tray | None = None
        """The claims that were selected for printing; not read before the first frame."""
        self.status: ClaimStatus | None = None
        """The status of the claims that are shown; ``None`` for all of them."""
        self.no_draft: dict[str, str] = {}
        """Why articles without a summary have no draft of one, by their keys: msgids."""
        self.verdicts: Mapping[str, Verdict] = {}
        """What is known of the claims that are shown, by their ids."""
        self.unverified: Subject | None = None
        """The document that is shown, where nothing is known yet of its claims."""
        self._known_verdicts: Verdicts | None = None
        self._on_change = on_change

    def link_mentions(self, *views: TextView) -> None:
        """Underline the mentions of terms in some panes, or in all that are shown."""

    def show_added(self) -> None:
        """Show what the dossier's editors add below the summary, which the first frame does without."""
        if not self._is_painted:
            self._is_painted = True
            self._show_summary(keep=True)
            self.link_mentions(self.summary)
            self._on_change()

    def select_claim(self) -> bool:
        """Select or deselect the claim under the cursor; return False without a claim."""
        claim = self.summary.cursor
        if self.key is None or self.tray is None or claim not in self._statuses():
            return False
        if self._is_draft:
            raise ReaderError.at("", NOT_OF_DRAFTS)
        from reader.kept.tray import Selected

        chosen = Selected(self.key, str(claim))
        is_there = claim in self.selected
        self.session.log.do(self.tray, chosen if is_there else None, None if is_there else chosen)
        self.show_selected()
        return True

    @property
    def selected(self) -> frozenset[str]:
        """The ids of the selected claims of the document that is shown."""
        if self.tray is None or self.key is None:
            return frozenset()
        return self.tray.of(self.key)

    def _statuses(self) -> dict[str, ClaimStatus | None]:
        own = self._view(messages.language())
        summary = own.document.summary if own is not None else None
        return {c.id: c.status for c in summary.claims} if summary is not None else {}

    @property
    def _is_draft(self) -> bool:
        own = self._view(messages.language())
        summary = own.document.summary if own is not None else None
        return summary is not None and summary.draft is not None

    def show_selected(self) -> None:
        """Mark the claims that are selected now, and count them."""
        selected, statuses = self.selected, self._statuses()
        blocks = [
            block._replace(marker=claim_marker(statuses[block.id], selected=block.id in selected))
            if block.id in statuses
            else block
            for block in self.summary.blocks
        ]
        if blocks != list(self.summary.blocks):
            self.summary.show(blocks, keep=True)
            self._on_change()
        self._title_summary()

    def next_status(self) -> bool:
        """Show the claims of the next status that there is, after the last all of them again.

        Return False where no claim has one.
        """
        own = self._view(messages.language())
        order = [None, *(statuses_of(own) if own is not None else ())]
        if len(order) == 1 and self.status is None:
            return False
        at = order.index(self.status) if self.status in order else -1
        self.status = order[(at + 1) % len(order)]
        self._show_summary(keep=True)
        self.link_mentions(self.summary)
        self._on_change()
        return True

    def show_all_claims(self) -> None:
        """Show the claims of every status."""
        if self.status is not None:
            self.status = None
            self._show_summary(keep=True)
            self.link_mentions(self.summary)
            self._on_change()

    def summary_changed(self) -> None:
        """Show the summary that the article has now: a draft of one has come."""
        self._show_summary(keep=True)
        self.link_mentions(self.summary)
        self._on_change()

    def show_verdicts(self) -> bool:
        """Show beside each claim whether it checks out; return whether that changed anything."""
        before = self.verdicts
        self._look_up_verdicts()
        has_changed = self.verdicts != before
        if has_changed:
            self.summary_changed()
        return has_changed

    def take_verdicts(self, subject: Subject, verdicts: tuple[Verdict, ...]) -> None:
        """Take what was found of the claims of a document, which need not be shown any more."""
        if self._known_verdicts is not None:
            self._known_verdicts.take(subject, verdicts)
            self.show_verdicts()

    def _look_up_verdicts(self) -> None:
        """Look up what is known of the claims that are shown, once the glossary has been read."""
        self.verdicts, self.unverified = {}, None
        collection = self.session.collection
        if self.key is None or collection is None or collection.matcher is None:
            return
        from reader.library import verification

        if self._known_verdicts is None or self._known_verdicts.collection is not collection:
            self._known_verdicts = verification.Verdicts(collection)
        subject = verification.subject(collection, self.key, messages.language())
        if subject is not None:
            known = self._known_verdicts.known(subject)
            self.verdicts, self.unverified = known or {}, subject if known is None else None

    def _show_summary(self, *, keep: bool) -> None:
        own, dossier = self._view(messages.language()), self._names()
        if own is not None and dossier is not None:
            self._look_up_verdicts()
            words = {id: verdict_words(verdict) for id, verdict in self.verdicts.items()}
            why = self.no_draft.get(self.key or "", "")
            blocks = summary_blocks(
                own, dossier, self.selected, self.status, words, why=_(why) if why else ""
            )
            self.summary.show(blocks, keep=keep)
        self._title_summary()

    def _title_summary(self) -> None:
        title, n = _("Summary"), len(self.selected)
        own = self._view(messages.language())
        is_drafted = False
        if own is not None and (summary := own.document.summary) is not None:
            title = self._whose_title(summary, own.language)
            is_drafted = bool(summary.draft or summary.accepted)
        every = len(self.tray.values()) if self.tray is not None else 0
        if self.status is not None:
            statuses = OF_SENTENCES if is_drafted else STATUSES
            title += " · " + _("claims: {status}").format(status=_(statuses[self.status]))
        if n:
            title += " · " + ngettext("{n} claim selected", "{n} claims selected", n).format(n=n)
        if every > n > 0:
            title += " " + _("({n} in all)").format(n=every)
        elif every > n:
            title += " · " + _("selected in other articles: {n}").format(n=every)
        self.summary.border_title = title

    def _whose_title(self, summary: Summary, language: str) -> str:
        """Return what the summary is, and how many of its claims check out if there is room for that."""
        from reader.briefings import drafted

        title, verdicts = _("Summary"), [*self.verdicts.values()]
        if self.status is not None or (self.tray is not None and self.tray.values()):
            verdicts = []  # what is selected is told then
        told = verdicts_title(verdicts, short=summary.draft is not None) if verdicts else ""
        if summary.accepted is not None:
            day = dates.date(summary.accepted[:10], language, "medium")
            return " · ".join((_("Your summary"), told or day))
        mark = drafted.mark(summary, language)
        if told and mark:  # its name says as much, and is long enough
            title, mark = mark[:1].upper() + mark[1:], ""
        return " · ".join(filter(None, (title, mark, told)))
