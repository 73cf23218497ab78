"""What the reader says happened: a draft whose parties, time and place are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import msgspec

from mithaq.reading.mentions import Mention, Told, codes_of

# What a rule's id ends with, or holds, tells those who work on the acts of several sentences.
MARGINS = ".sidelines"  # gatherings attended by those who meet in their margins
AWAITED = ".lists-below"  # of credentials whose bearers the next sentences name
PRESENT = ".present"  # persons who are only said to have been present
HELD = ".held"  # a person who is known only as the holder of the office that is named
CREDENTIALS = ".mandate.credentials"
OF_BODY = ".gathering.of-bloc"  # "the assembly of INTERPOL elected": the election is what is told

Entry = tuple[str, str, Mention | None]  # code, role, mention


def codes_in(parties: Iterable[Entry], wanted: str | None = None) -> set[str]:
    """The codes of all parties, or of those that take one role."""
    if wanted is None:
        return {code for code, _, _ in parties}
    return {code for code, role, _ in parties if role == wanted}


def with_nations(mentions: list[Told]) -> list[Told]:
    """Those presented, each a name and then a nation, taken together: "the credentials of X, ambassador of Y"."""
    taken: list[Told] = []
    for one in mentions:
        before = taken[-1] if taken else None
        office = one if isinstance(one, Mention) else None
        if (
            isinstance(before, Mention)
            and before.persons
            and not (before.codes and before.sure)
            and codes_of(one)
            and not (office and (office.persons or not office.sure))
        ):
            taken[-1] = before._replace(
                codes=codes_of(one),
                sure=True,
                posted=office.posted if office else before.posted,
                office=before.office or (office and office.office),
            )
        else:
            taken.append(one)
    return taken


def tell_apart(parties: list[Entry]) -> list[Entry]:
    """Guests and hosts of different codes: one who is on both sides belongs to the host's."""
    hosts = codes_in(parties, "host")
    guests = codes_in(parties, "guest") - hosts
    return [
        (code, "host" if role == "guest" and code in hosts else role, mention)
        for code, role, mention in parties
        if code in hosts or code in guests or role not in ("host", "guest")
    ]


class Act(msgspec.Struct, frozen=True, dict=True):
    """One act, as one sentence tells it, or several once they are merged."""

    kind: str
    action: str | None
    stage: str
    parties: list[Entry]
    when: str | None
    dated: bool
    country: str | None
    city: str | None
    topics: list[str]
    purposes: list[str]
    instrument: str | None
    start: int
    end: int
    sentence: int
    heading: bool
    sure: bool
    rules: tuple[str, ...]
    figures: Mapping[str, int] = MappingProxyType({})
    term: str | None = None  # of an agreement: how long it is to last
    site_told: bool = False  # whether the text tells the place, or it is only that of the host
    forum: frozenset[str] = frozenset()  # of a gathering: the stems of its word
    bare: bool = False  # only "the conference", without a word on which one
    sure_of_forum: bool = True  # whether it counts though no other sentence tells of it
    apart: frozenset[str] = frozenset()  # of a meeting: the parties that were met one by one

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all parties."""
        return frozenset(codes_in(self.parties))

    def _replace(self, **changes: Any) -> Act:
        """The act with other fields, as of a named tuple."""
        return msgspec.structs.replace(self, **changes)

    def overlaps(self, other: Act) -> bool:
        """Whether the words that tell two acts overlap."""
        return other.start < self.end and self.start < other.end

    def backed_by(self, other: Act) -> Act:
        """The act with what another mention of it adds whoever its parties are: subjects, rules, and whether it is
        dated and known for a forum."""
        return self._replace(
            dated=self.dated or other.dated,
            topics=sorted({*self.topics, *other.topics}),
            purposes=sorted({*self.purposes, *other.purposes}),
            rules=tuple(dict.fromkeys(self.rules + other.rules)),
            sure_of_forum=self.sure_of_forum or other.sure_of_forum,
            bare=self.bare and other.bare,
        )
