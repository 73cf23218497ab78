"""Documents added in groups: what a group does to the register, and what stays of one that ends early."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mithaq.errors import RegisterError
from mithaq.records import Document, Event
from mithaq.register import Outcome, Register

Telling = tuple[Document, list[Event]]
NewRegister = Callable[[], str]


class Reading:
    """Gives the events of documents, and remembers of which it was asked."""

    def __init__(self, *tellings: Telling) -> None:
        self.events = {document.text: events for document, events in tellings}
        self.asked: list[str] = []

    def __call__(self, document: Document) -> list[Event]:
        self.asked.append(document.id)
        return self.events[document.text]


def test_a_group_is_as_one_by_one(new_register: NewRegister, examples: list[Telling]) -> None:
    one_by_one, together = new_register(), new_register()
    with Register.open(one_by_one) as register:
        for document, events in examples:
            register.add(document, events)
        expected = list(register.engagements())
    reading = Reading(*examples)
    with Register.open(together) as register:
        outcomes = register.add_all([document for document, _ in examples], reading)
        assert outcomes == [Outcome.ADDED] * len(examples)
        assert list(register.engagements()) == expected


def test_only_what_is_new_is_read(where: str, event: Callable[..., Event]) -> None:
    old, new = Document(id="a", text="one"), Document(id="b", text="two")
    reading = Reading((old, [event("call", "MAR", "ESP")]), (new, []))
    with Register.open(where) as register:
        register.add_all([old], reading)
        assert register.add_all([old, new], reading) == [Outcome.UNCHANGED, Outcome.ADDED]
        assert reading.asked == ["a", "b"]
        assert register.add_all([old], reading, anew=True) == [Outcome.REREAD]
        assert reading.asked == ["a", "b", "a"]
        assert register.count() == 1


def test_an_id_that_comes_again_replaces_the_first(where: str, event: Callable[..., Event]) -> None:
    first, again = Document(id="a", text="one"), Document(id="a", text="two")
    reading = Reading(
        (first, [event("call", "MAR", "ESP")]), (again, [event("visit", "MAR:guest", "TUR:host")])
    )
    with Register.open(where) as register:
        outcomes = register.add_all([first, first, again], reading)
        assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.REPLACED]
        assert [engagement.kind for engagement in register.engagements()] == ["visit"]


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (Document(id="", text="two"), "expected a document with an id, found none"),
        (Document(id="b", text="t\x00o"), "document 'b': expected text, found a zero character"),
        (Document(id="by-hand/1", text="two"), "expected another id: an engagement added by hand has it"),
    ],
    ids=["no id", "zero character", "by hand"],
)
def test_what_stands_before_a_bad_document_is_kept(
    where: str, event: Callable[..., Event], bad: Document, expected: str
) -> None:
    good, after = Document(id="a", text="one"), Document(id="c", text="three")
    reading = Reading((good, [event("call", "MAR", "ESP")]), (bad, []), (after, []))
    with Register.open(where) as register:
        register.add_by_hand(event("visit", "MAR:guest", "TUR:host"), by="desk", reason="planned")
        with pytest.raises(RegisterError, match=expected):
            register.add_all([good, bad, after], reading)
        assert register.document("a") == good
        assert register.document("c") is None
        assert register.count() == 2


def test_another_process_may_add_the_same_meanwhile(where: str, event: Callable[..., Event]) -> None:
    document = Document(id="a", text="one")
    events = [event("call", "MAR", "ESP")]

    def read(_: Document) -> list[Event]:
        with Register.open(where) as other:
            other.add(document, events)  # the group holds no lock while it reads
        return events

    with Register.open(where) as register:
        assert register.add_all([document], read) == [Outcome.UNCHANGED]
        assert register.count() == 1
