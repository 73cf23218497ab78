"""Offices, agencies and instruments in the language of a page: as told where they are in it, else by the word tables."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from mithaq.lexicon.tables import shipped_languages
from mithaq.publish.grammar import Gender, read_grammar
from mithaq.publish.names import Names, read_locale_table
from mithaq.publish.words import Words, is_rtl
from mithaq.register.offices import cells_of, find_agency, find_office, forms_of


class Title(NamedTuple):
    """An office or agency in the language of a page, its blanks held; `gender` is None where nothing tells it."""

    text: str
    gender: Gender | None
    is_plural: bool
    is_agency: bool = False


class Titles:
    """Shows offices and agencies.

    Args:
        words: of the page's language.
        names: of countries in it.
    """

    def __init__(self, words: Words, names: Names) -> None:
        self.words = words
        self.names = names
        self._others = [lang for lang in shipped_languages() if lang != words.lang]

    def office(self, told: str | None, code: str | None, langs: frozenset[str | None]) -> Title | None:
        """An office in the page's language; None where it is told in another one and no word is known for it.

        Args:
            told: as a document tells it.
            code: of the country or body of who holds it.
            langs: the languages of the documents that tell the engagement.
        """
        if not told or not told.strip():
            return None
        grammar = self.words.grammar
        own = find_office(told, code, self.words.lang)
        if own or self._is_own(told, langs, code):
            shown = self.words.isolate(
                grammar.without_article(told) if not grammar.articles.is_joined else told
            )
            is_plural = bool(own and own.is_plural) or grammar.is_plural(told)
            return Title(shown, grammar.gender(told), is_plural)
        for lang in self._others:
            known = find_office(told, code, lang)
            if known:
                return self._translated(known.id, told, lang, is_plural=known.is_plural)
        return None

    def agency(self, told: str | None, code: str | None, langs: frozenset[str | None]) -> Title | None:
        """An agency in the page's language; None where it is told in another one and no name is known for it."""
        if not told or not told.strip():
            return None
        grammar = self.words.grammar
        if find_agency(told, code, self.words.lang) or self._is_own(told, langs, code):
            shown = self.words.isolate(
                grammar.without_article(told) if not grammar.articles.is_joined else told
            )
            return Title(shown, grammar.gender(told), grammar.is_plural(told), is_agency=True)
        for lang in self._others:
            known = find_agency(told, code, lang)
            name = _agency(self.words.lang, known.id) if known else None
            if name:
                held = self.words.isolate(
                    grammar.without_article(name) if not grammar.articles.is_joined else name
                )
                return Title(held, grammar.gender(name), grammar.is_plural(name), is_agency=True)
        return None

    def service(self, agency: str) -> str:
        """The name of an agency by its id, as it stands by itself; that of its field where it has none in the language."""
        field = cells_of("agencies", "field").get(agency, "")
        name = _agency(self.words.lang, agency) or _agency(self.words.lang, field)
        grammar = self.words.grammar
        shown = name or cells_of("agencies", "acronym").get(agency) or agency
        bare = shown if grammar.articles.is_joined else grammar.without_article(shown)
        return bare[:1].upper() + bare[1:]

    def instrument(self, told: str | None, langs: frozenset[str | None]) -> str | None:
        """An instrument in the page's language, with its article; None where only "an agreement" can be said."""
        if not told:
            return None
        grammar, words = self.words.grammar, self.words
        if is_rtl(told) != words.is_rtl or not langs <= {words.lang}:
            kind = _instrument_kind(told, tuple(shipped_languages()))
            message = f"instrument-{kind}"
            return words.say(message) if message in words else None
        shown = grammar.as_object(told)
        if grammar.articles.is_joined:
            return words.isolate(shown)
        bare = grammar.without_article(shown)
        gender = grammar.gender(bare) or grammar.declared.fallback_gender
        return words.say("instrument-told", name=words.isolate(bare), gender=gender or "masculine")

    def with_country(self, title: Title, code: str, *, is_body: bool = False) -> str:
        """An office or agency with its country, so that nobody takes the country for the place of what was done."""
        names = self.names
        plain = title.text.replace("\ue000", " ")
        if not is_body and names.is_told(code, plain):
            return title.text
        match self.words.grammar.declared.adjective:
            case "last":
                return self._behind_last(title, code, is_body=is_body)
            case "head":
                return self._behind_head(title, code, is_body=is_body)
            case _:
                return self._in_front(title, code, is_body=is_body)

    def _in_front(self, title: Title, code: str, *, is_body: bool) -> str:
        if is_body:
            return self.words.say("title-of", title=title.text, of=self.names.body_in_words(code))
        adjective = self.names.adjective(code)
        if adjective:
            first, _, rest = title.text.partition("\ue000")
            if rest and self.words.grammar.takes_adjective(first):
                return f"{first} {adjective} {rest}"
            return f"{adjective} {title.text}"
        return f"{title.text} {self.names.country_of(code)}"

    def _behind_head(self, title: Title, code: str, *, is_body: bool) -> str:
        words, names, grammar = self.words, self.names, self.words.grammar
        plain = title.text.replace("\ue000", " ")
        if is_body:
            return words.say("title-of", title=title.text, of=names.body_in_words(code))
        if grammar.is_bare(plain):
            return f"{title.text} {names.country_of(code)}"
        head = plain if title.is_agency and (title.gender or title.is_plural) else grammar.head(plain)
        one = names.adjective(code, title.gender or "masculine", is_plural=title.is_plural)
        if head and one:
            return words.isolate(f"{head} {one}{plain[len(head) :]}")
        return words.say("party-of", who=title.text, country=names.country(code))

    def _behind_last(self, title: Title, code: str, *, is_body: bool) -> str:
        """An adjective stands behind a definite last word, and agrees with it, or with the minister before it.

        "The Turkish minister", "the director of the French police". Officials in the plural are called by their
        people, an indefinite office takes the country behind it. What cannot be put so has it in brackets.
        """
        words, names, grammar = self.words, self.names, self.words.grammar
        country = names.party(code, is_body=is_body)
        plain = title.text.replace("\ue000", " ")
        if is_body:
            return self._of_body(plain, country)
        if grammar.is_bare(plain):
            return words.say("office-bare", office=plain, country=country)
        parts = plain.split()
        first, last = parts[0], parts[-1]
        people = names.people(code)
        if people and grammar.is_oblique(last):
            message = "title-definite" if grammar.is_definite(last) else "title-indefinite"
            return words.say(message, title=plain, adjective=people[1])
        if grammar.is_oblique(first):
            return words.say("title-from", title=plain, country=country)
        is_of_head = len(parts) <= _SHORT and grammar.takes_adjective(first)
        adjective = names.adjective(code, grammar.gender(first if is_of_head else last) or "masculine")
        if adjective and grammar.is_definite(last):
            return words.say("title-definite", title=plain, adjective=adjective)
        return words.say("party-of", who=plain, country=country)

    def _of_body(self, title: str, body: str) -> str:
        """An office of an international body with its name."""
        words, grammar = self.words, self.words.grammar
        if any(part.startswith(words.say("of-definite", name="")) for part in title.split()):
            return words.say("party-of", who=title, country=body)
        if grammar.is_definite(body):
            return f"{title} {words.say('of-definite', name=grammar.without_article(body))}"
        return (
            f"{title} {words.say('of', name=body)}" if is_rtl(body) == words.is_rtl else f"{title} ({body})"
        )

    def _is_own(self, told: str, langs: frozenset[str | None], code: str | None) -> bool:
        """True if words that no table knows are taken to be of the page's language: its script, and its documents alone."""
        if is_rtl(told) != self.words.is_rtl:
            return False
        if self.words.is_rtl:
            return True
        return bool(langs) and langs <= {self.words.lang}

    def _translated(self, office: str, told: str, lang: str, *, is_plural: bool) -> Title | None:
        forms = _titles(self.words.lang).get(office)
        if not forms:
            return None
        gender = read_grammar(lang).gender(told) or "masculine"
        if is_plural:
            text = forms[2]
            gender = "masculine"
        else:
            text = forms[1] if gender == "feminine" else forms[0]
        return Title(self.words.isolate(text), gender, is_plural) if text else None


