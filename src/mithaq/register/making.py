"""Engagements made from the reports of components, with what they are listed, found and linked by."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, select

from mithaq.gazetteer import Aliases
from mithaq.gazetteer.regions import regions_of
from mithaq.register import schema
from mithaq.register.consolidation import consolidate, days_of
from mithaq.register.decisions import Decision, document_by_hand
from mithaq.register.engagement import Engagement, Report
from mithaq.register.folding import plain
from mithaq.register.intake import PERSON, insert_new, name_id, report_of, write_names
from mithaq.register.links import partner_keys, relate
from mithaq.register.placing import reports_of_target

_AT_ONCE = 100
LONG = 366
"""Days from which an engagement is a long one."""
_YEARBOOK = 200
"""A document with more reports than this is a yearbook: that it tells two acts does not bring them together."""

_decode = msgspec.json.Decoder(Engagement).decode
_encode = msgspec.json.Encoder().encode


def make_some(connection: Connection, aliases: Aliases, decisions: Sequence[Decision]) -> int:
    """Make the engagements of up to 100 components that changed.

    Args:
        connection: of a writer.
        aliases: what else persons are called, with what people decided of it.
        decisions: those in force, in order.

    Returns:
        How many components were made.
    """
    stale = schema.stale
    chosen = list(
        connection.execute(select(stale.c.component).order_by(stale.c.component).limit(_AT_ONCE)).scalars()
    )
    if not chosen:
        return 0
    by_component, numbers = _reports(connection, chosen)
    by_document = _decisions_by_document(decisions)
    made: list[Engagement] = []
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for component in chosen:
        reports = by_component.get(component, [])
        of_these = {d.id: d for report in reports for d in by_document.get(report.document, ())}
        published = {report.document: report.published for report in reports}
        found = consolidate(
            reports, aliases=aliases, decisions=[of_these[number] for number in sorted(of_these)]
        )
        for engagement in found:
            add_rows(rows, engagement, component, published, numbers)
        made += found
    for table in (schema.engagements, schema.engagement_reports, schema.engagement_keys, schema.searched):
        if rows[table.name]:
            connection.execute(table.insert(), rows[table.name])
    write_names(connection, _names_corrected(made))
    _link(connection, made)
    connection.execute(delete(stale).where(stale.c.component.in_(chosen)))
    return len(chosen)


def link_as_decided(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Write the links that people made anew: the engagements they are between may have other ids now."""
    table, reports = schema.links, schema.engagement_reports
    connection.execute(delete(table).where(table.c.decision.is_not(None)))
    for decision in decisions:
        content = decision.content
        if decision.action == "link" or (decision.action == "add" and content.targets):
            ends = []
            for target in content.targets:
                found = reports_of_target(connection, target)
                if found:
                    query = select(reports.c.engagement).where(reports.c.report == found[0][0])
                    ends.append(connection.execute(query).scalar())
            if decision.action == "add":
                query = (
                    select(reports.c.engagement)
                    .join(schema.reports, schema.reports.c.id == reports.c.report)
                    .where(schema.reports.c.document == document_by_hand(decision.id))
                )
                ends.insert(0, connection.execute(query).scalar())
            if len(ends) == 2 and all(ends) and ends[0] != ends[1]:
                row = {
                    "one": ends[0],
                    "kind": content.field or "follows-up",
                    "other": ends[1],
                    "decision": decision.id,
                }
                insert_new(connection, table, [row])


def _reports(
    connection: Connection, components: list[int]
) -> tuple[dict[int, list[Report]], dict[tuple[str, int], int]]:
    """The reports of components, and the number of each by its document and ordinal."""
    reports, documents = schema.reports, schema.documents
    query = (
        select(reports, documents.c.published, documents.c.witness, documents.c.sketch)
        .join(documents, documents.c.id == reports.c.document)
        .where(reports.c.component.in_(components))
    )
    by_component: dict[int, list[Report]] = defaultdict(list)
    numbers = {}
    for row in connection.execute(query):
        report = report_of(row, row.published, witness=row.witness, sketch=row.sketch)
        by_component[row.component].append(report)
        numbers[row.document, row.ordinal] = row.id
    return by_component, numbers


