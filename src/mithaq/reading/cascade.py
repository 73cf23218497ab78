"""The cascade: the stages of reading in their order, over one document."""

from __future__ import annotations

import re

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters, any_of
from mithaq.reading.act import AWAITED, Act
from mithaq.reading.confidence import Confidence
from mithaq.reading.context import Context
from mithaq.reading.dates import Clock, Dates, Found
from mithaq.reading.figures import Figure, Figures, belongs
from mithaq.reading.frames import Frames
from mithaq.reading.home import Home
from mithaq.reading.memory import Memory
from mithaq.reading.mentions import Spot
from mithaq.reading.merge import link, merge
from mithaq.reading.names import Names, People
from mithaq.reading.parties import Parties
from mithaq.reading.present import Presence
from mithaq.reading.sites import settle, towns_of
from mithaq.reading.terms import KIND, Terms, give_terms
from mithaq.reading.text import Item, Sentence, Text, Words, read_words, split_sentences
from mithaq.records import Document

LONGEST_SENTENCE = 400
_SPORTING = 4  # words of sport after which a text is on sport
_INTRODUCING = "office*|official*|rank|envoy|present|accompany"  # who is who, and who was there
_PARTAKING = (
    "country|seat|city|body|demonym*|body.adjective|office|office.plural|envoy|official*|agency|home|both|delegation|counterpart|"
    "side|instrument.*|gather.strong|cover.verb|anaphor.*"
)
_SAME_MONTH = 4  # words of "in the same month" without a name in brackets
_MEAL = ".meal"  # a meal that follows a reception has its guests, and not the other way round
_ATTENDED = ("training", "visit", "gathering", "meeting")  # what those present attended, the likeliest last
_CEREMONIES = ("award", "mandate", "aid")  # what they attended where nothing else is told
_GEO = ".geo"
_OPENING = 6  # items at a sentence's beginning where a year is what it is about
_DATELINE = 3  # after which sentence no dateline stands
_AGENCY = 4  # items before a dateline that may name who reports
_LINE = 14  # items of a line that may be a dateline alone
_SIGNED = ("agreement",)
_HELD = "held"
_NEAR = 3  # sentences between an act and those who were there
_FIGURED = ("gathering", "election", "mandate")


