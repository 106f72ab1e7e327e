"""The article of a saved page: its body without what surrounds it, its title, date and origin."""

from __future__ import annotations

import gzip
import json
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.articles import reading
from reader.articles.pages import page, phrases, tree
from reader.errors import ReaderError

FIXTURES = Path(__file__).parent / "pages"
BODY = (
    "Паром вернулся в порт на рассвете, и на берегу его ждали встречающие.",
    "Смотритель маяка сообщил, что за ночь ветер дважды менял направление.",
    "«Такого тумана здесь не помнят», — сказала заведующая метеостанцией.",
)
MENU = "".join(
    f"<a href='/{n}'>{name}</a> " for n, name in enumerate(("Главная", "Новости", "Архив"))
)
TEASERS = "".join(
    f"<li><a href='/t{n}'>Ещё одна новость номер {n} из порта</a></li>" for n in range(6)
)


def paragraphs(html: str) -> list[str]:
    return [p if isinstance(p, str) else p[0] for p in page.extract(html).paragraphs]


def whole(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


SAVED = {
    "modern": ("Порт Ручейный принял", "2026-02-10T09:30:00+03:00", "Вестник Заречья", "Инна Соболева", "utf-8"),
    "table-koi8r": ("Цены на какао упали", "2025-11-14", "Губернские ведомости", "Анна Мельник", "koi8-r"),
    "blocks-koi8r": ("Суд обязал застройщика", "2026-05-06", None, None, "koi8-r"),
    "microdata-cp1251-wrong": ("Метеорологи предупредили", "2026-05-06", "Северная газета", None, "windows-1251"),
}  # fmt: skip
"""What saved pages tell: title, day, publisher, byline; and the encoding they are in."""


@pytest.mark.parametrize("name", SAVED)
def test_a_saved_page_gives_what_it_tells(name: str) -> None:
    (read,) = reading.read((FIXTURES / f"{name}.html").read_bytes(), f"{name}.html")
    document, source = read.document, read.document.source
    title, *told = SAVED[name]
    assert title is not None
    assert document.title.startswith(title)
    assert [source.published, source.publisher, source.author, read.encoding] == told
    assert (read.format, document.language) == ("html", "ru")
    assert len(document.texts[0].paragraphs) == 4
    assert bool(read.problems) == (name == "microdata-cp1251-wrong")


LAYOUTS = {
    "semantic": f"<header>{MENU}</header><main><article><h1>Паром</h1>{{p}}</article></main><aside><ul>{TEASERS}</ul></aside><footer>© Газета</footer>",
    "classes": f"<div class=menu>{MENU}</div><div class=text><div class=h>Паром</div>{{p}}</div><div class=related><ul>{TEASERS}</ul></div><div id=footer>© Газета</div>",
    "bare": f"<div>{MENU}</div><div><div>{{p}}</div><div><ul>{TEASERS}</ul></div></div><div>© Газета. Все права защищены.</div>",
    "table": f"<table><tr><td>{MENU}</td><td>{{p}}</td><td><ul>{TEASERS}</ul></td></tr></table>",
}  # fmt: skip
KINDS = {
    "p": "".join(f"<p>{text}</p>" for text in BODY),
    "div": "".join(f"<div>{text}</div>" for text in BODY),
    "br": "<br><br>".join(BODY),
    "one br": "<br>\n".join(BODY),
    "unclosed": "".join(f"<p>{text}\n" for text in BODY),
    "wrapped": "".join(f"<div><div><p>{text}</p></div></div>" for text in BODY),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_body_is_found_in_any_layout(layout: str, kind: str) -> None:
    assert paragraphs(whole(LAYOUTS[layout].format(p=KINDS[kind]))) == list(BODY)


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Подписывайтесь на наш канал, чтобы ничего не пропустить.</p>",
        "<p><a href=x>Читайте также: в порту открыли новый причал</a></p>",
        "<figure><img src=x><figcaption>Причал в тумане. Фото: архив порта</figcaption></figure>",
        "<p>Фото: архив порта</p>",
        "<div class='comments'><p>Давно пора было починить этот старый причал, ждём уже год.</p></div>",
        "<div class='cookie-consent'><p>Мы используем файлы, чтобы сайт работал лучше для всех.</p></div>",
        "<div hidden><p>Этот текст на странице не виден никому из читателей.</p></div>",
        "<div style='display: none'><p>Этот текст на странице не виден никому из читателей.</p></div>",
        "<script>var text = 'Этот текст не виден никому из читателей.';</script>",
        "<ul class=tags><li><a href=x>порт</a><li><a href=y>паром</a></ul>",
        f"<ul>{TEASERS}</ul>",
        "<p>Чтобы читать статью целиком, оформите подписку или войдите на сайт.</p>",
        "<p>To read the full story, please subscribe to the Harbour Post today.</p>",
        "<ul class=legends><li>Причал в тумане, каким его увидел фотограф газеты на рассвете.</ul>",
        "<p>Sign up for our newsletter to get the latest from the harbour every day.</p>",
    ],
)
@pytest.mark.parametrize("place", [1, 3])
def test_furniture_within_the_body_is_left_out(furniture: str, place: int) -> None:
    parts = [f"<p>{text}</p>" for text in BODY]
    parts.insert(place, furniture)
    assert paragraphs(whole(f"<article><h1>Паром</h1>{''.join(parts)}</article>")) == list(BODY)


