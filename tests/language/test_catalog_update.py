"""Catalogs stay in step with their sources, message by message."""

from pathlib import Path

import pytest

from reader.language import catalog_check, catalog_update, po
from reader.language.catalog_check import Counts
from reader.language.catalog_update import Wanted
from reader.language.po import PoCatalog
from tests.language import factories

PATH = Path("ru/LC_MESSAGES/x.po")


def want(context: str | None, *ids: str, file: str = "a.yaml", formatted: bool = False) -> Wanted:
    return Wanted(context, ids, file, Path(file), 5, formatted=formatted)


def catalog(body: str) -> PoCatalog:
    return po.parse(factories.HEADER.format(language="ru") + body, PATH)


def updated(body: str, *wanted: Wanted) -> PoCatalog:
    return po.parse(catalog_update.update(catalog(body), wanted, "x"), PATH)


def findings(body: str, *wanted: Wanted) -> list[tuple[str, int, str]]:
    return [
        (p.path, p.line, p.message.format(**p.values))
        for p in catalog_check.check(catalog(body), wanted)
    ]


P1 = 'msgctxt "d/p1"\nmsgid "The first text."\nmsgstr "Первый."\n\n'
P2 = 'msgctxt "d/p2"\nmsgid "The second text."\nmsgstr "Второй."\n\n'


def test_a_message_keeps_its_translation_when_its_neighbours_change() -> None:
    first, second = updated(
        P1 + P2, want("d/p1", "Something else."), want("d/p2", "The second text.")
    ).entries()
    assert first.fuzzy
    assert (second.string, second.fuzzy) == ("Второй.", False)


def test_a_changed_source_is_fuzzy_and_has_its_previous_text() -> None:
    (message,) = updated(P1, want("d/p1", "The first text, longer.")).entries()
    assert message.fuzzy
    assert message.string == "Первый."
    assert message.previous_id == ["The first text."]


def test_a_source_changed_twice_keeps_the_text_that_was_translated() -> None:
    once = catalog_update.update(catalog(P1), [want("d/p1", "Second version.")], "x")
    twice = catalog_update.update(po.parse(once, PATH), [want("d/p1", "Third version.")], "x")
    (message,) = po.parse(twice, PATH).entries()
    assert message.previous_id == ["The first text."]


def test_swapped_paragraphs_are_never_matched_by_their_likeness() -> None:
    first, second = updated(
        P1 + P2, want("d/p1", "The second text."), want("d/p2", "The first text.")
    ).entries()
    assert (first.string, first.fuzzy) == ("Первый.", True)
    assert (second.string, second.fuzzy) == ("Второй.", True)


def test_an_untranslated_message_does_not_become_fuzzy() -> None:
    body = 'msgctxt "d/p1"\nmsgid "Old."\nmsgstr ""\n'
    (message,) = updated(body, want("d/p1", "New.")).entries()
    assert not message.fuzzy
    assert not message.string


def test_a_long_text_under_a_new_id_keeps_its_translation() -> None:
    text = "A paragraph long enough to mean the same anywhere."
    body = f'msgctxt "d/p1"\nmsgid "{text}"\nmsgstr "Абзац."\n'
    (message,) = updated(body, want("d/p7", text)).entries()
    assert (message.string, message.fuzzy) == ("Абзац.", False)


def test_a_reworded_message_without_context_is_fuzzy() -> None:
    body = '#: a.py\nmsgid "Open the file again."\nmsgstr "Откройте файл снова."\n'
    (message,) = updated(body, want(None, "Open the file once again.", file="a.py")).entries()
    assert (message.string, message.fuzzy) == ("Откройте файл снова.", True)
    assert message.previous_id == ["Open the file again."]


def test_an_unlike_message_without_context_starts_afresh() -> None:
    body = '#: a.py\nmsgid "Open the file again."\nmsgstr "Откройте файл снова."\n'
    result = updated(body, want(None, "Quit", file="a.py"))
    assert [m.string for m in result.entries()] == [""]
    assert [m.id for m in result.obsolete.values()] == ["Open the file again."]


def test_what_is_gone_comes_back_with_its_source() -> None:
    gone = catalog_update.update(catalog(P1 + P2), [want("d/p1", "The first text.")], "x")
    assert '#~ msgstr "Второй."' in gone
    back = catalog_update.update(
        po.parse(gone, PATH),
        [want("d/p1", "The first text."), want("d/p2", "The second text.")],
        "x",
    )
    assert "#~" not in back
    assert 'msgstr "Второй."' in back


FUZZY = '#, fuzzy\n#| msgctxt "d/p2"\n#| msgid "A first draft."\n' + P2


