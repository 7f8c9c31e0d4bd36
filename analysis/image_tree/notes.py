"""What others saw and said of a cadre, and what a named person ruled about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from analysis.image_tree.rules import rules
from analysis.image_tree.view import View
from graph.model.records.observation_note import ObservationNote
from graph.model.records.ruling import Ruling
from graph.model.schema import Evidence
from graph.model.unit_names import usual_name
from graph.model.values import add_months, first_day

_PUNCTUATION = str.maketrans("", "", " \t\r\n　，。、；：！？,.;:!?“”\"'‘’（）()《》—-…·")


@dataclass(frozen=True)
class Theme:
    """The notes of one sign about one competency, oldest first."""

    competency: str
    notes: tuple[ObservationNote, ...]

    @property
    def authors(self) -> frozenset[str]:
        """Who noted."""
        return frozenset(note.author for note in self.notes if note.author)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What states the notes."""
        return tuple(each for note in self.notes for each in note.sources)


def names_a_matter(text: str | None) -> bool:
    """Whether something is left of a text when the phrases that fit everybody are taken out."""
    left = text or ""
    for phrase in rules().stock_phrases:
        left = left.replace(phrase, "")
    return len(left.translate(_PUNCTUATION)) >= rules().least_left


def themes(view: View, sign: str) -> tuple[Theme, ...]:
    """What others noted with that sign (`positive`, `negative`), by competency; the cadre's own words are left out."""
    groups: dict[str, list[ObservationNote]] = {}
    for note in view.of(ObservationNote):
        if note.polarity in rules().lists[sign] and _by_another(view, note) and names_a_matter(note.text):
            for edge in note.competency:
                groups.setdefault(edge.name, []).append(note)
    return tuple(Theme(name, tuple(notes)) for name, notes in sorted(groups.items()) if name)


def _by_another(view: View, note: ObservationNote) -> bool:
    return note.respondent_class not in rules().lists["own_voice"] and note.author != view.cadre.name


def raised_within(notes: Iterable[ObservationNote], least: int, months: int) -> bool:
    """Whether `least` different authors noted within `months` months of each other (the last day included)."""
    dated = sorted((note.date, note.author) for note in notes if note.date and note.author)
    for index, (begin, _) in enumerate(dated):
        near = {author for date, author in dated[index:] if not _later_than(date, add_months(begin, months))}
        if len(near) >= least:
            return True
    return False


def _later_than(date: str, limit: str) -> bool:
    exact = min(len(date), len(limit))
    return date[:exact] > limit[:exact]


def rulings(view: View, words: str) -> dict[str, tuple[Ruling, ...]]:
    """The rulings on strengths or shortcomings by competency, oldest first (`words`: a list of the rules)."""
    groups: dict[str, tuple[Ruling, ...]] = {}
    for ruling in view.of(Ruling):
        if any(word in (ruling.matter or "") for word in rules().lists[words]):
            for edge in ruling.competency:
                groups[edge.name] = (*groups.get(edge.name, ()), ruling)
    return groups


def confirmed(found: tuple[Ruling, ...]) -> Ruling | None:
    """The last ruling, if it confirms."""
    return found[-1] if found and found[-1].decision in rules().lists["confirm"] else None


def before(notes: Iterable[ObservationNote], day: str | None) -> tuple[ObservationNote, ...]:
    """The notes a ruling of that day could take in."""
    return tuple(note for note in notes if day and first_day(note.date or "9999") <= first_day(day))


def unverified(view: View) -> tuple[ObservationNote, ...]:
    """The negative notes that by their number call for a ruling and have none, oldest first."""
    rule, ruled = rules()["negative-notes"], rulings(view, "shortcoming_words")
    waiting: dict[str, ObservationNote] = {}
    for theme in themes(view, "negative"):
        last = ruled[theme.competency][-1].ruled_on if theme.competency in ruled else None
        open_notes = [note for note in theme.notes if note not in before(theme.notes, last)]
        if raised_within(open_notes, rule.number("least"), rule.number("months")):
            waiting |= {note.id: note for note in open_notes}
    return tuple(sorted(waiting.values(), key=lambda note: (note.date or "", note.id)))


def several_places(theme: Theme) -> tuple[ObservationNote, ...]:
    """The newest notes by different authors in as many units as the rule asks for, oldest first; none where too few."""
    least = rules()["good-in-two-units"].number("least_units")
    placed = [note for note in reversed(theme.notes) if note.unit_name and note.author]
    apart = (some for some in combinations(placed, least) if _apart(some))
    return tuple(reversed(next(apart, ())))


def _apart(notes: Sequence[ObservationNote]) -> bool:
    units, authors = {usual_name(note.unit_name or "") for note in notes}, {note.author for note in notes}
    return len(units) == len(authors) == len(notes)


def years_of(notes: Iterable[ObservationNote]) -> tuple[int, ...]:
    """The years of the notes, ascending, each once."""
    return tuple(sorted({int(note.date[:4]) for note in notes if note.date}))
