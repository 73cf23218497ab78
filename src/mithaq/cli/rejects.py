"""What was refused: told line by line on standard error, or written to a file and summed up."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

import typer

if TYPE_CHECKING:
    from mithaq.sources import Reject

REJECTS = typer.Option(
    None,
    "--rejects",
    metavar="TSV",
    help="Where to write what was refused, and why; else standard error tells.",
)
_COLUMNS = ("path", "line", "id", "reason")


class Rejects:
    """Takes up rejects, one at a time, and counts them."""

    def __init__(self, path: Path | None = None) -> None:
        self.count = 0
        self._path = path
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        from mithaq.errors import InputError

        if self._path:
            try:
                self._file = self._path.open("w", encoding="utf-8", newline="\n")
            except OSError as wrong:
                raise InputError(
                    f"{self._path}: cannot be written: {wrong.strerror}; name another file"
                ) from wrong
            self._write(*_COLUMNS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()
            if self.count:
                print(f"mithaq: {self.count} refused; {self._path} tells which and why", file=sys.stderr)

    def take(self, reject: Reject) -> None:
        """Take up one."""
        from mithaq.cli.inputs import tell

        self.count += 1
        if self._file:
            line = "" if reject.line is None else str(reject.line)
            self._write(reject.path, line, reject.id, reject.message)
            self._file.flush()  # what follows may be stopped
        else:
            tell(reject)

    def _write(self, *cells: str) -> None:
        assert self._file
        clean = (" ".join(cell.split()).encode("utf-8", "backslashreplace").decode("utf-8") for cell in cells)
        self._file.write("\t".join(clean) + "\n")
