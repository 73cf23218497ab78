"""Of which country or body a party is, by the words that name it."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.reading.names import People, Person


def whose(
    adjectives: Sequence[str],
    genitives: Sequence[str],
    located: Sequence[str],
    noted: Sequence[str],
    persons: Sequence[Person],
    plural: bool,
    people: People,
) -> tuple[tuple[str, ...], bool]:
    """The codes of a party and whether they are sure.

    Args:
        adjectives: codes told by adjectives: "the Turkish minister".
        genitives: codes of whose it is: "the minister of Turkey".
        located: codes of where it is: "the police in Dubai".
        noted: codes that an office has by its name.
        persons: those named.
        plural: whether it is of all that are named: "the French and Spanish ministers".
        people: who is known of the document.
    """
    if plural:
        every = [*adjectives, *genitives, *located]
        if every:
            return tuple(dict.fromkeys(every)), True
    for found in (noted, genitives[:1] if not adjectives else adjectives[:1], genitives[:1], located[:1]):
        if found:
            return (found[0],), True
    for person in persons:
        code = people.code_of(person)
        if code:
            return (code,), True
    return (), False