def _decisions_by_document(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        documents = {handle.document for target in decision.content.targets for handle in target.reports}
        if decision.action == "add":
            documents.add(document_by_hand(decision.id))
        for document in documents:
            found[document].append(decision)
    return found


def add_rows(
    rows: dict[str, list[dict[str, Any]]],
    engagement: Engagement,
    component: int,
    published: dict[str, str | None],
    numbers: dict[tuple[str, int], int],
) -> None:
    """Add the rows of an engagement to those of each table.

    Args:
        rows: of each table by its name.
        engagement: as `consolidate` gives it.
        component: of its reports.
        published: days of publication by document.
        numbers: of reports, by document and ordinal.
    """
    first, last = days_of(engagement, published)
    rows[schema.engagements.name].append(engagement_row(engagement, component, first, last))
    rows[schema.engagement_reports.name] += [
        {"report": numbers[telling.document, telling.ordinal], "engagement": engagement.id}
        for telling in engagement.reports
    ]
    rows[schema.engagement_keys.name] += [
        {"key": key, "first_day": first, "last_day": last, "engagement": engagement.id}
        for key in (*keys_of(engagement), *_span_keys(first, last))
    ]
    rows[schema.searched.name].append({"engagement": engagement.id, "text": sought_in(engagement)})


def engagement_row(engagement: Engagement, component: int, first: str, last: str) -> dict[str, Any]:
    """The row of an engagement."""
    return {
        "id": engagement.id,
        "component": component,
        "kind": engagement.kind,
        "stage": engagement.stage,
        "status": engagement.status,
        "first_day": first,
        "last_day": last,
        "confidence": engagement.confidence,
        "witnesses": engagement.witnesses,
        "conflicts": len(engagement.conflicts),
        "record": _encode(engagement),
    }


def keys_of(engagement: Engagement) -> list[str]:
    """What an engagement is listed by: its kind, stage, status, parties and their regions, topics, persons."""
    codes = {party.code for party in engagement.parties if party.code}
    keys = {
        f"kind:{engagement.kind}",
        f"stage:{engagement.stage}",
        f"status:{engagement.status}",
        *(f"party:{code}" for code in codes),
        *(f"region:{region}" for code in codes for region in _regions(code)),
        *(f"topic:{topic}" for topic in engagement.topics),
        *(f"name:{number}" for number in _names_in(engagement)),
        *partner_keys(engagement),
    }
    if engagement.conflicts:
        keys.add("conflicts:yes")
    return sorted(key[:80] for key in keys)


def _span_keys(first: str, last: str) -> tuple[str, ...]:
    """A key of those that last long, which a search by days would else pass over."""
    days = dt.date.fromisoformat(last) - dt.date.fromisoformat(first)
    return ("span:long",) if days.days > LONG else ()


def sought_in(engagement: Engagement) -> str:
    """The words that an engagement is found by: who, what, where, and the words that tell it."""
    told = [engagement.instrument, engagement.where.city if engagement.where else None]
    for party in engagement.parties:
        told += [party.person, party.office, party.organisation, party.holder or None]
    told += [form for forms in engagement.forms.values() for form in forms]
    told += [span.text for telling in engagement.reports for span in telling.evidence]
    return plain("\n".join(dict.fromkeys(text for text in told if text)))


@cache
def _regions(code: str) -> tuple[str, ...]:
    return regions_of(code)


def _names_in(engagement: Engagement) -> set[str]:
    told = [party for telling in engagement.reports for party in telling.parties]
    return {name_id(PERSON, p.code, p.person) for p in (*told, *engagement.parties) if p.code and p.person}


def _names_corrected(made: Sequence[Engagement]) -> dict[str, dict[str, str]]:
    """The persons that people named, whom no document may name."""
    names = {}
    for party in (party for engagement in made if engagement.decisions for party in engagement.parties):
        if party.code and party.person:
            known_as = name_id(PERSON, party.code, party.person)
            names[known_as] = {"id": known_as, "kind": PERSON, "code": party.code, "form": party.person}
    return names


def _link(connection: Connection, made: Sequence[Engagement]) -> None:
    """Write the links of engagements with those that their documents tell, and with their pacts and sessions."""
    known = {engagement.id: engagement for engagement in made}
    partners = _partners(connection, made)
    missing = sorted({other for others in partners.values() for other in others} - known.keys())
    table = schema.engagements
    for at in range(0, len(missing), 500):
        query = select(table.c.record).where(table.c.id.in_(missing[at : at + 500]))
        known |= {found.id: found for found in map(_decode, connection.execute(query).scalars())}
    rows = []
    for one in made:
        for other in (known[number] for number in sorted(partners[one.id]) if number in known):
            rows += [{"one": one.id, "kind": kind, "other": other.id} for kind in relate(one, other)]
            rows += [{"one": other.id, "kind": kind, "other": one.id} for kind in relate(other, one)]
    insert_new(connection, schema.links, rows)


def _partners(connection: Connection, made: Sequence[Engagement]) -> dict[str, set[str]]:
    documents: dict[str, set[str]] = defaultdict(set)
    for engagement in made:
        for document in engagement.documents:
            documents[document].add(engagement.id)
    reports, of = schema.reports, schema.engagement_reports
    beside: dict[str, list[str | None]] = defaultdict(list)
    names = sorted(documents)
    for at in range(0, len(names), 500):
        query = (
            select(reports.c.document, of.c.engagement)
            .outerjoin(of, of.c.report == reports.c.id)
            .where(reports.c.document.in_(names[at : at + 500]))
        )
        for document, other in connection.execute(query):
            beside[document].append(other)
    partners: dict[str, set[str]] = defaultdict(set)
    for document, others in beside.items():
        if len(others) <= _YEARBOOK:
            for own in documents[document]:
                partners[own].update(other for other in others if other and other != own)
    seeking: dict[str, list[str]] = defaultdict(list)
    for engagement in made:
        for key in partner_keys(engagement):
            seeking[key].append(engagement.id)
    keys = schema.engagement_keys
    wanted = sorted(seeking)
    for at in range(0, len(wanted), 500):
        found = select(keys.c.key, keys.c.engagement).where(keys.c.key.in_(wanted[at : at + 500]))
        for key, other in connection.execute(found):
            for own in seeking[key]:
                if own != other:
                    partners[own].add(other)
    return partners
