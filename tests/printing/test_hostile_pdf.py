"""No text of a dossier makes a PDF act: no address to open, no program, no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import cli
from reader.printing import pdf
from tests.whole import hostile

if not pdf.available():
    pytest.skip("needs the extra pdf (typst)", allow_module_level=True)

import pypdf

ACTING = {"/URI", "/JS", "/JavaScript", "/Launch", "/GoToR", "/EmbeddedFile", "/AA", "/SubmitForm"}


@pytest.mark.parametrize("language", ["en", "ru", "both"])
def test_a_hostile_dossier_is_only_words(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root, made = hostile.dossier(tmp_path), tmp_path / "made.pdf"
    words = ["print", "--dossier", str(root), "--lang", language, "water", "-o", str(made)]
    assert cli.main(words) == 0
    assert not hostile.HARMFUL.search(capsys.readouterr().err)
    names: set[str] = set()
    reader = pypdf.PdfReader(made)
    for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 1):
        collect(reader.get_object(number), names, depth=0)
    for page in reader.pages:
        collect(page, names, depth=0)
    assert "/Annots" in names
    assert not names & ACTING
    text = "".join(page.extract_text() for page in reader.pages)
    assert "root:" not in text
    for shown in ("<script>", "#read(", "[@click=app.quit]", "javascript:alert(1)"):
        assert shown in "".join(text.split())


def collect(value: object, names: set[str], *, depth: int) -> None:
    """Add the names of keys and values, a few levels down."""
    if depth > 8 or value is None:
        return
    if isinstance(value, pypdf.generic.IndirectObject):
        value = value.get_object()
    if isinstance(value, pypdf.generic.NameObject):
        names.add(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            names.add(str(key))
            if key not in ("/Parent", "/P", "/Pg", "/StructParent", "/Dest"):
                collect(inner, names, depth=depth + 1)
    elif isinstance(value, list):
        for inner in value:
            collect(inner, names, depth=depth + 1)
