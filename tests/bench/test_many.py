"""The dossier that measures are made with is whole: a broken one would measure something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import many
from reader.dossiers import loader
from reader.dossiers.translation import translated


@pytest.fixture(params=[many.LARGEST_PO, 0], ids=["source", "compiled"])
def catalog_limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "LARGEST_PO", request.param)


@pytest.mark.usefixtures("catalog_limit")
def test_a_written_dossier_is_whole_in_both_languages(tmp_path: Path) -> None:
    many.write(tmp_path / "made", 6)

    dossier = loader.parse(tmp_path / "made")
    assert dossier.problems == ()
    assert len({document.id for document in dossier.documents}) == 6
    in_english = translated(dossier, "en")
    assert in_english.problems == ()
    assert not any(document.untranslated for document in in_english.documents)
    assert not any(entry.untranslated for entry in in_english.entries)


def test_documents_are_spread_over_years_and_are_not_recognised_by_fingerprints(
    tmp_path: Path,
) -> None:
    many.write(tmp_path, 6, translations=False)

    documents = loader.parse(tmp_path).documents
    dates = [d.source.published or d.source.published_inferred or "" for d in documents]
    assert len({date[:4] for date in dates}) == 6
    assert not any(document.fingerprints for document in documents)


def test_a_dossier_without_translations_has_no_catalog(tmp_path: Path) -> None:
    many.write(tmp_path, 1, translations=False)

    assert not (tmp_path / "locales").exists()


def test_the_same_arguments_write_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        many.write(tmp_path / name, 3)

    one, two = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert one == two
