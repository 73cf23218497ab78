"""Documents from files, folders and standard input, one at a time; what cannot be read is told, not raised."""

from __future__ import annotations

from mithaq.sources.checks import check
from mithaq.sources.files import documents
from mithaq.sources.items import LARGEST, Defaults, Reject

__all__ = ["LARGEST", "Defaults", "Reject", "check", "documents"]
