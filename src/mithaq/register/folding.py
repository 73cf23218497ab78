"""Texts folded for comparing and finding: plain letters and digits, one space between words and at both ends."""

from __future__ import annotations

import unicodedata

from mithaq.register.names import folded_letters

_ARABIC_LETTERS = ("\u0620", "\u06d3")


class _Plain(dict[int, str]):
    """What stands for a character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        kept = []
        for char in unicodedata.normalize("NFKD", chr(code)):
            char = folded_letters().get(ord(char), char) or ""
            for small in char.casefold():
                if unicodedata.combining(small) or unicodedata.category(small) in ("Mn", "Cf"):
                    continue
                digit = unicodedata.digit(small, None)
                kept.append(str(digit) if digit is not None else small if small.isalpha() else " ")
        found = "".join(kept)
        self[code] = found
        return found


_PLAIN = _Plain()


def plain(text: str) -> str:
    """A text as its words are sought: " المغاربه في 2024 " of "المَغارِبة، في ٢٠٢٤".

    Marks are dropped, letters and digits folded as the packs of all languages fold them, signs become spaces.
    """
    return f" {' '.join(text.translate(_PLAIN).split())} "


def is_arabic(word: str) -> bool:
    """True if a folded word is in Arabic letters, whose prefixes are written together with it."""
    return any(_ARABIC_LETTERS[0] <= char <= _ARABIC_LETTERS[1] for char in word)
