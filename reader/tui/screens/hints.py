"""Letters at the links in sight: typing them opens one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.tui.keys.layouts import cyrillic_letter, latin_key
from reader.tui.widgets.text.links import Numbered
from reader.tui.widgets.text_view import TextView

LETTERS = "fjdkagheirutybnvcmwopqlzx"
"""Those that lie best come first. No s: that key has one letter in Russian, another in Ukrainian."""

Target = tuple[TextView, Numbered]
"""A view, and a link in it."""


def labels(count: int, letters: str = LETTERS) -> list[str]:
    """Return so many labels of one letter or two, of which none begins another.

    Those of one letter come first, as many as there can be. There are at most as many labels as
    pairs of letters.
    """
    count = min(count, len(letters) ** 2)
    firsts = 0
    while len(letters) - firsts + firsts * len(letters) < count:
        firsts += 1
    alone, before = letters[: len(letters) - firsts], letters[len(letters) - firsts :]
    return [*alone, *(first + second for first in before for second in letters)][:count]


class Hints:
    """The links in sight of some views, with a label each."""

    def __init__(self, views: Sequence[TextView], *, cyrillic: bool) -> None:
        """Label the links; ``cyrillic``: the letters are those of a Cyrillic keyboard layout."""
        # The view that has the focus gets the labels of one letter.
        self._views = sorted(views, key=lambda view: not view.has_focus)
        targets = [(view, link) for view in self._views for link in view.links_in_view()]
        self._by_label: dict[str, Target] = dict(zip(labels(len(targets)), targets, strict=False))
        self._cyrillic = cyrillic
        self.typed = ""
        self.chosen: Target | None = None
        """The link whose label was typed."""
        self.is_over = False

    def show(self) -> bool:
        """Show the labels that go on as what was typed; return whether there are any."""
        shown: dict[TextView, dict[Numbered, str]] = {view: {} for view in self._views}
        for label, (view, link) in self._by_label.items():
            if label.startswith(self.typed):
                shown[view][link] = self._written(label[len(self.typed) :])
        for view, marked in shown.items():
            view.show_labels(marked)
        return any(shown.values())

    def hide(self) -> None:
        """Take the labels away."""
        none: Mapping[Numbered, str] = {}
        for view in self._views:
            view.show_labels(none)

    def _written(self, label: str) -> str:
        return "".join(map(cyrillic_letter, label)) if self._cyrillic else label

    def take(self, key: str) -> bool:
        """Take a key, by Textual's name and in either layout; return ``False`` for one of others.

        Letters go on with a label, Backspace takes one back, Esc and any other key are the end.
        """
        letter = (latin_key(key) or key).lower()
        if letter == "backspace" and self.typed:
            self.typed = self.typed[:-1]
        elif len(letter) == 1 and letter.isalpha():
            typed = self.typed + letter
            if typed in self._by_label:
                self.chosen, self.is_over = self._by_label[typed], True
                return True
            if any(label.startswith(typed) for label in self._by_label):
                self.typed = typed
        else:
            self.is_over = True
            return letter in ("escape", "backspace")
        self.show()
        return True