class Cascade:
    """All stages of one language, in this order:

    1. text             tokens and their codes                (text.py)
    2. words            known phrases, sentences              (text.py)
    3. dates            to EDTF                               (dates.py)
    4. names            persons that no list knows            (names.py)
    5. parties          title + name + agency + country       (parties.py)
    6. frames           who did what with whom                (frames.py)
    7. context          stage, time, place, topics            (context.py, guards.py)
    8. merge            one act, told twice                   (merge.py, gatherings.py)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        letters = Letters(lexicon.class_letters, lexicon.shapes)
        self.lexicon = lexicon
        self.letters = letters
        self.words = Words(lexicon)
        self.dates = Dates(lexicon, letters)
        self.names = Names(lexicon, letters)
        self.parties = Parties(lexicon, letters)
        self.frames = Frames(lexicon, letters)
        self.figures = Figures(lexicon, letters)
        self.terms = Terms(lexicon, letters)
        self.context = Context(lexicon, letters)
        self.presence = Presence(letters)
        self.confidence = Confidence(lexicon.rules.get("confidence", {}))
        self.acting = set(self.frames.wanted)
        self.partaking = set(letters.of(_PARTAKING))
        self.named = self.partaking | set(letters.of("city|capital.of|agency.generic"))
        self.stops = any_of(letters.of("stop|line"))
        self.yearly = letters.of("unit.year")
        self.introducing = set(letters.of(_INTRODUCING))
        self.sport = any_of(letters.of("sport"))
        self.listed = set(letters.of("credentials.noun"))  # whose bearers any sentence after may name
        self.home = Home(lexicon)
        self.present = any_of(letters.of("present|accompany|attend.verb|attend.noun"))
        self.after_dateline = set(letters.of("date|dash|paren|colon"))
        self.before_dateline = set(letters.of("dash|paren|colon"))
        self.cities = set(letters.of("city|country|seat"))
        occasion = re.escape(letters.of("receive.noun|meet.noun"))
        attending = re.escape(letters.of("present|attend.noun|attend.verb"))
        self.occasion = re.compile(f"[{attending}][{occasion}]|[{occasion}][{attending}]", re.DOTALL)
        self.apart = any_of(letters.of("apart"))
        self.style = BUILT["style"]
        self.objects = self.context.roles.oblique | set(letters.of("*.verb"))
        self.signed = set(letters.of("sign.adjective"))  # "the accord signed in 2015": no year of the text
        self.signing = any_of(letters.of("sign.verb|sign.noun"))

    def read(self, document: Document) -> tuple[Text, list[Act]]:
        """The acts that a document tells, in the order of the text."""
        text, sentences, people = self.parse(document)
        dateline = self._dateline(text, sentences)
        acts = self._acts(text, sentences, people, dateline, document)
        if not acts:
            return text, acts
        bodies = self.context.bodies
        acts = settle(
            link(merge(acts, bodies, document.published), bodies),
            towns_of(sentences, dateline),
            bodies,
        )
        if any(act.kind in _FIGURED for act in acts):
            acts = _attach(
                acts, [figure for sentence in sentences for figure in self.figures.find(text, sentence)]
            )
        if any(act.kind == KIND for act in acts):
            acts = give_terms(acts, [term for one in sentences for term in self.terms.find(text, one)])
        return text, acts

    def parse(self, document: Document, every: bool = False) -> tuple[Text, list[Sentence], People]:
        """The sentences of a document with dates, persons, parties and places found: those that may tell of an act or
        say who is who, or `every` one."""
        text = read_words(document.full_text, self.words, self.lexicon)
        home, foreign = self.home.of(text, document.home)
        if not every and not (foreign and self._may_tell(text.letters)):
            return text, [], People()
        every = every or not self.listed.isdisjoint(text.letters)
        title_length = len(document.title) if document.title else 0
        sentences = split_sentences(
            text, title_length, LONGEST_SENTENCE, (lambda letters: True) if every else self._is_wanted
        )
        people = People(document.published)
        offices: dict[str, str] = {}
        clock = Clock(document.published)
        for sentence in sorted(sentences, key=lambda sentence: (sentence.heading, sentence.number)):
            self.dates.find(text, sentence, clock)
            self.names.find(text, sentence, people)
            self.parties.find(text, sentence, people, offices, home)
        return text, sentences, people

    def _may_tell(self, letters: str) -> bool:
        """Whether any sentence has both the word of an act and one for a party."""
        return any(
            not self.acting.isdisjoint(stretch) and not self.partaking.isdisjoint(stretch)
            for stretch in self.stops.split(letters)
        )

    def _is_wanted(self, letters: str) -> bool:
        """Whether a sentence may tell of an act, says who is who, or is the line that dates the report."""
        if not self.introducing.isdisjoint(letters):
            return True
        if self.yearly in letters:
            return True  # "the year 2024 saw ...": of what year the months after it are
        if len(letters) <= _LINE and not self.cities.isdisjoint(letters):
            return True
        return not self.acting.isdisjoint(letters) and not self.named.isdisjoint(letters)

    def _dateline(self, text: Text, sentences: list[Sentence]) -> Spot | None:
        """The place that a report is dated from: "Kuwait, 25 June (KUNA) ...", "(KUNA) - Kuwait: ...", in a line of its own
        or before what it tells; a country stands for its capital."""
        for sentence in sentences:
            if sentence.heading or sentence.number > _DATELINE:
                continue
            letters = sentence.letters
            for place, spot in sentence.told(Spot)[:1]:
                begins = place == 0 or place <= _AGENCY and letters[place - 1] in self.before_dateline
                ends = letters[place + 1 : place + 2]
                if (
                    begins
                    and spot.rule.endswith(_GEO)
                    and not _is_hyphened(text, sentence.items[place : place + 2])
                    and (ends in self.after_dateline if ends else place or self.lexicon.script.cased)
                ):  # where there are capitals a dateline may end with a stop: "Buenos Aires. El ministro ..."
                    return (
                        spot
                        if spot.city
                        else spot._replace(city=self.parties.mentions.capital(spot.countries[0]))
                    )
        return None

    def _acts(
        self, text: Text, sentences: list[Sentence], people: People, dateline: Spot | None, document: Document
    ) -> list[Act]:
        memory = Memory(document.home, people, sporting=len(self.sport.findall(text.letters)) >= _SPORTING)
        memory.dateline = dateline
        for sentence in sentences:
            if sentence.heading:
                memory.foretell(sentence)
        acts: list[Act] = []
        for sentence in sorted(sentences, key=lambda sentence: (sentence.heading, sentence.number)):
            for place, found in sentence.told(Found):
                if found.edtf and _names_anew(found, sentence.items[place]):
                    _date_back(acts, found.edtf, sentence.number)
                elif (
                    found.edtf.isdigit()
                    and found.since is None
                    and sentence.letters[place - 1 : place] not in self.signed
                    and _is_of_text(found.edtf, place, document.published)
                ):
                    memory.year = found.edtf
            if self.style in sentence.letters:
                memory.turn(sentence, self.objects)  # "X said that he met": of whom "he" is told
            if self.frames.triggers.search(sentence.letters):
                for readings in self.frames.draft(text, sentence):
                    for draft in readings:
                        act = self.context.act(
                            text,
                            sentence,
                            draft,
                            memory,
                            published=document.published,
                            lead=sentence.number < 5,
                        )
                        if act:
                            acts.append(act)
                            if act.kind == "visit":
                                memory.travelled(act.parties, sentence.number)
                            if act.kind == "meeting":
                                memory.welcomed(act.parties, sentence.number)
                            if len(act.codes) == 2 and act.kind != "election":
                                memory.remember_pair(act.codes, act.parties, sentence.number)
                            elif len(act.codes) > 2:
                                memory.group = tuple(sorted(act.codes))
                            break
            if acts:
                self._hear_of_presence(sentence, acts)
            if self.apart.search(sentence.letters):
                memory.apart_sentence = sentence.number
            memory.hear(sentence, self.context.roles.oblique)
        return [act for act in acts if len(act.codes) > 1 or AWAITED not in act.rules[0]]

    def _hear_of_presence(self, sentence: Sentence, acts: list[Act]) -> None:
        """Add those whom a sentence says were there to the acts that it can speak of."""
        if self.present.search(sentence.letters) or self.presence.has_side(sentence):
            at = self._spoken_of(sentence, acts)
            if at is None:
                at = _nearest(acts, _ATTENDED, sentence.number)
            self._attend(sentence, acts, _nearest(acts, _CEREMONIES, sentence.number) if at is None else at)
        if self.signing.search(sentence.letters):
            signed = _nearest(acts, _SIGNED, sentence.number)
            self._attend(
                sentence, acts, _nearest(acts, _ATTENDED, sentence.number) if signed is None else signed
            )
        for at, act in enumerate(acts):
            if act.sentence == sentence.number:
                acts[at] = self.presence.listed(sentence, act)
            if AWAITED in act.rules[0]:
                acts[at] = self.presence.presented(sentence, acts[at])

    def _spoken_of(self, sentence: Sentence, acts: list[Act]) -> int | None:
        """The meeting told last, where a sentence says who took part in "this reception", however far before it was told."""
        if not self.occasion.search(sentence.letters):
            return None
        met = [at for at, act in enumerate(acts) if act.kind == _ATTENDED[-1] and act.stage == _HELD]
        return max(met, key=lambda at: acts[at].sentence, default=None)

    def _attend(self, sentence: Sentence, acts: list[Act], at: int | None) -> None:
        if at is not None:
            acts[at] = self.presence.attended(sentence, acts[at])


def _is_hyphened(text: Text, items: list[Item]) -> bool:
    """Whether what follows a name hangs on it: "Albania-Kosovo" is no dateline."""
    ends = [text.slice(item.start, item.end) for item in items]
    return len(ends) > 1 and ends[0][1] == ends[1][0] and text.source[ends[1][0]] == "-"


def _nearest(acts: list[Act], kinds: tuple[str, ...], sentence: int) -> int | None:
    """Which act those told of in a sentence were at: one of the sentence itself, else the likeliest of those told last."""
    told = [
        at
        for at in range(len(acts))
        if acts[at].kind in kinds and acts[at].parties and _MEAL not in acts[at].rules[0]
    ]
    near = [at for at in told if sentence - acts[at].sentence <= _NEAR] or told[-1:]
    return max(
        near,
        key=lambda at: (
            acts[at].sentence == sentence,
            acts[at].stage == _HELD,
            kinds.index(acts[at].kind),
            at,
        ),
        default=None,
    )


def _is_of_text(year: str, place: int, published: str | None) -> bool:
    """Whether a year is what the text is about, and not one that it only recalls."""
    if published:
        return 0 <= int(published[:4]) - int(year) <= 1
    return place < _OPENING


def _names_anew(found: Found, item: Item) -> bool:
    """Whether "in the same month" names the month in brackets: then nothing before had named it."""
    return ".same" in found.rule and item.end - item.start > _SAME_MONTH


def _date_back(acts: list[Act], when: str, sentence: int) -> None:
    """Date what was told just before "in the same month (September)": the bracket names the month of both."""
    for place in range(len(acts) - 1, -1, -1):
        if acts[place].dated or acts[place].sentence < sentence - 1:
            break
        acts[place] = acts[place]._replace(when=when, dated=True)


def _attach(acts: list[Act], figures: list[Figure]) -> list[Act]:
    """Give each figure to the nearest act that it can belong to."""
    given: list[dict[str, int]] = [{} for _ in acts]
    for figure in figures:
        near = [
            (away, place)
            for place, act in enumerate(acts)
            if (away := belongs(figure, act.kind, act.sentence)) is not None
            and figure.name not in given[place]
        ]
        if near:
            given[min(near)[1]][figure.name] = figure.number
    return [act._replace(figures=found) if found else act for act, found in zip(acts, given, strict=True)]
