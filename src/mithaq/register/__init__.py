"""The register: reports of documents, consolidated to engagements, in one SQLite file."""

from __future__ import annotations

from mithaq.register.consolidation import consolidate
from mithaq.register.engagement import Conflict, Engagement, Report, Telling, Told
from mithaq.register.store import Outcome, Register

__all__ = ["Conflict", "Engagement", "Outcome", "Register", "Report", "Telling", "Told", "consolidate"]
