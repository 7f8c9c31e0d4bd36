"""The first view of one thing: what `opening.toml` opens of it, as steps that can be undone like any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from analysis.network.ties import MARK, kind
from graph.model.data_files import load_toml
from graph.store.connection import Graph
from queries.network import counts, label_of
from webui.explorer.derive import counts_of
from webui.explorer.state import State, Step, Way, is_id
from webui.held.services import services


def opened(state: State) -> State | None:
    """A picture of one thing and no step yet with its first steps; None where it is another, or nothing is linked."""
    if len(state.seeds) != 1 or state.steps or not is_id(state.seeds[0]):
        return None
    (seed,) = state.seeds
    steps = tuple(Step("open", seed, (str(way), str(most))) for way, most in _first(services().graph, seed))
    ties = state.ties or tuple(rules()["ties"].get(label_of(seed), ()))
    return replace(state, steps=steps, about=state.about or seed, ties=ties) if steps else None


def rules() -> Mapping[str, Any]:
    """What is opened of each kind of thing, as `opening.toml` says it."""
    return load_toml(__package__, "opening.toml")


def _first(graph: Graph, seed: str) -> Iterator[tuple[Way, int]]:
    """The relations to be opened and how many of each, only those that lead somewhere the reader may look."""
    label, there = label_of(seed), _there(graph, seed)
    named = rules()["kinds"].get(label)
    if named is None:
        other = rules()["other"]
        yield from ((way, other["each"]) for way in there[: other["ways"]])
        return
    yield from ((way, most) for text, most in named.items() if (way := Way.parse(text)) in there)


def _there(graph: Graph, seed: str) -> list[Way]:
    """Every relation of a thing with something at its other end, relations of the graph first."""
    plain = counts(graph, seed, services().settings.clearance)
    found = [Way(each.type, each.outward, each.label) for each in plain if each.count]
    for name, outward in counts_of(graph, seed):
        found.append(Way(MARK + name, outward, kind(name).end if outward else kind(name).start))
    return found
