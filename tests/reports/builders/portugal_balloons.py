"""Portugal: comments as Word's comment balloons (author and time as stored), two on cells of milestones, one on the prose.

The rating words are highlighted runs inside a drop-down control; one row has no rating.
"""

import datetime as dt

from tests.reports.builders.grid import Grid
from tests.reports.builders.markup import Cell, Document, Para, Run, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "none"
MARKER = {"green": ("Verde", "green", "00FF00"), "amber": ("Amarelo", "yellow", "FFFF00"), "red": ("Vermelho", "red", "FF0000")}
SAID = (
    ("Associação Praça Aberta", "2024-03-12T10:04:00Z", "O catálogo não inclui as freguesias. Propomos alterar a avaliação para amarelo."),
    ("Ministério da Coesão Territorial", "2024-03-20T09:00:00Z", "Os dados das regiões foram enviados em fevereiro."),
    ("Rede de Bibliotecas Livres", "2024-04-02T17:30:00Z", "A consulta pública devia durar mais tempo."),
)


def marked(rating: str | None) -> tuple[Cell, dict[str, object]]:
    """Return a cell with a drop-down control that holds a highlighted word."""
    if rating is None:
        return cell(None), {}
    word, pen, fill = MARKER[rating]
    control = '<w:dropDownList><w:listItem w:displayText="Verde" w:value="1"/><w:listItem w:displayText="Amarelo" w:value="2"/></w:dropDownList>'
    meaning = {"rating": rating, "rating_text": word, "rating_fill": fill, "rating_basis": "fill"}
    return cell(Run(text=word, highlight=pen), control=control), meaning


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Portugal",
        country_code="PRT",
        country_text="Portugal",
        period_start_year=2021,
        period_end_year=2023,
        report_kind="end_of_term",
        date_prepared="2024-03-08",
        date_prepared_text="8 de março de 2024",
        language="pt",
        title="Relatório final de autoavaliação",
        or_title=["Relatório final de autoavaliação II Plano de Ação Nacional de Administração Aberta 2021-2023"],
        rating_scheme="colour",
    )
    columns = (
        ("number", "N.º", 1.2),
        ("title", "Marco", 5),
        ("rating", "Avaliação", 2.6),
        ("evidence", "Evidências", 7),
        ("reasons", "Justificação da avaliação", 4.6),
        ("next_steps", "Próximos passos", 4.6),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Dados abertos das autarquias")
    grid.band("Compromisso 1: Dados abertos das autarquias")
    shown = "Foram publicados 96 conjuntos de dados."
    one = grid.row(
        "1.1",
        marked("green"),
        title="Criar um catálogo comum",
        evidence=shown,
        cells={"evidence": cell(Run(text=shown, balloon=0))},
        reasons="Meta cumprida.",
        next_steps="Incluir as freguesias.",
    )
    name = "Harmonizar os indicadores regionais"
    two = grid.row(
        "1.2",
        marked("amber"),
        title=name,
        cells={"title": cell(Run(text=name, balloon=1))},
        evidence="Duas regiões entregaram os indicadores.",
        reasons="Faltam três regiões.",
        next_steps="Recolher os restantes indicadores.",
    )
    truth.commitment("2", "Consulta pública simplificada")
    grid.band("Compromisso 2: Consulta pública simplificada")
    grid.row(
        "2.1",
        marked("red"),
        title="Rever o regulamento",
        evidence="A revisão não começou.",
        reasons="Mudança de equipa.",
        next_steps="Nomear a equipa.",
    )
    grid.row(
        "2.2", marked(None), title="Publicar um guia", evidence="O guia está em revisão.", reasons="Texto por validar.", next_steps="Publicar o guia."
    )
    for owner, (who, when, said), kind in zip((one, two, None), SAID, ("ngo", "government", ...), strict=True):
        asks = "Propomos alterar a avaliação para amarelo." if "Propomos" in said else None
        truth.comment(
            owner,
            who,
            dt.datetime.fromisoformat(when).date(),
            None,
            said,
            organisation_kind=kind,
            proposed_rating="amber" if asks else None,
            proposal="explicit" if asks else "none",
            proposal_text=asks,
            section=None if owner else "Processo",
            or_section=["Avaliação dos compromissos"] if owner else [],
        )
    content = [
        title("Relatório final de autoavaliação"),
        p("II Plano de Ação Nacional de Administração Aberta 2021-2023"),
        p("Portugal"),
        p("Data de elaboração: 8 de março de 2024"),
        h1("Processo"),
        Para(runs=(Run(text="O plano foi preparado com oito associações. "), Run(text="A consulta pública durou dez dias.", balloon=2))),
        h1("Avaliação dos compromissos"),
        p("Verde – concluído ou progresso substancial; Amarelo – progresso limitado; Vermelho – não iniciado ou atraso grave"),
        grid.table(),
    ]
    return Document(language="pt", content=content, balloons=SAID), truth
