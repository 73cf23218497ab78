"""Tables: CSV with a Frictionless data package, Parquet, XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from mithaq import __version__
from mithaq.errors import UsageError
from mithaq.publish.whole import whole_bytes, whole_path, whole_text
from mithaq.register import Engagement, rows
from mithaq.register.rows import Column, Lookup, Row
from mithaq.sources.seen import Seen

_KEYS = {"engagements": ["id"], "parties": ["engagement", "ordinal"], "documents": ["id"]}
_FOREIGN = {
    "parties": {"engagement": "engagements"},
    "tellings": {"engagement": "engagements", "document": "documents"},
}
_BATCH = 1000
_SHEET_ROWS = 1_048_575
"""Rows that a sheet of XLSX holds below its heading."""
_CELL = 32_767
"""Characters that a cell of XLSX holds."""


def write_csv(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """CSV: one table of engagements for a path that ends in `.csv`, else a folder with four and their data package."""
    if path.suffix.lower() == ".csv":
        with whole_text(path) as text:
            writer = _csv_writer(text, rows.ENGAGEMENTS)
            return _count(map(rows.engagement_row, engagements), writer)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        why = (fault.strerror or str(fault)).lower()
        raise UsageError(
            f"{path}: expected a folder for the tables, or a file .csv for one: {why}"
        ) from fault
    with ExitStack() as files:
        writers = {
            name: _csv_writer(files.enter_context(whole_text(path / f"{name}.csv")), columns)
            for name, columns in rows.TABLES.items()
        }
        number = _spread(engagements, lookup, {name: writer.writerow for name, writer in writers.items()})
        package = files.enter_context(whole_bytes(path / "datapackage.json"))
        package.write(msgspec.json.format(msgspec.json.encode(_data_package()), indent=2))
    return number


def write_xlsx(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """A workbook with a sheet for each of the four tables."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with whole_path(path) as name, ExitStack() as files:
        workbook = files.enter_context(xlsxwriter.Workbook(str(name), options))
        bold = workbook.add_format({"bold": True})
        sheets = {}
        for table, columns in rows.TABLES.items():
            sheet = workbook.add_worksheet(table)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [column.name for column in columns], bold)
            sheets[table] = _Sheet(sheet, columns)
        number = _spread(engagements, lookup, {table: sheet.add for table, sheet in sheets.items()})
        too_long = [table for table, sheet in sheets.items() if sheet.row > _SHEET_ROWS]
        if too_long:
            raise UsageError(
                f"{path}: a sheet holds {_SHEET_ROWS:,} rows, and {', '.join(too_long)} has more. "
                "Export fewer engagements, or as csv or parquet"
            )
    return number


def write_parquet(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """One Parquet file: a row an engagement, with its parties and tellings as lists of records."""
    from pyarrow import parquet

    from mithaq.register import frames

    schema = frames.nested_schema()
    number = 0
    with whole_path(path) as name, parquet.ParquetWriter(name, schema, compression="zstd") as writer:
        stream = iter(engagements)
        while batch := list(islice(stream, _BATCH)):
            writer.write_table(frames.nested_table(batch))
            number += len(batch)
    return number


def _spread(engagements: Iterable[Engagement], lookup: Lookup, add: Any) -> int:
    """Give the rows of each table to the function that `add` has for it; a document is given once."""
    number, known = 0, Seen()
    for engagement in engagements:
        number += 1
        add["engagements"](rows.engagement_row(engagement))
        for row in rows.party_rows(engagement):
            add["parties"](row)
        for row in rows.telling_rows(engagement):
            add["tellings"](row)
        for document in engagement.documents:
            if known.add(document):
                add["documents"](rows.document_row(document, lookup(document)))
    return number


def _count(told: Iterator[Row], writer: csv.DictWriter[str]) -> int:
    number = 0
    for row in told:
        writer.writerow(row)
        number += 1
    return number


def _csv_writer(text: Any, columns: tuple[Column, ...]) -> csv.DictWriter[str]:
    writer = csv.DictWriter(text, [column.name for column in columns], lineterminator="\r\n")
    writer.writeheader()
    return writer


class _Sheet:
    def __init__(self, sheet: Any, columns: tuple[Column, ...]) -> None:
        self.sheet = sheet
        self.columns = columns
        self.row = 0

    def add(self, row: Row) -> None:
        self.row += 1
        for place, column in enumerate(self.columns):
            value = row[column.name]
            if isinstance(value, str):
                self.sheet.write_string(self.row, place, value[:_CELL])
            elif value is not None:
                self.sheet.write_number(self.row, place, value)


def _data_package() -> dict[str, Any]:
    return {
        "name": "mithaq-engagements",
        "title": "Engagements of security diplomacy, with their evidence",
        "profile": "tabular-data-package",
        "version": __version__,
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": _schema(name, columns),
            }
            for name, columns in rows.TABLES.items()
        ],
    }


def _schema(name: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [{"name": c.name, "type": c.type, "description": c.about} for c in columns],
        "missingValues": [""],
    }
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if name in _FOREIGN:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": table, "fields": ["id"]}}
            for field, table in _FOREIGN[name].items()
        ]
    return schema
