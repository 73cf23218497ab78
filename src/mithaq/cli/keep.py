"""Documents into a register, in groups: what `add` and `feeds update` share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from mithaq.cli.rejects import Rejects
    from mithaq.records import Document
    from mithaq.register import Outcome, Register
    from mithaq.sources import Outlets, Reject

Advance = Callable[[int, int], None]
AT_ONCE, _LARGE = 16, 1_000_000  # documents of a group, and characters
_LONG = 0.5  # seconds that the first of a group waits for others: those of a slow source are kept one by one


def keep_each(
    items: Iterator[Document | Reject],
    register: Register,
    rejects: Rejects,
    *,
    offices: Path | None,
    at_once: int = AT_ONCE,
) -> dict[Outcome, int]:
    """Add documents to a register, those that come at once in one transaction; count what became of them.

    A document that the register has is not read: its events are asked for only where they are wanted.

    Args:
        at_once: documents of one transaction at most; 1 where the source takes one for kept when it gives the next.
    """
    from mithaq.cli.inputs import read_one
    from mithaq.reading import Reader
    from mithaq.register import Outcome

    reader = Reader(offices=offices)
    counts = dict.fromkeys(Outcome, 0)
    for group in _groups(items, rejects, at_once):
        outcomes = register.add_all(group, lambda document: read_one(reader, document).events)
        for document, outcome in zip(group, outcomes, strict=True):
            counts[outcome] += 1
            if outcome is Outcome.REPLACED:
                print(
                    f"mithaq: {document.id}: replaces the document of this id that the register held",
                    file=sys.stderr,
                )
    return counts


def _groups(items: Iterator[Document | Reject], rejects: Rejects, at_once: int) -> Iterator[list[Document]]:
    """The documents in groups, none of which waits long for the next document, nor grows large; refused ones are told."""
    from mithaq.records import Document

    group: list[Document] = []
    size = begun = 0.0
    try:
        for item in items:
            if not isinstance(item, Document):
                rejects.take(item)
                continue
            if not group:
                size, begun = 0, monotonic()
            group.append(item)
            size += len(item.text)
            if len(group) >= at_once or size > _LARGE or monotonic() - begun > _LONG:
                yield group
                group = []
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group


def tell_kept(where: str, counts: dict[Outcome, int], refused: int, engagements: int) -> None:
    """Say what became of the documents, and end with the code for it."""
    told = [f"{count} {outcome}" for outcome, count in counts.items()] + [f"{refused} refused"]
    print(f"{where}: documents: {', '.join(told)}")
    print(f"{where}: {engagements} engagement{'' if engagements == 1 else 's'}")
    if refused:
        raise typer.Exit(2)


def outlets_beside(register: str, sources: Path | None) -> Outlets | None:
    """The outlets of the file that is named, else of the `sources.toml` beside a register that is a file."""
    from mithaq.sources import Outlets
    from mithaq.sources.outlets import FILE_NAME

    if sources:
        return Outlets.load(sources)
    beside = Path(register).with_name(FILE_NAME) if "://" not in register and register else None
    return Outlets.load(beside) if beside and beside.is_file() else None


@contextmanager
def shown_progress() -> Iterator[Advance | None]:
    """A bar on a terminal, told how many files are done of how many; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)
