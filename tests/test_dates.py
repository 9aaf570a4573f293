"""Dates in every language that reports come in, and those that must not be guessed."""

from datetime import date

import pytest

from pipeline.dates import DateContext, DayOrder, Precision, decide_order, find_dates, read_date, read_range
from pipeline.tables import DateIssue

AUGUST_28 = date(2023, 8, 28)


def context(*languages: str) -> DateContext:
    return decide_order([], languages)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "Comment of Aug 28, 2023 on this", "Aug 28, 2023"),
        ("en", "on the 28th of August 2023, in", "28th of August 2023"),
        ("en", "28-Aug-23", "28-Aug-23"),
        ("en", "Aug 28, '23", "Aug 28, '23"),
        ("en", "28/08/2023", "28/08/2023"),
        ("en", "08/28/2023", "08/28/2023"),
        ("en", "2023.08.28", "2023.08.28"),
        ("en", "28\u00a0August\u00a02023", "28\u00a0August\u00a02023"),
        ("en", "28/VIII/2023", "28/VIII/2023"),
        ("es", "el 28 de agosto del 2023.", "28 de agosto del 2023"),
        ("es", "agosto 28 de 2023", "agosto 28 de 2023"),
        ("fr", "le 28 août 2023", "28 août 2023"),
        ("fr", "28 aout 2023", "28 aout 2023"),
        ("pt", "em 28 de agosto de 2023", "28 de agosto de 2023"),
        ("ro", "la 28 august 2023", "28 august 2023"),
        ("sr", "28. августа 2023. године", "28. августа 2023. године"),
        ("sr", "28. avgusta 2023. godine", "28. avgusta 2023. godine"),
        ("sr", "(28. 8. 2023.)", "28. 8. 2023."),
        ("hr", "28. kolovoza 2023. godine", "28. kolovoza 2023. godine"),
        ("hr", "Zagreb, 28. kolovoza 2023.", "28. kolovoza 2023."),
        ("sr", "у Београду, 28. августа 2023.", "28. августа 2023."),
        ("hr", "objavljeno 28. kolovoza 2023. Šest dana", "28. kolovoza 2023"),
        ("cs", "Praha 28. srpna 2023.", "28. srpna 2023"),
        ("bg", "28 август 2023 г.", "28 август 2023 г."),
        ("uk", "від 28 серпня 2023 року", "28 серпня 2023 року"),
        ("uk", "28.08.2023", "28.08.2023"),
        ("ru", "28 августа 2023 г.", "28 августа 2023 г."),
        ("ky", "2023-жылдын 28-августунда", "2023-жылдын 28-августунда"),
        ("mn", "2023 оны 8 дугаар сарын 28-ны өдөр", "2023 оны 8 дугаар сарын 28-ны өдөр"),
        ("ka", "2023 წლის 28 აგვისტოს", "2023 წლის 28 აგვისტოს"),
        ("hy", "2023 թ. օգոստոսի 28-ին", "2023 թ. օգոստոսի 28-ին"),
        ("sq", "më 28 gusht 2023", "28 gusht 2023"),
        ("id", "tanggal 28 Agustus 2023", "28 Agustus 2023"),
        ("ar", "في 28 أغسطس 2023", "28 أغسطس 2023"),
        ("ar", "٢٨ آب ٢٠٢٣", "٢٨ آب ٢٠٢٣"),
        ("ar", "28 أوت 2023", "28 أوت 2023"),
        ("it", "il 28 agosto 2023", "28 agosto 2023"),
        ("ko", "2023년 8월 28일에", "2023년 8월 28일에"),
        ("ko", "2023. 8. 28. 접수", "2023. 8. 28"),
        ("ko", "'23.8.28.", "'23.8.28"),
        ("tr", "28 AĞUSTOS 2023 tarihinde", "28 AĞUSTOS 2023 tarihinde"),
        ("tr", "28.08.2023 tarihli", "28.08.2023 tarihli"),
        ("he", "ביום 28 באוגוסט 2023", "28 באוגוסט 2023"),
        ("he", "28.8.2023 התקבל", "28.8.2023"),
        ("cs", "dne 28. srpna 2023", "28. srpna 2023"),
        ("et", "28. augustil 2023", "28. augustil 2023"),
        ("mk", "на 28 август 2023 година", "28 август 2023 година"),
        ("mk", "28.08.2023 г.", "28.08.2023 г."),
        ("sk", "dňa 28. augusta 2023", "28. augusta 2023"),
        ("de", "am 28. August 2023", "28. August 2023"),
        ("de", "vom 28.08.2023", "28.08.2023"),
        ("fi", "28. elokuuta 2023", "28. elokuuta 2023"),
        ("fi", "28. päivänä elokuuta 2023", "28. päivänä elokuuta 2023"),
        ("fi", "28.8.2023", "28.8.2023"),
        ("no", "den 28. august 2023", "28. august 2023"),
        ("no", "28. aug. 2023", "28. aug. 2023"),
        ("no", "per 28.08.2023", "28.08.2023"),
        ("sv", "den 28 augusti 2023", "28 augusti 2023"),
        ("sv", "28 aug. 2023", "28 aug. 2023"),
        ("sv", "den 28:e augusti 2023", "28:e augusti 2023"),
        ("da", "den 28. august 2023", "28. august 2023"),
        ("da", "pr. 28.08.2023", "28.08.2023"),
        ("el", "στις 28 Αυγούστου 2023", "28 Αυγούστου 2023"),
        ("el", "την 28η Αυγούστου 2023", "28η Αυγούστου 2023"),
        ("el", "ΑΘΗΝΑ, 28 ΑΥΓΟΥΣΤΟΥ 2023", "28 ΑΥΓΟΥΣΤΟΥ 2023"),
        ("nl", "op 28 augustus 2023", "28 augustus 2023"),
        ("nl", "d.d. 28-08-2023", "28-08-2023"),
        ("lt", "2023 m. rugpjūčio 28 d.", "2023 m. rugpjūčio 28 d."),
        ("lt", "Vilnius, 2023-08-28", "2023-08-28"),
        ("lt", "gauta 2023 metų rugpjūčio 28 dieną", "2023 metų rugpjūčio 28 dieną"),
        ("lv", "2023. gada 28. augustā", "2023. gada 28. augustā"),
        ("lv", "Rīgā, 28.08.2023.", "28.08.2023"),
        ("lv", "saņemts 28. augustā 2023", "28. augustā 2023"),
    ],
)
def test_a_date_is_found_as_printed(language: str, text: str, printed: str) -> None:
    (found,) = find_dates(text, context(language))

    assert (found.day, found.text, found.issue) == (AUGUST_28, printed, None)
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize("text", ["31 February 2023", "31/02/2023", "13/13/2023", "2023-02-30"])
def test_a_date_of_no_calendar_is_unreadable(text: str) -> None:
    (found,) = find_dates(text, context("en"))

    assert (found.first, found.issue) == (None, DateIssue.UNREADABLE)


