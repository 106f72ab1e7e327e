"""Articles made by rule, as many as are asked for: ``python -m bench.inflected FOLDER``.

Half of them are Russian, half English. Every sentence is a frame filled with words of a wide
vocabulary in the forms that the frame asks for, so which words stand in an article is known by how
it was made: that is the gold of a search in all forms. Homonyms (стали, стекло, saw, left) are among
the words. The same arguments make the same articles.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate, islice
from pathlib import Path
from typing import Any, NamedTuple

from bench import inflected_words as words

ID = "corpus"
ARTICLES = 10_000
BYTES = 3000
"""Of an article, in UTF-8."""
FIRST_DAY = datetime.date(2006, 1, 1)
DAYS = 7000
SENTENCES = 4
"""In a paragraph."""
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Article(NamedTuple):
    """An article, and the lemmas of its words."""

    id: str
    language: str
    title: str
    published: str
    publisher: str
    paragraphs: tuple[str, ...]
    lemmas: frozenset[str]


class Word(NamedTuple):
    """A word with its forms by what a frame calls them."""

    lemma: str
    forms: dict[str, str]
    gender: str = ""


class Draw:
    """Draws words as texts have them: few of them often, most of them seldom."""

    def __init__(self, listed: Sequence[Word]) -> None:
        self._listed = listed
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(listed))))

    def __call__(self, chance: random.Random) -> Word:
        return chance.choices(self._listed, cum_weights=self._weights)[0]


class Sentences:
    """Makes sentences of one language, and notes the words that it takes."""

    def __init__(self, language: str) -> None:
        self._chance = random.Random(0)
        self.used: set[str] = set()
        made = _russian() if language == "ru" else _english()
        self._draw = {part: Draw(listed) for part, listed in made.items()}
        self._sentence = self._in_russian if language == "ru" else self._in_english
        self._names = words.RUSSIAN_NAMES if language == "ru" else words.ENGLISH_NAMES

    def begin(self, chance: random.Random) -> None:
        """Begin another article."""
        self._chance, self.used = chance, set()

    def sentence(self) -> str:
        made = self._sentence()
        return made[:1].upper() + made[1:] + "."

    def _take(self, part: str) -> Word:
        word = self._draw[part](self._chance)
        self.used.add(word.lemma)
        return word

    def _any(self, *choices: str) -> str:
        return self._chance.choice(choices)

    def _name(self) -> str:
        return self._chance.choice(self._names)

    # Russian.

    def _in_russian(self) -> str:
        subject = self._take("noun")
        number = self._any("sing", "sing", "plur")
        verb = self._take("verb").forms[f"past {'plur' if number == 'plur' else subject.gender}"]
        shape = self._chance.randrange(4)
        begin = self._group(subject, "nomn", number)
        object_ = self._group(self._take("noun"), "accs")
        if shape == 0:
            return f"{begin} {verb} {object_} {self._place()}"
        if shape == 1:
            return f"{self._place()} {begin} {verb} {object_}"
        if shape == 2:
            owner = self._group(self._take("noun"), "gent")
            return f"{begin} {owner} {verb} {object_}, сообщает {self._name()}"
        year = self._chance.randrange(1995, 2026)
        infinitive = self._take("verb").forms["infn"]
        return f"в {year} году {begin} {verb} {object_}, чтобы {infinitive} {self._place()}"

    def _place(self) -> str:
        case, preposition = self._chance.choice(
            (("loct", "о"), ("gent", "для"), ("gent", "после"), ("datv", "к"), ("ablt", "перед"))
        )
        group = self._group(self._take("noun"), case)
        if preposition == "о" and group[0] in "аеиоуэ":
            preposition = "об"
        return f"{preposition} {group}"

    def _group(self, noun: Word, case: str, number: str = "") -> str:
        number = number or self._any("sing", "sing", "plur")
        form = noun.forms[f"{case} {number}"]
        if self._chance.random() < 0.45:
            return form
        adjective = self._take("adjective")
        cell = number if number == "plur" else noun.gender
        if case == "accs" and (number == "plur" or noun.gender == "masc"):
            case = "nomn"  # of things without a soul
        return f"{adjective.forms[f'{case} {cell}']} {form}"

    # English.

    def _in_english(self) -> str:
        begin, number = self._phrase()
        object_, _number = self._phrase()
        verb = self._take("verb").forms
        shape = self._chance.randrange(4)
        if shape == 0:
            return f"{begin} {verb['past']} {object_} {self._where()}"
        if shape == 1:
            has = "has" if number == "sing" else "have"
            return f"{self._where()}, {begin} {has} {verb['participle']} {object_}"
        if shape == 2:
            form = verb["third" if number == "sing" else "base"]
            return f"{begin} {form} {object_}, {self._name()} reports"
        is_ = "is" if number == "sing" else "are"
        year = self._chance.randrange(1995, 2026)
        return f"since {year} {begin} {is_} {verb['ing']} {object_} {self._where()}"

    def _where(self) -> str:
        return f"{self._any('in', 'near', 'after', 'for', 'without')} {self._phrase()[0]}"

    def _phrase(self) -> tuple[str, str]:
        noun = self._take("noun")
        number = self._any("sing", "plur")
        form = noun.forms[number]
        if self._chance.random() < 0.55:
            form = f"{self._take('adjective').forms['base']} {form}"
        return f"{self._any('the', 'this' if number == 'sing' else 'these')} {form}", number


def articles(count: int = ARTICLES, seed: int = 1, size: int = BYTES) -> Iterator[Article]:
    """Yield articles of ``size`` bytes each, no two alike."""
    makers = {"ru": Sentences("ru"), "en": Sentences("en")}
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        language = "ru" if number % 2 == 0 else "en"
        maker = makers[language]
        maker.begin(chance)
        title = maker.sentence()[:-1]
        paragraphs: list[str] = []
        left = size - len(title.encode())
        while left > 0:
            paragraphs.append(" ".join(maker.sentence() for _ in range(SENTENCES)))
            left -= len(paragraphs[-1].encode())
        day = FIRST_DAY + datetime.timedelta(days=number * DAYS // max(count, 1))
        publishers = words.PUBLISHERS[language]
        yield Article(
            f"article-{number + 1:05}",
            language,
            title,
            day.isoformat(),
            publishers[number // 2 % len(publishers)],
            tuple(paragraphs),
            frozenset(maker.used),
        )


class Query(NamedTuple):
    """A word in one of its forms, and the ids of the articles that have it in any."""

    text: str
    language: str
    lemma: str
    articles: frozenset[str]


def queries(made: Sequence[Article], count: int, seed: int = 1) -> list[Query]:
    """Return ``count`` queries, words of the articles each in a form taken at random."""
    chance = random.Random(seed)
    having: dict[tuple[str, str], set[str]] = {}
    for article in made:
        for lemma in article.lemmas:
            having.setdefault((article.language, lemma), set()).add(article.id)
    forms: dict[tuple[str, str], set[str]] = {}
    for language, every in (("ru", _russian()), ("en", _english())):
        for word in (word for listed in every.values() for word in listed):
            forms.setdefault((language, word.lemma), set()).update(word.forms.values())
    known = sorted(having)
    return [
        Query(chance.choice(sorted(forms[key])), *key, frozenset(having[key]))
        for key in chance.sample(known, min(count, len(known)))
    ]


def write(folder: Path, made: Iterator[Article] | Sequence[Article]) -> None:
    """Write articles as the documents of a dossier."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    head = {"id": ID, "language": "ru", "title": "Статьи, составленные по правилам", "topics": []}
    # JSON is YAML, and quicker to write.
    (folder / "dossier.yaml").write_text(json.dumps(head, ensure_ascii=False), "utf-8")
    (folder / "glossary.yaml").write_text("[]\n", "utf-8")
    for article in made:
        path = documents / f"{article.id}.yaml"
        path.write_text(json.dumps(_document(article), ensure_ascii=False), "utf-8")


