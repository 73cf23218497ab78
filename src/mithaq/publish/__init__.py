"""Pages made from a register, in the words of a language."""

from __future__ import annotations

from mithaq.publish.review import review

__all__ = ["review"]
