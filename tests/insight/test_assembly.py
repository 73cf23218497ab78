"""Hand-worked cases of assemblies: every expected number was counted on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from mithaq.errors import InputError, UsageError
from mithaq.insight.assembly import ACTS, Session, read_session
from mithaq.insight.ballots import Outcome, compute
from mithaq.insight.rules import needed, rules_of, shipped_rules

EXAMPLES = Path(__file__).parents[2] / "examples" / "assemblies"


def outcome_of(**told: Any) -> Outcome:
    return compute(msgspec.convert({"body": "INTERPOL", **told}, Session))


def read(tmp_path: Path, text: str) -> Session:
    path = tmp_path / "session.toml"
    path.write_text(text, "utf-8")
    return read_session(path)


@pytest.mark.parametrize(
    ("share", "total", "least"),
    [
        ("simple", 1, 1), ("simple", 2, 2), ("simple", 3, 2), ("simple", 164, 83), ("simple", 177, 89),
        ("two-thirds", 3, 2), ("two-thirds", 4, 3), ("two-thirds", 164, 110), ("two-thirds", 195, 130),
        ("two-thirds", 196, 131),
    ],
)  # fmt: skip
def test_majorities(share: Any, total: int, least: int) -> None:
    assert needed(share, total) == least


def test_the_shipped_rules_tell_their_source() -> None:
    assert {rules.body for rules in shipped_rules()} >= {"INTERPOL", "UN", "AU"}
    for rules in shipped_rules():
        assert rules.source and rules.title
        assert all(office.source for office in rules.office)
        for office in rules.office:
            ends = [told.last for told in office.rounds]
            assert ends[-1] is None and None not in ends[:-1], office.name
            assert [told.first for told in office.rounds] == [1, *(end + 1 for end in ends if end)], (
                office.name
            )


class TestElections:
    def test_two_thirds_are_asked_for_in_the_first_two_ballots_for_the_president(self) -> None:
        votes = {"A": 110, "B": 54}
        for number in (1, 2):
            (ballot,) = outcome_of(
                present=170, ballot=[{"office": "President", "round": number, "votes": votes}]
            ).ballots
            assert [(r.first, r.threshold.least, r.elected) for r in ballot.rounds] == [(number, 110, ["A"])]
        votes = {"A": 109, "B": 55}
        (ballot,) = outcome_of(
            present=170, ballot=[{"office": "President", "round": 2, "votes": votes}]
        ).ballots
        assert ballot.rounds[0].elected == []
        (ballot,) = outcome_of(
            present=170, ballot=[{"office": "President", "round": 3, "votes": votes}]
        ).ballots
        assert ballot.rounds[0].elected == ["A"] and ballot.rounds[0].threshold.least == 83

    def test_abstentions_and_invalid_votes_are_not_cast(self) -> None:
        told = {
            "office": "Delegate",
            "region": "Asia",
            "votes": {"A": 50, "B": 49},
            "abstaining": 40,
            "invalid": 2,
        }
        (ballot,) = outcome_of(present=150, ballot=[told]).ballots
        assert (
            ballot.cast == 99 and ballot.rounds[0].threshold.least == 50 and ballot.rounds[0].elected == ["A"]
        )

    def test_a_tie_elects_nobody(self) -> None:
        told = {"office": "Vice-President", "region": "Asia", "votes": {"A": 50, "B": 50}}
        (ballot,) = outcome_of(ballot=[told]).ballots
        assert ballot.rounds[0].elected == [] and ballot.rounds[0].tied == ["A", "B"]

    def test_a_tie_is_decided_by_lot_where_the_rules_say_so(self) -> None:
        told = {"office": "President of the General Assembly", "votes": {"A": 96, "B": 96}}
        (ballot,) = outcome_of(body="UN", ballot=[told]).ballots
        assert "by lot" in ballot.rounds[0].then and ballot.rounds[0].elected == []

    def test_a_further_ballot_is_between_the_two_leading(self) -> None:
        told = {"office": "President of the General Assembly", "votes": {"A": 80, "B": 70, "C": 40}}
        (ballot,) = outcome_of(body="UN", ballot=[told]).ballots
        assert ballot.rounds[0].threshold.least == 96
        assert ballot.rounds[0].then == "a further ballot for 1 seat, between A and B"
        told["votes"] = {"A": 80, "B": 55, "C": 55}
        (ballot,) = outcome_of(body="UN", ballot=[told]).ballots
        assert ballot.rounds[0].then.endswith("who takes part in it is tied: B, C")

    def test_several_seats_are_filled_in_the_order_of_votes(self) -> None:
        told = {
            "office": "Non-permanent member of the Security Council",
            "region": "Africa",
            "seats": 2,
            "voters": 190,
            "votes": {"A": 180, "B": 120, "C": 70},
        }
        (ballot,) = outcome_of(body="UN", members=193, ballot=[told]).ballots
        assert ballot.rounds[0].threshold.least == 127
        assert ballot.rounds[0].elected == ["A"]
        assert ballot.rounds[0].then == "a further ballot for 1 seat, between B and C"
        (ballot,) = outcome_of(body="UN", ballot=[{**told, "votes": {"A": 180, "B": 127, "C": 127}}]).ballots
        assert ballot.rounds[0].elected == ["A"] and ballot.rounds[0].tied == ["B", "C"]

    def test_votes_not_told_leave_open_what_depends_on_them(self) -> None:
        told = {"office": "Vice-President", "region": "Africa", "complete": False, "votes": {"A": 96}}
        (ballot,) = outcome_of(present=177, ballot=[told]).ballots
        assert ballot.cast is None
        assert (ballot.rounds[0].threshold.least, ballot.rounds[0].threshold.most) == (49, 89)
        assert ballot.rounds[0].elected == ["A"]
        (ballot,) = outcome_of(present=195, ballot=[told]).ballots
        assert ballot.rounds[0].elected is None and ballot.rounds[0].then.startswith("open")
        (ballot,) = outcome_of(ballot=[told]).ballots
        assert ballot.rounds[0].threshold.most is None and ballot.rounds[0].elected is None

    def test_a_ballot_of_no_known_round_is_told_for_each(self) -> None:
        (ballot,) = compute(read_session(EXAMPLES / "interpol-93.toml")).ballots
        assert ballot.cast == 84 + 60 + 12 + 8 == 164
        assert [(r.first, r.last, r.threshold.least, r.elected, r.agrees) for r in ballot.rounds] == [
            (1, 2, 110, [], False),
            (3, None, 83, ["Lucas Philippe"], True),
        ]

    def test_96_of_177_are_a_majority_however_many_voted(self) -> None:
        outcome = compute(read_session(EXAMPLES / "interpol-92.toml"))
        assert outcome.ballots[0].rounds[0].elected == ["Mohammed Dkhissi"]
        assert outcome.quorum.reached is None and any("quorum" in told for told in outcome.open)


class TestMotions:
    def carried(self, body: str = "INTERPOL", members: int = 196, **motion: Any) -> bool | None:
        (result,) = outcome_of(body=body, members=members, motion=[{"title": "M", **motion}]).motions
        return result.carried

    def test_two_thirds_of_the_members_are_more_than_of_the_votes_cast(self) -> None:
        votes = {"for": 130, "against": 10, "abstaining": 20}
        assert self.carried(decision="admit-member", **votes) is True
        assert self.carried(decision="amend-constitution", **votes) is False
        assert self.carried(decision="amend-constitution", **{**votes, "for": 131}) is True

    def test_an_ordinary_motion_needs_more_for_than_against(self) -> None:
        assert self.carried(**{"for": 51, "against": 50, "abstaining": 90}) is True
        assert self.carried(**{"for": 50, "against": 50}) is False
        assert self.carried(**{"for": 49, "against": 50}) is False

    def test_a_tie_says_what_follows_where_it_is_known(self) -> None:
        tie = [{"title": "M", "for": 50, "against": 50}]
        assert "do not tell" in outcome_of(members=196, motion=tie).motions[0].why
        assert "second vote" in outcome_of(body="UN", members=193, motion=tie).motions[0].why

    def test_what_is_not_told_is_open(self) -> None:
        assert self.carried() is None
        assert self.carried(**{"for": 90}) is None
        assert self.carried(**{"for": 99}) is True
        assert self.carried(body="AU", members=55, decision="procedure", **{"for": 40, "against": 1}) is None
        assert self.carried(by_consensus=True) is True

    def test_absent_members_count_where_the_base_is_all_members(self) -> None:
        assert self.carried(body="AU", members=55, **{"for": 36, "against": 0}) is False
        assert self.carried(body="AU", members=55, **{"for": 37, "against": 0}) is True

    def test_a_decision_that_the_rules_do_not_know(self) -> None:
        with pytest.raises(UsageError, match="amend-constitution"):
            self.carried(decision="amend-everything")


def test_quorum() -> None:
    for present, reached in ((36, False), (37, True)):
        quorum = outcome_of(body="AU", members=55, present=present).quorum
        assert (quorum.needed, quorum.reached) == (37, reached)
    assert outcome_of(body="UN", members=193, present=97).quorum.reached is True
    assert outcome_of(body="UN", members=193, present=96).quorum.reached is False
    assert outcome_of(body="UN", present=96).quorum.reached is None


class TestMandates:
    def test_an_act_is_covered_or_not_or_not_told(self) -> None:
        powers = ["represent", "approve-agenda", "speak"]
        told = [{"member": "MAR", "delegate": "A", "powers": powers}, {"member": "ESP", "delegate": "B"}]
        first, second = outcome_of(present=["MAR"], members=["MAR", "ESP"], credential=told).mandates
        assert [act for act in ACTS if first.covers[act]] == powers
        assert first.covers["vote-amendments"] is False and first.present is True
        assert set(second.covers.values()) == {None} and second.present is False

    def test_one_member_has_one_vote(self) -> None:
        told = [{"member": "MAR", "delegate": name, "powers": ["vote"]} for name in "AB"]
        assert outcome_of(credential=told).faults == [
            "MAR: 2 delegates have a mandate to vote; a member has 1"
        ]


def test_support_sought_pledged_and_needed() -> None:
    candidate = {
        "name": "A", "office": "President", "sought": ["FRA", "ESP", "TUN"], "pledged": ["FRA", "SEN", "FRA"],
    }  # fmt: skip
    (support,) = outcome_of(members=196, present=177, candidate=[candidate]).support
    assert (support.sought, support.pledged, support.open) == (4, 2, ["ESP", "TUN"])
    assert support.needed == {
        "ballots 1 to 2, all present voting": 118,
        "ballots 1 to 2, all members voting": 131,
        "ballot 3 on, all present voting": 89,
        "ballot 3 on, all members voting": 99,
    }


def test_breaches_are_told() -> None:
    outcome = outcome_of(
        members=["MAR", "FRA"],
        credential=[{"member": "XYZ", "delegate": "A"}],
        candidate=[{"name": "B", "office": "Delegate", "region": "Oceania", "pledged": ["ZZZ"]}],
        ballot=[
            {"office": "Vice-President", "region": "Africa", "votes": {name: 2}, "declared": [name]}
            for name in "CD"
        ],
    )
    assert outcome.faults == [
        "B: ZZZ is no member",
        "A: XYZ is no member",
        "Delegate: 'Oceania' is none of the regions Africa, Americas, Asia, Europe",
        "Vice-President: 2 declared of Africa; they must be of different regions",
    ]


class TestFaultsOfTheFile:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('body = "INTERPOL"\nmembres = 196', "unknown key 'membres'; is 'members' meant?"),
            ('body = "INTERPOL"\n[[ballot]]\noffice = "President"\nvotes = {A = 3}\nrond = 1', "ballot[0]: unknown key 'rond'; is 'round' meant?"),
            ("session = 92", "missing required field `body`"),
            ('body = "INTERPOL"\nmembers = "many"', "members: expected"),
            ('body = "INTERPOL"\nmembers = 196\npresent = 200', "present: 200 of only 196 members"),
            ('body = "INTERPOL"\nmembers = ["MAR", "MAR"]', "MAR named twice"),
            ('body = "INTERPOL"\nmembers = ["MAR"]\npresent = ["ESP"]', "ESP not among the members"),
            ('body = "INTERPOL"\ndates = "soon"', "expected EDTF"),
            ('body = "INTERPOL"\npresent = 3\n[[ballot]]\noffice = "President"\nvotes = {A = 2, B = 2}', "4 votes of 3 voters"),
            ('body = "INTERPOL"\npresent = 3\n[[ballot]]\noffice = "President"\nseats = 2\nvotes = {A = 4}', "A has 4 votes of 3 voters"),
            ('body = "INTERPOL"\npresent = 3\n[[ballot]]\noffice = "President"\nvotes = {A = 2}\nvoters = 4', "4 voters of 3"),
            ('body = "INTERPOL"\npresent = 3\n[[motion]]\ntitle = "M"\nfor = 2\nagainst = 2', "4 votes of 3"),
            ('body = "INTERPOL"\n[[candidate]]\nname = "Philippe"\noffice = "President"\n[[ballot]]\noffice = "President"\nvotes = {Phillipe = 2}', "is 'Philippe' meant?"),
            ('body = "INTERPOL"\n[[ballot]]\noffice = "President"\nvotes = {}', "no votes"),
            ('body = "INTERPOL"\n[[ballot]]\noffice = "President"\nvotes = {A = -1}', "A has -1 votes"),
            ("body = ", "expected TOML"),
        ],
    )  # fmt: skip
    def test_is_told_with_its_place(self, tmp_path: Path, text: str, told: str) -> None:
        with pytest.raises(InputError) as fault:
            read(tmp_path, text)
        assert told in str(fault.value) and "session.toml" in str(fault.value)

    def test_all_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as fault:
            read(tmp_path, 'body = "UN"\nmembers = 0\ndates = "x"')
        assert len(str(fault.value).splitlines()) == 2

    def test_a_body_without_rules(self, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="no rules of FOO here"):
            compute(read(tmp_path, 'body = "FOO"'))
        with pytest.raises(UsageError, match="INTERPOL 2021"):
            rules_of("INTERPOL", "1923")

    def test_ones_own_rules(self, tmp_path: Path) -> None:
        text = """
            body = "FOO"
            present = 10
            [own_rules]
            body = "FOO"
            version = "1"
            title = "Statute of Foo"
            source = "its secretariat"
            ordinary = { majority = "simple", of = "present" }
            [[motion]]
            title = "M"
            for = 5
            against = 1
        """
        (motion,) = compute(read(tmp_path, text)).motions
        assert motion.carried is False and motion.threshold and motion.threshold.least == 6

    def test_missing_and_undecodable_files(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            read_session(tmp_path / "none.toml")
        (tmp_path / "bad.toml").write_bytes(b'body = "\xff"')
        with pytest.raises(InputError, match="expected UTF-8"):
            read_session(tmp_path / "bad.toml")
