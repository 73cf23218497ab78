"""`mithaq engagements`: what a register holds, for people and for machines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mithaq.errors import RegisterError, UsageError

if TYPE_CHECKING:
    from mithaq.register import Engagement

REGISTER = typer.Option(..., "--register", metavar="FILE", help="The register.")


def engagements(
    register: str = REGISTER,
    jsonl: bool = typer.Option(False, "--jsonl", help="Write one engagement a line as JSON."),
    year: int | None = typer.Option(None, "--year", help="Only those of this year."),
    kind: str | None = typer.Option(None, "--kind", help="Only this kind, such as visit."),
    party: str | None = typer.Option(
        None, "--party", metavar="CODE", help="Only this party, such as ESP or INTERPOL."
    ),
    stage: str | None = typer.Option(None, "--stage", help="Only planned, held or cancelled ones."),
) -> None:
    """List the engagements of a register by date."""
    import msgspec

    from mithaq.ontology import KINDS, STAGES
    from mithaq.register import Register

    for name, value, known in (("--kind", kind, KINDS), ("--stage", stage, STAGES)):
        if value is not None and value not in known:
            raise UsageError(f"{name}: expected one of {', '.join(known)}, found {value!r}")
    require(register)
    with Register.open(register) as opened:
        found = opened.engagements(year=year, kind=kind, party=party.upper() if party else None, stage=stage)
    encode = msgspec.json.Encoder().encode
    for engagement in found:
        line = (
            encode(engagement) + b"\n" if jsonl else _lay_out(engagement).encode("utf-8", "backslashreplace")
        )
        sys.stdout.buffer.write(line)
    if not jsonl:
        sys.stdout.buffer.write(f"{len(found)} engagement{'' if len(found) == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()


def require(register: str) -> None:
    """Refuse a register that is not there: a command that only reads makes none."""
    if "://" not in register and not Path(register).exists():
        raise RegisterError(
            f"{register}: there is no register. Make one: mithaq add TEXTS --register {register}"
        )


def _lay_out(engagement: Engagement) -> str:
    """One engagement: what a machine sorts by in Latin script first, names below it, one a line."""
    from mithaq.cli.table import one_line

    kind = f"{engagement.kind} {engagement.action}" if engagement.action else engagement.kind
    place = engagement.where
    where = ", ".join(part for part in (place.city, place.country) if part) if place else ""
    told = f"{engagement.witnesses} witness{'' if engagement.witnesses == 1 else 'es'}"
    lines = [
        f"{engagement.id}  {engagement.when or '-':<21}  {kind:<14}  {engagement.stage:<9}  {where or '-':<18}  {told}"
    ]
    for party in engagement.parties:
        names = " | ".join(
            f"\u2068{one_line(part)}\u2069"
            for part in (party.person, party.office, party.organisation)
            if part
        )
        lines.append(f"    {party.role or 'party':<11} {party.code or '?':<8} {names}".rstrip())
    for conflict in engagement.conflicts:
        of = f" of \u2068{one_line(conflict.of)}\u2069" if conflict.of else ""
        values = "; ".join(
            f"\u2068{one_line(str(v.value))}\u2069 ({', '.join(v.documents)})" for v in conflict.values
        )
        lines.append(f"    conflict    {conflict.field}{of}: {values}")
    lines.append(f"    documents   {', '.join(engagement.documents)}")
    return "\n".join(lines) + "\n\n"
