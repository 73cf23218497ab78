"""Names across scripts: measured on pairs of names, of one person or of two."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.lexicon.namekeys import name_keys, same_name
from mithaq.lexicon.sounds import ARABIC, LATIN, sounds
from mithaq.lexicon.tables import read_cells
from mithaq.register.names import same_person

NAMES = Path(__file__).parents[1] / "cases" / "names"
COLUMNS = ("one", "other", "same", "note")
LEAST_PRECISION = 0.98
TUNED, HELD_OUT = "pairs.tsv", "held_out.tsv"
LEAST_RECALL = {TUNED: 0.95, HELD_OUT: 0.95}


def pairs(name: str) -> list[tuple[str, str, bool]]:
    cells, faults = read_cells(NAMES / name, COLUMNS)
    assert faults == []
    return [(one, other, same == "yes") for one, other, same, _ in cells[1:]]


@pytest.mark.parametrize("name", [TUNED, HELD_OUT])
def test_names_meet_and_are_kept_apart(name: str) -> None:
    told = [(same_person(one, other) is True, same) for one, other, same in pairs(name)]
    right = told.count((True, True))
    assert right / sum(same for _, same in told) >= LEAST_RECALL[name]
    assert right / sum(joined for joined, _ in told) >= LEAST_PRECISION


def test_the_order_of_a_pair_does_not_matter() -> None:
    for one, other, _ in pairs(TUNED) + pairs(HELD_OUT):
        assert same_person(one, other) == same_person(other, one), (one, other)


def test_there_are_enough_pairs_and_none_twice() -> None:
    both = pairs(TUNED) + pairs(HELD_OUT)
    assert sum(same for *_, same in both) >= 150
    assert sum(not same for *_, same in both) >= 150
    assert len({frozenset((one, other)) for one, other, _ in both}) == len(both)


@pytest.mark.parametrize("form", ["حموشي", "الحموشي", "Hammouchi", "Hamouchi", "Hammushi"])
def test_one_key_by_which_forms_meet(form: str) -> None:
    assert name_keys(form) == ("MS",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الإله بن كيران", "Abdelilah Benkirane"),  # what is one word in one manner and two in another
        ("شي جين بينغ", "Jinping Xi"),
        ("Saad Eddine El Othmani", "سعد الدين العثماني"),
        ("محمد السادس", "Mohammed VI"),
        ("الشيخ محمد بن زايد", "Mohamed bin Zayed Al Nahyan"),
    ],
)
def test_words_of_a_name(one: str, other: str) -> None:
    assert same_name(one, other) is True


def test_a_father_is_not_his_son() -> None:
    assert same_name("Jalal Talabani", "Bafel Jalal Talabani") is False
    assert same_name("Javad Zarif", "Mohammad Javad Zarif") is True


def test_names_without_letters_or_sounds_are_not_compared() -> None:
    assert same_name("", "Blinken") is None
    assert same_name("Лавров", "Lavrov") is None
    assert name_keys("王毅") == ()


def test_sounds_named_in_the_data_are_known_to_it() -> None:
    data = sounds()
    spelt = {sound for script in (ARABIC, LATIN) for row in data.spellings[script].sounds for sound in row}
    named = {sound for near in data.near.values() for pair in near for sound in pair}
    named |= {sound for costs in data.left_out.values() for sound in costs} | set(data.classes) | data.silent
    assert named - spelt == set()
    assert spelt <= named | data.vowels


def test_given_names_are_in_order() -> None:
    path = Path(__file__).parents[2] / "src" / "mithaq" / "languages" / "given.tsv"
    cells, faults = read_cells(path, ("arabic", "latin"))
    assert faults == []
    assert cells[1:] == sorted(cells[1:])
    assert len({row[0] for row in cells}) == len(cells)
