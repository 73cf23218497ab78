"""The first paragraph of a review: how much there was, with whom, from which sources."""

from __future__ import annotations

from typing import Any

from mithaq.insight import Year
from mithaq.publish.dates import tell
from mithaq.publish.names import Names
from mithaq.publish.tree import Text
from mithaq.publish.words import Words


def count_kinds(year: Year) -> list[tuple[str, int]]:
    """What was held, by the nouns that a first paragraph counts."""
    held = year.held
    return [
        ("meetings", len(held.get("meeting", []))),
        ("visits", len(held.get("visit", []))),
        ("agreements", len(year.agreements)),
        ("gatherings", len(held.get("gathering", []))),
    ]


class Lead:
    """Composes the first paragraph.

    Args:
        year: what the register holds of the period.
        words: of the page's language.
        names: of countries and bodies in it.
        home: the home party as it stands in a sentence.
        disputed: the ids of the engagements on which sources differ.
    """

    def __init__(self, year: Year, words: Words, names: Names, home: str, disputed: list[str]) -> None:
        self.year = year
        self.words = words
        self.names = names
        self.home = home
        self.disputed = disputed

    def sentences(self) -> list[Text]:
        """Its sentences, each with the engagements that it counts."""
        told = [self._held(), self._partners(), self._sources(), self._busiest(), self._first_partner()]
        return [
            Text(text=self.words.finish(sentence), of=list(dict.fromkeys(of)))
            for sentence, of in filter(None, told)
        ]

    def _held(self) -> tuple[str, list[str]]:
        say, held = self.words.say, self.year.held
        of = [e for ids in held.values() for e in ids]
        told: dict[str, Any] = {
            "during": tell(self.year.period.edtf, self.words),
            "home": self.home,
            "home_of": say("of-party", party=self.home),
            "home_to": say("to-party", party=self.home),
            "n": len(of),
        }
        if not of:
            return say("lead-none", **told), [e.id for e in self.year.engagements]
        parts = [self.words.count(noun, n) for noun, n in count_kinds(self.year) if n]
        message = "lead-count-of" if parts and len(of) > 1 else "lead-count"
        engagements = self.words.count("engagements", len(of), oblique=True)
        return say(message, **told, engagements=engagements, list=self.words.join(parts)), of

    def _partners(self) -> tuple[str, list[str]] | None:
        year = self.year
        counted = (("countries", year.countries), ("bodies", year.bodies))
        partners = [self.words.count(noun, n, oblique=True) for noun, n in counted if n]
        if not partners:
            return None
        of = [e for partner in year.partners for e in partner.total]
        return self.words.say("lead-partners", partners=self.words.join(partners)), of

    def _sources(self) -> tuple[str, list[str]]:
        words, n, disputed = self.words, len(self.year.documents), len(self.disputed)
        sentence = words.say(
            "lead-sources-disputed" if disputed else "lead-sources",
            n=n,
            documents=words.count("documents", n, oblique=True),
            outlets=words.count("outlets", len(self.year.outlets)),
            disputed=words.say("count-disputed", n=disputed, **words.numerals(disputed)),
        )
        return sentence, [e.id for e in (*self.year.engagements, *self.year.ahead)]

    def _busiest(self) -> tuple[str, list[str]] | None:
        """The month with the most, where there is one and another to set beside it."""
        found = [[e for ids in month.kinds.values() for e in ids] for month in self.year.months]
        totals = [len(of) for of in found]
        most = max(totals)
        if most < 2 or totals.count(most) > 1 or sum(map(bool, totals)) < 2:
            return None
        step = self.year.months[totals.index(most)].step
        if not step.month:
            return self.words.say("lead-year", year=str(step.year)), found[totals.index(most)]
        month = self.words.month(step.month, None if self.year.period.year else step.year)
        return self.words.say("lead-month", month=month), found[totals.index(most)]

    def _first_partner(self) -> tuple[str, list[str]] | None:
        partners = self.year.partners
        if len(partners) < 2 or len(partners[0].total) == len(partners[1].total):
            return None
        first = partners[0]
        name = self.names.party_in_words(first.code, is_body=first.is_body)
        engagements = self.words.count("engagements", len(first.total))
        return self.words.say("lead-partner", partner=name, engagements=engagements), first.total
