"""The image tree as a value: what is said of one cadre, branch by branch, and what each statement hangs on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from analysis.image_tree.phrases import Phrase, Value, say
from graph.errors import ZhishiError
from graph.model.schema import Evidence
from graph.model.words import Language, sayings

_say: Final = sayings("analysis.image_tree")

Polarity = Literal["strength", "weakness", "neutral"]
State = Literal["established", "pending"]
Mark = Literal["", "uncollected", "empty", "restricted"]

AT_FIRST = 5
"""How many leaves of a branch a reader sees before "more" (officer.md)."""


class LeafError(ZhishiError):
    """A leaf was to be made that nothing dated supports, or a weakness that nothing confirms."""


@dataclass(frozen=True)
class Leaf:
    """One statement: a phrase that names the matter, its sign and state, and the evidence it hangs on.

    `sources` counts independent sources (see `independence`), `newest` is the newest date the evidence reaches, never
    after the tree's day. `rule` is the id in `rules.toml` that made the leaf. `short` is the matter in a few words, for
    the sentence at the root. `mark` is set on leaves that only say that nothing is known, or may be shown, here.
    Raises LeafError without a dated source.
    """

    rule: str
    phrase: Phrase
    polarity: Polarity
    state: State
    sources: int
    newest: str
    evidence: tuple[Evidence, ...]
    short: Phrase | None = None
    self_told: bool = False
    mark: Mark = ""
    priority: int = 0

    def __post_init__(self) -> None:
        if not any(each.date for each in self.evidence):
            raise LeafError(_say("leaf_undated", leaf=self.text("zh")), hint=_say("leaf_undated_hint"))
        if self.polarity == "weakness" and self.state != "established":
            raise LeafError(_say("weakness_unconfirmed", leaf=self.text("zh")), hint=_say("weakness_unconfirmed_hint"))

    @cached_property
    def key(self) -> str:
        """What finds the leaf again while the same is said: its rule, and a digest of what it says."""
        return f"{self.rule}-{hashlib.blake2s(self.text('zh').encode(), digest_size=4).hexdigest()}"

    def text(self, language: Language = "zh") -> str:
        """The statement in `language`; Chinese names and matters stay Chinese."""
        if language not in self._texts:
            said = say(self.phrase, language)
            told = f"{said}{say(Phrase('self_told'), language)}" if self.self_told else said
            self._texts[language] = told[:1].upper() + told[1:]
        return self._texts[language]

    @cached_property
    def _texts(self) -> dict[Language, str]:
        """What was said before: a page says each leaf several times."""
        return {}


@dataclass(frozen=True)
class Branch:
    """One of the ten branches with its leaves, in the order they are to be read.

    `mark` says why a branch tells nothing: uncollected, empty (looked at, nothing to tell) or restricted.
    """

    kind: str
    leaves: tuple[Leaf, ...]
    mark: Mark = ""
    level: int | None = None

    def title(self, language: Language = "zh") -> str:
        """The branch's name."""
        return say(Phrase(f"branch_{self.kind}"), language)

    def note(self, language: Language = "zh") -> str:
        """What the branch says of itself where it has no leaf that could say it; empty where it has leaves."""
        if self.leaves or not self.mark:
            return ""
        return say(Phrase(f"mark_{self.mark}", {"level": self.level or ""}), language)


@dataclass(frozen=True)
class Summary:
    """The root: one sentence, at most three strengths and two shortcomings, all taken from leaves."""

    sentence: Phrase
    strengths: tuple[Leaf, ...] = ()
    shortcomings: tuple[Leaf, ...] = ()

    def text(self, language: Language = "zh") -> str:
        """The sentence in `language`."""
        said = say(self.sentence, language)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True)
class ImageTree:
    """What the records tell of one cadre as of one day: ten branches, always all and in the same order."""

    cadre_id: str
    name: str
    post: str
    rank: Value
    as_of: str
    summary: Summary
    branches: tuple[Branch, ...]

    def branch(self, kind: str) -> Branch:
        """The branch of that kind; raises KeyError where there is none."""
        return {each.kind: each for each in self.branches}[kind]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """All leaves in reading order."""
        return tuple(leaf for branch in self.branches for leaf in branch.leaves)

    @property
    def evidence_count(self) -> int:
        """How many different places in documents the tree hangs on; leaves that tell nothing do not count."""
        told = (leaf for leaf in self.leaves if not leaf.mark)
        return len({(each.document_id, each.record_id, each.locator) for leaf in told for each in leaf.evidence})
