from __future__ import annotations

import pytest

from reader.printing import formats, pdf
from tests.printing import another_format


def test_a_suffix_is_known_in_either_case() -> None:
    assert formats.for_suffix(".MD") is formats.by_name("md")
    assert formats.for_suffix(".doc") is None


@pytest.mark.parametrize(("able", "best"), [(True, "pdf"), (False, "text")])
def test_a_printer_gets_pages_where_they_can_be_made(
    monkeypatch: pytest.MonkeyPatch, able: bool, best: str
) -> None:
    monkeypatch.setattr(pdf, "available", lambda: able)
    assert formats.for_printer().name == best
    assert (formats.by_name("pdf") in formats.available()) == able


def test_a_row_of_the_table_is_all_that_a_format_needs_to_be_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    another_format.add(monkeypatch)
    assert formats.by_name("adoc") is formats.for_suffix(".adoc") is another_format.ASCIIDOC
    assert another_format.ASCIIDOC in formats.available()
