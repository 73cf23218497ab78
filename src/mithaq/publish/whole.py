"""Files written in one move, so that none is left half-written."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mithaq.errors import UsageError


@contextmanager
def whole_path(path: Path) -> Iterator[Path]:
    """A name beside the path to write to, which takes the place of the path if all goes well.

    Raises:
        UsageError: it cannot be written; what was there before is left.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=path.suffix)
        os.close(handle)
        try:
            yield Path(name)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        remedy = "Name a file in a folder that is there and may be written to"
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            remedy = "Free some space, or name a file on another disk"
        why = (fault.strerror or str(fault)).lower()
        raise UsageError(f"{path}: cannot be written: {why}. {remedy}") from fault


@contextmanager
def whole_text(path: Path) -> Iterator[IO[str]]:
    """A text to write to, UTF-8 with line feeds, that takes the place of the path if all goes well."""
    with whole_path(path) as name, name.open("w", encoding="utf-8", newline="") as text:
        yield text


@contextmanager
def whole_bytes(path: Path) -> Iterator[IO[bytes]]:
    """Bytes to write to, that take the place of the path if all goes well."""
    with whole_path(path) as name, name.open("wb") as file:
        yield file
