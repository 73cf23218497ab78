"""Kinds, stages, roles, topics, purposes, and the crosswalk to PLOVER and CAMEO.

The rules for what counts as an event stand in docs/ontology.md.
"""

from __future__ import annotations

from mithaq.records import Crosswalk

KINDS = (
    "visit",
    "meeting",
    "call",
    "agreement",
    "gathering",
    "mandate",
    "election",
    "operation",
    "training",
    "aid",
    "award",
)
STAGES = ("planned", "held", "cancelled")
ACTIONS = {
    "agreement": ("negotiate", "agree", "sign", "renew", "ratify", "in-force", "end"),
    "election": ("nominate", "vote", "elect"),
}
ROLES = {
    "visit": ("guest", "host"),
    "meeting": ("guest", "host", "participant"),
    "call": ("participant",),
    "agreement": ("signatory",),
    "gathering": ("organiser", "participant", "host"),
    "mandate": ("principal", "delegate", "forum"),
    "election": ("candidate", "nominator", "elector", "forum"),
    "operation": ("partner",),
    "training": ("provider", "recipient", "partner"),
    "aid": ("provider", "recipient"),
    "award": ("provider", "recipient"),
}
TOPICS = (
    "terrorism",
    "extremism",
    "organised-crime",
    "drugs",
    "migration",
    "human-trafficking",
    "cybercrime",
    "border-security",
    "maritime-security",
    "intelligence",
    "policing",
    "justice",
    "defence",
    "event-security",
    "civil-protection",
)
PURPOSES = (
    "information-exchange",
    "expertise-exchange",
    "operational-coordination",
    "legal-framework",
    "trust-building",
    "capacity-building",
)
FIGURES = ("votes", "electorate", "attendance", "session")

_PLOVER = {
    "visit": ("CONSULT", "visit"),
    "meeting": ("CONSULT", None),
    "call": ("CONSULT", "phone"),
    "gathering": ("CONSULT", "multilateral"),
    "operation": ("COOPERATE", "legal"),
    "training": ("COOPERATE", "military"),
    "aid": ("AID", None),
    "election": ("SUPPORT", None),
    "award": ("SUPPORT", None),
}
_CAMEO = {
    "visit": "042",
    "meeting": "040",
    "call": "041",
    "gathering": "040",
    "election": "051",
    "operation": "063",
    "training": "062",
    "aid": "070",
    "award": "051",
}
_BEFORE_SIGNING = ("negotiate", "agree")


def plover(kind: str, action: str | None) -> Crosswalk | None:
    """The PLOVER type and mode of a kind, or None where PLOVER has none."""
    if kind == "agreement":
        if action in _BEFORE_SIGNING:
            return Crosswalk(type="AGREE")
        return Crosswalk(type="SUPPORT", mode="diplomatic")
    found = _PLOVER.get(kind)
    return Crosswalk(type=found[0], mode=found[1]) if found else None


def cameo(kind: str, stage: str, action: str | None, *, on_third_ground: bool = False) -> str | None:
    """The CAMEO code of a kind, or None where CAMEO has none.

    A visit is coded from the guest's side (042); the host's side is 043.
    """
    if kind == "agreement":
        return "030" if action in _BEFORE_SIGNING else "057"
    if stage == "planned" and kind in ("visit", "meeting", "call", "gathering"):
        return "036"
    if kind == "meeting" and on_third_ground:
        return "044"
    return _CAMEO.get(kind)
