from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.checks import structure
from reader.cli import COMMANDS
from reader.dossiers import loader
from reader.language import catalog_domains
from tests.project.conftest import ROOT
from tools import cast, keys, picture

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


READMES = {"en": ROOT / "README.md", "ru": ROOT / "README.ru.md"}


def _without_code(page: Path) -> str:
    return re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)


def _links(page: Path) -> list[str]:
    return re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))


def _headings(page: Path) -> list[tuple[str, str]]:
    return re.findall(r"^(#+) (.+)$", _without_code(page), re.MULTILINE)


def _commands(page: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    return [line.partition("#")[0].strip() for line in "".join(blocks).splitlines()]


def _keys(page: Path) -> list[list[str]]:
    text = page.read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in text.splitlines() if line.startswith("| `")]
    return [re.findall(r"`([^`]+)`", cell) for row in rows for cell in row]


def test_the_readmes_say_the_same_in_both_languages() -> None:
    english, russian = READMES.values()
    assert [level for level, _ in _headings(english)] == [level for level, _ in _headings(russian)]
    assert _commands(english) == _commands(russian)
    assert {"make run", "make test"} <= set(_commands(english))
    assert _keys(english) == _keys(russian)
    assert "README.ru.md" in _links(english)
    assert "README.md" in _links(russian)
    # The pages that they lead to, in their order, and the same pictures in the other language.
    both = [
        [re.sub(r"-(en|ru)\.svg$|README.*", "", link) for link in _links(p)]
        for p in (english, russian)
    ]
    assert both[0] == both[1]


@pytest.mark.parametrize("language", READMES)
def test_a_readme_has_every_picture_of_its_language(language: str) -> None:
    made = [cast.path(language), *(each.path(language) for each in picture.PICTURES)]
    shown = [link for link in _links(READMES[language]) if link.endswith(".svg")]
    assert shown == [path.relative_to(ROOT).as_posix() for path in made]


def test_no_picture_is_kept_that_nothing_makes() -> None:
    made = {
        path
        for language in picture.LANGUAGES
        for path in (cast.path(language), *(each.path(language) for each in picture.PICTURES))
    }
    assert set(picture.FOLDER.iterdir()) == made


def test_pictures_fetch_nothing_run_nothing_and_are_small() -> None:
    for path in picture.FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        assert len(text.encode()) < 300_000, path.name
        ElementTree.fromstring(text)
        assert not re.search(r"<script|<foreignObject|@import|url\((?!#)|\bon\w+=", text), path.name
        assert set(re.findall(r'href="(.)', text)) <= {"#"}, path.name


@pytest.mark.parametrize("language", picture.LANGUAGES)
def test_a_moving_picture_shows_every_step_without_a_gap(language: str) -> None:
    text = cast.path(language).read_text(encoding="utf-8")
    turns = re.findall(r"([\d.]+)%\{visibility:visible\}([\d.]+)%", text)
    assert len(turns) == len(cast.STEPS) + 1
    assert [begin for begin, _ in turns] == ["0.000", *(end for _, end in turns[:-1])]
    assert turns[-1][1] == "100.000"
    assert "prefers-reduced-motion" in text
    assert set(re.findall(r'href="#(\w+)"', text)) == set(re.findall(r'<g id="(r\d+)"', text))


def test_neighbours_of_one_background_become_one_rectangle() -> None:
    def painted(fill: str, x: float, y: float, width: float) -> str:
        return (
            f'<rect fill="{fill}" x="{x:g}" y="{y:g}" width="{width:g}" height="24.65"'
            ' shape-rendering="crispEdges"/>'
        )

    red, blue = "#ff0000", "#0000ff"
    row = (
        painted(red, 0, 1.5, 12.2) + painted(red, 12.2, 1.5, 24.4) + painted(blue, 36.6, 1.5, 12.2)
    )
    apart = painted(red, 0, 25.9, 12.2) + painted(red, 24.4, 25.9, 12.2)
    joined = painted(red, 0, 1.5, 36.6) + painted(blue, 36.6, 1.5, 12.2) + apart
    assert picture.joined(f"<svg>{row}{apart}</svg>") == f"<svg>{joined}</svg>"


@pytest.mark.parametrize("page", READMES.values(), ids=lambda page: page.name)
def test_a_readme_leads_to_every_page(page: Path) -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in PAGES} - {
        p.name for p in READMES.values()
    }
    assert pages <= set(_links(page))


@pytest.mark.parametrize("page", READMES.values(), ids=lambda page: page.name)
def test_every_command_in_a_readme_is_one(page: Path) -> None:
    named = {line.split()[1] for line in _commands(page) if re.match(r"reader [a-z]+( |$)", line)}
    assert len(named) > 8
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_part_of_a_page_stands_there_twice(page: Path) -> None:
    titles = [
        title for level, title in _headings(page) if level != "###" or page.name != "CHANGELOG.md"
    ]
    assert sorted(titles) == sorted(set(titles))


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
        if package.parent != house and "languages" not in package.parent.parent.parts
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
