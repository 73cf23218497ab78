"""How names sound: letters of Arabic and Latin script to sounds, and how far two words are from each other by sound.

What the letters stand for, and what is near to what, are data: `languages/sounds.toml`.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any, Literal

from mithaq.lexicon.tables import read_cells, read_table

ARABIC, LATIN = "arabic", "latin"
Script = Literal["arabic", "latin"]

_DOUBLED = re.compile(
    r"([b-df-hjkmnp-tv-z])\1+"
)  # consonants of Latin script: written twice, they sound once
_GIVEN = "given"
_MOST_LETTERS = 40  # of a word that is compared; the cost grows with the square


def script_of(text: str) -> Script | None:
    """The script of the first letter of a text, None if it is neither Arabic nor Latin or there is none."""
    for char in text:
        if char.isalpha():
            name = unicodedata.name(char, "")
            return "arabic" if name.startswith("ARABIC") else "latin" if name.startswith("LATIN") else None
    return None


class Sounds:
    """The data of `languages/sounds.toml`, made ready.

    Args:
        data: as `tomllib` reads it.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.words: dict[str, Any] = data["words"]
        self.spellings = {script: _Spelling(data[script]) for script in (ARABIC, LATIN)}
        self.vowels = frozenset(data["vowels"]["sounds"].split())
        self.silent = frozenset(data["silent"]["sounds"].split())
        self.helping = frozenset(data["helping"]["sounds"].split())
        self.full = frozenset(data["full"]["sounds"].split())
        self.long = frozenset(data["full"]["long"].split())
        self.far: dict[str, float] = data["far"]
        self.left_out: dict[str, dict[str, float]] = data["left_out"]
        self.near = {kind: _both_ways(rows) for kind, rows in data["near"].items()}
        self.least: dict[str, list[float]] = data["least"]
        self.classes = {sound: letter for letter, sounds in data["key"].items() for sound in sounds.split()}

    @cached_property
    def given(self) -> frozenset[str]:
        """The given names of the language packs, in lower case."""
        found = set()
        for path in sorted((_folder()).glob("*/names.tsv")):
            rows, _ = read_table(path)
            found |= {row.form.casefold() for row in rows if row.cls == _GIVEN}
        return frozenset(found)

    @cached_property
    def known(self) -> dict[str, frozenset[str]]:
        """Which names of `languages/given.tsv` a word in plain letters can be: two of "rashid", one of "rashad"."""
        found: dict[str, set[str]] = {}
        cells, _ = read_cells(_folder() / "given.tsv", ("arabic", "latin"))
        for arabic, latin in cells[1:]:
            for form in (self.spellings[ARABIC].plain(arabic), *latin.split()):
                found.setdefault(form, set()).add(arabic)
                found.setdefault(self.spellings[LATIN].plain(form), set()).add(arabic)
        return {form: frozenset(names) for form, names in found.items()}

    def spell(self, word: str, script: Script) -> tuple[str, ...]:
        """The sounds of a word: `("hh", "m", "U", "sh", "I")` for "حموشي"."""
        return self.spellings[script].spell(word[:_MOST_LETTERS])

    def key(self, sounds: tuple[str, ...]) -> str:
        """The key of a word's sounds: "MS" for "حموشي", "Hammouchi", "Hamouchi" and "Hammushi"."""
        letters = [self.classes[sound] for sound in sounds if sound in self.classes]
        return "".join(letter for letter, _ in groupby(letters))

    def may_be_apart(self, one: tuple[str, ...], other: tuple[str, ...], kind: str) -> float:
        """The distance up to which two words can be of one name."""
        fewer = min(sum(sound not in self.vowels for sound in word) for word in (one, other))
        least = self.least[kind]
        return least[min(fewer, len(least) - 1)]

    def distance(self, one: tuple[str, ...], other: tuple[str, ...], kind: str) -> float:
        """How far two words are from each other: the least cost of turning the sounds of one into those of the other.

        Args:
            one: the sounds of a word; those of the Arabic one where the scripts differ.
            other: the sounds of another, in Latin script.
            kind: `across` scripts, or `within` one.
        """
        near = self.near[kind]
        without_one = self._costs(one, kind, is_latin=kind == "within")
        without_other = self._costs(other, kind, is_latin=True)
        if one[0] in self.helping and len(other) > 1 and self.vowels.isdisjoint(other[:2]):
            without_one[0] = self.far["helping"]
        above = [0.0, *accumulate(without_other)]
        for sound, without in zip(one, without_one, strict=True):
            line = [above[0] + without]
            for place, beside in enumerate(other):
                changed = above[place] + self._change(sound, beside, near)
                line.append(min(changed, above[place + 1] + without, line[-1] + without_other[place]))
            above = line
        return above[-1]

    def _change(self, one: str, other: str, near: dict[tuple[str, str], float]) -> float:
        found = near.get((one, other))
        if found is not None:
            return found
        if one == other:
            return 0.0
        return self.far["vowels"] if one in self.vowels and other in self.vowels else 1.0

    def _costs(self, word: tuple[str, ...], kind: str, *, is_latin: bool) -> list[float]:
        """What it costs to leave out each sound of a word."""
        far, costs = self.far, []
        last_vowel = max((place for place, sound in enumerate(word) if sound in self.vowels), default=-1)
        for place, sound in enumerate(word):
            cost = self.left_out[kind].get(sound, far["left_out"])
            is_last = place == len(word) - 1
            if place == 0 and sound in self.vowels:
                cost += far["at_start"]
            elif is_last and sound in self.full:
                cost += far["at_end"]
            elif place and word[place - 1] == sound:
                cost = min(cost, far["again"])
            elif place == last_vowel and sound in self.long:
                cost = max(cost, far["last"])
            elif is_last and kind == "across" and is_latin and len(word) > 2 and sound in self.silent:
                cost = min(cost, far["silent"])
            costs.append(cost)
        return costs


