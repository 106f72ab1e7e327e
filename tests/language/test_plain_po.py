"""A plain PO file is read as the whole parser reads it, and every other is left to that."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import storage
from reader.language import plain_po, po, po_parser
from reader.language.catalog_messages import CatalogMessages
from tests.language import factories

HEADER = factories.HEADER.format(language="ru")
SHIPPED = sorted(storage.resource_dir("locales").rglob("*.po"))


def whole(text: str) -> CatalogMessages:
    file = po_parser.parse(text, Path("ru/LC_MESSAGES/x.po"))
    assert not file.problems
    return po_parser.translated(file, "ru")


def assert_like_whole(text: str) -> None:
    plain, made = plain_po.parse(text, "ru"), whole(text)
    assert plain is not None
    assert plain.messages == made.messages
    numbers = range(200)
    assert [*map(plain.plurals.form_of, numbers)] == [*map(made.plurals.form_of, numbers)]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.name for path in SHIPPED])
def test_a_shipped_catalog_is_plain_and_read_as_the_whole_parser_reads_it(path: Path) -> None:
    assert_like_whole(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        factories.CATALOG,
        'msgid ""\n"two "\n"lines\\n"\nmsgstr ""\n"две "\n"строки\\n"\n',
        'msgid "a \\"b\\" \\\\n\\t"\nmsgstr "\\"б\\""\n',
        '# A note, fuzzy\n#: a.py:3 b.py\n#. fuzzy\n#, python-format\nmsgid "a"\nmsgstr "б"\n',
        '#, python-format, fuzzy\n#| msgid "old"\nmsgid "a"\nmsgstr "б"\n',
        'msgid "a"\nmsgstr "б"\nmsgid "c"\nmsgstr "в"\n\n\n\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] ""\n',
        '#, fuzzy\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] "г"\nmsgstr[2] "д"\n',
        'msgctxt "menu"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\n',
        'msgid "a"\nmsgstr "б"\n\n#~ msgctxt "c"\n#~ msgid "old"\n#~ msgstr ""\n#~ "го"\n',
        '#~| msgid "older"\n#~ msgid "old"\n#~ msgstr "б"\n\n#~ msgid "old"\n#~ msgstr "в"\n',
        'msgctxt ""\nmsgid "a"\nmsgstr "б"\n',
        'msgid "a"\nmsgstr " \u00a0"\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] "\\n"\nmsgstr[2] "г"\n',
        'msgid "no line break at the end"\nmsgstr "нет"',
    ],
)
def test_a_plain_catalog_is_read_as_the_whole_parser_reads_it(body: str) -> None:
    assert_like_whole(HEADER + body)


def test_a_catalog_without_plurals_needs_no_rule_for_them() -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    assert_like_whole(header + 'msgid "a"\nmsgstr "б"\n')


def test_the_rule_for_plurals_of_a_language_that_cldr_does_not_have_is_the_headers() -> None:
    assert_like_whole(factories.HEADER.format(language="tlh") + factories.CATALOG)


TEXT = st.text(st.sampled_from('ab яё"\\\n\t#~{}') | st.characters(codec="utf-8"), max_size=8)


@st.composite
def messages(draw: st.DrawFn) -> str:
    """A catalog's messages, written as the program writes them."""
    wanted: dict[tuple[str | None, str], Any] = {}
    for _ in range(draw(st.integers(0, 5))):
        context = draw(st.none() | TEXT.filter(bool))
        id = draw(TEXT.filter(bool))
        flags = draw(st.sampled_from([(), ("fuzzy",)]))
        if draw(st.booleans()):
            strings = draw(st.tuples(TEXT, TEXT, TEXT))
            wanted[context, id] = Message((id, draw(TEXT)), strings, flags=flags, context=context)
        else:
            wanted[context, id] = Message(id, draw(TEXT), flags=flags, context=context)
    obsolete = [Message(id, draw(TEXT)) for id in draw(st.lists(TEXT.filter(bool), max_size=2))]
    text = po.render("", wanted.values(), plurals=3, obsolete=obsolete)
    return text.partition("\n\n")[2]


@settings(deadline=None)
@given(body=messages())
def test_any_catalog_is_read_as_the_whole_parser_reads_it_or_not_at_all(body: str) -> None:
    text = HEADER + body
    if plain_po.parse(text, "ru") is not None:
        assert_like_whole(text)


@settings(deadline=None, max_examples=300)
@given(
    body=messages(),
    at=st.integers(0, 2_000),
    inserted=st.sampled_from(['"', "\\", "\n", " ", "#", "#~ ", "m", "msgid ", "\r", "\0", "x"]),
)
def test_a_catalog_with_a_slip_is_never_read_otherwise(body: str, at: int, inserted: str) -> None:
    text = HEADER + body
    at %= len(text) + 1
    text = text[:at] + inserted + text[at:]
    if plain_po.parse(text, "ru") is not None:
        assert_like_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a note\n",
        'msgid "a"\nmsgstr "no header"\n',
        HEADER.replace("UTF-8", "koi8-r"),
        HEADER + 'msgid "a"\nmsgstr "б"\n\nmsgid "a"\nmsgstr "в"\n',
        HEADER + 'msgid "a"\nmsgstr "б\n',
        HEADER + 'msgid "a"\nmsgstr "б\\"\n',
        HEADER + 'msgid "a"\nmsgstr "б"в"\n',
        HEADER + 'msgid "a"\n',
        HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[3] "в"\n',
        HEADER + 'msgid "a"\nmsgstr "б"\n#~ msgid "only an id"\n',
        HEADER + 'msgid "a"\nmsgstr "\\q"\n',
        HEADER + "nonsense\n",
        HEADER + '#| nonsense\nmsgid "a"\nmsgstr "б"\n',
        HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "в"\nmsgstr[0] "г"\n',
        HEADER + 'msgid\t"a"\nmsgstr "б"\n',
        HEADER + 'msgid "a"\r\nmsgstr "б"\r\n',
        HEADER + 'msgid "\\x41"\nmsgstr "б"\n',
    ],
)  # fmt: skip
def test_an_unusual_catalog_is_left_to_the_whole_parser(text: str) -> None:
    assert plain_po.parse(text, "ru") is None
