"""The register: reports of documents, consolidated to engagements, in an SQLite file or a PostgreSQL database."""

from __future__ import annotations

from mithaq.register.adding import Outcome
from mithaq.register.consolidation import consolidate
from mithaq.register.decisions import Decision
from mithaq.register.engagement import Conflict, Engagement, Link, Report, Telling, Told
from mithaq.register.filters import Filters
from mithaq.register.store import Register

__all__ = [
    "Conflict",
    "Decision",
    "Engagement",
    "Filters",
    "Link",
    "Outcome",
    "Register",
    "Report",
    "Telling",
    "Told",
    "consolidate",
]
