"""`mithaq read` prints events for people and machines, and refuses what it cannot read without losing the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mithaq import Document, Reader

TEXT = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني."
QUIET = "تساقطت أمطار غزيرة على المدينة صباح اليوم."
Run = Callable[..., tuple[int, str, str]]


def lines_of(path: Path, *records: object) -> Path:
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), "utf-8")
    return path


def test_a_table_for_people(mithaq: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")
    code, out, err = mithaq("read", path, "--published", "2024-09-20", "--home", "MAR")
    assert (code, err) == (0, "")
    assert "news.txt: 1 event" in out
    assert "meeting" in out
    assert "ESP" in out
    assert "2024-09-19~" in out
    assert "> استقبل" in out


def test_a_text_without_events_says_so(mithaq: Run) -> None:
    code, out, err = mithaq("read", "-", stdin=QUIET)
    assert (code, out.strip(), err) == (0, "stdin: no events", "")


def test_json_lines_are_what_the_reader_reads(mithaq: Run, tmp_path: Path) -> None:
    record = {"id": "a", "text": TEXT, "published": "2024-09-20", "home": "MAR"}
    path = lines_of(tmp_path / "docs.jsonl", record, {"text": QUIET, "lang": "ar"})
    code, out, err = mithaq("read", "--jsonl", path)
    assert (code, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert list(first) == ["id", "lang", "events"]
    assert first["id"] == "a"
    assert first["lang"] == "ar"
    (event,) = Reader().read(Document(**record))
    assert [span["text"] for span in first["events"][0]["evidence"]] == [span.text for span in event.evidence]
    for span in first["events"][0]["evidence"]:
        assert TEXT[span["start"] : span["end"]] == span["text"]
    assert second == {"id": "docs.jsonl#2", "lang": "ar", "events": []}


def test_json_of_a_text(mithaq: Run) -> None:
    code, out, _ = mithaq("read", "-", "--json", stdin=QUIET)
    assert (code, json.loads(out)["id"]) == (0, "stdin")


def test_every_document_has_its_line(mithaq: Run, tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    good = json.dumps({"id": "good", "text": TEXT})
    bad = [
        "[]",
        '{"id": "x", "text": 5}',
        '{"id": "y", "text": "a", "published": "no day"}',
        '{"text": "\\ud800"}',
        "?",
    ]
    path.write_text("\n".join([good, *bad, good.replace("good", "last"), good]), "utf-8")
    code, out, err = mithaq("read", "--jsonl", path)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [line["id"] for line in found] == [
        "good", "docs.jsonl#2", "x", "y", "docs.jsonl#5", "docs.jsonl#6", "last", "docs.jsonl#8",
    ]  # fmt: skip
    assert ["error" in line for line in found] == [False, True, True, True, True, True, False, True]
    assert all(line["events"] == [] for line in found if "error" in line)
    told = err.splitlines()
    assert len(told) == 6
    assert all(
        line.startswith(f"mithaq: {path}:{number}: expected ")
        for line, number in zip(told, (2, 3, 4, 5, 6, 8), strict=True)
    )


BAD_FILES = {
    "empty.txt": (b"", "an empty file"),
    "picture.txt": (
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "expected UTF-8, found byte 0x89 at offset 0",
    ),
    "broken.txt": (TEXT.encode()[:-3] + b"\xd9", "expected UTF-8"),
    "windows.txt": (TEXT.encode("cp1256"), "iconv -f cp1256 -t utf-8"),
    "unmarked.txt": (TEXT.encode("utf-16-le"), "--encoding utf-16-le"),
    "zero.txt": (TEXT.encode() + b"\x00", "U+0000"),
    "control.txt": (TEXT.encode() + b"\x08", "U+0008"),
    "marks.txt": ("\u064e\u0650\u0651 \u0640".encode(), "only signs, marks or white space"),
    "overrides.txt": ("\u202e\u202d\u2066".encode(), "only signs, marks or white space"),
    "huge.txt": (b"word " * 10_000_000, "at most 20 MB"),
    "huge.jsonl": (b'{"text": "' + b"word " * 10_000_000 + b'"}', "at most 20 MB"),
    "list.json": (b"[]", "found a list"),
    "broken.json": (b'{"text": ', "expected JSON"),
    "textless.jsonl": (b'{"id": "a"}', "a field `text`, found none"),
    "dateless.jsonl": (b'{"text": "a", "published": "2024-13-01"}', "2024-13-01"),
    "halved.jsonl": (b'{"text": "\\ud800"}', "surrogate"),
    "homeless.jsonl": (b'{"text": "a", "home": "Narnia"}', "Narnia"),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_bad_input_is_told_and_the_rest_read(
    mithaq: Run, tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    content, says = BAD_FILES[name]
    bad, good = tmp_path / name, tmp_path / "zz.txt"
    bad.write_bytes(content)
    good.write_text(QUIET, "utf-8")
    code, out, err = mithaq("read", bad, good, *options)
    assert code == 2
    assert "zz.txt" in out
    assert says in err
    assert str(bad) in err
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err


def test_a_missing_file_is_told(mithaq: Run, tmp_path: Path) -> None:
    code, out, err = mithaq("read", tmp_path / "nothing.txt")
    assert (code, out) == (2, "")
    assert "no such file" in err


def test_utf16_and_named_encodings_are_read(mithaq: Run, tmp_path: Path) -> None:
    for name, options in (("utf-16", ()), ("cp1256", ("--encoding", "cp1256"))):
        path = tmp_path / f"{name}.txt"
        path.write_bytes(TEXT.encode(name))
        code, out, err = mithaq("read", path, "--home", "MAR", *options)
        assert (code, err) == (0, "")
        assert "استقبل" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read",), "Missing argument"),
        (("nothing",), "No such command"),
        (("read", "-", "--nothing"), "No such option"),
        (("read", "-", "--home", "Morocco"), "--home: expected a country code"),
        (("read", "-", "--published", "yesterday"), "--published: expected a day"),
        (("read", "-", "--encoding", "klingon"), "--encoding: expected an encoding"),
    ],
)
def test_bad_usage(mithaq: Run, arguments: tuple[str, ...], says: str) -> None:
    code, _, err = mithaq(*arguments, stdin=TEXT)
    assert code == 2
    assert says in err
    assert "Traceback" not in err


def test_a_reader_that_leaves_is_no_error() -> None:
    record = json.dumps({"text": QUIET}).encode() + b"\n"
    with subprocess.Popen(
        [sys.executable, "-c", "from mithaq.cli import main; main()", "read", "--jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(record)
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(record * 50)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""


def test_an_interrupt_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from mithaq.cli import main; main()", "read", "--jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(json.dumps({"text": QUIET}).encode() + b"\n")
        process.stdin.flush()
        assert process.stdout.readline()  # it reads by now
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_lines_come_as_they_are_read() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from mithaq.cli import main; main()", "read", "--jsonl", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin and process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": str(number), "text": QUIET}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
        process.stdin.close()
        assert process.wait() == 0


def test_output_survives_a_poor_locale(mithaq: Run) -> None:
    code, _, err = mithaq("read", "-", stdin=TEXT, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert code == 0, err
    assert "Traceback" not in err


def test_a_short_text_is_read_at_once(mithaq: Run) -> None:
    mithaq("read", "-", stdin=TEXT)  # compiles the word data where they are new
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        mithaq("read", "-", stdin=TEXT)
        taken.append(time.perf_counter() - start)
    assert min(taken) < 0.5 * (1 + float(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) / 2)


def test_reading_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['mithaq', 'read', '-']\n"
        "from mithaq.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'sqlalchemy', 'rich', 'babel', 'jinja2', 'fluent'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"
