"""What a document must hold to: text with letters in it, a real day, a known country."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from mithaq.errors import InputError
from mithaq.lexicon.tables import shipped_rows
from mithaq.records import Document
from mithaq.sources.days import YEARS

# Tab, line feed, vertical tab, form feed, carriage return and next line are white space; the rest is no text.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = re.compile("[^\\W\\d_\u0640]")  # U+0640 only stretches a word
_LONGEST_ID = 512
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{3}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


def check(document: Document) -> None:
    """Refuse a document that cannot be read.

    Raises:
        InputError: what was expected, what was found and how to mend it; without the file, which the caller knows.
    """
    if document.title:
        check_text(document.title, "title", needs_letters=False)
    check_text(document.text, "text", needs_letters=not (document.title and _LETTER.search(document.title)))
    check_text(document.id, "id", needs_letters=False)
    if len(document.id) > _LONGEST_ID:
        raise InputError(
            f"expected an `id` of at most {_LONGEST_ID} characters, found {len(document.id)}; give a shorter one"
        )
    if document.published is not None:
        check_day(document.published)
    if document.home is not None:
        check_country(document.home)
    if document.lang is not None:
        check_language(document.lang)


def without_controls(text: str | None) -> str | None:
    """A text that was taken out of a page or PDF, without the control characters that such files leave in it."""
    return text and _CONTROL.sub("", text)


def check_text(text: str, name: str, *, needs_letters: bool) -> None:
    """Refuse control characters, lone surrogates and, where letters are needed, a text without any."""
    if found := _CONTROL.search(text):
        raise InputError(
            f"expected text in `{name}`, found the control character U+{ord(found[0]):04X} "
            f"{_place(text, found.start())}; remove it, or check that the file is a text"
        )
    if found := _SURROGATE.search(text):
        raise InputError(
            f"expected text in `{name}`, found U+{ord(found[0]):04X}, half of a surrogate pair, "
            f"{_place(text, found.start())}; write the whole character, or remove the half"
        )
    if needs_letters and not _LETTER.search(text):
        what = "nothing" if not text.strip("\ufeff \t\r\n\v\f\x85") else "only signs, marks or white space"
        raise InputError(
            f"expected a text with words in `{name}`, found {what}; fill it, or leave the document out"
        )


def check_day(published: str) -> None:
    """Refuse a day of publication that is none."""
    try:
        if _DAY.fullmatch(published) and date.fromisoformat(published).year in YEARS:
            return
    except ValueError:
        pass
    raise InputError(
        f"expected a day such as 2024-12-31 as the date `published`, found {_shown(published)}; "
        "mend it, or leave `published` out"
    )


def check_country(home: str) -> None:
    """Refuse a home that is no ISO 3166-1 alpha-3 code."""
    known = countries()
    if _COUNTRY.fullmatch(home) and (not known or home in known):
        return
    hint = f"write {home.upper()}" if home.upper() in known else "mend it, or leave `home` out"
    raise InputError(
        f"expected a country code of three letters such as MAR as `home`, found {_shown(home)}; {hint}"
    )


def check_language(lang: str) -> None:
    """Refuse a language that has not the form of a code."""
    if not _LANGUAGE.fullmatch(lang):
        raise InputError(
            f"expected a language code such as ar as `lang`, found {_shown(lang)}; mend it, or leave `lang` out"
        )


@cache
def countries() -> frozenset[str]:
    """The alpha-3 codes of all countries that the gazetteer knows."""
    return frozenset(code for code, *_ in shipped_rows("gazetteer/countries.tsv")[1:])


def parse_record(data: bytes, path_id: str) -> Document:
    """One document from the bytes of its JSON object; `path_id` is its id where it has none.

    Raises:
        InputError: the bytes are no JSON object, or a field is not what it must be.
    """
    return build(parse_object(data), path_id)


def parse_object(data: bytes) -> dict[str, object]:
    """The JSON object that bytes hold.

    Raises:
        InputError: they hold no JSON, or another value.
    """
    try:
        record = msgspec.json.decode(data)
    except UnicodeDecodeError as broken:
        raise InputError(
            f"expected UTF-8 within the JSON, found byte 0x{data[broken.start]:02x}; "
            "write the character as it is, or as a whole pair of \\u escapes"
        ) from None
    except RecursionError:
        raise InputError("expected a document, found JSON nested too deep; write one flat object") from None
    except msgspec.DecodeError as wrong:
        if re.search(rb"\\u[dD][89a-fA-F]", data):
            raise InputError(
                "expected JSON, found half of a surrogate pair (\\ud800 to \\udfff) in a string; "
                "write both halves, or remove the half"
            ) from None
        raise InputError(f"expected JSON, found: {wrong}; write one JSON object a line") from None
    if not isinstance(record, dict):
        raise InputError(
            f'expected a JSON object such as {{"id": ..., "text": ...}}, found {_kind(record)}; '
            "write one document as one object"
        )
    return record


def build(record: dict[str, object], path_id: str) -> Document:
    """A document from its record, unchecked but for the types of its fields.

    Raises:
        InputError: `text` is missing, or a field is not a string.
    """
    if "text" not in record:
        raise InputError("expected a field `text`, found none; give the document its text")
    fields: dict[str, str | None] = {}
    for name in ("text", "title", "lang", "published", "home", "url", "source"):
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            raise InputError(f"expected a string as `{name}`, found {_kind(value)}; write it in quotes")
        fields[name] = value
    text = fields.pop("text")
    if text is None:
        raise InputError("expected a string as `text`, found null; give the document its text")
    return Document(id=record_id(record) or path_id, text=text, **fields)


def record_id(record: dict[str, object]) -> str | None:
    """The id that a record gives, or None; a whole number stands for its digits.

    Raises:
        InputError: the id is neither a string nor a whole number.
    """
    given = record.get("id")
    if given is None or isinstance(given, str):
        return given or None
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    raise InputError(f"expected a string as `id`, found {_kind(given)}; write it in quotes")


def _kind(value: object) -> str:
    names = {
        list: "a list",
        dict: "an object",
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
    }
    return "null" if value is None else names.get(type(value), type(value).__name__)


def _shown(value: str) -> str:
    short = value if len(value) <= 40 else value[:40] + "..."
    return ascii(short) if _SURROGATE.search(short) or _CONTROL.search(short) else repr(short)


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"at character {offset} (line {line} of it)" if line > 1 else f"at character {offset}"
