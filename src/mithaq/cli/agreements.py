"""`mithaq agreements`: the life of each agreement that a register tells."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mithaq.cli.conditions import REGISTER
from mithaq.cli.inputs import ALIASES

if TYPE_CHECKING:
    from mithaq.insight.agreements import Agreement


def agreements(
    register: str = REGISTER,
    party: Annotated[
        str | None, typer.Option("--party", metavar="CODE", help="Only those of this party.")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only those in this state, such as signed or promised.")
    ] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within", metavar="DAYS", min=0, help="Only those that expire or are due within so many days."
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DAY", help="The day that --within counts from; else today."),
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One agreement a line as JSON.")] = False,
    ical: Annotated[
        Path | None,
        typer.Option("--ical", metavar="FILE", help="Also write the dates to watch as a calendar."),
    ] = None,
    aliases: Path | None = ALIASES,
) -> None:
    """Tell of each agreement what was done and is due: negotiated, agreed, signed, ratified, in force, renewed, ended."""
    import msgspec

    from mithaq.cli.conditions import require
    from mithaq.errors import UsageError
    from mithaq.insight.agreements import STATES, find_agreements, is_due
    from mithaq.publish.exports.calendar import write_watched
    from mithaq.register import Register

    known = ("promised", *STATES.values())
    if state is not None and state not in known:
        raise UsageError(f"--state: expected one of {', '.join(known)}, found {state!r}")
    day = _day(today)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        told = opened.engagements(kind="agreement")
        found = find_agreements(told, party=party.upper() if party else None)
        if state is not None:
            found = [agreement for agreement in found if agreement.state == state]
        if within is not None:
            found = [agreement for agreement in found if is_due(agreement, day, within)]
    if ical:
        write_watched(found, ical)
    for agreement in found:
        line = (
            msgspec.json.encode(agreement) + b"\n"
            if jsonl
            else _lay_out(agreement).encode("utf-8", "replace")
        )
        sys.stdout.buffer.write(line)
    if not jsonl:
        sys.stdout.buffer.write(f"{len(found)} agreement{'' if len(found) == 1 else 's'}\n".encode())


def _day(told: str | None) -> dt.date:
    from mithaq.errors import UsageError

    if told is None:
        return dt.datetime.now(dt.UTC).date()
    try:
        return dt.date.fromisoformat(told)
    except ValueError as fault:
        raise UsageError(f"--today: expected a day such as 2024-12-31, found {told!r}") from fault


def _lay_out(agreement: Agreement) -> str:
    from mithaq.cli.table import one_line

    name = one_line(agreement.instrument) if agreement.instrument else "agreement"
    since = f" since {agreement.since}" if agreement.since else ""
    lines = [f"{agreement.id}  {' '.join(agreement.parties)}  {agreement.state}{since}  {name}"]
    lines += [f"    due {due}" for due in agreement.due]
    if agreement.term:
        expires = f", expires {agreement.expires}" if agreement.expires else ""
        lines.append(f"    term {agreement.term}{expires}")
    for step in agreement.steps:
        stage = "" if step.stage == "held" else f" ({step.stage})"
        lines.append(f"    {step.when or '-':<22} {step.action}{stage}  {step.engagement}")
        if step.evidence:
            lines.append(f"      > {one_line(step.evidence)}")
    return "\n".join(lines) + "\n\n"
