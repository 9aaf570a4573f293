"""Portugal: `Grau de execução` in words of its own (Executada, Em execução, Por iniciar), measures with a sheet of two columns and a list of actions.

Each measure is a table: its title merged, body and summary in label rows, then the actions' heading row; a caption stands above each table.
"""

from tests.reports.builders.markup import Cell, Document, Para, Table, cell, h1, heads, p, runs, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
WORDS = {"Executada": ("green", ["complete"]), "Em execução": ("amber", ["limited"]), "Por iniciar": ("red", ["not_started"]), None: (None, [])}
PARTS = (
    (
        "1",
        "Dados abertos da saúde",
        "Agência da Saúde",
        "Publicar dados sobre tempos de espera.",
        (
            (
                "1.1",
                "Definir o catálogo de dados",
                "Executada",
                "O catálogo foi publicado em 12 de abril de 2019.",
                "Rever o catálogo todos os anos.",
            ),
            (
                "1.2",
                "Publicar os tempos de espera",
                "Em execução",
                "Estão publicados os dados de 31 hospitais.",
                "Publicar os dados dos restantes hospitais.",
            ),
        ),
    ),
    (
        "2",
        "Participação nas escolas",
        "Direção-Geral da Educação",
        "Dar voz aos alunos no orçamento da escola.",
        (
            ("2.1", "Criar um guia para alunos", "Executada", "O guia chegou a 900 escolas.", None),
            ("2.2", "Formar professores", "Por iniciar", "A formação ainda não começou.", "Iniciar a formação em janeiro de 2021."),
            ("2.3", "Criar um prémio", None, "O regulamento está escrito.", "Abrir as candidaturas."),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Portugal",
        country_code="PRT",
        country_text="Portugal",
        or_country_text=["República Portuguesa"],
        period_start_year=2018,
        period_end_year=2020,
        report_kind="end_of_term",
        date_prepared="2020-10-30",
        date_prepared_text="30 de outubro de 2020",
        language="pt",
    )
    content: list[object] = [
        title("Relatório final de autoavaliação"),
        p("I Plano de Ação Nacional de Administração Aberta 2018-2020"),
        p("Portugal"),
        p("Lisboa, 30 de outubro de 2020"),
        h1("Metodologia"),
        p(
            "Legenda: Executada (verde) – a ação está concluída; Em execução (amarelo) – a ação está em curso; Por iniciar (vermelho) – a ação não começou."
        ),
        h1("Execução das medidas"),
    ]
    for number, name, body, what, lines in PARTS:
        truth.commitment(number, name, lead_institution=body, description=what)
        wide = {"across": 3}
        made: list[tuple[Cell, ...]] = [
            (cell(f"Compromisso {number}: {name}", "FFF2CC", across=4, bold=True),),
            (cell("Entidade responsável", bold=True), cell(body, **wide)),
            (cell("Descrição do compromisso", bold=True), cell(what, **wide)),
            heads("Ação", "Grau de execução", "Trabalho realizado", "Próximos passos"),
        ]
        for ref, label, word, done, steps in lines:
            made.append((cell(f"{ref}. {label}"), cell(word), cell(done), cell(steps)))
            rating, level = WORDS[word]
            truth.milestone(
                ref,
                label,
                or_milestone_number=[f"{ref}."],
                rating=rating,
                completion=None,
                or_completion=level,
                rating_text=word,
                rating_basis="text" if word else None,
                evidence=done,
                next_steps=steps,
            )
        content += [
            Para(runs=runs(f"Quadro {number} – Execução do compromisso {number}"), style="caption"),
            Table(rows=tuple(made), widths=(6, 3, 7, 6), head=0),
            p(""),
        ]
    return Document(language="pt", content=content), truth
