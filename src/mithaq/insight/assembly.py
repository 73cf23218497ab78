"""One session of an international assembly, as a file describes it: who was there, who may do what, what was voted."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from mithaq import edtf
from mithaq.errors import InputError
from mithaq.insight.rules import Base, Office, Rules, Share, rules_of

Act = Literal["represent", "approve-agenda", "speak", "vote", "vote-amendments", "support-candidates"]
ACTS: tuple[str, ...] = get_args(Act)

_NAMED_KEY = re.compile(r"unknown field `(?P<key>[^`]*)`")
_PLACE = re.compile(r" - at `\$(?P<place>[^`]*)`$")


class Credential(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The mandate of a member's delegate. `powers` of None: the scope is not told."""

    member: str
    delegate: str
    powers: list[Act] | None = None
    source: str | None = None


class Item(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An item of the agenda."""

    title: str
    source: str | None = None


class Motion(
    msgspec.Struct, kw_only=True, forbid_unknown_fields=True, rename={"yes": "for", "no": "against"}
):
    """A motion and its vote. `decision` names a kind that the rules know; `majority` and `of` overrule them."""

    title: str
    decision: str | None = None
    majority: Share | None = None
    of: Base | None = None
    yes: int | None = None
    no: int | None = None
    abstaining: int | None = None
    by_consensus: bool = False
    source: str | None = None


class Candidate(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A candidacy, and the members whose support was sought and pledged."""

    name: str
    office: str
    member: str | None = None
    region: str | None = None
    sought: list[str] = []
    pledged: list[str] = []
    source: str | None = None


class Ballot(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A ballot for an office, or for its seats of a region.

    `round` counts from 1, None where it is not told. `complete` is False where not all candidates' votes are told.
    `voters` are the members that voted, `declared` those whom the assembly declared elected.
    """

    office: str
    votes: dict[str, int]
    region: str | None = None
    seats: int | None = None
    round: int | None = None
    complete: bool = True
    abstaining: int | None = None
    invalid: int | None = None
    voters: int | None = None
    declared: list[str] = []
    source: str | None = None


class Session(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A session of an assembly.

    `members` and `present` are numbers or lists of codes; None where untold. `rules` names a version of the body's
    rules; `own_rules` gives others. `unknown` says what no source tells.
    """

    body: str
    session: int | None = None
    place: str | None = None
    country: str | None = None
    dates: str | None = None
    rules: str | None = None
    own_rules: Rules | None = None
    members: int | list[str] | None = None
    present: int | list[str] | None = None
    credential: list[Credential] = []
    agenda: list[Item] = []
    motion: list[Motion] = []
    candidate: list[Candidate] = []
    ballot: list[Ballot] = []
    sources: dict[str, str] = {}
    unknown: list[str] = []

    def count(self, who: Literal["members", "present"]) -> int | None:
        """How many members there are, or were present; None where it is not told."""
        told = self.members if who == "members" else self.present
        return len(told) if isinstance(told, list) else told

    def rules_in_force(self) -> Rules:
        """The session's own rules, or those of its body.

        Raises:
            UsageError: none are known.
        """
        return self.own_rules or rules_of(self.body, self.rules)


def read_session(path: Path) -> Session:
    """A session from its TOML file.

    Raises:
        InputError: it cannot be read, is no TOML, has an unknown key, or its numbers cannot be.
        UsageError: it names rules that are not known.
    """
    try:
        session = msgspec.convert(tomllib.loads(path.read_text("utf-8")), Session)
    except OSError as fault:
        raise InputError(f"{path}: cannot be read: {(fault.strerror or str(fault)).lower()}") from fault
    except UnicodeDecodeError as fault:
        raise InputError(f"{path}: expected UTF-8, found byte {fault.object[fault.start]:#04x}") from fault
    except tomllib.TOMLDecodeError as fault:
        raise InputError(f"{path}: expected TOML: {fault}") from fault
    except msgspec.ValidationError as fault:
        raise InputError(f"{path}: {_explain(str(fault))}") from fault
    faults = list(_faults(session))
    if faults:
        raise InputError("\n".join(f"{path}: {fault}" for fault in faults))
    return session


def _explain(fault: str) -> str:
    """What msgspec says, with the place first, and the key that was meant."""
    place = _PLACE.search(fault)
    told = _PLACE.sub("", fault)
    where = f"{place['place'].lstrip('.')}: " if place else ""
    key = _NAMED_KEY.search(told)
    if not key:
        return where + told[0].lower() + told[1:]
    near = difflib.get_close_matches(key["key"], _all_keys(), n=1)
    meant = f"; is {near[0]!r} meant?" if near else ""
    return f"{where}unknown key {key['key']!r}{meant}"


def _all_keys() -> list[str]:
    structs: tuple[Any, ...] = (Session, Credential, Item, Motion, Candidate, Ballot, Rules, Office)
    return sorted({name for struct in structs for name in struct.__struct_encode_fields__})


def _faults(session: Session) -> list[str]:
    """What cannot be, in words."""
    faults = []
    members, present = session.count("members"), session.count("present")
    if session.dates and not edtf.is_edtf(session.dates):
        faults.append(f"dates: expected EDTF such as 2024-11-04/2024-11-07, found {session.dates!r}")
    for name, told in (("members", session.members), ("present", session.present)):
        if isinstance(told, list) and len(set(told)) < len(told):
            twice = sorted({code for code in told if told.count(code) > 1})
            faults.append(f"{name}: {', '.join(twice)} named twice")
        elif isinstance(told, int) and told < 1:
            faults.append(f"{name}: expected a number from 1, found {told}")
    if members is not None and present is not None and present > members:
        faults.append(f"present: {present} of only {members} members")
    if isinstance(session.members, list) and isinstance(session.present, list):
        strangers = sorted(set(session.present) - set(session.members))
        if strangers:
            faults.append(f"present: {', '.join(strangers)} not among the members")
    most = present if present is not None else members
    names = {candidate.name for candidate in session.candidate}
    for place, motion in enumerate(session.motion):
        where = f"motion[{place}] {motion.title!r}"
        told_votes = {"for": motion.yes, "against": motion.no, "abstaining": motion.abstaining}
        faults += [
            f"{where}: {name} {n} is below 0" for name, n in told_votes.items() if n is not None and n < 0
        ]
        total = sum(n for n in told_votes.values() if n is not None)
        if most is not None and total > most:
            faults.append(f"{where}: {total} votes of {most} who could vote")
    for place, ballot in enumerate(session.ballot):
        faults += [f"ballot[{place}] {ballot.office!r}: {fault}" for fault in _faults_of(ballot, names, most)]
    return faults


def _faults_of(ballot: Ballot, names: set[str], most: int | None) -> list[str]:
    faults = []
    if not ballot.votes:
        faults.append("no votes: give `votes` with a number a candidate")
    faults += [f"{name} has {n} votes" for name, n in ballot.votes.items() if n < 0]
    for name in sorted(set(ballot.votes) - names) if names else ():
        near = difflib.get_close_matches(name, names, n=1)
        faults.append(f"{name!r} is no candidate" + (f"; is {near[0]!r} meant?" if near else ""))
    faults += [f"declared {name!r} has no votes" for name in ballot.declared if name not in ballot.votes]
    if ballot.round is not None and ballot.round < 1:
        faults.append(f"round counts from 1, found {ballot.round}")
    if ballot.seats is not None and ballot.seats < 1:
        faults.append(f"seats: expected a number from 1, found {ballot.seats}")
    seats = ballot.seats or 1
    if ballot.voters is not None and most is not None and ballot.voters > most:
        faults.append(f"{ballot.voters} voters of {most} who could vote")
    voters = ballot.voters if ballot.voters is not None else most
    idle = (ballot.abstaining or 0) + (ballot.invalid or 0)
    if voters is not None and seats == 1 and sum(ballot.votes.values()) + idle > voters:
        faults.append(f"{sum(ballot.votes.values()) + idle} votes of {voters} voters")
    if voters is not None:
        faults += [
            f"{name} has {n} votes of {voters} voters" for name, n in ballot.votes.items() if n > voters
        ]
    return faults