def test_day_and_month_are_not_guessed_in_english() -> None:
    (found,) = find_dates("5/12/2022", context("en"))

    assert (found.first, found.last, found.issue) == (None, None, DateIssue.AMBIGUOUS)


def test_equal_day_and_month_need_no_order() -> None:
    (found,) = find_dates("05/05/2022", context("en"))

    assert found.day == date(2022, 5, 5)


def test_the_report_s_other_dates_decide_the_order() -> None:
    decided = decide_order(["Updated 10/31/2019", "and 3/4/2019"], ["en"])

    assert decided.order is DayOrder.MDY
    assert find_dates("3/4/2019", decided)[0].day == date(2019, 3, 4)


def test_dates_that_contradict_each_other_decide_nothing_and_read_each_by_itself() -> None:
    decided = decide_order(["10/31/2019", "30/4/2019"], ["en"])

    assert decided.order is None
    assert [find_dates(t, decided)[0].day for t in ("10/31/2019", "30/4/2019")] == [date(2019, 10, 31), date(2019, 4, 30)]


def test_the_language_decides_where_the_dates_do_not() -> None:
    assert find_dates("5/12/2022", context("fr"))[0].day == date(2022, 12, 5)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "Sept 2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("es", "setiembre de 2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("uk", "у вересні 2023 року", date(2023, 9, 1), date(2023, 9, 30)),
        ("pt", "set/2023", date(2023, 9, 1), date(2023, 9, 30)),
        ("mn", "2023 оны 9-р сар", date(2023, 9, 1), date(2023, 9, 30)),
        ("en", "09/2023", date(2023, 9, 1), date(2023, 9, 30)),
    ],
)
def test_a_month_is_its_first_and_last_day(language: str, text: str, first: date, last: date) -> None:
    reading = read_date(text, context(language))

    assert reading is not None
    assert (reading.first, reading.last, reading.precision, reading.day) == (first, last, Precision.MONTH, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tirana, 29 January 2016"),
        ("en", "Friday, 29 January 2016"),
        ("en", "2016-01-29 14:05"),
        ("fr", "Fait à Dakar, le 29 janvier 2016"),
        ("cs", "V Praze dne 29. ledna 2016"),
    ],
)
def test_what_stands_around_a_date_is_passed_over(language: str, text: str) -> None:
    reading = read_date(text, context(language))

    assert reading is not None and reading.day == date(2016, 1, 29)


