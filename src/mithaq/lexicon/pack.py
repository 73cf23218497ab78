"""A language pack as the reader uses it: words to codes, codes to phrases, phrases to meanings.

Tables of tens of thousands of words are kept as a line of text a word and read when a word is first met: a text of a
page meets a few hundred. A pack so kept is loaded in 15 ms, where one of as many objects took 130 ms.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from bisect import bisect_left
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mithaq.lexicon.script import Script

if TYPE_CHECKING:
    import daachorse

FORMAT = 19
OCCUPANCIES = "occupancies"  # the one table of the gazetteer whose rows have no id
READ_ELSEWHERE = (OCCUPANCIES, "aliases")  # tables of the gazetteer that reading a text needs none of
PHRASE = 0x50000  # from here on, a character stands for a phrase of several codes
OTHER, NUMBER = "o", "n"
_NO_RULES: dict[str, Any] = {"macros": {}, "barriers": "stop", "rule": [], "frame": []}
# What may hang on a stem; whether it is a verb, or a name of a place, and no noun.
SUFFIXABLE, ARTICLED, VERB, PLACE = "s", "a", "v", "p"


def data_folder() -> Path:
    """The folder of the package that holds `languages/` and `gazetteer/`."""
    return Path(__file__).parents[1]


class Sense(NamedTuple):
    """One meaning of a form."""

    cls: str
    value: str
    note: str


class Homonym(NamedTuple):
    """The phrase that another stands for in a text that has one of `beside` and none of `without`."""

    phrase: str
    beside: frozenset[str]
    without: frozenset[str]


class Stem(NamedTuple):
    """A folded stem: its marks, and its codes, each with the spellings that have it."""

    marks: str
    codes: tuple[tuple[str, frozenset[str]], ...]

    def line(self) -> str:
        """The stem as a line of text."""
        return "\t".join([self.marks, *(" ".join([code, *sorted(forms)]) for code, forms in self.codes)])

    @classmethod
    def of(cls, line: str) -> Stem:
        """The stem that a line of text tells."""
        marks, *codes = line.split("\t")
        return cls(marks, tuple((code[0], frozenset(code[2:].split(" "))) for code in codes))


class Senses(dict[int, tuple[Sense, ...]]):
    """The meanings of each pattern, the weightiest class first."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def __missing__(self, pattern: int) -> tuple[Sense, ...]:
        cells = self.lines[pattern].split("\t")
        found = self[pattern] = tuple(
            map(Sense._make, zip(cells[::3], cells[1::3], cells[2::3], strict=True))
        )
        return found


class Known(dict[str, int | None]):
    """The pattern that a character of a string of phrases stands for, None where no table knows it."""

    def __init__(self, phrases: int, singles: str) -> None:
        super().__init__()
        self.phrases = phrases
        self.singles = singles

    def __missing__(self, char: str) -> int | None:
        found: int | None = None
        if ord(char) >= PHRASE:
            found = ord(char) - PHRASE
        else:
            place = bisect_left(self.singles, char)
            if self.singles[place : place + 1] == char:
                found = self.phrases + place
        self[char] = found
        return found


class LetterOf(dict[int, str]):
    """The letter of each character of a string of phrases: of its class, or its own where it is a sign or a shape."""

    def __init__(self, known: Known, letters: str, unknown: dict[str, str]) -> None:
        super().__init__()
        self.known = known
        self.letters = letters
        self.unknown = unknown

    def __missing__(self, code: int) -> str:
        pattern = self.known[chr(code)]
        own = chr(code) if code < 0x100 else self.unknown.get(chr(code), OTHER)
        found = self[code] = own if pattern is None else self.letters[pattern]
        return found


