"""Documents from the rows of a table, CSV or Parquet: a column for each field."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from mithaq.errors import InputError
from mithaq.sources.budget import Budget
from mithaq.sources.days import day_of
from mithaq.sources.decode import marked_codec
from mithaq.sources.items import FIELDS, LARGEST, Columns, Found
from mithaq.sources.lines import BROKEN, MARKING

_ROWS = 8  # of Parquet that are held at once
_TOO_LONG = (
    f"expected at most {LARGEST // 1_000_000} MB a row, found a longer one; is a quotation mark left open? "
    "What follows is not read"
)


def read_csv(
    stream: BinaryIO, *, columns: Columns, codec: str | None = None, delimiter: str | None = None
) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    """The line on which each row begins, from 1, and the fields of its document, or what is wrong with it.

    Args:
        stream: opened for bytes; its first row names the columns.
        columns: names of columns that are not those of the fields.
        codec: how it is encoded; None reads UTF-16 with its mark, and else UTF-8.
        delimiter: what divides cells; None finds out whether comma, semicolon or tab by the first row.

    Raises:
        InputError: it has no rows, or none of its columns is the text.
    """
    lines = _Lines(stream, codec)
    first = next(lines, "")
    if not first.strip():
        raise InputError("expected a table with names of columns in its first row, found none; add them")
    divider = delimiter or max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST)
    lines.push_back(first)
    rows = csv.reader(lines, delimiter=divider, strict=False)
    names = [name.strip() for name in next(rows)]
    places = _places(names, columns)
    while True:
        start = rows.line_num + 1
        lines.length = 0
        try:
            row = next(rows, None)
        except (csv.Error, InputError) as wrong:
            yield start, InputError(_TOO_LONG if isinstance(wrong, csv.Error) else str(wrong))
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield start, _record(row, places)


def _record(row: list[str], places: Mapping[str, int]) -> dict[str, object] | InputError:
    if any(BROKEN in cell for cell in row):
        return InputError(
            "expected UTF-8, found bytes that are not; mend the row, or name the encoding of the file with --encoding, "
            "such as cp1256 for Windows Arabic"
        )
    record: dict[str, object] = {
        field: row[place] for field, place in places.items() if place < len(row) and row[place].strip()
    }
    if "text" not in record:
        return InputError("expected a text in the row, found none; fill it, or leave the row out")
    return _dated(record)


def _dated(record: dict[str, object]) -> dict[str, object]:
    told = record.get("published")
    if isinstance(told, str) and (day := day_of(told)):
        record["published"] = day
    return record


def _places(names: Iterable[str], columns: Columns) -> dict[str, int]:
    known: dict[str, int] = {}
    for place, name in enumerate(names):
        known.setdefault(name, place)
    small = {name.lower(): place for name, place in known.items()}
    places = {}
    for field in FIELDS:
        wanted = columns.get(field, field)
        if (at := known.get(wanted, small.get(wanted.lower()))) is not None:
            places[field] = at
        elif field in columns:
            raise InputError(f"expected a column {wanted!r}, found {_listed(known)}; mend --column")
    if "text" not in places:
        raise InputError(
            f"expected a column `text`, found {_listed(known)}; "
            "name the one that holds the text: --column text=NAME"
        )
    return places


def _listed(names: Iterable[str]) -> str:
    shown = [repr(name[:40]) for name in names if name][:12]
    return ", ".join(shown) or "none with a name"


class _Lines:
    """Lines of a stream as text, for `csv`; of a row that never ends, no more than the largest document."""

    def __init__(self, stream: BinaryIO, codec: str | None) -> None:
        head = stream.read(4)
        chosen = codec or marked_codec(head) or "utf-8-sig"
        rest = _Whole(head, stream)
        self._stream = io.TextIOWrapper(io.BufferedReader(rest), chosen, MARKING, newline="")
        self._pushed: list[str] = []
        self.length = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._pushed.pop() if self._pushed else self._stream.readline(LARGEST)
        self.length += len(line)
        if self.length > LARGEST:
            raise InputError(_TOO_LONG)
        if not line:
            raise StopIteration
        return line

    def push_back(self, line: str) -> None:
        self._pushed.append(line)


class _Whole(io.RawIOBase):
    """A stream with the bytes that were read ahead of it."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head or self._stream.read(len(buffer))
        self._head = b""
        if len(data) > len(buffer):
            data, self._head = data[: len(buffer)], data[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def read_parquet(path: str, *, columns: Columns) -> Iterator[Found]:
    """The documents of a Parquet file, a few rows at a time.

    Raises:
        InputError: it is none, or none of its columns is the text.
    """
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    budget = Budget("a Parquet file", os.path.getsize(path))
    try:
        with ParquetFile(path, memory_map=False, pre_buffer=False) as file:
            names = file.schema_arrow.names
            fields = {names[place]: field for field, place in _places(names, columns).items()}
            for batch in file.iter_batches(_ROWS, columns=list(fields), use_threads=False):
                for row in batch.to_pylist():
                    budget.spend(sum(len(value) for value in row.values() if isinstance(value, str | bytes)))
                    yield _found({fields[name]: value for name, value in row.items() if name in fields})
    except (ArrowException, OSError, ValueError) as wrong:
        raise InputError(
            f"expected a Parquet file, found none or a damaged one: {wrong!s:.200}; write it anew"
        ) from None


def _found(row: dict[str, object]) -> Found:
    record: dict[str, str | None] = {}
    for field, value in row.items():
        if value is None or isinstance(value, str):
            record[field] = value
        elif field == "published" and isinstance(value, date):
            record[field] = value.isoformat()[:10]
        elif field == "id" and isinstance(value, int) and not isinstance(value, bool):
            record[field] = str(value)
        else:
            return Found(
                fault=f"expected a string as `{field}`, found {type(value).__name__}; write it as text"
            )
    if not record.get("text"):
        return Found(
            fault="expected a text in the row, found none; fill it, or leave the row out", id=record.get("id")
        )
    return Found(**_dated(dict(record)))  # type: ignore[arg-type]
