"""The key that the graph was loaded with, and no other, on every engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import InputError
from graph.store.connection import Graph
from ingest.keyring import keyring_of, remember_key


def test_a_lost_key_is_refused_and_no_new_one_is_left_behind(graph: Graph, tmp_path: Path) -> None:
    first = keyring_of(graph, tmp_path / "first")
    remember_key(graph, first)
    with pytest.raises(InputError, match="identity key"):
        keyring_of(graph, tmp_path / "other")
    assert not (tmp_path / "other").exists()
    assert keyring_of(graph, tmp_path / "first").fingerprint == first.fingerprint
