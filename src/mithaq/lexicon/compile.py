"""Compile a language pack: words to codes, forms to one automaton over strings of codes.

Every known stem gets one code point, so a text becomes a string with about one character a word, and the
automaton's longest matches over it are whole words and phrases by construction. What is compiled is kept in the
user's cache folder under a hash of the data, so that a start costs milliseconds.
"""

from __future__ import annotations

import hashlib
import pickle
import re
import tomllib
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import daachorse

from mithaq.errors import LexiconError
from mithaq.lexicon.script import Script
from mithaq.lexicon.tables import Fault, Row, read_cells, read_table

FORMAT = 13
FIRST_CODE, SURROGATES, ASTRAL = 0x4E00, 0xD800, 0x10000
FIRST_LETTER = 0x100
OTHER, NUMBER = "o", "n"
_VERB = ".verb"
_OF_COUNTRY = ("country", "demonym", "seat", "city", "agency")


def data_folder() -> Path:
    """The folder of the package that holds `languages/` and `gazetteer/`."""
    return Path(str(files("mithaq")))


class Sense(NamedTuple):
    """One meaning of a form."""

    cls: str
    value: str
    note: str


class Homonym(NamedTuple):
    """For which pattern another stands: in a text that has one of `beside` and none of `without`."""

    pattern: int
    beside: frozenset[int]
    without: frozenset[int]


class Lexicon:
    """A compiled language pack.

    `senses[i]` are the meanings of pattern i, the weightiest class first, `letters[i]` the letter of that class;
    `class_letters` maps a class to its letter; `stems` maps a folded stem to its spellings and codes.
    """

    def __init__(self, lang: str, settings: dict[str, Any]) -> None:
        self.lang = lang
        self.settings = settings
        self.script = Script(settings["script"])
        self.class_letters: dict[str, str] = {}
        self.shapes: dict[str, str] = {}
        self.stems: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self.suffixable: set[str] = set()
        self.articled: set[str] = set()
        self.verbs: set[str] = set()
        self.nouns: set[str] = set()
        self.senses: list[tuple[Sense, ...]] = []
        self.letters: list[str] = []
        self.homonyms: dict[int, Homonym] = {}
        self.rules: dict[str, dict[str, Any]] = {}
        self.gazetteer: dict[str, dict[str, tuple[str, ...]]] = {}
        self.automaton_bytes = b""

    def __getstate__(self) -> dict[str, Any]:
        return {key: value for key, value in self.__dict__.items() if key != "automaton"}

    @cached_property
    def automaton(self) -> daachorse.CharwiseDoubleArrayAhoCorasick:
        """Finds the longest known phrases in a string of codes."""
        return daachorse.CharwiseDoubleArrayAhoCorasick.deserialize(self.automaton_bytes)

    @cached_property
    def token_pattern(self) -> re.Pattern[str]:
        """What is one token of a text."""
        return re.compile(self.script.token)

    def analyse(self, token: str) -> str:
        """The codes of one token: its clitics and its stem, or its shape where the stem is unknown."""
        script = self.script
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
                article = self.has_article(prefix)
                for candidate in self._spellings(core, bool(suffix), article):
                    key = candidate.translate(script.fold)
                    if suffix and key not in self.suffixable:
                        continue
                    plain = article and candidate is core  # the article is none of the word's own
                    if plain and key not in self.articled:
                        continue  # a verb has no article
                    for code, spellings in self.stems.get(key, ()):
                        if plain and key in self.verbs and key not in self.nouns:
                            code = OTHER
                        level = self._distance(candidate, spellings)
                        clitics = len(codes) + len(suffix_codes) + (0.5 if prefix and not codes else 0)
                        cost = (level == 2, clitics, code == OTHER, level)
                        if best_cost is None or cost < best_cost:
                            best, best_cost = codes + code + suffix_codes, cost
        if best_cost is not None:
            return best
        return self._shape(clean)

    def has_article(self, prefix: str) -> str:
        """The article that a prefix ends with, also where two letters have run together; "" where there is none."""
        for article in self.script.articles:
            if prefix.endswith((article, article[-1] * 2)):
                return article
        return ""

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

    def _shape(self, clean: str) -> str:
        if clean.endswith(self.script.other_endings) and len(clean) > 4:
            return OTHER
        for pattern, shape in self.script.shapes:
            if re.match(pattern, clean):
                return shape
        return OTHER


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
    found = [root / "languages" / "classes.toml", *(root / "gazetteer").glob("*.tsv")]
    return sorted([*found, *folder.glob("*.tsv"), *folder.glob("*.toml")])


