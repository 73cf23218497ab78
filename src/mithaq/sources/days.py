"""The day that a source tells, from a timestamp: as it was where the source is, not in another zone."""

from __future__ import annotations

import re
from datetime import date

YEARS = range(1900, 2101)
"""Others are slips of the pen."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])", re.ASCII)
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|T)", re.ASCII)
_SLASHED = re.compile(r"(\d{4})/(\d{2})/(\d{2})(?=$|\s)", re.ASCII)


def day_of(stamp: str | None) -> str | None:
    """The day of a timestamp, such as 2024-09-20; None where it tells none that is certain.

    Args:
        stamp: "2024-09-20T00:30:00+01:00" and "Fri, 20 Sep 2024 00:30:00 +0100" are of 2024-09-20, though it was
            still the 19th in London. "20/09/24" may be read in two ways, so it is read in none.
    """
    text = (stamp or "").strip()
    numbers = None
    for form in (_ISO, _PLAIN, _SLASHED):
        if found := form.match(text):
            numbers = tuple(map(int, found.groups()))
            break
    if numbers is None:
        from email.utils import parsedate_tz

        parsed = parsedate_tz(text) if re.search("[A-Za-z]{3}", text) else None
        numbers = parsed[:3] if parsed else None
    if numbers is None:
        return None
    try:
        day = date(*numbers)
    except ValueError:
        return None
    return day.isoformat() if day.year in YEARS else None
