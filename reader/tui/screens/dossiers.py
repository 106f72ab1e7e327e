"""The dossiers that one can go to: the built-in one, those opened before, and any folder."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from reader import state, storage
from reader.dossiers import paths
from reader.language import messages
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.language.words import fold
from reader.library import freshness
from reader.library.indexed import IndexedDossier
from reader.tui import file_choice
from reader.tui.keys import commands
from reader.tui.screens.kept_list import KeptList, with_home
from reader.tui.session import Session
from reader.tui.widgets.rows import Row

HEAD = "dossier.yaml"
_INTO = "into:"
"""How the id of a row begins that leads into a folder."""


class DossiersScreen(KeptList):
    """Lists dossiers, or folders while a path is typed; returns the path of the chosen one."""

    PARTS = commands.SCREENS["dossiers"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS, priority=("remove",))

    def __init__(self, session: Session, name: str = "") -> None:
        super().__init__(session)
        self._begun = name
        self._builtin = str(paths.builtin())

    def on_mount(self) -> None:
        self.field.value = self._begun
        super().on_mount()

    def placeholder(self) -> str:
        return _("A dossier by its title, or the path of its folder…")

    def rows(self, query: str) -> list[Row]:
        if "/" in query or query.startswith(("~", ".")):
            return self._folders(query.strip())
        wanted = fold(query).split()
        found = [
            row
            for row in self._known()
            if all(word in fold(f"{row.title} {row.id}") for word in wanted)
        ]
        text = _("No dossier has these words in its title.")
        how = _("A path leads to any other: /, ~ or . begins one.")
        return found or [Row("", text, how, is_heading=True)]

    def _known(self) -> list[Row]:
        """Return the built-in dossier and those opened before, the last one first."""
        builtin = _title(self._builtin) or _("The built-in dossier")
        rows = [self._row(self._builtin, builtin, _("comes with the program"))]
        for opened in reversed(self.session.dossiers.values()):
            if opened.path != self._builtin:
                where = sanitize_line(with_home(opened.path))
                rows.append(self._row(opened.path, opened.title or where, where))
        return rows

    def _row(self, path: str, title: str, note: str) -> Row:
        told = [note]
        if path == self._current:
            told.insert(0, _("open now"))  # of a long path the end is cut
        elif not storage.exists(Path(path) / HEAD):
            told.insert(0, _("there is no dossier any more"))
        return Row(path, title, " · ".join(told))

    @property
    def _current(self) -> str:
        return state.key(self.session.launch.collection.root)

    def _folders(self, typed: str) -> list[Row]:
        """Return the folders that a path may go on with, and the one that it names."""
        rows = []
        folder = file_choice.expanded(typed)
        if storage.exists(folder / HEAD):
            name = sanitize_line(folder.name or str(folder))
            rows.append(Row(str(folder), _("Open the dossier in {name}").format(name=name)))
        found = file_choice.choice(typed, None)
        for one in found.offered:
            has_head = storage.exists(file_choice.expanded(one.typed) / HEAD)
            note = _("a dossier") if has_head else ""
            id = str(file_choice.expanded(one.typed)) if has_head else f"{_INTO}{one.typed}"
            if id not in {row.id for row in rows}:
                rows.append(Row(id, f"{sanitize_line(one.name)}/", note))
        if found.problem:
            return [Row("", sanitize_line(found.folder), found.problem, is_heading=True)]
        return rows or [Row("", _("There is no folder here."), is_heading=True)]

    def picked(self, row: Row) -> None:
        if row.id.startswith(_INTO):
            self.field.value = row.id.removeprefix(_INTO)
            self.field.cursor_position = len(self.field.value)
        elif row.id:
            self.dismiss(row.id)

    def remove_row(self, id: str) -> None:
        dossiers = self.session.dossiers
        if (opened := dossiers.get(id)) is not None:
            self.session.log.do(dossiers, opened, None)
        elif id == self._builtin:
            text = _("The built-in dossier stays in the list.")
            self.notify(text, markup=False)


def _title(root: str) -> str:
    """Return the title of a dossier by the index that is there; empty without one."""
    index = freshness.found(Path(root), trusting=True)
    if index is None:
        return ""
    try:
        return IndexedDossier(index, Path(root)).head(messages.language()).title
    finally:
        index.close()
