"""Mentions of one act merge over the document; what an act lacks it takes from its other mentions."""

from __future__ import annotations

from mithaq.edtf import overlaps
from mithaq.reading.context import Act


def merge(acts: list[Act]) -> list[Act]:
    """One act per kind, parties and time: a second mention adds to the first."""
    merged: list[Act] = []
    for act in sorted(acts, key=lambda act: (act.heading, act.sentence, act.start)):
        for place, known in enumerate(merged):
            if _same(known, act):
                merged[place] = _join(known, act)
                break
        else:
            merged.append(act)
    return sorted(merged, key=lambda act: (act.sentence, act.start))


def _same(known: Act, act: Act) -> bool:
    if known.kind != act.kind or known.codes != act.codes or known.action != act.action:
        return False
    if known.dated and act.dated and known.when and act.when and not overlaps(known.when, act.when):
        return False
    if known.kind in ("visit",):
        return _sides(known) == _sides(act)
    return True


def _sides(act: Act) -> tuple[frozenset[str], frozenset[str]]:
    return (
        frozenset(code for code, role, _ in act.parties if role == "guest"),
        frozenset(code for code, role, _ in act.parties if role == "host"),
    )


def _join(first: Act, second: Act) -> Act:
    """The first act with what the second adds."""
    parties = list(first.parties)
    seen = {(code, mention.persons) for code, _, mention in parties if mention}
    hosted = any(role in ("host", "guest") for _, role, _ in parties)
    roles = {code: role for code, role, _ in parties}
    if not hosted and any(role == "host" for _, role, _ in second.parties):
        roles = {code: role for code, role, _ in second.parties}
        parties = [(code, roles.get(code, role), mention) for code, role, mention in parties]
    parties += [
        (code, roles.get(code, role), mention)
        for code, role, mention in second.parties
        if mention and mention.persons and (code, mention.persons) not in seen
    ]
    return first._replace(
        parties=parties,
        when=first.when if first.dated or not second.dated else second.when,
        dated=first.dated or second.dated,
        country=first.country or second.country,
        city=first.city or second.city,
        topics=sorted(set(first.topics) | set(second.topics)),
        purposes=sorted(set(first.purposes) | set(second.purposes)),
        instrument=first.instrument or second.instrument,
        rules=tuple(dict.fromkeys(first.rules + second.rules)),
    )
