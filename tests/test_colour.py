"""Any colour to hex, and hex to a light."""

import pytest

from pipeline.colour import from_hsl, is_borderline, is_neutral, mix, modulated, normalise, oklch, painted, rating_of, tint_of, tinted, to_hsl
from pipeline.tables import Rating

STANDARD = {"FF0000": Rating.RED, "FFC000": Rating.AMBER, "00B050": Rating.GREEN}


@pytest.mark.parametrize(
    ("written", "colour"),
    [
        ("ff0000", "FF0000"),
        ("#FFC000", "FFC000"),
        ("#0b5", "00BB55"),
        ("rgb(0, 176, 80)", "00B050"),
        ("#c0504d [3205]", "C0504D"),
        ("red", "FF0000"),
        ("yellow [3204]", "FFFF00"),
        ("auto", None),
        ("", None),
        (None, None),
        ("rgb(300,0,0)", None),
        ("12345", None),
    ],
)
def test_a_colour_is_read_however_it_is_written(written: str | None, colour: str | None) -> None:
    assert normalise(written) == colour


def test_white_is_no_fill() -> None:
    assert painted("FFFFFF") is None
    assert painted("FFFFFE") == "FFFFFE"
    assert painted(None) is None


@pytest.mark.parametrize(
    ("colour", "tint", "shade", "result"),
    [
        ("4F81BD", 0x99, None, "95B3D7"),  # accent 1 of Office 2007, 40 % lighter
        ("9BBB59", 0x99, None, "C3D69B"),
        ("C0504D", None, 0xBF, "943634"),  # 25 % darker
        ("9BBB59", 0xFF, None, "9BBB59"),
        ("FFFFFF", None, 0xD9, "D9D9D9"),
    ],
)
def test_theme_tints_and_shades_are_within_two_units_of_words_own(colour: str, tint: int | None, shade: int | None, result: str) -> None:
    ours = tinted(colour, tint=tint, shade=shade)

    assert all(abs(int(ours[i : i + 2], 16) - int(result[i : i + 2], 16)) <= 2 for i in (0, 2, 4))


def test_a_drawings_colour_is_scaled_then_lifted() -> None:
    assert modulated("4472C4", factor=0.4, offset=0.6) == "B4C7E7"


def test_a_pattern_mixes_its_two_colours() -> None:
    assert mix("000000", "FFFFFF", 0.25) == "BFBFBF"
    assert mix("FF0000", "00FF00", 1.0) == "FF0000"


@pytest.mark.parametrize("colour", ["000000", "FFFFFF", "FF0000", "12AB9F", "C0504D", "FE00FF"])
def test_hue_saturation_and_lightness_give_the_colour_back(colour: str) -> None:
    assert from_hsl(to_hsl(colour)) == colour


def test_oklch_of_pure_red_is_as_published() -> None:
    lightness, chroma, hue = oklch("FF0000")

    assert (round(lightness, 3), round(chroma, 3), round(hue, 1)) == (0.628, 0.258, 29.2)


@pytest.mark.parametrize(
    ("colour", "rating"),
    [
        ("FF0000", Rating.RED),
        ("C00000", Rating.RED),
        ("FFC7CE", Rating.RED),
        ("FFC000", Rating.AMBER),
        ("FFFF00", Rating.AMBER),
        ("ED7D31", Rating.AMBER),
        ("00B050", Rating.GREEN),
        ("92D050", Rating.GREEN),
        ("C6EFCE", Rating.GREEN),
        ("4F81BD", None),
        ("7030A0", None),
        ("D9D9D9", None),
        ("FFFFFF", None),
        ("000000", None),
    ],
)
def test_the_hue_tells_the_light_and_greys_and_blues_tell_none(colour: str, rating: Rating | None) -> None:
    assert rating_of(colour) is rating


def test_a_hue_at_the_border_of_two_lights_is_flagged() -> None:
    assert is_borderline("FF6600")
    assert not is_borderline("FF0000")
    assert not is_borderline("D9D9D9")


@pytest.mark.parametrize("pale", ["FBE4D5", "E2EFDA", "F2DCDB"])
def test_colours_too_pale_for_the_general_rule_are_neutral(pale: str) -> None:
    assert is_neutral(pale)
    assert rating_of(pale) is None


@pytest.mark.parametrize(
    ("colour", "legend", "rating"),
    [
        ("F2DCDB", {"C0504D": Rating.RED, "9BBB59": Rating.GREEN}, Rating.RED),
        ("FBE4D5", {"ED7D31": Rating.RED, "70AD47": Rating.GREEN}, Rating.RED),
        ("E2EFDA", {"ED7D31": Rating.RED, "70AD47": Rating.GREEN}, Rating.GREEN),
        ("C00000", STANDARD, Rating.RED),
        ("D9D9D9", {**STANDARD, "D9D9D9": Rating.RED}, Rating.RED),
    ],
)
def test_a_tint_or_shade_of_a_legend_colour_has_its_rating_however_pale(colour: str, legend: dict[str, Rating], rating: Rating) -> None:
    assert tint_of(colour, legend) is rating


def test_a_colour_between_two_of_the_legend_is_neither() -> None:
    assert tint_of("F8CBAD", STANDARD) is None
    assert tint_of("FF8000", {"FF7700": Rating.RED, "FF8900": Rating.AMBER}) is None


@pytest.mark.parametrize("colour", ["FFFFFF", "F2F2F2", "4F81BD"])
def test_greys_and_foreign_hues_are_no_tint_of_the_legend(colour: str) -> None:
    assert tint_of(colour, STANDARD) is None
