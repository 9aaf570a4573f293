"""Cabo Verde, in Portuguese: the completion form whose level columns hold letters, which name the lettered items of the description.

Form 1 has letters under three levels; form 2 an x for the whole commitment and no letters.
"""

from tests.reports.builders.markup import Document, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
LEVELS = (
    ("Não iniciado", "red", "not_started"),
    ("Limitado", "amber", "limited"),
    ("Substancial", "green", "substantial"),
    ("Concluído", "green", "complete"),
)
ITEMS = (
    ("a", "Publicar o orçamento de cada município em formato aberto", 3, "Os orçamentos de 22 municípios estão em linha.", None),
    ("b", "Formar os técnicos municipais", 1, "Foram formados 31 técnicos em três ilhas.", "Formar os técnicos das restantes ilhas."),
    ("c", "Criar um painel de despesas", 1, "O painel está em desenvolvimento.", "Lançar o painel em 2025."),
    ("d", "Traduzir o guia do orçamento para crioulo", 0, "A tradução não foi contratada.", "Contratar a tradução."),
)


def form(number: str, name: str, body: str, what: str, marks: tuple[str, ...], proof: str, steps: str) -> Table:
    """Return a form."""
    wide = {"across": 4}
    rows = (
        (cell(f"Compromisso {number}. {name}", "D9D9D9", across=5, bold=True),),
        (cell("Instituição responsável", bold=True), cell(body, **wide)),
        (cell("Descrição", bold=True), cell(what, **wide)),
        (cell("Grau de execução", bold=True, down=2), *(cell(words) for words, _, _ in LEVELS)),
        tuple(cell(m) for m in marks),
        (cell("Resultados", bold=True), cell(proof, **wide)),
        (cell("Próximos passos", bold=True), cell(steps, **wide)),
    )
    return Table(rows=rows, widths=(4.5, 3.1, 3.1, 3.1, 3.1), head=0)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        anew=True,
        country="Cabo Verde",
        country_code="CPV",
        country_text="Cabo Verde",
        or_country_text=["República de Cabo Verde"],
        period_start_year=2021,
        period_end_year=2023,
        report_kind="end_of_term",
        date_prepared="2024-02-26",
        date_prepared_text="26 de fevereiro de 2024",
        language="pt",
        title="Relatório final de autoavaliação",
        or_title=["Relatório final de autoavaliação Plano de Ação Nacional 2021-2023"],
        rating_scheme="completion",
    )
    letters = tuple(", ".join(i[0] for i in ITEMS if i[2] == n) for n in range(4))
    what = "O orçamento dos municípios deve ser compreensível para todos.\n" + "\n".join(f"{i[0]}. {i[1]}." for i in ITEMS)
    proof = "\n".join(f"{i[0]}. {i[3]}" for i in ITEMS)
    steps = "\n".join(f"{i[0]}. {i[4]}" for i in ITEMS if i[4])
    truth.commitment("1", "Orçamentos municipais abertos", lead_institution="Ministério da Coesão Territorial")
    for letter, name, level, shown, next_steps in ITEMS:
        words, rating, completion = LEVELS[level]
        truth.milestone(
            letter,
            f"{name}.",
            rating=rating,
            completion=completion,
            rating_text=words,
            rating_basis="mark",
            evidence=shown,
            next_steps=next_steps,
        )
    shown = "O portal recebeu 1 940 pedidos e respondeu a 1 512."
    goal = "Um portal único para os pedidos de informação."
    truth.commitment(
        "2",
        "Portal de pedidos de informação",
        lead_institution="Ministério da Modernização do Estado",
        description=goal,
        rating="green",
        completion="substantial",
        rating_text="Substancial",
        rating_basis="mark",
        evidence=shown,
        next_steps="Encurtar o prazo de resposta.",
    )
    content = [
        title("Relatório final de autoavaliação"),
        p("Plano de Ação Nacional 2021-2023"),
        p("República de Cabo Verde"),
        p("Data de elaboração: 26 de fevereiro de 2024"),
        h1("Execução dos compromissos"),
        form("1", "Orçamentos municipais abertos", "Ministério da Coesão Territorial", what, letters, proof, steps),
        p(""),
        form(
            "2",
            "Portal de pedidos de informação",
            "Ministério da Modernização do Estado",
            goal,
            ("", "", "x", ""),
            shown,
            "Encurtar o prazo de resposta.",
        ),
    ]
    return Document(language="pt", content=content, landscape=False, size=9), truth
