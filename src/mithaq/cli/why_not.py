"""`mithaq why-not`: why two engagements are two."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from mithaq.cli.conditions import REGISTER, require
from mithaq.cli.inputs import ALIASES


def why_not(
    one: str = typer.Argument(..., metavar="A", help="The id of an engagement."),
    other: str = typer.Argument(..., metavar="B", help="The id of another."),
    register: str = REGISTER,
    aliases: Path | None = ALIASES,
) -> None:
    """Say why two engagements were not joined to one."""
    from mithaq.cli.table import one_line
    from mithaq.register import Register

    require(register)
    with Register.open(register, aliases=aliases) as opened:
        lines = opened.why_not(one, other)
    text = "".join(f"{one_line(line)}\n" for line in lines)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
