"""Where a name of the net leads to, and whether a stranger's address may lead there: not into one's own network."""

from __future__ import annotations

import ipaddress
import socket

from mithaq.errors import InputError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_EMBEDDED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses as networks of IPv6 alone write them


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, all of them checked: the connection is to be made to one of these and no other.

    Raises:
        InputError: it has none, or one of them is private or loopback and that is not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as wrong:
        raise InputError(
            f"expected a host that is known, found {host!r}: {wrong}; check the address"
        ) from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not (allow_private or is_public(address)):
            raise InputError(
                f"expected a public address, found {host!r} at {address}, which is private; "
                "if it is yours and you mean it, add --allow-private"
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the open net: not private, loopback, local to a link, shared or reserved."""
    try:
        ip: _Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in _EMBEDDED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
