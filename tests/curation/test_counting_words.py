"""What stands with a number: a counting word, an ending, a sign of percent before it."""

import pytest

from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbers import find_numbers, find_shares
from pipeline.dates import DateContext, DayOrder, read_range
from pipeline.readers.pages.mending import Words, mend
from pipeline.readers.pages.paragraphs import TIGHT


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ko", "24개 과제 중 15개는 완료되었다.", [24, 15]),
        ("ko", "공약 세 개와 과제 24 개, 의견 5건을", [3, 24, 5]),
        ("ko", "한 단계 높은 24시간 서비스", [1]),
        ("tr", "24'ünden 15’i, 6'sı tamamlandı", [24, 15, 6]),
        ("he", "ב-12 מתוך 24, ו-3", [12, 24, 3]),
        ("en", "COVID-19 and 12 others", [12]),
    ],
)
def test_a_number_keeps_what_is_written_onto_it(language: str, text: str, values: list[int]) -> None:
    assert [n.value for n in find_numbers(text, (language,))] == values


@pytest.mark.parametrize(("language", "text", "share"), [("tr", "(%57)", 0.57), ("tr", "yüzde 57,5'i", 0.575), ("en", "57 %", 0.57)])
def test_a_sign_of_percent_may_stand_before_its_number(language: str, text: str, share: float) -> None:
    assert [s.share for s in find_shares(text, (language,))] == [share]
    assert not find_numbers(text, (language,))


@pytest.mark.parametrize("text", ["2022. 1. ~ 2023. 6.", "'22.1월 ~ '23.6월", "2022년 1월 ~ 2023년 6월", "'22. 1. 1. ~ '23. 6. 30."])
def test_a_span_of_korean_months_has_its_first_and_last_day(text: str) -> None:
    first, last = read_range(text, DateContext(("ko",), DayOrder.YMD)) or (None, None)

    assert (str(first), str(last)) == ("2022-01-01", "2023-06-30")


def test_the_two_turkish_letters_i_are_compared_as_one() -> None:
    assert fold("SINIRLI İLERLEME") == fold("Sınırlı ilerleme")


def test_korean_words_parted_at_a_line_s_end_are_joined_where_they_are_short() -> None:
    words = Words(" ", 0, hyphenates=False, keeps_hyphens=False)

    assert mend(f"완료{TIGHT}되었다", (), words)[0] == "완료되었다"
    assert mend(f"국민참여{TIGHT}플랫폼", (), words)[0] == "국민참여 플랫폼"
