"""Tables of words: a bad row is refused with file, line, expected and found, and all faults come at once."""

from __future__ import annotations

from pathlib import Path

from mithaq.lexicon import read_table

HEADER = "form\tclass\tvalue\tregion\tnote\n"


def table(tmp_path: Path, body: str, *, header: str = HEADER) -> Path:
    path = tmp_path / "words.tsv"
    path.write_bytes((header + body).encode("utf-8"))
    return path


def test_reads_rows_with_their_lines(tmp_path: Path) -> None:
    rows, faults = read_table(table(tmp_path, "لقاء\tmeet.noun\t-\t\t\nزيارة\tvisit.noun\t-\tMA\tx\n"))
    assert not faults
    assert [(row.form, row.cls, row.region, row.note, row.line) for row in rows] == [
        ("لقاء", "meet.noun", "", "", 2),
        ("زيارة", "visit.noun", "MA", "x", 3),
    ]


def test_tells_all_faults_at_once(tmp_path: Path) -> None:
    path = table(tmp_path, "لقاء\tmeet.noun\n ب\tx\ty\t\t\n\tx\ty\t\t\nت\tx\ty\t\t\nت\tx\ty\t\t\n")
    rows, faults = read_table(path)
    assert [row.form for row in rows] == ["ت"]
    assert [fault.line for fault in faults] == [2, 3, 4, 6]
    assert str(faults[0]).startswith(f"{path}:2: expected 5 columns, found 2")


def test_refuses_another_header(tmp_path: Path) -> None:
    rows, faults = read_table(table(tmp_path, "a\tb\tc\t\t\n", header="word\tclass\tvalue\tregion\tnote\n"))
    assert not rows
    assert "expected the header form class value region note" in str(faults[0])


def test_refuses_broken_utf8_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_bytes(HEADER.encode() + "لقاء\tx\ty\t\t\n".encode() + b"\xff\xfe\t\t\t\t\n")
    rows, faults = read_table(path)
    assert not rows
    assert str(faults[0]) == f"{path}:3: expected UTF-8, found byte 0xff"


def test_refuses_decomposed_letters_and_controls(tmp_path: Path) -> None:
    _, faults = read_table(table(tmp_path, "ا\u0654\tx\ty\t\t\nلقاء\u200f\tx\ty\t\t\n"))
    assert [fault.expected for fault in faults] == ["Unicode form NFC", "no control or format character"]


def test_refuses_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_bytes(b"")
    assert "an empty file" in str(read_table(path)[1][0])
