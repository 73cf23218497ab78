"""A register made at once is the one that adding its documents makes, on both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import MetaData, select

from mithaq.errors import UsageError
from mithaq.register import Filters, Register
from mithaq.register.database import open_database
from mithaq.scale.filling import fill
from mithaq.scale.invented import BLOCK, Invented

NUMBERED = ("id", "report", "component")
"""Columns with numbers that depend on the way; ids of engagements and documents are words."""


def rows_of(where: str) -> dict[str, list[str]]:
    engine = open_database(where)
    metadata = MetaData()
    metadata.reflect(engine)
    found = {}
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table.name.startswith("searched_words"):
                continue
            kept = [c for c in table.columns if c.name not in NUMBERED or c.type.python_type is not int]
            if kept:
                found[table.name] = sorted(map(repr, map(tuple, connection.execute(select(*kept)))))
    engine.dispose()
    return found


def test_what_is_filled_is_what_adding_makes(new_register: Callable[[], str]) -> None:
    filled, added = new_register(), new_register()
    fill(filled, 120, processes=0)
    with Register.open(added) as register:
        for tellings in Invented(120):
            for document, events in tellings:
                register.add(document, events)
        expected = register.engagements()
        documents = list(register.documents())
    with Register.open(filled) as register:
        assert register.refresh() == 0
        assert register.engagements() == expected
        assert list(register.documents()) == documents
        assert register.find(Filters(words="terrorism")) != []
    assert len(expected) == 120
    assert any(engagement.links for engagement in expected)
    assert any(engagement.witnesses > 1 for engagement in expected)
    assert {engagement.stage for engagement in expected} == {"held", "planned", "cancelled"}
    assert rows_of(filled) == rows_of(added)


def test_a_filled_register_grows(where: str) -> None:
    fill(where, 40, processes=0)
    more = list(Invented(60))
    with Register.open(where) as register:
        for tellings in more:
            for document, events in tellings:
                register.add(document, events)
        assert register.count() > 40
        register.rebuild()


def test_acts_are_the_same_whoever_makes_them() -> None:
    count = BLOCK + 30
    whole = list(Invented(count))
    assert [*Invented(count).block(0), *Invented(count).block(1)] == whole
    assert sum(len(tellings[0][1]) for tellings in whole) == count


def test_there_is_room_for_a_million() -> None:
    assert Invented(1_000_000).blocks == 1000
    with pytest.raises(UsageError, match="expected at most"):
        Invented(3_000_000)
