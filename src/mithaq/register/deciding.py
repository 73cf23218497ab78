"""Decisions written and read: appended to the register, with what they are about found in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, select

from mithaq.errors import UsageError
from mithaq.records import Document, Span
from mithaq.register import schema
from mithaq.register.consolidation import publication
from mithaq.register.corrections import check_correction
from mithaq.register.decisions import (
    ACTIONS,
    Content,
    Decision,
    Target,
    document_by_hand,
    handle_of,
    in_force,
)
from mithaq.register.engagement import Report
from mithaq.register.finding import engagement_by_id
from mithaq.register.intake import (
    forget,
    insert_new,
    mark_stale,
    prepare,
    report_of,
    write_documents,
    write_reports,
)
from mithaq.register.links import KINDS
from mithaq.register.placing import component_of_document, components_with_forms, reports_of_target, unplace

BY_HAND = "by-hand"
"""The rule of an event that a person added, and the reader version of its document."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Content).decode


def all_decisions(connection: Connection) -> list[Decision]:
    """All decisions, in the order in which they were made."""
    table = schema.decisions
    return [
        Decision(
            id=row.id, action=row.action, by=row.by, at=row.at, reason=row.reason,
            content=_decode(row.value), withdraws=row.withdraws,
        )
        for row in connection.execute(select(table).order_by(table.c.id))
    ]  # fmt: skip


def append(
    connection: Connection,
    action: str,
    content: Content,
    *,
    by: str,
    reason: str,
    at: str | None = None,
    withdraws: int | None = None,
) -> Decision:
    """Write a decision, and mark what it changes.

    Args:
        connection: of a writer.
        action: one of `decisions.ACTIONS`.
        content: what it says.
        by: who decided.
        reason: why.
        at: when, as ISO 8601; None is now.
        withdraws: the number of the decision that is taken back.
    """
    assert action in ACTIONS
    if not by.strip():
        raise UsageError("expected the name of who decides, found none. Give it with --by")
    moment = at or datetime.now(UTC).isoformat(timespec="seconds")
    insert = schema.decisions.insert().values(
        action=action, by=by, at=moment, reason=reason, value=_encode(content), withdraws=withdraws
    )
    number = int(connection.execute(insert.returning(schema.decisions.c.id)).scalar_one())
    decision = Decision(
        id=number, action=action, by=by, at=moment, reason=reason, content=content, withdraws=withdraws
    )
    if action == "add":
        _write_by_hand(connection, decision)
    _mark(connection, decision)
    return decision


def withdraw(connection: Connection, number: int, *, by: str, reason: str, at: str | None = None) -> Decision:
    """Take a decision back; taking back a withdrawal brings what it withdrew into force again.

    Raises:
        UsageError: there is no such decision, or it is withdrawn already.
    """
    known = {decision.id: decision for decision in all_decisions(connection)}
    if number not in known:
        raise UsageError(
            f"expected the number of a decision, found {number}. List them: mithaq decisions list"
        )
    if any(d.withdraws == number for d in _alive(list(known.values()))):
        raise UsageError(f"expected a decision in force: {number} has been withdrawn already")
    decision = append(connection, "withdraw", Content(), by=by, reason=reason, at=at, withdraws=number)
    of = known[number]
    is_back = of.withdraws is not None
    while of.withdraws is not None:
        of = known[of.withdraws]
    force = {d.id for d in in_force([*known.values(), decision])}
    if of.action == "add":
        if of.id in force and is_back:
            _write_by_hand(connection, of)
        elif of.id not in force:
            mark_stale(connection, forget(connection, document_by_hand(of.id)))
    _mark(connection, of)
    return decision


def target_of(connection: Connection, known_as: str) -> Target:
    """An engagement as what something is decided of.

    Raises:
        UsageError: there is none of this id.
    """
    engagement = engagement_by_id(connection, known_as)
    if engagement is None:
        raise UsageError(
            f"expected the id of an engagement, found {known_as!r}. List them: mithaq engagements"
        )
    return Target(
        engagement=known_as, reports=[handle_of(report) for report in reports_in(connection, known_as)]
    )


