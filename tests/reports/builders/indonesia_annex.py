"""Indonesia: fills with a legend of a coloured table; the comments stand in an annex table, its columns in an unusual order.

The annex: response first, then date, comment, body, and the milestone last (`Aksi 1.2`). One comment names no milestone; one is conditional.
"""

import datetime as dt

from tests.reports.builders.grid import FILL, Grid, filled
from tests.reports.builders.markup import Document, Table, cell, h1, heads, p, title
from tests.reports.builders.truth import Truth

PRINTED = "office"
ANNEX = "Lampiran. Tanggapan masyarakat sipil"


def build() -> tuple[Document, Truth]:
    """Return the report and its truth."""
    truth = Truth(
        country="Indonesia",
        country_code="IDN",
        country_text="Indonesia",
        or_country_text=["Republik Indonesia"],
        period_start_year=2023,
        period_end_year=2024,
        report_kind="end_of_term",
        date_prepared="2025-01-31",
        date_prepared_text="31 Januari 2025",
        language="id",
        title="Laporan Akhir Penilaian Mandiri",
        or_title=["Laporan Akhir Penilaian Mandiri Rencana Aksi Nasional Keterbukaan Pemerintah 2023-2024"],
        rating_scheme="colour",
    )
    columns = (
        ("number", "No.", 1.2),
        ("title", "Aksi", 5),
        ("rating", "Penilaian", 2.4),
        ("evidence", "Bukti", 6.4),
        ("reasons", "Alasan penilaian", 5),
        ("next_steps", "Langkah selanjutnya", 5),
    )
    grid = Grid(truth, columns)
    truth.commitment("1", "Keterbukaan data anggaran")
    grid.band("Komitmen 1: Keterbukaan data anggaran")
    grid.row(
        "1.1",
        filled("green"),
        title="Menerbitkan data anggaran daerah",
        evidence="Data 212 kabupaten telah terbit.",
        reasons="Target tercapai.",
        next_steps="Memperluas ke desa.",
    )
    two = grid.row(
        "1.2",
        filled("amber"),
        title="Melatih petugas data",
        evidence="Pelatihan diadakan di 11 provinsi.",
        reasons="Anggaran dipotong.",
        next_steps="Melatih sisa provinsi.",
    )
    truth.commitment("2", "Layanan pengaduan publik")
    grid.band("Komitmen 2: Layanan pengaduan publik")
    grid.row(
        "2.1",
        filled("red"),
        title="Menyatukan nomor pengaduan",
        evidence="Belum ada kesepakatan.",
        reasons="Menunggu peraturan.",
        next_steps="Menyusun peraturan.",
    )
    four = grid.row(
        "2.2",
        filled("green"),
        title="Membuka data pengaduan",
        evidence="Data dibuka setiap bulan.",
        reasons="Berjalan sesuai rencana.",
        next_steps="Menambah grafik.",
    )
    comments = (
        (
            two,
            "Aksi 1.2",
            "Koalisi Warga Terbuka",
            "ngo",
            dt.date(2025, 2, 4),
            "4 Februari 2025",
            "Materi pelatihan tidak tersedia. Kami mengusulkan agar penilaian diubah menjadi merah.",
        ),
        (
            four,
            "Aksi 2.2",
            "Universitas Tanjung Raya",
            "academia",
            dt.date(2025, 2, 17),
            "17 Februari 2025",
            "Jika data mentah tidak dibuka sampai Juni 2025, penilaian sebaiknya diubah menjadi kuning.",
        ),
        (None, "Umum", "Perkumpulan Desa Pintar", "ngo", dt.date(2025, 2, 19), "19 Februari 2025", "Laporan ini mudah dibaca."),
    )
    answers = ("Materi akan diunggah pada Maret 2025.", None, "Terima kasih.")
    rows = [heads("Tanggapan pemerintah", "Tanggal", "Komentar", "Organisasi", "Aksi")]
    for (owner, target, who, kind, day, when, said), answer in zip(comments, answers, strict=True):
        rows.append(tuple(cell(t) for t in (answer, when, said, who, target)))
        explicit = "mengusulkan" in said
        conditional = said.startswith("Jika")
        row_id = truth.comment(
            owner,
            who,
            day,
            when,
            said,
            organisation_kind=kind,
            response=answer,
            proposal="explicit" if explicit else "conditional" if conditional else "none",
            proposed_rating="red" if explicit else "amber" if conditional else None,
            proposal_text="Kami mengusulkan agar penilaian diubah menjadi merah." if explicit else said if conditional else None,
            section=ANNEX,
            or_section=[None],
        )
        if owner is None:
            truth.finding("comment.names_no_milestone", row_id)
    legend = Table(
        rows=(
            (cell(None, FILL["green"]), cell("Hijau: selesai atau kemajuan substansial")),
            (cell(None, FILL["amber"]), cell("Kuning: kemajuan terbatas")),
            (cell(None, FILL["red"]), cell("Merah: belum dimulai atau sangat terlambat")),
        ),
        widths=(2, 9),
        head=0,
    )
    content = [
        title("Laporan Akhir Penilaian Mandiri"),
        p("Rencana Aksi Nasional Keterbukaan Pemerintah 2023-2024"),
        p("Indonesia"),
        p("Tanggal penyusunan: 31 Januari 2025"),
        h1("Penilaian komitmen"),
        legend,
        p("Warna pada kolom penilaian mengikuti keterangan di atas."),
        grid.table(),
        h1(ANNEX),
        Table(rows=tuple(rows), widths=(5.5, 3.4, 8, 5, 3)),
    ]
    return Document(language="id", content=content), truth
