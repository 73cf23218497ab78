"""Who is meant by a short name: the fullest form that the same party's persons have among these engagements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mithaq.lexicon.sounds import script_of
from mithaq.register import Engagement
from mithaq.register.names import name_words, same_person

FullNames = dict[tuple[str, str], str]
"""From a party's code and a name as an engagement shows it, to the name in full."""


def full_names(engagements: Iterable[Engagement]) -> FullNames:
    """The full name of every person named. A short name that two persons could bear stays short."""
    found: Counter[tuple[str, str]] = Counter()
    for engagement in engagements:
        found.update(
            (party.code, party.person) for party in engagement.parties if party.code and party.person
        )
    # The fullest form first; of forms as full, the one most often shown.
    ranked = sorted(found, key=lambda named: (-len(name_words(named[1])), -found[named], named))
    full: FullNames = {}
    heads: dict[str, list[str]] = {}
    for code, name in ranked:
        known = heads.setdefault(code, [])
        fitting = [head for head in known if script_of(head) == script_of(name) and same_person(head, name)]
        if len(fitting) == 1:
            full[code, name] = fitting[0]
        else:
            full[code, name] = name
            known.append(name)
    return full
