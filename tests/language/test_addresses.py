"""Which addresses a browser may be given."""

from __future__ import annotations

import pytest

from reader.language.addresses import in_ascii, is_web_address, shortened


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "HTTP://example.com:8080/a/b.html?c=d&e=f#g",
        "https://пример.рф/новости/1",
        "https://example.com/@editor",
    ],
)
def test_http_with_a_host_is_one(address: str) -> None:
    assert is_web_address(address)
    assert in_ascii(address).isascii()
    assert in_ascii(in_ascii(address)) == in_ascii(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.com",
        "ftp://example.com",
        "javascript:alert(1)//https://example.com",
        "data:text/html,x",
        "https:///path",
        "https://user@example.com",
        "https://example.com/a b",
        "https://example.com/\x1b]8;;",
        "https://example.com/\n",
        "https://example.com/\u202e",
        'https://example.com/"',
        "https://example.com/<b>",
        "https://example.com/" + "a" * 2000,
    ],
)
def test_anything_else_is_none(address: str) -> None:
    assert not is_web_address(address)


def test_an_address_in_ascii_stays_as_it_is() -> None:
    assert in_ascii("https://example.com/a%20b?c=%D0%B0") == "https://example.com/a%20b?c=%D0%B0"
    assert in_ascii("https://example.com/а") == "https://example.com/%D0%B0"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://mayak.example/news?n=1", "https://mayak.example/news?n=1"),
        ("https://mayak.example/a-very-long-title-of-an-article", "https://mayak.example/…"),
        ("http://mayak.example?" + "n" * 60, "http://mayak.example/…"),
        ("https://" + "a" * 60 + ".example", "https://" + "a" * 60 + ".example/…"),
    ],
)
def test_a_pane_shows_the_host_of_a_long_address(address: str, shown: str) -> None:
    assert shortened(address) == shown
