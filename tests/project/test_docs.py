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


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
        # From pages for who works on the program, nobody who uses it gets there.
        if page.name not in ("development.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
            waiting += [page.parent / link for link in links]
    assert {page.name for page in ROOT.glob("docs/*.md")} <= {page.name for page in reached}


def test_prose_in_braces_stands_in_quotes_in_every_sample() -> None:
    page = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    samples = "".join(re.findall(r"```yaml\n(.*?)```", page, re.DOTALL))
    in_braces = re.findall(r"\{[^{}\n]*\}", samples)
    assert in_braces
    for braces in in_braces:
        assert not re.search(r"\b(text|role|about|why|gist): [^\"{}]*[.!?][,}]", braces), braces
        assert not re.search(r"\brole: [^\"]", braces), braces


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


def _path_names(page: str) -> list[str]:
    """The paths that a page names between backticks: with a folder, or with a file's suffix."""
    text = re.sub(r"```.*?```", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    # Commands, code and folders that a variable names are not paths of the repository.
    spans = [s for s in re.findall(r"`([^`\n]+)`", text) if not re.search(r"[\s|$(~{:]", s)]
    return [s for s in spans if "/" in s or re.search(r"\w\.(py|md|po|toml|txt|yaml)$", s)]


@pytest.mark.parametrize(("page", "least"), [("ARCHITECTURE.md", 100), ("CONTRIBUTING.md", 10)])
def test_every_path_that_a_guide_names_is_there(page: str, least: int) -> None:
    named = _path_names(page)
    assert len(named) >= least
    # What stands in angle brackets is any name; what only a dossier has is in the built-in one.
    patterns = {name: re.sub(r"<[^>]*>", "*", name) for name in named}
    roots = (ROOT, ROOT / "reader", ROOT / "content" / "us-azerbaijan")
    missing = [
        name
        for name, pattern in patterns.items()
        if not any(next(root.glob(pattern.rstrip("/")), None) for root in roots)
    ]
    assert missing == []


def test_every_room_of_the_house_is_in_architecture() -> None:
    named = set(_path_names("ARCHITECTURE.md"))
    house = ROOT / "reader"
    rooms = {
        f"{package.parent.relative_to(house).as_posix()}/"
        for package in house.rglob("__init__.py")
        if package.parent != house and package.parent.parent.name != "languages"
    }
    modules = {path.name for path in house.glob("*.py") if not path.name.startswith("__")}
    assert rooms | modules <= named


def test_architecture_says_for_each_change_what_to_open_and_which_test_holds_it() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.partition("| to change | open | held by |\n|---|---|---|\n")[2]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    assert len(rows) >= 15
    for row in rows:
        change, to_open, held_by = row
        assert change
        assert "`" in to_open, change
        assert "`tests/" in held_by, change
