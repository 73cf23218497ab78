"""Which reports may be of one act: new reports are placed in components, beside those that they may join.

Consolidation of a component needs nothing outside of it, so that a new document changes the engagements of a few reports and
not of the register. Components grow together where a report joins two; that one has fallen apart after a document was
taken out does no harm.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from mithaq.gazetteer import Aliases
from mithaq.register import schema
from mithaq.register.decisions import Decision, Target, document_by_hand, find
from mithaq.register.intake import mark_stale, report_of
from mithaq.register.matching import LONGEST, NEUTRAL, PUT_OFF, Facts, affinity, facts_of, keys_of, reach_of

_AT_ONCE = 200
_FARTHEST = LONGEST + PUT_OFF + 30
"""Days of the longest reach that a report can have."""


def place_some(connection: Connection, aliases: Aliases, decisions: Sequence[Decision]) -> int:
    """Place up to 200 reports that have no component yet, and mark what they change as stale.

    Returns:
        How many were placed.
    """
    reports, documents = schema.reports, schema.documents
    query = (
        select(reports, documents.c.published)
        .join(documents, documents.c.id == reports.c.document)
        .where(reports.c.component.is_(None))
        .order_by(reports.c.id)
        .limit(_AT_ONCE)
    )
    rows = connection.execute(query).all()
    placed = _Placed(connection, aliases)
    for row in rows:
        placed.place(row)
    documents_met = {row.document for row in rows}
    for group in _told_to_be_one(decisions, documents_met):
        placed.unite(_components_of(connection, group))
    placed.write()
    return len(rows)


def unplace(connection: Connection, components: Sequence[int]) -> None:
    """Have the reports of components placed anew."""
    reports = schema.reports
    mark_stale(connection, components)
    for at in range(0, len(components), 500):
        some = reports.c.component.in_(components[at : at + 500])
        connection.execute(update(reports).where(some).values(component=None))


def unplace_all(connection: Connection) -> None:
    """Have all reports placed anew."""
    for table in (schema.engagements, schema.stale):
        connection.execute(delete(table))
    connection.execute(delete(schema.links).where(schema.links.c.decision.is_(None)))
    connection.execute(update(schema.reports).values(component=None))


class _Placed:
    """The components of reports that are being placed, and which of them grew together."""

    def __init__(self, connection: Connection, aliases: Aliases) -> None:
        self._connection = connection
        self._aliases = aliases
        self._known: dict[int, Facts] = {}
        self._head: dict[int, int] = {}
        self._changed: set[int] = set()

    def place(self, row: Row[Any]) -> None:
        """Give a report its component: that of its neighbours, or one of its own."""
        facts = facts_of(report_of(row, row.published))
        self._known[row.id] = facts
        near = {self._find(number) for number in self._twins(row)}
        for other in self._candidates(row, facts):
            component = self._find(other.component)
            if component in near:
                continue
            score = affinity(facts, self._facts(other), self._aliases)
            if score is not None and score > NEUTRAL:
                near.add(component)
        own = min(near, default=row.id)
        table = schema.reports
        self._connection.execute(update(table).where(table.c.id == row.id).values(component=own))
        self.unite(near | {own})

    def unite(self, components: set[int]) -> None:
        """Let components be one: the lowest."""
        heads = {self._find(number) for number in components}
        own = min(heads, default=None)
        if own is None:
            return
        for head in heads:
            self._head[head] = own
        self._changed |= heads

    def write(self) -> None:
        """Write which components grew together, and have them all made anew."""
        mark_stale(self._connection, self._changed)
        merged = sorted(number for number in self._changed if self._find(number) != number)
        table = schema.reports
        for number in merged:
            self._connection.execute(
                update(table).where(table.c.component == number).values(component=self._find(number))
            )
        if merged:
            self._connection.execute(delete(schema.stale).where(schema.stale.c.component.in_(merged)))

    def _find(self, number: int) -> int:
        while (head := self._head.get(number, number)) != number:
            number = head
        return number

    def _facts(self, row: Row[Any]) -> Facts:
        if row.id not in self._known:
            self._known[row.id] = facts_of(report_of(row, row.published))
        return self._known[row.id]

    def _twins(self, row: Row[Any]) -> list[int]:
        table = schema.reports
        query = select(table.c.component).where(
            table.c.content == row.content, table.c.component.is_not(None), table.c.id != row.id
        )
        return list(self._connection.execute(query.distinct()).scalars())

    def _candidates(self, row: Row[Any], facts: Facts) -> Sequence[Row[Any]]:
        reach = reach_of(facts)
        if reach is None:
            return []
        first, last = reach
        farthest = dt.date.fromordinal(max(1, first.toordinal() - _FARTHEST))
        keys, reports, documents = schema.report_keys, schema.reports, schema.documents
        found = select(keys.c.report).where(
            keys.c.key.in_(keys_of(facts)),
            keys.c.first_day <= last.isoformat(),
            keys.c.first_day >= farthest.isoformat(),
            keys.c.last_day >= first.isoformat(),
        )
        query = (
            select(reports, documents.c.published)
            .join(documents, documents.c.id == reports.c.document)
            .where(
                reports.c.id.in_(found), reports.c.component.is_not(None), reports.c.document != row.document
            )
            .order_by(reports.c.id)
        )
        return self._connection.execute(query).all()


def _told_to_be_one(decisions: Sequence[Decision], documents: set[str]) -> list[list[Target]]:
    """The targets that people joined, of the decisions that a document met now has to do with."""
    return [
        decision.content.targets
        for decision in decisions
        if decision.action in ("join", "split")
        and any(
            handle.document in documents for target in decision.content.targets for handle in target.reports
        )
    ]


def _components_of(connection: Connection, targets: Sequence[Target]) -> set[int]:
    return {
        component
        for target in targets
        for _, component, _ in reports_of_target(connection, target)
        if component is not None
    }


def reports_of_target(connection: Connection, target: Target) -> list[tuple[int, int | None, str]]:
    """The number, component and document of each report that a target names and that is there, in its order."""
    reports = schema.reports
    found = []
    for handle in target.reports:
        rows = connection.execute(select(reports).where(reports.c.document == handle.document)).all()
        by_place = {(row.document, row.ordinal): row for row in rows}
        report = find(handle, [report_of(row, None) for row in rows])
        if report is not None:
            row = by_place[report.document, report.ordinal]
            found.append((row.id, row.component, row.document))
    return found


def has_work(connection: Connection) -> bool:
    """True if reports are to be placed, or engagements to be made."""
    unplaced = select(schema.reports.c.id).where(schema.reports.c.component.is_(None)).limit(1)
    waiting = select(schema.stale.c.component).limit(1)
    return connection.execute(unplaced).first() is not None or connection.execute(waiting).first() is not None


def components_with_forms(connection: Connection, forms: Sequence[str]) -> list[int]:
    """The components of the reports that name a person by one of these forms."""
    names, parties, reports = schema.names, schema.report_parties, schema.reports
    query = (
        select(reports.c.component)
        .join(parties, parties.c.report == reports.c.id)
        .join(names, names.c.id == parties.c.person)
        .where(names.c.form.in_(list(forms)), reports.c.component.is_not(None))
        .distinct()
    )
    return sorted(connection.execute(query).scalars())


def count_unplaced(connection: Connection) -> int:
    """How many reports have no component yet."""
    query = select(func.count()).select_from(schema.reports).where(schema.reports.c.component.is_(None))
    return int(connection.execute(query).scalar_one())


def component_of_document(connection: Connection, decision: int) -> list[int]:
    """The components of the document that a decision added by hand."""
    reports = schema.reports
    query = select(reports.c.component).where(reports.c.document == document_by_hand(decision))
    return [number for number in connection.execute(query).scalars() if number is not None]
