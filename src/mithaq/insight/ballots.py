"""What votes come to under the rules: exact where the numbers are told, bounds where they are not, open beyond."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from mithaq.insight.assembly import ACTS, Ballot, Candidate, Credential, Motion, Session
from mithaq.insight.rules import Base, Majority, Office, Round, Rules, Share, needed

_OF_SHARES = {"simple": "more than half", "two-thirds": "two thirds"}
_OF_BASES = {
    "cast": "the votes cast",
    "present": "the members present",
    "members": "all members",
    None: "whom the rules do not tell",
}
_OF_TIES = {
    None: "what follows, the rules here do not tell",
    "lots": "decided by lot",
    "new-ballot": "a further vote is held",
    "rejected": "the motion is rejected",
    "rejected-after-second-vote": "a second vote is held, and a tie in it rejects the motion",
}


class _Span(NamedTuple):
    """Between two numbers; `high` of None is without bound."""

    low: int
    high: int | None


class Threshold(msgspec.Struct, kw_only=True):
    """How many votes a majority takes: at least `least`, at most `most`; equal where the base is known.

    `most` is None where nothing bounds it. `base` is that of the majority, `share` its share.
    """

    share: Share
    base: Base | None
    least: int | None
    most: int | None


class QuorumResult(msgspec.Struct, kw_only=True):
    """Whether enough members were present: None where the rule or the numbers are not known."""

    present: int | None
    needed: int | None
    reached: bool | None


class MotionResult(msgspec.Struct, kw_only=True):
    """Whether a motion was carried: None where it stays open. `why` says it in words."""

    title: str
    threshold: Threshold | None
    carried: bool | None
    why: str


class RoundResult(msgspec.Struct, kw_only=True):
    """What a ballot comes to if it is of these rounds, counted from 1; `last` of None is without end.

    `elected` is in the order of votes; None where it stays open whether anybody is. `tied` are those with equal
    votes for the last seat. `then` says what follows, `agrees` whether those declared elected are these.
    """

    first: int
    last: int | None
    threshold: Threshold
    elected: list[str] | None
    tied: list[str]
    then: str
    agrees: bool | None


class BallotResult(msgspec.Struct, kw_only=True):
    """A ballot: its votes in order, those cast, and what it comes to in each round that it can be of."""

    office: str
    region: str | None
    round: int | None
    votes: dict[str, int]
    cast: int | None
    seats: int
    rounds: list[RoundResult]
    declared: list[str]


class Support(msgspec.Struct, kw_only=True):
    """The support for a candidacy. `needed` says how many votes elect, if all that are counted by its key vote."""

    name: str
    office: str
    region: str | None
    sought: int
    pledged: int
    open: list[str]
    needed: dict[str, int]


class Mandate(msgspec.Struct, kw_only=True):
    """Which acts a delegate's mandate covers: True, False, or None where the scope is not told."""

    member: str
    delegate: str
    covers: dict[str, bool | None]
    present: bool | None


class Outcome(msgspec.Struct, kw_only=True):
    """All that a session's file comes to. `faults` are breaches of the rules, `open` what nobody told."""

    body: str
    session: int | None
    rules: str
    quorum: QuorumResult
    mandates: list[Mandate]
    motions: list[MotionResult]
    ballots: list[BallotResult]
    support: list[Support]
    faults: list[str]
    open: list[str]


def compute(session: Session) -> Outcome:
    """What a session comes to under its rules.

    Raises:
        UsageError: the rules are not known, or a motion names a decision that they do not know.
    """
    rules = session.rules_in_force()
    count = _Count(session, rules)
    return Outcome(
        body=session.body,
        session=session.session,
        rules=f"{rules.title} ({rules.version})",
        quorum=count.quorum(),
        mandates=[count.mandate(credential) for credential in session.credential],
        motions=[count.motion(motion) for motion in session.motion],
        ballots=[count.ballot(ballot) for ballot in session.ballot],
        support=[count.support(candidate) for candidate in session.candidate],
        faults=[*count.breaches()],
        open=[*session.unknown, *(f"the rules: {told}" for told in rules.unknown)],
    )


def covers(credential: Credential, act: str) -> bool | None:
    """Whether a delegate's mandate covers an act; None where its scope is not told."""
    return None if credential.powers is None else act in credential.powers


