"""What a desk does with a register on the command line: search, look, decide, judge; on both databases."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text

from mithaq.cli import run
from mithaq.records import Document, Event, Party, Place, Span
from mithaq.register import Register
from mithaq.register.database import open_database

COMMAND = [sys.executable, "-c", "from mithaq.cli import main; main()"]


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Call = Callable[..., Outcome]


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Run `mithaq` with arguments, in this process."""

    def ask(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return ask


def tell(
    kind: str, other: str, day: str, words: str, *, person: str | None = None, **fields: object
) -> Event:
    parties = [
        Party(country="MAR", role="participant", person=person),
        Party(country=other, role="participant"),
    ]
    told = {"stage": "held", "topics": ["general"], "confidence": 0.8, "where": None, **fields}
    return Event(
        kind=kind, parties=parties, when=day, evidence=[Span(0, len(words), words)], rules=["ar.test"], **told
    )  # type: ignore[arg-type]


@pytest.fixture
def desk(where: str) -> str:
    """A register of five engagements, of which two are told by two texts that differ."""
    hammouchi = {"person": "عبد اللطيف حموشي"}
    spain, rabat = "تباحث المسؤولان في مدريد", "اجتماع بالرباط حول المخدرات"
    told = {
        "a": [tell("meeting", "ESP", "2024-02-10", spain, where=Place(country="ESP", city="Madrid"), **hammouchi)],
        "b": [tell("meeting", "ESP", "2024-02-11", spain, where=Place(country="ESP", city="Madrid"), person="Abdellatif Hammouchi")],
        "c": [tell("call", "FRA", "2024-03-01", "appel téléphonique", confidence=0.95)],
        "d": [tell("meeting", "SEN", "2024-05-05", rabat, topics=["drugs"], where=Place(country="MAR", city="Rabat"))],
        "e": [tell("visit", "TUR", "2024-09", "ستتم زيارة لأنقرة", stage="planned")],
        "f": [tell("meeting", "FRA", "2024-02-20", "réunion de Paris")],
    }  # fmt: skip
    with Register.open(where) as register:
        for name, events in told.items():
            words = "\n".join(span.text for event in events for span in event.evidence)
            register.add(
                Document(id=name, text=f"{words} {name} {ord(name)}", published="2024-10-01"), events
            )
    return where


def ids(call: Call, desk: str, *conditions: object) -> list[str]:
    done = call("engagements", "--register", desk, "--jsonl", *conditions)
    assert done.code == 0, done.err
    return [json.loads(line)["id"] for line in done.out.splitlines()]


def decided(call: Call, desk: str, *arguments: object) -> str:
    done = call("decisions", *arguments, "--register", desk, "--by", "Layla", "--reason", "checked")
    assert (done.code, done.err) == (0, "")
    return done.out


CONDITIONS = [
    (("--party", "ESP"), "ab"),
    (("--party", "mar", "--party", "fra"), "fc"),
    (("--region", "Africa", "--topic", "drugs"), "d"),
    (("--region", "western-africa"), "d"),
    (("--kind", "call"), "c"),
    (("--topic", "drugs"), "d"),
    (("--person", "Hammouchi"), "ab"),
    (("--person", "حموشي"), "ab"),
    (("--from", "2024-02-15", "--to", "2024-03-31"), "fc"),
    (("--from", "2024-09-30"), "e"),
    (("--year", "2023"), ""),
    (("--stage", "planned"), "e"),
    (("--confidence", "0.9"), "abc"),
    (("--witnesses", "2"), "ab"),
    (("--conflicts",), "ab"),
    (("--no-conflicts", "--kind", "meeting"), "fd"),
    (("--status", "found", "--party", "SEN"), "d"),
    (("--status", "accepted"), ""),
    (("--limit", "1", "--offset", "1"), "f"),
]


def documents_in(out: str) -> str:
    return "".join(name for line in out.splitlines() for name in json.loads(line)["documents"])


def test_every_condition_of_a_list(call: Call, desk: str) -> None:
    found = [
        documents_in(call("engagements", "--register", desk, "--jsonl", *asked).out)
        for asked, _ in CONDITIONS
    ]
    assert found == [expected for _, expected in CONDITIONS]


def test_every_condition_of_a_search(call: Call, desk: str) -> None:
    """Every engagement is found by a letter that no other search than this needs: conditions alone decide."""
    words = {"a": "مدريد", "c": "telephonique", "d": "المخدرات", "e": "أنقرة", "f": "reunion"}
    for asked, expected in CONDITIONS[:-1]:
        found = "".join(
            documents_in(call("search", word, "--register", desk, "--jsonl", *asked).out)
            for word in words.values()
        )
        assert sorted(found) == sorted(expected), asked
    done = call("search", "مخدرات", "بالرباط", "--register", desk)
    assert "2024-05-05" in done.out and done.out.endswith("1 engagement\n")
    assert call("search", "اجتماع بالرباط", "--register", desk, "--documents").out.endswith("1 document\n")
    assert documents_in(call("search", "المغرب", "--register", desk, "--jsonl").out) == ""


def test_one_engagement_in_full(call: Call, desk: str) -> None:
    (known,) = ids(call, desk, "--party", "ESP")
    told = call("engagements", "show", known, "--register", desk)
    assert told.code == 0
    for part in (
        known,
        "2024-02-10",
        "2024-02-11",
        "تباحث المسؤولان في مدريد",
        "Madrid",
        "Hammouchi",
        "conflict",
    ):
        assert part in told.out, part


def test_why_two_are_two(call: Call, desk: str) -> None:
    (spain,), (call_, *_) = (
        ids(call, desk, "--party", "ESP"),
        ids(call, desk, "--party", "FRA", "--kind", "call"),
    )
    done = call("why-not", spain, call_, "--register", desk)
    assert done.code == 0
    assert "other kinds: meeting and call" in done.out or "meeting" in done.out


def test_persons_and_organisations(call: Call, desk: str) -> None:
    done = call("persons", "Hammouchi", "--register", desk)
    assert done.code == 0
    assert "حموشي" in done.out and "Abdellatif Hammouchi" in done.out
    assert done.out.endswith("1 person\n")
    told = [
        json.loads(line)
        for line in call("persons", "--party", "mar", "--register", desk, "--jsonl").out.splitlines()
    ]
    assert [person["code"] for person in told] == ["MAR"]
    assert call("persons", "Nobody", "--register", desk).out == "0 persons\n"
    assert call("persons", "--organisations", "--register", desk).out == "0 organisations\n"


def test_decisions_from_first_to_last(call: Call, desk: str) -> None:
    (spain,), (senegal,), (planned,) = (ids(call, desk, "--party", code) for code in ("ESP", "SEN", "TUR"))
    assert decided(call, desk, "accept", spain) == "decision 1: accept, by Layla\n"
    decided(call, desk, "correct", senegal, "when", "2024-05-06")
    decided(call, desk, "reject", planned)
    assert ids(call, desk, "--status", "rejected") == [planned]
    assert ids(call, desk, "--status", "corrected") == [senegal]
    judged = call("evaluate", "--register", desk)
    assert judged.out.startswith("3 engagements judged: 1 accepted, 1 corrected, 1 rejected\n")
    assert "0.667 (0.208 to 0.939)" in judged.out
    figures = json.loads(call("evaluate", "--register", desk, "--json").out)
    assert figures["by_kind"]["visit"]["found"] == {
        "right": 0,
        "judged": 1,
        "share": 0.0,
        "low": 0.0,
        "high": figures["by_kind"]["visit"]["found"]["high"],
    }
    decided(call, desk, "withdraw", 3)
    assert planned in ids(call, desk)
    decided(call, desk, "split", spain, "b")
    one, other = ids(call, desk, "--party", "ESP")
    decided(call, desk, "join", one, other)
    (spain,) = ids(call, desk, "--party", "ESP")
    decided(call, desk, "link", senegal, "follows-up", spain)
    assert f"follows up {spain}" in call("engagements", "show", senegal, "--register", desk).out
    out = decided(
        call, desk, "add", "--kind", "visit", "--party", "MAR:guest", "--party", "ESP:host", "--when", "2025-03",
        "--purpose", "capacity-building", "--due", "2025-02-01", "--follows", spain,
    )  # fmt: skip
    added = out.split()[-1]
    told = json.loads(call("engagements", "--register", desk, "--jsonl", "--status", "added").out)
    assert (told["id"], told["due"], told["purposes"]) == (added, "2025-02-01", ["capacity-building"])
    decided(call, desk, "two-persons", "عبد اللطيف حموشي", "Abdellatif Hammouchi")
    assert call("persons", "--register", desk).out.endswith("2 persons\n")
    decided(call, desk, "same-person", "عبد اللطيف حموشي", "Abdellatif Hammouchi")
    assert call("persons", "--register", desk).out.endswith("1 person\n")
    listed = call("decisions", "list", "--register", desk).out
    assert listed.endswith("10 decisions\n")
    assert "reject" in listed and "[withdrawn]" in listed
    numbers = [
        json.loads(line)["id"]
        for line in call("decisions", "list", "--register", desk, "--jsonl").out.splitlines()
    ]
    assert numbers == list(range(1, 11))


def test_reading_anew_keeps_documents_and_tells_what_is_lost(call: Call, desk: str) -> None:
    (spain,) = ids(call, desk, "--party", "ESP")
    decided(call, desk, "accept", spain)
    assert "0 documents read anew" in call("reread", "--register", desk).out
    done = call("reread", "--all", "--register", desk)
    assert (done.code, done.err) == (0, "")
    assert "6 documents read anew" in done.out
    assert "1 decision on what the reader no longer finds" in done.out
    assert "no longer found" in call("decisions", "list", "--register", desk).out


WRONG = [
    (("engagements", "show", "nobody"), "expected the id of an engagement, found 'nobody'"),
    (("why-not", "nobody", "{spain}"), "nobody"),
    (("why-not", "{spain}", "{spain}"), "expected two engagements"),
    (("search", "?!"), "expected words to look for"),
    (("search", "x", "--documents", "--kind", "visit"), "expected words alone with --documents"),
    (("search", "x", "--from", "2024-13-01"), "--from: expected a day"),
    (("engagements", "--to", "yesterday"), "--to: expected a day"),
    (("engagements", "--year", "2024", "--from", "2024-01-01"), "found both"),
    (("engagements", "--region", "Atlantis"), "expected a region"),
    (("engagements", "--topic", "football"), "--topic: expected one of"),
    (("engagements", "--status", "lost"), "--status: expected one of"),
    (("engagements", "--stage", "done"), "--stage: expected one of"),
    (("engagements", "--confidence", "2"), "--confidence"),
    (("engagements", "--witnesses", "0"), "--witnesses"),
    (("decisions", "accept", "nobody", "--reason", "x"), "nobody"),
    (("decisions", "accept", "{spain}"), "--reason"),
    (("decisions", "correct", "{spain}", "when", "soon", "--reason", "x"), "expected an EDTF date"),
    (("decisions", "correct", "{spain}", "colour", "red", "--reason", "x"), "found 'colour'"),
    (("decisions", "join", "{spain}", "{spain}", "--reason", "x"), "expected two engagements"),
    (("decisions", "split", "{spain}", "z", "--reason", "x"), "z"),
    (("decisions", "link", "{spain}", "beside", "{spain}", "--reason", "x"), "expected"),
    (("decisions", "add", "--kind", "visit", "--party", "MAR:guest", "--reason", "x"), "expected two parties"),
    (("decisions", "add", "--kind", "visit", "--party", "MAR", "--party", "ESP", "--when", "soon", "--reason", "x"), "EDTF"),
    (("decisions", "same-person", "Nobody", "Noone", "--reason", "x"), "Nobody"),
    (("decisions", "withdraw", "77", "--reason", "x"), "77"),
    (("evaluate", "{spain}"), "expected GOLD and DOCS, or --register FILE"),
    (("evaluate", "a", "b"), "found GOLD, DOCS"),
]  # fmt: skip


def test_what_cannot_be_done_is_told_and_changes_nothing(call: Call, desk: str) -> None:
    (spain,) = ids(call, desk, "--party", "ESP")
    for arguments, told in WRONG:
        asked = [argument.format(spain=spain) for argument in arguments]
        if "GOLD and DOCS, or" not in told:
            asked += ["--register", desk]
        done = call(*asked)
        assert (done.code, done.out) == (2, ""), asked
        assert told in done.err, asked
        assert "Traceback" not in done.err
    assert call("decisions", "list", "--register", desk).out == "0 decisions\n"
    assert call("evaluate", "--register", desk).err.startswith(f"mithaq: {desk}: nothing is judged yet")


READERS = [
    ("engagements",), ("engagements", "show", "x"), ("search", "x"), ("why-not", "x", "y"), ("persons",), ("reread",),
    ("decisions", "list"), ("decisions", "accept", "x", "--reason", "x"), ("evaluate",),
]  # fmt: skip


@pytest.mark.parametrize("arguments", READERS, ids=" ".join)
def test_a_register_that_is_not_there_is_not_made(
    call: Call, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "none.mithaq"
    done = call(*arguments, "--register", path)
    assert (done.code, done.out) == (2, "")
    assert f"{path}: there is no register. Make one" in done.err
    assert not path.exists()


def test_a_newer_register_is_refused(call: Call, desk: str) -> None:
    engine = open_database(desk)
    with engine.begin() as connection:
        connection.execute(text("UPDATE mithaq SET value = '99' WHERE name = 'schema'"))
    engine.dispose()
    for arguments in READERS:
        done = call(*arguments, "--register", desk)
        assert (done.code, done.out) == (2, "")
        assert "It was written by a newer Mithaq: upgrade this one" in done.err


def test_a_decision_that_cannot_be_written_is_told(call: Call, tmp_path: Path) -> None:
    """The disk is full: what was there is left, and the decision can be made when there is room."""
    path = tmp_path / "r.mithaq"
    with Register.open(path) as register:
        register.add(Document(id="a", text="call"), [tell("call", "ESP", "2024-03-01", "call")])
        (known,) = register.engagements()
    asked = ["decisions", "accept", known.id, "--by", "Layla", "--reason", "checked", "--register", str(path)]
    done = subprocess.run(
        [*COMMAND, *asked], capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"mithaq: {path}: the register cannot be" in done.stderr.decode()
    assert call("decisions", "list", "--register", path).out == "0 decisions\n"
    assert call(*asked).out == "decision 1: accept, by Layla\n"
