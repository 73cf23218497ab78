"""The entries of a feed (RSS, RDF or Atom), each with its text, day and address."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from mithaq.errors import InputError
from mithaq.sources.blocks import fragment_text
from mithaq.sources.days import day_of
from mithaq.sources.decode import decode_declared
from mithaq.sources.items import Found

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml.*?\?>", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_UNDECLARED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_CONTENT = ("encoded", "content")
_SUMMARY = ("description", "summary")
_PUBLISHED = ("pubdate", "published", "issued", "date")


def read_feed(data: bytes, *, charset: str | None = None, codec: str | None = None) -> Iterator[Found]:
    """The entries of a feed, in its order.

    Args:
        data: the feed.
        charset: how the server says that it is encoded.
        codec: how the user says so.

    Raises:
        InputError: it is no feed, not encoded as it says, or declares entities.
    """
    root = _parse(data, charset, codec)
    channel = root.find("{*}channel")
    about = root if channel is None else channel
    outlet = _plain(_text(about, ("title",)))
    lang = _text(about, ("language",)) or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    base = root.get("{http://www.w3.org/XML/1998/namespace}base") or ""
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    for entry in entries:
        found = _entry(entry, base)
        found.source = outlet
        found.lang = lang
        yield found


def _parse(data: bytes, charset: str | None, codec: str | None) -> etree._Element:
    declared = _DECLARED.match(data[:256].lstrip(b"\xef\xbb\xbf"))
    text = decode_declared(
        data, declared=declared[1].decode("ascii") if declared else None, told=charset, codec=codec
    )
    if _ENTITY.search(text[: text.find("<", text.find("<!DOCTYPE") + 9) + 100_000]) and "<!DOCTYPE" in text:
        raise InputError(
            "expected a feed, found one that declares entities, as no feed needs to; leave it out"
        )
    text = _DECLARATION.sub("", text.lstrip("\ufeff"))
    text = _UNDECLARED.sub(_character, text)  # feeds use names of HTML that XML does not know
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as wrong:
        raise InputError(f"expected a feed in XML, found what is none: {wrong.msg}; get it anew") from None
    if _name(root) not in ("rss", "feed", "rdf"):
        raise InputError(
            f"expected a feed (RSS or Atom), found XML of the kind {_name(root)!r:.60}; leave it out"
        )
    return root


def _character(found: re.Match[str]) -> str:
    char = html.unescape(found[0])
    return html.escape(char) if char != found[0] else html.escape(found[0])


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _text(element: etree._Element, names: tuple[str, ...]) -> str | None:
    """The text of the first child of one of these names, by the order of the names."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return None


def _markup(element: etree._Element, names: tuple[str, ...]) -> str:
    """HTML of the first child of one of these names; Atom may hold it as elements."""
    for name in names:
        for child in element:
            if _name(child) != name or (child.get("src") and not child.text):
                continue
            if child.get("type") == "xhtml":
                return "".join(etree.tostring(each, encoding="unicode") for each in child)
            text = "".join(child.itertext()).strip()
            if text:
                return html.escape(text) if child.get("type") == "text" else text
    return ""


def _plain(markup: str | None) -> str | None:
    return " ".join(fragment_text(markup).split()) or None if markup else None


def _entry(entry: etree._Element, base: str) -> Found:
    content = fragment_text(_markup(entry, _CONTENT))
    summary = fragment_text(_markup(entry, _SUMMARY))
    text = content if len(content) >= len(summary) else summary
    stamps = (_text(entry, (name,)) for name in (*_PUBLISHED, "updated", "modified"))
    address = _link(entry, base)
    own = _text(entry, ("guid", "id"))
    return Found(
        text=text,
        title=_plain(_text(entry, ("title",))),
        published=next((day for stamp in stamps if (day := day_of(stamp))), None),
        url=address,
        id=address or own,
        is_summary=not content,
    )


def _link(entry: etree._Element, base: str) -> str | None:
    links = [child for child in entry if _name(child) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            address = urljoin(base, link.get("href", "").strip())
            break
        if link.text and link.text.strip():
            address = urljoin(base, link.text.strip())
            break
    else:
        address = next(
            (
                child.text.strip()
                for child in entry
                if _name(child) == "guid" and child.text and child.get("isPermaLink") != "false"
            ),
            "",
        )
    return address if address.startswith(("http://", "https://")) else None
