"""When an act took place: the date that is its own, or what the text told before."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from mithaq.lexicon.grammar import Letters
from mithaq.reading.dates import Found
from mithaq.reading.frames import Draft
from mithaq.reading.gatherings import TOLD
from mithaq.reading.memory import Memory
from mithaq.reading.stage import VERBS
from mithaq.reading.text import Sentence

_LATE = 2  # days after which a paper may still tell what was announced
_BESIDE = 12  # items between a forum that is only named and the date of it
NEAR = 6  # items between a trigger and a date or place that is its own
# Rules of what is only spoken of: the day of the text is not its day.
_UNDATED = re.compile(r"\.agreement\.(between$|recalled\.)")


# What is done with an agreement that was signed before.
_LATER = {"renew", "ratify", "in-force", "end"}


class When:
    """Dates drafts."""

    def __init__(self, letters: Letters) -> None:
        self.earlier = set(letters.of("earlier"))
        self.to = letters.of("clitic.to")
        self.pronoun = letters.of("pronoun")
        self.who = letters.of("who")
        self.comma = letters.of("comma")
        self.due = set(letters.of("for.word"))
        self.aims = set(letters.of("visit.noun|attend.noun"))
        self.say = set(letters.of("say"))
        self.that = set(letters.of("that"))
        self.elsewhen = set(letters.of("after"))
        self.verbs = set(letters.of(VERBS))
        self.while_ = set(letters.of("while"))
        self.turns = self.verbs | self.elsewhen
        self.held = set(letters.of("hold.verb|sign.verb|agree.verb|organise.verb|issue.verb"))
        self.any_verb = set(letters.of("*.verb"))
        self.signing = set(letters.of("sign.verb|sign.noun|sign.adjective"))

    def of(
        self,
        sentence: Sentence,
        draft: Draft,
        memory: Memory,
        published: str | None,
        codes: frozenset[str],
        *,
        stage: str,
        past: bool,
        present: bool,
        earlier: bool,
        set_out: bool,
        lead: bool,
    ) -> tuple[str | None, bool]:
        best, best_cost = None, 99
        recalled = self._is_recalled(sentence.letters, draft)
        planned, done = stage == "planned", stage == "held" and past
        later = draft.action in _LATER
        for place, told_date in sentence.told(Found):
            if not told_date.edtf:
                continue
            if planned and published and not told_date.coming and _is_past(told_date.edtf, published):
                continue  # what is to come has no date that is past
            if place < draft.trigger and self._is_of_saying(sentence.letters, place, draft.trigger):
                continue
            if recalled and done and published and is_ahead(told_date.edtf, published):
                continue
            if stage == "held" and sentence.letters[max(0, place - 1) : place] in self.due:
                continue  # "the visit, first set for February": when it was to be
            if told_date.since is not None and told_date.since >= sentence.items[draft.trigger].start:
                continue  # "the first talks since 2015"
            away = place - draft.trigger
            cost = abs(away) + (4 if away < 0 and place < draft.span[0] else 0)
            between = sentence.letters[min(place, draft.trigger) + 1 : max(place, draft.trigger)]
            if not self.turns.isdisjoint(between):
                cost += 10 * sum(letter in self.verbs for letter in between)
                cost += 12 * sum(letter in self.elsewhen for letter in between)
            if away < 0 and self.who in sentence.letters[draft.span[0] : place] and self.comma in between:
                cost += 12  # the date of a clause on someone: "X, who arrived on Monday, met Y on Tuesday"
            if planned and away < 0 and not self.while_.isdisjoint(between):
                cost += 30  # "arrived on Monday in Rabat, where he will meet"
            if away > 0 and self.who in between and self.held.isdisjoint(between):
                cost += 12 * between.count(
                    self.who
                )  # the date of a clause on someone: "the visit of X, who is to join the council in 2021"
            if away > 0 and sentence.letters[place + 1 : place + 2] in self.any_verb:
                cost += 12  # the date of what is told next: "handed over ten, and in June received"
            if away > 0 and sentence.letters[draft.trigger] in between and between[0] != self.pronoun:
                cost += 20  # the date of another: "his visit is to prepare the visit of the King in autumn"
            if later and away > 0 and not self.signing.isdisjoint(between):
                cost += 30  # "renewed the accord that was signed in 2021"
            if away > 0 and not self.while_.isdisjoint(between):
                cost += 24  # the date of another clause: "the visit comes after the minister on Thursday"
            if self.to in between and any(
                one == self.to and other in self.aims for one, other in pairwise(between)
            ):
                cost += 12  # the date of what it was for
            if cost < best_cost:
                coming = planned and not (set_out and away < 0) or stage == "cancelled" or present
                meant = told_date.coming if coming else told_date.gone if done else None
                best = meant or told_date.edtf
                best_cost = cost
        told = memory.when.get((codes, planned))
        if told and told[1] == sentence.number and best_cost > NEAR:
            return told[0], True
        around = sentence.letters[max(0, draft.span[0] - 3) : draft.span[1] + 3]
        if best and best_cost < (_BESIDE if draft.rule.endswith(TOLD) else 30):
            before = around[: draft.trigger - max(0, draft.span[0] - 3)]
            if not (told and (earlier or not self.elsewhen.isdisjoint(before))):
                memory.when[codes, planned] = (best, sentence.number)
            return best, True
        if earlier or not self.earlier.isdisjoint(around) or recalled:
            return None, False
        if told:
            return told[0], False
        latest = max((number for _, number in memory.when.values()), default=-1)
        if latest == sentence.number:
            return next(when for when, number in memory.when.values() if number == latest), False
        if memory.year and not planned and not sentence.heading:
            return memory.year, False
        if published and lead and not planned and not _UNDATED.search(draft.rule):
            return f"{published}~", False
        return None, False

    def _is_recalled(self, letters: str, draft: Draft) -> bool:
        """Whether an act is only named by its relative clause: "the talks that he held", "the accord that was signed"."""
        after = letters[draft.trigger + 1 : draft.span[1]]
        named = self.who in after[:2] or (
            draft.kind == "agreement" and self.who in letters[draft.span[0] : draft.trigger]
        )
        return named and draft.kind in ("meeting", "agreement")

    def _is_of_saying(self, letters: str, date: int, trigger: int) -> bool:
        """Whether a date tells when it was said, and not when it was done: "said on Friday that"."""
        said = not self.say.isdisjoint(letters[max(0, date - 8) : date])
        return said and not self.that.isdisjoint(letters[date + 1 : min(date + 4, trigger)])


def is_ahead(edtf: str, published: str) -> bool:
    """Whether a date, or the beginning of a span, lies after the day of publication, whole months and years compared as
    such."""
    day = edtf.partition("/")[0].rstrip("~")
    return day > published[: len(day)]


def _is_past(edtf: str, published: str) -> bool:
    """Whether a date, or the end of a span, lies before the day of publication; one that is written out may be told a
    little late."""
    day = edtf.rpartition("/")[2].rstrip("~")
    if day == edtf and len(day) == len(published):
        published = (dt.date.fromisoformat(published) - dt.timedelta(_LATE)).isoformat()
    return day[:10] < published[: len(day)]
