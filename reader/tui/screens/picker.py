"""A window with a field and the rows that it finds, as one types."""

from __future__ import annotations

from typing import TypeVar

from textual.widgets import Input

from reader.tui.screens.modal import ReaderModal
from reader.tui.widgets.row_list import Row, RowList

Result = TypeVar("Result")


class Picker(ReaderModal[Result | None]):
    """Letters go to the field, arrows to the rows. A subclass has an ``Input`` and a ``RowList``."""

    def placeholder(self) -> str:
        """What the empty field says."""
        raise NotImplementedError

    def rows(self, query: str) -> list[Row]:
        """The rows for what was typed, best first."""
        raise NotImplementedError

    def picked(self, row: Row) -> None:
        """A row was chosen."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        field = self.query_one(Input)
        field.placeholder = self.placeholder()
        self.query_one(RowList).show(self.rows(field.value), keep=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one(RowList).show(self.rows(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(RowList).choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.picked(event.row)

    def do_row_down(self) -> None:
        self.query_one(RowList).move(1)

    def do_row_up(self) -> None:
        self.query_one(RowList).move(-1)

    def do_rows_down(self) -> None:
        rows = self.query_one(RowList)
        rows.move(rows.page)

    def do_rows_up(self) -> None:
        rows = self.query_one(RowList)
        rows.move(-rows.page)

    def do_choose(self) -> None:
        self.query_one(RowList).choose()

    def do_dismiss(self) -> None:
        self.dismiss(None)
