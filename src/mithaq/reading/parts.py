"""What the phrases of a party tell, each by its weightiest meaning: an office, a link, a nation."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.pack import Sense
from mithaq.reading.text import Item, Text
from mithaq.reading.towns import have_towns, sense_told

POSTING, OF = ("at", "to", "in"), "of"


class Part(NamedTuple):
    """What a phrase of a mention tells by its weightiest meaning.

    `code` is of a country or body, but for what "the Kingdom" means, which depends on the source; `noted` the country
    that the note of an office tells; `is_post` of an office, a rank or an envoy, `is_nation` of an adjective; what
    `may_be_town` means another town beside other words.
    """

    cls: str
    value: str
    noted: str
    code: str | None
    is_post: bool
    is_link: bool
    is_nation: bool
    may_be_town: bool


class Parts(dict[int, Part]):
    """What each pattern tells, told when it is first met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.senses = lexicon.senses
        self.agencies = lexicon.gazetteer.get("agencies", {})

    def __missing__(self, pattern: int) -> Part:
        senses = self.senses[pattern]
        part = self[pattern] = self.of(senses[0])._replace(may_be_town=have_towns(senses))
        return part

    def told(self, text: Text, pattern: int, items: list[Item], home: str | None) -> Part:
        """What a phrase tells beside others."""
        part = self[pattern]
        if part.may_be_town:
            return self.of(sense_told(text, self.senses[pattern], items, home))
        return part

    def of(self, sense: Sense) -> Part:
        """What a meaning tells."""
        cls, value, note = sense
        is_nation = cls.startswith("demonym") or cls == "body.adjective"
        code = None
        if is_nation or cls in ("country", "seat", "body"):
            code = value
        elif cls == "city":
            code = value.split("/", 1)[0]
        elif cls == "agency":
            known = self.agencies.get(value)
            code = known[0] if known else value.split("/", 1)[0]
        return Part(
            cls,
            value,
            note.removeprefix("country=") if note.startswith("country=") else "",
            code,
            cls in ("office", "rank", "envoy", "office.plural"),
            cls in POSTING or cls == OF,
            is_nation,
            False,
        )
