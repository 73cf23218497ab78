"""An office told without a name is completed in a field of its own, and never against the text."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mithaq.errors import InputError
from mithaq.reading import Reader
from mithaq.records import Document

TOLD = [
    (
        "استقبل وزير الداخلية الإسباني، أمس بمدريد، المدير العام للأمن الوطني المغربي.",
        "2019-03-20",
        {"ESP": "Fernando Grande-Marlaska", "MAR": "Abdellatif Hammouchi"},
    ),
    (
        "استقبل وزير الداخلية الإسباني، أمس بمدريد، الأمين العام للإنتربول.",
        "2010-03-20",
        {},  # before what the table knows
    ),
    (
        "استقبل وزير الداخلية الإسباني السابق، أمس بمدريد، وزيرة الداخلية الألمانية.",
        "2022-03-20",
        {"DEU": "Nancy Faeser"},
    ),
    (
        "استقبل وزير الداخلية الإسباني خوان غارسيا، أمس بمدريد، وزيرة الداخلية الألمانية.",
        "2022-03-20",
        {"DEU": "Nancy Faeser"},  # the text names another: it is not overruled
    ),
    (
        "استقبل وزير الداخلية الإسباني، أمس بمدريد، مدير وكالة الاستخبارات المركزية الأمريكية.",
        "2019-03-20",
        {"ESP": "Fernando Grande-Marlaska"},  # the words tell no more than a head of intelligence
    ),
    (
        "استقبل وزير الداخلية الإسباني، أمس بمدريد، مدير عام الأمن العام اللبناني.",
        "2019-03-20",
        {"ESP": "Fernando Grande-Marlaska"},  # no agency named: not the police
    ),
    (
        "استقبل وزير الداخلية الإسباني، أمس بمدريد، مدير إدارة في وكالة الاستخبارات المركزية.",
        "2019-03-20",
        {"ESP": "Fernando Grande-Marlaska"},  # of a department
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_holders(text: str, published: str, expected: dict[str, str]) -> None:
    events = Reader(lang="ar").read(Document(text=text, published=published))
    assert len(events) == 1
    found = {party.code: party.holder for party in events[0].parties if party.holder}
    assert found == expected
    for party in msgspec.to_builtins(events[0])["parties"]:
        assert ("holder" in party) == (party["country"] in expected)
        assert not (party["person"] and "holder" in party)


def test_the_table_of_the_user_tells_whom_the_shipped_one_does_not(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text(
        "person\toffice\torganisation\tcountry\tsince\tuntil\tsource\n"
        "Anna Muster\tminister.interior\t\tESP\t2009\t2012\ttest\n",
        "utf-8",
    )
    document = Document(text=TOLD[1][0], published=TOLD[1][1])
    parties = Reader(lang="ar", offices=table).read(document)[0].parties
    assert {party.holder for party in parties if party.holder} == {"Anna Muster"}


def test_a_faulty_table_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "own.tsv"
    table.write_text(
        "person\toffice\torganisation\tcountry\tsince\tuntil\tsource\nA\tdirector\t\tESP\tlately\t\tx\n",
        "utf-8",
    )
    with pytest.raises(InputError, match=r"own\.tsv:2: expected a year"):
        Reader(offices=table)
    with pytest.raises(InputError, match="found no file"):
        Reader(offices=tmp_path / "none.tsv")
