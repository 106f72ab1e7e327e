"""The articles that searching is measured with: what is said to stand in them does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bench import inflected, inflected_words
from bench.inflected import Article
from reader.dossiers import loader


@pytest.fixture(scope="module", autouse=True)
def few_words() -> Iterator[None]:
    """A vocabulary that is made in little time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(inflected_words, "BEGINNINGS", "порт горо диза")
        inflected._russian.cache_clear()
        yield
    inflected._russian.cache_clear()


@pytest.fixture(scope="module")
def made() -> Sequence[Article]:
    return list(inflected.articles(40))


def words(article: Article) -> set[str]:
    return set(re.findall(r"[\w-]+", " ".join((article.title, *article.paragraphs)).lower()))


def test_articles_are_alike_at_each_making_and_no_two_of_one_are(made: Sequence[Article]) -> None:
    assert list(inflected.articles(6)) == [
        each._replace(published=other.published)
        for each, other in zip(made, inflected.articles(6), strict=False)
    ]
    assert len({article.paragraphs for article in made}) == len(made)
    assert {article.language for article in made} == {"ru", "en"}


def test_every_lemma_stands_in_its_article_in_some_form(made: Sequence[Article]) -> None:
    forms: dict[tuple[str, str], set[str]] = {}
    for language, vocabulary in (("ru", inflected._russian()), ("en", inflected._english())):
        for word in (word for listed in vocabulary.values() for word in listed):
            forms.setdefault((language, word.lemma), set()).update(word.forms.values())
    for article in made:
        there = words(article)
        assert all(forms[article.language, lemma] & there for lemma in article.lemmas)


def test_a_query_is_a_form_of_a_word_and_knows_its_articles(made: Sequence[Article]) -> None:
    asked = inflected.queries(made, 30)
    assert len(asked) == 30
    for query in asked:
        assert query.articles == {
            article.id
            for article in made
            if article.language == query.language and query.lemma in article.lemmas
        }
    assert any(query.text != query.lemma for query in asked)


def test_they_are_a_dossier(made: Sequence[Article], tmp_path: Path) -> None:
    inflected.write(tmp_path / "corpus", made[:4])
    dossier = loader.parse(tmp_path / "corpus")
    assert not dossier.problems
    assert [d.title for d in sorted(dossier.documents, key=lambda d: d.id or "")] == [
        article.title for article in made[:4]
    ]
