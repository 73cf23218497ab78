"""Those who take part in an engagement, in words: as subject, as object, behind "of" and "to", with what a verb needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from mithaq.publish.grammar import Gender
from mithaq.publish.names import Names
from mithaq.publish.persons import Persons
from mithaq.publish.titles import Title, Titles
from mithaq.publish.words import Words
from mithaq.records import Party
from mithaq.register import Engagement

_PERSONS_SHOWN = 3
"""Of a delegation, so many are named at most; who else was there stands in the evidence."""

Number = Literal["one", "other"]
Langs = Callable[[Engagement], frozenset[str | None]]


class Side(NamedTuple):
    """One side of an engagement.

    `subject` is None where the words of a text stand in a case that cannot be changed; `gender`, that of who is
    named first, is None where nothing tells it. `of` and `to` are the object behind these prepositions.
    """

    subject: str | None
    object: str
    of: str
    to: str
    gender: Gender | None
    number: Number


class _One(NamedTuple):
    subject: str | None
    object: str
    gender: Gender | None
    number: Number


class Sides:
    """Composes the sides of the engagements of one home country.

    Args:
        words: of the language.
        names: of countries, bodies and peoples in it.
        home: the code of the home country or body: its name is not repeated behind that of its officials.
        persons: names of persons in the script of the page.
        engagements: in which a person's office, and so the gender, may be told.
        langs: the languages of the documents that tell an engagement.
    """

    def __init__(
        self,
        words: Words,
        names: Names,
        home: str,
        persons: Persons,
        engagements: Iterable[Engagement],
        langs: Langs,
    ) -> None:
        self.words = words
        self.names = names
        self.home = home
        self.persons = persons
        self.titles = Titles(words, names)
        self._langs = langs
        self._genders: dict[tuple[str | None, str], Gender | None] = {
            (party.code, self.persons.name(party.code, party.person)): title.gender
            for engagement in engagements
            for party in engagement.parties
            if party.person and (title := self._office(engagement, party))
        }

    def of(self, engagement: Engagement, codes: list[str], *, implied: str | None = None) -> Side:
        """Countries and bodies by their persons, or offices, or agencies, or as officials of theirs.

        Args:
            engagement: at least one of its parties is of each code.
            codes: countries and bodies.
            implied: the country that the sentence names beside it.
        """
        told = [
            self._one(engagement, [party for party in engagement.parties if party.code == code], implied)
            for code in codes
        ]
        subjects = [side.subject for side in told if side.subject]
        subject = self.words.join(subjects) if len(subjects) == len(told) else None
        number: Number = "one" if len(told) == 1 and told[0].number == "one" else "other"
        return self._behind(subject, [side.object for side in told], told[0].gender, number)

    def states(self, engagement: Engagement, codes: list[str]) -> Side:
        """Countries and bodies as such, by the agency that acts for them where its name says more than "the authorities"."""
        told = []
        for code in codes:
            parties = [party for party in engagement.parties if party.code == code]
            is_body = parties[0].body is not None
            agencies = [p.organisation for p in parties if p.organisation and " " in p.organisation.strip()]
            title = self.titles.agency(agencies[0], code, self._langs(engagement)) if agencies else None
            told.append(
                self._stand_alone(title, code, is_body=is_body, is_home=False)
                if title
                else self.names.party_in_words(code, is_body=is_body)
            )
        return self._behind(None, told, None, "one" if len(told) == 1 else "other")

    def _behind(self, subject: str | None, objects: list[str], gender: Gender | None, number: Number) -> Side:
        join, say = self.words.join, self.words.say
        return Side(
            subject,
            join(objects),
            join(say("of-party", party=party) for party in objects),
            join(say("to-party", party=party) for party in objects),
            gender,
            number,
        )

    def can_act(self, side: Side) -> bool:
        """True if a side can be the subject of a verb that agrees with it."""
        return bool(side.subject) and (self.words.grammar.agreement != "gender" or side.gender is not None)

    def _one(self, engagement: Engagement, parties: list[Party], implied: str | None) -> _One:
        code, is_body = parties[0].code or "", parties[0].body is not None
        name = self.names.party(code, is_body=is_body)
        titles = {id(party): self._office(engagement, party) for party in parties}
        shown = [party for party in parties if party.person] or [
            party for party in parties if titles[id(party)]
        ]
        if shown:
            is_home = code in (self.home, implied)
            others = len(shown) > _PERSONS_SHOWN
            shown = shown[: _PERSONS_SHOWN - 1] if others else shown
            told = list(
                dict.fromkeys(
                    self._person(
                        party, titles[id(party)], None if is_home or party is not shown[-1] else name
                    )
                    for party in shown
                )
            )
            both = [self.words.say(f"and-others{case}") if others else "" for case in ("", ".oblique")]
            subject, other = (self.words.join([*told, *filter(None, [more])]) for more in both)
            is_oblique = any(
                self.words.grammar.is_oblique(party.office) for party in shown if not party.person
            )
            first = titles[id(shown[0])]
            is_plural = len(told) > 1 or others or bool(not shown[0].person and first and first.is_plural)
            gender = self._gender(shown[0], first)
            return _One(None if is_oblique else subject, other, gender, "other" if is_plural else "one")
        langs = self._langs(engagement)
        agencies = (self.titles.agency(party.organisation, code, langs) for party in parties)
        agency = next(filter(None, agencies), None)
        if agency:
            shown_as = self._stand_alone(agency, code, is_body=is_body, is_home=code == self.home)
            number: Number = "other" if agency.is_plural else "one"
            is_oblique = self.words.grammar.is_oblique(agency.text)
            return _One(None if is_oblique else shown_as, shown_as, agency.gender, number)
        return self._officials(code, is_body=is_body)

    def _officials(self, code: str, *, is_body: bool) -> _One:
        people = None if is_body else self.names.people(code)
        say = self.words.say
        if people:
            nominative, oblique = people
            subject = say("party-officials", people=nominative)
            return _One(subject, say("party-officials.oblique", people=oblique), "masculine", "other")
        party = self.names.party_in_words(code, is_body=is_body)
        subject = say("party-officials-of", party=party)
        return _One(subject, say("party-officials-of.oblique", party=party), "masculine", "other")

    def _person(self, party: Party, title: Title | None, country: str | None) -> str:
        """A person with the office, or either; with the country, where it is to be told."""
        code, is_body = party.code or "", party.body is not None
        name = self.persons.name(party.code, party.person) if party.person else ""
        if name and title and set(_plain(name).split()) <= set(_plain(title.text).split()):
            title = None  # what stands there is the name once more
        if name and title:
            needs_country = (
                country or self.words.grammar.is_bare(_plain(title.text)) or " " not in _plain(title.text)
            )
            office = self.titles.with_country(title, code, is_body=is_body) if needs_country else title.text
            return self.words.say("party-office", person=name, office=office)
        if title:
            is_home = (
                not country
                and not self.words.grammar.is_bare(_plain(title.text))
                and " " in _plain(title.text)
            )
            return self._stand_alone(title, code, is_body=is_body, is_home=is_home)
        return self.words.say("party-of", who=name, country=country) if country else name

    def _stand_alone(self, title: Title, code: str, *, is_body: bool, is_home: bool) -> str:
        """An office or agency without a name: with its article, and its country where that is not understood."""
        shown = title.text if is_home else self.titles.with_country(title, code, is_body=is_body)
        grammar = self.words.grammar
        if title.is_agency and not title.gender and not title.is_plural and grammar.agreement == "number":
            return shown
        whole = grammar.definite(shown, title.gender, is_plural=title.is_plural, is_agency=title.is_agency)
        return whole or shown

    def _office(self, engagement: Engagement, party: Party) -> Title | None:
        """A person's or party's office in the page's language: the one that won, or else another that a document tells."""
        langs = self._langs(engagement)
        title = self.titles.office(party.office, party.code, langs)
        if title or not party.person:
            return title
        rivals = (
            str(told.value)
            for conflict in engagement.conflicts
            if conflict.field == "office" and conflict.of == party.person
            for told in conflict.values
        )
        return next(filter(None, (self.titles.office(told, party.code, langs) for told in rivals)), None)

    def _gender(self, party: Party, title: Title | None) -> Gender | None:
        if party.person:
            name = self.persons.name(party.code, party.person)
            found = self._genders.get((party.code, name)) or self.words.gender_of_name(_plain(name))
            return found  # type: ignore[return-value]
        return title.gender if title else None


def _plain(held: str) -> str:
    return held.replace("\ue000", " ")