def test_a_fuzzy_message_that_is_gone_comes_back_fuzzy_with_its_previous_text() -> None:
    both = [want("d/p1", "The first text."), want("d/p2", "The second text.")]
    gone = catalog_update.update(catalog(P1 + FUZZY), both[:1], "x")
    again = catalog_update.update(po.parse(gone, PATH), both[:1], "x")
    assert again == gone
    assert '#, fuzzy\n#~| msgctxt "d/p2"\n#~| msgid "A first draft."\n#~ msgctxt "d/p2"\n' in gone
    back = po.parse(catalog_update.update(po.parse(gone, PATH), both, "x"), PATH)
    first, second = back.entries()
    assert (first.fuzzy, second.fuzzy) == (False, True)
    assert (second.string, list(second.previous_id)) == ("Второй.", ["A first draft."])
    assert not back.obsolete


def test_what_was_translated_last_is_kept_of_two_that_are_gone() -> None:
    older = '#~ msgctxt "d/p2"\n#~ msgid "The second text."\n#~ msgstr "Старый."\n'
    gone = updated(P1 + P2 + older, want("d/p1", "The first text."))
    assert [m.string for m in gone.obsolete.values()] == ["Второй."]


def test_what_is_gone_fills_a_message_that_has_no_translation() -> None:
    older = '#~ msgctxt "d/p1"\n#~ msgid "The first text."\n#~ msgstr "Старый."\n'
    body = 'msgctxt "d/p1"\nmsgid "The first text."\nmsgstr " "\n\n' + older
    (message,) = updated(body, want("d/p1", "The first text.")).entries()
    assert (message.string, message.fuzzy) == ("Старый.", False)


def test_more_plural_forms_than_the_header_has_are_not_lost() -> None:
    body = 'msgid "a"\nmsgid_plural "b"\n' + "".join(f'msgstr[{i}] "{i}"\n' for i in range(5))
    (message,) = updated(body, want(None, "a", "b")).entries()
    assert message.string == tuple("01234")


def test_a_catalog_in_another_encoding_is_written_in_utf8(tmp_path: Path) -> None:
    path = tmp_path / "ru" / "LC_MESSAGES" / "x.po"
    path.parent.mkdir(parents=True)
    text = factories.HEADER.format(language="ru").replace("UTF-8", "KOI8-R") + P1
    path.write_bytes(text.encode("koi8-r"))
    written = catalog_update.update(po.read_whole(path), [want("d/p1", "The first text.")], "x")
    assert "charset=UTF-8" in written
    assert 'msgstr "Первый."' in written


def test_an_untranslated_message_that_is_gone_leaves_nothing() -> None:
    body = 'msgctxt "d/p1"\nmsgid "Old."\nmsgstr ""\n'
    assert "Old." not in catalog_update.update(catalog(body), [], "x")


def test_translators_comments_and_header_fields_stay() -> None:
    text = factories.HEADER.format(language="ru").replace(
        '"Language',
        '"Last-Translator: A. Person <a@example.org>\\n"\n"X-Generator: Tool 1\\n"\n"Language',
    )
    text = "# Thanks to all.\n" + text + "# Mind the tone.\n" + P1
    new = catalog_update.update(po.parse(text, PATH), [want("d/p1", "The first text.")], "x")
    for line in ("# Thanks to all.", "# Mind the tone.", "X-Generator: Tool 1", "A. Person"):
        assert line in new


def test_an_update_without_changes_changes_nothing() -> None:
    wanted = [want("d/p1", "The first text."), want("d/p2", "A new text.")]
    once = catalog_update.update(catalog(P1 + P2), wanted, "x")
    assert catalog_update.update(po.parse(once, PATH), wanted, "x") == once


def test_messages_stand_in_the_order_of_their_sources() -> None:
    result = updated(P1 + P2, want("d/p2", "The second text."), want("d/p1", "The first text."))
    assert [m.context for m in result.entries()] == ["d/p2", "d/p1"]


def test_fuzzy_and_half_translated_messages_are_not_counted_as_done() -> None:
    body = (
        P1 + '#, fuzzy\nmsgid "b"\nmsgstr "б"\n\n' + 'msgid "c"\nmsgid_plural "d"\nmsgstr[0] "в"\n'
    )
    assert catalog_check.count(catalog(body)) == Counts(translated=1, fuzzy=1, untranslated=1)


def test_a_complete_catalog_has_no_findings() -> None:
    assert findings(P1, want("d/p1", "The first text.")) == []


def test_a_message_that_is_not_in_the_catalog_is_found_at_its_source() -> None:
    ((path, line, message),) = findings("", want("d/p1", "The first text."))
    assert (path, line) == ("a.yaml", 5)
    assert "d/p1" in message


