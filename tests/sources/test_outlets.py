"""What `sources.toml` tells of outlets, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources import Defaults, Outlets, documents
from mithaq.sources.days import day_of

TEXT = "استقبل وزير الداخلية، اليوم بالرباط، نظيره الإسباني."
GOOD = """
[[source]]
name = "The Harbour News"
domain = ["harbour.example", "harbour.test"]
country = "MAR"
feed = "https://harbour.example/rss"
[[source]]
name = "Its French pages"
domain = "fr.harbour.example"
language = "fr"
"""


def load(path: Path, text: str) -> Outlets:
    path.write_text(text, "utf-8")
    return Outlets.load(path)


def test_the_longest_domain_tells(tmp_path: Path) -> None:
    outlets = load(tmp_path / "sources.toml", GOOD)
    names = {
        "https://www.harbour.example/a": "The Harbour News",
        "http://HARBOUR.test:8080/": "The Harbour News",
        "https://x.fr.harbour.example/a": "Its French pages",
    }
    for url, name in names.items():
        outlet = outlets.of(url)
        assert outlet
        assert outlet.name == name
    for url in ("https://otherharbour.example/", "https://example/", "", None, "http://[x"):
        assert outlets.of(url) is None


def test_a_document_takes_up_what_its_outlet_tells(tmp_path: Path) -> None:
    outlets = load(tmp_path / "sources.toml", GOOD)
    page = tmp_path / "a.html"
    page.write_text(
        f'<link rel="canonical" href="https://www.harbour.example/a"><html lang="en"><p>{TEXT}</p>', "utf-8"
    )
    (found,) = documents(
        [page], outlets=outlets, defaults=Defaults(home="ESP", source="Mine", published="2024-09-20")
    )
    assert isinstance(found, Document)
    assert (found.home, found.source, found.published) == ("MAR", "The Harbour News", "2024-09-20")
    assert found.lang is None  # its text is not in the language that it claims
    assert found.url == "https://www.harbour.example/a"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "[[source]], found none"),
        ("[[source", "expected TOML"),
        ("name = 1", "found 'name'"),
        ('[[source]]\nname = "a"', "a `domain` or a `feed`, found neither"),
        ('[[source]]\ndomain = "a.example"', "expected a `name`"),
        ('[[source]]\nname = "a"\ndomain = "https://a.example"', "expected a `domain` such as"),
        ('[[source]]\nname = "a"\nfeed = "file:///etc/passwd"', "expected an address"),
        ('[[source]]\nname = "a"\ndomain = "a.example"\ncountry = "Narnia"', "Narnia"),
        ('[[source]]\nname = "a"\ndomain = "a.example"\ncolour = "red"', "found 'colour'"),
        ('[[source]]\nname = "a"\ndomain = "a.example"\npause = -1', "seconds, 0 to 3600"),
        ('[[source]]\nname = "a"\ndomain = ["a.example", "a.example"]', "each domain once"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(InputError) as wrong:
        load(tmp_path / "sources.toml", text)
    assert says in str(wrong.value)
    assert str(tmp_path / "sources.toml") in str(wrong.value)


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2024-09-20", "2024-09-20"),
        ("2024-09-20T00:30:00+01:00", "2024-09-20"),
        ("Fri, 20 Sep 2024 00:30:00 +0100", "2024-09-20"),
        ("20240920T003000Z", "2024-09-20"),
        ("20/09/24", None),
        ("2024-13-20", None),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days_are_those_of_the_source(stamp: str, day: str | None) -> None:
    assert day_of(stamp) == day
