"""How much may come out of what is packed: text packs to a tenth of its size, and never to a hundredth."""

from __future__ import annotations

from mithaq.errors import InputError

_FREE = 100_000_000  # bytes from which it is looked at
_RATIO = 100


class Budget:
    """The bytes that a packed file may give in all; more is a bomb."""

    def __init__(self, what: str, size: int) -> None:
        """Set the budget of one file.

        Args:
            what: it is, for the message: "a zip".
            size: of it, in bytes.
        """
        self._most = max(_FREE, _RATIO * size)
        self._given = 0
        self._fault = (
            f"expected texts, found {what} of {size} bytes with more than {self._most // 1_000_000} MB in it, as in one "
            "that is made to do harm; the rest of it is not read"
        )

    def spend(self, count: int) -> None:
        """Take note that bytes were given.

        Raises:
            InputError: it gives more than it may.
        """
        self._given += count
        self.check()

    def check(self) -> None:
        """Refuse what has given more than it may."""
        if self._given > self._most:
            raise InputError(self._fault)
