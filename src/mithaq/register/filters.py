"""What engagements are asked for: conditions, and the words that find them."""

from __future__ import annotations

from functools import cache

import msgspec

from mithaq.errors import UsageError
from mithaq.lexicon.tables import shipped_languages, shipped_rows
from mithaq.register.folding import is_arabic, plain
from mithaq.register.names import without_article

_LEAST = 3
_CLASSES = ("country", "demonym.m", "demonym.f", "demonym.p")


class Filters(msgspec.Struct, kw_only=True, frozen=True):
    """Conditions on engagements; one that is None is none.

    Args:
        words: full text, in any of the languages; a phrase stands in quotation marks.
        parties: codes of countries and bodies, all of which take part.
        region: a region as `gazetteer.regions` writes it, of some party.
        first, last: ISO days; an engagement counts that touches them.
        person: a name in any script.
        confidence: at least.
        witnesses: at least.
        has_conflicts: True or False.
        status: one of `decisions.STATUSES`, or `all`; None leaves out what was rejected.
    """

    words: str | None = None
    kind: str | None = None
    stage: str | None = None
    parties: tuple[str, ...] = ()
    region: str | None = None
    topic: str | None = None
    person: str | None = None
    first: str | None = None
    last: str | None = None
    confidence: float | None = None
    witnesses: int | None = None
    has_conflicts: bool | None = None
    status: str | None = None

    def keys(self) -> list[str]:
        """The keys that engagements are listed by under these conditions."""
        told = {"kind": self.kind, "stage": self.stage, "region": self.region, "topic": self.topic}
        keys = [f"{name}:{value}" for name, value in told.items() if value is not None]
        keys += [f"party:{code}" for code in self.parties]
        if self.status not in (None, "all"):
            keys.append(f"status:{self.status}")
        if self.has_conflicts:
            keys.append("conflicts:yes")
        return [key[:80] for key in keys]


def patterns(words: str) -> list[list[str]]:
    """What to look for in folded texts: of each word or phrase the patterns one of which must be there.

    A word in Arabic letters is sought anywhere, behind its prefixes and without its article: "المغرب" finds "للمغرب". One in
    Latin letters is sought where a word begins. The name of a country finds its people too: "المغرب" finds "المغاربة".

    Raises:
        UsageError: there is no word to look for.
    """
    found = []
    for place, part in enumerate(words.split('"')):
        phrases = [part] if place % 2 else part.split()
        for phrase in phrases:
            folded = plain(phrase).strip()
            if folded:
                told = list(dict.fromkeys(_pattern(form) for form in (folded, *_kin(folded))))
                found.append([one for one in told if not any(o in one and o != one for o in told)])
    if not found:
        raise UsageError(f"expected words to look for, found {words!r}")
    return found


def _pattern(folded: str) -> str:
    if is_arabic(folded):
        bare = without_article(folded)
        return bare if len(bare) >= _LEAST else f" {bare} "
    return f" {folded}" if len(folded) >= _LEAST else f" {folded} "


def _kin(folded: str) -> list[str]:
    """Other words for the same country in the same language: its people, and what is of it."""
    return _countries().get(without_article(folded), [])


@cache
def _countries() -> dict[str, list[str]]:
    """From a folded name of a country to the words for its people, from the tables of all languages."""
    found: dict[str, list[str]] = {}
    for lang in shipped_languages():
        people: dict[str, list[str]] = {}
        for form, kind, value, *_ in shipped_rows(f"languages/{lang}/demonyms.tsv")[1:]:
            if kind in _CLASSES:
                people.setdefault(value, []).append(plain(form).strip())
        for form, _, value, *_ in shipped_rows(f"languages/{lang}/countries.tsv")[1:]:
            names = found.setdefault(without_article(plain(form).strip()), [])
            names += [name for name in people.get(value, ()) if name not in names]
    return found
