"""Mithaq reads what is published about security diplomacy and keeps a register of it."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["Document", "Event", "MithaqError", "Reader", "Register", "read"]

_HOMES = {
    "Document": "mithaq.records",
    "Event": "mithaq.records",
    "MithaqError": "mithaq.errors",
    "Reader": "mithaq.reading",
    "Register": "mithaq.register",
    "read": "mithaq.reading",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `mithaq read` starts at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mithaq' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
