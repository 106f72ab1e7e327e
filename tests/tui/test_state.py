"""What is remembered between starts."""

from __future__ import annotations

from reader import state


def test_what_is_saved_is_loaded() -> None:
    kept = state.State(
        language="ru",
        theme="textual-light",
        printing=state.PrintChoices("md", "clipboard"),
        places={"/a": state.Place("doc", "p3", 7)},
    )
    state.save(kept)
    assert state.load() == kept


def test_a_damaged_file_is_set_aside() -> None:
    state.save(state.State(language="ru"))
    state.path().write_text('{"version": 1, "places": [', encoding="utf-8")
    assert state.load() == state.State()
    assert state.path().with_suffix(".damaged").is_file()


def test_a_file_of_another_version_is_set_aside() -> None:
    state.save(state.State(language="ru"))
    state.path().write_text('{"version": 99}', encoding="utf-8")
    assert state.load() == state.State()


def test_a_folder_that_cannot_be_written_to_stops_nothing() -> None:
    state.path().parent.parent.mkdir(parents=True, exist_ok=True)
    state.path().parent.write_text("in the way", encoding="utf-8")
    state.save(state.State(language="ru"))
    assert state.load() == state.State()


def test_what_an_older_program_kept_of_printing_is_taken_and_the_rest_is_new() -> None:
    state.save(state.State(language="ru"))
    kept = '{"version": 1, "language": "ru", "printing": %s}'
    written = kept % '{"format": "md", "contents": 7, "colour": "red"}'
    state.path().write_text(written, encoding="utf-8")
    assert state.load() == state.State("ru", printing=state.PrintChoices(format="md"))
    for broken in ("null", "[]", '"text"'):
        state.path().write_text(kept % broken, encoding="utf-8")
        assert state.load() == state.State("ru")
