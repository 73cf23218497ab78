"""Whose officials a text means by offices without a country, and whether it tells of any other country at all."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.pack import Sense
from mithaq.reading.text import Text

_LEAST = 5  # times that another country is named
_SHARE = 0.7  # of all names of countries
_OWN, _ABROAD = "home", "abroad"
_FOREIGN = (
    "body",
    "body.adjective",
    "counterpart",
    "international.mark",
    "gather.strong",
)  # words of more than one


class Lands(NamedTuple):
    """The country that officials without one are of, and whether a text names any party beside it."""

    home: str | None
    foreign: bool


class Home:
    """Tells the country of officials without one."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lands = _Lands(lexicon)

    def of(self, text: Text, home: str | None) -> Lands:
        """The country meant in a text of a source: another one where the text names that and no other, and often.

        "The president of the republic met the speaker of parliament" in a text on Tunisia is not of Morocco.
        """
        told = set(map(self.lands.__getitem__, text.distinct))
        told -= {None, ""}
        foreign = not told <= {home, _OWN}
        if home is None or home in told or _OWN in told:
            return Lands(home, foreign)
        named = Counter(code for code in map(self.lands.__getitem__, text.phrases) if code)
        named.pop(_ABROAD, None)
        if not named:
            return Lands(home, foreign)
        [(land, count)] = named.most_common(1)
        return Lands(land if count >= _LEAST and count >= _SHARE * named.total() else home, foreign)


class _Lands(dict[str, str | None]):
    """The country that a phrase names, None where it names none; told when the phrase is first met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, phrase: str) -> str | None:
        pattern = self.lexicon.known[phrase]
        found = self[phrase] = None if pattern is None else _code(self.lexicon.senses[pattern][0])
        return found


def _code(sense: Sense) -> str | None:
    if sense.cls == _OWN:
        return _OWN
    if sense.cls in _FOREIGN:
        return _ABROAD
    if sense.cls in ("country", "seat") or sense.cls.startswith("demonym"):
        return sense.value
    if sense.cls.startswith("official"):
        return _ABROAD
    if sense.cls in ("city", "agency"):
        return sense.value.split("/", 1)[0] if "/" in sense.value else _ABROAD
    return sense.note[8:] if sense.note.startswith("country=") else None
