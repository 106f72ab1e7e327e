"""What a text says about itself above its first line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.front_matter import read
from reader.articles.paragraphs import lay_out

BODY = "\nMany boats came home."


def test_yaml() -> None:
    text = (
        "---\nlayout: post\ntitle: >-\n  Boats\n  of the year\n"
        "authors: [Jane Harbour, {name: Tom Pier}]\ndate: 2026-03-02 10:42:00 +0300\n---\n"
    )
    found = read(text + BODY)
    assert found is not None
    assert (found.title, found.end) == ("Boats of the year", len(text))
    assert found.source.publisher == "Jane Harbour, Tom Pier"
    assert found.source.published == "2026-03-02T10:42:00+03:00"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Boats: a list\n---\n", "Boats: a list"),
        ("---\ntitle: 'Boats'\n...\n", "Boats"),
        ("---\r\ntitle: Boats\r\n---\r\n", "Boats"),
        ("---\rtitle: Boats\r---\r", "Boats"),
        ("---\ntitle: no\n---\n", "no"),
        ("---\ntitle: &a *b\ntags:\n- x\n---\n", "&a *b"),
        ("---\ntitle: A \x1b[31m red one\n---\n", "A ␛[31m red one"),
        ("---\nlayout: page\n---\n", None),
        ('+++\ntitle = "Boats"\n[extra]\nx = 1\n+++\n', "Boats"),
        ('{\n"title": "Boats",\n"date": "2026-03-02"\n}\n', "Boats"),
        ("% Boats\n% Jane Harbour\n% 2 March 2026\n", "Boats"),
        ("Title: Boats\nDate: 2026-03-02\nTags: a\n", "Boats"),
        ("Тема: Лодки\nДата: 02.03.2026\nОт: Анна\n", "Лодки"),
        ("From: jane@example.org\nTo: x\nSubject: =?utf-8?b?0JzQvtGB0YI=?=\n", "Мост"),
    ],
)
def test_front_matter_is_no_text(text: str, title: str | None) -> None:
    laid = lay_out(text + BODY)
    assert [part.text for part in laid.parts] == [BODY.strip()]
    assert laid.title == title


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule above a text.\n\n---\n",
        "---\ntitle: never closed\n",
        "---\nNothing of a key\n\nand more\n---\n",
        "+++\nno toml\n+++\n",
        '{"title": 1',
        '{"name": "x"}\n',
        "Note: this is the text.\n",
        "Anna: Have you seen it?\nTom: I have.\n",
        "Date: 2026-03-02\n",
        "Subject: boats\nand more\n",
        "% of all boats came home\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    laid = lay_out(text + BODY)
    first = next(line for line in text.split("\n") if line.strip())
    assert laid.parts[0].text.startswith(first)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-3-2", "2026-03-02"),
        ("2026/03/02", "2026-03-02"),
        ("2026-03-02T10:42:07Z", "2026-03-02T10:42:07+00:00"),
        ("2026-03-02T10:42:07.123+04:00", "2026-03-02T10:42:07+04:00"),
        ("2026-03-02 10:42", "2026-03-02"),
        ("02.03.2026", "2026-03-02"),
        ("Mon, 2 Mar 2026 10:42:00 +0300", "2026-03-02T10:42:00+03:00"),
        ("Mon, 2 Mar 2026 10:42:00 +9900", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("2 March 2026", "2026-03-02"),
        ("2026-13-02", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_the_day_or_the_moment(written: str, published: str | None) -> None:
    found = read(f"---\ntitle: x\ndate: {written}\n---\n")
    assert found is not None
    assert found.source.published == published


def test_a_date_of_toml_is_a_date() -> None:
    found = read('+++\ntitle = "x"\ndate = 2026-03-02T10:42:00+04:00\n+++\n')
    assert found is not None
    assert found.source.published == "2026-03-02T10:42:00+04:00"


def test_a_publisher_comes_before_an_author() -> None:
    found = read("---\nauthor: Jane\npublisher: The Bridge Herald\ntitle: x\n---\n")
    assert found is not None
    assert found.source.publisher == "The Bridge Herald"


def test_of_a_sender_the_name_is_taken() -> None:
    found = read('From: "Jane Harbour" <jane@example.org>\nSubject: Boats\nDate: x\n\n')
    assert found is not None
    assert found.source.publisher == "Jane Harbour"


@given(
    st.lists(
        st.sampled_from(
            [
                "---",
                "+++",
                "...",
                "\n",
                "\r\n",
                "title: x",
                "title = 'x'",
                "- a",
                "{",
                "}",
                '"',
                "[",
                "date: 2026-99-99",
                ": ",
                "&a",
                "*a",
                "!!python/object:os",
                "% ",
                "Subject: ",
                "From: a\n",
                "=?x?b?",
                "Date: 99999999999",
                "\x00",
                "a" * 3000,
            ]
        )
    )
)
def test_whatever_stands_above_a_text_is_read(pieces: list[str]) -> None:
    read("".join(pieces))
    read("---\n" + "".join(pieces) + "\n---\n")


def test_front_matter_that_nests_without_end_is_not_followed() -> None:
    for text in ("---\na: " + "[" * 15_000 + "\n---\n", "{" + '"title":{' * 1500):
        read(text)
