"""Pages and feeds from the net: politely, within bounds, and never out of the open net into one's own."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import protego
import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from mithaq import __version__
from mithaq.errors import InputError
from mithaq.sources.addresses import resolve
from mithaq.sources.archives import charset_of
from mithaq.sources.items import LARGEST

AGENT = f"mithaq/{__version__}"
PAUSE = 1.0
"""Seconds between two requests to one host, where neither its robots.txt nor `sources.toml` says otherwise."""

SECONDS = 60.0
"""How long one answer may take."""

_QUIET = 20.0  # seconds without a byte
_LONGEST_PAUSE = 60.0
_LONGEST_ROBOTS = 500_000  # bytes, as RFC 9309 has it
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16
_SAFE = "/?#[]@!$&'()*+,;=:%~"


class Answer(NamedTuple):
    """What a server gave: the address that it came from in the end, and the bytes; none where nothing has changed."""

    url: str
    data: bytes
    media: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    is_unchanged: bool = False


class Fetcher:
    """Fetches addresses, one after the other."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        pause: float = PAUSE,
        seconds: float = SECONDS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._allow_private = allow_private
        self._pause = pause
        self._seconds = seconds
        self._sleep = sleep
        self._robots: dict[str, protego.Protego] = {}
        self._last: dict[str, float] = {}

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None, pause: float | None = None
    ) -> Answer:
        """What is at an address.

        Args:
            url: of http or https.
            etag: what the server called the version that is known.
            modified: when it said that this was changed.
            pause: seconds between two requests to its host, instead of the usual.

        Raises:
            InputError: it may not be fetched, or cannot be, or is too large; the message says which.
        """
        known = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in known.items() if value}
        for _ in range(_MOST_REDIRECTS + 1):
            self._ask_robots(url, pause)
            status, answer, onward = self._request(url, headers, LARGEST)
            if onward is None:
                break
            url = onward
        else:
            raise InputError(
                f"expected a page, found more than {_MOST_REDIRECTS} redirects; check the address"
            )
        if status == 304:
            return answer._replace(is_unchanged=True)
        if status != 200:
            raise InputError(f"expected a page, found that the server answers {status}; check the address")
        return answer

    def _ask_robots(self, url: str, pause: float | None) -> None:
        """Wait as long as the host asks for, and refuse what it does not want to be fetched."""
        parts = split(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if not rules.can_fetch(url, AGENT):
            raise InputError(
                "expected a page that may be fetched, found that the robots.txt of its host forbids it"
            )
        delay = rules.crawl_delay(AGENT) or 0.0
        if delay > _LONGEST_PAUSE:
            raise InputError(
                f"expected a host that asks for at most {_LONGEST_PAUSE:g} seconds between two requests, "
                f"found {delay:g} in its robots.txt; save the page yourself"
            )
        wait = max(delay, self._pause if pause is None else pause)
        since = time.monotonic() - self._last.get(origin, -wait)
        if since < wait:
            self._sleep(wait - since)
        self._last[origin] = time.monotonic()

    def _read_robots(self, origin: str) -> protego.Protego:
        url = f"{origin}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                status, answer, onward = self._request(url, {}, _LONGEST_ROBOTS, is_cut=True)
            except InputError as wrong:
                raise InputError(f"robots.txt: {wrong}") from None
            if onward is None:
                break
            url = onward
        if status >= 500:
            raise InputError(
                f"expected a robots.txt, or none, found that the server answers {status}, which counts as a no; "
                "try again later"
            )
        return protego.Protego.parse(answer.data.decode("utf-8", "replace") if status == 200 else "")

    def _request(
        self, url: str, headers: dict[str, str], largest: int, *, is_cut: bool = False
    ) -> tuple[int, Answer, str | None]:
        """Status, answer, and where the server sends one on to."""
        parts = split(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        addresses = resolve(host, port, allow_private=self._allow_private)
        late = threading.Event()
        path = quote(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", safe=_SAFE)
        try:
            connection = _connect(parts.scheme, host, addresses, port)
            with closing(connection):
                # What comes a byte at a time never runs into a timeout of the socket: this ends it.
                timer = threading.Timer(self._seconds, _cut, [connection.sock, late])
                timer.start()
                try:
                    connection.request(
                        "GET",
                        path,
                        headers={
                            "Host": parts.netloc,
                            "User-Agent": AGENT,
                            "Accept-Encoding": "gzip, deflate",
                            "Accept": "text/html, application/xml;q=0.9, */*;q=0.8",
                            **headers,
                        },
                        preload_content=False,
                        decode_content=True,
                    )
                    response = connection.getresponse()
                    onward = response.headers.get("Location") if response.status in _REDIRECTS else None
                    data = b"" if onward else _body(response, largest, is_cut=is_cut)
                finally:
                    timer.cancel()
        except (HTTPError, OSError, ValueError) as wrong:
            if not late.is_set():
                raise InputError(_fault(wrong)) from None
        if late.is_set():
            raise InputError(
                f"expected an answer within {self._seconds:g} seconds, found a longer one; try again later"
            )
        media, _, parameters = (response.headers.get("Content-Type") or "").partition(";")
        answer = Answer(
            url,
            data,
            media.strip().lower(),
            charset_of(parameters),
            response.headers.get("ETag"),
            response.headers.get("Last-Modified"),
        )
        return response.status, answer, urljoin(url, onward) if onward else None


def _fault(wrong: Exception) -> str:
    if isinstance(wrong, TimeoutError | urllib3.exceptions.TimeoutError):
        return f"expected an answer, found none for {_QUIET:g} seconds; try again later"
    return f"expected an answer, found: {wrong!s:.200}; check the address, or try again later"


def split(url: str) -> SplitResult:
    """The parts of an address of the net, its host in ASCII.

    Raises:
        InputError: it is none of http or https, or carries a name and password.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or re.search(r"[\x00-\x20\x7f]", url.strip()):
        raise InputError(f"expected an address of http or https, found {url[:200]!r}; check it")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            "expected an address without a name and password, found one with them; take them out"
        )
    shown = f"[{host}]" if ":" in host else host
    return parts._replace(netloc=shown if port is None else f"{shown}:{port}", fragment="")


def _connect(scheme: str, host: str, addresses: list[str], port: int) -> HTTPConnection:
    """A connection to one of the addresses that were checked, and to no other that the name may come to mean."""
    fault: Exception | None = None
    for address in addresses:
        connection: HTTPConnection
        if scheme == "https":
            context = ssl.create_default_context()
            connection = HTTPSConnection(
                address, port, timeout=_QUIET, ssl_context=context, server_hostname=host
            )
        else:
            connection = HTTPConnection(address, port, timeout=_QUIET)
        try:
            connection.connect()
        except (HTTPError, OSError) as wrong:
            connection.close()
            fault = wrong
        else:
            return connection
    raise fault or OSError("no address")


def _cut(opened: socket.socket | None, late: threading.Event) -> None:
    """End what is being read, also where the connection has handed its socket over to the response."""
    late.set()
    try:
        if opened is not None:
            opened.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def _body(response: urllib3.BaseHTTPResponse, largest: int, *, is_cut: bool) -> bytes:
    parts, length = [], 0
    while part := response.read1(_CHUNK):
        parts.append(part)
        length += len(part)
        if length > largest:
            if is_cut:
                break
            raise InputError(f"expected at most {largest // 1_000_000} MB, found more; leave it out")
    return b"".join(parts)[:largest]
