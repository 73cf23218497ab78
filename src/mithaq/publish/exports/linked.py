"""JSON-LD: schema.org events, their evidence as W3C Web Annotations, their provenance as PROV."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from mithaq import __version__
from mithaq.publish.whole import whole_bytes
from mithaq.records import Document, Party, Span
from mithaq.register import Engagement
from mithaq.register.rows import Lookup, first_day, last_day
from mithaq.sources.seen import Seen

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "mithaq": "urn:mithaq:",
    "startDate": {"@type": "https://schema.org/Date"},
    "endDate": {"@type": "https://schema.org/Date"},
}
"""Stands in the file itself, so that nothing is fetched to read it."""

_STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}
_READER = "mithaq:reader"
_QUOTED_AROUND = 32
"""Characters before and after a quote by which it is found again when its position has moved."""


def write_jsonld(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """One JSON-LD document whose graph has the engagements, and the documents that tell them."""
    number, known = 0, Seen()
    encode = msgspec.json.encode
    with whole_bytes(path) as file:
        file.write(b'{"@context":' + encode(CONTEXT) + b',"@graph":[\n' + encode(_reader()))
        for engagement in engagements:
            number += 1
            file.write(b",\n" + encode(_event(engagement, lookup)))
            for document in engagement.documents:
                if known.add(document):
                    file.write(b",\n" + encode(_article(document, lookup(document))))
        file.write(b"\n]}\n")
    return number


def _reader() -> dict[str, Any]:
    return {"@id": _READER, "@type": "prov:SoftwareAgent", "name": "Mithaq", "softwareVersion": __version__}


def _event(engagement: Engagement, lookup: Lookup) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": f"mithaq:engagement/{engagement.id}",
        "@type": ["Event", "prov:Entity"],
        "additionalType": f"urn:mithaq:kind/{engagement.kind}",
        "eventStatus": {"@id": _STATUS[engagement.stage]},
        "startDate": first_day(engagement.when),
        "endDate": last_day(engagement.when),
        "mithaq:stage": engagement.stage,
        "mithaq:when": engagement.when,
        "mithaq:confidence": engagement.confidence,
        "mithaq:witnesses": engagement.witnesses,
        "about": engagement.topics,
        "location": _place(engagement),
        "attendee": [_party(party) for party in engagement.parties],
        "prov:wasAttributedTo": {"@id": _READER},
        "prov:wasDerivedFrom": [{"@id": _key(document)} for document in engagement.documents],
        "subjectOf": [
            _annotation(telling.document, span, lookup(telling.document))
            for telling in engagement.reports
            for span in telling.evidence
        ],
    }
    return {key: value for key, value in node.items() if value not in (None, [])}


def _place(engagement: Engagement) -> dict[str, Any] | None:
    where = engagement.where
    if not where or not (where.country or where.city):
        return None
    address = {"@type": "PostalAddress", "addressCountry": where.country, "addressLocality": where.city}
    return {"@type": "Place", "address": {key: value for key, value in address.items() if value}}


def _party(party: Party) -> dict[str, Any]:
    kind = "Country" if party.country else "Organization"
    state: dict[str, Any] = {
        "@id": f"mithaq:party/{quote(party.code or 'unknown')}",
        "@type": kind,
        "name": party.code,
    }
    who = state
    if party.organisation:
        who = {"@type": "GovernmentOrganization", "name": party.organisation, "parentOrganization": state}
    if party.person:
        who = {"@type": "Person", "name": party.person, "affiliation": who}
    told = {"jobTitle": party.office} if party.office and party.person else {}
    role = {"mithaq:role": party.role} if party.role else {}
    return {"@type": "Role", "attendee": {**who, **told}, **role}


def _annotation(document: str, span: Span, known: Document | None) -> dict[str, Any]:
    text = known.full_text if known else ""
    is_there = text[span.start : span.end] == span.text
    quoted = {"@type": "oa:TextQuoteSelector", "oa:exact": span.text}
    if is_there:
        quoted["oa:prefix"] = text[max(span.start - _QUOTED_AROUND, 0) : span.start]
        quoted["oa:suffix"] = text[span.end : span.end + _QUOTED_AROUND]
    position = {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end}
    return {
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:describing"},
        "oa:hasTarget": {"oa:hasSource": {"@id": _key(document)}, "oa:hasSelector": [quoted, position]},
    }


def _article(document: str, known: Document | None) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@id": _key(document),
        "@type": ["Article", "prov:Entity"],
        "identifier": document,
    }
    if known:
        node |= {
            "headline": known.title,
            "datePublished": known.published,
            "inLanguage": known.lang,
            "url": known.url,
            "publisher": {"@type": "Organization", "name": known.source} if known.source else None,
        }
    return {key: value for key, value in node.items() if value is not None}


def _key(document: str) -> str:
    return f"mithaq:document/{quote(document, safe='')}"
