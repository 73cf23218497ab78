"""Word data: load, check and compile it. Knows no language; a language is a folder of data."""

from __future__ import annotations

from mithaq.lexicon.check import check, check_or_raise
from mithaq.lexicon.compile import Lexicon, compile_pack, load
from mithaq.lexicon.tables import Fault, Row, read_table

__all__ = ["Fault", "Lexicon", "Row", "check", "check_or_raise", "compile_pack", "load", "read_table"]