IMPRINT = (
    "Сетевое издание «Причал» зарегистрировано Роскомнадзором, свидетельство ЭЛ № ФС 77-00000.",
    "Использование материалов сайта prichal.example допускается только с письменного разрешения.",
    "Все права на материалы, опубликованные на сайте, принадлежат редакции и охраняются законом.",
    "Адрес редакции: 000000, Заречный, улица Портовая, дом 3; телефон редакции указан ниже, звоните.",
)


def test_the_imprint_of_the_site_is_not_the_article_even_if_it_is_longer() -> None:
    imprint = "".join(f"<p>{text}</p>" for text in IMPRINT * 2)
    html = f"<div><h1>Паром</h1><div>{KINDS['p']}</div></div><div><div>{imprint}</div></div>"
    assert paragraphs(whole(html)) == list(BODY)


def test_a_row_of_figures_is_no_running_text() -> None:
    ticker = " ".join(f"PORT{n} {n}1,{n}4 +0,{n} %" for n in range(90))
    assert paragraphs(whole(f"<div>{ticker}</div><div>{KINDS['p']}</div>")) == list(BODY)


def test_what_stands_before_the_wall_of_a_subscription_is_read_too() -> None:
    before = "Порт Заречный закрыли на сутки: такой волны здесь не было двадцать лет."
    rest = "".join(f"<p>День {n}. {text}</p>" for n in range(4) for text in BODY)
    html = f"<div><p>{before}</p><div class=wall>{rest}</div></div>"
    assert paragraphs(whole(html))[0] == before


def test_sections_of_one_kind_are_one_article() -> None:
    long = "".join(f"<p>День {n}: {text}</p>" for n in range(8) for text in BODY)
    last = "".join(f"<p>Ночь {n}: {text}</p>" for n in range(3) for text in BODY)
    html = (
        f"<div><section class='part one'>{long}</section><section class=part>{last}</section></div>"
    )
    assert paragraphs(whole(html))[-1] == f"Ночь 2: {BODY[2]}"


def test_a_live_report_calls_its_entries_comments() -> None:
    entries = "".join(f"<div class=live-comment><p>{text}</p></div>" for text in BODY)
    html = f"<div><p>{BODY[0]} Идёт трансляция.</p></div><div class=live-comments>{entries}</div>"
    assert paragraphs(whole(html))[-1] == BODY[2]


def test_what_belongs_to_the_body_stays() -> None:
    extra = (
        "<h2>На берегу</h2><p>Ждали.</p><ul><li>Повар с дочерью</li><li>Два <a href=x>лоцмана</a></li></ul>"
        "<blockquote>Туман уходит к полудню, так здесь было всегда.</blockquote>"
        "<table><tr><th>Рейс</th><th>Время</th></tr><tr><td>Утренний</td><td>8:15</td></tr></table>"
    )
    html = whole(
        f"<article><h1>Паром</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>{extra}<p>{BODY[2]}</p></article>"
    )
    assert paragraphs(html) == [
        *BODY[:2],
        "На берегу",
        "Ждали.",
        "Повар с дочерью",
        "Два лоцмана",
        "Туман уходит к полудню, так здесь было всегда.",
        "Рейс | Время",
        "Утренний | 8:15",
        BODY[2],
    ]


def test_a_heading_keeps_its_level() -> None:
    html = whole(f"<article><p>{BODY[0]}</p><h3>На берегу</h3><p>{BODY[1]}</p></article>")
    assert ("На берегу", 3) in page.extract(html).paragraphs


