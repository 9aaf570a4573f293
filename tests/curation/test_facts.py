"""What a report says of itself, by label, on its cover, in its running heads and prose."""

from datetime import date

import pytest

from pipeline.curation.about.countries import find_countries, short_name
from pipeline.curation.about.facts import Facts, read_facts, report_id
from pipeline.curation.about.periods import find_periods, read_period
from pipeline.curation.about.plans import find_plan
from pipeline.dates import DateContext
from pipeline.model import Block, BlockKind, CellPlace, Grid
from pipeline.tables import DateIssue, ReportKind
from tests.build import document, grid, heading

PLACE_AND_DATE = {
    "en": "Place and date",
    "es": "Lugar y fecha",
    "fr": "Lieu et date",
    "de": "Ort und Datum",
    "uk": "Місце і дата",
    "ro": "Locul și data",
}
BODY = "This report describes what the government has done since the plan was adopted, and how the public took part in it."


def running(text: str) -> Block:
    return Block(position=0, kind=BlockKind.PAGE_HEADER, text=text)


def test_a_cover_table_says_country_period_and_date() -> None:
    cover = grid(
        ["Country", "Ghana"], ["Period Covered by the Action Plan", "2021-2023"], ["Date Prepared", "31 October 2023"], ["Version", "2 (final)"]
    )

    facts = read_facts(
        document(cover, "End-of-Term Self-Assessment Report", "Fourth OGP National Action Plan", heading("Introduction"), BODY), ("en",)
    )

    assert (facts.country, facts.country_code, facts.period, facts.date_prepared) == ("Ghana", "GHA", "2021-2023", date(2023, 10, 31))
    assert (facts.action_plan, facts.title) == ("Fourth OGP National Action Plan", "End-of-Term Self-Assessment Report")
    assert facts.cells == {CellPlace(0, n, 1) for n in range(3)}
    assert facts.labels == {CellPlace(0, n, 0) for n in range(4)}
    assert facts.leftover == {CellPlace(0, 3, 1)}
    assert report_id(facts, "0" * 64) == "gha-2021-2023-end_of_term"


