"""What the commands that list engagements share: their conditions as options, and what is said where none is met."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from mithaq.errors import RegisterError, UsageError

if TYPE_CHECKING:
    from mithaq.insight.measures import Basis
    from mithaq.register import Filters, Register


def _register(default: str | None = ..., more: str = "") -> Any:  # type: ignore[assignment]
    """The option that names a register: it is defined here alone."""
    about = f"The register, a file or a postgresql:// URL{more}."
    return typer.Option(default, "--register", metavar="REGISTER", help=about)


REGISTER = _register()
REGISTER_OR_NONE = _register(None)
NEW_REGISTER = _register(more="; it is made if it is not there")
JSONL = typer.Option(False, "--jsonl", help="Write one engagement a line as JSON.")
YEAR = typer.Option(None, "--year", metavar="YEAR", help="Only those of this year.")
FROM = typer.Option(None, "--from", metavar="DAY", help="Only those on or after this day, 2024-09-01.")
TO = typer.Option(None, "--to", metavar="DAY", help="Only those on or before this day.")
KIND = typer.Option(None, "--kind", metavar="KIND", help="Only this kind, such as visit.")
PARTY = typer.Option(
    None, "--party", metavar="CODE", help="Only with this party, ESP or INTERPOL; may be repeated."
)
REGION = typer.Option(
    None, "--region", metavar="REGION", help="Only with a party of this region, such as Africa."
)
STAGE = typer.Option(None, "--stage", metavar="STAGE", help="Only planned, held or cancelled ones.")
TOPIC = typer.Option(None, "--topic", metavar="TOPIC", help="Only about this topic, such as drugs.")
PERSON = typer.Option(None, "--person", metavar="NAME", help="Only with this person, in any script.")
CONFIDENCE = typer.Option(
    None, "--confidence", metavar="SHARE", min=0.0, max=1.0, help="Only at least so sure, such as 0.9."
)
WITNESSES = typer.Option(
    None, "--witnesses", metavar="N", min=1, help="Only told by at least N independent texts."
)
CONFLICTS = typer.Option(
    None, "--conflicts/--no-conflicts", help="Only those on which documents differ; or do not."
)
STATUS = typer.Option(
    None,
    "--status",
    metavar="STATUS",
    help="Only found, accepted, rejected, corrected or added ones; all takes in those rejected.",
)
LIMIT = typer.Option(None, "--limit", metavar="N", min=1, help="At most N.")
OFFSET = typer.Option(0, "--offset", metavar="N", min=0, help="Pass over the first N.")
_PARTIES_SHOWN = 12


def make_filters(
    *,
    words: str | None = None,
    year: int | None = None,
    first: str | None = None,
    last: str | None = None,
    kind: str | None = None,
    parties: list[str] | None = None,
    region: str | None = None,
    stage: str | None = None,
    topic: str | None = None,
    person: str | None = None,
    confidence: float | None = None,
    witnesses: int | None = None,
    conflicts: bool | None = None,
    status: str | None = None,
) -> Filters:
    """The conditions that options name.

    Raises:
        UsageError: a value is none of its option.
    """
    from mithaq.gazetteer.regions import region_named
    from mithaq.ontology import KINDS, STAGES, TOPICS
    from mithaq.register import Filters
    from mithaq.register.decisions import STATUSES

    kind, stage, topic, status = (value.lower() if value else None for value in (kind, stage, topic, status))
    for name, value, known in (
        ("--kind", kind, KINDS),
        ("--stage", stage, STAGES),
        ("--topic", topic, (*TOPICS, "general")),
        ("--status", status, (*STATUSES, "all")),
    ):
        if value is not None and value not in known:
            raise UsageError(f"{name}: expected one of {', '.join(known)}, found {value!r}")
    for name, day in (("--from", first), ("--to", last)):
        if day is not None and not _is_day(day):
            raise UsageError(f"{name}: expected a day, such as 2024-09-01, found {day!r}")
    if year is not None:
        if first or last:
            raise UsageError("expected --year, or --from and --to, found both")
        first, last = f"{year:04}-01-01", f"{year:04}-12-31"
    return Filters(
        words=words,
        kind=kind,
        stage=stage,
        parties=tuple(code.upper() for code in parties or ()),
        region=region_named(region) if region else None,
        topic=topic,
        person=person,
        first=first,
        last=last,
        confidence=confidence,
        witnesses=witnesses,
        has_conflicts=conflicts,
        status=status,
    )


def basis_named(name: str) -> Basis:
    """The basis of figures of that name.

    Raises:
        UsageError: there is none.
    """
    from mithaq.insight.measures import Basis

    try:
        return Basis(name.lower())
    except ValueError:
        raise UsageError(f"--basis: expected one of {', '.join(Basis)}, found {name!r}") from None


def require(register: str) -> None:
    """Refuse a register that is not there: a command that only reads makes none."""
    if "://" not in register and not Path(register).exists():
        raise RegisterError(
            f"{register}: there is no register. Make one: mithaq add TEXTS --register {register}"
        )


def hint(register: Register, filters: Filters) -> str:
    """What to say to someone who found nothing: what there is to be found."""
    where = register.where
    years, parties = register.years(), register.parties()
    if not parties:
        return f"{where}: no engagements yet. Add texts: mithaq add TEXTS --register {where}"
    unknown = [code for code in filters.parties if code not in parties]
    if unknown:
        return f"{where}: no engagements of {unknown[0]}. Most are of {', '.join(list(parties)[:_PARTIES_SHOWN])}"
    year = filters.first[:4] if filters.first else None
    if year and filters.last and filters.last[:4] == year and year not in years:
        return f"{where}: no engagements of {year}. The register has {', '.join(years) or 'no dates'}"
    return f"{where}: no engagement is all of that. Leave one condition out"


def _is_day(text: str) -> bool:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
