"""Files of every kind, made of a document: what the tests of sources read."""

from __future__ import annotations

import gzip
import html
import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import docx
import pyarrow
import typst
from fontTools.ttLib import TTFont
from pyarrow import parquet

import mithaq
from mithaq.records import Document

FONTS = Path(mithaq.__file__).parent / "publish" / "fonts"
MADE_BY_TYPST = "#*_$`<>@[]~=-+/\\\"'"


@cache
def typeface() -> str:
    """A folder with the typeface of the package as typst reads it."""
    folder = mkdtemp()
    for name in ("arabic", "latin"):
        font = TTFont(FONTS / f"amiri-{name}-400.woff2")
        font.flavor = None
        font.save(Path(folder) / f"amiri-{name}.ttf")
    return folder


def paragraphs(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line.strip()]


def pdf(document: Document) -> bytes:
    """A PDF as a typesetter makes it: justified, with ligatures, the headline larger."""

    def literal(text: str) -> str:
        return "".join(f"\\{char}" if char in MADE_BY_TYPST else char for char in text)

    lang = document.lang or "ar"
    head = f'#set document(title: "{(document.title or "").replace(chr(34), "")}")\n'
    page = f'#set text(font: "Amiri", lang: "{lang}", size: 12pt)\n#set par(justify: true)\n'
    title = f"= {literal(document.title)}\n\n" if document.title else ""
    source = head + page + title + "\n\n".join(map(literal, paragraphs(document)))
    made = typst.compile(source.encode(), font_paths=[typeface()], ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def word(document: Document) -> bytes:
    made = docx.Document()
    if document.title:
        made.core_properties.title = document.title
        made.add_heading(document.title, 0)
    *most, last = paragraphs(document)
    for paragraph in most:
        made.add_paragraph(paragraph)
    made.add_table(rows=1, cols=1).cell(0, 0).text = last
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def page(document: Document) -> bytes:
    """A page with what stands around an article: menus, other articles, a footer."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs(document))
    title = html.escape(document.title or "")
    meta = (
        f'<meta property="og:site_name" content="{html.escape(document.source)}">' if document.source else ""
    )
    if document.published:
        meta += f'<meta property="article:published_time" content="{document.published}T00:30:00+01:00">'
    heading = f"<h1>{title}</h1><p class=meta></p>" if title else ""
    named = (
        f'<title>{title} | {document.source or ""}</title><meta property="og:title" content="{title}">'
        if title
        else ""
    )
    return (
        f'<!doctype html><html lang="{document.lang or ""}"><head><meta charset="utf-8">{named}{meta}</head><body>'
        '<header><nav><a href="/">Start</a> <a href="/sport">Sport</a></nav></header>'
        f"<article>{heading}{body}</article>"
        "<aside><h2>Read on</h2><ul><li><a href='/b'>The French minister of the interior visits Madrid</a></li></ul></aside>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def feed(*documents: Document, address: str = "https://paper.example") -> bytes:
    items = "".join(
        f"<item><title>{html.escape(document.title or '')}</title><link>{address}/{document.id}</link>"
        f"<guid>{document.id}</guid><pubDate>{rfc822(document.published)}</pubDate><description>In short.</description>"
        "<content:encoded><![CDATA["
        + "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs(document))
        + "]]></content:encoded></item>"
        for document in documents
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{html.escape(documents[0].source or 'The paper')}</title>{items}</channel></rss>"
    ).encode()


def rfc822(day: str | None) -> str:
    if not day:
        return ""
    year, month, number = day.split("-")
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{number} {months[int(month) - 1]} {year} 00:30:00 +0100"


def capture(
    url: str, body: bytes, head: str = "Content-Type: text/html; charset=utf-8", status: int = 200
) -> bytes:
    """A record of a web archive."""
    http = f"HTTP/1.1 {status} Told\r\n{head}\r\n\r\n".encode() + body
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-09-20T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def warc(document: Document) -> bytes:
    """An archive packed record by record, as crawlers write them, the page itself packed and in pieces."""
    body = gzip.compress(page(document))
    pieces = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:100], body[100:]) if piece)
    head = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"
    records = [
        capture("https://paper.example/logo.png", b"\x89PNG", "Content-Type: image/png"),
        capture("https://paper.example/gone", b"Not found", status=404),
        capture("https://paper.example/1", pieces + b"0\r\n\r\n", head),
    ]
    return b"".join(map(gzip.compress, records))


def table(document: Document) -> bytes:
    fields = ("id", "text", "title", "lang", "published", "home", "source")
    stream = io.BytesIO()
    columns = {field: [getattr(document, field)] for field in fields}
    parquet.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


def comma_separated(document: Document) -> bytes:
    fields = ("id", "text", "title", "lang", "published", "home", "source")
    cells = ('"{}"'.format((getattr(document, field) or "").replace('"', '""')) for field in fields)
    return f"\ufeff{','.join(fields)}\r\n{','.join(cells)}\r\n".encode()


def zipped(document: Document) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("folder/a.html", page(document))
    return stream.getvalue()


MAKERS: dict[str, Callable[[Document], bytes]] = {
    "a.pdf": pdf,
    "a.docx": word,
    "a.html": page,
    "a.rss": feed,
    "a.warc.gz": warc,
    "a.parquet": table,
    "a.csv": comma_separated,
    "a.zip": zipped,
}