@pytest.mark.parametrize(
    ("language", "rows", "expected"),
    [
        ("uk", [["Країна", "Україна"], ["Період, охоплений планом дій", "2021–2023 роки"], ["Дата підготовки", "25 серпня 2023 року"]], "UKR"),
        (
            "ro",
            [["Țara", "Republica Moldova"], ["Perioada acoperită de planul de acțiune", "2021-2023"], ["Data elaborării", "25 august 2023"]],
            "MDA",
        ),
        ("sr", [["Земља", "Република Србија"], ["Период обухваћен акционим планом", "2021-2023"], ["Датум израде", "25. август 2023."]], "SRB"),
        ("sr", [["Zemlja", "Crna Gora"], ["Period obuhvaćen akcionim planom", "2021-2023"], ["Datum izrade", "25. avgust 2023."]], "MNE"),
        (
            "hr",
            [["Država", "Republika Hrvatska"], ["Razdoblje obuhvaćeno akcijskim planom", "2021.-2023."], ["Datum izrade", "25. kolovoza 2023."]],
            "HRV",
        ),
        ("bg", [["Държава", "България"], ["Период на плана за действие", "2021-2023"], ["Дата на изготвяне", "25 август 2023 г."]], "BGR"),
        ("ru", [["Страна", "Кыргызская Республика"], ["Период плана действий", "2021-2023"], ["Дата подготовки", "25 августа 2023 года"]], "KGZ"),
        ("ky", [["Өлкө", "Кыргыз Республикасы"], ["Мезгил", "2021-2023"], ["Даярдалган күнү", "25-август 2023-жыл"]], "KGZ"),
        ("mn", [["Улс", "Монгол Улс"], ["Хамрах хугацаа", "2021-2023"], ["Бэлтгэсэн огноо", "2023.08.25"]], "MNG"),
        ("sq", [["Vendi", "Republika e Shqipërisë"], ["Periudha e planit të veprimit", "2021-2023"], ["Data e përgatitjes", "25 gusht 2023"]], "ALB"),
        ("id", [["Negara", "Republik Indonesia"], ["Periode rencana aksi", "2021-2023"], ["Tanggal penyusunan", "25 Agustus 2023"]], "IDN"),
        ("ar", [["البلد", "الجمهورية التونسية"], ["فترة خطة العمل", "2021-2023"], ["تاريخ الإعداد", "25 أوت 2023"]], "TUN"),
        ("it", [["Paese", "Italia"], ["Periodo del piano d'azione", "2021-2023"], ["Data di preparazione", "25 agosto 2023"]], "ITA"),
        ("ko", [["국가", "대한민국"], ["실행계획 기간", "2021-2023"], ["작성일", "2023년 8월 25일"]], "KOR"),
        ("tr", [["Ülke", "Türkiye"], ["Eylem planı dönemi", "2021-2023"], ["Hazırlanma tarihi", "25 Ağustos 2023"]], "TUR"),
        ("he", [["מדינה", "ישראל"], ["תקופת תוכנית הפעולה", "2021-2023"], ["תאריך הכנה", "25 באוגוסט 2023"]], "ISR"),
        ("cs", [["Země", "Česká republika"], ["Období akčního plánu", "2021-2023"], ["Datum zpracování", "25. srpna 2023"]], "CZE"),
        ("et", [["Riik", "Eesti Vabariik"], ["Tegevuskava periood", "2021-2023"], ["Koostamise kuupäev", "25. august 2023"]], "EST"),
        ("fi", [["Maa", "Suomi"], ["Toimintasuunnitelman kausi", "2021-2023"], ["Laatimispäivä", "25. elokuuta 2023"]], "FIN"),
        ("no", [["Land", "Norge"], ["Handlingsplanens periode", "2021-2023"], ["Dato for utarbeidelse", "25. august 2023"]], "NOR"),
        ("sv", [["Land", "Sverige"], ["Handlingsplanens period", "2021-2023"], ["Datum för upprättande", "den 25 augusti 2023"]], "SWE"),
        ("da", [["Land", "Danmark"], ["Handlingsplanens periode", "2021-2023"], ["Dato for udarbejdelse", "25. august 2023"]], "DNK"),
        ("el", [["Χώρα", "Κυπριακή Δημοκρατία"], ["Περίοδος σχεδίου δράσης", "2021-2023"], ["Ημερομηνία κατάρτισης", "25 Αυγούστου 2023"]], "CYP"),
        ("nl", [["Land", "België"], ["Periode van het actieplan", "2021-2023"], ["Opgesteld op", "25 augustus 2023"]], "BEL"),
        ("lt", [["Valstybė", "Lietuva"], ["Veiksmų plano laikotarpis", "2021-2023"], ["Parengimo data", "2023-08-25"]], "LTU"),
        ("lv", [["Valsts", "Latvija"], ["Rīcības plāna periods", "2021-2023"], ["Sagatavošanas datums", "25.08.2023."]], "LVA"),
        ("ka", [["ქვეყანა", "საქართველო"], ["სამოქმედო გეგმის პერიოდი", "2021-2023"], ["მომზადების თარიღი", "25 აგვისტო, 2023"]], "GEO"),
        ("hy", [["Երկիր", "Հայաստանի Հանրապետություն"], ["Ժամանակահատված", "2021-2023"], ["Պատրաստման ամսաթիվ", "25.08.2023"]], "ARM"),
    ],
)
def test_labels_are_known_in_every_language(language: str, rows: list[list[str]], expected: str) -> None:
    facts = read_facts(document(grid(*rows)), (language,))

    assert (facts.country_code, facts.country_text) == (expected, rows[0][1])
    assert (facts.period_start_year, facts.period_end_year) == (2021, 2023)
    assert facts.date_prepared_text == rows[2][1]
    assert facts.date_prepared == date(2023, 8, 25)
    assert len(facts.cells) == 3


