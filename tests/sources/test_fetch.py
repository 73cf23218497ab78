"""Fetching is polite, bounded, and does not leave the open net for one's own."""

from __future__ import annotations

import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler

import pytest
from serving import Server

from mithaq.errors import InputError
from mithaq.sources import fetch
from mithaq.sources.addresses import is_public
from mithaq.sources.fetch import Fetcher


def fetcher(**options: float) -> Fetcher:
    return Fetcher(allow_private=True, pause=0, **options)  # type: ignore[arg-type]


def test_a_page_comes_with_what_its_server_says(server: Server) -> None:
    url = server.has("/a", b"text", "text/html; charset=windows-1256", ETag='"1"', Last_Modified="Fri")
    answer = fetcher().get(url)
    assert (answer.data, answer.media, answer.charset) == (b"text", "text/html", "windows-1256")
    assert (answer.etag, answer.modified, answer.url) == ('"1"', "Fri", url)
    assert server.paths == ["/robots.txt", "/a"]
    assert server.requests[1][1]["User-Agent"].startswith("mithaq/")


def test_what_has_not_changed_is_not_sent(server: Server) -> None:
    url = server.has("/a", b"text", ETag='"1"')
    assert fetcher().get(url, etag='"1"').is_unchanged
    assert not fetcher().get(url, etag='"0"').is_unchanged


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1", "fec0::1",
    ],
)  # fmt: skip
def test_addresses_of_ones_own_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_of_the_open_net_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]
)
def test_loopback_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(InputError, match=r"private|known"):
        Fetcher(pause=0).get(f"http://{host}:9/")


def test_a_name_that_leads_home_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    url = server.has("/a", b"text")
    asked = []

    def lookup(host: str, port: int, **_options: object) -> list[object]:
        asked.append(host)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.216.34", "127.0.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(InputError, match=r"'paper\.example' at 127\.0\.0\.1, which is private"):
        Fetcher(pause=0).get(url.replace("127.0.0.1", "paper.example"))
    assert asked == ["paper.example"]
    assert server.requests == []


def test_a_redirect_home_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host is let through as if it were of the open net; the one it sends on to is checked all the same."""
    url = server.sends_on("/a", "http://localhost:1/secret")
    monkeypatch.setattr("mithaq.sources.addresses.is_public", lambda address: False)
    resolve = fetch.resolve
    monkeypatch.setattr(
        fetch, "resolve", lambda host, port, **how: resolve(host, port, allow_private=host == "127.0.0.1")
    )
    with pytest.raises(InputError, match="'localhost' at .*, which is private"):
        Fetcher(pause=0).get(url)
    assert server.paths == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "http://u:p@127.0.0.1/"]
)
def test_a_redirect_out_of_the_web_is_refused(server: Server, to: str) -> None:
    with pytest.raises(InputError, match="expected an address"):
        fetcher().get(server.sends_on("/a", to))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://", "http://a b/", "http://user:word@paper.example/", "http://[x"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="expected an address"):
        fetcher().get(url)


def test_redirects_are_followed_and_end(server: Server) -> None:
    server.has("/c", b"there")
    server.sends_on("/b", "/c")
    assert fetcher().get(server.sends_on("/a", server.address + "/b")).url == server.address + "/c"
    with pytest.raises(InputError, match="redirects"):
        fetcher().get(server.sends_on("/round", "/round"))


def test_robots_are_obeyed(server: Server) -> None:
    server.has("/robots.txt", b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n", "text/plain")
    url = server.has("/open", b"text")
    waits: list[float] = []
    one = Fetcher(allow_private=True, pause=0, sleep=waits.append)
    with pytest.raises(InputError, match=r"robots\.txt of its host forbids it"):
        one.get(server.has("/private/a", b"text"))
    one.get(url)
    one.get(url)
    assert waits == [pytest.approx(7, abs=0.5)]
    assert server.paths == ["/robots.txt", "/open", "/open"]


def test_robots_that_cannot_be_had_are_a_no(server: Server) -> None:
    server.replies["/robots.txt"] = (503, {}, b"")
    with pytest.raises(InputError, match="503, which counts as a no"):
        fetcher().get(server.has("/a", b"text"))


def test_what_is_not_there_is_told(server: Server) -> None:
    with pytest.raises(InputError, match="answers 404"):
        fetcher().get(server.address + "/nothing")


@pytest.mark.parametrize("packed", [False, True])
def test_what_is_too_large_is_left(server: Server, packed: bool) -> None:
    body = b"x" * 30_000_000
    head = {"Content_Encoding": "gzip"} if packed else {}
    url = server.has("/a", gzip.compress(body, 1) if packed else body, **head)
    with pytest.raises(InputError, match="at most 20 MB"):
        fetcher().get(url)


def test_what_drips_is_cut(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while handler.wfile.write(b"x"):
                handler.wfile.flush()
                stop.wait(0.02)
        except OSError:
            stop.set()

    stop = threading.Event()
    server.replies["/a"] = drip
    with pytest.raises(InputError, match="within 0.3 seconds"):
        fetcher(seconds=0.3).get(server.address + "/a")
    assert stop.wait(10)


def test_addresses_in_arabic_are_asked_for_as_browsers_do(server: Server) -> None:
    server.has("/%D8%AE%D8%A8%D8%B1?a=%D8%A8", b"text")
    assert fetcher().get(server.address + "/خبر?a=ب#here").data == b"text"