class _Count:
    """Counts the votes of one session by its rules."""

    def __init__(self, session: Session, rules: Rules) -> None:
        self.session = session
        self.rules = rules
        self.members = session.count("members")
        self.present = session.count("present")
        self.could_vote = self.present if self.present is not None else self.members

    def quorum(self) -> QuorumResult:
        rule = self.rules.quorum
        if rule is None:
            return QuorumResult(present=self.present, needed=None, reached=None)
        total = self._total(rule.of)
        least = needed(rule.share, total) if total is not None else None
        reached = None if least is None or self.present is None else self.present >= least
        return QuorumResult(present=self.present, needed=least, reached=reached)

    def mandate(self, told: Credential) -> Mandate:
        listed = self.session.present
        return Mandate(
            member=told.member,
            delegate=told.delegate,
            covers={act: covers(told, act) for act in ACTS},
            present=told.member in listed if isinstance(listed, list) else None,
        )

    def motion(self, motion: Motion) -> MotionResult:
        rule = self.rules.majority_for(motion.decision)
        if motion.by_consensus:
            why = "adopted by consensus, without a vote"
            return MotionResult(title=motion.title, threshold=None, carried=True, why=why)
        if motion.yes is None:
            return MotionResult(
                title=motion.title, threshold=None, carried=None, why="the votes are not told"
            )
        majority = Majority(majority=motion.majority or rule.majority, of=motion.of or rule.of)
        cast = _Span(motion.yes + (motion.no or 0), self.could_vote)
        if motion.no is not None:
            cast = _Span(motion.yes + motion.no, motion.yes + motion.no)
        threshold = self._threshold(majority, cast)
        why = f"{motion.yes} votes for it; needed: {describe(threshold)}"
        if motion.no == motion.yes and majority == Majority(majority="simple", of="cast"):
            why = f"{why}; a tie: {_OF_TIES[self.rules.tie]}"
        return MotionResult(
            title=motion.title, threshold=threshold, carried=_reaches(motion.yes, threshold), why=why
        )

    def ballot(self, ballot: Ballot) -> BallotResult:
        office = self.rules.office_named(ballot.office)
        seats = ballot.seats or (office.seats if office and not ballot.region else 1)
        cast = self._cast(ballot, seats)
        rounds = [
            told
            for told in self._rounds(office)
            if ballot.round is None or (told.first <= ballot.round <= (told.last or ballot.round))
        ]
        return BallotResult(
            office=ballot.office,
            region=ballot.region,
            round=ballot.round,
            votes=dict(sorted(ballot.votes.items(), key=lambda entry: (-entry[1], entry[0]))),
            cast=cast.low if cast.low == cast.high else None,
            seats=seats,
            rounds=[self._round(told, ballot, seats, cast) for told in rounds],
            declared=ballot.declared,
        )

    def support(self, candidate: Candidate) -> Support:
        counts: dict[str, int] = {}
        totals = {"present": self.present, "members": self.members}
        for told in self._rounds(self.rules.office_named(candidate.office)):
            for who, total in totals.items():
                if total is not None and told.of in ("cast", who):
                    counts[f"{span(told.first, told.last)}, all {who} voting"] = needed(told.majority, total)
        pledged = set(candidate.pledged)
        return Support(
            name=candidate.name,
            office=candidate.office,
            region=candidate.region,
            sought=len(pledged.union(candidate.sought)),
            pledged=len(pledged),
            open=sorted(set(candidate.sought) - pledged),
            needed=counts,
        )

    def breaches(self) -> Iterator[str]:
        """What the rules do not allow, and names that are none of the session's members or regions."""
        session = self.session
        voting = Counter(c.member for c in session.credential if covers(c, "vote"))
        for member, n in sorted(voting.items()):
            if n > self.rules.votes_each:
                yield f"{member}: {n} delegates have a mandate to vote; a member has {self.rules.votes_each}"
        if isinstance(session.members, list):
            known = set(session.members)
            for candidate in session.candidate:
                for code in sorted({*candidate.sought, *candidate.pledged} - known):
                    yield f"{candidate.name}: {code} is no member"
            for credential in session.credential:
                if credential.member not in known:
                    yield f"{credential.delegate}: {credential.member} is no member"
        if self.rules.regions:
            names = self.rules.regions.names
            told = [(c.office, c.region) for c in session.candidate]
            for office, region in (*told, *((b.office, b.region) for b in session.ballot)):
                if region and region not in names:
                    yield f"{office}: {region!r} is none of the regions {', '.join(names)}"
        for rule in self.rules.office:
            regions = Counter(b.region for b in session.ballot if b.office == rule.name and b.declared)
            for region, n in sorted(regions.items(), key=str):
                if rule.apart and region and n > 1:
                    yield f"{rule.name}: {n} declared of {region}; they must be of different regions"

    def _total(self, base: Base | None) -> int | None:
        return {"members": self.members, "present": self.present}.get(base or "")

    def _rounds(self, office: Office | None) -> list[Round]:
        ordinary = self.rules.ordinary
        return office.rounds if office else [Round(first=1, majority=ordinary.majority, of=ordinary.of)]

    def _cast(self, ballot: Ballot, seats: int) -> _Span:
        """How many voted validly. A voter has as many names as there are seats: their sum does not tell it then."""
        idle = (ballot.abstaining or 0) + (ballot.invalid or 0)
        if ballot.voters is not None:
            return _Span(ballot.voters - idle, ballot.voters - idle)
        low = sum(ballot.votes.values()) if seats == 1 else max(ballot.votes.values())
        if ballot.complete and seats == 1:
            return _Span(low, low)
        return _Span(low, self.could_vote - idle if self.could_vote is not None else None)

    def _threshold(self, majority: Majority, cast: _Span) -> Threshold:
        total = self._total(majority.of)
        low, high = cast if majority.of == "cast" else (total, total)
        return Threshold(
            share=majority.majority,
            base=majority.of,
            least=needed(majority.majority, low) if low is not None else None,
            most=needed(majority.majority, high) if high is not None else None,
        )

    def _round(self, told: Round, ballot: Ballot, seats: int, cast: _Span) -> RoundResult:
        """What a ballot comes to by the majority of one round."""
        threshold = self._threshold(told, cast)
        ranked = sorted(ballot.votes, key=lambda name: (-ballot.votes[name], name))
        reached = {name: _reaches(ballot.votes[name], threshold) for name in ranked}
        elected, tied = _first([name for name in ranked if reached[name]], seats, ballot.votes)
        is_open = None in reached.values() or (seats > 1 and not ballot.complete)
        if not elected and not tied and not is_open:
            tied = [name for name in ranked if ballot.votes[name] == ballot.votes[ranked[0]]]
            tied = tied if len(tied) > 1 else []
        then = (
            "open: it depends on votes that are not told"
            if is_open
            else self._then(
                ballot, [name for name in ranked if name not in elected], seats - len(elected), tied
            )
        )
        return RoundResult(
            first=ballot.round or told.first,
            last=ballot.round or told.last,
            threshold=threshold,
            elected=None if is_open else elected,
            tied=tied,
            then=then,
            agrees=set(ballot.declared) == set(elected) if ballot.declared and not is_open else None,
        )

    def _then(self, ballot: Ballot, left: list[str], seats: int, tied: list[str]) -> str:
        """What follows, of candidates not elected in the order of votes and seats not filled."""
        if not seats:
            return "all seats are filled"
        office = self.rules.office_named(ballot.office)
        tie = (office.tie if office else None) or self.rules.tie
        if len(tied) == 2 and tied == left and tie == "lots":
            return f"a tie between {' and '.join(tied)}: decided by lot if this was the second ballot"
        further = f"a further ballot for {seats} {'seat' if seats == 1 else 'seats'}"
        if office is None or office.restricted is None:
            return f"{further}; between whom, the rules here do not tell"
        number = 2 if office.restricted == "two-leading" else 2 * seats
        among, tied_for_it = _first(left, number, ballot.votes)
        if tied_for_it:
            return f"{further}; who takes part in it is tied: {', '.join(tied_for_it)}"
        return f"{further}, between {' and '.join(among)}"


