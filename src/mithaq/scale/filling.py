"""A large register made at once: the rows that adding its documents one by one would come to, written in bulk.

Consolidation, and what engagements are listed and found by, are those of the register; only the search for neighbours is
left out, because acts are given apart. A test holds the outcome to that of adding.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from mithaq.gazetteer import shipped_aliases
from mithaq.register import Register, Report, consolidate, schema
from mithaq.register.database import open_database
from mithaq.register.intake import PERSON, key_rows, party_rows, prepare, report_row, sound_rows, source_row
from mithaq.register.links import relate
from mithaq.register.making import add_rows
from mithaq.register.version import reader_version
from mithaq.scale.invented import BLOCK, Invented, Telling

_NUMBERS = 10 * BLOCK
"""Reports of a block, at most: their numbers begin with those of the block."""
_TABLES = (
    schema.sources, schema.documents, schema.reports, schema.report_keys, schema.names, schema.name_keys,
    schema.report_parties, schema.unresolved, schema.engagements, schema.engagement_reports, schema.engagement_keys,
    schema.links, schema.searched,
)  # fmt: skip
_OFTEN = (schema.sources, schema.names, schema.name_keys, schema.unresolved)
"""Tables whose rows come again with other documents."""

Rows = dict[str, list[tuple[Any, ...]]]
Write = Callable[[Table, list[tuple[Any, ...]]], None]


def fill(where: str | Path, count: int, *, seed: int = 2024, processes: int | None = None) -> None:
    """Make a register of so many invented engagements where none is yet.

    Args:
        where: a path or URL.
        count: of engagements.
        seed: of the draw.
        processes: how many make rows beside the one that writes them; as many as there are cores if left out.
    """
    with Register.open(where):
        pass
    engine = open_database(where)
    try:
        with _writer(engine) as write, _blocks(Invented(count, seed=seed), processes) as blocks:
            met: dict[str, set[Any]] = defaultdict(set)
            for rows in blocks:
                for table in _OFTEN:
                    known = met[table.name]
                    new = [row for row in rows.get(table.name, ()) if row not in known]
                    rows[table.name] = list(dict.fromkeys(new))
                    known.update(new)
                for table in _TABLES:
                    if rows.get(table.name):
                        write(table, rows[table.name])
    finally:
        engine.dispose()


@contextmanager
def _blocks(invented: Invented, processes: int | None) -> Iterator[Iterator[Rows]]:
    numbers = range(invented.blocks)
    if invented.blocks < 3 or processes == 0:
        yield map(partial(_rows_of_block, invented), numbers)
        return
    with ProcessPoolExecutor(processes or os.cpu_count()) as pool:
        yield _in_turn(pool, invented, numbers)


def _in_turn(pool: ProcessPoolExecutor, invented: Invented, numbers: range) -> Iterator[Rows]:
    """What processes make, in order, a few blocks ahead of the writer."""
    left = iter(numbers)
    ahead = [pool.submit(_rows_of_block, invented, number) for number in islice(left, 6)]
    while ahead:
        yield ahead.pop(0).result()
        ahead += [pool.submit(_rows_of_block, invented, number) for number in islice(left, 1)]


def _rows_of_block(invented: Invented, number: int) -> Rows:
    """The rows of all tables for a block of acts, as tuples in the order of columns."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    first = number * _NUMBERS + 1
    for tellings in invented.block(number):
        first = add_tellings(rows, tellings, first)
    for place, row in enumerate(rows[schema.searched.name], start=number * _NUMBERS + 1):
        row["id"] = place
    columns = {table.name: list(table.columns.keys()) for table in _TABLES}
    return {name: [tuple(row.get(c) for c in columns[name]) for row in told] for name, told in rows.items()}


def add_tellings(rows: dict[str, list[dict[str, Any]]], tellings: list[Telling], first: int) -> int:
    """Add the rows of documents that tell what no other documents do; return the next free number of a report."""
    reports: list[Report] = []
    for document, events in tellings:
        row, sought = prepare(document, reader_version())
        rows[schema.documents.name].append(row)
        rows[schema.searched.name].append({"document": document.id, "text": sought})
        if document.source:
            rows[schema.sources.name].append(source_row(row))
        reports += [
            Report(document=document.id, ordinal=ordinal, event=event, published=document.published,
                   witness=row["witness"], sketch=row["sketch"])
            for ordinal, event in enumerate(events)
        ]  # fmt: skip
    numbers = {(report.document, report.ordinal): first + at for at, report in enumerate(reports)}
    engagements = consolidate(reports, aliases=shipped_aliases())
    published = {report.document: report.published for report in reports}
    components: dict[int, int] = {}
    for engagement in engagements:
        own = [numbers[telling.document, telling.ordinal] for telling in engagement.reports]
        components |= dict.fromkeys(own, min(own))
        add_rows(rows, engagement, min(own), published, numbers)
    for report in reports:
        number = numbers[report.document, report.ordinal]
        _add_report(rows, report, number, components[number])
    for one in engagements:
        for other in engagements:
            for kind in relate(one, other):
                rows[schema.links.name].append({"one": one.id, "kind": kind, "other": other.id})
    return first + len(reports)


def _add_report(rows: dict[str, list[dict[str, Any]]], report: Report, number: int, component: int) -> None:
    rows[schema.reports.name].append({**report_row(report), "id": number, "component": component})
    rows[schema.report_keys.name] += key_rows(number, report)
    for row, named in party_rows(number, report):
        rows[schema.report_parties.name].append(row)
        for name in named:
            rows[schema.names.name].append(name)
            if name["kind"] == PERSON:
                rows[schema.name_keys.name] += sound_rows(name["id"], name["form"])
            rows[schema.unresolved.name].append({"code": name["code"]})


@contextmanager
def _writer(engine: Engine) -> Iterator[Write]:
    """Gives what writes rows of a table; indexes are made when all is written."""
    is_sqlite = engine.dialect.name == "sqlite"
    indexes = sorted(
        (index for table in _TABLES for index in table.indexes), key=lambda index: index.name or ""
    )
    with engine.connect().execution_options(writes=True) as connection:
        raw: Any = connection.connection.driver_connection
        if is_sqlite:  # a fill that is stopped is done anew: nothing waits for the disk
            for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "cache_size = -400000"):
                raw.execute(f"PRAGMA {pragma}")
        with connection.begin():
            for index in indexes:
                index.drop(connection)
            if is_sqlite:
                yield partial(_insert, raw)
            else:
                connection.exec_driver_sql("DROP INDEX searched_words")
                yield partial(_copy, raw)
                _finish_postgresql(connection)
            for index in indexes:
                index.create(connection)
        if is_sqlite:
            raw.execute("PRAGMA journal_mode = WAL")
    if not is_sqlite:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")


def _finish_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
    connection.exec_driver_sql("CREATE INDEX searched_words ON searched USING gin (text gin_trgm_ops)")
    for table in (schema.reports, schema.searched):
        connection.execute(
            select(func.setval(func.pg_get_serial_sequence(table.name, "id"), func.max(table.c.id)))
        )


def _insert(raw: Any, table: Table, rows: list[tuple[Any, ...]]) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.c)
    marks = ", ".join("?" * len(table.columns))
    raw.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows)


def _copy(raw: Any, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.c)
    with raw.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
