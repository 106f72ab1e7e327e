"""A draft by rule quotes the article, cites where it does, and invents nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from bench import drafts as bench
from reader.drafting import rule
from reader.drafting.rule import Drafted
from reader.drafting.topics import Example, Topics
from reader.model import EntryKind, Mention, Paragraph, Summary
from reader.terms.factory import matcher

BRIDGE = (
    "Новый мост через реку Тихую откроют для машин в пятницу, 13 февраля 2026 года, сообщила мэрия"
    " Заречья. Длина моста 640 метров, он обошёлся в 3,2 млрд рублей.",
    "«Мы ждали этого одиннадцать лет», — сказал мэр города Егор Лапшин. По его словам, старый мост"
    " закроют в марте.",
    "Директор дорожной службы Анна Белова уточнила, что по мосту смогут ездить 12 тысяч машин в"
    " сутки. Грузовики тяжелее 20 тонн на мост не пустят.",
)
FERRY = (
    "The ferry between Oldbridge and Sandy Point will sail again from 4 May 2026, the harbour office"
    " said. It was laid up for 14 months after a fire.",
    "“We have replaced both engines,” Deputy Harbour Master Ellen Marsh said on Monday. The repair"
    " cost £2.3 million.",
    "Tom Reed, head of the islanders' council, said the crossing would take 35 minutes. Around 900"
    " people live on the island.",
)


def paragraphs(texts: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts, 1))


def drafted(
    texts: Sequence[str], language: str, published: str | None = None, length: int | None = None
) -> Drafted:
    article = paragraphs(texts)
    return rule.draft(article, [[] for _ in article], language, published=published, length=length)


def summary(texts: Sequence[str], language: str, **more: str | int | None) -> Summary:
    made = drafted(texts, language, **more).summary  # type: ignore[arg-type]
    assert made is not None
    return made


@pytest.mark.parametrize(("texts", "language"), [(BRIDGE, "ru"), (FERRY, "en")])
def test_every_word_stands_in_the_paragraph_that_is_cited(
    texts: tuple[str, ...], language: str
) -> None:
    made = summary(texts, language)
    assert len(made.claims) > 3
    assert bench.unsupported(made, paragraphs(texts)) == []
    assert texts[0].startswith(made.gist[:60])
    assert made.draft is not None
    assert made.draft.by == "rule"


def test_people_have_the_office_that_stands_by_their_name() -> None:
    assert [(p.name, p.role, p.cites) for p in summary(BRIDGE, "ru").participants] == [
        ("Егор Лапшин", "мэр города", ("p2",)),
        ("Анна Белова", "Директор дорожной службы", ("p3",)),
    ]
    assert [(p.name, p.role) for p in summary(FERRY, "en").participants] == [
        ("Ellen Marsh", "Deputy Harbour Master"),
        ("Tom Reed", "head of the islanders' council"),
    ]


def test_an_office_of_another_case_is_another_s() -> None:
    texts = (
        "Пресс-секретарь Бориса Лапшина отказалась говорить о новом мосте с журналистами.",
    ) * 2
    assert [p.role for p in summary(texts, "ru").participants] == [""]
    texts = ("Это сказала после встречи жена президента страны Бориса Лапшина в новом городе.",) * 2
    assert [p.role for p in summary(texts, "ru").participants] == ["президента страны"]


def test_an_office_is_never_that_of_whoever_stands_before() -> None:
    texts = (
        "Договор подписали президент Ольга Белова в столице Антон Лапшин и глава города Инна Орлова.",
    ) * 2
    assert [(p.name, p.role) for p in summary(texts, "ru").participants] == [
        ("Ольга Белова", "президент"),
        ("Антон Лапшин", ""),
        ("Инна Орлова", "глава города"),
    ]


def test_what_has_a_date_is_an_event() -> None:
    made = summary(FERRY, "en", published="2026-03-04")
    assert [(e.date, e.cites) for e in made.events if "sail" in e.text] == []
    texts = (
        "The council met on 2 March 2026 in the old hall to talk about the ferry.",
        "Yesterday the engines were brought to the island by a barge from the mainland.",
        "The ferry burnt in 2025, when it lay in the harbour for the winter repairs.",
        "The repairs went on from 7 to 9 January 2026 without a day of rest for anybody.",
    )
    made = summary(texts, "en", published="2026-03-04")
    assert [(event.date, event.cites) for event in made.events] == [
        ("2025", ("p3",)),
        ("2026-01", ("p4",)),
        ("2026-03-02", ("p1",)),
        ("2026-03-03", ("p2",)),
    ]


def test_no_day_is_told_that_the_text_does_not_tell() -> None:
    texts = (
        "“The engines came yesterday and the crew is happy with them,” the master said in his office.",
        "About 5 March 2026 the water rose to the second step of the old quay.",
        "On 03/04/2026 the paint was still wet, the master of the harbour told us.",
        "By 20 May 2026 the quay will be longer by nine metres than it was before.",
        "The ferry leaves at 7.30 in the morning and comes back before noon with the post.",
        "In August the island is full of guests who come for the sake of the sand.",
    )
    assert summary(texts, "en", published="2026-03-04").events == ()


def test_without_a_date_only_what_is_written_out_counts() -> None:
    texts = (
        "Вчера на остров привезли два новых двигателя для парома «Заря» с материка.",
        "Паром «Заря» сгорел 9 ноября 2025 года у причала, когда на нём никого не было.",
    )
    assert [event.date for event in summary(texts, "ru").events] == ["2025-11-09"]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("OLDBRIDGE, 3 March (Northern News) — ", "en"),
        ("OLDBRIDGE, Feb. 3. ", "en"),
        ("ЗАРЕЧЬЕ, 3 марта. /Маяк/. ", "ru"),
        ("Старое Заречье, 3 марта 2026 года. ", "ru"),
        ("Oldbridge, 3 March 2026. ", "en"),
        ("ЗАРЕЧЬЕ. МАЯК – ", "ru"),
    ],
)
def test_a_dateline_is_no_part_of_what_is_quoted(line: str, language: str) -> None:
    texts = BRIDGE if language == "ru" else FERRY
    made = summary((line + texts[0], *texts[1:]), language)
    plain = summary(texts, language)
    assert (made.gist, made.claims[0].text) == (plain.gist, plain.claims[0].text)


def test_a_day_without_its_year_is_never_that_of_another_one() -> None:
    texts = (
        "The old ferry was not among those named for the prize of 9 February, the jury said.",
        *FERRY[1:],
    )
    dates = {event.date[:4] for event in summary(texts, "en", published="2026-01-20").events}
    assert dates <= {"2026"}


def test_what_only_says_who_told_it_is_not_quoted() -> None:
    texts = (*BRIDGE[:2], "Об этом говорится в сообщении.", BRIDGE[2])
    assert "говорится" not in " ".join(claim.text for claim in summary(texts, "ru").claims)


def test_what_is_left_out_is_named() -> None:
    made = summary(FERRY, "en", length=150)
    assert made.draft is not None
    assert made.draft.left_out
    cited = {id for claim in made.claims for id in claim.cites}
    assert cited.isdisjoint(made.draft.left_out)
    assert cited | set(made.draft.left_out) == {"p1", "p2", "p3"}
    assert sum(len(claim.text) for claim in made.claims) <= 150


def test_sentences_that_tell_more_are_chosen_before_those_that_tell_less() -> None:
    texts = (
        "The harbour office of Oldbridge told the papers about the new ferry on Friday evening.",
        "It was a fine evening, and everybody was glad to hear of it after so long a time.",
        "The ferry carries 240 people and 32 cars, and it crosses to Sandy Point in 35 minutes.",
    )
    made = summary(texts, "en", length=190)
    assert [claim.cites for claim in made.claims] == [("p1",), ("p3",)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Bread, butter", "Salt", "Four eggs", "Sugar, 200 g", "Lemon", "Flour"),
        ("The sea is wide,", "the sea is deep,", "and under it", "the sailors sleep"),
    ],
)
def test_a_list_and_verse_get_a_reason(texts: tuple[str, ...]) -> None:
    assert drafted(texts, "en") == Drafted(None, rule.NO_PROSE)


def test_a_text_of_no_words_and_one_too_long_get_a_reason() -> None:
    assert drafted((), "en") == Drafted(None, rule.NOTHING)
    assert drafted(("A sentence of five words. " * 20_000,), "en").reason == rule.TOO_LONG


def test_in_a_language_without_rules_nothing_is_told_but_sentences() -> None:
    texts = (
        "Die Fähre nach Sandau fährt ab 4. Mai 2026 wieder, teilte das Hafenamt gestern mit.",
        "Bürgermeisterin Anna Weber sagte, die Überfahrt dauere künftig nur noch 35 Minuten.",
    )
    made = summary(texts, "de", published="2026-03-04")
    assert [claim.cites for claim in made.claims] == [("p1",), ("p2",)]
    assert made.events == ()
    assert [claim.status for claim in made.claims] == [None, None]
    assert [person.role for person in made.participants] == []


def test_sentences_without_spaces_between_them_are_quoted_one_by_one() -> None:
    texts = ("渡轮将于五月四日恢复通航。该船停航了十四个月。", "市长表示，渡程只需三十五分钟。")
    made = summary(texts, "zh")
    assert [claim.text for claim in made.claims] == [
        "渡轮将于五月四日恢复通航。",
        "该船停航了十四个月。",
        "市长表示，渡程只需三十五分钟。",
    ]


def test_words_in_capitals_alone_name_nobody() -> None:
    texts = (
        "КАПИТАН ЕГОР ЛАПШИН СКАЗАЛ, ЧТО ПАРОМ ГОТОВ К ВЫХОДУ.",
        "ПАРОМ ПРИДЁТ 4 МАЯ 2026 ГОДА.",
    )
    assert summary(texts, "ru").participants == ()


def test_a_long_article_has_a_draft_of_a_length_that_one_reads() -> None:
    text = "On 4 May 2026 the ferry number {n} carried {n} people to the island of Sandy Point."
    made = summary([text.format(n=n) for n in range(100, 820)], "en")
    assert sum(len(claim.text) for claim in made.claims) <= rule.LENGTH
    assert len(made.events) <= 12


def test_topics_are_those_of_claims_with_the_same_entries() -> None:
    topics = Topics(
        [
            Example("water", {"lake", "town"}),
            Example("water", {"lake"}),
            Example("roads", {"bridge", "town"}),
        ]
    )
    assert topics.of({"lake", "town"}) == "water"
    assert topics.of({"bridge"}) == "roads"
    assert topics.of({"unknown"}) == ""
    assert topics.of({"town"}) == ""


@pytest.mark.parametrize(
    ("language", "claims", "labels", "asked"),
    [
        ("ru", ("Озёра очистят.", "Мост починили."), {"water": "Пристани"}, ("О мостах забыли.", "На озере тихо.", "Пристань закрыта.", "Снега нет.")),
        ("en", ("The lakes are clean.", "A bridge was mended."), {"water": "Harbours"}, ("Of bridges nobody thinks.", "Our lake froze.", "This harbour closed.", "Snow fell.")),
    ],
)  # fmt: skip
def test_topics_are_told_by_the_words_of_claims_and_labels_too(
    language: str, claims: tuple[str, str], labels: dict[str, str], asked: tuple[str, ...]
) -> None:
    examples = [Example("water", (), claims[0]), Example("roads", (), claims[1])]
    topics = Topics(examples, labels, language)
    assert [topics.of((), text) for text in asked] == ["roads", "water", "water", ""]


def test_entries_are_who_takes_part_and_what_is_named() -> None:
    text = (
        "Мэрия Заречья сообщила, что закон о канале приняли; премьер Инна Орлова была против него."
    )
    mentions = [
        [
            Mention(0, 13, text[0:13], "city-hall"),
            Mention(27, 41, text[27:41], "canal-act"),
            Mention(59, 70, text[59:70], "orlova"),
        ]
    ] * 2
    kinds: dict[str, EntryKind] = {
        "city-hall": "organisation",
        "canal-act": "document",
        "orlova": "person",
    }
    made = rule.draft(paragraphs((text, text)), mentions, "ru", kinds=kinds).summary
    assert made is not None
    assert [(p.entry, p.role) for p in made.participants] == [
        ("city-hall", ""),
        ("orlova", "премьер"),
    ]
    assert made.documents == ("canal-act",)
    assert made.claims[0].speaker == ("city-hall",)
    assert made.draft is not None
    assert dict(made.draft.terms) == {"city-hall": 2, "canal-act": 2, "orlova": 2}


@pytest.mark.skipif("READER_ORIGINALS" not in os.environ, reason="READER_ORIGINALS is not set")
def test_drafts_of_the_originals_tell_what_their_summaries_do() -> None:
    collection = bench.opened()
    made = matcher(collection.source.entries)
    for key in collection.document_keys():
        found = bench.measured(collection, key, made)
        assert found.wrong == []
        assert found.covered >= 0.7, found.missing
        assert found.draft <= found.edited
