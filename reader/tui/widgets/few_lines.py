"""A text of a few lines that says with an ellipsis that there is more of it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from reader.tui.widgets.text.wrap import wrap_to


class FewLines(Widget):
    """A text on at most as many lines as its ``max-height`` says, in cells; the last one is cut."""

    DEFAULT_CSS = """
    FewLines { width: 1fr; height: auto; max-height: 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""

    def update(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n".join(self._lines(self.content_size.width)))

    def _lines(self, width: int) -> tuple[str, ...]:
        most = self.styles.max_height
        return wrap_to(self._text, width, int(most.value) if most else 1)
