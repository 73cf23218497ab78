"""Questions to a register: answers are plain data, computed from engagements, without words."""

from __future__ import annotations

from mithaq.insight.year import Month, Partner, Person, Threat, Year, look_back

__all__ = ["Month", "Partner", "Person", "Threat", "Year", "look_back"]
