"""PO files are read as msgfmt reads them; what it refuses costs one message."""

import shutil
import subprocess
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.language import po_parser
from reader.language.catalog_messages import Key
from tests.language import factories

PATH = Path("ru/LC_MESSAGES/x.po")
HEADER = factories.HEADER.format(language="ru")

needs_msgfmt = pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")


def messages_of(data: bytes) -> tuple[dict[Key, str], list[int]]:
    """The translations in a file, and the lines of its problems."""
    file = po_parser.parse(*_decoded(data))
    return dict(po_parser.translated(file, "ru").messages), [p.line for p in file.problems]


def _decoded(data: bytes) -> tuple[str, Path, str]:
    text, encoding = po_parser.decode(data)
    return text, PATH, encoding


def by_msgfmt(data: bytes, folder: Path) -> dict[Key, str] | None:
    """What gettext has of the file once msgfmt has compiled it; ``None`` where that refuses it."""
    source, compiled = folder / "x.po", folder / "x.mo"
    source.write_bytes(data)
    compiled.unlink(missing_ok=True)
    done = subprocess.run(
        ["msgfmt", "-o", str(compiled), str(source)], capture_output=True, check=False
    )
    if done.returncode:
        return None
    with compiled.open("rb") as file:
        made: Any = GNUTranslations(file)
    messages: dict[Key, str] = dict(made._catalog)
    messages.pop("", None)
    return {key: text for key, text in messages.items() if text.strip()}


PLURAL = 'msgid "a"\nmsgid_plural "b"\n'

TAKEN = [
    'msgid\t"a"\nmsgstr"b"\n',
    'msgid"a"msgstr"b"msgid"c"msgstr"d"',
    'msgid\f"a"\vmsgstr \t "b"\n"c"   "d"\n\n"e"\n',
    'msgid "a"\r\nmsgstr "b"\r\n"c"\r\n',
    'msgid "a"\rmsgstr "b"\r',
    'msgid "a"\nmsgstr "\\a\\b\\f\\v\\n\\r\\t\\\\\\""\n',
    'msgid "a"\nmsgstr "\\x41\\101\\7z\\1234\\x4142z\\xfffffff41"\n',
    'msgid "a"\nmsgstr "\\xd0\\xb4\\320\\264"\n',
    'msgid "a"\nmsgstr "\\xd0"\n"\\xb4"\n',
    'msgid "a"\nmsgstr "x\\0y"\n\nmsgid "b"\nmsgstr "\\400z"\n',
    'msgid "a"\nmsgstr "b\\\nc"\n\nmsgid "d"\nmsgstr "e"\n',
    'msgid "tab\tin it"\nmsgstr "и\tздесь\rтоже"\n',
    'domain "elsewhere"\nmsgid "a"\nmsgstr "b"\n',
    '#, fuzzy\ndomain "elsewhere"\nmsgid "a"\nmsgstr "b"\n',
    'msgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    'msgctxt "x"\nmsgid ""\nmsgstr "b"\n',
    '#,c-format fuzzy\nmsgid "a"\nmsgstr "b"\n\n#!fuzzy\nmsgid "c"\nmsgstr "d"\n',
    '# , fuzzy\nmsgid "a"\nmsgstr "b"\n\n#, Fuzzy\nmsgid "c"\nmsgstr "d"\n',
    '#,\tfuzzy\nmsgid "a"\nmsgstr "b"\n#\n#  \n#. fuzzy\n#: fuzzy\nmsgid "c"\nmsgstr "d"\n#',
    PLURAL + 'msgstr [ 0 ] "x"\nmsgstr[ 01 ]"y"\nmsgstr[\n2\n]\n"z"\n',
    PLURAL + 'msgstr[0] "x"\n',
    PLURAL + "".join(f'msgstr[{i}] "{i}"\n' for i in range(5)),
    '#~ msgid "o"\n#~ msgstr "p"\n\nmsgid "a"\nmsgstr "b"\n',
    '#~msgid"o"\n#~msgstr"p"\n#~\nmsgid "a"\nmsgstr "b"\n',
    '#, fuzzy\n#~| msgid "older"\n#~ msgid "o"\n#~ msgstr "p"\nmsgid "a"\nmsgstr "b"\n',
    '#| msgctxt "c"\n#|msgid"old"\n#| "er"\n#| msgid_plural "s"\nmsgid "a"\nmsgstr "b"\n',
    'msgid "a"\nmsgstr "b"',
    "",
]  # fmt: skip