def test_labels_may_stand_above_their_values_and_in_one_cell_with_them() -> None:
    above = grid(["Country", "Action plan period", "Date prepared"], ["Kenya", "2020-2022", "3 May 2022"])
    inside = grid(["Country: Kenya\nPeriod covered: 2020-2022\nDate prepared: 3 May 2022"])

    for cover in (above, inside):
        facts = read_facts(document(cover, BODY), ("en",))
        assert (facts.country_code, facts.period, facts.date_prepared) == ("KEN", "2020-2022", date(2022, 5, 3))
        assert facts.tables == {0}


def test_a_table_of_milestones_is_no_cover() -> None:
    table = grid(["No.", "Milestone", "Date"], ["1", "Publish the budget", "3 May 2022"], ["2", "Hold a hearing", "4 May 2022"])

    assert read_facts(document(table), ("en",)).tables == frozenset()


def test_the_cover_leads_and_prose_that_names_other_countries_does_not_matter() -> None:
    prose = "Experts from Brazil, Canada and Brazil took part; Brazil sent two delegations."
    facts = read_facts(
        document(heading("Republic of Albania"), "Midterm Self-Assessment Report", "Tirana, 29 January 2016", heading("Introduction"), BODY, prose),
        ("en",),
    )

    assert (facts.country, facts.country_text) == ("Albania", "Republic of Albania")
    assert (facts.report_kind, facts.date_prepared, facts.title) == (ReportKind.MIDTERM, date(2016, 1, 29), "Midterm Self-Assessment Report")


def test_a_month_alone_leaves_the_date_null_and_keeps_the_text() -> None:
    facts = read_facts(document(heading("End of Term Self-Assessment Report"), "Kenya", "September 2018", BODY), ("en",))

    assert (facts.date_prepared, facts.date_prepared_text) == (None, "September 2018")


def test_a_date_of_two_readings_is_doubted_not_guessed() -> None:
    facts = read_facts(document(grid(["Country", "Kenya"], ["Date prepared", "04/05/2022"])), ("en",))

    assert (facts.date_prepared, facts.date_prepared_text, facts.date_issue) == (None, "04/05/2022", DateIssue.AMBIGUOUS)


def test_running_heads_say_what_the_cover_does_not() -> None:
    source = document(heading("RELATÓRIO DE STATUS DE EXECUÇÃO (RSE)"), BODY, running("5º Plano de Ação do Brasil em Governo Aberto (2021-2023)"))

    facts = read_facts(source, ("pt",))

    assert (facts.country_code, facts.period, facts.report_kind) == ("BRA", "2021-2023", ReportKind.COMMITMENT)
    assert facts.action_plan == "5º Plano de Ação do Brasil em Governo Aberto (2021-2023)"
    assert report_id(facts, "0" * 64, "4") == "bra-2021-2023-commitment-4"


@pytest.mark.parametrize(
    ("line", "language", "locality", "code"),
    [
        ("Kaduna State – Open Government Action Plan 2018-2020", "en", "Kaduna State", "NGA"),
        ("Municipality of Elbasan, Albania", "en", "Municipality of Elbasan", "ALB"),
        ("Provincia de Santa Fe, Argentina", "es", "Provincia de Santa Fe", "ARG"),
        ("Prefeitura de São Paulo – Brasil", "pt", "Prefeitura de São Paulo", "BRA"),
        ("Elgeyo Marakwet County, Kenya", "en", "Elgeyo Marakwet County", "KEN"),
    ],
)
def test_a_local_report_has_a_locality_and_its_country(line: str, language: str, locality: str, code: str) -> None:
    facts = read_facts(document(heading("Final Self-Assessment Report 2018-2020"), line, BODY), (language,))

    assert (facts.locality, facts.country_code) == (locality, code)
    assert report_id(facts, "0" * 64).startswith(f"{code.lower()}-2018-2020-end_of_term-")


