"""Engagements made by hand, for tests of what is computed from them."""

from __future__ import annotations

from typing import Any

from mithaq.records import Party, Place
from mithaq.register import Conflict, Engagement


def made(
    kind: str,
    when: str | None,
    *parties: str | Party,
    stage: str = "held",
    topics: tuple[str, ...] = ("general",),
    where: str | None = None,
    id: str | None = None,
    **more: Any,
) -> Engagement:
    """An engagement; a party is `MAR`, or `MAR:guest` with its role."""
    told = [party if isinstance(party, Party) else _party(party) for party in parties]
    key = (
        id or f"{kind}-{when}-{'-'.join(party.code or '' for party in told)}-{stage}-{more.get('action', '')}"
    )
    return Engagement(
        id=key,
        kind=kind,
        stage=stage,
        parties=told,
        when=when,
        where=Place(country=where) if where else None,
        topics=list(topics),
        evidence=[],
        confidence=0.9,
        rules=[],
        documents=more.pop("documents", [f"doc-{key}"]),
        witnesses=more.pop("witnesses", 1),
        reports=[],
        **more,
    )


def conflict() -> Conflict:
    """A conflict on the date."""
    return Conflict(field="when", values=[])


def _party(told: str) -> Party:
    code, _, role = told.partition(":")
    is_body = code in ("INTERPOL", "UN", "EU")
    return Party(country=None if is_body else code, body=code if is_body else None, role=role or None)
