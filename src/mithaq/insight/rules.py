"""The rules of assemblies, by body and version: what majority of whom decides what. Facts with their source.

What a body's texts do not tell, or nobody here has read, is left out of its file and stays open in every result.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

import msgspec

from mithaq.errors import UsageError

Share = Literal["simple", "two-thirds"]
"""`simple`: more than half; `two-thirds`: at least two thirds."""

Base = Literal["cast", "present", "members"]
"""Of whom: votes cast, abstentions left out; members present; all members."""

Tie = Literal["lots", "new-ballot", "rejected", "rejected-after-second-vote"]


class Majority(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """A share of a base; a base of None is not told by the body's texts."""

    majority: Share
    of: Base | None = None
    source: str | None = None


class Quorum(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The share of a base that must be present."""

    share: Share
    of: Base
    source: str


class Decision(Majority, kw_only=True, forbid_unknown_fields=True):
    """A kind of decision that needs another majority than the ordinary one."""

    name: str


class Round(Majority, kw_only=True, rename={"first": "from", "last": "to"}, forbid_unknown_fields=True):
    """Ballots of an election, counted from 1, and the majority that these need; `last` of None is without end."""

    first: int
    last: int | None = None


class Office(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """An office that an assembly elects to.

    `seats` are filled together, `term` is in years; `apart` says what the holders must differ in; `restricted`
    between whom a further ballot is held, `tie` how equal votes for the last seat are decided: None where untold.
    """

    name: str
    seats: int
    rounds: list[Round]
    source: str
    term: int | None = None
    apart: Literal["regions"] | None = None
    restricted: Literal["two-leading", "twice-the-seats"] | None = None
    tie: Tie | None = None


class Regions(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The regions by which a body shares out seats."""

    names: list[str]


class Rules(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The rules of one body's assembly in one version. `unknown` lists what is known to be open."""

    body: str
    version: str
    title: str
    source: str
    ordinary: Majority
    since: str | None = None
    votes_each: int = 1
    tie: Tie | None = None
    quorum: Quorum | None = None
    regions: Regions | None = None
    decision: list[Decision] = []
    office: list[Office] = []
    unknown: list[str] = []

    def majority_for(self, decision: str | None) -> Majority:
        """What a kind of decision needs; None is an ordinary one.

        Raises:
            UsageError: the rules know no such kind.
        """
        if decision is None:
            return self.ordinary
        for known in self.decision:
            if known.name == decision:
                return known
        names = ", ".join(known.name for known in self.decision) or "none"
        raise UsageError(f"the rules of {self.body} know no decision {decision!r}; they name: {names}")

    def office_named(self, name: str) -> Office | None:
        """An office that the rules know."""
        return next((office for office in self.office if office.name == name), None)


@cache
def shipped_rules() -> tuple[Rules, ...]:
    """The rules in this package, by body and version."""
    folder = Path(str(files("mithaq.insight"))) / "rules"
    found = [msgspec.convert(tomllib.loads(path.read_text("utf-8")), Rules) for path in folder.glob("*.toml")]
    return tuple(sorted(found, key=lambda rules: (rules.body, rules.since or "")))


def rules_of(body: str, version: str | None = None) -> Rules:
    """The rules of a body: of a version, or the newest.

    Raises:
        UsageError: no rules of that body or version are here.
    """
    of_body = [rules for rules in shipped_rules() if rules.body == body]
    fitting = [rules for rules in of_body if version in (None, rules.version)]
    if fitting:
        return fitting[-1]
    known = ", ".join(f"{rules.body} {rules.version}" for rules in of_body or shipped_rules())
    raise UsageError(
        f"no rules of {body}{f' {version}' if version else ''} here; there are: {known}. "
        "Give the session's own as `own_rules`"
    )


def needed(share: Share, total: int) -> int:
    """The least number that is a share of a total: 89 is more than half of 177, 131 two thirds of 196."""
    return total // 2 + 1 if share == "simple" else -(-2 * total // 3)