def test_a_text_that_stands_twice_is_read_once() -> None:
    html = whole(f"<div><div>{KINDS['p']}</div><div><div>{KINDS['p']}</div></div></div>")
    assert paragraphs(html) == list(BODY)


def test_a_name_of_furniture_on_what_holds_the_text_costs_nothing() -> None:
    for name in ("sidebar", "has-comments related", "widget ad"):
        assert paragraphs(whole(f"<div class='{name}'>{KINDS['p']}</div>")) == list(BODY)


def test_a_line_that_is_broken_within_a_sentence_is_one_paragraph() -> None:
    assert paragraphs(
        whole("<p>Паром вернулся<br>в порт на рассвете,<br>сообщил смотритель.</p>")
    ) == ["Паром вернулся в порт на рассвете, сообщил смотритель."]


def test_a_page_without_running_text_gives_what_it_has() -> None:
    assert paragraphs("<html><p>Вода</p></html>") == ["Вода"]


@pytest.mark.parametrize("parted", ["\\n", "</p><p>"])
def test_a_body_that_only_programs_are_told_is_read(parted: str) -> None:
    stated = f'{{"@type":"NewsArticle","articleBody":"{parted.join(BODY)}"}}'.replace(
        "«", ""
    ).replace("»", "")
    html = whole(
        "<h1>Паром</h1><p>Загрузка…</p>", f'<script type="application/ld+json">{stated}</script>'
    )
    assert paragraphs(html) == [text.replace("«", "").replace("»", "") for text in BODY]


def test_a_page_without_any_text_says_so() -> None:
    with pytest.raises(ReaderError) as error:
        list(reading.read(b"<html><script>load()</script></html>", "a.html"))
    assert "no text that could be an article" in error.value.problems[0].message


# Title, date, origin

TITLED = "Паром вернулся в порт"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{TITLED} | Газета</title>", ""),
        (f"<title>Газета :: {TITLED}</title><meta property='og:site_name' content='Газета'>", ""),
        (f"<title>{TITLED} — Газета порта</title>", f"<h1>{TITLED}</h1>"),
        ("<title>Газета</title>", f"<h1>{TITLED}</h1>"),
        (f"<meta property='og:title' content='{TITLED}'><title>Паром | Газета</title>", "<h1>Газета</h1>"),
        (f'<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","headline":"{TITLED}"}}]}}</script>', ""),
        (f"<title>{TITLED} › Газета</title>", ""),
        (f"<title>Газета порта: {TITLED}</title>", f"<h1>Газета порта</h1><h3>{TITLED}</h3>"),
        (f"<meta property='og:title' content='{TITLED}'>", f"<h1><span>Погода </span>{TITLED}</h1>"),
        (f"<title>Газета порта. Новости :: {TITLED}</title>", f"<div class=zag>{TITLED}</div>"),
    ],
)  # fmt: skip
def test_the_title_is_the_articles_and_not_the_sites(head: str, body: str) -> None:
    assert page.extract(whole(body + KINDS["p"], head)).title == TITLED


