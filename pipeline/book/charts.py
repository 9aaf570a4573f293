"""Charts as SVG that stands in the page: drawn by Vega-Lite when the book is made, coloured by the page's own style."""

from collections.abc import Sequence
from io import StringIO

from markupsafe import Markup

_INK = "currentColor"
_LINE = "var(--line)"
_WIDTH, _HEIGHT = 440, 170
_AXIS = {
    "labelColor": _INK,
    "titleColor": _INK,
    "tickColor": _LINE,
    "domainColor": _LINE,
    "gridColor": _LINE,
    "labelFontSize": 12,
    "titleFontSize": 12,
    "titleFontWeight": "normal",
}
_LEGEND = {"labelColor": _INK, "labelFontSize": 12, "offset": 6, "columnPadding": 36}  # readers' fonts may be wider than this machine's


def stacked(rows: Sequence[tuple[str, Sequence[int]]], series: Sequence[tuple[str, str]], unit: str) -> Markup:
    """Return a bar for each row, stacked by series, as SVG.

    Args:
        rows: The bar's name, and a number for each series.
        series: Each one's name and colour, the lowest first.
        unit: What is counted, in the plural.
    """
    import altair as alt

    values = [{"bar": bar, "series": series[n][0], "order": n, "n": number} for bar, numbers in rows for n, number in enumerate(numbers) if number]
    scale = alt.Scale(domain=[name for name, _ in series], range=[colour for _, colour in series])
    chart = (
        alt.Chart({"values": values})
        .mark_bar(stroke="var(--paper)", strokeWidth=1)
        .encode(
            x=alt.X("bar:O", title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y("sum(n):Q", title=unit, axis=alt.Axis(tickCount=4)),
            color=alt.Color("series:N", scale=scale, legend=alt.Legend(orient="top", title=None, symbolType="square")),
            order=alt.Order("order:Q"),
        )
        .properties(width=_WIDTH, height=_HEIGHT, background="transparent")
        .configure(axis=_AXIS, legend=_LEGEND, view={"stroke": None}, font="sans-serif")
    )
    sink = StringIO()
    chart.save(sink, format="svg")
    return Markup(sink.getvalue().replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))