def _document(article: Article) -> dict[str, Any]:
    return {
        "language": article.language,
        "title": article.title,
        "source": {
            "publisher": article.publisher,
            "published": article.published,
            "attribution": [],
        },
        "text": [{"id": f"p{n}", "text": text} for n, text in enumerate(article.paragraphs, 1)],
    }


# Vocabularies.


@cache
def _russian() -> dict[str, list[Word]]:
    """Return Russian words by their part of speech, the frequent ones first."""
    from reader.terms.languages.ru import morphology

    analyzer = morphology.MORPHOLOGY.analyzer
    chance = random.Random(7)
    candidates: dict[str, set[str]] = {part: set() for part in _MAKERS}
    for beginning in words.BEGINNINGS.split():
        for word, tag, lemma, _paradigm, _form in analyzer.dictionary.iter_known_words(beginning):
            part = _PARTS.get(str(tag.POS))
            if part is not None and word == lemma and 4 <= len(word) <= 12:
                candidates[part].add(word)
    made: dict[str, list[Word]] = {}
    for part, lemmas in candidates.items():
        usual = words.RUSSIAN[part].split()
        shuffled = sorted(lemmas - set(usual))
        chance.shuffle(shuffled)
        found = (word for each in shuffled if (word := _word(analyzer, each, part)) is not None)
        made[part] = list(islice(found, words.MOST[part]))
        for lemma in usual:  # usual words and homonyms are frequent
            if (word := _word(analyzer, lemma, part)) is not None:
                made[part].insert(chance.randrange(200), word)
    return made


