"""Engagements and documents that answer a question, found by keys, days and words; nothing is scanned whole.

Which index to walk is decided here, by how many rows each has: databases guess it wrong where a key has few rows and
another a million.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from mithaq.gazetteer import Aliases
from mithaq.lexicon.namekeys import name_keys
from mithaq.records import Document
from mithaq.register import schema
from mithaq.register.engagement import Engagement, Link
from mithaq.register.filters import Filters
from mithaq.register.intake import document_of
from mithaq.register.making import LONG
from mithaq.register.names import same_person
from mithaq.register.words import FEW, has_words, known_by_words

_AT_ONCE = 500
_UNKNOWN_DAY = "9999-12-31"

Condition = Callable[[Any], ColumnElement[bool]]
"""A condition on a column of ids."""

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
    """The ids of engagements in their order.

    Where few can be meant, because few have a name or the words, these are looked at and sorted. Else the engagements of the
    rarest key are walked in their order, until enough are met.
    """
    most = None if limit is None else limit + offset
    few, conditions = _few(connection, filters, names)
    table = schema.engagements
    if few is not None:
        query = _query(filters, table, filters.keys(), [condition(table.c.id) for condition in conditions])
        found: list[tuple[str, str, str]] = []
        for at in range(0, len(few), _AT_ONCE):
            some = query.where(table.c.id.in_(few[at : at + _AT_ONCE]))
            found += map(tuple, connection.execute(some))
        yield from (known for _, _, known in sorted(found)[offset:most])
        return
    days, wanted = _walked(connection, filters)
    query = _query(filters, days, wanted, [condition(_id_in(days)) for condition in conditions])
    query = query.order_by(days.c.first_day, days.c.last_day, _id_in(days))
    if filters.first is None:
        yield from (row[2] for row in _rows(connection, query.limit(limit).offset(offset or None)))
        return
    near = days.c.first_day >= _a_year_before(filters.first)
    long = _long_ones(connection, filters.first)
    older = connection.execute(query.where(~near, _id_in(days).in_(long))).all() if long else []
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


def _few(
    connection: Connection, filters: Filters, names: list[str] | None
) -> tuple[list[str] | None, list[Condition]]:
    """The engagements that names and words leave, if they are few; and the conditions for the column of ids, where they are not."""
    keys, searched = schema.engagement_keys, schema.searched
    chosen: list[set[str]] = []
    conditions: list[Condition] = []
    if names is not None:
        is_named = keys.c.key.in_([f"name:{name}" for name in names])
        told = list(connection.execute(select(keys.c.engagement).where(is_named).limit(FEW + 1)).scalars())
        if len(told) <= FEW:
            chosen.append(set(told))
        else:
            conditions.append(lambda known: exists().where(keys.c.engagement == known, is_named))
    if filters.words is not None:
        found = known_by_words(connection, filters.words, searched.c.engagement)
        if found is not None:
            chosen.append(set(found))
        else:
            likes = has_words(filters.words)
            conditions.append(lambda known: exists().where(searched.c.engagement == known, *likes))
    if not chosen:
        return None, conditions
    return sorted(set.intersection(*chosen)), conditions


def _walked(connection: Connection, filters: Filters) -> tuple[Any, list[str]]:
    """The table whose order is walked, narrowed to the rarest key where there is one, and the other keys."""
    keys = schema.engagement_keys
    wanted = filters.keys()
    if not wanted:
        return schema.engagements, []
    sizes = {key: _size(connection, key) for key in wanted}
    rarest = min(sizes, key=lambda key: (sizes[key], key))
    return select(keys).where(keys.c.key == rarest).subquery(), [key for key in wanted if key != rarest]


def _query(filters: Filters, days: Any, wanted: Sequence[str], conditions: Sequence[Any]) -> Select[Any]:
    """The query of the days and ids in a table that meet the conditions.

    Args:
        days: engagements, or keys of them.
        wanted: keys that they must have too.
        conditions: those of names and words.
    """
    table = schema.engagements
    query = select(days.c.first_day, days.c.last_day, _id_in(days))
    told: list[ColumnElement[bool]] = [*conditions, *(_has_key(days, key) for key in wanted)]
    if filters.last is not None:
        told.append(days.c.first_day <= filters.last)
    if filters.first is not None:
        told += [days.c.last_day >= filters.first, days.c.first_day < _UNKNOWN_DAY]
    of_row: list[ColumnElement[bool]] = []
    if filters.status is None:
        of_row.append(table.c.status != "rejected")
    if filters.confidence is not None:
        of_row.append(table.c.confidence >= filters.confidence)
    if filters.witnesses is not None:
        of_row.append(table.c.witnesses >= filters.witnesses)
    if filters.has_conflicts is False:
        of_row.append(table.c.conflicts == 0)
    if of_row and days is not table:
        query = query.join(table, table.c.id == _id_in(days))
    return query.where(*told, *of_row)


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
