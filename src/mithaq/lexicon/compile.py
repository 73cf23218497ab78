"""Compile a language pack: words to codes, forms to one automaton over strings of codes.

Every known stem gets one code point, so a text becomes a string with about one character a word, and the
automaton's longest matches over it are whole phrases by construction; a phrase of one code needs no automaton. What is
compiled is kept in the user's cache folder under a hash of the data, so that a start costs milliseconds.
"""

from __future__ import annotations

import gc
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any

import daachorse

from mithaq.errors import LexiconError
from mithaq.lexicon.grammar import Grammar, Letters, give_letters
from mithaq.lexicon.pack import (
    ARTICLED,
    OTHER,
    PHRASE,
    PLACE,
    READ_ELSEWHERE,
    SUFFIXABLE,
    VERB,
    Homonym,
    Lexicon,
    Sense,
    Stem,
)
from mithaq.lexicon.starts import beginnings
from mithaq.lexicon.tables import Fault, Row, read_cells, read_table, with_script

FIRST_CODE, SURROGATES, ASTRAL = 0x4E00, 0xD800, 0x10000
_VERB = ".verb"
_MOST_CAPITALS = 3  # words of a phrase that may have one and mean something else
_TRIED_BY_LETTER = ("dates", "names", "parties")  # rule files whose rules are tried only where they can begin
_PLACES = ("country", "seat", "city", "official.short")
_OF_COUNTRY = ("country", "demonym", "seat", "city", "agency")


def compile_pack(root: Path, lang: str) -> Lexicon:
    """Read and compile the pack of a language under `root`.

    Raises:
        LexiconError: a table does not hold to its form; all faults at once.
    """
    collects = gc.isenabled()
    gc.disable()  # a million objects are made and none of them in a circle: looking for some took a quarter of the time
    try:
        return _compile(root, lang)
    finally:
        if collects:
            gc.enable()


def _compile(root: Path, lang: str) -> Lexicon:
    folder = root / "languages" / lang
    classes = tomllib.loads((root / "languages" / "classes.toml").read_text("utf-8"))["class"]
    settings = tomllib.loads((folder / "pack.toml").read_text("utf-8"))
    lexicon = Lexicon(lang, with_script(settings, root / "languages"))
    lexicon.shapes = {name: entry["shape"] for name, entry in classes.items() if "shape" in entry}
    lexicon.class_letters = give_letters(classes, lexicon.shapes.values())
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
        if path.stem in READ_ELSEWHERE:
            continue  # gazetteer/occupancies.py and gazetteer/aliases.py read them when they are needed
        cells, wrong = read_cells(path)
        faults += wrong
        lexicon.gazetteer[path.stem] = {row[0]: tuple(row[1:]) for row in cells[1:]}
    if faults:
        raise LexiconError("\n".join(map(str, faults)))
    for path in sorted(folder.glob("*.toml")):
        if path.stem != "pack":
            lexicon.rules[path.stem] = tomllib.loads(path.read_text("utf-8"))
    _Compiler(lexicon, classes).compile(rows)
    letters = Letters(lexicon.class_letters, lexicon.shapes)
    for name in _TRIED_BY_LETTER:
        rules = lexicon.rules.get(name, {})
        grammar = Grammar(letters, macros=rules.get("macros", {}))
        for rule in rules.get("rule", ()):
            lexicon.beginnings[rule["id"]] = beginnings(grammar.compile(rule["pattern"]).source)
    return lexicon


