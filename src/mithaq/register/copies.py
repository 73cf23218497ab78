"""Which documents are near copies of each other: one wire text in several outlets is one witness.

A text is known by the smallest hashes of its runs of three words (MinHash). From the share of them that two texts have in
common, and from how many each has, follows how much of the shorter one stands in the longer: a wire text cut to its first
paragraph is a copy of it too.
"""

from __future__ import annotations

import struct
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

from rensa import RMinHash

_RUN = 3
_HASHES = 64
_SEED = 42
_COPIED = 0.6
"""Share of the shorter text that stands in the longer one, from which it is a copy. Texts of two hands on one act have
under 0.2 in common."""
_FORM = struct.Struct(f"<{_HASHES + 1}I")


def sketch(folded: str) -> bytes | None:
    """What near copies of a text are known by; None of a text under three words.

    Args:
        folded: the text as `folding.plain` gives it.
    """
    words = folded.split()
    runs = {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    if not runs:
        return None
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update(sorted(runs))
    return _FORM.pack(len(runs), *hashes.digest())


def are_copies(one: bytes, other: bytes) -> bool:
    """Whether two sketches are of near copies."""
    a, b = _FORM.unpack(one), _FORM.unpack(other)
    return _is_copied(a, b, sum(map(int.__eq__, a[1:], b[1:])))


def count_independent(texts: Iterable[tuple[str, bytes | None]]) -> int:
    """How many independent texts there are among documents.

    Args:
        texts: of each document the key of its words, and its sketch. Near copies of near copies are one text.
    """
    known = dict(texts)
    if len(known) < 2:
        return len(known)
    keys = sorted(known)
    head = {key: key for key in keys}

    def find(key: str) -> str:
        while head[key] != key:
            head[key] = key = head[head[key]]
        return key

    numbers = {key: _FORM.unpack(told) for key in keys if (told := known[key])}
    alike: Counter[tuple[str, str]] = Counter()
    for place in range(1, _HASHES + 1):
        sharing: dict[int, list[str]] = defaultdict(list)
        for key, values in numbers.items():
            sharing[values[place]].append(key)
        for group in sharing.values():
            alike.update(combinations(group, 2))
    for (one, other), shared in alike.items():
        if _is_copied(numbers[one], numbers[other], shared):
            head[find(other)] = find(one)
    return len({find(key) for key in keys})


def _is_copied(a: tuple[int, ...], b: tuple[int, ...], shared: int) -> bool:
    alike = shared / _HASHES
    in_common = alike * (a[0] + b[0]) / (1 + alike)
    return in_common / min(a[0], b[0]) >= _COPIED
