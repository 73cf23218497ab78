"""Engagements and documents that answer a question, found by keys, days and words; nothing is scanned whole.

Which index to walk is decided here, by how many rows each has: databases guess it wrong where a key has few rows and
another a million.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, text

from mithaq.gazetteer import Aliases
from mithaq.lexicon.namekeys import name_keys
from mithaq.records import Document
from mithaq.register import schema
from mithaq.register.engagement import Engagement, Link
from mithaq.register.filters import Filters, patterns
from mithaq.register.intake import document_of
from mithaq.register.making import LONG
from mithaq.register.names import same_person

_FEW = 3000
"""Rows up to which what is found by words is sorted; beyond, engagements are walked by date until enough are met."""

_AT_ONCE = 500
_UNKNOWN_DAY = "9999-12-31"

_decode = msgspec.json.Decoder(Engagement).decode


def find_engagements(
    connection: Connection, filters: Filters, aliases: Aliases, *, limit: int | None, offset: int = 0
) -> Iterator[Engagement]:
    """The engagements that meet all conditions, by date and id, some hundreds of them in memory at a time.

    Args:
        connection: of a reader, open until the last is taken.
        filters: the conditions.
        aliases: what else persons are called.
        limit: at most so many; None gives all.
        offset: so many are passed over.
    """
    names = None if filters.person is None else names_like(connection, filters.person, aliases)
    if names == []:
        return
    found = _ids(connection, filters, names, limit, offset)
    while some := list(islice(found, _AT_ONCE)):
        yield from with_links(connection, _engagements(connection, some))


def _ids(
    connection: Connection, filters: Filters, names: list[str] | None, limit: int | None, offset: int
) -> Iterator[str]:
    days, query = _query(connection, filters, names)
    if filters.first is None:
        yield from (row[2] for row in _rows(connection, query.limit(limit).offset(offset or None)))
        return
    most = None if limit is None else limit + offset
    near = days.c.first_day >= _a_year_before(filters.first)
    known_as = _id_in(days)
    long = _long_ones(connection, filters.first)
    older = connection.execute(query.where(~near, known_as.in_(long))).all() if long else []
    newer = _rows(connection, query.where(near).limit(most))
    rows: Iterator[tuple[str, str, str]] = merge(map(tuple, older), map(tuple, newer))
    yield from (known for _, _, known in islice(rows, offset, most))


def _rows(connection: Connection, query: Select[Any]) -> Iterable[Any]:
    """The rows of a query, fetched as they are taken where nothing bounds their number."""
    if query._limit_clause is None:
        return connection.execute(query, execution_options={"yield_per": _AT_ONCE})
    return connection.execute(query).all()


def count_engagements(connection: Connection) -> int:
    """How many engagements there are, without those that were rejected."""
    table = schema.engagements
    query = select(func.count()).select_from(table).where(table.c.status != "rejected")
    return int(connection.execute(query).scalar_one())


def years_of_engagements(connection: Connection) -> list[str]:
    """The years in which engagements begin."""
    table = schema.engagements
    year = func.substr(table.c.first_day, 1, 4)
    query = select(year).where(table.c.first_day < _UNKNOWN_DAY).distinct().order_by(year)
    return list(connection.execute(query).scalars())


def parties_by_number(connection: Connection) -> dict[str, int]:
    """How many engagements each party has, the most frequent first."""
    keys = schema.engagement_keys
    query = (
        select(keys.c.key, func.count())
        .where(keys.c.key >= "party:", keys.c.key < "party;")
        .group_by(keys.c.key)
    )
    found = {str(key).removeprefix("party:"): int(number) for key, number in connection.execute(query)}
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def engagement_by_id(connection: Connection, known_as: str) -> Engagement | None:
    """One engagement; None if there is none of this id."""
    query = select(schema.engagements.c.record).where(schema.engagements.c.id == known_as)
    record = connection.execute(query).scalar()
    return with_links(connection, [_decode(record)])[0] if record is not None else None


def find_documents(connection: Connection, words: str, *, limit: int | None = None) -> list[Document]:
    """The documents that have all words, the latest first."""
    documents, searched = schema.documents, schema.searched
    query = (
        select(documents)
        .join(searched, searched.c.document == documents.c.id)
        .where(_has_words(connection, words))
        .order_by(documents.c.published.desc().nulls_last(), documents.c.id)
        .limit(limit)
    )
    return [document_of(row) for row in connection.execute(query)]


def all_documents(connection: Connection) -> Iterator[Document]:
    """All documents in the order of publication, those without a day first, some hundreds in memory at a time."""
    table = schema.documents
    query = select(table.c.id).order_by(table.c.published.nulls_first(), table.c.id)
    found = (row[0] for row in _rows(connection, query))
    while some := list(islice(found, _AT_ONCE)):
        yield from documents_by_id(connection, some)


def documents_by_id(connection: Connection, known_as: Sequence[str]) -> list[Document]:
    """The documents of these ids, in the order of these; those that are not there are passed over."""
    table = schema.documents
    found: dict[str, Document] = {}
    for at in range(0, len(known_as), _AT_ONCE):
        query = select(table).where(table.c.id.in_(known_as[at : at + _AT_ONCE]))
        found |= {row.id: document_of(row) for row in connection.execute(query)}
    return [found[each] for each in known_as if each in found]


def names_like(connection: Connection, name: str, aliases: Aliases) -> list[str]:
    """The numbers of the forms that can be of a person of this name, in any script."""
    names, keys = schema.names, schema.name_keys
    key = aliases.key(name)
    wanted = {sound for form in (name, *(aliases.forms(key) if key else ())) for sound in name_keys(form)}
    query = (
        select(names.c.id, names.c.form)
        .join(keys, keys.c.name == names.c.id)
        .where(keys.c.key.in_(sorted(wanted)))
        .distinct()
    )
    rows = connection.execute(query).all() if wanted else []
    return sorted(row.id for row in rows if same_person(name, row.form, aliases))


def with_links(connection: Connection, engagements: list[Engagement]) -> list[Engagement]:
    """Engagements with their links."""
    table = schema.links
    by_id = {engagement.id: engagement for engagement in engagements}
    names = sorted(by_id)
    for at in range(0, len(names), 500):
        some = names[at : at + 500]
        for column, other, way in ((table.c.one, table.c.other, "to"), (table.c.other, table.c.one, "from")):
            query = select(column, table.c.kind, other).where(column.in_(some))
            for own, kind, found in connection.execute(query):
                by_id[own].links.append(Link(kind=kind, engagement=found, way=way))
    for engagement in engagements:
        engagement.links.sort(key=lambda link: (link.kind, link.way, link.engagement))
    return engagements


def _engagements(connection: Connection, names: list[str]) -> list[Engagement]:
    """Engagements by their ids, in the order of these."""
    table = schema.engagements
    found: dict[str, Engagement] = {}
    for at in range(0, len(names), 500):
        query = select(table.c.record).where(table.c.id.in_(names[at : at + 500]))
        found |= {known.id: known for known in map(_decode, connection.execute(query).scalars())}
    return [found[name] for name in names]


def _query(connection: Connection, filters: Filters, names: list[str] | None) -> tuple[Any, Select[Any]]:
    """The table whose index is walked, the shortest that answers, and the query of days and ids in their order."""
    table, keys = schema.engagements, schema.engagement_keys
    wanted = filters.keys()
    sizes = {key: _size(connection, key) for key in wanted}
    walked = min(sizes, key=lambda key: (sizes[key], key), default=None)
    conditions: list[ColumnElement[bool]] = []
    days: Any = table if walked is None else keys
    order = (days.c.first_day, days.c.last_day, _id_in(days))
    query = select(*order).order_by(*order)
    if walked is not None:
        query = query.where(keys.c.key == walked)
    conditions += [_has_key(days, key) for key in wanted if key != walked]
    if names is not None:
        told = select(keys.c.engagement).where(keys.c.key.in_([f"name:{name}" for name in names]))
        conditions.append(_id_in(days).in_(list(connection.execute(told).scalars())))
    if filters.words is not None:
        conditions.append(_found_by_words(connection, filters.words, _id_in(days)))
    if filters.last is not None:
        conditions.append(days.c.first_day <= filters.last)
    if filters.first is not None:
        conditions += [days.c.last_day >= filters.first, days.c.first_day < _UNKNOWN_DAY]
    of_row: list[ColumnElement[bool]] = []
    if filters.status is None:
        of_row.append(table.c.status != "rejected")
    if filters.confidence is not None:
        of_row.append(table.c.confidence >= filters.confidence)
    if filters.witnesses is not None:
        of_row.append(table.c.witnesses >= filters.witnesses)
    if filters.has_conflicts is False:
        of_row.append(table.c.conflicts == 0)
    if of_row and walked is not None:
        query = query.join(table, table.c.id == keys.c.engagement)
    return days, query.where(*conditions, *of_row)


def _size(connection: Connection, key: str) -> int:
    """How many engagements a key has, counted up to ten thousand."""
    keys = schema.engagement_keys
    some = select(keys.c.engagement).where(keys.c.key == key).limit(10000).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _has_key(days: Any, key: str) -> ColumnElement[bool]:
    """That an engagement has a key: a look-up of one row."""
    other = schema.engagement_keys.alias()
    has_key: ColumnElement[bool] = exists().where(
        other.c.key == key,
        other.c.first_day == days.c.first_day,
        other.c.last_day == days.c.last_day,
        other.c.engagement == _id_in(days),
    )
    return has_key


def _id_in(days: Any) -> Any:
    return days.c.engagement if "engagement" in days.c else days.c.id


def _long_ones(connection: Connection, first: str) -> list[str]:
    """The engagements that begin more than a year before a day and may touch it."""
    keys = schema.engagement_keys
    query = select(keys.c.engagement).where(
        keys.c.key == "span:long", keys.c.first_day < first, keys.c.last_day >= first
    )
    return list(connection.execute(query).scalars())


def _a_year_before(day: str) -> str:
    known = dt.date.fromisoformat(day)
    return (known - dt.timedelta(days=min(LONG + 1, known.toordinal() - 1))).isoformat()


def _found_by_words(connection: Connection, words: str, known_as: Any) -> ColumnElement[bool]:
    """That an engagement has all words.

    Words that few have are looked up; those that many have are met soon by walking engagements by date.
    """
    searched = schema.searched
    found = (
        select(searched.c.engagement)
        .where(searched.c.engagement.is_not(None), _has_words(connection, words))
        .limit(_FEW + 1)
    )
    few = list(connection.execute(found).scalars())
    if len(few) <= _FEW:
        is_found: ColumnElement[bool] = known_as.in_(few)
        return is_found
    return exists().where(
        searched.c.engagement == known_as, *(or_(*any_of) for any_of in _likes(searched.c.text, words))
    )


def _has_words(connection: Connection, words: str) -> ColumnElement[bool]:
    """That a row of `searched` has all words, by the index of words."""
    searched = schema.searched
    if connection.dialect.name != "sqlite":
        return and_(*(or_(*any_of) for any_of in _likes(searched.c.text, words)))
    parts = []
    for number, any_of in enumerate(patterns(words)):
        found = " UNION ".join(
            f"SELECT rowid FROM searched_words WHERE text LIKE :w{number}x{place}"
            for place in range(len(any_of))
        )
        bound = {f"w{number}x{place}": f"%{pattern}%" for place, pattern in enumerate(any_of)}
        parts.append(text(f"searched.id IN ({found})").bindparams(**bound))
    return and_(*parts)


def _likes(column: Any, words: str) -> Sequence[list[ColumnElement[bool]]]:
    return [[column.like(f"%{pattern}%") for pattern in any_of] for any_of in patterns(words)]