_SHORT = 3
"""Words of an office behind which an adjective is still understood as its own."""


@cache
def _titles(lang: str) -> dict[str, tuple[str, str, str]]:
    """Offices by id: as a man, a woman and many hold them."""
    return {office: (one, other, many) for office, one, other, many in read_locale_table(lang, "titles")}


@cache
def _agency(lang: str, agency: str) -> str | None:
    """The name of an agency, by its id: its own where that is in the language, else that of the word tables."""
    words = Words(lang)
    if "/" not in agency:
        message = f"agency-{agency.replace('.', '-')}"
        return words.say(message) if message in words else None
    column = words.grammar.declared.agency_column
    if column:
        return cells_of("agencies", column).get(agency)
    own = cells_of("agencies", "name_own").get(agency, "")
    if cells_of("agencies", "lang").get(agency) == lang and "/" not in own:
        return own
    forms = [form for form, value, _ in forms_of(lang, "agencies") if value == agency and form != own]
    fitting = [form for form in forms if is_rtl(form) == words.is_rtl and " " in form]
    known = [form for form in fitting if words.grammar.gender(form) or words.grammar.is_plural(form)]
    return min(known or fitting, key=lambda form: (len(form), form), default=None)


@lru_cache(maxsize=4096)
def _instrument_kind(told: str, langs: tuple[str, ...]) -> str | None:
    for lang in langs:
        known = _instruments(lang)
        parts = told.casefold().split()
        for end in range(len(parts), 0, -1):
            found = known.get(" ".join(parts[:end]))
            if found:
                return found
    return None


@cache
def _instruments(lang: str) -> dict[str, str]:
    return {form.casefold(): value for form, value, _ in forms_of(lang, "triggers") if value in _INSTRUMENTS}


_INSTRUMENTS = ("memorandum", "treaty", "protocol", "plan", "declaration", "agreement", "contract")
