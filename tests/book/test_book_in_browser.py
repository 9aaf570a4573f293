"""The book in Chromium, opened from disk: found, filtered, searched, read by keyboard, without a request off the machine."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pipeline.book import names
from pipeline.book.bookbinding import Bound
from pipeline.storage.intake import Store
from tests.book.conftest import Open

COSTA_RICA = "reports/cri-2023-2027-midterm.html"
MOROCCO = "reports/mar-2021-2023-end_of_term.html"
Real = tuple[Store, Bound]


def _pages(store: Store) -> dict[str, str]:
    """Return a page of every kind."""
    book = Path(store.curated.url, "book")
    kinds = {
        "first": "index.html",
        "organisations": "organisations.html",
        "compare": "compare.html",
        "documents": "documents.html",
        "search": "search.html?q=a",
    }
    kinds |= {"report": COSTA_RICA, "report, right to left": MOROCCO, "report, percent": "reports/bgr-2022-2024-end_of_term.html"}
    kinds["organisation"] = _first(book, "organisations/*.html")
    kinds["picture"] = _first(book, "sources/*/page-1.html") + "#t0r1c0"
    kinds["document"] = _first(book, "sources/*/document.html") + "#t0r1c0"
    return kinds


def _first(book: Path, pattern: str) -> str:
    return sorted(book.glob(pattern))[0].relative_to(book).as_posix()


def test_a_report_is_reached_from_the_first_page_and_a_value_leads_to_its_cell_on_the_page(real: Real, open_page: Open) -> None:
    page = open_page(real[0], "index.html")
    page.click('h3 a:has-text("Costa Rica")')
    expect(page.locator("h1")).to_contain_text("Costa Rica 2023–2027")
    page.locator(".value.evidence .source").first.click()
    expect(page.locator("svg image")).to_be_visible()
    target = page.locator("rect:target")
    assert target.bounding_box()["height"] > 5
    assert page.evaluate("() => getComputedStyle(document.querySelector('rect:target')).strokeWidth") == "2.5px"
    assert (
        page.evaluate(
            "() => new Promise(r => { const i = new Image(); i.onload = () => r(i.naturalWidth); i.src = document.querySelector('svg image').href.baseVal; })"
        )
        > 500
    )


def test_a_docx_without_a_pdf_is_drawn_again_and_the_cell_marked(real: Real, open_page: Open) -> None:
    page = open_page(real[0], MOROCCO)
    page.locator(".milestone h4 .source").first.click()
    expect(page).to_have_url(re.compile("document.html#"))
    expect(page.locator("td:target")).to_be_visible()


def test_filters_narrow_the_map_say_so_and_stand_in_the_address(hostile: Store, open_page: Open) -> None:
    page = open_page(hostile, "index.html")
    shown = page.locator("#rows li:visible")
    expect(shown).to_have_count(30)
    page.select_option("select[name=country]", "Kenya")
    expect(page.locator("#shown")).to_contain_text("of 30 reports")
    expect(shown).to_have_count(3)
    page.select_option("select[name=from]", "2012")
    page.select_option("select[name=to]", "2012")
    expect(shown).to_have_count(2)
    again = open_page(hostile, "index.html" + page.evaluate("location.hash"))
    expect(again.locator("#rows li:visible")).to_have_count(2)
    page.click("text=Clear")
    expect(shown).to_have_count(30)


@pytest.mark.parametrize("rating", ["G", "A", "R", "–"])
def test_the_filter_by_rating_leaves_reports_with_such_a_tile(hostile: Store, open_page: Open, rating: str) -> None:
    page = open_page(hostile, "index.html")
    page.select_option("select[name=rating]", rating)
    for row in page.locator("#rows li:visible").all():
        assert rating in (row.locator(".tiles").text_content() or "")


def test_search_finds_words_without_accents_beginnings_and_other_scripts(real: Real, open_page: Open) -> None:
    page = open_page(real[0], "search.html")
    for question, expected in (("evaluation cote", "Côte d'Ivoire"), ("المغرب", "Morocco"), ("Costa Ri", "Costa Rica")):
        page.fill("#ask input", question)
        expect(page.locator("#hits")).to_contain_text(expected)
    page.fill("#ask input", "xyzzyx")
    expect(page.locator("#found")).to_have_text("Nothing holds all of these words.")


def test_a_hit_leads_to_its_place(real: Real, open_page: Open) -> None:
    page = open_page(real[0], "search.html?in=milestone&q=" + quote("Costa Rica"))
    page.locator("#hits a").first.click()
    expect(page.locator(".milestone:target")).to_be_visible()


def test_the_search_box_of_every_page_asks_by_keyboard(real: Real, open_page: Open) -> None:
    page = open_page(real[0], COSTA_RICA)
    page.keyboard.press("/")
    page.keyboard.type("datos")
    page.keyboard.press("Enter")
    expect(page.locator("#ask input")).to_have_value("datos")
    expect(page.locator("#hits li").first).to_be_visible()


def test_two_reports_stand_side_by_side(hostile: Store, open_page: Open) -> None:
    page = open_page(hostile, "compare.html#ken-2011-2013-end_of_term+ken-2012-2014-end_of_term")
    expect(page.locator("#sides section")).to_have_count(2)
    expect(page.locator("#compared")).to_have_text("Kenya 2011–2013, end of term beside Kenya 2012–2014, end of term.")


def test_two_submissions_stand_side_by_side(hostile: Store, open_page: Open) -> None:
    page = open_page(hostile, names.changes_page("ken-2011-2013-end_of_term", "e" * 64, "5".zfill(64)))
    expect(page.locator("del")).to_have_text("red")
    expect(page.locator("ins")).to_have_text("green")


def test_by_keyboard_the_first_stop_leads_past_the_navigation_and_tiles_are_reached(real: Real, open_page: Open) -> None:
    page = open_page(real[0], COSTA_RICA)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.matrix .tile')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".milestone:target, .commitment:target").first).to_be_visible()


def test_the_dark_colours_are_switched_and_kept(real: Real, open_page: Open) -> None:
    page = open_page(real[0], "index.html")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.click('h3 a:has-text("Costa Rica")')
    expect(page).to_have_url(re.compile(COSTA_RICA))
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("#theme")).to_have_attribute("aria-pressed", "true")


def test_without_scripts_reports_sources_and_counts_are_there(real: Real, open_page: Open) -> None:
    page = open_page(real[0], "index.html", script=False)
    expect(page.locator(".charts svg").first).to_be_visible()
    page.click('h3 a:has-text("Costa Rica")')
    expect(page.locator(".milestone").first).to_be_visible()


def test_texts_of_documents_never_become_markup_or_script(hostile: Store, open_page: Open) -> None:
    book = Path(hostile.curated.url, "book")
    for name in (
        "index.html",
        "organisations.html",
        "documents.html",
        "reports/ken-2011-2013-end_of_term.html",
        _first(book, "organisations/*.html"),
        "search.html?q=script",
    ):
        page = open_page(hostile, name)
        page.wait_for_timeout(200)
        assert page.title() != "owned"
        assert page.locator("img, main script, [onerror]").count() == 0
        for link in page.locator("a").all()[:80]:
            assert re.match(r"(https?://|#|[a-z./0-9_-]+\.html)", link.get_attribute("href") or "", re.IGNORECASE)


@pytest.mark.parametrize(
    "kind",
    [
        "first",
        "organisations",
        "compare",
        "documents",
        "search",
        "report",
        "report, right to left",
        "report, percent",
        "organisation",
        "picture",
        "document",
    ],
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(real: Real, open_page: Open, kind: str, dark: bool) -> None:
    page = open_page(real[0], _pages(real[0])[kind], dark=dark)
    _settle(page)
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False})
    assert [(v["id"], [n["html"][:160] + str(n.get("failureSummary"))[:200] for n in v["nodes"]][:3]) for v in found.response["violations"]] == []


@pytest.mark.parametrize(
    "kind",
    [
        "first",
        "organisations",
        "compare",
        "documents",
        "search",
        "report",
        "report, right to left",
        "report, percent",
        "organisation",
        "picture",
        "document",
    ],
)
def test_at_400_pixels_nothing_runs_over_the_edge(real: Real, open_page: Open, kind: str) -> None:
    page = open_page(real[0], _pages(real[0])[kind], width=400)
    _settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_printed_the_navigation_is_gone_and_what_is_folded_is_open(real: Real, open_page: Open) -> None:
    page = open_page(real[0], COSTA_RICA)
    page.emulate_media(media="print")
    expect(page.locator("header.site nav")).to_be_hidden()
    assert page.pdf()[:4] == b"%PDF"


def _settle(page: Page) -> None:
    page.wait_for_load_state("load")
    if "search.html" in page.url:
        expect(page.locator("#hits li").first).to_be_visible()
