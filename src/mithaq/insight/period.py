"""The period under review: a year, or from one day to another, and the steps by which its engagements are counted."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

DAYS_IN_YEAR = 365.2425
MOST_MONTHS = 24
"""A longer period is counted by years and not by months."""


class Step(NamedTuple):
    """A month, or a whole year where `month` is None."""

    year: int
    month: int | None


class Period(NamedTuple):
    """Some days, the first and the last included."""

    first: dt.date
    last: dt.date

    @classmethod
    def of_year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    @property
    def year(self) -> int | None:
        """The calendar year that the period is, or None if it is another."""
        return self.first.year if self == Period.of_year(self.first.year) else None

    @property
    def edtf(self) -> str:
        """The period as EDTF."""
        return str(self.year) if self.year else f"{self.first.isoformat()}/{self.last.isoformat()}"

    @property
    def years(self) -> float:
        """Its length in years."""
        return ((self.last - self.first).days + 1) / DAYS_IN_YEAR

    def before(self) -> Period:
        """The period of the same length that ends the day before; of calendar years, the years before."""
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            span = self.last.year - self.first.year + 1
            return Period(
                self.first.replace(year=self.first.year - span), self.last.replace(year=self.last.year - span)
            )
        last = self.first - dt.timedelta(days=1)
        return Period(last - (self.last - self.first), last)

    def steps(self) -> list[Step]:
        """The months of the period, or its years where it is long."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if months > MOST_MONTHS:
            return [Step(year, None) for year in range(self.first.year, self.last.year + 1)]
        start = self.first.year * 12 + self.first.month - 1
        return [Step(place // 12, place % 12 + 1) for place in range(start, start + months)]
