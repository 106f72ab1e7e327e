"""What was opened: kept once, in a line that is added, with what another program has added."""

from __future__ import annotations

import stat

from reader.kept.opened import OpenedArticles, path_for


def test_an_article_is_kept_once_with_the_time() -> None:
    opened = OpenedArticles("/dossiers/one")
    assert opened.note("charter")
    assert opened.note("tripp")
    assert not opened.note("charter")
    (first, second) = OpenedArticles("/dossiers/one").values()
    assert (first.key, second.key) == ("charter", "tripp")
    assert first.time[:4].isdecimal()
    assert stat.S_IMODE(path_for("/dossiers/one").stat().st_mode) == 0o600


def test_dossiers_and_own_articles_have_files_of_their_own() -> None:
    OpenedArticles("/dossiers/one").note("charter")
    OpenedArticles().note("own:charter")
    assert [each.key for each in OpenedArticles("/dossiers/two").values()] == []
    assert [each.key for each in OpenedArticles().values()] == ["own:charter"]


def test_a_line_is_added_and_the_rest_stays_as_it_is() -> None:
    path = path_for("")
    OpenedArticles().note("own:a")
    with path.open("ab") as file:
        file.write(b"# mine\nnonsense\n")
    before = path.read_bytes()
    assert OpenedArticles().note("own:b")
    assert path.read_bytes().startswith(before)
    assert [each.key for each in OpenedArticles().values()] == ["own:a", "own:b"]


def test_a_last_line_without_an_end_gets_one() -> None:
    path = path_for("")
    OpenedArticles().note("own:a")
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert OpenedArticles().note("own:b")
    assert [each.key for each in OpenedArticles().values()] == ["own:a", "own:b"]
