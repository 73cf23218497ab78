"""The texts that speed is measured on are the same everywhere, and the measures add up."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from mithaq.errors import InputError
from mithaq.reading import Reader
from mithaq.scale.corpus import Corpus
from mithaq.scale.dispatches import LANGS, dispatches
from mithaq.scale.speed import measure_adding, measure_speed, measure_stream

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_texts_are_the_same_every_time() -> None:
    first, second = (list(Corpus(EXAMPLES).mixed(20_000)) for _ in range(2))
    assert first == second
    assert len({document.id for document in first}) == len(first)


def test_texts_are_as_large_as_asked() -> None:
    made = sum(len(document.full_text.encode("utf-8")) for document in Corpus(EXAMPLES).diplomatic(50_000))
    assert 50_000 <= made < 60_000


def test_mixed_news_is_mostly_ordinary() -> None:
    paragraphs = set(Corpus(EXAMPLES)._paragraphs)
    made = list(islice(Corpus(EXAMPLES).mixed(10**9), 70))
    assert sum(not paragraphs.isdisjoint(document.text.split("\n")) for document in made) == 10


def test_speed_is_of_the_texts_given() -> None:
    made = list(Corpus(EXAMPLES).diplomatic(20_000))
    speed = measure_speed(made)
    assert speed.documents == len(made)
    assert 0.02 <= speed.megabytes < 0.03
    assert 0 < speed.megabytes_a_second < speed.automaton_megabytes_a_second


def test_a_stream_runs_in_little_memory() -> None:
    stream = measure_stream(Corpus(EXAMPLES).short(20_000), 20_000)
    assert stream.documents == 20_000
    assert stream.peak < 300
    assert stream.late < stream.early + 20


def test_dispatches_are_the_same_every_time_and_each_tells_an_act() -> None:
    first, second = (list(dispatches(EXAMPLES / "dispatches.toml", 80)) for _ in range(2))
    assert first == second
    sizes = [len(document.text.encode()) for document in first]
    assert 850 < min(sizes) and max(sizes) < 1250
    reader = Reader()
    assert sum(bool(reader.read(document)) for document in first) > 70
    assert {document.lang for document in first} == set(LANGS)


def test_dispatches_without_their_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"dispatches\.toml: expected sentences and what fills them"):
        list(dispatches(tmp_path / "dispatches.toml", 1))


def test_adding_is_measured_as_a_process(tmp_path: Path) -> None:
    seconds, processor = measure_adding(list(dispatches(EXAMPLES / "dispatches.toml", 5)), tmp_path)
    assert 0 < processor
    assert 0 < seconds
    assert (tmp_path / "bench.mithaq").is_file()
