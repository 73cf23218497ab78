"""Which reports may be of one act: new reports are placed in components, beside those that they may join.

Consolidation of a component needs nothing outside of it, so that a new document changes the engagements of a few reports and
not of the register. Components grow together where a report joins two; that one has fallen apart after a document was
taken out does no harm.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, select, update

from mithaq.gazetteer import Aliases
from mithaq.register import schema
from mithaq.register.decisions import Decision, Target, document_by_hand, find
from mithaq.register.facts import LONGEST, PUT_OFF, Facts, facts_of, keys_of, reach_of
from mithaq.register.intake import mark_stale, report_of
from mithaq.register.matching import NEUTRAL, affinity

_AT_ONCE = 500
_FARTHEST = LONGEST + PUT_OFF + 30
"""Days of the longest reach that a report can have."""

# What is asked once a report is made once: to put it together takes longer than the database takes to answer it.
_reports, _keys = schema.reports, schema.report_keys
_twins = (
    select(_reports.c.content, _reports.c.component)
    .where(_reports.c.content.in_(bindparam("contents", expanding=True)), _reports.c.component.is_not(None))
    .distinct()
)
_candidates = (
    select(_reports, schema.documents.c.published)
    .join(schema.documents, schema.documents.c.id == _reports.c.document)
    .where(
        _reports.c.id.in_(
            select(_keys.c.report).where(
                _keys.c.key.in_(bindparam("keys", expanding=True)),
                _keys.c.first_day <= bindparam("last"),
                _keys.c.first_day >= bindparam("farthest"),
                _keys.c.last_day >= bindparam("first"),
            )
        ),
        _reports.c.document != bindparam("document"),
    )
    .order_by(_reports.c.id)
)
_place_each = update(_reports).where(_reports.c.id == bindparam("number")).values(component=bindparam("own"))


def place_some(connection: Connection, aliases: Aliases, decisions: Sequence[Decision]) -> int:
    """Place up to 500 reports that have no component yet, and mark what they change as stale.

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
    placed = _Placed(connection, aliases, rows)
    for row in rows:
        placed.place(row)
    placed.settle()
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

    def __init__(self, connection: Connection, aliases: Aliases, rows: Sequence[Row[Any]]) -> None:
        self._connection = connection
        self._aliases = aliases
        self._facts: dict[int, Facts] = {}
        self._head: dict[int, int] = {}
        self._changed: set[int] = set()
        self._own: dict[int, int] = {}  # of the reports placed, as it was when each was
        self._twins: dict[str, set[int]] = defaultdict(set)  # the components of reports by their content
        told = connection.execute(_twins, {"contents": sorted({row.content for row in rows})})
        for content, component in told:
            self._twins[content].add(component)

    def place(self, row: Row[Any]) -> None:
        """Give a report its component: that of its neighbours, or one of its own."""
        facts = self._facts[row.id] = facts_of(report_of(row, row.published))
        twins = self._twins[row.content]
        near = {self._find(number) for number in twins}
        for other in self._candidates(row, facts):
            component = self._own.get(other.id, other.component)
            if component is None or (component := self._find(component)) in near:
                continue
            score = affinity(facts, self._facts_of(other), self._aliases)
            if score is not None and score > NEUTRAL:
                near.add(component)
        own = self._own[row.id] = min(near, default=row.id)
        twins.add(own)
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

    def settle(self) -> None:
        """Write the component of each report that was placed, as it was then."""
        if self._own:
            placed = [{"number": number, "own": own} for number, own in sorted(self._own.items())]
            self._connection.execute(_place_each, placed)

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

    def _facts_of(self, row: Row[Any]) -> Facts:
        if row.id not in self._facts:
            self._facts[row.id] = facts_of(report_of(row, row.published))
        return self._facts[row.id]

    def _candidates(self, row: Row[Any], facts: Facts) -> Iterable[Row[Any]]:
        reach = reach_of(facts)
        if reach is None:
            return []
        first, last = reach
        farthest = dt.date.fromordinal(max(1, first.toordinal() - _FARTHEST))
        sought = {
            "keys": keys_of(facts),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "farthest": farthest.isoformat(),
            "document": row.document,
        }
        return self._connection.execute(_candidates, sought)


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
