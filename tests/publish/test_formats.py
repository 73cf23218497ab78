"""A review in every format: whole, readable by the format's own tool, safe whatever the texts hold, the same each time."""

from __future__ import annotations

import io
import json
import re

import docx
import msgspec
import pypdfium2
import pytest

from mithaq.errors import UsageError
from mithaq.insight import Period
from mithaq.publish import ENDINGS, choose_format, compose, render
from mithaq.publish.formats.markdown import escape
from mithaq.publish.tree import Item, Items, Quote, Review, Section, Source
from mithaq.register import Register

HOSTILE = "<script>alert(1)</script> #panic() $x$ \\ | * _ [a](javascript:b) {{ 7 }} \x00\x0b @label <b>"


@pytest.mark.parametrize(
    ("out", "name", "expected"),
    [
        ("review.html", None, "html"),
        ("REVIEW.PDF", None, "pdf"),
        ("a.docx", None, "docx"),
        ("a.md", None, "markdown"),
        ("a.json", None, "json"),
        ("a.txt", "Markdown", "markdown"),
    ],
)
def test_the_ending_tells_the_format(out: str, name: str | None, expected: str) -> None:
    assert choose_format(out, name) == expected


@pytest.mark.parametrize(("out", "name"), [("a.xyz", None), ("a", None), ("a.html", "rtf")])
def test_a_format_that_is_none_is_told(out: str, name: str | None) -> None:
    with pytest.raises(UsageError, match="expected"):
        choose_format(out, name)


@pytest.mark.parametrize("name", ENDINGS)
def test_the_same_review_makes_the_same_bytes(review: Review, name: str) -> None:
    assert render(review, name) == render(review, name)


def test_json_reads_back(review: Review) -> None:
    written = render(review, "json")
    assert msgspec.json.decode(written, type=Review) == review
    assert json.loads(written)["direction"] == "rtl"


@pytest.mark.parametrize("lang", ["ar", "en", "fr", "es"])
def test_word_documents_read_back(register: Register, lang: str) -> None:
    review = compose(register, period=Period.of_year(2024), home="MAR", lang=lang, topic="all")
    document = docx.Document(io.BytesIO(render(review, "docx")))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for item in review.items():
        assert any(plain(item.sentence) in text for text in paragraphs)
    assert all(section.title in paragraphs for section in review.sections)
    marked = [
        p for p in document.paragraphs if p.text and p._p.pPr is not None and p._p.pPr.xpath("./w:bidi")
    ]
    if lang == "ar":
        assert len(marked) > len(paragraphs) / 2
    runs = [run for p in document.paragraphs for run in p.runs if re.search("[\u0600-\u06ff]", run.text)]
    if lang == "ar":
        assert all(run._r.xpath("./w:rPr/w:rtl") for run in runs if not re.search("[A-Za-z]", run.text))


def test_markdown_has_every_sentence(review: Review) -> None:
    written = render(review, "markdown").decode("utf-8")
    for item in review.items():
        assert escape(item.sentence) in written
    assert written.count("\n## ") == len(review.sections)
    heads = [line for line in written.splitlines() if set(line) <= set("|-: ") and "---" in line]
    assert len(heads) >= 2


@pytest.mark.parametrize("lang", ["ar", "en", "fr", "es"])
def test_pdfs_have_their_text(register: Register, lang: str) -> None:
    review = compose(register, period=Period.of_year(2024), home="MAR", lang=lang, topic="all")
    written = render(review, "pdf")
    assert written.startswith(b"%PDF")
    pages = pypdfium2.PdfDocument(written)
    assert len(pages) > 3
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    if lang != "ar":
        told = " ".join(text.replace("\ufffe", "").split())
        assert sum(plain(item.sentence)[:30] in told for item in review.items()) > 10
    for page in pages:
        assert page.get_size() == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize("name", ENDINGS)
def test_texts_of_others_are_text(review: Review, name: str) -> None:
    quote = Quote(text=HOSTILE, direction="ltr", start=0, end=1)
    source = Source(
        document="a", outlet=HOSTILE, title=HOSTILE, link="https://example.org/<a>", quotes=[quote]
    )
    item = Item(
        id="0",
        sentence=HOSTILE,
        tag=HOSTILE,
        history=HOSTILE,
        conflicts=[HOSTILE],
        summary=HOSTILE,
        sources=[source],
    )
    section = Section(id="a", title=HOSTILE, blocks=[Items(title=HOSTILE, items=[item])])
    written = render(msgspec.structs.replace(review, title=HOSTILE, sections=[section]), name)
    if name in ("html", "markdown"):
        assert b"<script" not in written.replace(rb"\<script", b"")
    assert written


def plain(text: str) -> str:
    return text.translate({0x2068: None, 0x2069: None})
