"""The fields of an engagement from its reports: the most exact and best attested value wins, others are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import prod

from msgspec import UNSET, UnsetType

from mithaq import edtf
from mithaq.gazetteer import Aliases
from mithaq.ontology import PURPOSES, TOPICS, cameo, plover
from mithaq.records import Party, Place
from mithaq.register.copies import count_independent
from mithaq.register.corrections import decide
from mithaq.register.decisions import Decision
from mithaq.register.engagement import Conflict, Engagement, Report, Telling, Told
from mithaq.register.facts import lang_of
from mithaq.register.names import name_words, same_person, words

HIGHEST_CONFIDENCE = 0.99
"""What no number of documents can lift the confidence above."""

_FINE = ("day", "days")


class _Votes:
    """The values that documents tell of one field, in the order of publication."""

    def __init__(self) -> None:
        self.documents: dict[str | int, list[str]] = defaultdict(list)

    def add(self, value: str | int | None, document: str) -> None:
        if value is not None and document not in self.documents[value]:
            self.documents[value].append(document)

    def ranked(self) -> list[str | int]:
        """The values from the most often told; the first told, of those told as often."""
        return sorted((v for v in self.documents if self.documents[v]), key=lambda v: -len(self.documents[v]))

    def told(self, values: Iterable[str | int]) -> list[Told]:
        return [Told(value=value, documents=self.documents[value]) for value in values]


def resolve(
    engagement_id: str,
    reports: list[Report],
    aliases: Aliases | None = None,
    decisions: Sequence[Decision] = (),
) -> Engagement:
    """One engagement from its reports and what people decided of it.

    Args:
        engagement_id: its id.
        reports: at least one, in the order of publication.
        aliases: what else persons are called; None takes what this package knows.
        decisions: those on this engagement, in order.
    """
    events = [report.event for report in reports]
    kind, action = events[0].kind, events[0].action
    conflicts: list[Conflict] = []
    stage = _stage(reports)
    telling = _of_the_act(reports, stage)
    when = _when(telling, conflicts) or _when(reports, conflicts)
    where = _where([r for r in telling if r.event.where] or reports, conflicts)
    parties, forms = _parties(reports, conflicts, aliases)
    figures = _figures(reports, conflicts)
    instrument = _instrument(reports, conflicts)
    term = _term(reports, conflicts)
    codes = {party.country for party in parties}
    on_third_ground = bool(where and where.country and where.country not in codes)
    by_document: dict[str, float] = {}
    for report in reports:
        by_document[report.document] = max(by_document.get(report.document, 0.0), report.event.confidence)
    doubt = prod(1 - confidence for confidence in by_document.values())
    engagement = Engagement(
        id=engagement_id,
        kind=kind,
        stage=stage,
        action=action,
        parties=parties,
        when=when,
        where=where,
        topics=_union((event.topics for event in events), TOPICS) or ["general"],
        purposes=_union((event.purposes for event in events), PURPOSES),
        figures=figures,
        instrument=instrument,
        term=term,
        evidence=events[0].evidence,
        confidence=round(max(max(by_document.values()), min(HIGHEST_CONFIDENCE, 1 - doubt)), 4),
        rules=list(dict.fromkeys(rule for event in events for rule in event.rules)),
        plover=plover(kind, action),
        cameo=cameo(kind, stage, action, on_third_ground=on_third_ground),
        documents=list(by_document),
        witnesses=count_independent((report.witness or report.document, report.sketch) for report in reports),
        conflicts=conflicts,
        forms=forms,
        reports=[
            Telling(
                document=report.document,
                ordinal=report.ordinal,
                stage=report.event.stage,
                when=report.event.when,
                where=report.event.where,
                parties=report.event.parties,
                figures=report.event.figures,
                evidence=report.event.evidence,
                confidence=report.event.confidence,
                rules=report.event.rules,
            )
            for report in reports
        ],
    )
    return decide(engagement, decisions)


def _of_the_act(reports: list[Report], stage: str) -> list[Report]:
    """The reports that tell when and where it was: not what was planned, where others tell what was held.

    A day that was planned and then put off is kept with its report; it is no conflict.
    """
    return [report for report in reports if report.event.stage == stage] or reports


def _stage(reports: list[Report]) -> str:
    """Held if any document says that it took place, else what the last to be published says."""
    told = {report.event.stage for report in reports}
    if "held" in told:
        return "held"
    last = reports[-1].published
    latest = {report.event.stage for report in reports if report.published == last}
    return "cancelled" if "cancelled" in latest else reports[-1].event.stage


def _when(reports: list[Report], conflicts: list[Conflict]) -> str | None:
    votes = _Votes()
    for report in reports:
        when = report.event.when
        if when and edtf.is_edtf(when):
            votes.add(when, report.document)
    values = [str(value) for value in votes.ranked()]
    if not values:
        return None
    winner = min(values, key=_vagueness)
    against = [value for value in values if not edtf.overlaps(winner, value)]
    if against:
        conflicts.append(Conflict(field="when", values=votes.told([winner, *against])))
    return winner


def _vagueness(when: str) -> tuple[int, bool]:
    """Days are told from days by how often they are told: `min` keeps the first of equals."""
    precision = edtf.precision(when)
    rank = "day" if precision in _FINE else precision
    return (-edtf.PRECISIONS.index(rank), edtf.is_approximate(when))


def _where(reports: list[Report], conflicts: list[Conflict]) -> Place | None:
    countries, cities = _Votes(), _Votes()
    for report in reports:
        place = report.event.where
        if place and place.country:
            countries.add(place.country, report.document)
    ranked = countries.ranked()
    if not ranked:
        return None
    if len(ranked) > 1:
        conflicts.append(Conflict(field="where", values=countries.told(ranked)))
    for report in reports:
        place = report.event.where
        if place and place.country == ranked[0]:
            cities.add(place.city, report.document)
    if len(cities.ranked()) > 1:
        conflicts.append(Conflict(field="where", of=str(ranked[0]), values=cities.told(cities.ranked())))
    return Place(country=str(ranked[0]), city=str(cities.ranked()[0]) if cities.ranked() else None)


def _figures(reports: list[Report], conflicts: list[Conflict]) -> dict[str, int]:
    votes: dict[str, _Votes] = {}
    for report in reports:
        for name, value in report.event.figures.items():
            votes.setdefault(name, _Votes()).add(value, report.document)
    for name in sorted(votes):
        ranked = votes[name].ranked()
        if len(ranked) > 1:
            conflicts.append(Conflict(field=f"figures.{name}", values=votes[name].told(ranked)))
    return {name: int(votes[name].ranked()[0]) for name in sorted(votes)}


def _instrument(reports: list[Report], conflicts: list[Conflict]) -> str | None:
    """The longest of the names most often told; one of the same language without a word of it is a conflict."""
    votes = _Votes()
    lang: dict[str | None, str] = {}
    for report in reports:
        votes.add(report.event.instrument, report.document)
        lang.setdefault(report.event.instrument, lang_of(report))
    shown = _longest(votes)
    if shown is None:
        return None
    known = set(words(shown))
    against = [
        value
        for value in map(str, votes.ranked())
        if lang[value] == lang[shown] and not known.intersection(words(value))
    ]
    if against:
        conflicts.append(Conflict(field="instrument", values=votes.told([shown, *against])))
    return shown


def _term(reports: list[Report], conflicts: list[Conflict]) -> str | UnsetType:
    """How long an agreement is to last, as most tell it; other values are a conflict."""
    votes = _Votes()
    for report in reports:
        votes.add(report.event.term or None, report.document)
    ranked = votes.ranked()
    if len(ranked) > 1:
        conflicts.append(Conflict(field="term", values=votes.told(ranked)))
    return str(ranked[0]) if ranked else UNSET


def _union(lists: Iterable[list[str]], order: tuple[str, ...]) -> list[str]:
    found = {value for values in lists for value in values}
    return [value for value in order if value in found]


class _Row:
    """One party of an engagement: a person of a country or body, or the country or body itself."""

    def __init__(self, code: str | None, is_body: bool) -> None:
        self.code = code
        self.is_body = is_body
        self.forms = _Votes()
        self.offices = _Votes()
        self.organisations = _Votes()
        self.holders = _Votes()
        self.langs: dict[str, str] = {}
        self.tellers: set[str] = set()

    @property
    def person(self) -> str | None:
        """The fullest form of the name; the one most often told, of those as full."""
        forms = [str(form) for form in self.forms.ranked()]
        return max(forms, key=lambda form: len(words(form)), default=None)

    def add(self, party: Party, document: str, lang: str) -> None:
        self.tellers.add(document)
        if party.office:
            self.langs.setdefault(party.office, lang)
        self.forms.add(party.person, document)
        self.offices.add(party.office, document)
        self.organisations.add(party.organisation, document)
        self.holders.add(party.holder or None, document)

    @property
    def holder(self) -> str | UnsetType:
        """Who held the office, where no document names a person and all that know one know the same."""
        known = self.holders.ranked()
        return str(known[0]) if len(known) == 1 and not self.person else UNSET


def _parties(
    reports: list[Report], conflicts: list[Conflict], aliases: Aliases | None
) -> tuple[list[Party], dict[str, list[str]]]:
    rows: list[_Row] = []
    roles: dict[str | None, _Votes] = defaultdict(_Votes)
    lang = {report.document: lang_of(report) for report in reports}
    told = [(report.document, party) for report in reports for party in report.event.parties]
    order = {code: place for place, code in enumerate(dict.fromkeys(party.code for _, party in told))}
    for document, party in told:
        if party.role:
            roles[party.code].add(party.role, document)
    # Named persons first, the fullest names before the short ones, so that every row is known by its fullest name.
    told.sort(key=lambda entry: -len(words(entry[1].person)) if entry[1].person else 1)
    for document, party in told:
        row = _row_for(party, rows, aliases, document, lang[document])
        if row is None:
            row = _Row(party.code, party.body is not None)
            rows.append(row)
        row.add(party, document, lang[document])
    chosen = {code: _role(code, votes, conflicts) for code, votes in roles.items()}
    rows.sort(key=lambda row: order[row.code])
    parties, forms = [], {}
    for row in rows:
        others = [str(form) for form in row.forms.ranked() if form != row.person]
        if others and row.person:
            forms[row.person] = others
        parties.append(
            Party(
                country=None if row.is_body else row.code,
                body=row.code if row.is_body else None,
                organisation=_longest(row.organisations),
                person=row.person,
                office=_office(row, conflicts),
                role=chosen.get(row.code),
                holder=row.holder,
            )
        )
    return parties, forms


def _row_for(
    party: Party, rows: list[_Row], aliases: Aliases | None, document: str, lang: str
) -> _Row | None:
    """The row that a party adds to: its person, an office like its own, or, if it names neither, its country.

    Offices of two languages are not compared: where one row is told in another language alone, it is that one.
    """
    of_code = [row for row in rows if row.code == party.code]
    if party.person:
        return next(
            (row for row in of_code if row.person and same_person(row.person, party.person, aliases)), None
        )
    if party.office:
        wanted = set(words(party.office))
        for row in of_code:
            offices = [set(words(str(office))) for office in row.offices.documents]
            if any(wanted <= office or office <= wanted for office in offices):
                return row
        elsewhere = [
            row
            for row in of_code
            if row.offices.documents and lang not in row.langs.values() and document not in row.tellers
        ]
        if len(elsewhere) == 1:
            return elsewhere[0]
        return next((row for row in of_code if not row.person and not row.offices.documents), None)
    return next(iter(of_code), None)


def _role(code: str | None, votes: _Votes, conflicts: list[Conflict]) -> str:
    """The role most often told; a side, where some documents tell one, before `participant`."""
    ranked = [str(role) for role in votes.ranked()]
    sides = [role for role in ranked if role != "participant"] or ranked
    if {"guest", "host"} <= set(sides):
        conflicts.append(Conflict(field="role", of=code, values=votes.told(sides)))
    return sides[0]


def _office(row: _Row, conflicts: list[Conflict]) -> str | None:
    """The office most often told. Others of its language that begin with another word, minister or deputy, are a conflict."""
    ranked = [str(office) for office in row.offices.ranked()]
    if not ranked:
        return None
    shown = _longest(row.offices) or ranked[0]
    against = [
        office
        for office in ranked
        if row.langs[office] == row.langs[shown] and name_words(office)[:1] != name_words(shown)[:1]
    ]
    if against:
        conflicts.append(
            Conflict(field="office", of=row.person or row.code, values=row.offices.told([shown, *against]))
        )
    return shown


def _longest(votes: _Votes) -> str | None:
    """The longest of the values most often told."""
    ranked = votes.ranked()
    if not ranked:
        return None
    most = len(votes.documents[ranked[0]])
    return max((str(value) for value in ranked if len(votes.documents[value]) == most), key=len)