@needs_msgfmt
@pytest.mark.parametrize("body", TAKEN)
def test_what_msgfmt_takes_is_read_with_the_same_value(body: str, tmp_path: Path) -> None:
    expected = by_msgfmt((HEADER + body).encode(), tmp_path)
    assert expected is not None
    assert messages_of((HEADER + body).encode()) == (expected, [])


def test_escape_sequences_have_the_value_that_msgfmt_gives_them() -> None:
    body = 'msgid\t"a"\nmsgstr"\\x41\\101\\a\\v\\xd0\\xb4"\n'
    assert messages_of((HEADER + body).encode()) == ({"a": "AA\a\vд"}, [])


@needs_msgfmt
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("KOI8-R", "Привет"),
        ("windows-1251", "Привет"),
        ("ISO-8859-5", "Привет"),
        ("ISO-8859-1", "à bientôt"),
        ("SHIFT_JIS", "表示ソb"),
        ("EUC-KR", "안녕"),
        ("GB18030", "你好"),
        ("BIG5", "許功蓋"),
    ],
)
def test_a_catalog_in_the_encoding_that_its_header_names_is_read(
    encoding: str, text: str, tmp_path: Path
) -> None:
    body = HEADER.replace("UTF-8", encoding) + f'msgid "a"\nmsgstr "{text}"\n'
    data = body.encode(encoding)
    assert messages_of(data) == ({"a": text}, [])
    assert by_msgfmt(data, tmp_path) == {"a": text}


@needs_msgfmt
def test_bytes_by_number_are_of_the_encoding_that_the_header_names(tmp_path: Path) -> None:
    data = (HEADER.replace("UTF-8", "KOI8-R") + 'msgid "a"\nmsgstr "\\xc2\\xc1"\n').encode()
    assert messages_of(data) == ({"a": "ба"}, [])
    assert by_msgfmt(data, tmp_path) == {"a": "ба"}


@pytest.mark.parametrize(
    "encoding",
    ["unicode_escape", "idna", "punycode", "rot13", "zip", "utf-16", "cp037", "nonsense"],
)
def test_an_encoding_that_no_catalog_is_in_is_not_tried(encoding: str) -> None:
    data = (HEADER.replace("UTF-8", encoding) + 'msgid "a"\nmsgstr "\\\\u0041 б"\n').encode()
    assert messages_of(data) == ({"a": "\\u0041 б"}, [])
    assert messages_of(data + b'msgid "c"\nmsgstr "\xff"\n') == ({"a": "\\u0041 б"}, [9])


def test_a_byte_order_mark_is_no_text() -> None:
    assert messages_of(b"\xef\xbb\xbf" + (HEADER + 'msgid "a"\nmsgstr "б"\n').encode()) == (
        {"a": "б"},
        [],
    )


def test_comments_may_stand_anywhere() -> None:
    body = (
        'msgid "a"\n# one\nmsgstr "b"\n# two\n"c"\n\nmsgid "d"\n#, fuzzy\nmsgstr "e"\n\n'
        'msgid "f"\nmsgid_plural "g"\nmsgstr[0] "h"\n# three\nmsgstr[1] "i"\n'
    )
    messages, lines = messages_of((HEADER + body).encode())
    assert (messages, lines) == ({"a": "bc", ("f", 0): "h", ("f", 1): "i"}, [])


GOOD = '# A note.\nmsgid "good"\nmsgstr "хорошо"\n'
WRONG = {
    'msgid "a"\nmsgstr "б\n': 8,
    'msgid "a\nmsgstr "б"\n': 7,
    'msgctxt "a\nmsgid "good"\nmsgstr "б"\n': 7,
    'msgid "a"\nmsgstr "\\q"\n': 8,
    'msgid "a"\nmsgstr "\\xg"\n': 8,
    'msgid "a"\nmsgstr "б" and more\n': 8,
    'msgid "a"\nmsgstr "бе"з" кавычек"\n': 8,
    'msgid "a"\nmsgstr б\n': 8,
    'msgid "a"\n': 7,
    'msgctxt "a"\nmsgstr "б"\n': 8,
    "msgid\nmsgstr\n": 8,
    'msgid "a"\nmsgstr\n': 7,
    'msgstr "б"\n': 7,
    'msg "a"\nmsgstr "б"\n': 7,
    "нет\nи нет\n": 7,
    PLURAL + 'msgstr "б"\n': 7,
    PLURAL + 'msgstr[0] "б"\nmsgstr "в"\n': 10,
    PLURAL + 'msgstr[1] "б"\nmsgstr[2] "в"\n': 7,
    PLURAL + 'msgstr[0] "б"\nmsgstr[0] "в"\n': 10,
    PLURAL + 'msgstr[999999999] "б"\n': 9,
    PLURAL + 'msgstr[99999999999999999999] "б"\n': 9,
    'msgid "a"\nmsgstr[0] "б"\n': 7,
    'msgid "a"\nmsgid "b"\nmsgstr "б"\n\n': 7,
    'msgid "a\\4b"\nmsgstr "б"\n': 7,
    '#~ msgid "a"\nmsgstr "б"\n': 8,
    'msgid "a"\n#~ msgstr "б"\n': 8,
    '#~ msgid "a"\n': 7,
    '#~ msgid "a\n#~ msgstr "б"\n': 7,
    'msgid "twice"\nmsgstr "2"\n': 7,
    'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n': 7,
    'msgid "a"\nmsgstr "\udcff"\n': 7,
    "# \udcff\n": 7,
    'msgid "a"\nmsgstr "\\xff"\n': 7,
}