@pytest.mark.parametrize(
    "line", ["United States of America", "State of Palestine", "Plurinational State of Bolivia", "Office of the Secretary of State"]
)
def test_a_state_that_is_a_country_is_no_locality(line: str) -> None:
    assert read_facts(document(heading("Midterm Self-Assessment Report"), line, BODY), ("en",)).locality is None


@pytest.mark.parametrize(
    ("title", "language", "kind"),
    [
        ("Informe final de autoevaluación", "es", ReportKind.END_OF_TERM),
        ("Rapport d’auto-évaluation à mi-parcours", "fr", ReportKind.MIDTERM),
        ("Підсумковий звіт про самооцінювання", "uk", ReportKind.END_OF_TERM),
        ("Raport de progres trimestrial", "ro", ReportKind.PROGRESS),
        ("Средњорочни извештај о самопроцени", "sr", ReportKind.MIDTERM),
        ("Годишен доклад за самооценка", "bg", ReportKind.ANNUAL),
        ("중간 자체평가 보고서", "ko", ReportKind.MIDTERM),
        ("최종 자체평가 보고서", "ko", ReportKind.END_OF_TERM),
        ("분기별 추진상황 보고서", "ko", ReportKind.PROGRESS),
        ("Ara Dönem Öz Değerlendirme Raporu", "tr", ReportKind.MIDTERM),
        ("DÖNEM SONU ÖZ DEĞERLENDİRME RAPORU", "tr", ReportKind.END_OF_TERM),
        ("Üç Aylık İlerleme Raporu", "tr", ReportKind.PROGRESS),
        ("דוח הערכה עצמית לאמצע התקופה", "he", ReportKind.MIDTERM),
        ("דוח הערכה עצמית סופי", "he", ReportKind.END_OF_TERM),
        ("דוח התקדמות רבעוני", "he", ReportKind.PROGRESS),
        ("Závěrečná hodnotící zpráva", "cs", ReportKind.END_OF_TERM),
        ("შუალედური თვითშეფასების ანგარიში", "ka", ReportKind.MIDTERM),
        ("Laporan Akhir Penilaian Mandiri", "id", ReportKind.END_OF_TERM),
        ("Commitment Implementation Progress Report – March 2017", "en", ReportKind.PROGRESS),
        ("Report", "en", ReportKind.UNKNOWN),
    ],
)
def test_the_title_says_the_kind(title: str, language: str, kind: ReportKind) -> None:
    assert read_facts(document(heading(title), BODY), (language,)).report_kind is kind


@pytest.mark.parametrize(
    ("text", "printed", "years"),
    [
        ("National Action Plan 2016-18", "2016-18", (2016, 2018)),
        ("Action Plan II, July 2016 – June 2018", "July 2016 – June 2018", (2016, 2018)),
        ("Plan 2018/2020", "2018/2020", (2018, 2020)),
        ("from 2021 to 2023", "2021 to 2023", (2021, 2023)),
        ("Planul 2019–2020", "2019–2020", (2019, 2020)),
        ("الخطة الوطنية ٢٠١٨ - ٢٠٢٠", "٢٠١٨ - ٢٠٢٠", (2018, 2020)),
        ("Action Plan 2016/17-2018/19", "2016/17-2018/19", (2016, 2019)),
        ("za razdoblje od 2018. do 2020. godine", "2018. do 2020.", (2018, 2020)),
        ("Akcijski plan 2018.–2020.", "2018.–2020.", (2018, 2020)),
        ("за период 2020–2022. године", "2020–2022.", (2020, 2022)),
        ("The plan was in force 2018-2020. It ended.", "2018-2020", (2018, 2020)),
    ],
)
def test_periods_are_read_as_printed(text: str, printed: str, years: tuple[int, int]) -> None:
    found = find_periods(text, DateContext(("en",)))

    assert [(p.text, p.first_year, p.last_year) for p in found] == [(printed, *years)]


@pytest.mark.parametrize("text", ["2023-09", "1990-2005", "2023-08-15", "the 2030 Agenda"])
def test_other_numbers_are_no_period(text: str) -> None:
    assert find_periods(text, DateContext(("en",))) == ()


