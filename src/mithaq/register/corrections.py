"""What a person's correction makes of an engagement: which fields may be corrected, to what, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from mithaq import edtf
from mithaq.errors import UsageError
from mithaq.ontology import ACTIONS, FIGURES, KINDS, PURPOSES, ROLES, STAGES, TOPICS, cameo, plover
from mithaq.records import Party, Place
from mithaq.register.decisions import Decision, status_of
from mithaq.register.engagement import Engagement

FIELDS = ("kind", "stage", "action", "when", "where", "topics", "purposes", "instrument", "term")
OF_PARTIES = ("person", "office", "organisation", "role")
NONE = "-"
"""How a person writes that a field is to be empty."""


def check_correction(field: str, value: str) -> None:
    """Refuse a field that cannot be corrected, and a value that is none of its.

    Args:
        field: one of FIELDS, `figures.votes`, or `party.ESP.person`.
        value: as a person writes it: `2024-09-19/2024-09-21`, `ESP, Madrid`, `drugs, migration`, `-` for none.

    Raises:
        UsageError: says what was expected.
    """
    head, _, rest = field.partition(".")
    known: tuple[str, ...] | None = None
    if head == "figures" and rest in FIGURES:
        if value != NONE and not (value.isascii() and value.isdecimal()):
            raise UsageError(f"{field}: expected a number, found {value!r}")
    elif head == "party" and rest.count(".") == 1 and rest.partition(".")[2] in OF_PARTIES:
        known = (
            tuple(sorted({r for roles in ROLES.values() for r in roles})) if rest.endswith("role") else None
        )
    elif field == "when":
        if value != NONE and not edtf.is_edtf(value):
            raise UsageError(f"when: expected an EDTF date, such as 2024-09-19/2024-09-21, found {value!r}")
    elif field == "term":
        if value != NONE and not (edtf.is_duration(value) or edtf.is_edtf(value)):
            raise UsageError(
                f"term: expected a duration or an EDTF date, such as P5Y or 2030-12, found {value!r}"
            )
    elif field == "where":
        country = value.partition(",")[0].strip()
        if value != NONE and not (len(country) == 3 and country.isupper()):
            raise UsageError(f"where: expected a country and a city, such as 'ESP, Madrid', found {value!r}")
    elif field in FIELDS:
        known = {
            "kind": KINDS,
            "stage": STAGES,
            "action": (NONE, *dict.fromkeys(action for actions in ACTIONS.values() for action in actions)),
            "topics": ("general", *TOPICS),
            "purposes": (NONE, *PURPOSES),
        }.get(field)
    else:
        raise UsageError(
            f"expected one of {', '.join(FIELDS)}, figures.{'/'.join(FIGURES)} or "
            f"party.CODE.{'/'.join(OF_PARTIES)}, found {field!r}"
        )
    wrong = [part for part in _listed(value) if known and part not in known]
    if known and wrong:
        raise UsageError(f"{field}: expected one of {', '.join(known)}, found {wrong[0]!r}")


def decide(engagement: Engagement, decisions: Sequence[Decision]) -> Engagement:
    """An engagement as people decided of it, by the decisions on it in order."""
    if not decisions:
        return engagement
    changed = msgspec.structs.replace(engagement, decisions=[decision.id for decision in decisions])
    is_by_hand = False
    for decision in decisions:
        content = decision.content
        if decision.action == "add":
            is_by_hand, changed.due = True, content.due
        elif decision.action == "correct" and content.field:
            _correct(changed, content.field, str(content.value))
    changed.status = status_of(decisions, is_by_hand=is_by_hand)
    codes = {party.country for party in changed.parties}
    elsewhere = bool(changed.where and changed.where.country and changed.where.country not in codes)
    changed.plover = plover(changed.kind, changed.action)
    changed.cameo = cameo(changed.kind, changed.stage, changed.action, on_third_ground=elsewhere)
    return changed


def _correct(engagement: Engagement, field: str, value: str) -> None:
    told = None if value == NONE else value
    head, _, rest = field.partition(".")
    if head == "figures":
        figures = {name: number for name, number in engagement.figures.items() if name != rest}
        engagement.figures = figures | ({rest: int(told)} if told else {})
    elif head == "party":
        code, _, attribute = rest.partition(".")
        engagement.parties = _correct_party(engagement.parties, code, attribute, told)
    elif field == "where":
        country, _, city = (told or "").partition(",")
        engagement.where = Place(country=country.strip(), city=city.strip() or None) if country else None
    elif field == "term":
        engagement.term = told or msgspec.UNSET
    elif field in ("topics", "purposes"):
        setattr(engagement, field, _listed(told or ""))
    else:
        setattr(engagement, field, told)


def _correct_party(parties: list[Party], code: str, attribute: str, told: str | None) -> list[Party]:
    """Parties with an attribute of the first of a code corrected; its role is that of all of that code."""
    changed, is_done = [], False
    for party in parties:
        if party.code == code and (attribute == "role" or not is_done):
            party = msgspec.structs.replace(party, **{attribute: told})
            is_done = True
        changed.append(party)
    return changed


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]