def test_a_title_may_end_with_a_name_in_quotation_marks() -> None:
    title = "Суд оштрафовал владельцев парома «Чайка»"
    head = f"<title>{title} — Газета</title><meta property='og:title' content='{title} — Газета'>"
    assert page.extract(whole(KINDS["p"], head)).title == title


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        ('<script type="application/ld+json">{"@type":"Article","datePublished":"2026-03-02T10:00:00Z"}</script>', "", "2026-03-02T10:00:00+00:00"),
        ("<meta property='article:published_time' content='2026-03-02T10:00+0300'>", "", "2026-03-02T10:00:00+03:00"),
        ("<meta name=pubdate content='20260302'>", "", "2026-03-02"),
        ("", "<span itemprop=datePublished content='2026-03-02'></span>", "2026-03-02"),
        ("", "<time datetime='2026-03-02'>вчера</time>", "2026-03-02"),
        ("<link rel=canonical href='https://a.example/2026/03/02/parom'>", "", "2026-03-02"),
        ("", "<div>2 марта 2026 г., 10:00</div>", "2026-03-02"),
        ("", "<div>Опубликовано: 02.03.2026</div>", "2026-03-02"),
        ("", "<div>Posted on March 2nd, 2026 at 10:00</div>", "2026-03-02"),
        ("", "<div>2 Mar 2026</div>", "2026-03-02"),
        ("", "<div>2 березня 2026</div>", "2026-03-02"),
        ("", "<div>03/25/2026 10:00</div>", "2026-03-25"),
        ("<html lang=de>", "<div>2. März 2026</div>", "2026-03-02"),
        ("", "<div>viernes, 2 de marzo de 2026</div>", "2026-03-02"),
        ("", "<div>2026年3月2日</div>", "2026-03-02"),
        ("", "<abbr class=published title='2026-03-02T10:00:00+03:00'>утром</abbr>", "2026-03-02T10:00:00+03:00"),
        ("", "<time datetime='2026-03-02'>утром</time><time class=updated datetime='2026-03-05'>позже</time>", "2026-03-02"),
        ("<link rel=canonical href='https://a.example/news/02.03.2026-parom.html'>", "", "2026-03-02"),
        ("<link rel=canonical href='https://a.example/2026/12/360-parom'>", "", None),
        ("<link rel=canonical href='https://a.example/2026/03/parom'>", "<div>2 марта 2026</div><div>5 мая 2026</div>", "2026-03-02"),
        ("<link rel=canonical href='https://keep.example/web/20261112101010/https://a.example/parom'>", "", None),
        ("<meta name='x:date' content='2026-03-02'><meta name='x:date_updated' content='2026-03-05'>", "", "2026-03-02"),
        ("", "<div>03/02/2026 10:00</div>", None),
        ("<meta name=date content='2026-02-31'>", "", None),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_day_is_found_wherever_the_page_tells_it(
    head: str, above: str, day: str | None
) -> None:
    assert page.extract(whole(f"<h1>Паром</h1>{above}{KINDS['p']}", head)).published == day