def test_a_labelled_period_keeps_all_that_is_printed() -> None:
    period = read_period("2021–2023 роки", DateContext(("uk",)))

    assert period is not None
    assert (period.text, period.first_year, period.last_year) == ("2021–2023 роки", 2021, 2023)


@pytest.mark.parametrize(
    ("code", "name"), [("USA", "United States of America"), ("MDA", "Moldova"), ("GBR", "United Kingdom"), ("CZE", "Czechia"), ("XKX", "Kosovo")]
)
def test_countries_have_one_english_short_name(code: str, name: str) -> None:
    assert short_name(code) == name


@pytest.mark.parametrize(
    ("text", "language", "printed", "code"),
    [
        ("Australia's first plan", "en", "Australia", "AUS"),
        ("Papua New Guinea", "en", "Papua New Guinea", "PNG"),
        ("the Kyrgyz Republic", "en", "Kyrgyz Republic", "KGZ"),
        ("Le Royaume du Maroc", "fr", "Royaume du Maroc", "MAR"),
        ("План дій України", "uk", "України", "UKR"),
        ("Plani i Republikës së Kosovës", "sq", "Republikës së Kosovës", "XKX"),
    ],
)
def test_countries_are_found_in_their_forms(text: str, language: str, printed: str, code: str) -> None:
    assert [(c.text, c.code) for c in find_countries(text, (language,))] == [(printed, code)]


def test_reports_of_unknown_country_or_years_never_share_an_id() -> None:
    nothing = Facts()
    country = Facts(country_code="GHA", report_kind=ReportKind.MIDTERM)

    assert report_id(nothing, "ab" * 32) == "unknown-unknown-unknown-abababab"
    assert report_id(country, "cd" * 32) == "gha-unknown-midterm-cdcdcdcd"


@pytest.mark.parametrize(
    ("line", "code"),
    [("Kenyan National Action Plan 2020-2022", "KEN"), ("South African Country Action Plan 2016-2018", "ZAF"), ("a polish of 2020", None)],
)
def test_an_adjective_in_the_plans_name_says_the_country(line: str, code: str | None) -> None:
    assert read_facts(document("Midterm Self-Assessment Report", line, BODY), ("en",)).country_code == code


def test_a_date_may_follow_its_label_without_a_colon() -> None:
    facts = read_facts(document("Final Self-Assessment Report", "Ghana 2019-2021", "Prepared on 11 November 2022", BODY), ("en",))

    assert (facts.date_prepared, facts.date_prepared_text) == (date(2022, 11, 11), "11 November 2022")


def test_a_cover_table_may_name_the_kind_whose_words_stay_unused() -> None:
    cover = grid(
        ["Name of country", "Malawi"],
        ["Plan cycle", "2016-2018"],
        ["Type of report", "Mid-term self-assessment"],
        ["Submission date", "6 April 2018"],
    )

    facts = read_facts(document("Progress of the Partnership: Self-Assessment", cover, BODY), ("en",))

    assert (facts.country_code, facts.period, facts.report_kind, facts.date_prepared) == ("MWI", "2016-2018", ReportKind.MIDTERM, date(2018, 4, 6))
    assert facts.leftover == {CellPlace(0, 2, 1)}


@pytest.mark.parametrize(
    "table",
    [
        grid(["Date", "12 May 2017"], ["Speaker", "A minister"], ["Venue", "Town hall"], ["Visitors", "120"]),
        grid(["State", "Completed"], ["Milestone", "Portal"]),
        grid(["Entity", "Liaison", "Telephone"], ["Ministry", "A. Person", "123"]),
    ],
)
def test_a_general_label_in_another_table_makes_it_no_cover(table: Grid) -> None:
    assert read_facts(document("Self-Assessment Report", "Ghana 2017-2019", table, BODY), ("en",)).tables == frozenset()


def test_a_plans_name_keeps_its_brackets_and_its_years() -> None:
    found = find_plan(["Report on the Action Plan (October 2018 – August 2020)", "Izvješće"], ("en",))

    assert found == "Action Plan (October 2018 – August 2020)"


