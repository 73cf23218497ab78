"""`mithaq search`: engagements and documents by their words, in any of the languages."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from mithaq.cli.conditions import (
    CONFIDENCE,
    CONFLICTS,
    FROM,
    KIND,
    OFFSET,
    PARTY,
    PERSON,
    REGION,
    REGISTER,
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

WORDS = typer.Argument(
    ..., metavar="WORDS", help="Words, all of which must be there; a phrase in quotation marks."
)


def search(
    words: list[str] = WORDS,
    register: str = REGISTER,
    documents: bool = typer.Option(False, "--documents", help="Find documents instead of engagements."),
    jsonl: bool = typer.Option(False, "--jsonl", help="Write one engagement or document a line as JSON."),
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
    limit: int = typer.Option(50, "--limit", metavar="N", min=1, help="At most N; 50 if left out."),
    offset: int = OFFSET,
    aliases: Path | None = ALIASES,
) -> None:
    """Find engagements by the words that tell them.

    Arabic is found with or without marks, hamza and prefixes, and the name of a country finds its people.
    """
    from mithaq.cli.engagements import write_list
    from mithaq.register import Register

    sought = " ".join(f'"{part}"' if " " in part and '"' not in part else part for part in words)
    filters = make_filters(
        words=sought, year=year, first=first, last=last, kind=kind, parties=party, region=region, stage=stage,
        topic=topic, person=person, confidence=confidence, witnesses=witnesses, conflicts=conflicts,
        status=status,
    )  # fmt: skip
    if documents and any(
        getattr(filters, name) not in (None, ()) for name in filters.__struct_fields__ if name != "words"
    ):
        raise UsageError("expected words alone with --documents: conditions are on engagements; found others")
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        if documents:
            _write_documents(opened.find_documents(sought, limit=limit), jsonl=jsonl)
            return
        if not write_list(opened.find(filters, limit=limit, offset=offset), jsonl=jsonl):
            print(f"mithaq: {hint(opened, filters)}", file=sys.stderr)


def _write_documents(found: list, *, jsonl: bool) -> None:  # type: ignore[type-arg]
    import msgspec

    from mithaq.cli.table import one_line

    for document in found:
        if jsonl:
            sys.stdout.buffer.write(msgspec.json.encode(document) + b"\n")
            continue
        about = [document.title or document.text[:80], document.source]
        names = " | ".join(f"\u2068{one_line(part)}\u2069" for part in about if part)
        line = f"{document.published or '-':<10}  {document.id:<20}  {names}\n"
        sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    if not jsonl:
        sys.stdout.buffer.write(f"{len(found)} document{'' if len(found) == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()
