"""How long a large register takes to answer, and to take one more document."""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from typing import Any, NamedTuple

from mithaq.ontology import KINDS, STAGES, TOPICS
from mithaq.register import Filters, Register
from mithaq.scale.invented import Invented, Telling

PAGE = 50
_YEARS = (1996, 2024)
_TOLD_MORE = 4
_WARM = 20


class Delay(NamedTuple):
    """How long something took, in milliseconds: in the middle, and what one in twenty went beyond."""

    what: str
    times: int
    median: float
    p95: float


def measure_questions(where: str, *, times: int = 200, seed: int = 2024) -> list[Delay]:
    """Ask for lists under conditions, for words, and for single engagements.

    Args:
        where: a register as `filling.fill` makes it.
        times: how often each is asked.
        seed: of the draw of questions.
    """
    draw, asked = random.Random(seed), Invented(1).asked
    with Register.open(where) as register:
        known = [
            engagement.id for kind in KINDS for engagement in register.find(Filters(kind=kind), limit=200)
        ]
        lists = [_conditions(draw, asked) for _ in range(times)]
        searches = [_search(draw, asked) for _ in range(times)]
        singles = draw.choices(known, k=times)
        return [
            _delay("filtered list", lists, lambda filters: register.find(filters, limit=PAGE)),
            _delay("search", searches, lambda filters: register.find(filters, limit=PAGE)),
            _delay("one engagement", singles, register.engagement),
        ]


def measure_adding(where: str, empty: str, acts: int, *, times: int = 60) -> tuple[Delay, Delay]:
    """Add documents one by one, each with the engagements made anew: to a large register, and to an empty one.

    Args:
        where: a register of `acts` engagements, as `filling.fill` makes it.
        empty: where none is yet.
        times: how many documents, after some that have the tables loaded by which names are compared.
    """
    tellings = list(islice(_more(acts), _WARM + times))
    delays = []
    for place, what in ((where, f"one document more, of {acts:,}"), (empty, "one document more, of none")):
        with Register.open(place) as register:

            def add(telling: Telling, register: Register = register) -> None:
                register.add(*telling)
                register.refresh()

            for telling in tellings[:_WARM]:
                add(telling)
            delays.append(_delay(what, tellings[_WARM:], add))
    return delays[0], delays[1]


def _more(acts: int) -> Iterator[Telling]:
    """Other documents on the acts of a register, none of which it has."""
    for seed in count(1):
        invented = Invented(acts, seed=seed)
        for number in range(0, invented.blocks, max(1, invented.blocks // 30)):
            for tellings in islice(invented.block(number), _TOLD_MORE):
                for document, events in tellings:
                    document.id = f"more-{seed}-{document.id}"
                    yield document, events


def _conditions(draw: random.Random, asked: dict[str, list[str]]) -> Filters:
    """Conditions as people ask for: one to three of them, with a year or some years in half."""
    ways: dict[str, Any] = {
        "parties": tuple(draw.sample(asked["parties"], draw.choice((1, 1, 2)))),
        "kind": draw.choice(KINDS),
        "stage": draw.choice(STAGES),
        "region": draw.choice(asked["regions"]),
        "topic": draw.choice(TOPICS),
        "person": draw.choice(asked["persons"]),
        "confidence": draw.choice((0.8, 0.9, 0.95)),
        "witnesses": draw.choice((2, 3)),
        "has_conflicts": draw.random() < 0.5,
        "status": draw.choice(("found", "accepted", "all")),
    }
    told = {name: ways[name] for name in draw.sample(sorted(ways), draw.choice((1, 2, 3)))}
    return Filters(**told, **_years(draw))


def _search(draw: random.Random, asked: dict[str, list[str]]) -> Filters:
    """Words, in two of five with a party and some years."""
    words = draw.choice(asked["words"])
    if draw.random() < 0.6:
        return Filters(words=words)
    return Filters(words=words, parties=(draw.choice(asked["parties"]),), **_years(draw))


def _years(draw: random.Random) -> dict[str, Any]:
    if draw.random() < 0.5:
        return {}
    year = draw.randint(*_YEARS)
    return {"first": f"{year}-01-01", "last": f"{year + draw.choice((0, 0, 5))}-12-31"}


def _delay(what: str, asked: Sequence[Any], do: Callable[[Any], object]) -> Delay:
    taken = []
    for each in asked:
        start = time.perf_counter()
        do(each)
        taken.append((time.perf_counter() - start) * 1000)
    ordered = sorted(taken)
    return Delay(what, len(taken), statistics.median(taken), ordered[math.ceil(len(ordered) * 0.95) - 1])
