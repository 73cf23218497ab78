"""What people decide of engagements and persons: written down with who, when and why; taken back, never deleted."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import typer

from mithaq.cli.conditions import REGISTER, require
from mithaq.errors import UsageError

if TYPE_CHECKING:
    from mithaq.register import Decision, Register

BY = typer.Option(None, "--by", metavar="NAME", help="Who decides; the user of this machine if left out.")
REASON = typer.Option(..., "--reason", metavar="TEXT", help="Why.")
ID = typer.Argument(..., metavar="ID", help="The id of an engagement.")
DOCUMENTS = typer.Argument(..., metavar="DOCUMENT", help="The documents that tell another act.")
PARTIES = typer.Option(
    ..., "--party", metavar="PARTY", help="CODE, CODE:ROLE or CODE:ROLE:PERSON:OFFICE; once for each."
)
TOPICS = typer.Option([], "--topic", metavar="TOPIC", help="What it is about; may be repeated.")
PURPOSES = typer.Option([], "--purpose", metavar="PURPOSE", help="What it is for; may be repeated.")
OTHER = typer.Argument(..., metavar="OTHER", help="The id of another engagement.")


def list_(
    register: str = REGISTER, jsonl: bool = typer.Option(False, "--jsonl", help="Write one a line as JSON.")
) -> None:
    """List all decisions, in the order in which they were made."""
    import msgspec

    with _opened(register) as opened:
        told = opened.decisions()
        homeless = {decision.id for decision in opened.homeless()}
    withdrawn = {decision.withdraws for decision in told if decision.withdraws is not None}
    for decision in told:
        if jsonl:
            sys.stdout.buffer.write(msgspec.json.encode(decision) + b"\n")
            continue
        line = _line(decision)
        if decision.id in withdrawn:
            line += "  [withdrawn]"
        if decision.id in homeless:
            line += "  [what it is about is no longer found]"
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "backslashreplace"))
    if not jsonl:
        sys.stdout.buffer.write(f"{len(told)} decision{'' if len(told) == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()


def accept(known_as: str = ID, register: str = REGISTER, by: str | None = BY, reason: str = REASON) -> None:
    """Accept an engagement as rightly read."""
    with _opened(register) as opened:
        _tell(opened.decide("accept", known_as, by=_who(by), reason=reason))


def reject(known_as: str = ID, register: str = REGISTER, by: str | None = BY, reason: str = REASON) -> None:
    """Reject an engagement: no such act took place, or was planned. It is kept, and no longer listed."""
    with _opened(register) as opened:
        _tell(opened.decide("reject", known_as, by=_who(by), reason=reason))


def correct(
    known_as: str = ID,
    field: str = typer.Argument(
        ..., metavar="FIELD", help="when, where, figures.votes, party.ESP.person ..."
    ),
    value: str = typer.Argument(..., metavar="VALUE", help="What it is; - for none."),
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Correct a field of an engagement; what documents tell is kept."""
    with _opened(register) as opened:
        _tell(opened.decide("correct", known_as, by=_who(by), reason=reason, field=field, value=value))


def join(
    known_as: str = ID,
    other: str = OTHER,
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Join two engagements to one."""
    with _opened(register) as opened:
        _tell(opened.decide("join", known_as, by=_who(by), reason=reason, other=other))


def split(
    known_as: str = ID,
    documents: list[str] = DOCUMENTS,
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Take what some documents tell out of an engagement, as an act of its own."""
    with _opened(register) as opened:
        _tell(opened.decide("split", known_as, by=_who(by), reason=reason, documents=documents))


def link(
    known_as: str = ID,
    kind: str = typer.Argument(
        ..., metavar="KIND", help="during, in-margins-of, led-to, renews, follows-up."
    ),
    other: str = OTHER,
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Link an engagement to another."""
    with _opened(register) as opened:
        _tell(opened.decide("link", known_as, by=_who(by), reason=reason, field=kind, other=other))


def add(
    kind: str = typer.Option(..., "--kind", metavar="KIND", help="Its kind, such as visit."),
    party: list[str] = PARTIES,
    stage: str = typer.Option("planned", "--stage", metavar="STAGE", help="planned if left out."),
    when: str | None = typer.Option(
        None, "--when", metavar="EDTF", help="2024-09-19, 2024-09, 2024-09-19/2024-09-21."
    ),
    where: str | None = typer.Option(
        None, "--where", metavar="PLACE", help="A country and a city: 'ESP, Madrid'."
    ),
    topic: list[str] = TOPICS,
    purpose: list[str] = PURPOSES,
    action: str | None = typer.Option(
        None, "--action", metavar="ACTION", help="Of agreements and elections."
    ),
    due: str | None = typer.Option(None, "--due", metavar="DAY", help="The day by which it is to be done."),
    follows: str | None = typer.Option(
        None, "--follows", metavar="ID", help="The engagement that it follows up."
    ),
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Add an engagement by hand: a planned visit with its purposes, a follow-up with the day it is due."""
    from mithaq.register.by_hand import make_event

    event = make_event(
        kind=kind,
        stage=stage,
        action=action,
        parties=party,
        when=when,
        where=where,
        topics=topic,
        purposes=purpose,
    )
    with _opened(register) as opened:
        decision = opened.add_by_hand(event, by=_who(by), reason=reason, due=due, follows=follows)
        _tell(decision)
        print(f"engagement {opened.added_by(decision.id)}")


def same_person(
    form: str = typer.Argument(..., metavar="NAME", help="A name as a document writes it."),
    other: str = typer.Argument(..., metavar="OTHER", help="Another."),
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Say that two names are of one person."""
    with _opened(register) as opened:
        _tell(opened.decide_of_persons("same-person", [form, other], by=_who(by), reason=reason))


def two_persons(
    form: str = typer.Argument(..., metavar="NAME", help="A name as a document writes it."),
    other: str = typer.Argument(..., metavar="OTHER", help="Another."),
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Say that two names are of two persons."""
    with _opened(register) as opened:
        _tell(opened.decide_of_persons("two-persons", [form, other], by=_who(by), reason=reason))


def withdraw(
    number: int = typer.Argument(..., metavar="NUMBER", help="The number of a decision."),
    register: str = REGISTER,
    by: str | None = BY,
    reason: str = REASON,
) -> None:
    """Take a decision back; both stay in the list."""
    with _opened(register) as opened:
        _tell(opened.withdraw(number, by=_who(by), reason=reason))


def _opened(register: str) -> Register:
    from mithaq.register import Register

    require(register)
    return Register.open(register)


def _who(by: str | None) -> str:
    if by is not None:
        return by
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("expected the name of who decides, found none. Give it with --by") from None


def _tell(decision: Decision) -> None:
    print(f"decision {decision.id}: {decision.action}, by {decision.by}", flush=True)


def _line(decision: Decision) -> str:
    from mithaq.cli.table import one_line

    content = decision.content
    about = [target.engagement for target in content.targets]
    if content.field:
        about.insert(1, content.field)
    if content.value is not None:
        about.append(f"= {content.value}")
    if content.event is not None:
        about.insert(0, f"{content.event.kind} {'+'.join(p.code or '?' for p in content.event.parties)}")
    about += [f"\u2068{one_line(form)}\u2069" for form in content.forms]
    if decision.withdraws is not None:
        about.append(str(decision.withdraws))
    told = " ".join(about)
    return f"{decision.id:>4}  {decision.at}  {decision.action:<12}  {told}  {one_line(decision.by)}: {one_line(decision.reason)}"
