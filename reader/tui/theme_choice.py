"""The theme: the one that was chosen, or as the terminal's background is."""

from __future__ import annotations

import os

from reader.settings import AUTO
from reader.tui import background
from reader.tui.background import Background
from reader.tui.session import Session
from reader.tui.widgets import themes

CHOICES = (AUTO, *themes.NAMES)


class ThemeChoice:
    """What the reader has chosen: a theme by its name, or :data:`AUTO`."""

    def __init__(self, session: Session) -> None:
        self._state = session.state
        wanted = session.settings.theme or session.state.theme
        self.chosen = wanted if wanted in CHOICES else AUTO
        self._background: Background | None = None
        """What the terminal has said in this session."""
        self._has_answered = False

    @property
    def follows(self) -> bool:
        """Whether the theme is as the terminal's background is."""
        return self.chosen == AUTO and "NO_COLOR" not in os.environ

    @property
    def theme(self) -> str:
        """The name of the theme to show now."""
        if "NO_COLOR" in os.environ:  # Textual looks only after it has the theme
            return themes.TERMINAL.name
        if self.chosen != AUTO:
            return self.chosen
        known = self._background or self._remembered() or background.guessed()
        return background.THEMES[known]

    def _remembered(self) -> Background | None:
        kept = self._state.backgrounds.get(background.terminal())
        return next((name for name in background.THEMES if name == kept), None)

    def next(self) -> None:
        """Choose the next theme, for the next start as well; one that looks otherwise than now."""
        before = self.theme
        self._step()
        if self.theme == before:
            self._step()
        self._state.theme = self.chosen

    def choose(self, name: str) -> bool:
        """Choose a theme by its name, for the next start as well; return whether there is one."""
        if name not in CHOICES:
            return False
        self.chosen = self._state.theme = name
        return True

    def _step(self) -> None:
        self.chosen = CHOICES[(CHOICES.index(self.chosen) + 1) % len(CHOICES)]

    def hear(self, answer: str) -> bool:
        """Take what the terminal says of its background; return whether to ask it anew.

        Of a change it says which kind of colours are wished; its background is what counts.
        """
        colour, change = background.of_colour(answer), background.of_change(answer)
        if colour is not None:
            self._has_answered = True
        elif change is not None and self._has_answered:
            return self.follows
        if (now := colour or change) is not None:
            self._background = now
            self._state.backgrounds[background.terminal()] = now
        return False
