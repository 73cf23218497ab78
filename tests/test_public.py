"""What others build on: changed on purpose only, and with a line in CHANGELOG.md."""

from __future__ import annotations

import inspect

import msgspec

import mithaq
from mithaq import errors, records


def test_public_names() -> None:
    assert mithaq.__all__ == ["Document", "Event", "MithaqError", "Reader", "Register", "read"]
    for name in mithaq.__all__:
        assert getattr(mithaq, name)


def test_read_takes_a_text_and_keywords() -> None:
    parameters = inspect.signature(mithaq.read).parameters
    assert list(parameters) == ["text", "title", "published", "home", "lang"]
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in list(parameters)[1:])


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(mithaq, "nothing_of_the_kind")


def test_fields_of_what_is_written() -> None:
    fields = {
        name: [field.name for field in msgspec.structs.fields(getattr(records, name))] for name in SHAPES
    }
    assert fields == SHAPES


SHAPES = {
    "Document": ["id", "text", "title", "lang", "published", "home", "url", "source"],
    "Event": [
        "kind",
        "stage",
        "action",
        "parties",
        "when",
        "where",
        "topics",
        "purposes",
        "figures",
        "instrument",
        "term",
        "evidence",
        "confidence",
        "rules",
        "plover",
        "cameo",
    ],
    "Party": ["country", "body", "organisation", "person", "office", "role", "holder"],
    "Place": ["country", "city"],
    "Span": ["start", "end", "text"],
    "Reading": ["id", "lang", "events"],
}


def test_errors_have_one_base() -> None:
    raised = [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert all(issubclass(error, mithaq.MithaqError) for error in raised)
    for error in raised:
        assert error.__name__ in (errors.__doc__ or "")
