"""Whose officials a text means by offices without a country: the source's, save where it only tells of another."""

from __future__ import annotations

import re
from collections import Counter

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Letters
from mithaq.reading.text import Text

_LEAST = 5  # times that another country is named
_SHARE = 0.7  # of all names of countries


class Home:
    """Tells the country of officials without one."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.lexicon = lexicon
        naming = letters.of("country|seat|home|demonym*|city|agency|office|office.plural|rank|envoy")
        self.naming = re.compile(f"[{re.escape(naming)}]")

    def of(self, text: Text, home: str | None) -> str | None:
        """The country meant in a text of a source: None where the text names another country only, and often.

        "The president of the republic met the speaker of parliament" in a text on Tunisia is not of Morocco.
        """
        if home is None:
            return None
        named: Counter[str] = Counter()
        for found in self.naming.finditer(text.letters):
            for item in text.items(found.start(), found.end()):
                for sense in text.senses(item)[:1]:
                    if sense.cls == "home":
                        return home
                    code = self._code(sense.cls, sense.value, sense.note)
                    if code == home:
                        return home
                    if code:
                        named[code] += 1
        if not named:
            return home
        [(code, count)] = named.most_common(1)
        return code if count >= _LEAST and count >= _SHARE * named.total() else home

    def _code(self, cls: str, value: str, note: str) -> str | None:
        if cls in ("country", "seat") or cls.startswith("demonym"):
            return value
        if cls in ("city", "agency"):
            return value.split("/", 1)[0] if "/" in value else None
        return note[8:] if note.startswith("country=") else None
