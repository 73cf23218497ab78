"""An engagement as a sentence: who, with whom, where, when, about what."""

from __future__ import annotations

from typing import Any

from mithaq import edtf
from mithaq.publish.dates import tell
from mithaq.publish.names import Names, Where
from mithaq.publish.persons import Persons
from mithaq.publish.sides import Langs, Side, Sides
from mithaq.publish.words import Words, clean
from mithaq.records import Document
from mithaq.register import Conflict, Engagement, Told
from mithaq.register.offices import known_office

_GIVEN = ("training", "aid", "award")
_ABOUT = {
    "meeting": "about-meeting",
    "call": "about-call",
    "visit": "about-visit",
    "gathering": "about-gathering",
}
_WITHOUT_TOPICS = ("mandate", "election")


class Sentences:
    """Composes sentences on the engagements of one home country or body.

    Args:
        words: of the language.
        names: of countries, cities and bodies in it.
        home: the code of the home country or body: its name is not repeated behind that of its officials.
        year: its number is not repeated in dates; None repeats it.
        persons: names of persons in the script of the page.
        documents: by id, for the names of outlets.
        engagements: in which a person's office may be told.
        langs: the languages of the documents that tell an engagement.
    """

    def __init__(
        self,
        words: Words,
        names: Names,
        home: str,
        year: int | None,
        persons: Persons,
        documents: dict[str, Document],
        engagements: list[Engagement],
        langs: Langs,
    ) -> None:
        self.words = words
        self.names = names
        self.home = home
        self.year = year
        self.persons = persons
        self.documents = documents
        self.langs = langs
        self.sides = Sides(words, names, home, persons, engagements, langs)

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
        return self.words.finish(self.words.say("sentence", core=core, more=self._more(engagement)))

    def label(self, engagement: Engagement) -> str:
        """What an engagement is in a few words, as "a visit to Turkey"."""
        others = self.sides.states(engagement, self._others(engagement))
        where = self._where(engagement) or self._where_of(engagement, self._others(engagement))
        told: dict[str, Any] = {
            **_forms(other=others),
            **_places(where),
            **self._behind(home=self._name(engagement, self.home)),
        }
        match engagement.kind:
            case "visit":
                is_made = self.home in _codes(engagement, "guest")
                label = self.words.say("label-visit-made" if is_made else "label-visit-received", **told)
            case "agreement":
                label = self.words.say("label-agreement", **told, **self._agreement(engagement))
            case "gathering":
                label = self._forum(engagement)
            case "election":
                label = self.words.say("label-election", candidate=self._candidates(engagement), **told)
            case kind:
                label = self.words.say(f"label-{kind}", **told)
        return self.words.finish(label)

    def when(self, engagement: Engagement) -> str | None:
        """When it took place, in words."""
        when = engagement.when
        return tell(when, self.words, year=self.year) if when and edtf.is_edtf(when) else None

    def conflicts(self, engagement: Engagement) -> list[str]:
        """A sentence on each point in which documents differ; one office told in two languages is no difference."""
        told = (self._without_translations(engagement, conflict) for conflict in engagement.conflicts)
        return [self.words.finish(self._conflict(conflict)) for conflict in told if len(conflict.values) > 1]

    def outlet(self, document: str) -> str:
        """Who published a document: its source, or else its id."""
        known = self.documents.get(document)
        return self.words.isolate((known.source if known else None) or document)

    def _where(self, engagement: Engagement) -> Where | None:
        where = engagement.where
        if not where or not where.country:
            return None
        if not where.city:
            return self.names.where_country(where.country)
        city, country = self.names.city(where.country, where.city), self.names.country(where.country)
        is_understood = (
            where.country == self.home or self.names.is_capital(where.country, where.city) or city == country
        )
        return self.names.where_city(where.country, where.city, with_country=not is_understood)

    def _where_of(self, engagement: Engagement, codes: list[str]) -> Where:
        """The countries of some parties as a place; a body is gone to as it is named."""
        say, join = self.words.say, self.words.join
        told = []
        for code in codes:
            if _is_body(engagement, code):
                name = self.names.body_in_words(code)
                told.append(Where(name, say("to-body", name=name), say("in-body", name=name)))
            else:
                told.append(self.names.where_country(code))
        return Where(join(w.name for w in told), join(w.to for w in told), join(w.at for w in told))

    def _at(self, engagement: Engagement) -> str:
        place = self._where(engagement)
        if not place or self._is_told_by_parties(engagement):
            return ""
        return self.words.say("at", place=place.at)

    def _is_told_by_parties(self, engagement: Engagement) -> bool:
        """True if a country alone is the place and the sentence says no less by its parties."""
        where = engagement.where
        if not where or where.city:
            return False
        is_host = where.country in _codes(engagement, "host", "organiser") and where.country == self.home
        return engagement.kind == "aid" or (engagement.kind in ("meeting", "gathering") and is_host)

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
                candidate = self._candidates(engagement)
                return self.words.say(
                    kind, **told, **_forms(forum=forum), candidate=candidate, action=engagement.action
                )
            case "agreement":
                parties = _forms(parties=self._all(engagement))
                return self.words.say(kind, **told, **self._agreement(engagement), **parties)
        roles = {party.role for party in engagement.parties}
        if kind in _GIVEN and {"provider", "recipient"} <= roles:
            provider = self.sides.states(engagement, _codes(engagement, "provider"))
            recipients = _codes(engagement, "recipient")
            recipient = (
                self.sides.of(engagement, recipients)
                if kind == "award"
                else self.sides.states(engagement, recipients)
            )
            return self.words.say(f"{kind}-given", **told, **_forms(provider=provider, recipient=recipient))
        return self.words.say(kind, **told, **_forms(parties=self._all(engagement)))

    def _visit(self, engagement: Engagement, told: dict[str, Any]) -> str:
        guests = _codes(engagement, "guest")
        guests = guests or [code for code in _codes(engagement) if code != self.home] or _codes(engagement)
        hosts = [code for code in _codes(engagement) if code not in guests]
        place = self._where(engagement) or self._where_of(engagement, hosts or guests)
        guest = self.sides.of(engagement, guests)
        return self._say_of("visit", guest, told, **_forms(guest=guest), **_places(place))

    def _talks(self, engagement: Engagement, told: dict[str, Any]) -> str:
        codes = _codes(engagement)
        first = self.home if self.home in codes else codes[0]
        others = [code for code in codes if code != first] or [first]
        where = engagement.where
        implied = where.country if where and not where.city else None
        one = self.sides.of(engagement, [first])
        other = self.sides.of(engagement, others, implied=implied)
        is_received = first in _codes(engagement, "host") and bool(_codes(engagement, "guest"))
        both = _forms(one=one, other=other)
        if (
            engagement.kind == "meeting"
            and engagement.stage == "held"
            and is_received
            and self.sides.can_act(one)
        ):
            aside = self.words.say("aside", at=told["at"], on=told["on"]) if told["at"] or told["on"] else ""
            return self._say_of("meeting-received", one, told, **both, aside=aside)
        return self._say_of(engagement.kind, one, told, **both)

    def _say_of(self, message: str, subject: Side, told: dict[str, Any], **more: str) -> str:
        """A message whose verb agrees with its subject; the one without a subject where that cannot be."""
        if told["stage"] == "held" and self.sides.can_act(subject):
            gender = subject.gender or "masculine"
            return self.words.say(
                f"{message}.active",
                **told,
                **more,
                subject=subject.subject,
                gender=gender,
                number=subject.number,
            )
        return self.words.say(message, **told, **more)

    def _agreement(self, engagement: Engagement) -> dict[str, str]:
        told = self.sides.titles.instrument(engagement.instrument, self.langs(engagement))
        instrument = told or self.words.say("agreement-instrument")
        return {
            "act": self.words.say("agreement-act", action=engagement.action),
            "action": engagement.action or "sign",
            "instrument": instrument,
            "instrument_of": self.words.say("of-party", party=instrument),
        }

    def _all(self, engagement: Engagement) -> Side:
        """All parties as such, the home country first."""
        codes = _codes(engagement)
        return self.sides.states(engagement, sorted(codes, key=lambda code: code != self.home))

    def _others(self, engagement: Engagement) -> list[str]:
        return [code for code in _codes(engagement) if code != self.home] or _codes(engagement)

    def _gathering(self, engagement: Engagement, told: dict[str, Any]) -> str:
        forum = self._forum(engagement)
        if self.home in _codes(engagement, "host", "organiser"):
            home = self._name(engagement, self.home)
            return self.words.say("gathering-hosted", **told, **self._behind(forum=forum, home=home))
        taking = [self.home] if self.home in _codes(engagement) else _codes(engagement)[:1]
        one = self.sides.of(engagement, taking)
        return self._say_of("gathering", one, told, **_forms(one=one), **self._behind(forum=forum))

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
            **self._listed(
                body=[self.names.body_in_words(code) for code in bodies],
                host=[self._name(engagement, code) for code in foreign],
                others=[self._name(engagement, code) for code in others],
            ),
        )

    def _forums(self, engagement: Engagement) -> Side:
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
        delegate = self.sides.of(engagement, [principal])
        return self.words.say(
            "mandate" if persons else "mandate-unnamed",
            **told,
            **_forms(delegate=delegate),
            **self._behind(principal=self._name(engagement, principal)),
            **self._listed(forum=[self._name(engagement, code) for code in forums]),
        )

    def _candidates(self, engagement: Engagement) -> str:
        told = []
        codes = [code for code in _codes(engagement) if not _is_body(engagement, code)]
        for code in _codes(engagement, "candidate") or codes:
            persons = [p.person for p in engagement.parties if p.code == code and p.person]
            country = self._behind(country=self._name(engagement, code))
            if persons:
                who = self.words.join(self.persons.name(code, person) for person in persons)
                told.append(self.words.say("party-candidate-named", who=who, **country))
            else:
                told.append(self.words.say("party-candidate", **country))
        return self.words.join(told)

    def _name(self, engagement: Engagement, code: str) -> str:
        return self.names.party_in_words(code, is_body=_is_body(engagement, code))

    def _behind(self, **names: str) -> dict[str, str]:
        """Each name as it is and behind "of"."""
        return self._listed(**{key: [name] for key, name in names.items()})

    def _listed(self, **lists: list[str]) -> dict[str, str]:
        """Each list as it is and with every name behind "of"."""
        told = {}
        for key, names in lists.items():
            told[key] = self.words.join(names)
            told[f"{key}_of"] = self.words.join(self.words.say("of-party", party=name) for name in names)
        return told

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
            told.append(say(message, n=len(topics), **self._listed(list=topics)))
        if engagement.purposes:
            purposes = [say(f"purpose-{purpose}") for purpose in engagement.purposes]
            told.append(say("purposes", n=len(purposes), **self._listed(list=purposes)))
        return "".join(told)

    def _without_translations(self, engagement: Engagement, conflict: Conflict) -> Conflict:
        """A conflict on an office with the words of one meaning put together."""
        if conflict.field != "office":
            return conflict
        code = next((party.code for party in engagement.parties if party.person == conflict.of), None)
        told: dict[str, Told] = {}
        for each in conflict.values:
            key = known_office(str(each.value), code) or str(each.value)
            if key in told:
                told[key] = Told(value=told[key].value, documents=[*told[key].documents, *each.documents])
            else:
                told[key] = each
        return Conflict(field=conflict.field, of=conflict.of, values=list(told.values()))

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
        return self.words.say(f"conflict-{field}", values=self.words.join(values), **self._whose(conflict))

    def _whose(self, conflict: Conflict) -> dict[str, str]:
        """Whose role or office a conflict is about: a country, a body or a person."""
        of = conflict.of or ""
        if conflict.field == "office":
            return self._behind(of=self.persons.name(None, of))
        if len(of) == 3 and of.isupper() and self.names.country(of) != of:
            return self._behind(of=self.names.country_in_words(of))
        return self._behind(of=self.names.body_in_words(of) if of.isupper() else self.words.isolate(of))

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
                return (
                    self.words.say("quote", text=self.words.isolate(clean(str(value))))
                    if isinstance(value, str)
                    else self.words.number(value)
                )


def _forms(**sides: Side) -> dict[str, str]:
    """Each side as an object, behind "of", behind "to"."""
    told: dict[str, str] = {}
    for key, side in sides.items():
        told |= {key: side.object, f"{key}_of": side.of, f"{key}_to": side.to, f"{key}_number": side.number}
    return told


def _places(place: Where) -> dict[str, str]:
    return {"place": place.name, "place_to": place.to, "place_in": place.at}


def _codes(engagement: Engagement, *roles: str) -> list[str]:
    """The codes of the parties, of those in some roles if any are given, each once."""
    chosen = (party for party in engagement.parties if not roles or party.role in roles)
    return list(dict.fromkeys(party.code for party in chosen if party.code))


def _is_body(engagement: Engagement, code: str) -> bool:
    return any(party.body == code for party in engagement.parties)