def test_a_changed_source_is_one_finding() -> None:
    ((path, _, _),) = findings(P1, want("d/p1", "Another text."))
    assert path == "a.yaml"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ('msgctxt "d/p1"\nmsgid "The first text."\nmsgstr ""\n', "no translation"),
        ("#, fuzzy\n" + P1, "fuzzy"),
        (P1 + P2, "no longer in the source texts"),
    ],
)
def test_what_keeps_a_catalog_from_being_complete_is_found(body: str, word: str) -> None:
    ((path, line, message),) = findings(body, want("d/p1", "The first text."))
    assert path == str(PATH)
    assert line > 6
    assert word in message


@pytest.mark.parametrize(
    ("string", "word"),
    [
        ("Открыть {file}", None),
        ("Открыть", "{path}"),
        ("Открыть {path}", None),
        ("Открыть {путь}", "{путь}"),
        ("Открыть {path", "braces"),
        ("Открыть {path}\\n", "line break"),
    ],
)
def test_placeholders_must_match(string: str, word: str | None) -> None:
    name = "file" if "file" in string else "path"
    body = f'msgid "Open {{{name}}}"\nmsgstr "{string}"\n'
    found = findings(body, want(None, f"Open {{{name}}}", formatted=True))
    assert [(word or "") in message for _, _, message in found] == ([True] if word else [])


def test_braces_of_prose_are_no_placeholders() -> None:
    body = 'msgctxt "d/p1"\nmsgid "A set {a, b}."\nmsgstr "Множество {а, б}."\n'
    assert findings(body, want("d/p1", "A set {a, b}.")) == []


def test_a_plural_needs_all_its_forms() -> None:
    body = 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} день"\nmsgstr[1] "{n} дня"\n'
    ((_, _, message),) = findings(body, want(None, "{n} day", "{n} days", formatted=True))
    assert "2 plural forms instead of 3" in message


def test_one_form_may_leave_out_the_number_that_the_source_leaves_out() -> None:
    body = (
        'msgid "one day"\nmsgid_plural "{n} days"\n'
        'msgstr[0] "{n} день"\nmsgstr[1] "{n} дня"\nmsgstr[2] "{n} дней"\n'
    )
    assert findings(body, want(None, "one day", "{n} days", formatted=True)) == []


def test_a_wrong_number_of_plural_forms_is_found() -> None:
    text = (
        'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} день"\nmsgstr[1] "{n} дня"\n'
    )
    wanted = [want(None, "{n} day", "{n} days", formatted=True)]
    (problem,) = catalog_check.check(po.parse(text, PATH), wanted)
    assert "Plural-Forms" in problem.message


BLANK = ["  ", "\\n", "\u00a0", "\u200b", "\\t \u2060\ufeff", "\u3000\u3164", "\u00ad\u200e"]


@pytest.mark.parametrize("blank", BLANK)
def test_a_blank_translation_is_named_and_counted_as_untranslated(blank: str) -> None:
    body = f'msgctxt "d/p1"\nmsgid "The first text."\nmsgstr "{blank}"\n'
    ((path, line, message),) = findings(body, want("d/p1", "The first text."))
    assert (path, line) == (str(PATH), 8)
    assert "“d/p1” is blank" in message
    assert catalog_check.count(catalog(body)) == Counts(untranslated=1)


def test_a_blank_plural_form_is_named_and_counted_as_untranslated() -> None:
    body = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] " "\nmsgstr[2] "г"\n'
    ((_, _, message),) = findings(body, want(None, "a", "b"))
    assert "blank" in message
    assert catalog_check.count(catalog(body)) == Counts(untranslated=1)


def test_every_message_that_is_wrong_is_one_finding() -> None:
    wrong = P2.replace("msgstr", "msgstring")
    ((_, line, message),) = findings(
        wrong + P1, want("d/p1", "The first text."), want("d/p2", "The second text.")
    )
    assert line == 9
    assert "line of a catalog" in message


@pytest.mark.parametrize(
    "rule",
    ["n%0", "5/(n-1)", "n != !!11", "open(n)", "n==1?0:", "n", "5", "(" * 99 + "n" + ")" * 99,
     "n+" * 999 + "n", ""],
)  # fmt: skip
def test_a_rule_for_plurals_that_does_not_work_is_named(rule: str) -> None:
    text = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Plural-Forms: nplurals=2; plural={rule};\\n"\n\n' + P1
    )
    (problem,) = catalog_check.faults(po.parse(text, PATH))
    assert (problem.path, problem.line) == (str(PATH), 1)
    assert "nplurals=3; plural=(" in problem.values["rule"]


def test_a_header_that_names_another_encoding_is_named() -> None:
    text = factories.HEADER.format(language="ru").replace("UTF-8", "koi8-r") + P1
    (problem,) = catalog_check.faults(po.parse(text, PATH))
    assert problem.values == {"charset": "koi8-r", "encoding": "UTF-8"}
