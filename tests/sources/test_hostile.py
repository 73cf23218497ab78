"""What a stranger made to do harm is refused with its reason, in little time and memory, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from makers import capture
from pyarrow import parquet

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources import Reject, documents
from mithaq.sources.kinds import Kind
from mithaq.sources.workshop import Task, Workshop

TEXT = "استقبل وزير الداخلية، اليوم بالرباط، نظيره الإسباني."


def zipped(*members: tuple[str, int | bytes]) -> bytes:
    """A zip; a number stands for so many million blanks."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            with packed.open(name, "w") as file:
                for part in [b" " * 1_000_000] * content if isinstance(content, int) else [content]:
                    file.write(part)
    return stream.getvalue()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">{entities}]><rss><channel><title>&j;</title></channel></rss>'
    ).encode()


def repeated() -> bytes:
    stream = io.BytesIO()
    one = pyarrow.array(["x" * 19_000_000])
    column = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 500, pyarrow.int32()), one)
    parquet.write_table(pyarrow.table({"text": column}), stream)
    return stream.getvalue()


def wrong_feed() -> bytes:
    text = f'<?xml version="1.0" encoding="utf-8"?><rss><channel><item><title>{TEXT}</title></item></channel></rss>'
    return text.encode("cp1256")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.zip": (lambda: zipped(("a.txt", 300), ("b.txt", 300)), "at most 20 MB"),
    "lines.zip": (lambda: zipped(("a.jsonl", 400)), "as in one that is made to do harm"),
    "many.zip": (lambda: zipped(*((f"{n}.txt", 19) for n in range(20))), "as in one that is made to do harm"),
    "nested.zip": (lambda: zipped(("a.zip", zipped(("b.txt", TEXT.encode())))), "a zip within a zip"),
    "none.zip": (lambda: b"PK\x03\x04 and no more", "expected a zip, found none"),
    "deep.html": (lambda: b"<div>" * 100_000 + TEXT.encode(), "nested hundreds deep"),
    "empty.html": (lambda: b"<html><script>var a = 1</script></html>", "a page with text, found none"),
    "laughs.rss": (laughs, "declares entities"),
    "thief.rss": (
        lambda: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&b;</title></item></channel></rss>',
        "declares entities",
    ),
    "deep.rss": (lambda: b"<rss><channel>" + b"<a>" * 100_000, "found what is none"),
    "wrong.rss": (wrong_feed, "found byte 0x"),
    "none.xml": (lambda: b"<catalogue><item/></catalogue>", "of the kind 'catalogue'"),
    "none.pdf": (lambda: b"This is no PDF.", "expected a PDF, found none"),
    "noise.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "found a broken one"),
    "none.docx": (lambda: b"no", "expected a Word document (DOCX), found none"),
    "bomb.docx": (
        lambda: zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", 300)),
        "at most 200 MB unpacked",
    ),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an older Word"),
    "nul.csv": (lambda: b"text\nRabat\x00 and Madrid met\n", "U+0000"),
    "open.csv": (lambda: b'text\n"' + b"words and words\n" * 1_500_000, "is a quotation mark left open?"),
    "wide.csv": (lambda: b"a,b\n1,2\n", "expected a column `text`, found 'a', 'b'"),
    "none.parquet": (lambda: b"PAR1 and no more", "expected a Parquet file"),
    "repeated.parquet": (repeated, "as in one that is made to do harm"),
    "none.warc": (lambda: b"GET / HTTP/1.1\r\n", "expected a web archive (WARC), found none"),
    "head.warc.gz": (
        lambda: gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"y" * 100_000_000, 1),
        "Maximum header length",
    ),
    "body.warc": (
        lambda: capture(
            "https://a.example/", gzip.compress(b"x" * 300_000_000, 1), "Content-Type: text/html\r\nContent-Encoding: gzip"
        ),
        "at most 20 MB",
    ),
}  # fmt: skip

READ = """
import sys, time, resource
from mithaq.sources import documents
start = time.perf_counter()
for item in documents(sys.argv[1:]):
    print(type(item).__name__, str(item)[:300].replace(chr(10), " "))
# What getrusage tells of a process itself begins with the peak of the process that it was forked from: of pytest.
status = open("/proc/self/status").read() if sys.platform == "linux" else "VmHWM: 0"
own = int(status.partition("VmHWM:")[2].split()[0])
most = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(round(time.perf_counter() - start, 1), most // 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_and_the_rest_read(tmp_path: Path, name: str) -> None:
    make, says = HOSTILE[name]
    bad, good = tmp_path / name, tmp_path / "zz.html"
    bad.write_bytes(make())
    good.write_text(f"<html><body><p>{TEXT}</p></body></html>", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(bad), str(good)], capture_output=True, check=True, timeout=120
    )
    *items, spent = done.stdout.decode().splitlines()
    refused = [line for line in items if line.startswith("Reject")]
    assert any(says in line for line in refused), items
    assert all(str(bad) in line for line in refused)
    assert items[-1].startswith("Document")
    seconds, megabytes = map(float, spent.split())
    assert seconds < 30
    assert megabytes < 700


def test_a_bad_row_ends_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = [
        b"id,text",
        *(f"{name},{TEXT}".encode() for name in "ab"),
        b"c,x\x00y",
        b"d,\xff\xfe",
        f"e,{TEXT}".encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(documents([path]))
    assert [item.id for item in found] == ["a", "b", "c", "a.csv#5", "e"]
    assert [type(item) for item in found] == [Document, Document, Reject, Reject, Document]


def test_a_bad_page_of_an_archive_ends_itself_alone(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    head = "Content-Type: text/html\r\nContent-Encoding: gzip"
    path = tmp_path / "a.warc"
    path.write_bytes(
        capture("https://a.example/1", page)
        + capture("https://a.example/2", b"not packed", head)
        + capture("https://a.example/3", b"%PDF-no", "Content-Type: application/pdf")
        + capture("https://a.example/4", gzip.compress(page), head)
    )
    found = list(documents([path]))
    assert [item.id for item in found] == [f"https://a.example/{n}" for n in (1, 2, 3, 4)]
    assert [type(item) for item in found] == [Document, Reject, Reject, Document]


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    pipe = tmp_path / "a.parquet"
    os.mkfifo(pipe)  # opening it waits for a writer that never comes
    start = time.perf_counter()
    with Workshop(seconds=1) as workshop:
        with pytest.raises(InputError, match="within 1 seconds"):
            list(workshop.texts(Task(kind=Kind.PARQUET, path=str(pipe))))
        (found,) = workshop.texts(Task(kind=Kind.PAGE, data=f"<p>{TEXT}</p>".encode()))
        assert found.text == TEXT
    assert time.perf_counter() - start < 10


def test_what_takes_too_much_memory_is_ended() -> None:
    with Workshop(megabytes=200) as workshop:
        with pytest.raises(InputError, match="expected a "):
            list(workshop.texts(Task(kind=Kind.PAGE, data=b"<p>a</p><b>b</b>" * 1_000_000)))
        (found,) = workshop.texts(Task(kind=Kind.PAGE, data=f"<p>{TEXT}</p>".encode()))
        assert found.text == TEXT


def test_a_worker_leaves_with_its_workshop() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    with Workshop() as workshop:
        list(workshop.texts(Task(kind=Kind.PAGE, data=f"<p>{TEXT}</p>".encode())))
    assert workshop._process is None
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > before
