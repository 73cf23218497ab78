"""Outlets: whose domain is whose, from which country and in which language, and where their feeds are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mithaq.errors import InputError
from mithaq.sources.checks import check_country, check_language

FILE_NAME = "sources.toml"
_KEYS = ("name", "domain", "country", "language", "feed", "pages", "pause")


class Outlet(NamedTuple):
    """One outlet. `pages` has the pages fetched that its feeds link to; `pause` is in seconds between two requests."""

    name: str
    domains: tuple[str, ...] = ()
    country: str | None = None
    language: str | None = None
    feeds: tuple[str, ...] = ()
    pages: bool = False
    pause: float | None = None


class Outlets:
    """The outlets of a `sources.toml`, found by the addresses of their pages."""

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        self.all = tuple(outlets)
        self._by_domain = {domain: outlet for outlet in self.all for domain in outlet.domains}

    @classmethod
    def load(cls, path: Path) -> Outlets:
        """Read a `sources.toml`.

        Raises:
            InputError: it is not there, no TOML, or tells what it should not: all faults at once.
        """
        try:
            table = tomllib.loads(path.read_text("utf-8"))
        except OSError as wrong:
            raise InputError(
                f"{path}: expected a file of sources, found: {wrong.strerror}; name another"
            ) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
            raise InputError(f"{path}: expected TOML in UTF-8, found: {wrong}; mend it") from None
        faults: list[str] = []
        rows = table.pop("source", [])
        if table or not isinstance(rows, list) or not rows:
            faults.append(
                f"{path}: expected tables [[source]], found {', '.join(map(repr, table)) or 'none'}"
            )
        outlets = [
            _outlet(row, f"{path}: source {number}", faults)
            for number, row in enumerate(rows if isinstance(rows, list) else [], start=1)
        ]
        seen: dict[str, str] = {}
        for outlet in outlets:
            for domain in outlet.domains:
                if domain in seen:
                    faults.append(
                        f"{path}: expected each domain once, found {domain!r} of {seen[domain]} and {outlet.name}"
                    )
                seen[domain] = outlet.name
        if faults:
            raise InputError("\n".join(faults))
        return cls(outlets)

    def of(self, url: str | None) -> Outlet | None:
        """The outlet of the page at an address: that of the longest domain that its host belongs to."""
        host = host_of(url)
        while host:
            if outlet := self._by_domain.get(host):
                return outlet
            host = host.partition(".")[2]
        return None


def host_of(url: str | None) -> str:
    """The host of an address in small letters, empty where it has none."""
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _outlet(row: Any, where: str, faults: list[str]) -> Outlet:
    if not isinstance(row, dict):
        faults.append(f"{where}: expected a table, found {row!r:.60}")
        return Outlet("")
    name = row.get("name")
    if isinstance(name, str) and name.strip():
        where = f"{where} ({name})"
    else:
        faults.append(f"{where}: expected a `name`, found {name!r:.60}; add one")
        name = ""
    for key in sorted(row.keys() - set(_KEYS)):
        faults.append(f"{where}: expected one of {', '.join(_KEYS)}, found {key!r}; take it out")
    domains = _strings(row, "domain", where, faults)
    feeds = _strings(row, "feed", where, faults)
    for domain in domains:
        if "/" in domain or ":" in domain or "." not in domain.strip("."):
            faults.append(
                f"{where}: expected a `domain` such as news.example, found {domain!r}; leave the rest out"
            )
    for feed in feeds:
        if not feed.startswith(("http://", "https://")) or not host_of(feed):
            faults.append(
                f"{where}: expected an address such as https://news.example/rss as `feed`, found {feed!r}"
            )
    if not domains and not feeds:
        faults.append(f"{where}: expected a `domain` or a `feed`, found neither; add one")
    for key, test in (("country", check_country), ("language", check_language)):
        value = row.get(key)
        try:
            if value is not None:
                test(str(value))
        except InputError as wrong:
            faults.append(f"{where}: {key}: {wrong}")
    pages, pause = row.get("pages", False), row.get("pause")
    if not isinstance(pages, bool):
        faults.append(f"{where}: expected true or false as `pages`, found {pages!r:.60}")
    if pause is not None and (
        isinstance(pause, bool) or not isinstance(pause, int | float) or not 0 <= pause <= 3600
    ):
        faults.append(f"{where}: expected seconds, 0 to 3600, as `pause`, found {pause!r:.60}")
    return Outlet(
        name=str(name),
        domains=tuple(domain.lower().strip(".") for domain in domains),
        country=row.get("country"),
        language=row.get("language"),
        feeds=feeds,
        pages=pages is True,
        pause=pause,
    )


def _strings(row: dict[str, Any], key: str, where: str, faults: list[str]) -> tuple[str, ...]:
    value = row.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(each, str) and each.strip() for each in values):
        faults.append(f"{where}: expected a string, or a list of them, as `{key}`, found {value!r:.60}")
        return ()
    return tuple(each.strip() for each in values)