class _Spelling:
    """How one script is spelt: the longest spelling that fits at each place wins."""

    def __init__(self, data: dict[str, dict[str, str]]) -> None:
        self.fold = str.maketrans(data["fold"])
        self.sounds: list[tuple[str, ...]] = []
        parts = []
        self.letters = frozenset("".join(data["spell"]))
        rows = [
            (*spelt.strip("^$").partition(">")[::2], spelt, told) for spelt, told in data["spell"].items()
        ]
        for body, ahead, spelt, sounds in sorted(rows, key=_rank):
            start = r"\A" if spelt.startswith("^") else ""
            end = r"\Z" if spelt.endswith("$") else f"(?=[{re.escape(ahead)}])" if ahead else ""
            parts.append(f"({start}{re.escape(body)}{end})")
            self.sounds.append(tuple(sounds.split()))
        self.pattern = re.compile("|".join(parts))

    @lru_cache(maxsize=65536)  # noqa: B019  there is one of each script, as long as the program runs
    def spell(self, word: str) -> tuple[str, ...]:
        sounds: list[str] = []
        for match in self.pattern.finditer(self.plain(word)):
            sounds += self.sounds[match.lastindex - 1] if match.lastindex else ()
        return tuple(sounds)

    def plain(self, word: str) -> str:
        """A word in lower case with the letters and marks that have spellings; other marks are dropped."""
        folded = unicodedata.normalize("NFC", word).casefold().translate(self.fold)
        known = "".join(char if char in self.letters else _without_marks(char) for char in folded)
        return _DOUBLED.sub(r"\1", known)


def _rank(row: tuple[str, str, str, str]) -> tuple[int, bool, int, str]:
    """The longest spelling first; of those as long, those that ask for more than their letters."""
    body, _, spelt, _ = row
    return -len(body), not spelt.startswith("^"), -len(spelt), spelt


def _without_marks(char: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))


def _both_ways(rows: dict[str, dict[str, float]]) -> dict[tuple[str, str], float]:
    near = {(one, other): cost for one, costs in rows.items() for other, cost in costs.items()}
    return {**{(other, one): cost for (one, other), cost in near.items() if (other, one) not in near}, **near}


@cache
def sounds() -> Sounds:
    """The sounds that this package knows of."""
    return Sounds(tomllib.loads((_folder() / "sounds.toml").read_text("utf-8")))


def _folder() -> Path:
    return Path(str(files("mithaq"))) / "languages"
