"""EDTF dates in words."""

from __future__ import annotations

import datetime as dt

from mithaq import edtf
from mithaq.publish.words import Words


def tell(when: str, words: Words, *, year: int | None = None) -> str:
    """A date in words, as "يومي 10 و11 شتنبر" for `2024-09-10/2024-09-11`.

    Args:
        when: EDTF.
        words: of the language.
        year: the year that the reader has in mind: it is not repeated.
    """
    first, last, is_approximate = edtf.bounds(when)
    with_year = not (first.year == last.year == year)
    exactness = edtf.precision(when)
    if first == dt.date.min:
        return words.say("date-open-start", last=words.day(last))
    if last == dt.date.max:
        return words.say("date-open-end", first=words.day(first))
    if exactness == "day":
        return words.say("date-day", date=words.day(first, with_year=with_year))
    if exactness == "month":
        return words.say("date-month", date=words.month(first.month, first.year if with_year else None))
    if exactness == "season":
        return words.say("date-season", season=int(when[5:7]), year=str(first.year))
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return words.say("date-year" if with_year else "date-this-year", year=str(first.year))
    message = "date-range"
    if is_approximate:
        message = "date-between"
    elif (first.year, first.month) == (last.year, last.month) and (last - first).days == 1:
        message = "date-two-days"
    start, end = tell_range(first, last, words, with_year=with_year)
    return words.say(message, first=start, last=end)


def tell_range(first: dt.date, last: dt.date, words: Words, *, with_year: bool = True) -> tuple[str, str]:
    """The two ends of a range, what they share being told once: ("10", "11 September"), ("September 10", "11")."""
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month and words.begins_with_month:
        end = words.day(last, with_month=False)
        return (
            words.day(first, with_year=False),
            words.say("date-end-of-range", day=end, year=str(last.year)) if with_year else end,
        )
    return (
        words.day(first, with_year=with_year and first.year != last.year, with_month=not same_month),
        words.day(last, with_year=with_year),
    )
