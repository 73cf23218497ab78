"""Acts that never took place, and the documents that tell them: registers of any size, the same on every machine.

They are spread over thirty years and told in four languages, one in eight by two texts or three. Two acts of a kind and of
the same parties lie a week apart and more, so that consolidation makes each from its own documents alone.
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import combinations
from math import gcd
from typing import Any, NamedTuple

from mithaq.errors import UsageError
from mithaq.gazetteer.regions import regions_of
from mithaq.lexicon import read_table
from mithaq.lexicon.pack import data_folder
from mithaq.lexicon.tables import shipped_rows
from mithaq.records import Document, Event, Party, Place, Span

Telling = tuple[Document, list[Event]]

BLOCK = 1000
"""Acts that are drawn together; a multiple of those of a turn."""
LANGS = ("ar", "en", "es", "fr")
_START = dt.date(1995, 1, 2)
_DAYS = 11_000
_HOME = "MAR"
_OTHERS = 90
"""Countries that act with each other; the home country acts with all."""
_ROSTER = 12
_TURN = [
    "visit.home", "award.with", "meeting.home", "call.home", "visit", "meeting", "call", "agreement.home", "visit",
    "meeting", "aid", "meeting.home", "call", "agreement", "visit", "meeting", "gathering", "visit.home", "award",
    "mandate",
]  # fmt: skip
"""Kinds that follow each other; of the home country or of others, or told together with the act before."""
_ROLES = {
    "visit": ("host", "guest"),
    "meeting": ("participant", "participant"),
    "call": ("participant", "participant"),
    "agreement": ("signatory", "signatory"),
    "aid": ("provider", "recipient"),
    "award": ("provider", "recipient"),
    "mandate": ("principal", "forum"),
}
_DAYS_OF = {
    "visit": 7, "meeting": 7, "call": 7, "agreement": 30, "aid": 14, "award": 30, "mandate": 400, "gathering": 20,
}  # fmt: skip
"""Days of which there is at most one act of a kind and pair of parties."""
_ACTIONS = ("sign", "ratify", "negotiate")
_PURPOSES = ("information-exchange", "expertise-exchange", "operational-coordination", "capacity-building")
_ACRONYM = 3
_SHARE_TOLD_TWICE = 0.12
_SHARE_COPIED = 0.3
_SHARE_OF_NAMES = 0.6


class _Act(NamedTuple):
    kind: str
    action: str | None
    one: str
    other: str
    day: dt.date
    stage: str


class Invented:
    """Acts, each with the documents that tell it.

    Args:
        count: how many engagements they make.
        seed: of the draw.

    Raises:
        UsageError: there is no room for so many.
    """

    def __init__(self, count: int, *, seed: int = 2024) -> None:
        self.count = count
        self._seed = seed
        self._words: dict[str, Any] = tomllib.loads(
            files("mithaq.scale").joinpath("invented.toml").read_text("utf-8")
        )
        self._countries = {lang: _forms(lang, "countries") for lang in LANGS}
        self._cities = {lang: _forms(lang, "cities") for lang in LANGS}
        self._capitals = {row[0]: row[3] for row in shipped_rows("gazetteer/countries.tsv")[1:]}
        known = sorted(
            code
            for code in self._capitals
            if regions_of(code) and all(code in self._countries[lang] for lang in LANGS)
        )
        self._places = {code: place for place, code in enumerate(known)}
        others = [code for code in known if code != _HOME]
        stride = max(1, len(others) // _OTHERS)
        pairs = {
            "home": [(_HOME, code) for code in others],
            "": list(combinations(others[::stride][:_OTHERS], 2)),
        }
        bodies = [(row[0], row[0]) for row in shipped_rows("gazetteer/bodies.tsv")[1:]]
        self._turn = Counter(_TURN)
        self._series: dict[str, Sequence[tuple[str, str]]] = {}
        self._at_once: dict[str, int] = {}
        for name in self._turn:
            kind, _, whose = name.partition(".")
            if whose == "with":
                continue
            self._series[name] = bodies if kind == "gathering" else pairs[whose]
            self._at_once[name] = -(-self._of(name) // (_DAYS // _DAYS_OF[kind]))
            if self._at_once[name] > len(self._series[name]):
                raise UsageError(f"expected at most some 1,700,000 acts, found {count:,}")

    def __iter__(self) -> Iterator[list[Telling]]:
        for number in range(self.blocks):
            yield from self.block(number)

    @property
    def asked(self) -> dict[str, list[str]]:
        """Parties, regions, persons and words to ask a register of these acts for."""
        found: dict[str, list[str]] = self._words["asked"]
        return found

    @property
    def blocks(self) -> int:
        """How many blocks of acts there are."""
        return -(-self.count // BLOCK)

    def block(self, number: int) -> Iterator[list[Telling]]:
        """The documents of up to 1,000 acts: those of one act, or of two that are told together, at a time."""
        draw = random.Random(f"{self._seed} {number}")
        acts: list[_Act] = []
        first = number * BLOCK
        for place in range(first, min(first + BLOCK, self.count)):
            if _TURN[place % len(_TURN)].endswith(".with"):
                acts.append(acts[0]._replace(kind="award"))
                continue
            if acts:
                yield self._tell(f"inv-{place - 1}", acts, draw)
            acts = [self._act(place, draw)]
        if acts:
            yield self._tell(f"inv-{min(first + BLOCK, self.count) - 1}", acts, draw)

    def _of(self, name: str) -> int:
        """How many acts of a name of the turn there are at most."""
        return -(-self.count // len(_TURN)) * self._turn[name]

    def _act(self, place: int, draw: random.Random) -> _Act:
        turn, at = divmod(place, len(_TURN))
        name = _TURN[at]
        kind = name.partition(".")[0]
        ordinal = turn * self._turn[name] + _TURN[:at].count(name)
        series, at_once = self._series[name], self._at_once[name]
        slots = _DAYS // _DAYS_OF[kind]
        slot = ordinal * slots // self._of(name) if at_once == 1 else ordinal // at_once
        stride = next(step for step in (31, 37, 41, 43, 47) if gcd(step, len(series)) == 1)
        chosen = (slot * 101 + ordinal % at_once * stride) % len(series)
        one, other = series[chosen]
        is_told_before = _DAYS_OF[kind] >= 30
        return _Act(
            kind=kind,
            action=_ACTIONS[chosen % len(_ACTIONS)] if kind == "agreement" else None,
            one=one,
            other=other,
            day=_START + dt.timedelta(days=slot * _DAYS_OF[kind]),
            stage="cancelled" if kind == "mandate" and chosen % 2 else
            "planned" if is_told_before and chosen % 4 == 0 else "held",
        )  # fmt: skip

    def _tell(self, known_as: str, acts: list[_Act], draw: random.Random) -> list[Telling]:
        """The documents that tell some acts."""
        persons = [draw.randrange(_ROSTER) if draw.random() < _SHARE_OF_NAMES else None for _ in range(2)]
        offices = [draw.randrange(5) for _ in range(2)]
        topics = draw.sample(sorted(self._words["en"]["topics"]), draw.choice((1, 1, 2)))
        number, is_at_home = draw.randrange(10, 1000), draw.random() < 0.7
        tellings: list[Telling] = []
        while not tellings or draw.random() < _SHARE_TOLD_TWICE:
            day = acts[0].day + dt.timedelta(days=1 + len(tellings))
            about = {
                "id": f"{known_as}-{len(tellings)}",
                "published": day.isoformat(),
                "source": draw.choice(self._words["outlets"]),
                "url": f"https://example.org/{known_as}/{len(tellings)}",
            }
            if tellings and draw.random() < _SHARE_COPIED:
                document, events = tellings[-1]
                copy = Document(text=document.text, lang=document.lang, **about)
                tellings.append((copy, events))
                continue
            lang = draw.choice(LANGS)
            told = number + 3 * len(tellings)
            sentences, events = [], []
            for act in acts:
                sentences.append(self._sentence(act, lang, persons, offices, topics[0], told))
                start = sum(len(sentence) + 1 for sentence in sentences[:-1])
                span = Span(start, start + len(sentences[-1]), sentences[-1])
                event = self._event(act, lang, persons, offices, topics, told, is_at_home=is_at_home)
                event.evidence, event.confidence = [span], draw.randrange(70, 98) / 100
                events.append(event)
            words = self._words[lang]
            for sentence in draw.sample(words["told"], 2):
                topic = words["topics"][draw.choice(topics)]
                sentences.append(sentence.format(t=topic, n=draw.randrange(2, 10_000)))
            tellings.append((Document(text=" ".join(sentences), lang=lang, **about), events))
        return tellings

    def _sentence(
        self, act: _Act, lang: str, persons: list[int | None], offices: list[int], topic: str, number: int
    ) -> str:
        words = self._words[lang]
        who = [
            words["offices"][office]
            if person is None or code not in self._places
            else self._name(code, person, lang)
            for code, person, office in zip((act.one, act.other), persons, offices, strict=True)
        ]
        topic = words["topics"][topic]
        sentence: str = words[act.kind].format(
            a=self._countries[lang].get(act.one, act.one),
            b=self._countries[lang].get(act.other, act.other),
            p=who[0],
            q=who[1],
            c=self._city(act, lang),
            d=f"{act.day.day} {words['months'][act.day.month - 1]} {act.day.year}",
            i=words["instrument"].format(t=topic, n=number),
            t=topic,
            n=number,
        )
        return sentence

    def _event(
        self,
        act: _Act,
        lang: str,
        persons: list[int | None],
        offices: list[int],
        topics: list[str],
        number: int,
        *,
        is_at_home: bool,
    ) -> Event:
        if act.kind == "gathering":
            parties = [Party(body=act.one, role="organiser")]
        else:
            parties = [
                Party(
                    country=code,
                    role=role,
                    person=None if person is None else self._name(code, person, lang),
                    office=self._words[lang]["offices"][office],
                )
                for code, role, person, office in zip(
                    (act.one, act.other), _ROLES[act.kind], persons, offices, strict=True
                )
            ]
        is_placed = act.kind == "visit" or (act.kind in ("meeting", "award") and is_at_home)
        instrument = self._words[lang]["instrument"].format(
            t=self._words[lang]["topics"][topics[0]], n=number
        )
        return Event(
            kind=act.kind,
            stage=act.stage,
            action=act.action,
            parties=parties,
            when=act.day.isoformat(),
            where=Place(country=act.one, city=None) if is_placed else None,
            topics=topics,
            purposes=[_PURPOSES[number % len(_PURPOSES)]] if number % 3 == 0 else [],
            figures={"attendance": number} if act.kind == "gathering" else {},
            instrument=instrument if act.kind == "agreement" else None,
            evidence=[],
            confidence=0.0,
            rules=[f"{lang}.invented.{act.kind}"],
        )

    def _name(self, code: str, person: int, lang: str) -> str:
        place = self._places[code] * _ROSTER + person
        given, family = self._words["given"], self._words["family"]
        script = 1 if lang == "ar" else 0
        return f"{given[place % len(given)][script]} {family[place // 7 % len(family)][script]}"

    def _city(self, act: _Act, lang: str) -> str:
        capital = self._capitals.get(act.one, "")
        return self._cities[lang].get(capital) or capital.partition("/")[2] or act.one


def _forms(lang: str, table: str) -> dict[str, str]:
    """The shortest form, acronyms apart, of each value of a table of a language."""
    forms: dict[str, list[str]] = defaultdict(list)
    for row in read_table(data_folder() / "languages" / lang / f"{table}.tsv")[0]:
        if row.cls in ("country", "city"):
            forms[row.value].append(row.form)
    return {
        value: min(told, key=lambda form: (len(form) <= _ACRONYM, len(form), form))
        for value, told in forms.items()
    }
