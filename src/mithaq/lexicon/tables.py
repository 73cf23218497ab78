"""Read tables of words: TSV with a header, one form a row, plain strings.

A bad row is reported as a `Fault` with file, line, what was expected and what was found; reading goes on, so
that all faults of a table come at once.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

_JOINERS = "\u200c\u200d"  # part of the spelling of names in Persian and Bengali
WORD_COLUMNS = ("form", "class", "value", "region", "note")


class Fault(NamedTuple):
    """One row or setting that does not hold to its form; `line` counts from 1."""

    path: str
    line: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: expected {self.expected}, found {self.found}"


class Row(NamedTuple):
    """One row of a table of words."""

    form: str
    cls: str
    value: str
    region: str
    note: str
    line: int


def read_cells(path: Path, columns: tuple[str, ...] | None = None) -> tuple[list[list[str]], list[Fault]]:
    """The cells of a TSV, header first, and the faults of its outer form.

    Args:
        path: the file, UTF-8.
        columns: the header that the file must have; None takes any.
    """
    name = str(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as broken:
        at = broken.object[: broken.start].count(b"\n") + 1
        return [], [Fault(name, at, "UTF-8", f"byte 0x{broken.object[broken.start]:02x}")]
    if not text:
        return [], [Fault(name, 1, "a header line", "an empty file")]
    faults = []
    if text.startswith("\ufeff"):
        faults.append(Fault(name, 1, "no byte order mark", "a byte order mark"))
        text = text[1:]
    rows: list[list[str]] = []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        cells = line.split("\t")
        rows.append(cells)
        if number == 1:
            if columns and tuple(cells) != columns:
                faults.append(Fault(name, 1, "the header " + " ".join(columns), repr(line)))
                return [], faults
            continue
        if len(cells) != len(rows[0]):
            faults.append(Fault(name, number, f"{len(rows[0])} columns", f"{len(cells)} in {line!r}"))
            rows[-1] = (cells + [""] * len(rows[0]))[: len(rows[0])]
        for cell in cells:
            if cell != cell.strip():
                faults.append(Fault(name, number, "no space at the edges of a cell", repr(cell)))
            if not unicodedata.is_normalized("NFC", cell):
                faults.append(Fault(name, number, "Unicode form NFC", repr(cell)))
            if cell.isprintable():
                continue
            joiners = "" if columns else _JOINERS
            if any(unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in joiners for char in cell):
                faults.append(Fault(name, number, "no control or format character", repr(cell)))
    return rows, faults


def shipped_rows(path: str) -> list[list[str]]:
    """The cells of a TSV of this package, header first; none where it has no such table.

    The table is not checked: `mithaq lexicon check` does that.

    Args:
        path: below the package, as `gazetteer/countries.tsv`.
    """
    table = files("mithaq") / path
    lines = table.read_text("utf-8").splitlines() if table.is_file() else []
    return [line.split("\t") for line in lines]


@cache
def shipped_languages() -> tuple[str, ...]:
    """The languages of which this package has a folder of words."""
    folders = (files("mithaq") / "languages").iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / "pack.toml").is_file()))


def read_table(path: Path) -> tuple[list[Row], list[Fault]]:
    """The rows of a table of words and its faults; a faulty row is left out."""
    cells, faults = read_cells(path, WORD_COLUMNS)
    name = str(path)
    bad = {fault.line for fault in faults}
    rows, seen = [], set()
    for number, (form, cls, value, region, note) in enumerate(cells[1:], start=2):
        if number in bad:
            continue
        if not form or not cls or not value:
            faults.append(Fault(name, number, "a form, a class and a value", f"{form!r} {cls!r} {value!r}"))
        elif (form, cls, value) in seen:
            faults.append(Fault(name, number, "each form, class and value once", f"{form!r} again"))
        else:
            seen.add((form, cls, value))
            rows.append(Row(form, cls, value, region, note, number))
    return rows, faults


def with_script(settings: dict[str, Any], languages: Path) -> dict[str, Any]:
    """The settings of a pack laid over those of the script that it names, `languages/NAME.toml`.

    Raises:
        OSError: there is no such script.
        tomllib.TOMLDecodeError: its file is no TOML.
    """
    name = settings["pack"].get("script")
    if not name:
        return settings
    base = tomllib.loads((languages / f"{name}.toml").read_text("utf-8"))
    laid = {table: {**base.get(table, {}), **settings.get(table, {})} for table in base}
    return {**settings, **laid}
