"""Indonesia: two reporting months, each with a column of colours under one heading; the later month counts, and a blank there is missing.

The heading row has two storeys; the legend is a line of shaded words above the grid.
"""

from tests.reports.builders.grid import FILL
from tests.reports.builders.markup import Document, Para, Run, Table, cell, h1, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
HEAD = "DDEBF7"
PARTS = (
    (
        "1",
        "Layanan informasi publik yang terbuka",
        (
            (
                "1.1",
                "Penyusunan pedoman layanan informasi",
                "Kementerian Kominfo",
                "green",
                "green",
                "Pedoman telah ditetapkan pada 4 Mei 2016.",
                "Sosialisasi pedoman ke seluruh provinsi.",
            ),
            (
                "1.2",
                "Pelatihan petugas informasi",
                "Kementerian Dalam Negeri",
                "red",
                "amber",
                "Pelatihan baru dilaksanakan di 12 provinsi.",
                "Melanjutkan pelatihan di provinsi lain.",
            ),
        ),
    ),
    (
        "2",
        "Data anggaran sekolah",
        (
            (
                "2.1",
                "Publikasi anggaran sekolah",
                "Kementerian Pendidikan",
                "amber",
                "red",
                "Data belum dipublikasikan.",
                "Menyusun format data yang seragam.",
            ),
            (
                "2.2",
                "Forum orang tua murid",
                "Kementerian Pendidikan",
                "amber",
                None,
                "Forum dibentuk di 40 sekolah.",
                "Membentuk forum di sekolah lain.",
            ),
            ("2.3", "Aplikasi pengaduan", "Kementerian Pendidikan", "green", "green", "Aplikasi menerima 1.204 pengaduan.", None),
        ),
    ),
)


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        has=("evidence", "next_steps"),
        country="Indonesia",
        country_code="IDN",
        country_text="Republik Indonesia",
        or_country_text=["Indonesia"],
        period_start_year=2016,
        period_end_year=2017,
        report_kind="midterm",
        date_prepared="2017-02-20",
        date_prepared_text="20 Februari 2017",
        language="id",
    )
    two = {"down": 2, "bold": True, "head": True}
    rows = [
        (
            cell("No.", HEAD, **two),
            cell("Rencana Aksi", HEAD, **two),
            cell("Penanggung Jawab", HEAD, **two),
            cell("Status", HEAD, across=2, bold=True),
            cell("Capaian", HEAD, **two),
            cell("Tindak Lanjut", HEAD, **two),
        ),
        (cell("30 Juni 2016", HEAD, bold=True, head=True), cell("31 Desember 2016", HEAD, bold=True, head=True)),
    ]
    for number, name, lines in PARTS:
        rows.append((cell(f"Komitmen {number}: {name}", "F2F2F2", across=7, bold=True),))
        truth.commitment(number, name)
        for ref, what, body, early, late, done, steps in lines:
            rows.append((cell(ref), cell(what), cell(body), cell(None, FILL[early]), cell(None, FILL.get(late)), cell(done), cell(steps)))
            owner = truth.milestone(
                ref,
                what,
                rating=late,
                rating_fill=FILL.get(late),
                rating_basis="fill" if late else None,
                responsible=body,
                evidence=done,
                next_steps=steps,
            )
            truth.ratings.append({"row_id": owner, "as_of": "2016-06-30", "as_of_text": "30 Juni 2016", "rating": early, "rating_text": None})
            if late:
                truth.ratings.append({"row_id": owner, "as_of": "2016-12-31", "as_of_text": "31 Desember 2016", "rating": late, "rating_text": None})
    legend = Para(
        runs=(
            Run(text="Keterangan warna: "),
            Run(text="hijau", shade=FILL["green"]),
            Run(text=" sesuai target, "),
            Run(text="kuning", shade=FILL["amber"]),
            Run(text=" terlambat, "),
            Run(text="merah", shade=FILL["red"]),
            Run(text=" belum dimulai"),
        )
    )
    content = [
        title("Laporan Penilaian Mandiri Tengah Periode"),
        p("Rencana Aksi Nasional Keterbukaan Pemerintah 2016-2017"),
        p("Republik Indonesia"),
        p("Tanggal laporan: 20 Februari 2017"),
        h1("Pendahuluan"),
        p("Laporan ini disusun bersama organisasi masyarakat sipil."),
        h1("Pelaksanaan Rencana Aksi"),
        legend,
        Table(rows=tuple(rows), widths=(1.2, 5, 4, 2.2, 2.4, 5.5, 4.5), head=2),
    ]
    return Document(language="id", content=content), truth