COVER = ("Republic of Kenya", "Midterm Self-Assessment Report", "National Action Plan 2020-2022")


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Santo Domingo, 30/09/2020", "es", date(2020, 9, 30)),  # Domingo is a Sunday too
        ("Prepared by the Open Government Secretariat, 12 October 2021", "en", date(2021, 10, 12)),
        ("Întocmit de Secretariatul General (30 noiembrie 2022)", "ro", date(2022, 11, 30)),
    ],
)
def test_a_cover_line_ends_in_the_date_prepared(line: str, language: str, day: date) -> None:
    facts = read_facts(document(*COVER, line, heading("1."), BODY), (language,))

    assert facts.date_prepared == day


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Дата складання звіту: 10 лютого 2021 р.", "uk", date(2021, 2, 10)),
        ("Fait à Abidjan, le 15 décembre 2023", "fr", date(2023, 12, 15)),
    ],
)
def test_a_report_that_is_dated_only_beside_the_signature_has_that_date(line: str, language: str, day: date) -> None:
    facts = read_facts(document(*COVER, heading("1."), BODY, line, "N. N."), (language,))

    assert facts.date_prepared == day


def test_a_name_of_a_plan_that_ends_in_an_abbreviated_year_is_no_body_text() -> None:
    plan = "Трети национален план за действие по инициативата „Партньорство за открито управление“ 2016 – 2018 г."
    facts = read_facts(document(heading("Междинен доклад"), plan, "София, 29 септември 2017 г.", heading("Въведение"), BODY), ("bg",))

    assert (facts.action_plan, facts.date_prepared) == (plan, date(2017, 9, 29))


def test_years_may_stand_inside_a_plans_name() -> None:
    name = "Нээлттэй засгийн түншлэлийн үндэсний үйл ажиллагааны 2019-2021 оны төлөвлөгөө"

    assert find_plan((name,), ("mn",)) == name


def test_a_table_of_who_when_and_which_version_is_a_cover() -> None:
    table = grid([("Document control", None), ("", None)], ["Prepared by", "The Secretariat"], ["Date", "18/04/2023"], ["Version", "1.2"])

    facts = read_facts(document(table, BODY), ("en",))

    assert (facts.date_prepared, facts.cells) == (date(2023, 4, 18), {CellPlace(0, 2, 1)})


def test_a_period_that_each_form_says_otherwise_is_not_the_reports() -> None:
    forms = [grid(["Implementation period", years], ["Contact", "N. N."]) for years in ("October 2019 – August 2021", "May 2020 – August 2021")]

    facts = read_facts(document(*COVER, heading("Commitments"), *forms), ("en",))

    assert (facts.period, facts.tables) == ("2020-2022", frozenset())


def test_an_annual_report_on_implementation_is_annual() -> None:
    facts = read_facts(document(heading("Godišnje izvješće o provedbi"), BODY), ("hr",))

    assert facts.report_kind is ReportKind.ANNUAL


def test_the_plans_years_come_before_the_year_reported_on_and_a_label_may_say_more() -> None:
    cover = grid(
        ["Reporting period", "1 January – 31 December 2024"], ["Period covered by the action plan in force", "2023–2027"], ["Date", "March 2025"]
    )

    facts = read_facts(document("Republic of Ghana", "Annual self-assessment report for 2024", cover, heading("Introduction"), BODY), ("en",))

    assert (facts.period, facts.period_start_year, facts.period_end_year) == ("2023–2027", 2023, 2027)


@pytest.mark.parametrize(
    ("line", "language", "kind"),
    [
        ("Godišnje izvješće o provedbi akcijskog plana", "hr", "annual"),
        ("Završno izvješće o provedbi akcijskog plana", "hr", "end_of_term"),
        ("Izvješće o provedbi akcijskog plana", "hr", "progress"),
        ("Annual progress report", "en", "progress"),
        ("تقرير التقييم الذاتي لمنتصف المدة", "ar", "midterm"),
    ],
)
def test_a_report_on_implementation_is_of_the_kind_that_its_title_names(line: str, language: str, kind: str) -> None:
    assert read_facts(document(line, BODY), (language,)).report_kind == kind


