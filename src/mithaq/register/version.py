"""Which reader made a report: its version, and a key of the words, rules and code that it reads by."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import mithaq

_READ_BY = ("gazetteer", "languages", "lexicon", "reading")
_ENDINGS = (".py", ".tsv", ".toml")


@cache
def reader_version() -> str:
    """The version of the reader, another one as soon as a row of a table, a rule or the code of reading is.

    So a register knows which of its documents to read anew when someone has added a word.
    """
    root = Path(str(files("mithaq")))
    digest = blake2b(digest_size=8)
    for folder in _READ_BY:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _ENDINGS:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{mithaq.__version__}+{digest.hexdigest()}"
