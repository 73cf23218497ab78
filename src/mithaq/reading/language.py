"""In which language a text is written, by the letters that a pack declares: what no pack reads is said to be so."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from mithaq.lexicon.pack import data_folder

SAMPLE = 4000  # characters looked at
_LEAST_SHARE = 0.5  # of all letters are the language's
_MOST_FOREIGN = 0.015  # of its letters are of another language of the same script
_LETTERS = re.compile(r"[^\W\d_]+")  # in runs: a match for each letter takes four times as long


@cache
def packs() -> dict[str, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    """The languages that can be read: their letters, and the letters that betray another language."""
    found = {}
    for path in sorted((data_folder() / "languages").glob("*/pack.toml")):
        pack = tomllib.loads(path.read_text("utf-8"))["pack"]
        foreign = pack.get("foreign_letters")
        found[path.parent.name] = (
            re.compile(f"(?:{pack['letters']})+"),
            re.compile(foreign) if foreign else None,
        )
    return found


def detect(text: str) -> str | None:
    """The language of a text, or None where no pack reads it.

    Args:
        text: a text of any length; its first `SAMPLE` characters decide.
    """
    sample = text[:SAMPLE]
    letters = sum(map(len, _LETTERS.findall(sample)))
    if not letters:
        return None
    for lang, (own, foreign) in packs().items():
        count = sum(map(len, own.findall(sample)))
        if count >= _LEAST_SHARE * letters:
            if foreign and len(foreign.findall(sample)) > _MOST_FOREIGN * count:
                return None
            return lang
    return None
