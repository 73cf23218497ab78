"""Headlines and the texts below them: offsets count the headline before the text, so it must not stand in both."""

from __future__ import annotations


def without_title(text: str, title: str | None) -> str:
    """A text without its headline, where it opens with it and goes on after it."""
    first, _, rest = text.partition("\n")
    is_title = title is not None and _plain(first) == _plain(title)
    return rest.strip() if is_title and rest.strip() else text


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
