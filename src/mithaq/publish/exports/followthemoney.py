"""FollowTheMoney entities: events with who was involved, persons and public bodies, articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from mithaq.errors import UsageError
from mithaq.publish.whole import whole_bytes
from mithaq.publish.words import alpha2
from mithaq.records import Party
from mithaq.register import Engagement
from mithaq.register.rows import Lookup, first_day, last_day
from mithaq.sources.seen import Seen


def write_ftm(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """Entities, one a line, each once: those that an entity points to stand before it."""
    try:
        from followthemoney import model
    except ImportError as fault:
        raise UsageError(
            "--format ftm needs the library followthemoney. Install it with: pip install 'mithaq[ftm]'"
        ) from fault
    number, known = 0, Seen()
    with whole_bytes(path) as file:
        for engagement in engagements:
            number += 1
            for entity in _entities(engagement, lookup, model):
                if known.add(entity.id):
                    file.write(msgspec.json.encode(entity.to_dict()) + b"\n")
    return number


def _entities(engagement: Engagement, lookup: Lookup, model: Any) -> Iterator[Any]:
    event = model.make_entity("Event")
    event.id = f"mithaq-{engagement.id}"
    codes = dict.fromkeys(party.code for party in engagement.parties if party.code)
    kind = f"{engagement.kind} {engagement.action}" if engagement.action else engagement.kind
    event.add("name", f"{kind}: {', '.join(codes)}")
    event.add("startDate", first_day(engagement.when))
    event.add("endDate", last_day(engagement.when))
    event.add("keywords", [engagement.kind, engagement.stage, *engagement.topics])
    if engagement.where:
        event.add("location", engagement.where.city)
        event.add("country", _country(engagement.where.country))
    for party in engagement.parties:
        for entity in _of_party(party, model):
            event.add("involved", entity)
            yield entity
    for span in engagement.evidence:
        event.add("description", span.text)
    for document in engagement.documents:
        article = model.make_entity("Article")
        article.id = f"mithaq-document-{_digest(document)}"
        article.add("fileName", document)
        told = lookup(document)
        if told:
            article.add("title", told.title)
            article.add("publishedAt", told.published)
            article.add("sourceUrl", told.url)
            article.add("publisher", told.source)
            article.add("language", told.lang)
        yield article
        event.add("proof", article)
    yield event


def _of_party(party: Party, model: Any) -> Iterator[Any]:
    country = _country(party.country)
    body = party.organisation or party.body
    if body:
        entity = model.make_entity("PublicBody")
        entity.id = f"mithaq-body-{_digest(f'{party.code} {body}')}"
        entity.add("name", body)
        entity.add("country", country)
        yield entity
    if party.person:
        entity = model.make_entity("Person")
        entity.id = f"mithaq-person-{_digest(f'{party.code} {party.person}')}"
        entity.add("name", party.person)
        entity.add("position", party.office)
        entity.add("country", country)
        yield entity
    if not body and not party.person and country:
        entity = model.make_entity("PublicBody")
        entity.id = f"mithaq-state-{party.country}"
        entity.add("name", party.country)
        entity.add("country", country)
        yield entity


def _country(code: str | None) -> str | None:
    short = alpha2(code) if code else None
    return short.lower() if short else None


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
