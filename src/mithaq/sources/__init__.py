"""Documents from files, folders, standard input and the net, one at a time; what cannot be read is told, not raised."""

from __future__ import annotations

from mithaq.sources.checks import check
from mithaq.sources.files import documents
from mithaq.sources.items import LARGEST, Defaults, Reject
from mithaq.sources.outlets import Outlets

__all__ = ["LARGEST", "Defaults", "Outlets", "Reject", "check", "documents"]
