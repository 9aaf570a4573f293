"""Letters that name a form's items, in the alphabets of the reports."""

import pytest

from pipeline.curation.harvest.lettered import is_letters, items, letters


@pytest.mark.parametrize(
    ("text", "named"),
    [("a, b and d", ("a", "b", "d")), ("а, б и в", ("а", "б", "в")), ("a y b", ("a", "b")), ("c", ("c",)), ("(a) (b)", ("a", "b"))],
)
def test_letters_are_named_with_commas_and_the_languages_word_for_and(text, named):
    assert is_letters(text)
    assert letters(text) == named


@pytest.mark.parametrize("text", ["x", "х", "", "done", "a bill"])
def test_ticks_and_words_are_no_letters(text):
    assert not is_letters(text)


def test_items_of_a_cyrillic_list_are_parted_at_their_letters():
    found, before = items(["Пре свега:", "а) Израда апликације", "и упутства за њу", "б) Обука"])

    assert found == {"а": ["Израда апликације", "и упутства за њу"], "б": ["Обука"]}
    assert before == ["Пре свега:"]
