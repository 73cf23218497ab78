"""`mithaq engagements`: what a register holds, for people and for machines."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mithaq.cli.inputs import ALIASES
from mithaq.errors import RegisterError, UsageError

if TYPE_CHECKING:
    from mithaq.register import Engagement

REGISTER = typer.Option(..., "--register", metavar="FILE", help="The register.")
_PARTIES_SHOWN = 12


def engagements(
    register: str = REGISTER,
    jsonl: bool = typer.Option(False, "--jsonl", help="Write one engagement a line as JSON."),
    year: int | None = typer.Option(None, "--year", metavar="YEAR", help="Only those of this year."),
    kind: str | None = typer.Option(None, "--kind", metavar="KIND", help="Only this kind, such as visit."),
    party: str | None = typer.Option(
        None, "--party", metavar="CODE", help="Only this party, such as ESP or INTERPOL."
    ),
    stage: str | None = typer.Option(
        None, "--stage", metavar="STAGE", help="Only planned, held or cancelled ones."
    ),
    aliases: Path | None = ALIASES,
) -> None:
    """List the engagements of a register by date."""
    import msgspec

    from mithaq.register import Register

    kind, stage, party = checked(kind, stage, party)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        found = opened.engagements(year=year, kind=kind, party=party, stage=stage)
        if not found:
            print(f"mithaq: {_hint(register, opened.engagements(), year, party)}", file=sys.stderr)
    encode = msgspec.json.Encoder().encode
    for engagement in found:
        line = (
            encode(engagement) + b"\n" if jsonl else _lay_out(engagement).encode("utf-8", "backslashreplace")
        )
        sys.stdout.buffer.write(line)
    if not jsonl:
        sys.stdout.buffer.write(f"{len(found)} engagement{'' if len(found) == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()


def checked(
    kind: str | None, stage: str | None, party: str | None
) -> tuple[str | None, str | None, str | None]:
    """The filters as the register takes them.

    Raises:
        UsageError: no such kind or stage.
    """
    from mithaq.ontology import KINDS, STAGES

    kind, stage = (value.lower() if value else None for value in (kind, stage))
    for name, value, known in (("--kind", kind, KINDS), ("--stage", stage, STAGES)):
        if value is not None and value not in known:
            raise UsageError(f"{name}: expected one of {', '.join(known)}, found {value!r}")
    return kind, stage, party.upper() if party else None


def require(register: str) -> None:
    """Refuse a register that is not there: a command that only reads makes none."""
    if "://" not in register and not Path(register).exists():
        raise RegisterError(
            f"{register}: there is no register. Make one: mithaq add TEXTS --register {register}"
        )


def _hint(register: str, everything: list[Engagement], year: int | None, party: str | None) -> str:
    """What to say to someone who found nothing: what there is to be found."""
    if not everything:
        return f"{register}: no engagements yet. Add texts: mithaq add TEXTS --register {register}"
    parties = Counter(code for e in everything for code in {party.code for party in e.parties if party.code})
    if party and party not in parties:
        shown = ", ".join(code for code, _ in parties.most_common(_PARTIES_SHOWN))
        return f"{register}: no engagements of {party}. Most are of {shown}"
    years = sorted({e.when[:4] for e in everything if e.when and e.when[:4].isdecimal()})
    if year and f"{year:04}" not in years:
        return f"{register}: no engagements of {year}. The register has {', '.join(years) or 'no dates'}"
    return f"{register}: no engagement is all of that. Leave one condition out"


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
    lines += [f"    > {one_line(span.text)}" for span in engagement.evidence]
    return "\n".join(lines) + "\n\n"