def compile_pack(root: Path, lang: str) -> Lexicon:
    """Read and compile the pack of a language under `root`.

    Raises:
        LexiconError: a table does not hold to its form; all faults at once.
    """
    folder = root / "languages" / lang
    classes = tomllib.loads((root / "languages" / "classes.toml").read_text("utf-8"))["class"]
    lexicon = Lexicon(lang, tomllib.loads((folder / "pack.toml").read_text("utf-8")))
    lexicon.class_letters = {name: chr(FIRST_LETTER + place) for place, name in enumerate(classes)}
    lexicon.shapes = {name: entry["shape"] for name, entry in classes.items() if "shape" in entry}
    faults: list[Fault] = []
    rows: list[Row] = []
    for path in sorted(folder.glob("*.tsv")):
        found, wrong = read_table(path)
        faults += wrong
        faults += [
            Fault(str(path), row.line, "a class of languages/classes.toml", repr(row.cls))
            for row in found
            if row.cls not in classes
        ]
        rows += found
    for path in sorted((root / "gazetteer").glob("*.tsv")):
        cells, wrong = read_cells(path)
        faults += wrong
        lexicon.gazetteer[path.stem] = {row[0]: tuple(row[1:]) for row in cells[1:]}
    if faults:
        raise LexiconError("\n".join(map(str, faults)))
    for path in sorted(folder.glob("*.toml")):
        if path.stem != "pack":
            lexicon.rules[path.stem] = tomllib.loads(path.read_text("utf-8"))
    _Compiler(lexicon, classes).compile(rows)
    return lexicon


