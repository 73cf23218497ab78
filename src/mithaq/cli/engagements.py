"""`mithaq engagements`: what a register holds, for people and for machines; `show` prints one in full."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mithaq.cli.conditions import (
    CONFIDENCE,
    CONFLICTS,
    FROM,
    JSONL,
    KIND,
    LIMIT,
    OFFSET,
    PARTY,
    PERSON,
    REGION,
    REGISTER,
    REGISTER_OR_NONE,
    STAGE,
    STATUS,
    TO,
    TOPIC,
    WITNESSES,
    YEAR,
    hint,
    make_filters,
    require,
)
from mithaq.cli.inputs import ALIASES
from mithaq.errors import UsageError

if TYPE_CHECKING:
    from mithaq.register import Engagement


def engagements(
    context: typer.Context,
    register: str | None = REGISTER_OR_NONE,
    jsonl: bool = JSONL,
    year: int | None = YEAR,
    first: str | None = FROM,
    last: str | None = TO,
    kind: str | None = KIND,
    party: list[str] | None = PARTY,
    region: str | None = REGION,
    stage: str | None = STAGE,
    topic: str | None = TOPIC,
    person: str | None = PERSON,
    confidence: float | None = CONFIDENCE,
    witnesses: int | None = WITNESSES,
    conflicts: bool | None = CONFLICTS,
    status: str | None = STATUS,
    limit: int | None = LIMIT,
    offset: int = OFFSET,
    aliases: Path | None = ALIASES,
) -> None:
    """List the engagements of a register by date; `show ID` prints one in full."""
    if context.invoked_subcommand is not None:
        return
    if register is None:
        raise UsageError("expected --register FILE, found none")
    from mithaq.register import Register

    filters = make_filters(
        year=year, first=first, last=last, kind=kind, parties=party, region=region, stage=stage, topic=topic,
        person=person, confidence=confidence, witnesses=witnesses, conflicts=conflicts, status=status,
    )  # fmt: skip
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        if not write_list(opened.stream(filters, limit=limit, offset=offset), jsonl=jsonl):
            print(f"mithaq: {hint(opened, filters)}", file=sys.stderr)


def show(
    known_as: str = typer.Argument(..., metavar="ID", help="The id of an engagement."),
    register: str = REGISTER,
    aliases: Path | None = ALIASES,
) -> None:
    """Print one engagement in full.

    Its fields, each with the documents that tell it; what they quote; conflicts, links and decisions; why its reports
    were joined.
    """
    from mithaq.cli.sheet import lay_out_whole
    from mithaq.register import Register

    require(register)
    with Register.open(register, aliases=aliases) as opened:
        found = opened.engagement(known_as)
        if found is None:
            raise UsageError(
                f"expected the id of an engagement, found {known_as!r}. List them: mithaq engagements"
            )
        text = lay_out_whole(opened, found)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def write_list(found: Iterable[Engagement], *, jsonl: bool) -> int:
    """Write engagements for people, or one a line as JSON, as they come; return how many."""
    import msgspec

    encode = msgspec.json.Encoder().encode
    number = 0
    for number, engagement in enumerate(found, start=1):
        line = (
            encode(engagement) + b"\n" if jsonl else _lay_out(engagement).encode("utf-8", "backslashreplace")
        )
        sys.stdout.buffer.write(line)
    if not jsonl:
        sys.stdout.buffer.write(f"{number} engagement{'' if number == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()
    return number


def _lay_out(engagement: Engagement) -> str:
    """One engagement: what a machine sorts by in Latin script first, names below it, one a line."""
    from mithaq.cli.sheet import conflict_line, headline, link_lines, party_line
    from mithaq.cli.table import one_line

    lines = [headline(engagement)]
    lines += [f"    {party_line(party)}" for party in engagement.parties]
    lines += [f"    conflict    {conflict_line(conflict)}" for conflict in engagement.conflicts]
    lines += [f"    link        {line}" for line in link_lines(engagement)]
    lines.append(f"    documents   {', '.join(engagement.documents)}")
    lines += [f"    > {one_line(span.text)}" for span in engagement.evidence]
    return "\n".join(lines) + "\n\n"