def test_a_line_that_ends_in_a_day_dates_the_cover_and_one_on_an_act_does_not() -> None:
    cover = ("Self-Assessment Report", "Adopted under Order No. 12 of the Secretariat, 3 May 2019")

    assert read_facts(document(*cover, heading("1"), BODY), ("en",)).date_prepared is None
    assert read_facts(document(*cover, "Prepared by the OGP Secretariat, 12 October 2021", heading("1"), BODY), ("en",)).date_prepared == date(
        2021, 10, 12
    )


@pytest.mark.parametrize("signed", ["Jakarta, 31 January 2018", "Date of preparation of the report: 31 January 2018"])
def test_a_report_may_be_dated_where_it_is_signed(signed: str) -> None:
    facts = read_facts(document("Self-Assessment Report", heading("Introduction"), BODY, signed, "Head of the Secretariat"), ("en",))

    assert facts.date_prepared == date(2018, 1, 31)


def test_a_date_above_the_last_paragraph_dates_no_report() -> None:
    commented = (heading("Introduction"), BODY, heading("Comments"), "Open Society", "31 January 2018", BODY)

    assert read_facts(document("Self-Assessment Report", *commented), ("en",)).date_prepared is None


def test_a_locality_is_the_places_own_name() -> None:
    cover = grid(["Município", "Contagem – MG, Brasil"], ["Período", "2022-2024"])

    facts = read_facts(document("Relatório de autoavaliação de meio termo", cover, heading("Introdução"), BODY), ("pt",))

    assert (facts.locality, facts.country_code) == ("Contagem", "BRA")


def test_a_plans_name_with_its_years_before_a_dash_is_no_label() -> None:
    line = "Planul Național de Acțiune 2018-2020 – Parteneriatul pentru o Guvernare Deschisă"
    facts = read_facts(document(heading("Raport final de autoevaluare"), line, "România", heading("Context"), BODY), ("ro",))

    assert (facts.action_plan, facts.period) == ("Planul Național de Acțiune 2018-2020", "2018-2020")


def test_an_article_before_an_official_form_is_no_part_of_the_name() -> None:
    assert [c.text for c in find_countries("GOVERNMENT OF THE REPUBLIC OF MALAWI", ("en",))] == ["REPUBLIC OF MALAWI"]


def test_the_plans_years_are_the_longer_span_and_its_name_begins_with_the_plan() -> None:
    line = "про стан виконання у 2018–2019 роках Плану дій «Відкритий Уряд» у 2018–2020 роках"

    facts = read_facts(document("Проміжний звіт", line, heading("Вступ"), BODY), ("uk",))

    assert (facts.period, facts.action_plan) == ("2018–2020", "Плану дій «Відкритий Уряд» у 2018–2020 роках")


def test_a_place_may_stand_before_the_date_without_a_comma() -> None:
    facts = read_facts(document("Závěrečná zpráva", "Praha 30. září 2022", heading("Úvod"), BODY), ("cs",))

    assert (facts.date_prepared, facts.date_prepared_text) == (date(2022, 9, 30), "30. září 2022")


def test_a_word_that_leads_to_a_date_is_no_place() -> None:
    facts = read_facts(document("Slutrapport", "Stockholm den 12 mars 2025", heading("Inledning"), BODY), ("sv",))

    assert facts.date_prepared == date(2025, 3, 12)


@pytest.mark.parametrize(("language", "label"), PLACE_AND_DATE.items())
def test_a_place_with_the_date_is_the_date_prepared(language: str, label: str) -> None:
    facts = read_facts(document(*COVER, grid(["Country", "Kenya"], [label, "Nairobi, 25.10.2022"]), heading("1."), BODY), (language,))

    assert facts.date_prepared == date(2022, 10, 25)
