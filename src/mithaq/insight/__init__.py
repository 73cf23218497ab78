"""Questions to a register: answers are plain data, computed from engagements, without words."""

from __future__ import annotations

from mithaq.insight.persons import FullNames, full_names
from mithaq.insight.results import Result
from mithaq.insight.year import Month, Partner, Person, Threat, Year, look_back

__all__ = ["FullNames", "Month", "Partner", "Person", "Result", "Threat", "Year", "full_names", "look_back"]
