"""A register under bad luck: killed in the midst, shared, full, damaged, of another kind."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "ar.jsonl"
COMMAND = [sys.executable, "-c", "from mithaq.cli import main; main()"]
Run = Callable[..., Any]


def held(mithaq: Run, register: Path) -> str:
    return str(mithaq("engagements", "--register", register, "--jsonl").out)


@pytest.fixture
def expected(mithaq: Run, tmp_path: Path) -> str:
    register = tmp_path / "expected.mithaq"
    assert mithaq("add", EXAMPLES, "--register", register).code == 0
    return held(mithaq, register)


def test_killed_in_the_midst_and_done_again(mithaq: Run, tmp_path: Path, expected: str) -> None:
    register = tmp_path / "r.mithaq"
    lines = EXAMPLES.read_bytes().splitlines(keepends=True)
    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    with subprocess.Popen([*COMMAND, "add", str(pipe), "--register", str(register)]) as process:
        with pipe.open("wb") as stream:  # opened for reading by now
            stream.writelines(lines[:5])
            stream.flush()
            wait_for(lambda: stored(register) == 5)  # what came through a pipe is kept before more comes
            process.send_signal(signal.SIGKILL)
        process.wait()
    assert stored(register) == 5
    done = mithaq("add", EXAMPLES, "--register", register)
    assert "30 added, 5 unchanged" in done.out
    assert held(mithaq, register) == expected


def stored(register: Path) -> int:
    """Documents in a register that may not be there yet."""
    try:
        with closing(sqlite3.connect(f"file:{register}?mode=ro", uri=True)) as connection:
            return int(connection.execute("select count(*) from documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)


def test_two_at_once(mithaq: Run, tmp_path: Path, where: str, expected: str) -> None:
    lines = EXAMPLES.read_bytes().splitlines(keepends=True)
    shares = {"one.jsonl": lines[:25], "two.jsonl": lines[10:]}
    for name, share in shares.items():
        (tmp_path / name).write_bytes(b"".join(share))
    running = [
        subprocess.Popen([*COMMAND, "add", str(tmp_path / name), "--register", where], stdout=subprocess.DEVNULL)
        for name in shares
    ]  # fmt: skip
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    assert mithaq("engagements", "--register", where, "--jsonl").out == expected


def test_no_room_is_told_and_what_was_added_kept(mithaq: Run, tmp_path: Path, expected: str) -> None:
    register = tmp_path / "r.mithaq"
    done = subprocess.run(
        [*COMMAND, "add", str(EXAMPLES), "--register", str(register)],
        capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000)),
    )  # fmt: skip
    err = done.stderr.decode()
    assert done.returncode == 2
    assert f"{register}: the register cannot be used" in err
    assert "Free some space and do it again" in err
    assert mithaq("add", EXAMPLES, "--register", register).code == 0
    assert held(mithaq, register) == expected


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("newer", "It was written by a newer Mithaq: upgrade this one"),
        ("other", "found another database. Name a new file"),
        ("cut", "restore a copy, or build the register anew"),
        ("text", "found another kind of file. Name a new file"),
    ],
)
def test_what_is_no_register_is_left_as_it_is(mithaq: Run, tmp_path: Path, damage: str, told: str) -> None:
    register = tmp_path / "r.mithaq"
    if damage == "text":
        register.write_text("a letter", "utf-8")
    elif damage == "other":
        with closing(sqlite3.connect(register)) as connection, connection:
            connection.execute("create table letters (text)")
    else:
        mithaq("add", EXAMPLES, "--register", register)
        if damage == "newer":
            with closing(sqlite3.connect(register)) as connection, connection:
                connection.execute("update mithaq set value = '99' where name = 'schema'")
        else:
            data = register.read_bytes()
            register.write_bytes(data[: len(data) // 2])
    before = register.read_bytes()
    out = tmp_path / "out.html"
    for arguments in (
        ("add", EXAMPLES, "--register", register),
        ("engagements", "--register", register),
        ("review", "--register", register, "--year", "2024", "--home", "MAR", "--out", out),
    ):
        done = mithaq(*arguments)
        assert done.code == 2
        assert told in done.err
        assert len(done.err.splitlines()) == 1
    assert register.read_bytes() == before
    assert not out.exists()


def test_a_new_word_has_documents_read_anew(mithaq: Run, tmp_path: Path) -> None:
    register, text = tmp_path / "r.mithaq", tmp_path / "a.txt"
    text.write_text("استقبل وزير الداخلية المغربي وزير الداخلية الإسباني", "utf-8")
    mithaq("add", text, "--register", register)
    with closing(sqlite3.connect(register)) as connection, connection:
        connection.execute("pragma foreign_keys = on")  # before a transaction begins
        connection.execute("update documents set reader_version = 'older', fingerprint = 'older'")
        for table in ("engagements", "reports"):
            connection.execute(f"delete from {table}")
    done = mithaq("add", text, "--register", register)
    assert (done.code, done.err) == (0, "")
    assert "0 added, 0 unchanged, 0 replaced, 1 read anew" in done.out
    (told,) = held(mithaq, register).splitlines()
    assert json.loads(told)["documents"] == ["a.txt"]
