"""The cascade of finite-state stages from text to events: deterministic, explainable, words and rules as data."""

from __future__ import annotations

from mithaq.reading.reader import Reader, read

__all__ = ["Reader", "read"]
