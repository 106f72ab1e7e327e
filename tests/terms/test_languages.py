"""A language is a folder: its pack makes the forms, its word files are what guards ask for."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import terms
from reader.model import Entry, Term
from reader.terms import languages
from reader.terms.factory import matcher
from reader.terms.languages import registry
from reader.terms.query import WordQuery
from tests.terms.glossaries import found

PACKS = Path(__file__).parent / "packs"
HOUSE = Path(terms.__path__[0])
FOLDERS = [HOUSE / "languages" / code for code in registry.codes()]


@pytest.fixture
def esperanto(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(PACKS)])
    registry.pack.cache_clear()
    yield
    registry.pack.cache_clear()
    sys.modules.pop("reader.terms.languages.eo", None)


@pytest.mark.usefixtures("esperanto")
def test_terms_of_a_new_language_are_found_inflected() -> None:
    island = Entry("island", "place", {"eo": (Term("Granda insulo"),)})
    text = "La Granda insulo; Grandan insulon, sur Grandaj insuloj, Granda insulon"
    assert found(matcher([island], cache=False), text) == [
        "Granda insulo",
        "Grandan insulon",
        "Grandaj insuloj",
    ]


@pytest.mark.usefixtures("esperanto")
def test_words_of_a_new_language_are_looked_for_in_every_form() -> None:
    (ranges,) = WordQuery("insulojn").matches(["insulo, insulon, insuletoj"])
    assert ranges == [(0, 6), (8, 15)]


@pytest.mark.usefixtures("esperanto")
def test_guards_ask_for_the_words_of_a_new_language() -> None:
    who = Entry("z", "person", {"eo": (Term("Ludoviko Zamenhof"), Term("Zamenhof"))})
    text = "Ludoviko Zamenhof kaj Klara Zamenhof, Lidion Zamenhof, Zamenhof"
    assert found(matcher([who], cache=False), text) == ["Ludoviko Zamenhof", "Zamenhof"]


def test_a_language_without_a_pack_is_found_as_written() -> None:
    other = Entry("e", "concept", {"eo": (Term("insulo"),)})
    assert found(matcher([other], cache=False), "insulo kaj insuloj") == ["insulo"]


def test_only_packs_name_a_language() -> None:
    codes = set(registry.codes())
    assert codes >= {"en", "ru"}
    for path in HOUSE.rglob("*.py"):
        if not any(path.is_relative_to(folder) for folder in FOLDERS):
            tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            named = {node.value for node in tree if isinstance(node, ast.Constant)} & codes
            assert not named, f"{path} names {named}"


def test_no_pack_is_imported_to_scan_with_a_compiled_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    script = (
        "import sys; from reader.model import Entry, Term; from reader.terms.factory import matcher;"
        "ann = Entry('t', 'person', {'en': (Term('Ann Lee'), Term('Lee'))});"
        "found = matcher([ann]).spans('Ms. Lee and Bob Lee, Ann Lee');"
        "print(len(found), 'reader.terms.languages.en' in sys.modules)"
    )
    printed = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [done.stdout for done in printed] == ["2 True\n", "2 False\n"]


@pytest.mark.parametrize(
    "path", [path for folder in FOLDERS for path in folder.glob("*.txt")], ids=lambda p: p.stem
)
def test_a_word_file_says_what_it_is_for_and_is_read(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    sources = [*HOUSE.rglob("*.py")]
    assert any(f'"{path.stem}"' in source.read_text(encoding="utf-8") for source in sources)


@pytest.mark.parametrize(
    ("language", "term", "text", "mentions"),
    [
        ("az", "Bakı", "Bakıda, Bakının, BAKIDAN; Bakıxanov", "Bakıda Bakının BAKIDAN"),
        ("az", "Əliyev", "Əliyevin, Əliyevlə; Əliyeva", "Əliyevin Əliyevlə"),
        ("tr", "Türkiye", "Türkiye'de, Türkiyeyi; Türkiyelioğlu", "Türkiye Türkiyeyi"),
        ("tr", "meclis", "meclisin, meclislerde; mecliste", "meclisin meclislerde mecliste"),
        ("kk", "Астана", "Астанада, Астананың", "Астанада Астананың"),
        ("ky", "Бишкек", "Бишкекте, Бишкектен", "Бишкекте Бишкектен"),
        ("tt", "Казан", "Казанда, Казанга", "Казанда Казанга"),
        ("tk", "Aşgabat", "Aşgabatda", "Aşgabatda"),
        ("uz", "Toshkent", "Toshkentda, Toshkentning", "Toshkentda Toshkentning"),
        ("ka", "თბილისი", "თბილისში, თბილისის", "თბილისში თბილისის"),
        ("hy", "Երևան", "Երևանում, Երևանի", "Երևանում Երևանի"),
        ("de", "Kraftwerk", "Kraftwerk, Kraftwerke", "Kraftwerk"),
    ],
)
def test_a_language_that_glues_endings_has_them_without_a_pack(
    language: str, term: str, text: str, mentions: str
) -> None:
    own = Entry("e", "concept", {language: (Term(term),)})
    assert found(matcher([own], cache=False), text) == mentions.split()


def test_the_last_word_of_a_phrase_takes_the_glued_endings() -> None:
    station = Entry("e", "concept", {"az": (Term("elektrik stansiyası"),)})
    text = "elektrik stansiyasının, elektrik stansiyasından; elektrikin stansiyası"
    assert found(matcher([station], cache=False), text) == [
        "elektrik stansiyasının",
        "elektrik stansiyasından",
    ]


def test_a_folder_that_packs_share_is_not_a_language() -> None:
    assert set(registry.codes()) == {"en", "ru", "uk"}
