"""What is read of a text is the same whatever kind of file it comes in."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from makers import MAKERS

from mithaq import Document, Reader
from mithaq.sources import documents

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [
    msgspec.convert(msgspec.json.decode(line), Document)
    for lang in ("ar", "en", "fr", "es")
    for line in (EXAMPLES / f"{lang}.jsonl").read_bytes().splitlines()[:3]
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, document: Document) -> list[object]:
    """The events of a document, without the places of their evidence in it."""
    events = msgspec.to_builtins(reader.read(document))
    for event in events:
        event["evidence"] = sorted(" ".join(span["text"].split()) for span in event["evidence"])
    return events


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("document", TEXTS, ids=lambda document: document.id)
def test_events_equal_those_of_the_text(
    reader: Reader, tmp_path: Path, name: str, document: Document
) -> None:
    path = tmp_path / name
    path.write_bytes(MAKERS[name](document))
    (found,) = documents([path])
    assert isinstance(found, Document), found
    assert found.text.split() == document.text.split()
    assert found.title == document.title
    if name not in ("a.pdf", "a.docx"):
        assert found.published == document.published
        assert found.source == document.source
    plain = Document(
        id="plain", text=document.text, title=document.title, published=document.published, home=document.home
    )
    found.published, found.home = document.published, document.home
    assert told(reader, found) == told(reader, plain)


def test_all_examples_come_whole_out_of_pdf_and_word(tmp_path: Path) -> None:
    whole = {"a.pdf": 0, "a.docx": 0}
    lines = [line for path in sorted(EXAMPLES.glob("??.jsonl")) for line in path.read_bytes().splitlines()]
    for line in lines:
        document = msgspec.convert(msgspec.json.decode(line), Document)
        for name in whole:
            path = tmp_path / name
            path.write_bytes(MAKERS[name](document))
            (found,) = documents([path])
            whole[name] += isinstance(found, Document) and found.text.split() == document.text.split()
    assert whole["a.docx"] == len(lines)
    assert whole["a.pdf"] >= 0.95 * len(lines)