@pytest.mark.parametrize("text", ["sometime in June", "approved on 12 May 2023 by the board", "milestone 1.2.10", ""])
def test_a_text_that_is_more_or_less_than_a_date_is_none(text: str) -> None:
    assert read_date(text, context("en")) is None


@pytest.mark.parametrize("text", ["Law 08/2023", "versions 1.2.10 and 1.2.11", "2016-2018", "call 11-22-33-44"])
def test_numbers_of_laws_and_versions_are_no_dates(text: str) -> None:
    assert find_dates(text, context("en")) == ()


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "1 July 2016 - 30 June 2018", (date(2016, 7, 1), date(2018, 6, 30))),
        ("en", "July 2016 – June 2018", (date(2016, 7, 1), date(2018, 6, 30))),
        ("en", "1–30 June 2018", (date(2018, 6, 1), date(2018, 6, 30))),
        ("en", "July – September 2018", (date(2018, 7, 1), date(2018, 9, 30))),
        ("en", "July 2016 – ongoing", (date(2016, 7, 1), None)),
        ("en", "2016-2018", (None, None)),
        ("es", "del 1 de julio de 2016 al 30 de junio de 2018", (date(2016, 7, 1), date(2018, 6, 30))),
        ("uk", "з 1 липня 2016 року до 30 червня 2018 року", (date(2016, 7, 1), date(2018, 6, 30))),
        ("ru", "с 1 июля 2016 г. по 30 июня 2018 г.", (date(2016, 7, 1), date(2018, 6, 30))),
    ],
)
def test_a_span_has_a_first_and_a_last_day(language: str, text: str, span: tuple[date | None, date | None]) -> None:
    assert read_range(text, context(language)) == span


def test_one_date_is_no_span() -> None:
    assert read_range("30 June 2018", context("en")) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "by the end of June 2020"),
        ("en", "June 2020 at the latest"),
        ("fr", "À la fin du mois de juin 2020"),
        ("fr", "D’ici fin juin 2020"),
        ("es", "a más tardar en junio de 2020"),
        ("ro", "până la sfârșitul lunii iunie 2020"),
        ("uk", "до кінця червня 2020 року"),
        ("et", "juuni 2020 lõpp"),
        ("fi", "kesäkuun 2020 loppuun mennessä"),
        ("mn", "2020 оны 6 дугаар сарын эцэс"),
        ("ar", "بحلول نهاية يونيو 2020"),
    ],
)
def test_words_that_lead_to_a_deadline_or_trail_behind_it_are_part_of_it(language: str, text: str) -> None:
    reading = read_date(text, context(language))

    assert reading is not None and reading.last == date(2020, 6, 30)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "De mars 2019 à juin 2020"),
        ("en", "From March 2019 until the end of June 2020"),
        ("es", "De marzo de 2019 a junio de 2020"),
        ("cs", "od března 2019 do konce června 2020"),
    ],
)
def test_a_span_may_be_led_to_and_end_at_a_months_end(language: str, text: str) -> None:
    assert read_range(text, context(language), is_whole=True) == (date(2019, 3, 1), date(2020, 6, 30))


def test_two_dates_in_a_sentence_are_no_span() -> None:
    assert read_range("Meetings in March 2019 and June 2020 were held", context("en"), is_whole=True) is None
