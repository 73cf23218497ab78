"""A long run remembers every id it met."""

from __future__ import annotations

from mithaq.sources.seen import Seen


def test_every_string_is_new_once() -> None:
    seen = Seen()
    names = [f"paper-{number}" for number in range(50_000)]
    assert all(seen.add(name) for name in names)
    assert not any(seen.add(name) for name in names)


def test_the_empty_string_counts() -> None:
    seen = Seen()
    assert seen.add("")
    assert not seen.add("")