@pytest.mark.parametrize(("body", "line"), WRONG.items())
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_message_that_is_wrong_costs_its_own_translation(body: str, line: int, gap: str) -> None:
    twice = '\nmsgid "twice"\nmsgstr "1"\n'
    first = twice if '"twice"' in body else ""
    text = HEADER + first + body + gap + GOOD
    messages, lines = messages_of(text.encode("utf-8", "surrogateescape"))
    messages.pop("b", None)  # of the one that follows an id without a translation
    assert messages == {"good": "хорошо"} | ({"twice": "1"} if first else {})
    assert lines == [line + first.count("\n")]


def test_what_is_left_out_for_its_bytes_is_counted_once() -> None:
    data = HEADER.encode() + b"".join(
        b'msgid "%d"\nmsgstr "%s"\n\n' % (i, b"\xff" if i % 2 else b"y") for i in range(10)
    )
    file = po_parser.parse(*_decoded(data))
    (problem,) = file.problems
    assert problem.values == {"encoding": "UTF-8", "count": "5"}
    assert len(file.messages) == 5


@pytest.mark.parametrize(
    "odd", ['"', '"\\\n', "\\", '#| "', "[", "#~", '"a', 'msgid "a"\n', "msgstr\n"]
)
def test_a_long_file_of_one_oddity_is_read_to_its_end(odd: str) -> None:
    assert messages_of((HEADER + odd * 100_000 + "\n\n" + GOOD).encode())[0].get("good", "хорошо")


def test_a_file_that_is_no_catalog_is_not_read_to_its_end() -> None:
    wrong = 'msgid "a\n\n' * (po_parser.MOST_PROBLEMS + 1_000)
    messages, lines = messages_of((HEADER + wrong + GOOD).encode())
    assert messages == {}
    assert len(lines) == po_parser.MOST_PROBLEMS + 1


PIECES = st.sampled_from(
    ["msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", "msgstr[1]", "domain", "#~", "#|",
     "#~|", "#, fuzzy\n", "# note\n", "\n", "\n\n", " ", "\t", "\r\n", '"a"', '"b"', '""', '"д\\n"',
     '"\\x41\\101"', '"\\xd0\\xb4"', '"x', 'y"', "\\", '"\\q"', "z", "[", "]", "0", 'msgid "a"\nmsgstr "b"\n',
     'msgctxt "c"\nmsgid "a"\nmsgstr "d"\n', '#~ msgid "o"\n#~ msgstr "p"\n', "\f", "\0", '"\4"'],
)  # fmt: skip


@needs_msgfmt
@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(PIECES, max_size=14))
def test_any_catalog_that_msgfmt_takes_is_read_with_the_same_value(
    tmp_path: Path, pieces: list[str]
) -> None:
    data = (HEADER + "".join(pieces)).encode()
    expected = by_msgfmt(data, tmp_path)
    messages, lines = messages_of(data)
    if expected is not None:
        # msgfmt leaves a message out whole whose first plural form is empty.
        messages = {
            key: text
            for key, text in messages.items()
            if not isinstance(key, tuple) or (key[0], 0) in messages
        }
        # It passes over some of what is odd in the lines of messages that are gone.
        living = [n for n in lines if not data.split(b"\n")[n - 1].startswith(b"#~")]
        assert (messages, living) == (expected, [])


@settings(deadline=None, max_examples=300)
@given(data=st.lists(PIECES, max_size=30).map("".join).map(str.encode) | st.binary(max_size=200))
def test_no_catalog_ends_the_program(data: bytes) -> None:
    messages_of(HEADER.encode() + data)
    messages_of(data)
