"""Engagements as rows of four tables: engagements, parties, tellings, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from mithaq import edtf
from mithaq.ontology import FIGURES
from mithaq.records import Document
from mithaq.register.engagement import Engagement

Lookup = Callable[[str], Document | None]
Row = dict[str, Any]


class Column(NamedTuple):
    """A column: its name, its type in a Frictionless table schema, and what it holds."""

    name: str
    type: str
    about: str


_FIGURES_ABOUT = {
    "votes": "votes that the elected received",
    "electorate": "members that could vote",
    "attendance": "how many attended, as told",
    "session": "ordinal of the session",
}

ENGAGEMENTS = (
    Column("id", "string", "key of the engagement"),
    Column("kind", "string", "visit, meeting, call, agreement, gathering, mandate, election, operation, ..."),
    Column("stage", "string", "planned, held or cancelled"),
    Column("action", "string", "of an agreement or election, such as sign, renew, nominate, elect"),
    Column("when", "string", "EDTF date"),
    Column("first_day", "date", "first day that the date covers"),
    Column("last_day", "date", "last day that the date covers"),
    Column("precision", "string", "day, days, month, season, year, interval or none"),
    Column("country", "string", "ISO 3166-1 alpha-3 code of the place"),
    Column("city", "string", "English name of the city"),
    Column("parties", "string", "codes of all parties, separated by spaces"),
    Column("guests", "string", "codes of those who visit"),
    Column("hosts", "string", "codes of those who receive"),
    Column("persons", "string", "persons named, separated by semicolons"),
    Column("topics", "string", "separated by spaces"),
    Column("purposes", "string", "separated by spaces"),
    Column("instrument", "string", "what was signed, in the words of the text"),
    Column(
        "term",
        "string",
        "how long an agreement is to last: an ISO 8601 duration, or the EDTF date until which",
    ),
    *(Column(name, "integer", _FIGURES_ABOUT[name]) for name in FIGURES),
    Column("confidence", "number", "share of such events that were right on labelled texts"),
    Column("documents", "integer", "documents that tell it"),
    Column("witnesses", "integer", "independent texts among these"),
    Column("conflicts", "string", "fields on which documents differ, separated by spaces"),
    Column("plover_type", "string", "PLOVER event type; empty where PLOVER has none"),
    Column("plover_mode", "string", "PLOVER mode"),
    Column("cameo", "string", "CAMEO code; empty where CAMEO has none"),
    Column("evidence", "string", "the first words that tell it"),
)
PARTIES = (
    Column("engagement", "string", "key of the engagement"),
    Column("ordinal", "integer", "place among the parties, from 0"),
    Column("country", "string", "ISO 3166-1 alpha-3 code"),
    Column("body", "string", "acronym of an international body"),
    Column("organisation", "string", "agency or ministry, in the words of the text"),
    Column("person", "string", "in the words of the text"),
    Column("office", "string", "in the words of the text"),
    Column("role", "string", "guest, host, participant, signatory, ..."),
    Column("holder", "string", "who held the office then, where the text tells the office alone"),
)
TELLINGS = (
    Column("engagement", "string", "key of the engagement"),
    Column("document", "string", "key of the document"),
    Column("stage", "string", "as this document tells it"),
    Column("when", "string", "EDTF date, as this document tells it"),
    Column("start", "integer", "first character of the evidence, from 0, in title and text"),
    Column("end", "integer", "one behind its last character"),
    Column("evidence", "string", "the words that tell it"),
    Column("confidence", "number", "of this document's report"),
    Column("rules", "string", "rules that fired, separated by spaces"),
)
DOCUMENTS = (
    Column("id", "string", "key of the document"),
    Column("title", "string", "headline"),
    Column("lang", "string", "language"),
    Column("published", "string", "day of publication"),
    Column("home", "string", "country that the source writes from"),
    Column("url", "string", "where it stood"),
    Column("source", "string", "whose it is"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "engagements": ENGAGEMENTS,
    "parties": PARTIES,
    "tellings": TELLINGS,
    "documents": DOCUMENTS,
}
"""The four tables, by name."""


def engagement_row(engagement: Engagement) -> Row:
    """An engagement in one row."""
    told = engagement.when if engagement.when and edtf.is_edtf(engagement.when) else None
    parties = engagement.parties
    return {
        "id": engagement.id,
        "kind": engagement.kind,
        "stage": engagement.stage,
        "action": engagement.action,
        "when": engagement.when,
        "first_day": first_day(told),
        "last_day": last_day(told),
        "precision": edtf.precision(told),
        "country": engagement.where.country if engagement.where else None,
        "city": engagement.where.city if engagement.where else None,
        "parties": " ".join(dict.fromkeys(party.code for party in parties if party.code)),
        "guests": " ".join(dict.fromkeys(p.code for p in parties if p.code and p.role == "guest")),
        "hosts": " ".join(dict.fromkeys(p.code for p in parties if p.code and p.role == "host")),
        "persons": "; ".join(dict.fromkeys(party.person for party in parties if party.person)),
        "topics": " ".join(engagement.topics),
        "purposes": " ".join(engagement.purposes),
        "instrument": engagement.instrument,
        "term": engagement.term or None,
        **{name: engagement.figures.get(name) for name in FIGURES},
        "confidence": engagement.confidence,
        "documents": len(engagement.documents),
        "witnesses": engagement.witnesses,
        "conflicts": " ".join(dict.fromkeys(conflict.field for conflict in engagement.conflicts)),
        "plover_type": engagement.plover.type if engagement.plover else None,
        "plover_mode": engagement.plover.mode if engagement.plover else None,
        "cameo": engagement.cameo,
        "evidence": engagement.evidence[0].text if engagement.evidence else None,
    }


def party_rows(engagement: Engagement) -> Iterator[Row]:
    """A row a party."""
    for ordinal, party in enumerate(engagement.parties):
        yield {
            "engagement": engagement.id,
            "ordinal": ordinal,
            "country": party.country,
            "body": party.body,
            "organisation": party.organisation,
            "person": party.person,
            "office": party.office,
            "role": party.role,
            "holder": party.holder or None,
        }


def telling_rows(engagement: Engagement) -> Iterator[Row]:
    """A row a span of evidence in a document."""
    for telling in engagement.reports:
        for span in telling.evidence:
            yield {
                "engagement": engagement.id,
                "document": telling.document,
                "stage": telling.stage,
                "when": telling.when,
                "start": span.start,
                "end": span.end,
                "evidence": span.text,
                "confidence": telling.confidence,
                "rules": " ".join(telling.rules),
            }


def document_row(document: str, known: Document | None) -> Row:
    """A document without its text; one that is not known has its id alone."""
    row: Row = {column.name: getattr(known, column.name, None) for column in DOCUMENTS}
    return {**row, "id": document}


def rows_of(table: str, engagements: Iterable[Engagement], lookup: Lookup) -> Iterator[Row]:
    """The rows of one of `TABLES` on engagements; a document is given once, where it is first met."""
    if table == "engagements":
        yield from map(engagement_row, engagements)
    elif table == "parties":
        for engagement in engagements:
            yield from party_rows(engagement)
    elif table == "tellings":
        for engagement in engagements:
            yield from telling_rows(engagement)
    else:
        met: set[str] = set()
        for engagement in engagements:
            for document in engagement.documents:
                if document not in met:
                    met.add(document)
                    yield document_row(document, lookup(document))


def first_day(when: str | None) -> str | None:
    """The first day of an EDTF date as ISO; None where it has no beginning or there is none."""
    if not when:
        return None
    day = edtf.bounds(when).first
    return None if day == day.min else day.isoformat()


def last_day(when: str | None) -> str | None:
    """The last day of an EDTF date as ISO; None where it has no end or there is none."""
    if not when:
        return None
    day = edtf.bounds(when).last
    return None if day == day.max else day.isoformat()
