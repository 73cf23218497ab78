"""The tables of `rows` with typed columns, for Parquet and for data frames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pyarrow as arrow

from mithaq.errors import UsageError
from mithaq.register import rows
from mithaq.register.engagement import Engagement
from mithaq.register.rows import Column, Row

_TYPES = {
    "string": arrow.string(),
    "integer": arrow.int64(),
    "number": arrow.float64(),
    "date": arrow.date32(),
}


def arrow_table(name: str, told: Iterable[Row]) -> Any:
    """Rows of one of `rows.TABLES` as a `pyarrow.Table` of its columns.

    Raises:
        UsageError: there is no such table.
    """
    if name not in rows.TABLES:
        raise UsageError(f"expected a table of {', '.join(rows.TABLES)}, found {name!r}")
    columns = rows.TABLES[name]
    schema = arrow.schema([(column.name, _TYPES[column.type]) for column in columns])
    return arrow.Table.from_pylist([_typed(row, columns) for row in told], schema)


def polars_frame(name: str, told: Iterable[Row]) -> Any:
    """Rows of one of `rows.TABLES` as a `polars.DataFrame`.

    Raises:
        UsageError: there is no such table, or polars is not installed.
    """
    return _library("polars").from_arrow(arrow_table(name, told))


def pandas_frame(name: str, told: Iterable[Row]) -> Any:
    """Rows of one of `rows.TABLES` as a `pandas.DataFrame` on Arrow columns: whole numbers stay whole beside gaps.

    Raises:
        UsageError: there is no such table, or pandas is not installed.
    """
    return arrow_table(name, told).to_pandas(types_mapper=_library("pandas").ArrowDtype)


def nested_schema() -> Any:
    """The `pyarrow.Schema` of engagements with their parties and tellings as lists of records."""
    return arrow.schema(
        [
            *((column.name, _TYPES[column.type]) for column in rows.ENGAGEMENTS),
            ("party_list", arrow.list_(_record(rows.PARTIES))),
            ("telling_list", arrow.list_(_record(rows.TELLINGS))),
        ]
    )


def nested_table(engagements: Iterable[Engagement]) -> Any:
    """Engagements as a `pyarrow.Table` of `nested_schema`."""
    return arrow.Table.from_pylist([_nested(engagement) for engagement in engagements], nested_schema())


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as fault:
        raise UsageError(
            f"expected the library {name}, which is not installed. Install it with: pip install 'mithaq[notebook]'"
        ) from fault


def _record(columns: tuple[Column, ...]) -> Any:
    return arrow.struct(
        [(column.name, _TYPES[column.type]) for column in columns if column.name != "engagement"]
    )


def _nested(engagement: Engagement) -> Row:
    return {
        **_typed(rows.engagement_row(engagement), rows.ENGAGEMENTS),
        "party_list": list(rows.party_rows(engagement)),
        "telling_list": list(rows.telling_rows(engagement)),
    }


def _typed(row: Row, columns: tuple[Column, ...]) -> Row:
    for column in columns:
        if column.type == "date" and row[column.name]:
            row[column.name] = dt.date.fromisoformat(row[column.name])
    return row
