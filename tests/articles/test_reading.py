"""Bytes become articles: formats told by content, then by name; several articles of one file."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.articles import kinds, languages, reading
from reader.articles.formats import archive
from reader.errors import ReaderError
from tests.fuzz.pages import BOOK, DOCX, MAIL, W, zipped

PAGE = b"<!doctype html><html><head><title>Port</title></head><body><p>The port is open.</p></body></html>"


def read(data: bytes, name: str) -> list[reading.Read]:
    return list(reading.read(data, name))


def texts(each: reading.Read) -> list[str]:
    return [p.text for p in each.document.texts[0].paragraphs]


def refused(data: bytes, name: str) -> str:
    with pytest.raises(ReaderError) as error:
        read(data, name)
    return error.value.problems[0].message


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (PAGE, "a.txt", "html"),
        (PAGE, "-", "html"),
        (b"\xef\xbb\xbf\n" + PAGE, "a", "html"),
        (PAGE.decode().encode("utf-16"), "a", "html"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html><p>x</html>", "a", "html"),
        (b"x <b>y</b>", "a.html", "html"),
        (b"x <b>y</b>", "a.txt", "text"),
        (b"<name> said", "-", "text"),
        (b"# Port\n\nOpen.", "a.md", "markdown"),
        (b"<div align=center>\n\n# Port\n\nOpen.", "README.md", "markdown"),
        (PAGE, "a.md", "html"),
        (DOCX, "a.txt", "docx"),
        (BOOK, "a.zip", "epub"),
        (MAIL, "a.txt", "mail"),
        (b"From a@b Mon Mar 2 10:00:00 2026\nSubject: x\n\nHi.", "a", "mail"),
        (b"Subject: x\nFrom: y\n\nHi.", "a.txt", "text"),
        (b"Subject: x\n\nHi.", "a.eml", "mail"),
        (b"%PDF-1.4", "a.txt", "pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_a_format_is_told_by_content_then_by_name(data: bytes, name: str, format: str) -> None:
    assert kinds.kind(data, name) == format


def test_a_word_document_gives_its_paragraphs_and_title() -> None:
    (found,) = read(DOCX, "a.docx")
    assert found.document.title == "Порт открыт"
    assert texts(found) == ["Суда входят с утра.", "И выходят."]
    assert (found.format, found.encoding, found.document.language) == ("docx", None, "ru")


def test_what_was_deleted_in_a_word_document_or_repeated_for_old_programs_is_left_out() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        "<w:p><w:r><w:t>One </w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>two</w:t></w:r></w:ins></w:p>"
        "<mc:Fallback><w:p><w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback>"
    )
    data = zipped(
        {"word/document.xml": f"<w:document {W} {mc}><w:body>{body}</w:body></w:document>"}
    )
    assert texts(read(data, "a.docx")[0]) == ["One two"]


def book(chapters: int, text: str) -> bytes:
    files = {
        f"{n}.xhtml": f"<html><body><h1>Глава {n}</h1><p>{text}</p></body></html>"
        for n in range(chapters)
    }
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in reversed(range(chapters)))
    dc = 'xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    about = "<dc:title>Книга о порте</dc:title><dc:creator>Вера Лунина</dc:creator><dc:publisher>Причал</dc:publisher><dc:date>2026-03-02</dc:date>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
            "a.opf": f"<package {dc}><metadata>{about}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **files,
        }
    )


def test_a_book_gives_its_chapters_in_the_order_of_its_spine() -> None:
    found = read(book(3, "Порт открыли на рассвете. " * 20), "a.epub")
    assert [each.document.title for each in found] == ["Глава 2", "Глава 1", "Глава 0"]
    source = found[0].document.source
    assert (source.publisher, source.author, source.published) == (
        "Причал",
        "Вера Лунина",
        "2026-03-02",
    )


def test_a_book_is_opened_whole_with_its_chapters_as_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(book(2, "Порт открыли на рассвете. " * 20))
    taken = reading.read_article(path)
    assert taken.laid.title == "Книга о порте"
    assert [(p.level, p.text[:7]) for p in taken.laid.parts] == [
        (1, "Глава 1"),
        (0, "Порт от"),
        (1, "Глава 0"),
        (0, "Порт от"),
    ]
    running = taken.laid.running_text()
    at = running.text.index("открыли")
    assert taken.text[slice(*running.origin(at, at + 7))] == "открыли"


def test_a_mail_gives_its_plain_text_with_what_its_headers_tell() -> None:
    (found,) = read(MAIL, "a.eml")
    assert found.document.title == "Порт"
    assert texts(found) == ["Порт открыт."]
    source = found.document.source
    assert (source.publisher, source.published) == ("A", "2026-03-02T10:00:00+03:00")
    assert found.encoding == "koi8-r"


def test_a_mail_without_plain_text_gives_its_page() -> None:
    data = b"Subject: Port\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE
    assert texts(read(data, "a.eml")[0]) == ["The port is open."]


def test_a_folder_of_mail_gives_each_message() -> None:
    line = b"From a@b Mon Mar 2 10:00:00 2026\n"
    data = b"\n".join(
        line + b"Subject: N%d\nDate: x\n\n>From here on: %d.\n" % (n, n) for n in range(3)
    )
    found = read(data, "a.mbox")
    assert [each.document.title for each in found] == ["N0", "N1", "N2"]
    assert texts(found[1]) == ["From here on: 1."]


def test_mail_without_text_says_so() -> None:
    assert "no text" in refused(
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nx", "a.eml"
    )


def test_no_header_of_a_mail_ends_the_program() -> None:
    odd = b"Subject: =?ut\xff\xfef-8?b?x?=\nDate: Mon, 99 Xxx\nFrom: =?\nMIME-Version: 1.0\nContent-Type: text/plain; charset*=%00''x\n\nHi."
    assert texts(read(odd, "a.eml")[0]) == ["Hi."]


def test_a_pdf_gives_its_lines_and_says_what_it_has_lost() -> None:
    pytest.importorskip("pypdf")
    (found,) = read(_pdf("The port is open."), "a.pdf")
    assert texts(found) == ["The port is open."]
    assert "no paragraphs" in found.problems[0].message


def test_a_pdf_without_text_or_damaged_says_so() -> None:
    pytest.importorskip("pypdf")
    assert "no text" in refused(_pdf(""), "a.pdf")
    assert "damaged" in refused(b"%PDF-1.4\n\x00", "a.pdf")


def test_without_what_reads_pdf_the_command_is_told_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReaderError) as error:
        read(b"%PDF-1.4", "a.pdf")
    command = error.value.problems[0].values["command"]
    assert "pypdf" in command or "read-pdf" in command


def _pdf(text: str) -> bytes:
    content = f"BT /F 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{each}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF"
    return made + end.encode()


# Hostile archives


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_FILE", 1000)
    data = zipped({"word/document.xml": f"<w:document {W}>{' ' * 2000}</w:document>"})
    assert "unpacks to more" in refused(data, "a.docx")


def test_entities_of_a_document_stay_what_they_are(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{bomb}<!ENTITY f SYSTEM "{secret}">]>'
    body = "<w:p><w:r><w:t>One.&a9;&f;</w:t></w:r></w:p>"
    data = zipped(
        {"word/document.xml": f"{dtd}<w:document {W}><w:body>{body}</w:body></w:document>"}
    )
    assert texts(read(data, "a.docx")[0]) == ["One."]


@pytest.mark.parametrize("name", ["a.docx", "a.epub"])
def test_a_damaged_archive_says_so(name: str) -> None:
    data = DOCX if name == "a.docx" else BOOK
    assert "damaged" in refused(data[: len(data) // 2], name)


def test_a_document_without_words_is_refused() -> None:
    data = zipped({"word/document.xml": f"<w:document {W}><w:body/></w:document>"})
    assert "white space" in refused(data, "a.docx")


# The way in


def test_a_charset_of_the_server_is_heard_and_put_right() -> None:
    text = "Порт открыли на рассвете, сообщил смотритель маяка."
    for encoding, charset in (("koi8-r", "koi8-r"), ("cp1251", "koi8-r"), ("utf-8", "cp1251")):
        (found,) = reading.read(text.encode(encoding), "a.txt", charset=charset)
        assert texts(found) == [text]


def test_an_address_is_the_source_of_what_names_none() -> None:
    for data in (b"The port is open.", PAGE):
        (found,) = reading.read(data, "a", address="https://a.example/port")
        assert found.document.source.url == "https://a.example/port"


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Порт открыли на рассвете, это было вчера.", "", "ru"),
        ("Порт открыли на рассвете, это было вчера.", "en", "ru"),
        ("Порт відкрили на світанку, це було вчора.", "ru", "uk"),
        ("Порт", "uk", "uk"),
        ("Порт", "", "ru"),
        ("The port was open and the boats were in it.", "", "en"),
        ("The port was open and the boats were in it.", "de-DE", "en"),
        ("Der Hafen war offen, und die Boote lagen darin.", "de-DE", "de"),
        ("Der Hafen war offen.", "x'\x1b", "en"),
        ("", "", "en"),
        ("Die Fähre fährt wieder, und der Hafen ist nicht mehr geschlossen.", "", "de"),
        ("Le bac est de retour, et les quais ne sont pas fermés dans le port.", "", "fr"),
        (
            "Bərə yenidən işləyir, liman idarəsi bu barədə məlumat verib və gəmi ilə yük də gəlib.",
            "",
            "az",
        ),
        ("港务局昨天宣布，连接旧桥与沙岛的渡轮将于五月恢复通航，费用为二百万元。", "", "zh"),
        ("渡し船は五月から再び運航するとのことで、港の人々は喜んでいます。", "en", "ja"),
        ("The ferry is back, and the harbour isn’t closed any more.", "", "en"),
        ("Porto Sandau Oldbridge", "", "en"),
    ],
)
def test_a_language_is_told_by_letters_and_short_words_before_what_is_declared(
    text: str, declared: str, language: str
) -> None:
    assert languages.of([text], declared) == language