class _Compiler:
    def __init__(self, lexicon: Lexicon, classes: dict[str, dict[str, Any]]) -> None:
        self.lexicon = lexicon
        self.script = lexicon.script
        self.order = {name: place for place, name in enumerate(classes)}
        self.shapes = lexicon.shapes
        self.no_suffix = {name for name, entry in classes.items() if entry.get("suffix") is False}
        self.whole = {name for name, entry in classes.items() if entry.get("article") is False}
        self.told = {name for name, entry in classes.items() if entry.get("told")}
        self.folded = cache(self.script.folded)
        self.of_letters = re.compile(lexicon.settings["script"]["letters"]).match
        self.longest_first = sorted(self.script.prefixes, key=lambda row: -len(row[0]))
        self.spellings: dict[str, dict[str, set[str]]] = {}
        self.plain: dict[str, set[str]] = {}
        self.suffixable: set[str] = set()
        self.articled: set[str] = set()
        self.verbs: set[str] = set()
        self.nouns: set[str] = set()
        self.places: set[str] = set()
        self.told_by_accents: set[str] = set()  # keys of words that accents alone tell apart
        self.articled_alone: set[str] = set()  # what bears an article outside of phrases

    def compile(self, rows: list[Row]) -> None:
        """Give every stem its code, then turn every form into a pattern of codes."""
        forms: list[tuple[list[str], Row]] = []
        inseparable: set[str] = set()
        clean = cache(self.script.clean)
        tokens = re.compile(self.script.token).findall
        for row in sorted(rows, key=lambda row: (row.form, self.order[row.cls], row.value)):
            forms_of_row = self.script.inflect(row.form, row.cls)
            if row.cls in self.whole:
                inseparable.update((row.form, *forms_of_row))
            for form in forms_of_row:
                words = list(filter(None, map(clean, tokens(form))))
                forms.append((words, row))
        self.script.inseparable |= inseparable
        weightless = list(self.shapes)[-1]
        if self.script.cased:
            by_capitals, by_accents = _told_by_spelling(forms, self.folded)
            self.script.distinct |= by_capitals
            self.told_by_accents = by_accents
        for words, row in forms:
            if len(words) == 1 and row.cls != weightless:
                self._register(self.script.bare(words[0]), row)
        singles = set(self.spellings)
        words_of_all = singles | {self.folded(word) for words, _ in forms for word in words}
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
        if self.folded(word) in singles:
            return self.script.bare(word)
        for prefix, codes, least in self.longest_first:
            rest = word[len(prefix) :]
            if not codes or not word.startswith(prefix) or len(rest) < least:
                continue
            if codes[-1] in self.script.heads and not rest.startswith(self.script.heads[codes[-1]]):
                continue
            if self.script.article_of(prefix) or self.folded(rest) in words_of_all:
                return rest
        for suffix, _ in self.script.suffixes:
            core = self.folded(word.removesuffix(suffix))
            if suffix and word.endswith(suffix) and core in singles and core in self.suffixable:
                return word.removesuffix(suffix)
        return self.script.bare(word)

    def _register(self, stem: str, row: Row, *, inner: bool = False) -> None:
        if not stem or not self.of_letters(stem):
            return
        key = stem.translate(self.script.fold)
        group = stem if key in self.script.distinct else stem.lower() if key in self.told_by_accents else key
        known = self.spellings.setdefault(key, {})
        if inner and self.script.cased and group not in known:  # "He Lifeng": the word is "he" all the same
            group = min(filter(partial(self._is_of, stem), known), default=group)
        known.setdefault(group, set()).add(stem)
        shape = None if inner or row.cls in self.told else self.shapes.get(row.cls)
        self.plain.setdefault(f"{key}\t{group}", set()).add(shape or "")
        if row.cls not in self.no_suffix:
            self.suffixable.add(key)
        if not inner and row.cls in _PLACES:
            self.places.add(key)
        elif not inner and not row.cls.endswith(_VERB):
            self.articled_alone.add(key)
        if inner or not row.cls.endswith(_VERB):
            self.articled.add(key)
            if shape is None:
                self.nouns.add(key)
        else:
            self.verbs.add(key)

    def _is_of(self, stem: str, group: str) -> bool:
        """Whether a word is one of a group of spellings, but for capitals that it may have more."""
        return group.lower() == stem.lower() and self.script.fits(stem, group)

    def _give_codes(self) -> None:
        place = 0
        stems = {}
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
            marks = (
                SUFFIXABLE * (key in self.suffixable)
                + ARTICLED * (key in self.articled)
                + VERB * (key in self.verbs and key not in self.nouns)
                + PLACE * (key in self.places and key not in self.articled_alone)
            )
            stems[key] = Stem(marks, tuple(found))
        self.lexicon.set_stems(stems)

    def _build(self, forms: list[tuple[list[str], Row]]) -> None:
        patterns: dict[str, list[Sense]] = {}
        shapes = set(self.shapes.values()) | {shape for _, shape in self.script.shapes}
        analyse = cache(self.lexicon.analyse)
        for words, row in forms:
            pattern = "".join(map(analyse, words))
            if pattern in shapes or not pattern:
                continue
            sense = Sense(row.cls, row.value, row.note)
            for spelt in self._capitalised(words, analyse) if self.script.cased else (pattern,):
                if sense not in patterns.setdefault(spelt, []):
                    patterns[spelt].append(sense)
        phrases = sorted(pattern for pattern in patterns if len(pattern) > 1)
        singles = sorted(pattern for pattern in patterns if len(pattern) == 1)
        letters = []
        for pattern in phrases + singles:
            senses = sorted(patterns[pattern], key=lambda sense: (self.order[sense.cls], sense.value))
            self.lexicon.sense_lines.append("\t".join(cell for sense in senses for cell in sense))
            cls = senses[0].cls
            letters.append(self.shapes.get(cls) or self.lexicon.class_letters[cls])
        if self.script.cased:
            self.lexicon.unknown = self._shapes_alone(set(singles))
        self.lexicon.letters = "".join(letters)
        self.lexicon.singles = "".join(singles)
        for entry in self.lexicon.settings.get("homonym", ()):
            form, twin = (_phrase(phrases, self.lexicon.analyse(entry[name])) for name in ("form", "is"))
            beside, without = (
                frozenset(self._phrases_of(entry[name], phrases + singles)) - {form, twin}
                for name in ("beside", "without")
            )
            self.lexicon.homonyms[form] = Homonym(twin, beside, without)
        self.lexicon.automaton_bytes = daachorse.CharwiseDoubleArrayAhoCorasick(
            phrases, daachorse.MATCH_KIND_LEFTMOST_LONGEST
        ).serialize()

    def _capitalised(self, words: list[str], analyse: Callable[[str], str]) -> Iterator[str]:
        """The patterns of a phrase with and without capitals, where a word with one means something else alone.

        "Secretario de estado" is "secretario de Estado" too, though "Estado" is a word of its own.
        """
        choices = [
            tuple(dict.fromkeys((analyse(word), analyse(word.capitalize()))))
            if word.islower() and self.folded(word) in self.script.distinct
            else (analyse(word),)
            for word in words
        ]
        if len(words) == 1 or sum(len(choice) > 1 for choice in choices) > _MOST_CAPITALS:
            choices = [choice[:1] for choice in choices]
        yield from map("".join, product(*choices))

    def _shapes_alone(self, singles: set[str]) -> dict[str, str]:
        """The shape of each code that means something in phrases alone: a capital of "A. J. Smith" is a name's elsewhere."""
        found = {}
        for line in self.lexicon.stems.values():
            for code, spellings in Stem.of(line).codes:
                if code not in singles:
                    found[code] = self.lexicon.shape(max(spellings))
        return {code: shape for code, shape in found.items() if shape != OTHER}

    def _phrases_of(self, country: str, patterns: list[str]) -> list[str]:
        """The phrases whose weightiest meaning is a country, its people, a city or an agency of it."""
        found = []
        for place, pattern in enumerate(patterns):
            sense = self.lexicon.senses[place][0]
            if sense.value.split("/")[0] == country and sense.cls.startswith(_OF_COUNTRY):
                found.append(pattern if len(pattern) == 1 else chr(PHRASE + place))
        return found


def _phrase(phrases: list[str], pattern: str) -> str:
    """The character of a pattern in a string of phrases."""
    return pattern if len(pattern) == 1 else chr(PHRASE + phrases.index(pattern))


def _told_by_spelling(
    forms: list[tuple[list[str], Row]], folded: Callable[[str], str]
) -> tuple[set[str], set[str]]:
    """The keys of words that mean one thing in one spelling and another in another: by capitals, "may" and "May", and by
    accents alone, "signe" and "signé"."""
    meanings: dict[str, dict[str, set[tuple[str, str, str]]]] = {}
    for words, row in forms:
        if len(words) == 1:
            spellings = meanings.setdefault(folded(words[0]), {})
            spellings.setdefault(words[0], set()).add((row.cls, row.value, row.note))
    by_capitals, by_accents = set[str](), set[str]()
    for key, spellings in meanings.items():
        if len(set(map(frozenset, spellings.values()))) < 2:
            continue
        small: dict[str, set[frozenset[tuple[str, str, str]]]] = {}
        for spelling, told in spellings.items():
            small.setdefault(spelling.lower(), set()).add(frozenset(told))
        (by_capitals if any(len(told) > 1 for told in small.values()) else by_accents).add(key)
    return by_capitals, by_accents
