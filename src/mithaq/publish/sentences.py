"""An engagement as a sentence: who, with whom, where, when, about what."""

from __future__ import annotations

from typing import Any

from mithaq import edtf
from mithaq.insight import FullNames
from mithaq.publish.dates import tell
from mithaq.publish.names import Names
from mithaq.publish.sides import Side, Sides
from mithaq.publish.words import Words, is_rtl
from mithaq.records import Document
from mithaq.register import Conflict, Engagement

_GIVEN = ("training", "aid", "award")
_ABOUT = {
    "meeting": "about-meeting",
    "call": "about-call",
    "visit": "about-visit",
    "gathering": "about-gathering",
}
_WITHOUT_TOPICS = ("mandate", "election")


class Sentences:
    """Composes sentences on the engagements of one home country in one year.

    Args:
        words: of the language.
        names: of countries, cities and bodies in it.
        home: alpha-3: its name is not repeated behind that of its officials.
        year: its number is not repeated in dates.
        full: names in full for short ones.
        documents: by id, for the names of outlets.
        engagements: in which a person's office may be told.
    """

    def __init__(
        self,
        words: Words,
        names: Names,
        home: str,
        year: int,
        full: FullNames,
        documents: dict[str, Document],
        engagements: list[Engagement],
    ) -> None:
        self.words = words
        self.names = names
        self.home = home
        self.year = year
        self.documents = documents
        self.sides = Sides(words, names, home, full, engagements)

    def compose(self, engagement: Engagement, turn: int = 0) -> str:
        """The sentence on an engagement.

        Args:
            engagement: with at least one party.
            turn: which of the ways to say it is taken; sentences in a row should not all be alike.
        """
        when = self.when(engagement)
        told = {
            "stage": engagement.stage,
            "turn": turn % 2,
            "at": self._at(engagement),
            "on": self.words.say("on", date=when) if when else "",
        }
        core = self._core(engagement, told)
        return self._tidy(self.words.say("sentence", core=core, more=self._more(engagement)))

    def label(self, engagement: Engagement) -> str:
        """What an engagement is in a few words, as "a visit to Turkey"."""
        others = self.sides.states(engagement, self._others(engagement))
        where = self._place_in_words(engagement) or others
        told: dict[str, Any] = {"other": others, "place": where, "home": self.names.country(self.home)}
        match engagement.kind:
            case "visit":
                is_made = self.home in _codes(engagement, "guest")
                return self.words.say("label-visit-made" if is_made else "label-visit-received", **told)
            case "agreement":
                return self.words.say("label-agreement", **told, **self._agreement(engagement))
            case "gathering":
                return self._forum(engagement)
            case "election":
                return self.words.say("label-election", candidate=self._candidates(engagement), **told)
            case kind:
                return self.words.say(f"label-{kind}", **told)

    def when(self, engagement: Engagement) -> str | None:
        """When it took place, in words."""
        when = engagement.when
        return tell(when, self.words, year=self.year) if when and edtf.is_edtf(when) else None

    def conflicts(self, engagement: Engagement) -> list[str]:
        """A sentence on each point in which documents differ."""
        return [self._conflict(conflict) for conflict in engagement.conflicts]

    def outlet(self, document: str) -> str:
        """Who published a document: its source, or else its id."""
        known = self.documents.get(document)
        return self.words.isolate((known.source if known else None) or document)

    def _tidy(self, sentence: str) -> str:
        """Without commas that close an apposition where another sign follows."""
        comma = self.words.say("comma")
        for doubled in (comma * 2, f"{comma} {comma}"):
            sentence = sentence.replace(doubled, comma)
        return sentence.replace(f"{comma}.", ".")

    def _place_in_words(self, engagement: Engagement) -> str | None:
        where = engagement.where
        if not where or not where.country:
            return None
        country = self.names.country(where.country)
        if not where.city:
            return country
        city = self.names.city(where.country, where.city)
        if where.country == self.home or self.names.is_capital(where.country, where.city) or city == country:
            return city
        return self.words.say("place-city", city=city, country=country)

    def _at(self, engagement: Engagement) -> str:
        place = self._place_in_words(engagement)
        if not place or not engagement.where or self._is_told_by_parties(engagement):
            return ""
        is_city = bool(engagement.where.city) and is_rtl(place) == self.words.is_rtl and place[0].isalpha()
        return self.words.say("at-city" if is_city else "at", place=place)

    def _is_told_by_parties(self, engagement: Engagement) -> bool:
        """True if a country alone is the place and the sentence says no less by its parties."""
        where = engagement.where
        if not where or where.city:
            return False
        is_host = where.country in _codes(engagement, "host") and where.country == self.home
        return engagement.kind == "aid" or (engagement.kind == "meeting" and is_host)

    def _core(self, engagement: Engagement, told: dict[str, Any]) -> str:
        """Who did what, where and when."""
        kind = engagement.kind
        match kind:
            case "visit":
                return self._visit(engagement, told)
            case "meeting" | "call":
                return self._talks(engagement, told)
            case "gathering":
                return self._gathering(engagement, told)
            case "mandate":
                return self._mandate(engagement, told)
            case "election":
                forum = self._forums(engagement)
                action, candidate = engagement.action, self._candidates(engagement)
                return self.words.say(kind, **told, action=action, forum=forum, candidate=candidate)
            case "agreement":
                return self.words.say(
                    kind, **told, **self._agreement(engagement), parties=self._all(engagement)
                )
        roles = {party.role for party in engagement.parties}
        if kind in _GIVEN and {"provider", "recipient"} <= roles:
            provider = self.sides.states(engagement, _codes(engagement, "provider"))
            recipients = _codes(engagement, "recipient")
            recipient = (
                self.sides.of(engagement, recipients).object
                if kind == "award"
                else self.sides.states(engagement, recipients)
            )
            return self.words.say(f"{kind}-given", **told, provider=provider, recipient=recipient)
        return self.words.say(kind, **told, parties=self._all(engagement))

    def _visit(self, engagement: Engagement, told: dict[str, Any]) -> str:
        guests = _codes(engagement, "guest")
        guests = guests or [code for code in _codes(engagement) if code != self.home] or _codes(engagement)
        hosts = [code for code in _codes(engagement) if code not in guests]
        place = self._place_in_words(engagement) or self.sides.states(engagement, hosts or guests)
        guest = self.sides.of(engagement, guests)
        return self._say_of("visit", guest, told, guest=guest.object, place=place)

    def _talks(self, engagement: Engagement, told: dict[str, Any]) -> str:
        codes = _codes(engagement)
        first = self.home if self.home in codes else codes[0]
        others = [code for code in codes if code != first] or [first]
        where = engagement.where
        implied = where.country if where and not where.city else None
        one = self.sides.of(engagement, [first])
        other = self.sides.of(engagement, others, implied=implied)
        is_received = first in _codes(engagement, "host") and bool(_codes(engagement, "guest"))
        if engagement.kind == "meeting" and engagement.stage == "held" and is_received and one.can_act:
            aside = self.words.say("aside", at=told["at"], on=told["on"]) if told["at"] or told["on"] else ""
            return self._say_of("meeting-received", one, told, other=other.object, aside=aside)
        return self._say_of(engagement.kind, one, told, one=one.object, other=other.object)

    def _say_of(self, message: str, subject: Side, told: dict[str, Any], **more: str) -> str:
        """A message whose verb agrees with its subject; the one without a subject where that cannot be."""
        if told["stage"] == "held" and subject.can_act:
            return self.words.say(
                f"{message}.active", **told, **more, subject=subject.subject, gender=subject.gender
            )
        return self.words.say(message, **told, **more)

    def _agreement(self, engagement: Engagement) -> dict[str, str]:
        told = engagement.instrument
        return {
            "act": self.words.say("agreement-act", action=engagement.action),
            "instrument": self.words.isolate(self.words.as_object(told))
            if told
            else self.words.say("agreement-instrument"),
        }

    def _all(self, engagement: Engagement) -> str:
        """All parties as such, the home country first."""
        codes = _codes(engagement)
        return self.sides.states(engagement, sorted(codes, key=lambda code: code != self.home))

    def _others(self, engagement: Engagement) -> list[str]:
        return [code for code in _codes(engagement) if code != self.home] or _codes(engagement)

    def _gathering(self, engagement: Engagement, told: dict[str, Any]) -> str:
        forum = self._forum(engagement)
        if self.home in _codes(engagement, "host", "organiser"):
            home = self.names.country(self.home)
            return self.words.say("gathering-hosted", **told, forum=forum, home=home)
        one = self.sides.of(engagement, [self.home])
        return self._say_of("gathering", one, told, one=one.object, forum=forum)

    def _forum(self, engagement: Engagement) -> str:
        hosts = _codes(engagement, "host", "organiser")
        bodies = [code for code in _codes(engagement) if _is_body(engagement, code)]
        others = [code for code in _codes(engagement) if code != self.home and code not in bodies]
        foreign = [code for code in hosts if code != self.home]
        session = engagement.figures.get("session")
        kind = "body" if bodies else "host" if foreign else "joint" if others else "alone"
        return self.words.say(
            f"forum-session-{kind}" if session else f"forum-{kind}",
            ordinal=self.words.ordinal(session) if session else "",
            body=self.words.join(map(self.names.body, bodies)),
            host=self.words.join(map(self.names.country, foreign)),
            others=self.words.join(map(self.names.country, others)),
        )

    def _forums(self, engagement: Engagement) -> str:
        """Where an election or mandate is held: those in that role, or else the bodies, or else all others."""
        bodies = [code for code in _codes(engagement) if _is_body(engagement, code)]
        return self.sides.states(
            engagement, _codes(engagement, "forum") or bodies or self._others(engagement)
        )

    def _mandate(self, engagement: Engagement, told: dict[str, Any]) -> str:
        codes = _codes(engagement)
        of_principal = _codes(engagement, "principal") or _codes(engagement, "delegate")
        principal = of_principal[0] if of_principal else codes[0]
        forums = [code for code in codes if code != principal] or [principal]
        persons = [party for party in engagement.parties if party.code == principal and party.person]
        name = self.names.party(principal, is_body=_is_body(engagement, principal))
        return self.words.say(
            "mandate" if persons else "mandate-unnamed",
            **told,
            delegate=self.sides.of(engagement, [principal]).object,
            principal=name,
            forum=self.words.join(
                self.names.party(code, is_body=_is_body(engagement, code)) for code in forums
            ),
        )

    def _candidates(self, engagement: Engagement) -> str:
        told = []
        codes = [code for code in _codes(engagement) if not _is_body(engagement, code)]
        for code in _codes(engagement, "candidate") or codes:
            persons = [p.person for p in engagement.parties if p.code == code and p.person]
            country = self.names.party(code, is_body=_is_body(engagement, code))
            if persons:
                names = (self.sides.full.get((code, person), person) for person in persons)
                who = self.words.join(map(self.words.isolate, names))
                told.append(self.words.say("party-candidate-named", who=who, country=country))
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
        if topics and engagement.kind not in _WITHOUT_TOPICS:
            message = _ABOUT.get(engagement.kind, "about") if engagement.stage == "held" else "about"
            told.append(say(message, list=words.join(topics), n=len(topics)))
        if engagement.purposes:
            told.append(say("purposes", list=words.join(say(f"purpose-{p}") for p in engagement.purposes)))
        return "".join(told)

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
