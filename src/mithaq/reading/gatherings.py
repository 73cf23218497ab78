"""Gatherings: of whom a forum is, who else takes part in it, and which mentions of a forum mean the same one."""

from __future__ import annotations

import re
from collections.abc import Collection

from mithaq.edtf import overlaps
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.act import OF_BODY, Act
from mithaq.reading.frames import Draft
from mithaq.reading.mentions import Spot, Told, codes_of
from mithaq.reading.text import Sentence, Text

# Rules of those who are said to take part in "the conference": whose, another sentence tells.
JOINS = ".joins"
TOLD = ".told"  # of a forum that is only named: it counts where parties of it are told
_NUMBERED = "numbered"  # the note of words whose ordinal may stand as a number
_BETWEEN = ".gathering.between"
_STEM = 4
_NAME = 7  # items of the name of a forum
_CLOSE = 2  # sentences between two mentions of one gathering
_OF_ONE = 8  # sentences between two mentions of one forum of one body
_FAR = 4  # sentences between a gathering and "the conference"
_AMONG = 16  # items from "took part" to "among them"
_REACH = 20  # items after a forum that is only named within which its parties are told
_FIRST, _NEXT = 6, 4  # items from "in the presence of" to the first party, from one party to the next
_PARTIES = ("note", "parties=")


