"""The register as a file: what adding does, what is kept, what is refused."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from mithaq.errors import RegisterError
from mithaq.records import Document, Event
from mithaq.register import Outcome, Register, consolidate

Telling = tuple[Document, list[Event]]
NewRegister = Callable[[], str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.mithaq"


def fill(where: Path | str, tellings: list[Telling]) -> list[object]:
    with Register.open(where) as register:
        for document, events in tellings:
            register.add(document, events)
        return [*register.engagements()]


def test_documents_come_back_as_they_were(where: str, examples: list[Telling]) -> None:
    fill(where, examples)
    with Register.open(where) as register:
        kept = {document.id: document for document in register.documents()}
    assert kept == {document.id: document for document, _ in examples}


def test_adding_twice_changes_nothing(where: str, examples: list[Telling]) -> None:
    before = fill(where, examples)
    with Register.open(where) as register:
        assert {register.add(document, events) for document, events in examples} == {Outcome.UNCHANGED}
        assert register.refresh() == 0
        assert register.engagements() == before


def test_the_first_time_is_told(where: str, examples: list[Telling]) -> None:
    with Register.open(where) as register:
        assert register.add(*examples[0]) is Outcome.ADDED


def test_another_text_under_an_id_replaces_its_reports(where: str, event: Callable[..., Event]) -> None:
    with Register.open(where) as register:
        register.add(Document(id="a", text="one"), [event("visit", "MAR:guest", "TUR:host", when="2024-09")])
        outcome = register.add(Document(id="a", text="two"), [event("call", "MAR", "ESP", when="2024-10")])
        assert outcome is Outcome.REPLACED
        assert [engagement.kind for engagement in register.engagements()] == ["call"]
        assert [document.text for document in register.documents()] == ["two"]


def test_a_better_reader_replaces_reports(where: str, event: Callable[..., Event]) -> None:
    document = Document(id="a", text="one")
    with Register.open(where) as register:
        register.add(document, [], reader_version="1")
        assert register.add(document, [event("call", "MAR", "ESP")], reader_version="2") is Outcome.REREAD
        assert len(register.engagements()) == 1


def test_one_by_one_or_together_or_shuffled(new_register: NewRegister, examples: list[Telling]) -> None:
    expected = fill(new_register(), examples)
    shuffled = random.Random(7).sample(examples, len(examples))
    assert fill(new_register(), shuffled) == expected
    one_by_one = new_register()
    for telling in shuffled:
        fill(one_by_one, [telling])
    assert fill(one_by_one, []) == expected


def test_the_register_holds_what_consolidation_gives(
    where: str, examples: list[Telling], example_reports: list
) -> None:
    found = [msgspec.structs.replace(engagement, links=[]) for engagement in fill(where, examples)]
    assert found == consolidate(example_reports)


def test_texts_that_are_the_same_are_one_witness(where: str, event: Callable[..., Event]) -> None:
    told = [event("call", "MAR", "ESP", when="2024-10-02")]
    with Register.open(where) as register:
        register.add(Document(id="a", text="اتصال هاتفي"), told)
        register.add(Document(id="b", text="اتصالٌ  هاتفي."), told)
        (engagement,) = register.engagements()
    assert (engagement.documents, engagement.witnesses) == (["a", "b"], 1)


def test_filters(where: str, examples: list[Telling]) -> None:
    everything = fill(where, examples)
    with Register.open(where) as register:
        visits = register.engagements(year=2024, kind="visit", party="MAR", stage="held")
        assert {engagement.kind for engagement in visits} == {"visit"}
        assert len(visits) == 5
        assert len(register.engagements(year=2021)) == 1
        assert register.engagements(party="XXX") == []
        assert len(register.engagements()) == len(everything)


def test_an_undated_engagement_is_of_the_year_it_was_published_in(
    where: str, event: Callable[..., Event]
) -> None:
    with Register.open(where) as register:
        register.add(Document(id="a", text="x", published="2023-05-01"), [event("call", "MAR", "ESP")])
        assert len(register.engagements(year=2023)) == 1
        assert register.engagements(year=2024) == []


def test_a_document_without_id_is_refused(where: str) -> None:
    with Register.open(where) as register, pytest.raises(RegisterError, match="id"):
        register.add(Document(text="x"), [])


def test_half_a_character_is_refused_and_the_register_unharmed(where: str, examples: list[Telling]) -> None:
    before = fill(where, examples)
    with Register.open(where) as register:
        with pytest.raises(RegisterError, match="surrogate"):
            register.add(Document(id="bad", text="\ud800"), [])
        assert register.engagements() == before


def test_hostile_text_is_kept_as_it_is(where: str) -> None:
    text = "'; DROP TABLE documents; --\u202e<script>%_"
    with Register.open(where) as register:
        register.add(Document(id=text, text=text), [])
        assert [(document.id, document.text) for document in register.documents()] == [(text, text)]


def test_a_zero_character_is_refused(where: str) -> None:
    with Register.open(where) as register, pytest.raises(RegisterError, match="zero character"):
        register.add(Document(id="a", text="\x00"), [])


def test_events_that_fail_leave_nothing_behind(where: str, event: Callable[..., Event]) -> None:
    def broken() -> object:
        yield event("call", "MAR", "ESP")
        raise RuntimeError

    with Register.open(where) as register:
        with pytest.raises(RuntimeError):
            register.add(Document(id="a", text="x"), broken())  # type: ignore[arg-type]
        assert list(register.documents()) == []
        assert register.engagements() == []


def test_two_writers_at_once(where: str, new_register: NewRegister, examples: list[Telling]) -> None:
    with Register.open(where):
        pass
    threads = [threading.Thread(target=fill, args=(where, examples[half::2])) for half in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fill(where, []) == fill(new_register(), examples)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"This is a letter, not a register.", "another kind of file"),
        (b"SQLite format 3\x00" + b"\xff" * 2000, "cannot be used"),
    ],
)
def test_files_that_are_no_register(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(RegisterError, match=message):
        Register.open(path)
    assert path.read_bytes() == content


def test_another_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(RegisterError, match="another database"):
        Register.open(path)


def test_a_newer_register_is_refused(path: Path) -> None:
    fill(path, [])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE mithaq SET value = '99'")
    connection.close()
    with pytest.raises(RegisterError, match="newer Mithaq"):
        Register.open(path)


def test_a_damaged_register_is_told(path: Path, examples: list[Telling]) -> None:
    fill(path, examples)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x00" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(RegisterError), Register.open(path) as register:
        list(register.documents())


@pytest.mark.parametrize("where", ["", ":memory:", "nosuch://x", "://"])
def test_places_that_are_none(where: str) -> None:
    with pytest.raises(RegisterError):
        Register.open(where)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no folder"):
        Register.open(tmp_path / "none" / "register.mithaq")
    with pytest.raises(RegisterError, match="found a folder"):
        Register.open(tmp_path)


def test_an_empty_file_becomes_a_register(path: Path) -> None:
    path.touch()
    assert fill(path, []) == []


def test_a_url_opens_the_same_register(path: Path, examples: list[Telling]) -> None:
    expected = fill(path, examples)
    with Register.open(f"sqlite:///{path}") as register:
        assert register.engagements() == expected
