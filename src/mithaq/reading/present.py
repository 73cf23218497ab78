"""Who was there: persons whom a text lists after an act, with it, beside it, or on whose side they were."""

from __future__ import annotations

import re

from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.act import PRESENT, Act, Entry, codes_in
from mithaq.reading.memory import ENVOYS
from mithaq.reading.mentions import Mention, Spot
from mithaq.reading.stage import VERBS
from mithaq.reading.text import Sentence

_AFTER_END = 4  # tokens after a visit in which it is told who led or came along
_LISTED = 3  # sentences after that of the ceremony
_PARTAKEN = 4  # items between "the reception" and "participation of", with which a list begins
_LISTING = ("meeting", "visit", "agreement", "training")  # kinds whose parties may be a list


class Presence:
    """Adds to acts those who are said to have been there."""

    def __init__(self, letters: Letters) -> None:
        self.present = set(letters.of("present|accompany|attend.verb|sign.verb"))
        self.signing = set(letters.of("sign.noun"))
        self.attendance = set(letters.of("present"))
        self.guests = set(letters.of("accompany|with|head"))
        self.partaking = set(letters.of("attend.noun"))
        self.occasion = set(letters.of("receive.noun|meet.noun"))
        self.by = set(letters.of("by|on"))
        self.on = set(letters.of("on"))
        self.and_ = letters.of("and")
        self.comma = letters.of("comma")
        self.beside = set(letters.of("comma|and|jointly|quote|paren|honorific"))
        self.verbs = set(letters.of(f"{VERBS}|say|hold.verb"))
        self.links = {self.comma, self.and_}
        self.bearer = re.compile(
            f"[{self.comma}][{re.escape(letters.of('unknown*|given|surname') + BUILT['party'] + BUILT['person'])}]"
        )

    def attended(self, sentence: Sentence, act: Act) -> Act:
        """The act with those whom a sentence says were present, where they are of its parties.

        "From the American side" says whose officials the next ones are, or, after them, the ones before.
        """
        if act.sentence > sentence.number or not act.parties:
            return act
        roles = {code: role for code, role, _ in act.parties}
        sides = self._sides(sentence)
        side: str | None = None
        begun = attending = signed = False
        same = act.sentence == sentence.number
        added = []
        for place, (letter, item) in enumerate(zip(sentence.letters, sentence.items, strict=True)):
            known = item.known
            begun = begun or letter in self.present or isinstance(known, Mention) and known.side
            attending = attending or letter in self.attendance
            signed = signed or letter in self.signing and act.kind == "agreement"
            if signed and not begun and isinstance(known, Mention) and not known.persons:
                begun = (
                    sentence.letters[max(0, place - 1)] in self.by
                )  # "his signature for the government of X: Y"
            begun = begun or self._is_partaking(sentence.letters, place)
            if isinstance(known, Spot) and sentence.letters[max(0, place - 1)] in self.by:
                side, begun = known.countries[0], True
            if not begun or not isinstance(known, Mention) or item.start < act.end and same:
                continue
            if known.side or not known.persons:
                side = known.codes[0] if known.sure and len(known.codes) == 1 else side
            if not known.persons:
                continue
            own = known.codes[0] if known.codes else None
            code = own if known.sure else sides.get(place) or side or own
            if code not in roles and attending and not known.sure and known.office_ids and known.codes:
                code = act.parties[0][0]  # of the office or the body that the text speaks of
            if code in roles or code and known.sure and attending and act.kind == "gathering":
                role = roles.get(code, "participant")
                added.append((code, role, known._replace(rule=known.rule + PRESENT)))
        return act._replace(parties=[*act.parties, *added]) if added else act

    def has_side(self, sentence: Sentence) -> bool:
        """Whether a sentence tells on whose side somebody was."""
        return any(mention.side for _, mention in sentence.told(Mention))

    def listed(self, sentence: Sentence, act: Act) -> Act:
        """The act with those whom its sentence adds to its last party: "received the minister X, beside him the
        minister Y, and Z", "arrived together with the minister X"."""
        if act.sentence != sentence.number or act.kind not in _LISTING:
            return act
        roles = {code: role for code, role, _ in act.parties}
        guests = codes_in(act.parties, "guest")
        told = {mention.start for _, _, mention in act.parties if mention}
        named = [one.codes[0] for _, one in sentence.told(Mention) if one.codes and one.start < act.end]
        last = named[-1] if named else None
        added = []
        for mention in self._beside(sentence, act):
            code = mention.codes[0] if mention.codes and mention.sure else last
            if code in roles and mention.start not in told:
                added.append((code, roles[code], mention._replace(rule=mention.rule + PRESENT)))
        if act.kind == "visit" and len(guests) == 1:
            for place, mention in sentence.told(Mention):
                if (
                    mention.persons
                    and (not mention.sure or mention.codes == tuple(guests))
                    and act.start <= mention.start < act.end + _AFTER_END
                    and not self.guests.isdisjoint(sentence.letters[max(0, place - 2) : place])
                    and mention.start not in told
                ):
                    added.append((min(guests), "guest", mention._replace(rule=mention.rule + PRESENT)))
        return act._replace(parties=[*act.parties, *added]) if added else act

    def _beside(self, sentence: Sentence, act: Act) -> list[Mention]:
        """The persons that follow an act in a list, up to one of whom something else is told."""
        found = []
        linked = False
        for place, item in enumerate(sentence.items):
            if item.start < act.end:
                continue
            letter = sentence.letters[place]
            if letter in self.beside:
                linked = True
            elif isinstance(item.known, Mention) and item.known.persons and linked:
                following = sentence.letters[place + 1 : place + 2]
                if following in self.verbs:
                    break
                found.append(item.known)
                linked = False
            else:
                break
        return found

    def _sides(self, sentence: Sentence) -> dict[int, str]:
        """On whose side those are whose side is told after them: "X and Y, from the Russian side, and from ours Z"."""
        found: dict[int, str] = {}
        before: list[int] = []
        begun = False
        for place, mention in sentence.told(Mention):
            if mention.side and mention.codes:
                rest = [letter for letter in sentence.letters[place + 1 :] if letter not in self.links]
                ends = not rest or self._is_side(sentence, place)
                if ends and not begun:
                    found.update(dict.fromkeys(before, mention.codes[0]))
                begun, before = not ends, []
            elif mention.persons and not begun:
                before.append(place)
        return found

    def _is_side(self, sentence: Sentence, place: int) -> bool:
        """Whether the next item after a link tells a side too."""
        for letter, item in zip(sentence.letters[place + 1 :], sentence.items[place + 1 :], strict=True):
            if letter not in self.links:
                return isinstance(item.known, Mention) and item.known.side
        return False

    def _is_partaking(self, letters: str, place: int) -> bool:
        """Whether a list begins of who took part in a reception: "this reception saw the participation of"."""
        return letters[place] in self.partaking and not self.occasion.isdisjoint(
            letters[max(0, place - _PARTAKEN) : place]
        )

    def presented(self, sentence: Sentence, act: Act) -> Act:
        """The act with the envoys whom a sentence after it lists: "they are the ambassadors of India and Ghana, X for Mali"."""
        if not act.sentence < sentence.number <= act.sentence + _LISTED:
            return act
        known_codes, added = set(act.codes), list[Entry]()
        last = -9
        for place, item in enumerate(sentence.items):
            told = item.known
            if (
                isinstance(told, Mention)
                and told.sure
                and not ENVOYS.isdisjoint(told.office_ids)
                and not told.counterpart
            ):
                added += [(code, "delegate", told) for code in told.codes if code not in known_codes]
                last = place
            elif isinstance(told, Spot) and told.rule.endswith(".geo"):
                before = sentence.items[place - 2].known if place > 1 else None
                of_person = isinstance(before, Mention) and sentence.letters[place - 1] in self.on
                if isinstance(before, Mention) and of_person and not before.codes:
                    added += [
                        (code, "delegate", before) for code in told.countries if code not in known_codes
                    ]
                    last = place
                elif (
                    of_person
                    or self.bearer.match(sentence.letters, place + 1)  # "of India, X; of Ghana, Y"
                    or place - last < 3
                    and sentence.letters[place - 1] == self.and_
                ):
                    added += [(code, "delegate", None) for code in told.countries if code not in known_codes]
                    last = place
        return act._replace(parties=[*act.parties, *added]) if added else act
