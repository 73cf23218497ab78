"""What a server of the tests has, and what was asked of it."""

from __future__ import annotations

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

Reply = tuple[int, dict[str, str], bytes]


class Server:
    """What it has, by path, and the requests that came."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.replies: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []

    def has(self, path: str, body: bytes, media: str = "text/html; charset=utf-8", **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (200, {"Content-Type": media, **named}, body)
        return self.address + path

    def sends_on(self, path: str, to: str) -> str:
        self.replies[path] = (302, {"Location": to}, b"")
        return self.address + path

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]
