"""The words of an office or an organisation, out of those of the whole mention."""

from __future__ import annotations

from mithaq.reading.text import Item, Text


def words_of_post(posts: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """The words of the post: the longest stretch that no name divides, without the ranks at its ends, if more is told."""
    told = [post for post in posts if post[2] not in ("", "rank")] or [post for post in posts if post[2]]
    if len(told) < 2:
        return told[0][:2] if told else None
    stretches: list[tuple[int, int]] = []
    open_end = False
    for start, end, cls in posts:
        if not cls:
            open_end = False
        elif (start, end, cls) in told:
            if open_end:
                start = stretches.pop()[0]
            stretches.append((start, end))
            open_end = True
    return max(stretches, key=lambda stretch: stretch[1] - stretch[0])


def whole_of(tokens: list[int]) -> tuple[int, int] | None:
    """The stretch that covers all tokens."""
    return (min(tokens), max(tokens)) if tokens else None


def land_of_town(text: Text, items: list[Item]) -> str | None:
    """The country of the first town among some items."""
    values = (value for item in items for _, value, _ in text.senses(item)[:1] if "/" in value)
    return next((value.split("/")[0] for value in values), None)
