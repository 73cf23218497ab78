"""Towns of one name: which of them a text means."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.lexicon.pack import Sense
from mithaq.reading.text import Item, Text

_LANDS = ("city", "country")


def sense_told(text: Text, senses: tuple[Sense, ...], items: Iterable[Item], home: str | None) -> Sense:
    """What an item means beside others: a town of the country told with it, else of the source's, else its first sense.

    "Cordoba, Argentina" is in Argentina for every source, "Cordoba" alone in Spain for a Spanish one.
    """
    first = senses[0]
    if len(senses) == 1 or first.cls not in _LANDS:
        return first
    towns = [sense for sense in senses if sense.cls == "city"]
    told = {sense.value for item in items for sense in text.senses(item)[:1] if sense.cls == "country"}
    for country in (told - {first.value}, {home}):
        for sense in towns:
            if sense.value.split("/", 1)[0] in country:
                return sense
    return first
