"""The texts that speed is measured on are the same everywhere, and the measures add up."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from mithaq.scale.corpus import Corpus
from mithaq.scale.speed import measure_speed, measure_stream

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
