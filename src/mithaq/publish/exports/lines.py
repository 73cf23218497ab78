"""JSON Lines: our own records, and PLOVER events with their CAMEO codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from mithaq.ontology import KINDS, plover
from mithaq.publish.whole import whole_bytes
from mithaq.records import Party
from mithaq.register import Engagement
from mithaq.register.rows import Lookup, first_day, last_day

WITHOUT_PLOVER = tuple(kind for kind in KINDS if plover(kind, None) is None)
"""Kinds that PLOVER has no type for: they are left out of that export."""

_ACTORS = {
    "guest": "source",
    "host": "target",
    "provider": "source",
    "recipient": "target",
    "nominator": "source",
    "elector": "source",
    "candidate": "target",
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a line of the `jsonl` export."""
    return msgspec.json.schema(Engagement)


def write_jsonl(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """Our own records, one engagement a line; `json_schema` describes them."""
    return _write(map(msgspec.json.encode, engagements), path)


def write_plover(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """PLOVER events, one a line; those of `WITHOUT_PLOVER` and those not held are left out."""
    return _write((msgspec.json.encode(event) for e in engagements if (event := _event(e, lookup))), path)


def _write(lines: Iterator[bytes], path: Path) -> int:
    number = 0
    with whole_bytes(path) as file:
        for line in lines:
            file.write(line + b"\n")
            number += 1
    return number


def _event(engagement: Engagement, lookup: Lookup) -> dict[str, Any] | None:
    if engagement.plover is None or engagement.stage != "held":
        return None
    sides: dict[str, list[dict[str, Any]]] = {"source": [], "target": []}
    for place, party in enumerate(engagement.parties):
        side = _ACTORS.get(party.role or "", "source" if place == 0 else "target")
        sides[side].append(_actor(party))
    known = [document for d in engagement.documents if (document := lookup(d))]
    where = engagement.where
    return {
        "id": engagement.id,
        "date": first_day(engagement.when),
        "end_date": last_day(engagement.when),
        "event_type": engagement.plover.type,
        "event_mode": engagement.plover.mode,
        "cameo": engagement.cameo,
        "context": [topic for topic in engagement.topics if topic != "general"],
        **sides,
        "location": {"country": where.country, "name": where.city} if where else None,
        "text": engagement.evidence[0].text if engagement.evidence else None,
        "publication": [{"name": d.source, "url": d.url, "date": d.published} for d in known],
        "confidence": engagement.confidence,
        "witnesses": engagement.witnesses,
    }


def _actor(party: Party) -> dict[str, Any]:
    return {
        "country": party.country,
        "body": party.body,
        "organisation": party.organisation,
        "name": party.person,
        "title": party.office,
    }
