"""Networks of who engages with whom: GraphML and GEXF."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from mithaq.publish.whole import whole_path
from mithaq.register import Engagement
from mithaq.register.rows import Lookup, first_day, last_day


def network(engagements: Iterable[Engagement]) -> tuple[Any, int]:
    """A graph of countries and bodies, and how many engagements it was made of.

    Nodes carry `kind` (country or body) and `engagements`; edges `weight` (engagements held together), the number
    of each kind, and the first and last day. What is planned or cancelled joins nobody.
    """
    from networkx import Graph

    number = 0
    nodes: Counter[str] = Counter()
    bodies: set[str] = set()
    edges: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    days: dict[tuple[str, str], tuple[str, str]] = {}
    for engagement in engagements:
        if engagement.stage != "held":
            continue
        number += 1
        codes = sorted({party.code for party in engagement.parties if party.code})
        bodies.update(party.body for party in engagement.parties if party.body)
        nodes.update(codes)
        told = [day for day in (first_day(engagement.when), last_day(engagement.when)) if day]
        for pair in combinations(codes, 2):
            edges[pair][engagement.kind] += 1
            if told:
                known = [*days.get(pair, ()), *told]
                days[pair] = (min(known), max(known))
    graph = Graph(name="who engages with whom")
    for code, count in sorted(nodes.items()):
        graph.add_node(code, kind="body" if code in bodies else "country", engagements=count)
    for pair, kinds in sorted(edges.items()):
        span = dict(zip(("first", "last"), days.get(pair, ()), strict=False))
        graph.add_edge(*pair, weight=sum(kinds.values()), **dict(sorted(kinds.items())), **span)
    return graph, number


def write_graphml(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """GraphML, as Gephi, Cytoscape, igraph and networkx read it."""
    from networkx import write_graphml as write

    graph, number = network(engagements)
    with whole_path(path) as name:
        write(graph, name)
    return number


def write_gexf(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """GEXF, as Gephi reads it."""
    from networkx import write_gexf as write

    graph, number = network(engagements)
    with whole_path(path) as name:
        write(graph, name)
    return number