def split_off(target: Target, documents: Sequence[str]) -> Target:
    """The reports of an engagement that some documents tell, to be taken out of it.

    Raises:
        UsageError: a document tells nothing of it, or no report would be left.
    """
    told = {handle.document for handle in target.reports}
    for document in documents:
        if document not in told:
            raise UsageError(
                f"expected documents that tell {target.engagement}: {', '.join(sorted(told))}; found {document!r}"
            )
    out = [handle for handle in target.reports if handle.document in set(documents)]
    if len(out) == len(target.reports):
        raise UsageError(
            f"expected some documents of {target.engagement} to be left in it, found all of them"
        )
    return Target(engagement=target.engagement, reports=out)


def reports_in(connection: Connection, known_as: str) -> list[Report]:
    """The reports of an engagement, the first to be published first."""
    of, reports, documents = schema.engagement_reports, schema.reports, schema.documents
    query = (
        select(reports, documents.c.published)
        .join(of, of.c.report == reports.c.id)
        .join(documents, documents.c.id == reports.c.document)
        .where(of.c.engagement == known_as)
    )
    found = [report_of(row, row.published) for row in connection.execute(query)]
    return sorted(found, key=publication)


def correction(target: Target, field: str, value: str) -> Content:
    """What a correction says.

    Raises:
        UsageError: the field cannot be corrected, or not to this.
    """
    check_correction(field, value)
    code = field.split(".")[1] if field.startswith("party.") else None
    if code and not any(code in handle.codes for handle in target.reports):
        known = sorted({code for handle in target.reports for code in handle.codes})
        raise UsageError(
            f"{field}: expected a party of {target.engagement}: {', '.join(known)}; found {code!r}"
        )
    return Content(targets=[target], field=field, value=value)


def link_content(one: Target, kind: str, other: Target) -> Content:
    """What a link by hand says.

    Raises:
        UsageError: there is no such kind, or both are one engagement.
    """
    if kind not in KINDS:
        raise UsageError(f"expected one of {', '.join(KINDS)}, found {kind!r}")
    if one.engagement == other.engagement:
        raise UsageError(f"expected two engagements, found {one.engagement} twice")
    return Content(targets=[one, other], field=kind)


def check_forms(connection: Connection, forms: Sequence[str]) -> None:
    """Refuse forms of names that the register has not met.

    Raises:
        UsageError: names the form.
    """
    names = schema.names
    for form in forms:
        if connection.execute(select(names.c.id).where(names.c.form == form).limit(1)).first() is None:
            raise UsageError(
                f"expected a name as documents write it, found {form!r}. See the forms: mithaq persons NAME"
            )


def _alive(decisions: list[Decision]) -> list[Decision]:
    """Withdrawals that are not withdrawn."""
    gone: set[int] = set()
    alive = []
    for decision in sorted(decisions, key=lambda d: -d.id):
        if decision.withdraws is not None and decision.id not in gone:
            gone.add(decision.withdraws)
            alive.append(decision)
    return alive


def _mark(connection: Connection, decision: Decision) -> None:
    """Have made anew what a decision is about, when it is made and when it is withdrawn."""
    if decision.content.forms:
        names = schema.names
        codes = select(names.c.code).where(names.c.form.in_(decision.content.forms)).distinct()
        told = sorted(connection.execute(codes).scalars())
        insert_new(connection, schema.unresolved, [{"code": code} for code in told])
        unplace(connection, components_with_forms(connection, decision.content.forms))
    found = {
        component
        for target in decision.content.targets
        for _, component, _ in reports_of_target(connection, target)
        if component is not None
    }
    found.update(component_of_document(connection, decision.id))
    if decision.action in ("join", "split"):
        unplace(connection, sorted(found))
    else:
        mark_stale(connection, found)


def _write_by_hand(connection: Connection, decision: Decision) -> None:
    """Write the document that stands for an engagement added by hand, and its report."""
    event = decision.content.event
    assert event is not None
    words = decision.reason or BY_HAND
    document = Document(
        id=document_by_hand(decision.id), text=words, published=decision.at[:10], source=decision.by
    )
    told = msgspec.structs.replace(event, evidence=[Span(0, len(words), words)], rules=[BY_HAND])
    write_documents(connection, [prepare(document, BY_HAND, decision=decision.id)])
    write_reports(
        connection, [Report(document=document.id, ordinal=0, event=told, published=document.published)]
    )
