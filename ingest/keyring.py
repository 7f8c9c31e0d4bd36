"""The key that turns identity numbers into hashes: a file only its owner can read; the graph keeps its fingerprint."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from graph.errors import InputError
from graph.model.keys import make_key
from graph.model.words import sayings
from graph.store.connection import Graph

_say: Final = sayings("ingest")

_FILE: Final = "identity.key"
_STATE: Final = make_key("gst", "graph")


class Keyring:
    """Keyed hashes (HMAC-SHA-256) of what identifies a person; the same key gives the same hash on every machine."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that tell keys apart and give nothing of the key away."""
        return self.hash("fingerprint")[:16]

    def hash(self, *parts: str) -> str:
        """40 hexadecimal digits for these parts."""
        return hmac.new(self._key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()[:40]


def open_keyring(folder: Path) -> Keyring:
    """The key of this data folder, made at the first call; raises InputError where the file is no key."""
    path = folder / _FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Keyring(_read_key(path))
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))
    return Keyring(_read_key(path))


def keyring_of(graph: Graph, folder: Path) -> Keyring:
    """The key of this data folder, that of the graph; made at the first call, where the graph knows none yet.

    Raises InputError, and makes no file, where the graph was loaded with a key that is not in the folder.
    """
    if not (folder / _FILE).exists() and _known(graph):
        raise _other_key()
    keyring = open_keyring(folder)
    check_key(graph, keyring)
    return keyring


def _read_key(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (ValueError, UnicodeDecodeError):
        key = b""
    if len(key) != 32:
        raise InputError(_say("no-key", name=path.name), hint=_say("restore-key"))
    return key


def check_key(graph: Graph, keyring: Keyring) -> bool:
    """Whether the graph knows this key already; raises InputError where it was loaded with another one."""
    known = _known(graph)
    if known and known != keyring.fingerprint:
        raise _other_key()
    return bool(known)


def _known(graph: Graph) -> str | None:
    rows = graph.read("MATCH (n:GraphState {id: $id}) RETURN n.key_fingerprint AS key", id=_STATE)
    return str(rows[0]["key"]) if rows else None


def _other_key() -> InputError:
    return InputError(_say("other-key"), hint=_say("bring-key"))


def remember_key(graph: Graph, keyring: Keyring) -> int:
    """Write the key's fingerprint into the graph; returns the number of changes."""
    values = {"id": _STATE, "name": "graph", "key_fingerprint": keyring.fingerprint}
    return graph.write("MERGE (n:GraphState {id: $values.id}) SET n = $values", values=values).writes