class _Compiler:
    def __init__(self, lexicon: Lexicon, classes: dict[str, dict[str, Any]]) -> None:
        self.lexicon = lexicon
        self.script = lexicon.script
        self.order = {name: place for place, name in enumerate(classes)}
        self.shapes = {name: entry["shape"] for name, entry in classes.items() if "shape" in entry}
        self.no_suffix = {name for name, entry in classes.items() if entry.get("suffix") is False}
        self.whole = {name for name, entry in classes.items() if entry.get("article") is False}
        self.spellings: dict[str, dict[str, set[str]]] = {}
        self.plain: dict[str, set[str]] = {}

    def compile(self, rows: list[Row]) -> None:
        """Give every stem its code, then turn every form into a pattern of codes."""
        forms: list[tuple[list[str], Row]] = []
        for row in sorted(rows, key=lambda row: (row.form, self.order[row.cls], row.value)):
            forms_of_row = self.script.inflect(row.form, row.cls)
            if row.cls in self.whole:
                self.script.inseparable |= {row.form, *forms_of_row}
            for form in forms_of_row:
                words = [self.script.clean(word) for word in re.findall(self.script.token, form)]
                forms.append((words, row))
        weightless = list(self.shapes)[-1]
        for words, row in forms:
            if len(words) == 1 and row.cls != weightless:
                self._register(self.script.bare(words[0]), row)
        singles = set(self.spellings)
        words_of_all = singles | {self.script.folded(word) for words, _ in forms for word in words}
        for words, row in forms:
            if len(words) > 1:
                for word in words:
                    self._register(self._inner_stem(word, singles, words_of_all), row, inner=True)
        self._give_codes()
        # A plain word never hides a form of a word that carries meaning: `his reception` stays a reception.
        plain = [(words, row) for words, row in forms if len(words) == 1 and row.cls == weightless]
        plain = [(words, row) for words, row in plain if not self._has_meaning(words[0])]
        for words, row in plain:
            self._register(self.script.bare(words[0]), row)
        self._give_codes()
        hidden = {id(row) for _, row in plain}
        forms = [
            (words, row)
            for words, row in forms
            if row.cls != weightless or len(words) > 1 or id(row) in hidden
        ]
        self._build(forms)

    def _has_meaning(self, word: str) -> bool:
        codes = self.lexicon.analyse(word)
        return len(codes) > 1 and any(ord(code) >= FIRST_CODE for code in codes)

    def _inner_stem(self, word: str, singles: set[str], words_of_all: set[str]) -> str:
        """A word of a phrase without its clitics and article, where a word that the tables have remains."""
        if self.script.folded(word) in singles:
            return self.script.bare(word)
        for prefix, codes, least in sorted(self.script.prefixes, key=lambda row: -len(row[0])):
            rest = word[len(prefix) :]
            if not codes or not word.startswith(prefix) or len(rest) < least:
                continue
            if self.lexicon.has_article(prefix) or self.script.folded(rest) in words_of_all:
                return rest
        for suffix, _ in self.script.suffixes:
            core = self.script.folded(word.removesuffix(suffix))
            if suffix and word.endswith(suffix) and core in singles and core in self.lexicon.suffixable:
                return word.removesuffix(suffix)
        return self.script.bare(word)

    def _register(self, stem: str, row: Row, *, inner: bool = False) -> None:
        if not stem or not re.match(self.lexicon.settings["script"]["letters"], stem):
            return
        key = stem.translate(self.script.fold)
        group = stem if key in self.script.distinct else key
        self.spellings.setdefault(key, {}).setdefault(group, set()).add(stem)
        shape = None if inner else self.shapes.get(row.cls)
        self.plain.setdefault(f"{key}\t{group}", set()).add(shape or "")
        if row.cls not in self.no_suffix:
            self.lexicon.suffixable.add(key)
        if inner or not row.cls.endswith(_VERB):
            self.lexicon.articled.add(key)
            if shape is None:
                self.lexicon.nouns.add(key)
        else:
            self.lexicon.verbs.add(key)

    def _give_codes(self) -> None:
        place = 0
        for key in sorted(self.spellings):
            found = []
            for group in sorted(self.spellings[key]):
                shapes = self.plain[f"{key}\t{group}"]
                if len(shapes) == 1 and "" not in shapes:
                    code = next(iter(shapes))
                else:
                    code = chr(FIRST_CODE + place)
                    if FIRST_CODE + place >= SURROGATES:
                        code = chr(ASTRAL + place)
                    place += 1
                found.append((code, frozenset(self.spellings[key][group])))
            self.lexicon.stems[key] = found

    def _build(self, forms: list[tuple[list[str], Row]]) -> None:
        patterns: dict[str, list[Sense]] = {}
        shapes = set(self.shapes.values()) | {shape for _, shape in self.script.shapes}
        for words, row in forms:
            pattern = "".join(map(self.lexicon.analyse, words))
            if pattern in shapes or not pattern:
                continue
            sense = Sense(row.cls, row.value, row.note)
            if sense not in patterns.setdefault(pattern, []):
                patterns[pattern].append(sense)
        ordered = sorted(patterns)
        for pattern in ordered:
            senses = sorted(patterns[pattern], key=lambda sense: (self.order[sense.cls], sense.value))
            self.lexicon.senses.append(tuple(senses))
            cls = senses[0].cls
            self.lexicon.letters.append(self.shapes.get(cls) or self.lexicon.class_letters[cls])
        for entry in self.lexicon.settings["homonym"]:
            form, twin = (ordered.index(self.lexicon.analyse(entry[name])) for name in ("form", "is"))
            beside, without = (
                frozenset(self._patterns_of(entry[name])) - {form, twin} for name in ("beside", "without")
            )
            self.lexicon.homonyms[form] = Homonym(twin, beside, without)
        self.lexicon.automaton_bytes = daachorse.CharwiseDoubleArrayAhoCorasick(
            ordered, daachorse.MATCH_KIND_LEFTMOST_LONGEST
        ).serialize()

    def _patterns_of(self, country: str) -> list[int]:
        """The patterns whose weightiest meaning is a country, its people, a city or an agency of it."""
        return [
            place
            for place, senses in enumerate(self.lexicon.senses)
            if senses[0].value.split("/")[0] == country and senses[0].cls.startswith(_OF_COUNTRY)
        ]
