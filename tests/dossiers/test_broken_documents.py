"""What is broken in a dossier is named with its place, and costs nothing else."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.checks.structure import check
from reader.dossiers import yaml_tree
from reader.dossiers.loader import load
from reader.dossiers.validation import Fields, Findings
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.model import Dossier
from tests.dossiers import factories


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def with_second(tmp_path: Path, text: str) -> Dossier:
    return load(factories.dossier(tmp_path, second=text))


def changed(old: str, new: str) -> str:
    assert old in factories.DOCUMENT
    return factories.DOCUMENT.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("language: ru\n", "", (1, 1)),
        ("title: Рыбаки", "title: [Рыбаки", (3, 7)),
        ("title: Рыбаки вернулись с уловом", "title: {a: b}", (2, 8)),
        ("{id: p2, text: Такого лова давно не было.}", "{id: p1, text: Ещё раз.}", (9, 10)),
        ("{id: p2, text: Такого лова давно не было.}", "{id: gist, text: Ещё раз.}", (9, 10)),
        ("{id: p2, text: Такого лова давно не было.}", "{id: p 2, text: Ещё раз.}", (9, 10)),
        ("{id: p2, text: Такого лова давно не было.}", "{id: p2}", (9, 5)),
        ("{id: p2, text: Такого лова давно не было.}", "просто строка", (9, 5)),
        ("{id: mayak, entry", "{id: c1, entry", (18, 12)),
        ("gist: Улов был большим.", "gist:", (13, 8)),
        ("cites: [p3]", "cites: []", (16, 56)),
        ("date: 2025-12,", "date: вчера,", (20, 22)),
        ("published: 2025-12-20T10:42+04:00", "published: 2025-02-30", (5, 14)),
        ("title: Рыбаки", "title: Другое\ntitle: Рыбаки", (3, 1)),
    ],
)
def test_a_broken_document_is_left_out(
    tmp_path: Path, old: str, new: str, place: tuple[int, int]
) -> None:
    dossier = with_second(tmp_path, changed(old, new))
    assert [d.id for d in dossier.documents] == ["catch"]
    assert ("second.yaml", *place) in factories.places(dossier.problems)
    assert {name for name, _, _ in factories.places(dossier.problems)} == {"second.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("cites: [p1, p2]", "cites: [p1, p9]", (15, 70)),
        ("topic: wind", "topic: tide", (16, 23)),
        ("attribution: [mayak]", "attribution: [bakan]", (6, 17)),
        ("documents: [mayak]", "documents: [mayak, bakan]", (21, 22)),
        ("entry: mayak", "entry: bakan", (18, 26)),
        ("gist:", "mood: bright\n  gist:", (13, 3)),
    ],
)
def test_a_document_with_a_dangling_reference_is_still_shown(
    tmp_path: Path, old: str, new: str, place: tuple[int, int]
) -> None:
    dossier = with_second(tmp_path, changed(old, new))
    assert [d.id for d in dossier.documents] == ["catch", "second"]
    assert factories.places(dossier.problems) == [("second.yaml", *place)]


def test_a_reference_that_leads_nowhere_is_dropped(tmp_path: Path) -> None:
    text = changed("cites: [p1, p2]", "cites: [p1, p9]").replace("entry: mayak", "entry: bakan")
    document = with_second(tmp_path, text).document("second")
    assert document is not None
    assert document.summary is not None
    assert document.summary.claims[0].cites == ("p1",)
    assert document.summary.participants == ()


def test_one_run_names_all_mistakes_of_a_document(tmp_path: Path) -> None:
    text = changed("topic: wind", "topic: tide").replace("cites: [p1, p2]", "cites: [p8, p9]")
    assert len(with_second(tmp_path, text).problems) == 3


def test_an_inferred_date_without_a_note_is_a_finding(tmp_path: Path) -> None:
    text = changed("published: 2025-12-20T10:42+04:00", "published_inferred: 2025-12-20")
    assert factories.places(with_second(tmp_path, text).problems) == [("second.yaml", 5, 23)]


def test_fingerprints_must_be_as_many_as_paragraphs(tmp_path: Path) -> None:
    text = changed("  - {id: p4, text: На очереди соседи.}\n", "")
    (message,) = factories.messages(with_second(tmp_path, text).problems)
    assert "4 fingerprints and 3 paragraphs" in message


@pytest.mark.parametrize(
    "name", ["note.txt", "second.yml", "Second.yaml", "glossary.yaml", "a b.yaml"]
)
def test_a_file_that_can_be_no_document_is_a_finding(tmp_path: Path, name: str) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "documents" / name).write_text(factories.DOCUMENT, encoding="utf-8")
    dossier = load(folder)
    assert [Path(p.path).name for p in dossier.problems] == [name]
    assert len(dossier.documents) == 1


def test_editors_hidden_files_are_passed_over(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "documents" / ".catch.yaml.swp").write_bytes(b"\0")
    assert load(folder).problems == ()


# Hostile input


def bomb(depth: int = 30) -> str:
    lines = ['a0: &a0 ["x", "x"]']
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, depth)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("file", ["dossier.yaml", "glossary.yaml", "documents/catch.yaml"])
def test_an_alias_bomb_is_refused_in_one_line(tmp_path: Path, file: str) -> None:
    folder = factories.dossier(tmp_path)
    (folder / file).write_text(bomb(), encoding="utf-8")
    problems = check(folder)
    assert factories.places(problems) == [(Path(file).name, 1, 5)]
    assert "aliases" in problems[0].message


@pytest.mark.parametrize(
    "file", ["dossier.yaml", "glossary.yaml", "documents/catch.yaml", "documents"]
)
def test_a_link_that_leaves_the_dossier_is_refused_in_one_line(tmp_path: Path, file: str) -> None:
    folder = factories.dossier(tmp_path)
    outside = tmp_path / "outside"
    (folder / file).rename(outside)
    (folder / file).symlink_to(outside)
    problems = check(folder)
    assert factories.places(problems) == [(Path(file).name, 1, 1)]
    assert "link" in problems[0].message


def test_a_link_inside_the_dossier_is_no_harm(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "documents" / "other.yaml").symlink_to("catch.yaml")
    assert check(folder) == []


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "documents" / "other.yaml").symlink_to("other.yaml")
    assert len(check(folder)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "a: !!python/object/apply:os.system [ls]\n",
        "a: !custom b\n",
        "? [a, b]\n: c\n",
        "language: ru\n---\nlanguage: en\n",
        "language: \x00\n",
        "language: ru\n\ttitle: x\n",
        "a: b: c\n",
        "{" * 40 + "}" * 40,
        "@",
    ],
)
def test_hostile_yaml_is_one_finding_with_its_place(tmp_path: Path, text: str) -> None:
    folder = factories.dossier(tmp_path, second=text)
    (problem,) = check(folder)
    assert Path(problem.path).name == "second.yaml"
    assert problem.line >= 1
    assert [d.id for d in load(folder).documents] == ["catch"]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@given(
    st.sampled_from(["catch", "glossary"]),
    st.integers(0, 1200),
    st.integers(0, 15),
    st.text(st.sampled_from("{}[]:,&*!|>%@`'\"#-? \n\t\\~\x00\x1bp1é"), max_size=8),
)
def test_whatever_is_broken_is_named_and_nothing_stops_the_program(
    scratch: Path, file: str, start: int, length: int, inserted: str
) -> None:
    texts = {"catch": factories.DOCUMENT, "glossary": factories.GLOSSARY}
    texts[file] = texts[file][:start] + inserted + texts[file][start + length :]
    folder = factories.dossier(scratch, catch=texts["catch"], glossary=texts["glossary"])
    for problem in check(folder):
        place = f"{problem.path}:{problem.line}:{problem.column}: "
        assert describe(problem).startswith(place)
        assert len(describe(problem).splitlines()) == 1


def test_a_long_run_of_spaces_costs_no_time(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace("Улов был большим.", f'"Улов{" " * 10**6}был."')
    assert load(factories.dossier(tmp_path, catch=text)).problems == ()


def test_a_document_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "documents" / "second.yaml").write_bytes(factories.DOCUMENT.encode("cp1251"))
    (problem,) = check(folder)
    assert (Path(problem.path).name, problem.line) == ("second.yaml", 2)


def test_a_document_that_is_no_file_is_named(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    os.mkfifo(folder / "documents" / "pipe.yaml")
    (folder / "documents" / "folder.yaml").mkdir()
    assert [Path(p.path).name for p in check(folder)] == ["folder.yaml", "pipe.yaml"]


def test_a_very_large_document_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.language.text_files.LARGEST_YAML", 2000)
    folder = factories.dossier(tmp_path, second=factories.DOCUMENT + "#" * 2000)
    assert [Path(p.path).name for p in check(folder)] == ["second.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_document_is_named(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path, second=factories.DOCUMENT)
    (folder / "documents" / "second.yaml").chmod(0)
    assert [Path(p.path).name for p in check(folder)] == ["second.yaml"]


@pytest.mark.parametrize(
    ("written", "date"),
    [("2026", "2026"), ("2026-5", "2026-05"), ("2026-05", "2026-05"), ("2026-5-2", "2026-05-02")],
)
def test_a_date_of_an_event_may_be_a_month_or_a_year_in_any_digits(written: str, date: str) -> None:
    findings = Findings(Path("a.yaml"))
    assert _fields(f"date: {written}", findings).date("date", partial=True) == date
    assert not findings.problems


@pytest.mark.parametrize("written", ["2026-0", "2026-13", "2026-005", "26-05", "May 2026"])
def test_what_is_no_date_of_an_event_is_told_that_less_is_enough(written: str) -> None:
    findings = Findings(Path("a.yaml"))
    assert _fields(f"date: {written}", findings).date("date", partial=True) is None
    assert "2025-12 for a month, 2025 for a year" in findings.problems[0].message


def test_a_time_needs_no_zone() -> None:
    findings = Findings(Path("a.yaml"))
    assert _fields("date: 2026-03-02 9:05", findings).date("date") == "2026-03-02T09:05"
    assert not findings.problems


def _fields(text: str, findings: Findings) -> Fields:
    node = yaml_tree.parse(text, findings.path)
    assert node is not None
    return Fields(node, findings, ("date",))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mayak.example/news",
        "https://",
        "https://mayak.example@other.example/",
        '"https://mayak.example/a b"',
        "https://mayak.example/" + "a" * 2000,
        '"https://mayak.example/\\u202e"',
    ],
)
def test_what_no_browser_is_given_is_no_address_of_an_article(tmp_path: Path, url: str) -> None:
    dossier = with_second(tmp_path, changed("  attribution", f"  url: {url}\n  attribution"))
    (second,) = (d for d in dossier.documents if d.id == "second")
    assert second.source.url is None
    assert [p.message for p in dossier.problems] == [
        "“{value}” is not an address of a web page. Write it whole, as https://example.com/news."
    ]


def test_no_topic_takes_the_place_of_the_note_in_a_catalog(tmp_path: Path) -> None:
    head = factories.DOSSIER + "  - {id: note, label: Заметка}\n"
    with pytest.raises(ReaderError, match="taken"):
        load(factories.dossier(tmp_path, head=head))


def test_what_a_comma_in_braces_has_cut_off_is_told_to_be_put_in_quotes(tmp_path: Path) -> None:
    claim = "{id: c1, topic: fish, text: Поймали 40,000 рыб., cites: [p1]}"
    whole = "{id: c1, topic: fish, text: Трески поймали много., cites: [p1, p2]}"
    assert whole in factories.DOCUMENT
    catch = factories.DOCUMENT.replace(whole, claim)
    (said,) = factories.messages(load(factories.dossier(tmp_path, catch=catch)).problems)
    assert "“000 рыб.”" in said
    assert "a comma in {…} ends a text, so put the text in quotes" in said
    # A key with a value, or outside of braces, is nothing but unknown.
    wrong = "{id: c1, speakr: x, topic: fish, text: Да., cites: [p1]}"
    catch = factories.DOCUMENT.replace(whole, wrong)
    (said,) = factories.messages(load(factories.dossier(tmp_path, catch=catch)).problems)
    assert "comma" not in said
    catch = factories.DOCUMENT.replace("summary:\n", "summary:\n  rest:\n")
    (said,) = factories.messages(load(factories.dossier(tmp_path, catch=catch)).problems)
    assert "comma" not in said