def _first(ranked: list[str], places: int, votes: dict[str, int]) -> tuple[list[str], list[str]]:
    """Those who take the first places, and those tied for the last of these, who take none."""
    if len(ranked) <= places or votes[ranked[places - 1]] != votes[ranked[places]]:
        return ranked[:places], []
    last = votes[ranked[places]]
    return [name for name in ranked if votes[name] > last], [name for name in ranked if votes[name] == last]


def _reaches(votes: int, threshold: Threshold) -> bool | None:
    """Whether so many votes are a majority; None where it depends on votes that are not told."""
    if threshold.most is not None and votes >= threshold.most:
        return True
    return False if threshold.least is not None and votes < threshold.least else None


def describe(threshold: Threshold) -> str:
    """A majority in words, as "more than half of the votes cast, 83"."""
    majority = f"{_OF_SHARES[threshold.share]} of {_OF_BASES[threshold.base]}"
    if threshold.least is None:
        return f"{majority}, a number not known"
    if threshold.least == threshold.most:
        return f"{majority}, {threshold.least}"
    most = "any number" if threshold.most is None else threshold.most
    return f"{majority}, from {threshold.least} to {most}"


def span(first: int, last: int | None) -> str:
    """Ballots counted from 1 in words; `last` of None is without end."""
    if last is None:
        return f"ballot {first} on"
    return f"ballot {first}" if first == last else f"ballots {first} to {last}"
