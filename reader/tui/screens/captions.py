"""What the list of documents and the status line of the main screen say."""

from __future__ import annotations

from reader.language import messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.tui.presenters import imprint, preview, where
from reader.tui.screens.document_panes import DocumentPanes, paragraph_of
from reader.tui.widgets.row_list import Row


def document_rows(collection: Collection) -> list[Row]:
    """Return a row a document, in the interface's language: its title, publisher and day."""
    rows = []
    for item in collection.items:
        document = collection.document(item, messages.language())
        note = imprint(document.source) if item.known else _("file")
        rows.append(Row(item.key, document.title, note))
    return rows


def position_text(collection: Collection | None, texts: DocumentPanes, pane: str) -> str:
    """Return a preview of what Enter would open, or where in the text of a pane one is."""
    shown = texts.view()
    view = next((view for view in texts.shown() if view.id == pane), None)
    if collection is None or shown is None or view is None:
        return ""
    if view.link is not None:
        return preview(view.link[1], shown, collection.in_language(messages.language()))
    place = where(paragraph_of(view.cursor), shown)
    return place if collection.matcher else f"{place} · {_('terms are being read…')}"
