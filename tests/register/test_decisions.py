"""What people decide: what follows from it, that it can be taken back, and that it outlives a better reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
import pytest

from mithaq.errors import UsageError
from mithaq.records import Document, Event, Span
from mithaq.register import Engagement, Filters, Register
from mithaq.register.by_hand import make_event

Make = Callable[..., Event]
TEXT = "نص أول. نص ثان. نص ثالث."
MINE = {"by": "Layla", "reason": "checked", "at": "2024-12-01T10:00:00+00:00"}


@pytest.fixture
def told(event: Make) -> list[tuple[Document, list[Event]]]:
    """Two visits by two documents each, and a call."""

    def telling(name: str, *events: Event) -> tuple[Document, list[Event]]:
        for place, each in enumerate(events):
            each.evidence = [Span(place * 8, place * 8 + 6, TEXT[place * 8 : place * 8 + 6])]
        return Document(id=name, text=TEXT + name, published="2024-09-20"), list(events)

    spain = ("visit", "MAR:guest:عبد اللطيف حموشي", "ESP:host")
    return [
        telling("a", event(*spain, when="2024-09-10", where="ESP/Madrid")),
        telling("b", event(*spain, when="2024-09-10"), event("call", "MAR", "FRA", when="2024-09-12")),
        telling("c", event("visit", "MAR:guest", "TUR:host", when="2024-09-15")),
        telling("d", event("visit", "MAR:guest", "TUR:host", when="2024-09-17")),
    ]


@pytest.fixture
def register(where: str, told: list[tuple[Document, list[Event]]]) -> Iterator[Register]:
    with Register.open(where) as opened:
        for document, events in told:
            opened.add(document, events)
        yield opened


def one(register: Register, **conditions: object) -> Engagement:
    (found,) = register.find(Filters(**conditions))  # type: ignore[arg-type]
    return found


def spain(register: Register) -> Engagement:
    return one(register, parties=("ESP",), status="all")


def test_accept_and_reject_are_a_status(register: Register) -> None:
    known = spain(register).id
    register.decide("accept", known, **MINE)
    assert spain(register).status == "accepted"
    assert one(register, status="accepted").id == known
    register.decide("reject", known, **MINE)
    assert spain(register).status == "rejected"
    assert spain(register).decisions == [1, 2]
    assert known not in {engagement.id for engagement in register.engagements()}
    assert register.count() == 3


def test_a_correction_wins_and_what_documents_tell_is_kept(register: Register) -> None:
    known = spain(register).id
    register.decide("correct", known, field="when", value="2024-09-10/2024-09-11", **MINE)
    register.decide("correct", known, field="party.ESP.person", value="Fernando Grande-Marlaska", **MINE)
    register.decide("correct", known, field="where", value="ESP, Seville", **MINE)
    register.decide("correct", known, field="figures.attendance", value="12", **MINE)
    found = spain(register)
    assert (found.id, found.when, found.status) == (known, "2024-09-10/2024-09-11", "corrected")
    assert found.parties[1].person == "Fernando Grande-Marlaska"
    assert found.where is not None and found.where.city == "Seville"
    assert found.figures == {"attendance": 12}
    assert [telling.when for telling in found.reports] == ["2024-09-10", "2024-09-10"]
    assert [found.id] == [e.id for e in register.find(Filters(person="غراندي مارلاسكا"))]


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("when", "last week", "expected an EDTF date"),
        ("stage", "done", "expected one of planned"),
        ("colour", "red", "expected one of kind"),
        ("figures.votes", "many", "expected a number"),
        ("where", "Spain", "expected a country and a city"),
        ("party.DEU.person", "X", "expected a party of"),
        ("topics", "drugs, football", "found 'football'"),
    ],
)
def test_corrections_that_are_none_are_refused(
    register: Register, field: str, value: str, refusal: str
) -> None:
    with pytest.raises(UsageError, match=refusal):
        register.decide("correct", spain(register).id, field=field, value=value, **MINE)
    assert register.decisions() == []


def test_two_engagements_are_joined(register: Register) -> None:
    first, second = register.find(Filters(parties=("TUR",)))
    register.decide("join", first.id, other=second.id, **MINE)
    found = one(register, parties=("TUR",))
    assert found.documents == ["c", "d"]
    assert [conflict.field for conflict in found.conflicts] == ["when"]
    assert found.id in (first.id, second.id)
    assert register.why_joined(found.id) == ["d: joined by Layla, decision 1: checked"]


def test_an_engagement_is_split(register: Register) -> None:
    known = spain(register)
    register.decide("split", known.id, documents=["b"], **MINE)
    found = register.find(Filters(parties=("ESP",)))
    assert sorted(engagement.documents for engagement in found) == [["a"], ["b"]]
    assert len({engagement.id for engagement in found}) == 2
    assert "Layla split them, decision 1: checked" in register.why_not(found[0].id, found[1].id)


def test_what_comes_after_a_split_goes_where_it_fits_better(register: Register, event: Make) -> None:
    register.decide("split", spain(register).id, documents=["b"], **MINE)
    late = event("visit", "MAR:guest:حموشي", "ESP:host", when="2024-09-10", where="ESP/Madrid")
    register.add(Document(id="e", text="خبر آخر", published="2024-09-21"), [late])
    found = register.find(Filters(parties=("ESP",)))
    assert sorted(engagement.documents for engagement in found) == [["a", "e"], ["b"]]


def test_all_or_nothing_cannot_be_split_off(register: Register) -> None:
    known = spain(register).id
    for documents in (["a", "b"], ["c"]):
        with pytest.raises(UsageError):
            register.decide("split", known, documents=documents, **MINE)


def test_a_planned_visit_is_added_by_hand_and_joined_by_what_tells_that_it_was_held(
    register: Register, event: Make
) -> None:
    planned = make_event(
        kind="visit",
        parties=["MAR:guest", "DEU:host"],
        when="2025-02",
        where="DEU, Berlin",
        purposes=["capacity-building"],
    )
    decision = register.add_by_hand(planned, due="2025-01-15", follows=spain(register).id, **MINE)
    found = one(register, parties=("DEU",))
    assert (found.status, found.stage, found.due) == ("added", "planned", "2025-01-15")
    assert found.id == register.added_by(decision.id)
    assert found.evidence[0].text == "checked"
    assert [(link.kind, link.way) for link in found.links] == [("follows-up", "to")]
    assert [(link.kind, link.way) for link in spain(register).links] == [("follows-up", "from")]
    register.add(
        Document(id="e", text="زار", published="2025-02-12"),
        [event("visit", "MAR:guest", "DEU:host", when="2025-02-11", where="DEU/Berlin")],
    )
    found = one(register, parties=("DEU",))
    assert (found.stage, found.when, found.purposes) == ("held", "2025-02-11", ["capacity-building"])
    register.withdraw(decision.id, **MINE)
    assert one(register, parties=("DEU",)).documents == ["e"]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"kind": "dinner", "parties": ["MAR", "ESP"]}, "kind"),
        ({"kind": "visit", "parties": ["MAR", "ESP"]}, "role of MAR"),
        ({"kind": "meeting", "parties": ["MAR"]}, "two parties"),
        ({"kind": "meeting", "parties": ["MAR", "spain"]}, "capitals"),
        ({"kind": "agreement", "parties": ["MAR", "ESP"]}, "action"),
        ({"kind": "meeting", "parties": ["MAR", "ESP"], "when": "soon"}, "when"),
    ],
)
def test_what_is_added_by_hand_is_checked(told: dict, wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        make_event(**told)


def test_links_by_hand(register: Register) -> None:
    call = one(register, kind="call")
    register.decide("link", call.id, field="led-to", other=spain(register).id, **MINE)
    assert [(link.kind, link.way, link.engagement) for link in spain(register).links] == [
        ("led-to", "from", call.id)
    ]
    register.withdraw(1, **MINE)
    assert spain(register).links == []


def test_persons_are_joined_and_parted(register: Register, event: Make) -> None:
    host = ("ESP:host:Francisco Pardo", "MAR:guest:Abdellatif Hammouchi")
    for number, name in enumerate(("Paco Pardo Piqueras", "Francisco Pardo")):
        register.add(
            Document(id=f"p{number}", text=f"texto {number}", published="2024-10-02"),
            [event("meeting", host[0].replace("Francisco Pardo", name), host[1], when="2024-10-01")],
        )
    assert len(register.find(Filters(kind="meeting"))) == 2
    register.decide_of_persons("same-person", ["Paco Pardo Piqueras", "Francisco Pardo"], **MINE)
    assert one(register, kind="meeting").documents == ["p0", "p1"]
    (known,) = register.persons(code="ESP")
    assert set(known.forms) == {"Paco Pardo Piqueras", "Francisco Pardo"}
    register.decide_of_persons("two-persons", ["Paco Pardo Piqueras", "Francisco Pardo"], **MINE)
    assert len(register.find(Filters(kind="meeting"))) == 2
    assert len(register.persons(code="ESP")) == 2
    register.withdraw(2, **MINE)
    assert len(register.persons(code="ESP")) == 1
    with pytest.raises(UsageError, match="expected a name as documents write it"):
        register.decide_of_persons("same-person", ["Nobody", "Francisco Pardo"], **MINE)


def test_a_withdrawal_is_appended_and_can_be_withdrawn(register: Register) -> None:
    known = spain(register).id
    register.decide("reject", known, **MINE)
    register.withdraw(1, **MINE)
    assert spain(register).status == "found"
    register.withdraw(2, **MINE)
    assert spain(register).status == "rejected"
    assert [decision.action for decision in register.decisions()] == ["reject", "withdraw", "withdraw"]
    with pytest.raises(UsageError, match="withdrawn already"):
        register.withdraw(2, **MINE)
    with pytest.raises(UsageError, match="expected the number of a decision"):
        register.withdraw(99, **MINE)


def test_decisions_are_of_someone(register: Register) -> None:
    with pytest.raises(UsageError, match="who decides"):
        register.decide("accept", spain(register).id, by=" ", reason="x")
    with pytest.raises(UsageError, match="expected the id of an engagement"):
        register.decide("accept", "nothing", **MINE)


def test_decisions_outlive_a_better_reader_and_a_rebuild(
    register: Register, told: list[tuple[Document, list[Event]]]
) -> None:
    """The reader now finds another day, and names a person: engagements have other ids, and the decisions hold."""
    first, second = register.find(Filters(parties=("TUR",)))
    register.decide("join", first.id, other=second.id, **MINE)
    register.decide("reject", one(register, kind="call").id, **MINE)
    register.decide("correct", spain(register).id, field="topics", value="drugs", **MINE)
    before = {engagement.id for engagement in register.find(Filters(status="all"))}
    assert list(register.outdated()) == []
    assert [document.id for document in register.outdated(everything=True)] == ["a", "b", "c", "d"]
    for document, events in told:
        better = [
            msgspec.structs.replace(
                event,
                when=f"{event.when}/2024-09-19",
                evidence=[Span(span.start + 1, span.end + 2, "") for span in event.evidence],
            )
            for event in reversed(events)
        ]
        register.replace_reports(document, better, reader_version="2")
    after = register.find(Filters(status="all"))
    assert not before & {engagement.id for engagement in after}
    told_now = {(e.kind, *sorted(e.documents)): (e.status, e.topics) for e in after}
    assert told_now == {
        ("visit", "a", "b"): ("corrected", ["drugs"]),
        ("call", "b"): ("rejected", ["general"]),
        ("visit", "c", "d"): ("found", ["general"]),
    }
    assert register.homeless() == []
    register.rebuild()
    assert register.find(Filters(status="all")) == after


def test_a_decision_on_what_is_no_longer_read_is_told(register: Register) -> None:
    register.decide("accept", one(register, kind="call").id, **MINE)
    document = register.document("b")
    assert document is not None
    register.replace_reports(document, [])
    assert [decision.id for decision in register.homeless()] == [1]
    assert len(register.decisions()) == 1
