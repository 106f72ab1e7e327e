"""Catalogs for tests."""

from pathlib import Path

HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

"""

CATALOG = """msgid "good"
msgstr "хорошо"

msgctxt "menu"
msgid "good"
msgstr "товар"

#, fuzzy
msgid "bad"
msgstr "плохо"

msgid "ugly"
msgstr ""

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} день"
msgstr[1] "{n} дня"
msgstr[2] "{n} дней"
"""


def write(root: Path, body: str = CATALOG, language: str = "ru", domain: str = "reader") -> Path:
    """``root/<language>/LC_MESSAGES/<domain>.po`` with the header and ``body``."""
    path = root / language / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(language=language) + body, encoding="utf-8")
    return path
