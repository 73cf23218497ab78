"""The article of a page, and what the page says of it: headline, day, outlet, language, address."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml.html import HtmlElement

from mithaq.errors import InputError
from mithaq.sources.blocks import article_text, parse_html
from mithaq.sources.days import day_of
from mithaq.sources.decode import decode_declared
from mithaq.sources.headlines import without_title
from mithaq.sources.items import Found

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page names its encoding
_ARTICLE = re.compile("(Article|BlogPosting|Report)$")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published_time", "publication_date", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "citation_date", "article.published", "date",
)  # fmt: skip
_HEADLINES = ("og:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_LITTLE = 300  # characters below which trafilatura has too little to weigh, and takes all of a page
_PARTED = re.compile(r"\s+[|\u2013\u2014\u00bb:-]\s+")


def read_page(data: bytes, *, charset: str | None = None, codec: str | None = None) -> Found:
    """The article of a page.

    Args:
        data: the page.
        charset: how the server says that it is encoded.
        codec: how the user says so.

    Raises:
        InputError: it is not encoded as it says, or has no text.
    """
    declared = _CHARSET.search(data[:_HEAD])
    text = decode_declared(
        data, declared=declared[1].decode("ascii", "replace") if declared else None, told=charset, codec=codec
    )
    tree = parse_html(text)
    meta = _meta(tree)
    article = next(_articles(tree), {})
    outlet = _outlet(article, meta)
    title = _title(tree, article, meta, outlet)
    return Found(
        text=without_title(_body(tree), title),
        title=title,
        published=_published(tree, article, meta),
        source=outlet,
        lang=_language(tree, article),
        url=_address(tree, meta),
    )


def _body(tree: HtmlElement) -> str:
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False, with_metadata=False)
    text = (getattr(found, "text", None) or "").strip()
    if len(text) < _LITTLE:
        text = article_text(tree) or text
    if not text:
        if any("depth" in entry.message for entry in tree.getroottree().parser.error_log):
            raise InputError(
                "expected a page, found elements nested hundreds deep and no text above them; leave it out"
            )
        raise InputError(
            "expected a page with text, found none; if a program draws it in the browser, save it as a PDF"
        )
    return text


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content of each name of meta data, names in small letters."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """What a page says of its articles to search engines (JSON-LD), those with a day first."""
    found: list[dict[str, Any]] = []
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() == "application/ld+json":
            try:
                found += _objects(json.loads(element.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    by_id = {item["@id"]: item for item in found if isinstance(item.get("@id"), str) and len(item) > 1}
    articles = [
        item for item in found if any(_ARTICLE.search(str(name)) for name in _listed(item.get("@type")))
    ]
    for item in sorted(articles, key=lambda item: "datePublished" not in item):
        publisher = next(iter(_listed(item.get("publisher"))), None)
        if isinstance(publisher, dict):
            publisher = by_id.get(str(publisher.get("@id")), publisher)
        yield {**item, "publisher": publisher}


def _objects(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    if depth > 20:
        return []
    if isinstance(value, list):
        return [item for each in value for item in _objects(each, depth + 1)]
    if isinstance(value, dict):
        return [value, *(item for each in value.values() for item in _objects(each, depth + 1))]
    return []


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _plain(value: object) -> str | None:
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _outlet(article: dict[str, Any], meta: dict[str, str]) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    told = _plain(name) or next((meta[key] for key in _OUTLETS if key in meta), None)
    return None if told and told.startswith(("http://", "https://")) else told


def _title(
    tree: HtmlElement, article: dict[str, Any], meta: dict[str, str], outlet: str | None
) -> str | None:
    headings = [" ".join(element.text_content().split()) for element in tree.iter("h1")]
    told = _plain(article.get("headline")) or next((meta[key] for key in _HEADLINES if key in meta), None)
    if not told and len(headings) == 1:
        told = headings[0]
    if not told:
        element = tree.find(".//title")
        told = _plain(element.text_content()) if element is not None else None
    if not told:
        return None
    if told not in headings:  # the name of the outlet is often put behind, or before
        parts = _PARTED.split(told)
        for heading in headings:
            if heading and heading in parts:
                return heading
        if outlet and len(parts) > 1 and outlet in (parts[0], parts[-1]):
            kept = told[: -len(outlet)] if parts[-1] == outlet else told[len(outlet) :]
            return kept.strip(" |\u2013\u2014\u00bb:-")
    return told


def _published(tree: HtmlElement, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    """The day that the page gives for its article; a day in the text, in a list of others or at the foot is none."""
    for told in (article.get("datePublished"), *(meta.get(key) for key in _DAYS)):
        if isinstance(told, str) and (day := day_of(told)):
            return day
    days = {
        day_of(element.get("datetime") or element.get("content"))
        for element in tree.iter("time", "span", "abbr")
        if element.get("itemprop") == "datePublished"
        or element.get("pubdate") is not None
        or (element.tag == "time" and {"published", "entry-date"} & set((element.get("class") or "").split()))
    } - {None}
    return days.pop() if len(days) == 1 else None


def _language(tree: HtmlElement, article: dict[str, Any]) -> str | None:
    told = _plain(article.get("inLanguage")) or tree.get("lang") or tree.get("xml:lang")
    return told.strip() if told else None


def _address(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for address in [*links, meta.get("og:url")]:
        if address and address.startswith(("http://", "https://")):
            return str(address).strip()
    return None
