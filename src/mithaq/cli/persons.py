"""`mithaq persons`: who the register tells of, under which names and in which offices."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from mithaq.cli.conditions import REGISTER, require
from mithaq.cli.inputs import ALIASES


def persons(
    name: str | None = typer.Argument(None, metavar="NAME", help="A name in any script; all if left out."),
    register: str = REGISTER,
    party: str | None = typer.Option(None, "--party", metavar="CODE", help="Only persons of this party."),
    organisations: bool = typer.Option(False, "--organisations", help="Organisations instead of persons."),
    jsonl: bool = typer.Option(False, "--jsonl", help="Write one a line as JSON."),
    aliases: Path | None = ALIASES,
) -> None:
    """List persons with all forms of their names, and the offices that they are told to hold, over time."""
    import msgspec

    from mithaq.cli.table import one_line
    from mithaq.register import Register

    require(register)
    with Register.open(register, aliases=aliases) as opened:
        code = party.upper() if party else None
        found = (
            opened.organisations(code=code, name=name)
            if organisations
            else opened.persons(code=code, name=name)
        )
    for person in found:
        if jsonl:
            sys.stdout.buffer.write(msgspec.json.encode(person) + b"\n")
            continue
        lines = [f"{person.id}  {person.code:<10}  \u2068{one_line(person.name)}\u2069"]
        lines += [
            f"    also        \u2068{one_line(form)}\u2069" for form in person.forms if form != person.name
        ]
        lines += [
            f"    {office.first_day} to {office.last_day}  \u2068{one_line(office.office)}\u2069"
            for office in person.offices
        ]
        sys.stdout.buffer.write(("\n".join(lines) + "\n").encode("utf-8", "backslashreplace"))
    if not jsonl:
        noun = "organisation" if organisations else "person"
        sys.stdout.buffer.write(f"{len(found)} {noun}{'' if len(found) == 1 else 's'}\n".encode())
    sys.stdout.buffer.flush()
