"""A window with a field and the rows that it finds, as one types."""

from __future__ import annotations

from typing import TypeVar

from textual import getters
from textual.widgets import Input

from reader.tui.screens.modal import ReaderModal
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from reader.tui.widgets.text_view import TextView

Result = TypeVar("Result")


class Picker(ReaderModal[Result | None]):
    """A field for letters and rows for arrows: ``Input`` and ``RowList``.

    A subclass composes both.
    """

    field = getters.query_one(Input)
    row_list = getters.query_one(RowList)

    def placeholder(self) -> str:
        """Return the placeholder of the empty field."""
        raise NotImplementedError

    def rows(self, query: str) -> list[Row]:
        """Return the rows for a query, best first."""
        raise NotImplementedError

    def picked(self, row: Row) -> None:
        """Act on the chosen row."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.field.focus()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.field.placeholder = self.placeholder()
        self.row_list.show(self.rows(self.field.value), keep=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.row_list.show(self.rows(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.row_list.choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if self.is_ready:
            self.picked(event.row)

    def do_row_down(self) -> None:
        self.row_list.move(1)

    def do_row_up(self) -> None:
        self.row_list.move(-1)

    def do_rows_down(self) -> None:
        self.row_list.move(self.row_list.page)

    def do_rows_up(self) -> None:
        self.row_list.move(-self.row_list.page)

    def do_choose(self) -> None:
        self.row_list.choose()

    def do_dismiss(self) -> None:
        self.dismiss(None)


class PreviewPicker(Picker[Result]):
    """A picker with a text that shows the highlighted row."""

    preview = getters.query_one(TextView)

    def show_preview(self) -> None:
        """Show the highlighted row in the text."""
        raise NotImplementedError

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self.show_preview()

    def on_input_changed(self, event: Input.Changed) -> None:
        super().on_input_changed(event)
        self.show_preview()