class Gatherings:
    """Reads what is peculiar to gatherings."""

    def __init__(self, letters: Letters) -> None:
        self.forum = set(letters.of("gather.*|session.word|meet.noun|committee.noun"))
        self.strong = set(letters.of("gather.*"))
        self.parts = set(letters.of("session.word|committee.noun"))
        self.attend = set(letters.of("attend.verb"))
        self.organise = set(letters.of("organise.verb"))
        self.hosting, self.in_ = set(letters.of("organise.noun")), letters.of("clitic.in")
        self.relative = set(letters.of("that|who"))
        self.pronoun = letters.of("pronoun")
        self.will = letters.of("clitic.will")
        self.him = re.compile(f"[{re.escape(letters.of('in'))}]?{self.pronoun}")
        self.present = set(letters.of("present|jointly|head"))
        self.attending = self.present | set(letters.of("attend.*|participant.word"))
        self.habit = set(letters.of("habit"))
        self.held = (
            set(
                letters.of(
                    "hold.verb|session.word|attend.*|organise.*|during|cancel|sidelines|plan.adjective|clitic.will|next|meet.noun|meet.verb"
                )
            )
            | self.present
        )
        self.session = self.held | set(letters.of("ordinal")) | {BUILT["date"], BUILT["place"]}
        self.plan = set(letters.of("plan"))
        self.digits = letters.of("digits")
        self.votes = set(letters.of("vote.noun|elect.*"))
        self.represent = set(letters.of("represent.word"))
        self.among = set(letters.of("including"))
        self.goal = BUILT["goal"]
        self.party = {BUILT[name] for name in ("party", "parties", "geo", "bloc")}
        self.ends = set(
            letters.of(
                "say|that|while|receive.verb|meet.verb|visit.verb|call.verb|sign.verb|sidelines|stop|hold.verb|arrive.verb|travel.verb"
            )
        )
        self.paren = set(letters.of("paren"))
        self.qualifying = set(letters.of("word|office.modifier|plan.adjective|next|last|ordinal"))
        self.nation = set(letters.of("demonym*|body.adjective"))
        self.hyphens = set(letters.of("dash|and"))
        self.linking = set(letters.of("and|comma|dash|present|jointly|including"))
        self.passed = set(
            letters.of(
                "word|unknown*|comma|and|paren|quote|dash|honorific|office.modifier|blessing|digits|number|state.word|"
                "member.word|region.word|including|represent.word|on|from|pronoun|international.mark|given|surname|also|"
                "total.word|clitic.in|in|participant.word|session.word|person|present|jointly|body.adjective|demonym*|topic|"
                "for.word|office.plural|delegation"
            )
        )
        self.within = set(
            letters.of("word|ordinal|digits|clitic.to|unknown*|office.modifier|international.mark")
        )
        self.naming = set(
            letters.of(
                "word|ordinal|digits|topic|international.mark|clitic.to|unknown*|geo|bloc|demonym*|given|surname|quote|"
                "body.adjective|office.modifier|party|parties|name.particle|on|with|between|paren|gather.*|session.word|unit.year"
            )
        )

    def _nations(self, text: Text, sentence: Sentence, draft: Draft) -> list[tuple[str, Told]]:
        """The two or more nations that the name of a summit ends with: "the bilateral French-German summit"."""
        letters, items = sentence.letters, sentence.items
        place = draft.trigger + 1
        if letters[draft.trigger] not in self.strong:
            return []
        while letters[place : place + 1] and letters[place] in self.qualifying:
            place += 1
        found: list[tuple[str, Told]] = []
        while letters[place : place + 1] and letters[place] in self.nation:
            item = items[place]
            found.append(("a", Spot((text.value(item),), None, item.start, item.end, "nation")))
            place += 2 if letters[place + 1 : place + 2] in self.hyphens else 1
        return found if len(found) > 1 else []

    def others(self, text: Text, sentence: Sentence, draft: Draft) -> list[tuple[str, Told]]:
        """Who else the sentence says takes part, after the forum: "in the presence of", "among them", "attended by"."""
        letters = sentence.letters
        found: list[tuple[str, Told]] = self._nations(text, sentence, draft)
        place = draft.trigger + 1
        reach = place + _REACH if draft.rule.endswith(TOLD) else len(letters)
        if JOINS in draft.rule and "a" in draft.roles:
            place = draft.span[1]
            self._list(sentence, place, "a", found, linked=False)
        while place < min(reach, len(letters)):
            letter = letters[place]
            if letter in self.relative and letters[place + 1 : place + 2] in self.attend:
                place = self._list(sentence, place + 2, "a", found, linked=True)
                continue  # "in which X and Y took part"
            if letter in self.ends and not (
                letter == letters[draft.trigger] or self._is_held(letters, place)
            ):
                break
            role = None
            if (
                letter in self.present
                or letter in self.represent
                or letter in self.among
                and not self.attending.isdisjoint(letters[max(0, place - _AMONG) : place])
                or letter in self.attend
                and self.him.match(letters, place + 1)
            ):
                role = "a"
            elif (
                letter in self.organise
                and letters[place + 1 : place + 2] == self.pronoun
                or letter in self.hosting
                and letters[place - 1] == self.in_
            ):
                role = "organiser"  # "that X organises", "hosted by X"
            place += 1
            if role is None:
                continue
            place = self._list(sentence, place, role, found, linked=True)
        return found

    def _list(
        self, sentence: Sentence, place: int, role: str, found: list[tuple[str, Told]], *, linked: bool
    ) -> int:
        """Add the parties of a list that begins, or goes on, at a place; where the list ends."""
        letters, items = sentence.letters, sentence.items
        away, limit = 0, _FIRST if linked else _NEXT
        while place < len(letters) and away <= limit:
            letter = letters[place]
            known = items[place].known
            wanted = letter in self.party or letter == self.goal and limit == _FIRST
            if linked and wanted and isinstance(known, Told):
                found.append((role, known))
                if codes_of(known):  # "representatives of": of whom is still to come
                    away, limit, linked = 0, _NEXT, False
            elif letter in self.passed:
                linked = linked or letter in self.linking
                away += letter not in self.linking
            elif wanted and letters[place - 1] in self.paren:
                pass  # "the organisation of police (INTERPOL)"
            else:
                break
            place += 1
        return place

    def _is_held(self, letters: str, place: int) -> bool:
        """Whether a verb only says that the forum was held: "that was held", "and will be held"."""
        return letters[place - 1] == self.will or letters[place + 1 : place + 2] != self.pronoun

    def is_none(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether no single gathering is told: "every year", "33 summits" (but "la 43 cumbre"), what an assembly voted."""
        letters, at = sentence.letters, draft.trigger
        if not self.habit.isdisjoint(letters[max(0, draft.span[0] - 4) : draft.span[1] + 4]):
            return True
        if at and letters[at] in self.strong and letters[at - 1] == self.digits:
            return not any(sense.note == _NUMBERED for sense in text.senses(sentence.items[at])[:1])
        around = letters[max(0, at - 5) : draft.span[1] + 6]
        if draft.rule.endswith(OF_BODY) and self.session.isdisjoint(around):
            return True
        planned = not self.plan.isdisjoint(letters[max(0, at - 5) : at])
        if draft.rule.endswith(_BETWEEN) and not planned and self.held.isdisjoint(around):
            return True  # a committee of two, and no session of it
        return draft.rule.endswith(OF_BODY) and not self.votes.isdisjoint(letters[max(0, at - 5) : at])

    def is_forum(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether a rule's words have a forum of their own, more than "the meeting"."""
        return not self.strong.isdisjoint(sentence.letters[slice(*draft.span)])

    def bodies(self, text: Text, sentence: Sentence, draft: Draft) -> list[str]:
        """The parties that the very name of the forum tells: "the Arab summit" is of the Arab League."""
        for place in self._near(sentence, draft):
            for sense in text.senses(sentence.items[place])[:1]:
                if sense.note.startswith(_PARTIES[1]):
                    return sense.note[len(_PARTIES[1]) :].split("+")
        return []

    def named(self, text: Text, sentence: Sentence, draft: Draft) -> tuple[frozenset[str], bool]:
        """The stems of the forum's word, and whether nothing that follows tells which forum it is."""
        near = self._near(sentence, draft)
        if not near:
            return frozenset(), True
        items = [sentence.items[place] for place in near]
        stems = frozenset(self._stem(text, token) for item in items for token in range(item.start, item.end))
        following = sentence.letters[near[-1] + 1 : near[-1] + 2]
        item = items[-1]
        noted = any(sense.note.startswith(_PARTIES[1]) for sense in text.senses(item)[:1])
        if JOINS in draft.rule:
            return stems, True
        return stems, not noted and item.end - item.start < 3 and following not in self.naming

    def _stem(self, text: Text, token: int) -> str:
        """The beginning of a word without what hangs on it: the same for all forms of "conference"."""
        script = text.lexicon.script
        word = script.unhung(text.tokens[token], text.codes[token])
        return script.folded(script.bare(script.clean(word)))[:_STEM]

    def _near(self, sentence: Sentence, draft: Draft) -> list[int]:
        """Where the forum's words stand: "the fifteenth session of the Islamic summit"."""
        letters = sentence.letters
        found = [draft.trigger] if letters[draft.trigger] in self.forum else []
        found = found or [
            place for place in range(draft.trigger, draft.span[1]) if letters[place] in self.forum
        ]
        found = found or [place for place in range(*draft.span) if letters[place] in self.forum]
        found = [place for place in found if place - found[0] < _NAME]
        place = found[-1] + 1 if found else 0
        while found and place < min(found[0] + _NAME, len(letters)):
            if letters[place] in self.strong or letters[place] in self.parts:
                found.append(place)
            elif letters[place] not in self.within:
                break
            place += 1
        return found


def assemble(acts: list[Act], bodies: Collection[str]) -> list[Act]:
    """Gatherings told near each other are one where the parties of one are among those of the other, or where one is
    only called "the conference"; those who join none, and forums without a party, fall away."""
    kept: list[Act] = []
    gatherings = sorted(
        (act for act in acts if act.kind == "gathering"),
        key=lambda act: (_is_loose(act), -len(act.codes), act.sentence, act.start),
    )
    for act in gatherings:
        near = [place for place, known in enumerate(kept) if _is_one(known, act, bodies)]
        if near:
            place = min(near, key=lambda place: (_away(kept[place], act), kept[place].sentence))
            kept[place] = pool(kept[place], act)
        else:
            kept.append(act)
    kept = [_as_before(act, kept) for act in kept]
    return [act for act in acts if act.kind != "gathering"] + [
        act for act in kept if act.sure_of_forum and act.parties
    ]


def _as_before(act: Act, kept: list[Act]) -> Act:
    """An earlier or later one of the same forum, told by its day alone, with the parties of the one that names them."""
    if act.sure_of_forum or not (act.dated and act.country):
        return act
    for known in kept:
        if (
            len(known.codes) > 1
            and known.codes >= act.codes
            and known.forum & act.forum
            and known.sure_of_forum
        ):
            more = [(code, "participant", None) for code in sorted(known.codes - act.codes)]
            return act._replace(parties=[*act.parties, *more], sure_of_forum=True)
    return act


def _away(known: Act, act: Act) -> int:
    return abs(known.sentence - act.sentence)


def _is_loose(act: Act) -> bool:
    return all(JOINS in rule or rule.endswith(TOLD) for rule in act.rules)


def _is_one(known: Act, act: Act, bodies: Collection[str]) -> bool:
    """Whether two acts tell of one gathering."""
    if known.dated and act.dated and known.when and act.when and not overlaps(known.when, act.when):
        return False
    if all(rule.endswith(TOLD) for rule in act.rules) and len(act.codes) > 1 and known.codes >= act.codes:
        return _away(known, act) <= _FAR
    if known.country and act.country and known.country != act.country:
        return False
    bare = known.bare or act.bare
    same_forum = bool(known.forum & act.forum)
    headline = known.heading != act.heading and known.dated != act.dated  # that tells no day, and so no stage
    beside = known.sentence == act.sentence
    if known.stage != act.stage and not (
        (bare and same_forum or headline or beside or JOINS in act.rules[0])
        and "cancelled" not in (known.stage, act.stage)
    ):
        return False
    told = bool(act.codes) and not are_apart(known, act) or same_forum or beside
    if known.codes >= act.codes and told and (_away(known, act) <= _CLOSE or act.rules[0].endswith(OF_BODY)):
        return True
    if JOINS in act.rules[0] and 0 <= act.sentence - known.sentence <= 1:
        return True
    if JOINS in known.rules[0] and act.rules[0].endswith(TOLD) and known.sentence - act.sentence == 1:
        return True
    shared = any(code in bodies for code in known.codes & act.codes)
    same_forum_told = same_forum or bare and not (known.forum and act.forum)
    if shared and (known.sentence == act.sentence or same_forum_told and _away(known, act) <= _OF_ONE):
        return True
    return bare and same_forum and _away(known, act) <= _FAR


def are_apart(one: Act, other: Act) -> bool:
    """Whether two acts name two forums, each with more than "the conference": "the business forum", "the joint committee"."""
    return bool(
        one.forum
        and other.forum
        and not one.forum & other.forum
        and not (one.bare or other.bare or one.heading or other.heading)
        and one.sentence != other.sentence
        and len(one.codes & other.codes) > 1
    )


def pool(first: Act, second: Act) -> Act:
    """The first act with the parties and all else that the second adds."""
    told = {(code, mention.persons if mention else ()) for code, _, mention in first.parties}
    codes = first.codes
    added = [
        (code, role, mention)
        for code, role, mention in second.parties
        if code not in codes or mention and mention.persons and (code, mention.persons) not in told
    ]
    later = second.dated and not first.dated
    both = first.backed_by(second)
    parties = [*first.parties, *added]
    of_several = len({code for code, _, _ in parties}) > 1 and bool(first.forum or second.forum)
    return both._replace(
        parties=parties,
        sure_of_forum=both.sure_of_forum or of_several,
        stage=second.stage if later else first.stage,
        when=second.when if later else first.when or second.when,
        country=first.country or second.country,
        city=first.city or (second.city if first.country in (None, second.country) else None),
    )
