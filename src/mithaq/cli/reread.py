"""`mithaq reread`: what a register holds, read anew by a better reader."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import typer

from mithaq.cli.conditions import REGISTER, require
from mithaq.cli.inputs import ALIASES, OFFICES


def reread(
    register: str = REGISTER,
    everything: bool = typer.Option(
        False, "--all", help="Read all documents, and make everything anew that is made from them."
    ),
    offices: Path | None = OFFICES,
    aliases: Path | None = ALIASES,
) -> None:
    """Read anew the documents that an older reader read, or one with other words and rules.

    Decisions hold: they are found again by the documents and words that they were made on.
    """
    from mithaq.cli.keep import AT_ONCE
    from mithaq.reading import Reader
    from mithaq.register import Register

    require(register)
    read = lost = 0
    with Register.open(register, aliases=aliases) as opened:
        reader = Reader(offices=offices)
        outdated = opened.outdated(everything=everything)
        while documents := list(islice(outdated, AT_ONCE)):
            opened.add_all(documents, reader.read, anew=True)
            read += len(documents)
        if everything:
            opened.rebuild()
        total = opened.count()
        lost = len(opened.homeless())
    print(f"{register}: {read} document{'' if read == 1 else 's'} read anew")
    print(f"{register}: {total} engagement{'' if total == 1 else 's'}")
    if lost:
        print(
            f"{register}: {lost} decision{'' if lost == 1 else 's'} on what the reader no longer finds: "
            "see mithaq decisions list"
        )
