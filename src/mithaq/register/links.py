"""What engagements have to do with each other, as their dates, parties and documents tell.

A link is a claim on two engagements alone, so that it does not depend on what else the register holds.
"""

from __future__ import annotations

from mithaq import edtf
from mithaq.register.engagement import Engagement
from mithaq.register.names import name_words

KINDS = ("during", "in-margins-of", "led-to", "renews", "follows-up")

_OCCASIONS = ("visit", "meeting", "gathering")
_ON_A_VISIT = ("meeting", "agreement", "award", "mandate")
_IN_AN_ASSEMBLY = ("election", "mandate")
_IN_MARGINS = ("meeting", "agreement")
_CONCLUDED = ("agree", "sign", "renew")


def relate(one: Engagement, other: Engagement) -> list[str]:
    """The kinds of link from one engagement to another.

    `during` and `in-margins-of` of a meeting to the visit or gathering, `led-to` of the occasion to the agreement that was
    concluded at it, `renews` of an agreement to the older one, `follows-up` of a session to the one before.
    """
    if one.id == other.id or "cancelled" in (one.stage, other.stage):
        return []
    found = []
    if set(one.documents) & set(other.documents) and one.stage == other.stage:
        if _is_during(one, other):
            found.append("during")
        elif _is_in_margins(one, other):
            found.append("in-margins-of")
        if _led_to(one, other):
            found.append("led-to")
    if _renews(one, other):
        found.append("renews")
    if _is_next_session(one, other):
        found.append("follows-up")
    return found


def partner_keys(engagement: Engagement) -> list[str]:
    """By what an engagement's partners are sought that no document tells with it: its pact, its sessions."""
    keys = []
    if engagement.kind == "agreement":
        keys.append(f"pact:{' '.join(sorted(_codes(engagement)))}"[:80])
    if engagement.kind == "gathering" and "session" in engagement.figures:
        keys += [f"sessions:{party.body}"[:80] for party in engagement.parties if party.body]
    return sorted(set(keys))


def _is_during(one: Engagement, other: Engagement) -> bool:
    if other.kind == "visit" and one.kind in _ON_A_VISIT:
        return len(_codes(one) & _codes(other)) > 1 and _is_of_its_time(one, other)
    if other.kind == "gathering" and one.kind in _IN_AN_ASSEMBLY:
        return bool(_bodies(one) & _bodies(other)) and _is_of_its_time(one, other)
    return False


def _is_in_margins(one: Engagement, other: Engagement) -> bool:
    return (
        other.kind == "gathering"
        and one.kind in _IN_MARGINS
        and len(_codes(one) & _codes(other)) > 1
        and bool(one.when and other.when)
        and _is_of_its_time(one, other)
        and _country(one) in (None, _country(other))
    )


def _led_to(one: Engagement, other: Engagement) -> bool:
    return (
        one.kind in _OCCASIONS
        and other.kind == "agreement"
        and other.action in _CONCLUDED
        and len(_codes(one) & _codes(other)) > 1
        and bool(one.when and other.when)
        and _is_of_its_time(other, one)
    )


def _renews(one: Engagement, other: Engagement) -> bool:
    if one.kind != "agreement" or other.kind != "agreement" or one.action != "renew":
        return False
    if other.action not in ("sign", "renew") or _codes(one) != _codes(other):
        return False
    if not (_is_dated(one) and _is_dated(other)):
        return False
    assert one.when and other.when
    own, older = set(name_words(one.instrument or "")), set(name_words(other.instrument or ""))
    is_alike = not own or not older or len(own & older) * 2 >= min(len(own), len(older))
    return edtf.last_day(other.when) < edtf.first_day(one.when) and is_alike


def _is_next_session(one: Engagement, other: Engagement) -> bool:
    if one.kind != "gathering" or other.kind != "gathering" or not _bodies(one) & _bodies(other):
        return False
    number, before = one.figures.get("session"), other.figures.get("session")
    return bool(number and before and number == before + 1)


def _is_of_its_time(one: Engagement, other: Engagement) -> bool:
    """True if one can have been in the days of the other; those without a date can."""
    if not (_is_dated(one) and _is_dated(other)):
        return True
    assert one.when and other.when
    return edtf.overlaps(one.when, other.when)


def _is_dated(engagement: Engagement) -> bool:
    return bool(engagement.when and edtf.is_edtf(engagement.when))


def _codes(engagement: Engagement) -> set[str]:
    return {party.code for party in engagement.parties if party.code}


def _bodies(engagement: Engagement) -> set[str]:
    return {party.body for party in engagement.parties if party.body}


def _country(engagement: Engagement) -> str | None:
    return engagement.where.country if engagement.where else None
