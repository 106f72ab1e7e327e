from __future__ import annotations

from reader.language.typography import keep_short_words, mark_ordinals


def test_a_short_word_of_russian_is_tied_to_the_next_one() -> None:
    assert keep_short_words("Курс к миру и СНГ", "ru") == "Курс к\xa0миру и\xa0СНГ"


def test_an_ordinal_of_russian_is_marked_and_a_compound_is_not() -> None:
    assert mark_ordinals("907-я, но не из-за 907", "ru", r"<\g<0>>") == "<907-я>, но не из-за 907"


def test_short_words_and_ordinals_of_ukrainian_are_kept_together() -> None:
    assert keep_short_words("Шлях з Києва і до Львова", "uk") == "Шлях з\xa0Києва і\xa0до Львова"
    assert mark_ordinals("907-ма, а не 907", "uk", r"<\g<0>>") == "<907-ма>, а не 907"


def test_a_language_without_rules_stays_as_it_is() -> None:
    assert keep_short_words("Курс к миру", "en") == "Курс к миру"
    assert mark_ordinals("907-я", "en", "x") == "907-я"
