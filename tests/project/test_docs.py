from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from reader.checks import structure
from reader.dossiers import loader
from reader.language import catalog_domains
from tests.project.conftest import ROOT
from tools import keys

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


def test_the_page_of_keys_is_what_make_keys_writes() -> None:
    assert keys.PAGE.read_text(encoding="utf-8") == keys.page()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_links_to_is_there(page: Path) -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in linked if not (page.parent / target).is_file()] == []


def test_the_example_of_a_dossier_is_sound(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    files = re.findall(r"```yaml\n# (\S+)\n(.*?)```", page, re.DOTALL)
    assert {name for name, _ in files} >= {"dossier.yaml", "glossary.yaml"}
    for name, text in files:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert structure.check(tmp_path) == []
    assert [document.id for document in loader.load(tmp_path).documents] == ["river-gauge"]


def test_stock_babel_is_told_the_extraction_that_the_catalogs_use() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = {mapping["method"] for mapping in project["tool"]["babel"]["mappings"]}
    assert methods == {"python", catalog_domains.EXTRACT_YAML}
