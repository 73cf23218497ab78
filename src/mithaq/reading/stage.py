"""Whether an act was held, is planned or was called off; None where it is denied."""

from __future__ import annotations

from mithaq.lexicon.grammar import Letters
from mithaq.reading.dates import Found
from mithaq.reading.frames import Draft
from mithaq.reading.roles import starts
from mithaq.reading.text import Item, Sentence, Text

# Kinds whose word comes late: "in the coming days there will be an exercise".
_WORKING = ("operation", "training", "aid")
_MET = ("meeting", "visit", "call", "gathering")
VERBS = "receive.verb|meet.verb|visit.verb|travel.verb|arrive.verb|call.verb|discuss.verb|sign.verb"

# The notes of verbs in the present tense, and of those that say by themselves that it is still to come: "recevra".
_PRESENT, _FUTURE, _INFINITIVE = "present", "future", "infinitive"
_AIM = "aim"  # of infinitives, which in a headline tell what is to come
_TOWARDS = 3  # items from "to" to what is to be done
_TODAY = ".relative-day"  # the rule of "today"
_SINCE = "since"  # of words with which what goes on began
_EARLIER = "earlier"  # of words that say by themselves that it was before: "a previous meeting"
_VERB_FIRST = ".verb-first"  # in the ids of rules of languages whose headlines may tell what was done by a verb of the present
_CALLED_OFF = 8  # items after what was to be within which it is called off, or told not to have been
_OFTEN = 2  # items after what is told within which it is said to be done often
_RECENT = 3  # items after what is told within which it is said to have been of late
_TOLD_BY = 3  # items between a verb that says that it took place and its noun: "the last meeting was held"
_RESOLVED = 8  # items between a verb of agreeing and what is agreed to be held
_GOVERNS = 8  # items between a verb and the noun that it governs
_WITHOUT = 9  # items between "without" and what was not done
_WISHED = 9  # items between a word of duty and what ought to be done