class Lexicon:
    """A compiled language pack.

    Patterns of several codes come first, then those of one, `singles`, in order. `letters[i]` is the letter of pattern i,
    `class_letters` maps a class to its letter, `stems` a folded stem to its line, `beginnings` the id of a rule to the
    letters that it can begin with, `unknown` the code of a word that tables have in phrases alone to its shape.
    """

    def __init__(self, lang: str, settings: dict[str, Any]) -> None:
        self.lang = lang
        self.settings = settings
        self.script = Script(settings["script"])
        self.class_letters: dict[str, str] = {}
        self.shapes: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        self.sense_lines: list[str] = []
        self.letters = ""
        self.singles = ""
        self.rules: dict[str, dict[str, Any]] = {}
        self.gazetteer: dict[str, dict[str, tuple[str, ...]]] = {}
        self.homonyms: dict[str, Homonym] = {}
        self.unknown: dict[str, str] = {}
        self.beginnings: dict[str, str] = {}
        self.automaton_bytes = b""
        self._met: dict[str, Stem | None] = {}

    def __getstate__(self) -> dict[str, Any]:
        state = {key: self.__dict__[key] for key in _KEPT}
        return {
            **state,
            "stems": ("\n".join(self.stems), "\n".join(self.stems.values())),
            "sense_lines": "\n".join(self.sense_lines),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        keys, lines = state["stems"]
        self.stems = dict(zip(keys.split("\n"), lines.split("\n"), strict=True))
        self.sense_lines = state["sense_lines"].split("\n")
        self._met = {}

    @cached_property
    def automaton(self) -> daachorse.CharwiseDoubleArrayAhoCorasick:
        """Finds the longest known phrases of several codes in a string of codes."""
        import daachorse

        return daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(self.automaton_bytes)

    def rules_of(self, name: str) -> dict[str, Any]:
        """The rule file of a name, or one without rules where the pack has none."""
        return {**_NO_RULES, **self.rules.get(name, {})}

    @cached_property
    def senses(self) -> Senses:
        """The meanings of each pattern."""
        return Senses(self.sense_lines)

    @cached_property
    def known(self) -> Known:
        """The pattern of each character of a string of phrases."""
        return Known(len(self.sense_lines) - len(self.singles), self.singles)

    @cached_property
    def letter_of(self) -> LetterOf:
        """The letter of each character of a string of phrases."""
        return LetterOf(self.known, self.letters, self.unknown)

    @cached_property
    def token_pattern(self) -> re.Pattern[str]:
        """What is one token of a text, to split it at: no token begins with a blank."""
        ways = "|".join(filter(None, (self.script.plain, self.script.token)))
        return re.compile(f"(?! )({ways})")

    def stem(self, key: str) -> Stem | None:
        """What is known of a folded stem."""
        try:
            return self._met[key]
        except KeyError:
            line = self.stems.get(key)
            found = Stem.of(line) if line is not None else None
            if found:
                self._met[key] = found
            return found

    def set_stems(self, stems: dict[str, Stem]) -> None:
        """Take other stems."""
        self.stems = {key: stem.line() for key, stem in stems.items()}
        self._met = {}

    def analyse(self, token: str) -> str:
        """The codes of one token: its clitics and its stem, or its shape where the stem is unknown."""
        script, cased = self.script, self.script.cased
        clean = script.clean(token)
        if not clean or clean in script.articles and clean != token:
            return ""  # nothing but marks, or an article that is stretched towards a number
        if clean[0].isdecimal() and ("+" not in clean or clean not in self.stems):
            return NUMBER
        best, best_cost = "", None
        for prefix, codes, least in script.prefixes:
            if not clean.startswith(prefix):
                continue
            rest = clean[len(prefix) :]
            if codes[-1:] in script.heads and not rest.startswith(script.heads[codes[-1]]):
                continue  # the future's sign stands before verbs only
            for suffix, suffix_codes in script.suffixes:
                if suffix and not rest.endswith(suffix):
                    continue
                core = rest[: len(rest) - len(suffix)] if suffix else rest
                if len(core) < (max(least, 2) if suffix else least):
                    continue
                article = script.article_of(prefix)
                for candidate in self._spellings(core, bool(suffix), article):
                    stem = self.stem(candidate.translate(script.fold))
                    if stem is None or suffix and SUFFIXABLE not in stem.marks:
                        continue
                    plain = article and candidate is core  # the article is none of the word's own
                    if plain and ARTICLED not in stem.marks:
                        continue  # a verb has no article
                    if (plain or suffix) and PLACE in stem.marks:
                        continue  # "Lome" is a town, and "the Lome" a surname; "Jedda" one, and "her jedda" a grandmother
                    for code, spellings in stem.codes:
                        if cased and not any(script.fits(candidate, spelling) for spelling in spellings):
                            continue
                        if plain and VERB in stem.marks:
                            code = OTHER
                        level = self._distance(candidate, spellings)
                        clitics = len(codes) + len(suffix_codes) + (0.5 if prefix and not codes else 0)
                        cost = (level == 2, clitics, code == OTHER, level)
                        if best_cost is None or cost < best_cost:
                            best, best_cost = codes + code + suffix_codes, cost
        if best_cost is not None:
            return best
        return self.shape(clean)

    def phrases(self, codes: str) -> tuple[str, list[tuple[int, int, int]]]:
        """A string of codes with one character a phrase, and where those of several codes stand: start, end, pattern."""
        found = self.automaton.find(codes)
        pieces, at = [], 0
        for start, end, pattern in found:
            pieces.append(codes[at:start])
            pieces.append(chr(PHRASE + pattern))
            at = end
        pieces.append(codes[at:])
        return "".join(pieces), found

    def _spellings(self, core: str, before_suffix: bool, article: str) -> list[str]:
        found = [core]
        if article and article + core in self.script.inseparable:
            found.insert(0, article + core)
        if before_suffix:
            found += [
                core[: len(core) - len(left)] + right
                for left, right in self.script.alternations
                if core.endswith(left)
            ]
        return found

    def _distance(self, core: str, spellings: frozenset[str]) -> int:
        if core in spellings:
            return 0
        seats = self.script.seats
        plain = core.translate(seats)
        return 1 if any(plain == spelling.translate(seats) for spelling in spellings) else 2

    def shape(self, clean: str) -> str:
        """The code of a word that no table has, by how it looks."""
        if clean.endswith(self.script.other_endings) and len(clean) > 4:
            return OTHER
        for pattern, shape in self.script.shapes:
            if re.match(pattern, clean):
                return shape
        return OTHER


_KEPT = (
    "lang",
    "settings",
    "script",
    "class_letters",
    "shapes",
    "letters",
    "singles",
    "rules",
    "gazetteer",
    "homonyms",
    "unknown",
    "beginnings",
    "automaton_bytes",
)


def load(lang: str) -> Lexicon:
    """The compiled pack of a language, from the cache where the data have not changed.

    Raises:
        LexiconError: the data do not hold to their form.
    """
    import platformdirs

    from mithaq import __version__

    root = data_folder()
    digest = hashlib.sha256(f"{FORMAT} {__version__} {lang}".encode())
    for path in pack_files(root, lang) + sorted((root / "lexicon").glob("*.py")):
        status = path.stat()
        digest.update(f"{path.name} {status.st_size} {status.st_mtime_ns}".encode())
    cached = Path(platformdirs.user_cache_dir("mithaq")) / f"{lang}-{digest.hexdigest()[:16]}.pickle"
    try:
        found = pickle.loads(cached.read_bytes())  # our own cache, in the user's own folder
        if isinstance(found, Lexicon):
            return found
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError):
        pass
    from mithaq.lexicon.compile import compile_pack

    lexicon = compile_pack(root, lang)
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        for old in cached.parent.glob(f"{lang}-*.pickle"):
            old.unlink(missing_ok=True)
        partial = cached.with_suffix(f".{hashlib.sha256(str(id(lexicon)).encode()).hexdigest()[:8]}")
        partial.write_bytes(pickle.dumps(lexicon, protocol=5))
        partial.replace(cached)
    except OSError:
        pass  # a read-only home: the next start compiles again
    return lexicon


def pack_files(root: Path, lang: str) -> list[Path]:
    """All data files that a language's pack is compiled from, sorted."""
    folder = root / "languages" / lang
    found = [*(root / "languages").glob("*.toml"), *(root / "gazetteer").glob("*.tsv")]
    return sorted([*found, *folder.glob("*.tsv"), *folder.glob("*.toml")])
