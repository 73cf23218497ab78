"""Those who take part in an engagement, in words: as subject and as object, with the gender that a verb needs."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.insight import FullNames
from mithaq.publish.names import Names
from mithaq.publish.words import Words
from mithaq.records import Party
from mithaq.register import Engagement

_PERSONS_SHOWN = 3
"""Of a delegation, so many are named at most; who else was there stands in the evidence."""
_SHORT = 3
"""Words of an office behind which an adjective is still understood as its own."""


class Side(NamedTuple):
    """One side of an engagement.

    `subject` is None where the words of a text stand in a case that cannot be changed; `gender`, that of who is
    named first, is None where nothing tells it.
    """

    subject: str | None
    object: str
    gender: str | None

    @property
    def can_act(self) -> bool:
        """True if it can be the subject of a verb that agrees with it."""
        return bool(self.subject and self.gender)


class Sides:
    """Composes the sides of the engagements of one home country.

    Args:
        words: of the language.
        names: of countries, bodies and peoples in it.
        home: alpha-3: its name is not repeated behind that of its officials.
        full: names in full for short ones.
        engagements: in which a person's office, and so the gender, may be told.
    """

    def __init__(
        self, words: Words, names: Names, home: str, full: FullNames, engagements: list[Engagement]
    ) -> None:
        self.words = words
        self.names = names
        self.home = home
        self.full = full
        self._genders = {
            (party.code, self._full_name(party)): self.words.gender(party.office)
            for engagement in engagements
            for party in engagement.parties
            if party.person and party.office
        }

    def of(self, engagement: Engagement, codes: list[str], *, implied: str | None = None) -> Side:
        """Countries and bodies by their persons, or offices, or agencies, or as officials of theirs.

        Args:
            engagement: at least one of its parties is of each code.
            codes: countries and bodies.
            implied: the country that the sentence names beside it.
        """
        told = [
            self._one([party for party in engagement.parties if party.code == code], implied)
            for code in codes
        ]
        subjects = [side.subject for side in told if side.subject]
        return Side(
            subject=self.words.join(subjects) if len(subjects) == len(told) else None,
            object=self.words.join(side.object for side in told),
            gender=told[0].gender,
        )

    def states(self, engagement: Engagement, codes: list[str]) -> str:
        """Countries and bodies as such, by the agency that acts for them where its name says more than "the authorities"."""
        told = []
        for code in codes:
            parties = [party for party in engagement.parties if party.code == code]
            agencies = [p.organisation for p in parties if p.organisation and " " in p.organisation.strip()]
            is_body = parties[0].body is not None
            name = self.names.party(code, is_body=is_body)
            agency = self.words.isolate(agencies[0]) if agencies else None
            told.append(self._of_country(agency, code, name, is_body=is_body) if agency else name)
        return self.words.join(told)

    def _one(self, parties: list[Party], implied: str | None) -> Side:
        code, is_body = parties[0].code or "", parties[0].body is not None
        name = self.names.party(code, is_body=is_body)
        shown = [party for party in parties if party.person] or [party for party in parties if party.office]
        if shown:
            is_home = code in (self.home, implied)
            others = len(shown) > _PERSONS_SHOWN
            shown = shown[: _PERSONS_SHOWN - 1] if others else shown
            told = [
                self._person(party, None if is_home or party is not shown[-1] else name) for party in shown
            ]
            both = [self.words.say(f"and-others{case}") if others else "" for case in ("", ".oblique")]
            subject, other = (self.words.join(dict.fromkeys([*told, *filter(None, [more])])) for more in both)
            can_act = not any(self.words.is_oblique(party.office) for party in shown if not party.person)
            return Side(subject if can_act else None, other, self._gender(shown[0]))
        agency = next((party.organisation for party in parties if party.organisation), None)
        if agency:
            shown_as = self.words.isolate(agency)
            if code != self.home:
                shown_as = self._of_country(shown_as, code, name, is_body=is_body)
            return Side(
                None if self.words.is_oblique(agency) else shown_as, shown_as, self.words.gender(agency)
            )
        return self._officials(code, name, is_body=is_body)

    def _officials(self, code: str, name: str, *, is_body: bool) -> Side:
        people = None if is_body else self.names.people(code)
        if people:
            nominative, oblique = people
            subject = self.words.say("party-officials", people=nominative)
            return Side(subject, self.words.say("party-officials.oblique", people=oblique), "masculine")
        subject = self.words.say("party-officials-of", party=name)
        return Side(subject, self.words.say("party-officials-of.oblique", party=name), "masculine")

    def _person(self, party: Party, country: str | None) -> str:
        """A person with the office, or either; with the country, where it is to be told."""
        code = party.code or ""
        name = self._full_name(party)
        office = self.words.isolate(party.office) if party.office else ""
        if name and office and set(name.split()) <= set(office.split()):
            office = ""  # what stands there is the name once more
        if office and (country or len(office.split()) == 1 or self.words.is_bare(office)):
            is_body = party.body is not None
            shown = country or self.names.party(code, is_body=is_body)
            office = self._of_country(office, code, shown, is_body=is_body)
        if name and office:
            return self.words.say("party-office", person=self.words.isolate(name), office=office)
        if office:
            return office
        person = self.words.isolate(name or "")
        return self.words.say("party-of", who=person, country=country) if country else person

    def _of_country(self, title: str, code: str, country: str, *, is_body: bool = False) -> str:
        """An office or agency with its country, so that nobody takes the country for the place of what was done.

        An adjective stands behind a definite last word, and agrees with it, or with the minister before it: "the
        Turkish minister", "the director of the French police". Officials in the plural are called by their
        people, an indefinite office takes the country behind it. What cannot be put so has it in brackets.
        """
        words, names = self.words, self.names
        if is_body:
            return words.of_body(title, country)
        if names.is_told(code, title):
            return title
        if words.is_bare(title):
            return words.say("office-bare", office=title, country=country)
        first, last = title.split()[0], title.split()[-1]
        people = names.people(code)
        if people and words.is_oblique(last):
            message = "title-definite" if words.is_definite(last) else "title-indefinite"
            return words.say(message, title=title, adjective=people[1])
        if words.is_oblique(first):
            return words.say("title-from", title=title, country=country)
        is_of_head = len(title.split()) <= _SHORT and first in words.say("heads-with-adjective").split()
        adjective = names.adjective(code, words.gender(first if is_of_head else last) or "masculine")
        if adjective and words.is_definite(last):
            return words.say("title-definite", title=title, adjective=adjective)
        return words.say("party-of", who=title, country=country)

    def _full_name(self, party: Party) -> str | None:
        return self.full.get((party.code or "", party.person or ""), party.person)

    def _gender(self, party: Party) -> str | None:
        if party.person:
            name = self._full_name(party)
            return self._genders.get((party.code, name)) or self.words.gender_of_name(name)
        return self.words.gender(party.office)
