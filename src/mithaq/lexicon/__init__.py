"""Word data: load, check and compile it. Knows no language; a language is a folder of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mithaq.lexicon.pack import Lexicon, load

if TYPE_CHECKING:
    from mithaq.lexicon.checks import check, check_or_raise
    from mithaq.lexicon.compile import compile_pack
    from mithaq.lexicon.tables import Fault, Row, read_table

__all__ = ["Fault", "Lexicon", "Row", "check", "check_or_raise", "compile_pack", "load", "read_table"]

_HOMES = {"compile_pack": "compile", "Fault": "tables", "Row": "tables", "read_table": "tables"}


def __getattr__(name: str) -> Any:
    """Import what only checks and compiles when it is first used: a start from the cache needs none of it."""
    if name not in __all__:
        raise AttributeError(f"module 'mithaq.lexicon' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"mithaq.lexicon.{_HOMES.get(name, 'checks')}"), name)