EVENING = "<meta property='article:published_time' content='2026-03-02T02:30:00+00:00'>"


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        ("", "", "2026-03-02T02:30:00+00:00"),
        ("<meta name=pubdate content='2026-03-01T21:30:00-05:00'>", "", "2026-03-01T21:30:00-05:00"),
        ("<link rel=canonical href='https://a.example/2026/03/01/parom'>", "", "2026-03-01"),
        ("", "<div>March 1, 2026</div>", "2026-03-01"),
        ("", "<div>February 20, 2026</div>", "2026-03-02T02:30:00+00:00"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_the_site_and_not_of_greenwich(head: str, above: str, day: str) -> None:
    html = whole(f"<h1>Паром</h1>{above}{KINDS['p']}", EVENING + head)
    assert page.extract(html).published == day


def test_a_date_far_from_the_article_is_its_own_only_if_there_is_no_other() -> None:
    far = "".join(f"<div><a href=/{n}>Рубрика {n}</a></div>" for n in range(30))
    html = f"<h1>Паром</h1><article>{KINDS['p']}</article>{far}"
    assert page.extract(whole(f"{html}<div>2 марта 2026</div>")).published == "2026-03-02"
    two = f"{html}<div>2 марта 2026</div><div>5 мая 2026</div>"
    assert page.extract(whole(two)).published is None


@pytest.mark.parametrize(
    ("head", "around", "publisher", "author"),
    [
        ("<meta property='og:site_name' content='Газета'>", "", "Газета", None),
        ("<title>Паром вернулся | Газета порта</title>", "", "Газета порта", None),
        ("", "<div>© 2003–2026 Газета порта. Все права защищены.</div>", "Газета порта", None),
        ("<link rel=canonical href='https://www.a.example/parom'>", "", "a.example", None),
        ("<meta name=author content='Вера Лунина'>", "", None, "Вера Лунина"),
        ("", "<div>Автор: Вера Лунина</div>", None, "Вера Лунина"),
        ("", "<div>02.03.2026 | Вера Лунина</div>", None, "Вера Лунина"),
        ("<meta name=author content='https://a.example/vera'>", "", None, None),
        ("<meta name=author content='Редакция'>", "", None, None),
        ("<meta name=author content='Фото: Вера Лунина'>", "", None, None),
        (
            "<meta name=author content='a.example | Вера Лунина'>".replace("a.", "www.a."),
            "",
            None,
            "Вера Лунина",
        ),
    ],
)
def test_publisher_and_byline_are_found(
    head: str, around: str, publisher: str | None, author: str | None
) -> None:
    found = page.extract(whole(f"<h1>Паром вернулся</h1>{around}{KINDS['p']}", head))
    assert (found.publisher, found.author) == (publisher, author)


def test_an_address_is_the_pages_own_else_where_it_was_found() -> None:
    body = KINDS["p"]
    given = "https://a.example/b?x=1"
    assert page.extract(whole(body), given).url == given
    canonical = "<link rel=canonical href='/parom'>"
    assert page.extract(whole(body, canonical), given).url == "https://a.example/parom"
    assert page.extract(whole(body, "<link rel=canonical href='javascript:x'>")).url is None
    assert page.extract(whole(body, "<meta property='og:url' content='http://[x'>")).url is None


def test_nothing_that_a_page_tells_steers_a_terminal() -> None:
    odd = "Га&#27;[31mзета&#8238;"
    head = f"<meta property='og:site_name' content='{odd}'><meta name=author content='{odd} Вера'><title>{odd}</title>"
    (read,) = reading.read(whole(f"<p>{odd} вышла.</p>", head).encode(), "a.html")
    document, source = read.document, read.document.source
    for text in (
        document.title,
        source.publisher,
        source.author,
        document.texts[0].paragraphs[0].text,
    ):
        assert text is not None
        assert text.startswith("Га␛[31mзета‹RLO›")


# Phrases


@pytest.mark.parametrize(
    "text",
    ["Фотографии сделаны на рассвете.", "Follow the coast and you will see the lighthouse.", "Related to each other, they sail together.",
     "Подпись капитана стояла внизу.", "Source code of the tide tables was lost.", "Sharing a boat is common here."],
)  # fmt: skip
def test_sentences_that_begin_like_furniture_are_none(text: str) -> None:
    assert not phrases.is_call(text)
    assert not phrases.ends_article(text)


# Limits


def test_no_page_costs_more_than_its_size() -> None:
    # What is looked at is bounded, so these end; by the square of it they would take hours.
    text = BODY[0]
    for html in (
        "<div>" * 200_000 + text,
        "<p>" * 300_000 + text,
        "<i></i>" * 300_000 + text,
        "<table><tr><td>" * 50_000 + text,
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + text,
        "<p a=x\" b=\">\" " + " ".join(f"a{n}" for n in range(100_000)) + ">" + text,
        "x<br>" * 200_000,
        "<!--" * 100_000,
        "<a b='" * 100_000,
        "<script type=application/ld+json>" + '{"@graph":' * 50_000 + "</script>" + text,
        f"<h1>{text}</h1>" * 20_000,
        "<div class='" + "a-b " * 100_000 + "'>" + text,
    ):  # fmt: skip
        page.extract(f"<html><body>{html}")
    assert len(tree.blocks_of(_parsed("<p>x" * 30_000)).blocks) == tree.MOST_BLOCKS


def _parsed(html: str) -> Any:
    root = tree.parse(html)
    assert root is not None
    return root


# The marked pages, which are not part of the project


def test_the_marked_pages_are_read_as_well_as_was_shown() -> None:
    folder = os.environ.get("READER_PAGES")
    if not folder:
        pytest.skip("READER_PAGES is not set")
    precision: list[float] = []
    recall: list[float] = []
    titles: list[bool] = []
    days: list[bool] = []
    for path in sorted(Path(folder).glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        data = gzip.decompress((path.parent / "page.html.gz").read_bytes())
        (read,) = reading.read(data, path.parent.name)
        assert read.encoding == gold["encoding"], gold["id"]
        text = "\n".join(p.text for p in read.document.texts[0].paragraphs)
        if gold["text"]:
            golds = [gold["text"], f"{gold['summary'] or ''} {gold['text']}"]
            one, other = max((_rates(text, each) for each in golds), key=sum)
            precision.append(one)
            recall.append(other)
        if gold["title"]:
            titles.append(_plain(read.document.title) == _plain(gold["title"]))
        if gold["date"]:
            days.append((read.document.source.published or "")[:10] == gold["date"])
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    assert 2 * p * r / (p + r) >= 0.975
    assert sum(titles) / len(titles) >= 0.83
    assert sum(days) / len(days) >= 0.93


def _rates(text: str, gold: str) -> tuple[float, float]:
    found, wanted = _shingles(text), _shingles(gold)
    both = sum((found & wanted).values())
    return both / max(1, sum(found.values())), both / max(1, sum(wanted.values()))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


def _plain(text: str) -> str:
    text = re.sub("[“”„«»]", '"', re.sub("[’‘]", "'", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())