def _word(analyzer: Any, lemma: str, part: str) -> Word | None:
    """Return a word of the dictionary with its forms; ``None`` for one that is rare or lacks some."""
    for parse in analyzer.parse(lemma):
        if (
            parse.is_known
            and _PARTS.get(str(parse.tag.POS)) == part
            and parse.word == parse.normal_form == lemma
            and words.RARE.isdisjoint(parse.tag.grammemes)
            and (word := _MAKERS[part](parse)) is not None
        ):
            return word
    return None


def _noun(parse: Any) -> Word | None:
    gender = str(parse.tag.gender)
    if parse.tag.animacy != "inan" or gender not in ("masc", "femn", "neut"):
        return None
    forms = _cells(parse, lambda tag: f"{tag.case} {tag.number}")
    wanted = [f"{case} {number}" for case in CASES for number in ("sing", "plur")]
    if any(cell not in forms for cell in wanted):
        return None
    return Word(parse.word, {cell: forms[cell] for cell in wanted}, gender)


def _adjective(parse: Any) -> Word | None:
    if "Anum" in parse.tag or "Apro" in parse.tag:
        return None
    forms = _cells(
        parse, lambda tag: f"{tag.case} {'plur' if tag.number == 'plur' else tag.gender}"
    )
    wanted = [f"{case} {g}" for case in CASES for g in ("masc", "femn", "neut", "plur")]
    if any(cell not in forms for cell in wanted):
        return None
    return Word(parse.word, {cell: forms[cell] for cell in wanted})


def _verb(parse: Any) -> Word | None:
    forms = _cells(
        parse,
        lambda tag: f"past {'plur' if tag.number == 'plur' else tag.gender}",
        lambda tag: tag.POS == "VERB" and tag.tense == "past",
    )
    wanted = [f"past {g}" for g in ("masc", "femn", "neut", "plur")]
    if any(cell not in forms for cell in wanted):
        return None
    return Word(parse.word, {"infn": parse.word} | {cell: forms[cell] for cell in wanted})


def _cells(
    parse: Any, cell: Callable[[Any], str], wanted: Callable[[Any], bool] = lambda _tag: True
) -> dict[str, str]:
    """Return the forms of a parsed word by what ``cell`` calls them, the usual one of each."""
    found: dict[str, str] = {}
    for form in parse.lexeme:
        if wanted(form.tag) and words.RARE.isdisjoint(form.tag.grammemes):
            found.setdefault(cell(form.tag), form.word)
    return found


_PARTS = {"NOUN": "noun", "ADJF": "adjective", "INFN": "verb"}
_MAKERS: dict[str, Callable[[Any], Word | None]] = {
    "noun": _noun,
    "adjective": _adjective,
    "verb": _verb,
}


@cache
def _english() -> dict[str, list[Word]]:
    """Return English words by their part of speech, the frequent ones first."""
    made: dict[str, list[Word]] = {"noun": [], "verb": [], "adjective": []}
    for noun in words.ENGLISH_NOUNS.split():
        single, _slash, plural = noun.partition("/")
        made["noun"].append(Word(single, {"sing": single, "plur": plural or words.plural(single)}))
    for verb in words.ENGLISH_VERBS.split():
        base, *parts = verb.split("/")
        past, participle, ing = (*parts, *words.regular(base)[len(parts) :])
        forms = {"base": base, "third": words.plural(base), "past": past}
        made["verb"].append(Word(base, forms | {"participle": participle, "ing": ing}))
    made["adjective"] = [Word(each, {"base": each}) for each in words.ENGLISH_ADJECTIVES.split()]
    chance = random.Random(7)
    for listed in made.values():
        chance.shuffle(listed)
    return made


def main() -> None:
    """Write the dossier that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.inflected", description=main.__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or an empty folder")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    asked = parser.parse_args()
    if asked.folder.exists() and (not asked.folder.is_dir() or any(asked.folder.iterdir())):
        parser.error(f"{asked.folder} is not an empty folder.")
    write(asked.folder, articles(asked.articles))


if __name__ == "__main__":
    main()
