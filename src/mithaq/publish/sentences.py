"""An engagement as a sentence: who, with whom, where, when, about what."""

from __future__ import annotations

from mithaq import edtf
from mithaq.insight import FullNames
from mithaq.publish.dates import tell
from mithaq.publish.names import Names
from mithaq.publish.words import Words
from mithaq.records import Document, Party
from mithaq.register import Conflict, Engagement

_GIVEN = ("training", "aid", "award")


class Sentences:
    """Composes sentences on the engagements of one home country in one year.

    Args:
        words: of the language.
        names: of countries, cities and bodies in it.
        home: alpha-3: its name is not repeated behind that of its officials.
        year: its number is not repeated in dates.
        full: names in full for short ones.
        documents: by id, for the names of outlets.
    """

    def __init__(
        self,
        words: Words,
        names: Names,
        home: str,
        year: int,
        full: FullNames,
        documents: dict[str, Document],
    ) -> None:
        self.words = words
        self.names = names
        self.home = home
        self.year = year
        self.full = full
        self.documents = documents

    def compose(self, engagement: Engagement, turn: int = 0) -> str:
        """The sentence on an engagement.

        Args:
            engagement: with at least one party.
            turn: which of the ways to say it is taken; sentences in a row should not all be alike.
        """
        core, place_is_told = self._core(engagement, turn % 2)
        place = self.place(engagement)
        told = engagement.when
        when = tell(told, self.words, year=self.year) if told and edtf.is_edtf(told) else None
        sentence = self.words.say(
            "sentence",
            core=core,
            at="" if place_is_told or not place else self._at(engagement, place),
            on=self.words.say("on", date=when) if when else "",
            more=self._more(engagement),
        )
        comma = self.words.say("apposition-end")
        return sentence.replace(comma * 2, comma).replace(f"{comma}.", ".")

    def conflicts(self, engagement: Engagement) -> list[str]:
        """A sentence on each point in which documents differ."""
        return [self._conflict(conflict) for conflict in engagement.conflicts]

    def outlet(self, document: str) -> str:
        """Who published a document: its source, or else its id."""
        known = self.documents.get(document)
        return self.words.isolate((known.source if known else None) or document)

    def place(self, engagement: Engagement) -> str | None:
        """Where it took place, in words."""
        where = engagement.where
        if not where or not where.country:
            return None
        country = self.names.country(where.country)
        if not where.city:
            return country
        city = self.names.city(where.country, where.city)
        is_known = where.country == self.home or (
            engagement.kind != "visit" and where.country in _codes(engagement)
        )
        if is_known or city == country:
            return city
        return self.words.say("place-city", city=city, country=country)

    def _at(self, engagement: Engagement, place: str) -> str:
        """Where, as the end of a sentence; not "officials of France in France"."""
        where = engagement.where
        if where and not where.city and where.country != self.home:
            of_place = [party for party in engagement.parties if party.code == where.country]
            is_last = bool(of_place) and set(_codes(engagement)) == {self.home, where.country}
            is_anonymous = not any(party.person or party.office or party.organisation for party in of_place)
            if engagement.kind in ("meeting", "operation", "training") and is_last and is_anonymous:
                return self.words.say("at-home-of-theirs")
        return self.words.say("at", place=place)

    def _core(self, engagement: Engagement, turn: int) -> tuple[str, bool]:
        """Who did what, and whether that tells the place."""
        say, stage = self.words.say, engagement.stage
        kind = engagement.kind
        if kind == "visit":
            place = self.place(engagement) or self._side(engagement, "host", named=False)
            return say(
                "visit", stage=stage, turn=turn, guest=self._side(engagement, "guest"), place=place
            ), True
        if kind == "gathering":
            return self._gathering(engagement), False
        if kind == "mandate":
            return self._mandate(engagement), False
        if kind == "election":
            forum = self._side(engagement, "forum", named=False)
            return say(
                kind,
                stage=stage,
                action=engagement.action,
                forum=forum,
                candidate=self._candidates(engagement),
            ), False
        roles = {party.role for party in engagement.parties}
        if kind in _GIVEN and {"provider", "recipient"} <= roles:
            provider, recipient = (self._side(engagement, role) for role in ("provider", "recipient"))
            return say(f"{kind}-given", stage=stage, provider=provider, recipient=recipient), False
        one, other = self._two_sides(engagement)
        if kind == "agreement":
            act = say("agreement-act", action=engagement.action)
            told = engagement.instrument
            instrument = self.words.isolate(told) if told else say("agreement-instrument")
            return say(kind, stage=stage, act=act, instrument=instrument, one=one, other=other), False
        return say(kind, stage=stage, turn=turn, one=one, other=other), False

    def _gathering(self, engagement: Engagement) -> str:
        hosts = _codes(engagement, "host", "organiser")
        forum = self._forum(engagement, hosts)
        if self.home in hosts:
            home = self.names.country(self.home)
            return self.words.say("gathering-hosted", stage=engagement.stage, forum=forum, home=home)
        one = self._people([party for party in engagement.parties if party.code == self.home])
        return self.words.say("gathering", stage=engagement.stage, one=one, forum=forum)

    def _forum(self, engagement: Engagement, hosts: list[str]) -> str:
        bodies = [party.body for party in engagement.parties if party.body]
        others = [code for code in _codes(engagement) if code != self.home and code not in bodies]
        foreign = [code for code in hosts if code != self.home]
        session = engagement.figures.get("session")
        ordinal = self.words.ordinal(session) if session else ""
        if bodies:
            message = "forum-session" if session else "forum-body"
            return self.words.say(
                message, body=self.words.join(map(self.names.body, bodies)), ordinal=ordinal
            )
        kind = "host" if foreign else "joint" if others else "alone"
        message = f"forum-session-{kind}" if session else f"forum-{kind}"
        return self.words.say(
            message,
            ordinal=ordinal,
            host=self.words.join(map(self.names.country, foreign)),
            others=self.words.join(map(self.names.country, others)),
        )

    def _mandate(self, engagement: Engagement) -> str:
        principal = next(iter(_codes(engagement, "principal")), None) or next(
            (party.code for party in engagement.parties if party.person and party.country), self.home
        )
        principal_name = self.names.party(str(principal), is_body=_is_body(engagement, str(principal)))
        of_principal = [party for party in engagement.parties if party.code == principal and party.person]
        forums = [code for code in _codes(engagement) if code != principal]
        return self.words.say(
            "mandate",
            stage=engagement.stage,
            delegate=self._people(of_principal)
            if of_principal
            else self.words.say("party-representative", country=principal_name),
            principal=principal_name,
            forum=self.words.join(
                self.names.party(code, is_body=_is_body(engagement, code)) for code in forums
            ),
        )

    def _candidates(self, engagement: Engagement) -> str:
        told = []
        for code in _codes(engagement):
            if _is_body(engagement, code):
                continue
            people = [party for party in engagement.parties if party.code == code and party.person]
            country = self.names.country(code)
            if people:
                persons = self.words.join(self._person(party) for party in people)
                told.append(self.words.say("party-of", who=persons, country=country))
            else:
                told.append(self.words.say("party-candidate", country=country))
        return self.words.join(told)

    def _more(self, engagement: Engagement) -> str:
        say, words, figures = self.words.say, self.words, engagement.figures
        told = []
        if engagement.kind == "gathering" and "attendance" in figures:
            told.append(say("gathering-attendance", n=figures["attendance"]))
        if engagement.kind == "election" and "votes" in figures:
            votes = words.count("votes", figures["votes"], oblique=True)
            if "electorate" in figures:
                told.append(say("election-votes-of", votes=votes, electorate=figures["electorate"]))
            else:
                told.append(say("election-votes", votes=votes))
        topics = [say(f"topic-{topic}") for topic in engagement.topics if topic != "general"]
        if topics:
            told.append(say("topics", list=words.join(topics)))
        if engagement.purposes:
            told.append(say("purposes", list=words.join(say(f"purpose-{p}") for p in engagement.purposes)))
        return "".join(told)

    def _two_sides(self, engagement: Engagement) -> tuple[str, str]:
        """The home country's side and the others', or the first party and the rest where home is not the matter."""
        codes = _codes(engagement)
        first = self.home if self.home in codes else codes[0]
        one = [party for party in engagement.parties if party.code == first]
        others = [code for code in codes if code != first]
        told = [
            self._people([party for party in engagement.parties if party.code == code]) for code in others
        ]
        return self._people(one), self.words.join(told)

    def _side(self, engagement: Engagement, role: str, *, named: bool = True) -> str:
        """Those in a role; where none is, those of whom no role is told, or all but the home country."""
        codes = _codes(engagement, role)
        if not codes and role == "forum":
            codes = [code for code in _codes(engagement) if _is_body(engagement, code)]
        codes = codes or [code for code in _codes(engagement) if code != self.home] or _codes(engagement)
        if not named:
            return self.words.join(
                self.names.party(code, is_body=_is_body(engagement, code)) for code in codes
            )
        sides = [[party for party in engagement.parties if party.code == code] for code in codes]
        return self.words.join(self._people(side) for side in sides)

    def _people(self, parties: list[Party]) -> str:
        """The parties of one country or body: its persons, or offices, or agencies, or officials of it."""
        code = parties[0].code or ""
        name = self.names.party(code, is_body=parties[0].body is not None)
        shown = [party for party in parties if party.person] or [party for party in parties if party.office]
        told = [self._person(party) for party in shown]
        if not told:
            agencies = dict.fromkeys(party.organisation for party in parties if party.organisation)
            told = [self.words.isolate(agency) for agency in agencies]
        if not told:
            return self.words.say("party-officials", country=name)
        joined = self.words.join(dict.fromkeys(told))
        if code != self.home:
            return self.words.say("party-of", who=joined, country=name)
        is_apposed = any(party.person and party.office for party in shown)
        return joined + self.words.say("apposition-end") if is_apposed else joined

    def _person(self, party: Party) -> str:
        name = self.full.get((party.code or "", party.person or ""), party.person)
        office = self.words.isolate(party.office) if party.office else None
        if not name:
            return office or ""
        person = self.words.isolate(name)
        return self.words.say("party-office", person=person, office=office) if office else person

    def _conflict(self, conflict: Conflict) -> str:
        field = conflict.field.removeprefix("figures.")
        values = [
            self.words.say(
                "conflict-value",
                value=self._value(conflict, told.value),
                sources=self.words.join(dict.fromkeys(self.outlet(document) for document in told.documents)),
            )
            for told in conflict.values
        ]
        of = conflict.of or ""
        if alpha := self.names.country(of) if len(of) == 3 else None:
            of = alpha
        return self.words.say(f"conflict-{field}", values=self.words.join(values), of=self.words.isolate(of))

    def _value(self, conflict: Conflict, value: str | int) -> str:
        match conflict.field:
            case "when":
                return tell(str(value), self.words, year=self.year)
            case "where" if conflict.of:
                return self.names.city(conflict.of, str(value))
            case "where":
                return self.names.country(str(value))
            case "role":
                message = f"role-{value}"
                return self.words.say(message if message in self.words else "role-other")
            case _:
                return self.words.isolate(str(value))


def _codes(engagement: Engagement, *roles: str) -> list[str]:
    """The codes of the parties, of those in some roles if any are given, each once."""
    chosen = (party for party in engagement.parties if not roles or party.role in roles)
    return list(dict.fromkeys(party.code for party in chosen if party.code))


def _is_body(engagement: Engagement, code: str) -> bool:
    return any(party.body == code for party in engagement.parties)
