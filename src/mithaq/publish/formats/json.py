"""A review as JSON: the tree itself, for programs."""

from __future__ import annotations

import msgspec

from mithaq.publish.tree import Review


def write_json(review: Review) -> bytes:
    """The tree of a review as indented JSON, in UTF-8 with a line feed at its end."""
    return msgspec.json.format(msgspec.json.encode(review), indent=1) + b"\n"
