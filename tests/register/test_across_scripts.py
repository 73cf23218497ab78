"""One act told in two scripts is one engagement, and a person of it one party."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mithaq.records import Document, Event
from mithaq.register import Register

ARABIC = ("MAR:host:عبد اللطيف حموشي", "BEL:guest:فرانسيسكا بوستين")
FRENCH = ("MAR:host:Abdellatif Hammouchi", "BEL:guest:Francisca Bostyn")
ANOTHER = ("MAR:host:Yassine Mansouri", "BEL:guest:Francisca Bostyn")


def fill(register: Register, event: Callable[..., Event], *tellings: tuple[str, ...]) -> None:
    for number, parties in enumerate(tellings):
        document = Document(id=f"d{number}", text="ab"[number], published="2024-11-12")
        register.add(document, [event("meeting", *parties, when="2024-11-12", where="MAR/Rabat")])


def test_a_person_in_two_scripts_is_one_party(tmp_path: Path, event: Callable[..., Event]) -> None:
    with Register.open(tmp_path / "r.mithaq") as register:
        fill(register, event, ARABIC, FRENCH)
        (found,) = register.engagements()
    assert len(found.parties) == 2
    assert found.forms["عبد اللطيف حموشي"] == ["Abdellatif Hammouchi"]
    assert found.witnesses == 2


def test_two_persons_in_two_scripts_are_two_acts(tmp_path: Path, event: Callable[..., Event]) -> None:
    with Register.open(tmp_path / "r.mithaq") as register:
        fill(register, event, ARABIC[:1] + ("BEL:guest",), ANOTHER[:1] + ("BEL:guest",))
        assert register.count() == 2


def test_engagements_follow_the_table_of_aliases(tmp_path: Path, event: Callable[..., Event]) -> None:
    path, table = tmp_path / "r.mithaq", tmp_path / "mine.tsv"
    table.write_text("form\tkey\tnote\nThe Lion\tyassine-mansouri\t\nYassine Mansouri\tyassine-mansouri\t\n")
    with Register.open(path) as register:
        fill(register, event, ("MAR:host:The Lion", "BEL:guest"), ("MAR:host:ياسين المنصوري", "BEL:guest"))
        assert register.count() == 2
    with Register.open(path, aliases=table) as register:
        assert register.count() == 1
        assert register.refresh() == 0
    with Register.open(path) as register:
        assert register.count() == 2
