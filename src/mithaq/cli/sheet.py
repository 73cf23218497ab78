"""One engagement in full, as text for people: every value with the documents that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mithaq.cli.table import one_line

if TYPE_CHECKING:
    from mithaq.records import Party, Place
    from mithaq.register import Conflict, Engagement, Register

_WAYS = {
    ("during", "to"): "during",
    ("during", "from"): "during it",
    ("in-margins-of", "to"): "in the margins of",
    ("in-margins-of", "from"): "in its margins",
    ("led-to", "to"): "led to",
    ("led-to", "from"): "came of",
    ("renews", "to"): "renews",
    ("renews", "from"): "renewed by",
    ("follows-up", "to"): "follows up",
    ("follows-up", "from"): "followed up by",
}


def headline(engagement: Engagement) -> str:
    """The line that an engagement is known by: id, date, kind, stage, place, witnesses."""
    kind = f"{engagement.kind} {engagement.action}" if engagement.action else engagement.kind
    texts = len(engagement.documents)
    told = f"{engagement.witnesses} witness{'' if engagement.witnesses == 1 else 'es'}"
    if texts != engagement.witnesses:
        told += f" in {texts} documents"
    if engagement.status != "found":
        told += f"  {engagement.status}"
    where = place_line(engagement.where) or "-"
    return f"{engagement.id}  {engagement.when or '-':<21}  {kind:<14}  {engagement.stage:<9}  {where:<18}  {told}"


def party_line(party: Party) -> str:
    """A party: role and code first, names last."""
    names = " | ".join(
        f"\u2068{one_line(part)}\u2069" for part in (party.person, party.office, party.organisation) if part
    )
    return f"{party.role or 'party':<11} {party.code or '?':<8} {names}".rstrip()


def place_line(place: Place | None) -> str:
    """A place as city and country; empty if there is none."""
    return ", ".join(part for part in (place.city, place.country) if part) if place else ""


def conflict_line(conflict: Conflict) -> str:
    """What documents tell differently, each value with the documents that tell it."""
    of = f" of \u2068{one_line(conflict.of)}\u2069" if conflict.of else ""
    values = "; ".join(
        f"\u2068{one_line(str(v.value))}\u2069 ({', '.join(v.documents)})" for v in conflict.values
    )
    return f"{conflict.field}{of}: {values}"


def link_lines(engagement: Engagement) -> list[str]:
    """The links of an engagement, in words."""
    return [f"{_WAYS[link.kind, link.way]} {link.engagement}" for link in engagement.links]


def lay_out_whole(register: Register, engagement: Engagement) -> str:
    """An engagement with all that the register knows of it."""
    lines = [headline(engagement), "", "fields"]
    lines += [f"  {line}" for line in _fields(engagement)]
    if engagement.conflicts:
        lines += ["", "conflicts"]
        lines += [f"  {conflict_line(conflict)}" for conflict in engagement.conflicts]
    if engagement.links:
        lines += ["", "links"]
        for line, link in zip(link_lines(engagement), engagement.links, strict=True):
            other = register.engagement(link.engagement)
            lines.append(f"  {line}" + (f": {headline(other)}" if other else ""))
    lines += ["", "told by"]
    for document in engagement.documents:
        lines += _telling(register, engagement, document)
    joined = register.why_joined(engagement.id)
    if joined:
        lines += ["", "joined because"]
        lines += [f"  {one_line(line)}" for line in joined]
    decided = [d for d in register.decisions() if d.id in engagement.decisions]
    if decided:
        lines += ["", "decisions"]
        lines += [
            f"  {d.id}  {d.at}  {one_line(d.by)}  {d.action}"
            + (f" {d.content.field} = {d.content.value}" if d.content.field else "")
            + f": {one_line(d.reason)}"
            for d in decided
        ]
    return "\n".join(lines) + "\n"


def _fields(engagement: Engagement) -> list[str]:
    told = engagement.reports
    lines = [_field("kind", engagement.kind, (t.document for t in told))]
    if engagement.action:
        lines.append(_field("action", engagement.action, (t.document for t in told)))
    lines.append(_field("stage", engagement.stage, (t.document for t in told if t.stage == engagement.stage)))
    if engagement.when:
        lines.append(_field("when", engagement.when, (t.document for t in told if t.when == engagement.when)))
    if engagement.where:
        where = place_line(engagement.where)
        lines.append(_field("where", where, (t.document for t in told if place_line(t.where) == where)))
    for party in engagement.parties:
        forms = {party.person, *engagement.forms.get(party.person or "", ())}
        tellers = [
            t.document
            for t in told
            for other in t.parties
            if other.code == party.code and (party.person is None or other.person in forms)
        ]
        lines.append(_field("party", party_line(party), tellers))
        others = engagement.forms.get(party.person or "", ())
        lines += [f"{'':<12} also \u2068{one_line(form)}\u2069" for form in others]
    for name, number in engagement.figures.items():
        lines.append(_field(name, str(number), (t.document for t in told if t.figures.get(name) == number)))
    for name, value in (
        ("topics", ", ".join(engagement.topics)),
        ("purposes", ", ".join(engagement.purposes)),
        ("instrument", engagement.instrument or ""),
        ("term", engagement.term or ""),
        ("due", engagement.due or ""),
        ("confidence", f"{engagement.confidence:.2f}"),
        ("status", engagement.status),
    ):
        if value:
            lines.append(_field(name, value, ()))
    return lines


def _field(name: str, value: str, documents: Iterable[str]) -> str:
    tellers = ", ".join(dict.fromkeys(documents))
    return f"{name:<12} {value}" + (f"  ({tellers})" if tellers else "")


def _telling(register: Register, engagement: Engagement, document: str) -> list[str]:
    known = register.document(document)
    about = [known.published, known.source, known.title] if known else []
    shown = ", ".join(f"\u2068{one_line(part)}\u2069" for part in about if part)
    lines = [f"  {document}" + (f": {shown}" if shown else "")]
    for telling in engagement.reports:
        if telling.document == document:
            lines.append(
                f"    {telling.stage}, {telling.when or 'undated'}, confidence {telling.confidence:.2f}"
            )
            lines += [f"    > {one_line(span.text)}" for span in telling.evidence]
    return lines
