"""The keyboard in Russian and Ukrainian layout."""

from __future__ import annotations

import pytest

from reader.tui.driver import _Parser
from reader.tui.keys.layouts import latin_key
from tests.tui import kitty
from tests.tui.opened import opened, settled


@pytest.mark.parametrize(
    ("pressed", "twin"),
    [
        ("о", "j"),
        ("л", "k"),
        ("Д", "L"),
        ("З", "P"),
        ("х", "left_square_bracket"),
        ("Ъ", "right_curly_bracket"),
        ("Ж", "colon"),
        ("э", "apostrophe"),
        ("full_stop", "slash"),
        ("comma", "question_mark"),
        ("ctrl+з", "ctrl+p"),
        ("ctrl+cyrillic_small_letter_ze", "ctrl+p"),
        ("shift+д", "L"),
    ],
)
def test_a_key_of_the_russian_layout_is_the_latin_key_in_its_place(pressed: str, twin: str) -> None:
    assert latin_key(pressed) == twin


@pytest.mark.parametrize(
    ("pressed", "twin"),
    [
        ("і", "s"),
        ("І", "S"),
        ("ї", "right_square_bracket"),
        ("Ї", "right_curly_bracket"),
        ("є", "apostrophe"),
        ("о", "j"),
        ("ctrl+і", "ctrl+s"),
        ("cyrillic_small_letter_byelorussian-ukrainian_i", "s"),
    ],
)
def test_a_letter_of_the_ukrainian_layout_is_the_latin_key_in_its_place(
    pressed: str, twin: str
) -> None:
    assert latin_key(pressed) == twin


@pytest.mark.parametrize("pressed", ["j", "L", "б", "ю", "enter", "ctrl+p", "f1", "ctrl+full_stop"])
def test_other_keys_have_no_twin(pressed: str) -> None:
    assert latin_key(pressed) is None


async def test_letters_at_links_are_typed_by_their_places_in_any_layout() -> None:
    parser = _Parser()
    async with opened("en") as (app, pilot):
        await pilot.press("f")
        hints = app.main.hints
        assert hints is not None
        label, (view, link) = next(iter(hints._by_label.items()))
        for letter in label:
            for event in parser.feed(kitty.LAYOUTS["Greek"].key(letter)):
                event.set_sender(app)
                app.post_message(event)
            await settled(app, pilot)
        assert hints.chosen == (view, link)
        assert not app.session.types_cyrillic  # so that Latin letters are shown