class Stages:
    """Tells the stage of drafts."""

    def __init__(self, letters: Letters) -> None:
        self.holding = set(letters.of("hold.verb"))
        self.denial = set(letters.of("deny"))
        self.habit = set(letters.of("habit"))
        self.without = set(letters.of("without"))
        self.comma = letters.of("comma")
        self.should = set(letters.of("should"))
        self.aside = set(letters.of("during|that|while|who"))
        self.negation = set(letters.of("neg"))
        self.plan = set(letters.of("plan*|clitic.will"))
        self.cancel = set(letters.of("cancel"))
        self.halted = set(letters.of("halted"))
        self.barrier = set(letters.of("stop|say"))
        self.will = letters.of("clitic.will")
        self.holds = set(letters.of("hold.verb|organise.verb|witness.verb"))
        self.brings = set(letters.of("receive.verb|assemble.verb"))  # "the meeting that will bring together"
        self.coming = letters.of("next")
        self.next = set(letters.of("next|plan.adjective"))
        self.ongoing = set(letters.of("who|was|while|during|counterpart"))
        self.was = letters.of("was")
        # Between what was to be and its being called off.
        self.loose = letters.of(
            "was|plan|plan.adjective|date|place|comma|on|for.word|word|this|pronoun|while|meet.noun|visit.noun|call.noun"
        )
        self.who = letters.of("who")
        self.earlier = set(letters.of("earlier"))
        self.nominal = set(letters.of("clitic.to|clitic.in|to|on|in|after|during|from|plan*"))
        self.resolving = set(letters.of("agree.verb|decide.verb|consent.verb"))
        self.onto, self.occasions = (
            set(letters.of("on|to")),
            set(letters.of("in|during|after|comma|that|who|clitic.in")),
        )
        self.consent = set(letters.of("consent.verb"))
        self.that = set(letters.of("that"))
        self.now = set(letters.of("recent|currently"))
        self.way = set(letters.of("travel.verb|arrive.verb|hold.verb"))
        self.sent = set(letters.of("travel.verb|arrive.verb|visit.verb|give.verb"))
        self.visits = set(letters.of("visit.*|meet.verb|receive.verb"))
        self.words = set(letters.of("word"))
        self.given = set(letters.of("give.noun"))
        self.to = letters.of("clitic.to")
        self.towards = letters.of("to")
        self.named = set(letters.of("party|parties|geo|bloc"))
        self.verbs = set(letters.of(VERBS))
        self.any_verb = set(letters.of("*.verb"))
        self.doing = self.verbs | self.holding
        self.plan_or_holding = self.plan | self.holding
        self.ends = self.barrier | self.doing
        self.unlike = self.barrier | self.aside  # what bars a word of duty
        # Items that tell anything of the stage, before a trigger and after it: the others need not be looked at.
        self.telling = self.barrier | self.negation | self.cancel | self.plan | self.next | self.any_verb
        self.following = self.barrier | self.cancel | self.halted | self.next | self.any_verb | {self.will}

    def of(self, text: Text, sentence: Sentence, draft: Draft, *, lead: bool) -> str | None:
        """Planned, held or cancelled by the words before the trigger and the adjective after it; None when denied."""
        letters = sentence.letters
        if not self.denial.isdisjoint(letters[: draft.trigger]):
            return None
        first, last = max(0, draft.trigger - 3), draft.span[1]
        if not self.habit.isdisjoint(letters[first : draft.trigger] + letters[last : last + _OFTEN]):
            return None
        if self._is_wished(letters, draft.trigger):
            return None
        before = letters[max(0, draft.trigger - _WITHOUT) : draft.trigger]
        if not self.without.isdisjoint(before.rpartition(self.comma)[2]):
            return None
        stage = "held"
        aim = letters[draft.trigger - 1 : draft.trigger] == self.towards  # "will travel to meet"
        if self._is(text, sentence, draft.trigger, _FUTURE):
            stage = "planned"
        for place in range(draft.trigger - 1, max(-1, draft.trigger - 9), -1):
            letter = letters[place]
            if letter not in self.telling:
                continue
            if letter in self.barrier:
                break
            if letter in self.negation and (place >= draft.trigger - 3 or letters[place + 1] in self.holding):
                return None
            if letter in self.cancel:
                return "cancelled"
            if letter in self.plan and (
                letter != self.will or place == draft.trigger - 1 or place >= draft.trigger - 5
            ):
                stage = "planned"
            if letter in self.next and draft.kind in _WORKING or self._is(text, sentence, place, _FUTURE):
                stage = "planned"
            if (
                letter in self.verbs
                and letter != letters[draft.trigger]
                and not (aim and letter in self.sent)
            ):
                break
        begin = max(0, draft.span[0] - 2)
        if not self.plan_or_holding.isdisjoint(letters[begin : draft.trigger]):
            for place in range(begin, draft.trigger):
                if letters[place] in self.plan and letters[place + 1] in self.doing:
                    stage = "planned"
                if letters[place] in self.holding and self._is(text, sentence, place, _FUTURE):
                    stage = "planned" if self.ends.isdisjoint(letters[place + 1 : draft.trigger]) else stage
        if draft.kind == "mandate" and not self.consent.isdisjoint(letters[: draft.trigger]):
            stage = "held"  # "the council consented to his request to be empowered"
        if stage == "planned" and self._is_recalled(letters, draft.trigger):
            stage = "held"
        if (
            draft.kind in ("visit", "aid", "agreement")
            and self._is_purpose(letters, draft.trigger)
            and self.earlier.isdisjoint(letters[draft.trigger : draft.span[1] + _RECENT])
        ):
            stage = "planned"
        if draft.kind in _MET and self._is_resolved(letters, draft.trigger):
            stage = "planned"
        if draft.kind in ("meeting", "call") and lead and self._is_on_the_way(letters, draft.trigger):
            stage = "planned"
        if self._is_called_off_after(letters, draft.span[1]):
            return "cancelled"
        if self._is_denied_after(letters, draft.span[1]):
            return None
        for place in range(draft.trigger + 1, min(len(letters), draft.trigger + 7)):
            letter = letters[place]
            known = sentence.items[place].known
            if isinstance(known, Found) and known.ahead:
                stage = "planned"
            if letter in self.that and letters[place - 1] not in self.plan:
                break  # "said that the delay"
            if letter not in self.following:
                continue
            if letter in self.cancel and self.named.isdisjoint(letters[draft.trigger + 1 : place]):
                return "cancelled"
            if letter in self.halted and place <= draft.trigger + 3:
                return None
            if (
                letter in self.next
                and not (letter == self.coming and self._is_done(text, sentence, draft.trigger))
                or self._will_be(letters, draft, place)
                or (letter in self.holds or draft.kind == "gathering" and letter in self.brings)
                and self._is(text, sentence, place, _FUTURE)
                or (
                    letter == self.will
                    and draft.kind == "gathering"
                    and letters[place + 1 : place + 2] in self.holds
                )
            ):
                stage = "planned"
            if letter in self.barrier or letter in self.verbs:
                break
        if stage == "held" and sentence.heading and self._is_to_come(text, sentence, draft.trigger):
            return "planned"
        told = lead and not sentence.heading and _VERB_FIRST not in draft.rule
        if stage == "held" and told and self._is_announced(text, sentence, draft):
            return "planned"
        return stage

    def _is_resolved(self, letters: str, trigger: int) -> bool:
        """Whether it was agreed or decided to hold it: "the two agreed to hold a summit"."""
        first = max(0, trigger - _RESOLVED)
        for place in range(trigger - 1, first - 1, -1):
            if letters[place] in self.resolving:
                between = letters[place + 1 : trigger]
                return not self.onto.isdisjoint(between) and self.occasions.isdisjoint(between)
            if letters[place] in self.barrier:
                break
        return False

    def _is_to_come(self, text: Text, sentence: Sentence, trigger: int) -> bool:
        """Whether a headline tells by an infinitive what is to come: "X to pay a visit to"."""
        letters = sentence.letters
        if is_noted(text, sentence.items[trigger], _AIM):
            return letters[trigger - 1 : trigger] in self.named
        return any(
            letters[place] == self.towards and letters[place - 1] in self.named
            for place in range(max(1, trigger - _TOWARDS), trigger)
        )

    def _is_done(self, text: Text, sentence: Sentence, place: int) -> bool:
        """Whether a verb is of the past, where notes tell tenses: "discussed the next steps"."""
        tensed = text.lexicon.script.cased and sentence.letters[place] in self.any_verb
        return tensed and not any(
            self._is(text, sentence, place, tense) for tense in (_PRESENT, _FUTURE, _INFINITIVE)
        )

    def _will_be(self, letters: str, draft: Draft, place: int) -> bool:
        """Whether a noun's own verb is of the future: "the talks between X and Y will be the first"."""
        return (
            letters[draft.trigger] not in self.any_verb
            and draft.kind in _MET
            and letters[place] == self.will
            and place >= draft.span[1]
            and letters[place - 1] in self.named
        )

    def _is_called_off_after(self, letters: str, end: int) -> bool:
        """Whether what is told next calls it off: "the summit of A, B and C, planned for May, was cancelled"."""
        rest = letters[end : end + _CALLED_OFF].lstrip(self.loose)
        return bool(rest) and rest[0] in self.cancel

    def _is_denied_after(self, letters: str, end: int) -> bool:
        """Whether what is told next says that it was not: "the talks planned between X and Y did not take place"."""
        rest = letters[end : end + _CALLED_OFF].lstrip(self.loose)
        if rest[:1] not in self.negation:
            return False
        while rest and (rest[0] in self.negation or rest[0] in self.loose):
            rest = rest[1:]
        return rest[:1] in self.holding

    def _is_purpose(self, letters: str, trigger: int) -> bool:
        """Whether a noun tells what something is for, and nobody is on the way: "a delegation for a visit to"."""
        if trigger and letters[trigger - 1] in self.given:
            trigger -= 1  # "for the delivery of aid"
        return letters[trigger - 1 : trigger] == self.to and self.way.isdisjoint(letters[:trigger])

    def _is_on_the_way(self, letters: str, trigger: int) -> bool:
        """Whether someone arrives for a meeting, or is sent to it: "arrived in Damascus for talks with"."""
        if letters[trigger - 1 : trigger] in self.words:
            trigger -= 1  # "to hold talks"
        if letters[trigger - 1 : trigger] != self.to:
            return False
        return comes_first(letters[:trigger], self.sent, self.visits | self.barrier)

    def _is_wished(self, letters: str, trigger: int) -> bool:
        """Whether it is only said that it ought to be: "officials should visit"."""
        return comes_first(letters[max(0, trigger - _WISHED) : trigger], self.should, self.unlike)

    def _is_recalled(self, letters: str, trigger: int) -> bool:
        """Whether a relative clause tells of it as done: "will complete the talks that the minister held"."""
        after = letters[trigger + 1 : trigger + 4]
        return self.who in after and not self.holding.isdisjoint(after) and self.plan.isdisjoint(after)

    def _is_announced(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether a lead tells in the present tense what is to come, and not what goes on or was going on."""
        place = draft.trigger
        item = sentence.items[place]
        if not is_noted(text, item, _PRESENT):
            place = max(
                (at for at in range(max(0, place - _GOVERNS), place) if sentence.letters[at] in self.holding),
                default=-1,
            )  # "makes a visit on Monday"
            told = draft.kind in ("visit", "meeting") and place >= 0
            if not told or not is_noted(text, sentence.items[place], _PRESENT):
                return False
            item = sentence.items[place]
        if any(start < item.start for start in starts(draft)):
            return False  # a headline tells in the present what was done, its subject first
        before = sentence.letters[max(0, place - 10) : place]
        if any(letter in self.ongoing for letter in before[-6:]) or self.was in before:
            return False
        near = range(place, min(draft.trigger + 8, len(sentence.letters)))
        if any(is_noted(text, sentence.items[at], _SINCE) for at in near):
            return False  # "has been visiting since Sunday"
        dates = [known for at in near if isinstance(known := sentence.items[at].known, Found)]
        if sentence.letters[place] in self.holding and any(date.rule.endswith(_TODAY) for date in dates):
            return False  # "begins today a visit"
        return not any(sentence.letters[at] in self.now for at in near)

    def is_past(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether what tells an act is a verb of the past: its own, that which governs it, "held talks", or that of its
        relative clause, "the talks that he held"."""
        letters = sentence.letters
        place = draft.trigger
        if self.who in letters[place + 1 : place + 3]:
            place = letters.index(self.who, place) + 1
        elif letters[place] not in self.any_verb:
            before = range(max(0, place - _TOLD_BY), place)
            verbs = (
                at
                for at in reversed(before)
                if letters[at] in self.holding and letters[at - 1 : at] not in self.nominal
            )  # and no infinitive: "arrived to hold talks"
            place = next(verbs, place)
        verb = letters[place : place + 1]
        return verb in self.any_verb and not (
            self._is(text, sentence, place, _PRESENT) or self._is(text, sentence, place, _FUTURE)
        )

    def has_set_out(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether who is to meet is told before to have set out or arrived: "flew to X on Monday to meet"."""
        letters = sentence.letters
        return draft.kind == "meeting" and any(
            letters[at] in self.sent
            and letters[at - 1 : at] not in self.plan
            and not (self._is(text, sentence, at, _PRESENT) or self._is(text, sentence, at, _FUTURE))
            for at in range(draft.trigger)
        )

    def is_present(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether a verb of the present tells an act, in a language where a weekday beside it is today or to come."""
        place = draft.trigger
        if not text.lexicon.script.present_ahead or sentence.heading:
            return False
        if sentence.letters[place] not in self.any_verb:
            before = range(max(draft.span[0], place - _GOVERNS), place)
            place = max((at for at in before if sentence.letters[at] in self.holding), default=-1)
        return place > 0 and self._is(text, sentence, place, _PRESENT)

    def is_earlier(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether the word of an act says that it was before what the text tells of."""
        return is_noted(text, sentence.items[draft.trigger], _EARLIER)

    def _is(self, text: Text, sentence: Sentence, place: int, tense: str) -> bool:
        """Whether the verb at a place has the note of a tense."""
        return sentence.letters[place] in self.any_verb and is_noted(text, sentence.items[place], tense)

    def near(self, sentence: Sentence, draft: Draft, wanted: set[str], after: int = 2) -> bool:
        """Whether a frame's stretch of the sentence, or what stands just after it, has one of some letters."""
        first, last = draft.span
        for place in range(first, min(last + after, len(sentence.letters))):
            if sentence.letters[place] in wanted:
                return True
            if place >= last and sentence.letters[place] in self.ends:
                return False
        return False


def is_noted(text: Text, item: Item, note: str) -> bool:
    """Whether the weightiest meaning of an item has a note."""
    sense = text.sense(item)
    return sense is not None and sense.note == note


def comes_first(letters: str, wanted: set[str], barred: set[str]) -> bool:
    """Whether, back from the end of some letters, one that is wanted comes before any that bars the way."""
    for letter in reversed(letters):
        if letter in wanted:
            return True
        if letter in barred:
            return False
    return False
