"""Which ids a run has met, in a few bytes an id, so that a stream of millions stays small."""

from __future__ import annotations

from array import array

_FIRST_SIZE = 1 << 12


class Seen:
    """A set of strings kept as 64-bit hashes in a table of open addresses: 11 to 32 bytes an id.

    A million Python strings in a set take 120 MB. Two of a million ids share a hash once in 40 million runs.
    """

    def __init__(self) -> None:
        self._table = array("q", bytes(8 * _FIRST_SIZE))
        self._used = 0

    def add(self, name: str) -> bool:
        """Take up a string; True if it is new."""
        if 3 * self._used > 2 * len(self._table):
            self._grow()
        if not self._put(self._table, hash(name) or 1):
            return False
        self._used += 1
        return True

    def _grow(self) -> None:
        larger = array("q", bytes(16 * len(self._table)))
        for key in self._table:
            if key:
                self._put(larger, key)
        self._table = larger

    @staticmethod
    def _put(table: array[int], key: int) -> bool:
        mask = len(table) - 1
        at = key & mask
        while found := table[at]:
            if found == key:
                return False
            at = (at + 1) & mask
        table[at] = key
        return True
