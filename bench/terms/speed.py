"""Scan speed and time to ready, ours beside others, alternating in one run."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice, product
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from reader.model import Entry, Term
from reader.terms.factory import matcher

_ADJECTIVES = (
    "арктический базовый валютный вертикальный водный военный восточный временный городской гибкий "
    "дальний деловой дорожный единый железный живой зелёный земельный зимний игровой инженерный "
    "иностранный исторический календарный каменный квантовый климатический книжный коммерческий "
    "космический культурный лесной летний личный малый межгосударственный местный мирный "
    "молодёжный морской музейный научный небесный новый областной общий океанский осенний открытый "
    "парламентский полевой портовый почтовый правовой природный промышленный публичный пустой "
    "районный редкий речной родной ручной сельский сетевой складской скорый сложный солнечный "
    "социальный спортивный степной страховой строительный судебный таможенный театральный "
    "технический торговый транспортный трудовой тёплый уличный учебный финансовый хлебный "
    "цифровой частный чистый шахматный школьный экологический электронный южный ясный"
).split()
_NOUNS = (
    "автор агент адрес акт анализ архив баланс банк берег блок бюджет вагон вариант ввод ветер "
    "вклад возраст вопрос выпуск газ график груз двигатель договор документ доклад дом доход закон "
    "запас зал замысел знак институт канал карта картина книга код комитет конкурс контроль корабль "
    "край курс лагерь линия лист маршрут мастер материал машина место метод министр модель мост "
    "музей надзор налог область обмен образец объект отдел отчёт парк партнёр перевод план поезд "
    "порт поток предел приказ проект процесс пункт район расчёт реестр режим рынок ряд сбор свод "
    "склад совет союз спор станция сток строй суд счёт товар узел устав форум фонд центр цикл"
).split()
_WORD = re.compile(r"[^\W_]+")


def glossary(size: int) -> list[Entry]:
    """``size`` entries of an adjective and a noun, the same every time."""
    pairs = islice(product(_NOUNS, _ADJECTIVES), size)
    return [
        Entry(f"e{number}", "concept", {"ru": (Term(f"{adjective} {noun}"),)})
        for number, (noun, adjective) in enumerate(pairs)
    ]


def text_of(size: int) -> str:
    """``size`` bytes of Russian: the originals where READER_ORIGINALS names them, else the
    editions of the built-in dossier.
    """
    folder = os.environ.get("READER_ORIGINALS")
    if folder:
        found = "\n\n".join(
            path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))
        )
    else:
        from reader.dossiers.loader import load
        from reader.dossiers.paths import builtin

        found = "\n\n".join(
            paragraph.text
            for document in load(builtin()).documents
            for paragraph in document.texts[0].paragraphs
        )
    times = size // len(found.encode()) + 1
    return "\n\n".join([found] * times).encode()[:size].decode("utf-8", "ignore")


class Contender(NamedTuple):
    """``ready`` makes it from entries; what it makes scans a text and counts what it finds."""

    name: str
    ready: Callable[[Sequence[Entry]], Callable[[str], int]]


def _terms(entries: Sequence[Entry]) -> list[str]:
    return [term.text for entry in entries for terms in entry.terms.values() for term in terms]


def _bare(_: Sequence[Entry]) -> Callable[[str], int]:
    def scan(text: str) -> int:
        count = 0
        for _ in _WORD.finditer(text):
            count += 1
        return count

    return scan


def _ours(entries: Sequence[Entry]) -> Callable[[str], int]:
    finder = matcher(entries)
    return lambda text: len(finder.spans(text))


def _by_normal_form(entries: Sequence[Entry], normal: Callable[[str], str]) -> Callable[[str], int]:
    """Phrases of normal forms, longest first: what stems and lemmas are used for."""
    known: dict[str, str] = {}

    def form(word: str) -> str:
        if word not in known:
            known[word] = normal(word.lower())
        return known[word]

    trie: dict[str, Any] = {}
    for term in _terms(entries):
        node = trie
        for word in _WORD.findall(term):
            node = node.setdefault(form(word), {})
        node[""] = True

    def scan(text: str) -> int:
        words = [form(match[0]) for match in _WORD.finditer(text)]
        at = count = 0
        while at < len(words):
            node, end, to = trie, at, 0
            while end < len(words) and (node := node.get(words[end])):  # type: ignore[assignment]  # None ends the loop
                end += 1
                if "" in node:
                    to = end
            count += to > 0
            at = to or at + 1
        return count

    return scan


def _snowball(entries: Sequence[Entry]) -> Callable[[str], int]:
    from snowballstemmer import stemmer

    return _by_normal_form(entries, stemmer("russian").stemWord)


def _lemmas(entries: Sequence[Entry]) -> Callable[[str], int]:
    from pymorphy3 import MorphAnalyzer

    parse = MorphAnalyzer().parse
    return _by_normal_form(entries, lambda word: str(parse(word)[0].normal_form))


def _spacy(entries: Sequence[Entry]) -> Callable[[str], int]:
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("ru")
    pipeline.max_length = 10_000_000
    pipeline.add_pipe("lemmatizer", config={"mode": "pymorphy3_lookup"}).initialize()
    finder = PhraseMatcher(pipeline.vocab, attr="LEMMA")
    finder.add("terms", list(pipeline.pipe(_terms(entries))))
    return lambda text: len(finder(pipeline(text)))


CONTENDERS = (
    Contender("bare regex walk", _bare),
    Contender("reader.terms", _ours),
    Contender("Snowball stems", _snowball),
    Contender("pymorphy3 lemmas", _lemmas),
    Contender("spaCy PhraseMatcher", _spacy),
)


class Timing(NamedTuple):
    """Seconds: the median over the rounds, and of the rounds' ratios to the bare walk."""

    name: str
    seconds: float
    to_bare: float
    found: int


def scanning(entries: Sequence[Entry], text: str, rounds: int) -> list[Timing]:
    """Every contender once a round, in turn, so that a busy machine is busy for all."""
    scans = []
    for contender in CONTENDERS:
        try:
            scans.append((contender.name, contender.ready(entries)))
        except ImportError:
            continue
    taken: dict[str, list[float]] = {name: [] for name, _ in scans}
    counts = {}
    for _ in range(rounds):
        for name, scan in scans:
            start = time.perf_counter()
            counts[name] = scan(text)
            taken[name].append(time.perf_counter() - start)
    bare = taken["bare regex walk"]
    return [
        Timing(
            name,
            median(taken[name]),
            median(own / base for own, base in zip(taken[name], bare, strict=True)),
            counts[name],
        )
        for name, _ in scans
    ]


def ready(size: int, rounds: int) -> list[tuple[str, float]]:
    """Seconds until each contender can scan with ``size`` entries; ours without a cache and with."""
    entries = glossary(size)
    results = []
    before = os.environ.get("XDG_CACHE_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        try:
            matcher(glossary(1), cache=False)  # loads the dictionary
            start = time.perf_counter()
            matcher(entries)
            results.append(("reader.terms, terms all new", time.perf_counter() - start))
            for contender in CONTENDERS[1:]:
                try:
                    taken = []
                    for _ in range(rounds if contender.name == "reader.terms" else 1):
                        start = time.perf_counter()
                        contender.ready(entries)
                        taken.append(time.perf_counter() - start)
                except ImportError:
                    continue
                results.append((contender.name, median(taken)))
        finally:
            if before is None:
                del os.environ["XDG_CACHE_HOME"]
            else:
                os.environ["XDG_CACHE_HOME"] = before
    return results
