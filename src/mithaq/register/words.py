"""Words sought in folded texts: the rows of `searched` that have them all.

Words that few have are looked up; those that many have are met soon by walking what they are sought in, in its order.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, or_, select, text

from mithaq.records import Document
from mithaq.register import schema
from mithaq.register.filters import patterns
from mithaq.register.intake import document_of

FEW = 5000
"""Rows up to which what is found by words is sorted; beyond, it is walked in its order until enough are met."""


def find_documents(connection: Connection, words: str, *, limit: int | None = None) -> list[Document]:
    """The documents that have all words, the latest first, those without a day last."""
    table, searched = schema.documents, schema.searched
    few = known_by_words(connection, words, searched.c.document)
    query = select(table)
    if few is not None:
        days = [
            row
            for at in range(0, len(few), 500)
            for row in connection.execute(
                select(table.c.published, table.c.id).where(table.c.id.in_(few[at : at + 500]))
            )
        ]
        days.sort(key=lambda row: row.id)
        days.sort(key=lambda row: row.published or "", reverse=True)
        chosen = [row.id for row in days][:limit]
        found: dict[str, Document] = {}
        for at in range(0, len(chosen), 500):
            some = connection.execute(query.where(table.c.id.in_(chosen[at : at + 500])))
            found |= {row.id: document_of(row) for row in some}
        return [found[known_as] for known_as in chosen]
    query = query.join(searched, searched.c.document == table.c.id).where(*has_words(words))
    dated = query.where(table.c.published.is_not(None)).order_by(table.c.published.desc(), table.c.id)
    rows: list[Row[Any]] = list(connection.execute(dated.limit(limit)))
    if limit is None or len(rows) < limit:
        left = None if limit is None else limit - len(rows)
        undated = query.where(table.c.published.is_(None)).order_by(table.c.id)
        rows += connection.execute(undated.limit(left))
    return [document_of(row) for row in rows]


def known_by_words(connection: Connection, words: str, column: Column[str]) -> list[str] | None:
    """The ids in a column of `searched` that have all words, in no order; None if they are more than `FEW`."""
    if connection.dialect.name != "sqlite":
        query = select(column).where(column.is_not(None), *has_words(words)).limit(FEW + 1)
        found = set(connection.execute(query).scalars())
        return sorted(found) if len(found) <= FEW else None
    met: set[str] = set()
    for each in product(*patterns(words)):
        told = " AND ".join(f"w.text LIKE :w{place}" for place in range(len(each)))
        bound = {f"w{place}": f"%{pattern}%" for place, pattern in enumerate(each)}
        walk = text(
            f"SELECT s.{column.name} FROM searched_words AS w CROSS JOIN searched AS s ON s.id = w.rowid "
            f"WHERE {told} AND s.{column.name} IS NOT NULL LIMIT {FEW + 1}"
        )
        met.update(connection.execute(walk, bound).scalars())
        if len(met) > FEW:
            return None
    return sorted(met)


def has_words(words: str) -> list[ColumnElement[bool]]:
    """That the text of a row of `searched` has all words."""
    column = schema.searched.c.text
    return [or_(*(column.like(f"%{pattern}%") for pattern in any_of)) for any_of in patterns(words)]
