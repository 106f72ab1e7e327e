"""Saved pages, mail, Word documents and books: whatever they are made into, within a second each.

With READER_PAGES in the environment, the pages below that folder are among those that are changed.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import zipfile
from pathlib import Path

from hypothesis import strategies as st

from reader.articles import reading
from reader.errors import ReaderError
from tests.fuzz import mutation
from tests.fuzz.target import Target

PAGES = Path(__file__).parents[1] / "articles" / "pages"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

MAIL = (
    b"From: A <a@example.org>\nSubject: =?utf-8?b?0J/QvtGA0YI=?=\nMIME-Version: 1.0\n"
    b"Date: Mon, 2 Mar 2026 10:00:00 +0300\nContent-Type: multipart/alternative; boundary=x\n\n"
    b"--x\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n"
    b"=F0=CF=D2=D4 =CF=D4=CB=D2=D9=D4.\n--x\nContent-Type: text/html\n\n<p>The port is open.</p>\n--x--\n"
)


def zipped(files: dict[str, str]) -> bytes:
    """Return files in an archive, as they are and in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX = zipped(
    {
        "word/document.xml": f"<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>"
        "<w:r><w:t>Порт открыт</w:t></w:r></w:p><w:p><w:r><w:t>Суда входят с утра.</w:t><w:br/>"
        "<w:t>И выходят.</w:t></w:r></w:p></w:body></w:document>",
    }
)
BOOK = zipped(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="o/a.opf"/></rootfiles></container>',
        "o/a.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Книга о порте</dc:title><dc:language>ru</dc:language></metadata>"
        '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>',
        "o/c.xhtml": "<html><body><h1>Глава</h1><p>Порт открыли на рассвете.</p></body></html>",
    }
)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"
TOKENS = tuple(
    token.encode()
    for token in (
        *(
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<br>",
            "<br><br>",
            "<table><tr><td>",
            "</td>",
            "<a href=x>",
        ),
        *(
            "</a>",
            "<b>",
            "<font>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<title>",
            "<svg>",
            "<h1>",
        ),
        *(
            '<meta charset="koi8-r">',
            '<meta charset="utf-16">',
            '<meta charset="\u202e">',
            "<base href=//x>",
        ),
        *(
            '<script type="application/ld+json">',
            '{"@type":"Article","headline":',
            "[",
            "{",
            "]}",
            "<template>",
        ),
        *(
            '<time datetime="',
            "2026-02-30",
            "32.13.2026",
            "<li>",
            "<ul>",
            ' class="comments related ad"',
        ),
        *(
            " hidden",
            ' style="display:none"',
            ' itemprop="articleBody"',
            "&#27;",
            "&#x9b;",
            "&#8238;",
            "&amp;",
        ),
        *(
            "©",
            "Читайте также",
            "Read more:",
            "Слово. " * 30,
            "слово" * 100,
            "<![CDATA[",
            "<?xml ",
            "--x\n",
        ),
        *(
            "Content-Type: text/html; charset=cp1251\n",
            "From x@y Mon Mar 2 10:00:00 2026\n",
            "PK\x03\x04",
        ),
    )
)


def seeds() -> tuple[bytes, ...]:
    """Return what is changed: our own pages, and those of READER_PAGES."""
    found = [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
    if folder := os.environ.get("READER_PAGES"):
        found += [
            gzip.decompress(p.read_bytes()) for p in sorted(Path(folder).glob("*/page.html.gz"))
        ]
    return (*found, MAIL, DOCX, BOOK, PDF)


def check(value: tuple[bytes, str], _folder: Path | None = None) -> None:
    """Hold that bytes are read or refused, and that nothing in the articles steers a terminal."""
    data, name = value
    try:
        articles = list(reading.read(data, name))
    except ReaderError:
        return
    for article in articles:
        document = article.document
        source = document.source
        texts = (document.title, document.language, source.publisher, source.author, source.url)
        for text in (*texts, source.published, *(p.text for p in document.texts[0].paragraphs)):
            found = _CONTROLS.search(text) if text else None
            assert found is None, f"{text!r} has {found!r}"


_inputs = st.tuples(
    mutation.mutated(seeds(), TOKENS), st.sampled_from(("a.html", "-", "a.txt", "a.eml", "a.docx"))
)
TARGET = Target("pages", _inputs, check, seconds=1.0)
