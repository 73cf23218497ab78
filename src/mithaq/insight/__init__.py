"""Questions to a register: answers are plain data, computed from engagements, without words."""

from __future__ import annotations

from mithaq.insight.period import Period, Step
from mithaq.insight.persons import FullNames, full_names
from mithaq.insight.results import Result
from mithaq.insight.security import is_of_security
from mithaq.insight.year import Month, Partner, Person, Threat, Year, look_back

__all__ = [
    "FullNames",
    "Month",
    "Partner",
    "Period",
    "Person",
    "Result",
    "Step",
    "Threat",
    "Year",
    "full_names",
    "is_of_security",
    "look_back",
]
