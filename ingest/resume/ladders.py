"""Posts one after the other in one stretch, told from posts held at once."""

from __future__ import annotations

from ingest.resume.bodies import is_military
from ingest.resume.draft import Draft
from ingest.resume.holders import TOWNS
from ingest.resume.lexicon import LEADING, OUTRANKS, RUNGS, is_nominee
from ingest.resume.parts import bureau
from ingest.resume.places import locate

_HEADS = frozenset({"head", "part", "government", "party"})
_PART_HEADS = frozenset({"head", "part"})
_SEATS = frozenset({"委员", "成员", "常委"})


def _related(first: Draft, second: Draft) -> bool:
    """Whether two units are the same or one a part of the other; for a clerk (科员) two parts of one whole do."""
    if first.unit is None or second.unit is None or first.unit == second.unit:
        return True
    if _in_village(first.unit) != _in_village(second.unit):  # 镇科员，石臼村第一书记
        return False
    if first.unit.startswith(second.unit) or second.unit.startswith(first.unit):
        return True
    if not _is_clerk(first):
        return False
    one, other = locate(first.unit), locate(second.unit)
    of_town = bool(one.places) and one.places[-1].level in TOWNS and one.place == other.place
    return of_town or (bureau(first.unit) == bureau(second.unit) != first.unit)


def _in_village(unit: str) -> bool:
    places = locate(unit).places
    return bool(places) and places[-1].level == "村"


def _is_clerk(draft: Draft) -> bool:
    """Whether a post or rank is of the common staff (干部, 科员) and no calling (教师, 记者)."""
    return draft.title is not None and any(ladder == "staff" for ladder, _, _ in RUNGS.get(draft.title.text, ()))


def _has_organ(draft: Draft) -> bool:
    return bool(draft.organ)


def _rises(first: Draft, second: Draft) -> bool:
    """Whether the same base title is held higher: a deputy who acts as head beside it stays deputy."""
    if first.known_title.group == "assistant" or is_nominee(first.known_title.text):
        return second.known_title.group in _HEADS
    if first.known_title.grade < LEADING + 1 and second.known_title.acting:
        return False
    return first.known_title.grade < second.known_title.grade


class _Open:
    """The posts not yet followed by another: by their base title, by ladder, and the last of the staff."""

    def __init__(self) -> None:
        self.last: Draft | None = None
        self.by_base: dict[str, Draft] = {}
        self.by_ladder: dict[str, tuple[int, Draft]] = {}
        self.staff: Draft | None = None
        self.peers: list[Draft] = []
        """All of the staff's posts since the last head: what follows one of them follows them all."""
        self.seats: dict[tuple[str | None, str], Draft] = {}

    def add(self, draft: Draft) -> None:
        self.last = draft
        self.by_base[draft.ladder_base.removesuffix("助理")] = draft
        if draft.known_title.base in _SEATS:
            self.seats[draft.unit, draft.organ] = draft
        goes_on = self.staff is not None and not _related(self.staff, draft)
        if draft.known_title.group in _HEADS and not goes_on and not self._beside_calling(draft):
            self.staff, self.peers = None, []
        if _has_organ(draft):
            return
        if draft.known_title.group == "calling" or (
            draft.known_title.group == "staff" and draft.known_title.text.endswith("员")
        ):
            self.staff = draft
            self.peers.append(draft)
        graded = (
            draft.known_title.group == "staff" and draft.rank and not draft.rank_shared
        )  # 副处级干部 is no beginner
        for ladder, step, below_heads in () if graded else RUNGS.get(draft.known_title.text, ()):
            self.by_ladder[ladder] = (step, draft)
            if below_heads or (draft.known_title.group == "academic" and draft.follows):
                self.staff = draft
                self.peers.append(draft)

    def predecessor(self, draft: Draft) -> Draft | None:
        """The post that `draft` follows, or None where it stands beside the others."""
        earlier = self.by_base.get(draft.ladder_base)
        if earlier and earlier.unit == draft.unit and _rises(earlier, draft):
            return earlier
        if draft.own_start and (seat := self.seats.get((draft.unit, draft.organ))) and draft.known_title.base == "书记":
            return seat if seat.follower is None else None
        if _has_organ(draft):
            return None
        for ladder, step, _ in RUNGS.get(draft.known_title.text, ()):
            below = self.by_ladder.get(ladder)
            if below and below[0] < step and below[1].follower is None and _related(below[1], draft):
                return below[1]
        if self._leaves_staff(draft):
            return None if self._beside_calling(draft) else self.staff
        return self._next_part(draft) or self._military(draft)

    def _leaves_staff(self, draft: Draft) -> bool:
        """Whether it is a head's post that the last of the staff took; a degree goes on (`讲师，教研室主任`)."""
        staff = self.staff
        if staff is None or draft.known_title.group not in _HEADS or staff.follower is not None:
            return False
        if draft.known_title.text in OUTRANKS.get(staff.known_title.text, ()):
            return False
        return _related(staff, draft) and (staff.known_title.group != "academic" or staff.phrase == draft.phrase)

    def _beside_calling(self, draft: Draft) -> bool:
        """Whether it is a Party secretary who goes on in a calling (`教师、团委书记`)."""
        return draft.known_title.group == "party" and (self.staff is None or not _is_clerk(self.staff))

    def _next_part(self, draft: Draft) -> Draft | None:
        """In a rise already told step by step, the next step: from deputy of one part to the head of another."""
        before = self.last
        if before is None or not before.follows or before.follower is not None:
            return None
        if not (before.known_title.group in _PART_HEADS and draft.known_title.group in _PART_HEADS):
            return None
        if before.phrase != draft.phrase:  # `…、科长，副校长`: from the head of a part to the whole
            whole = before.unit and draft.unit and before.unit != draft.unit and before.unit.startswith(draft.unit)
            return before if whole and before.known_title.grade > 0 else None
        return before if before.known_title.grade == 0 and draft.known_title.grade > 0 else None

    def _military(self, draft: Draft) -> Draft | None:
        """Posts of the line in the forces are never held at once, whatever their units are called."""
        if draft.unit is None or not is_military(draft.unit):
            return None
        for ladder, step, _ in RUNGS.get(draft.known_title.text, ()):
            below = self.by_ladder.get(ladder)
            if below and below[0] < step and below[1].follower is None:
                return below[1]
        return None


def link(drafts: list[Draft], *, in_order: bool) -> bool:
    """Mark which draft follows which; `in_order`: the text says 历任 or 先后任. True if a date between is unknown."""
    held = [draft for draft in drafts if draft.title is not None and not draft.concurrent]
    if in_order:
        return _link_in_order(held)
    state = _Open()
    undated = False
    for draft in held:
        earlier = state.predecessor(draft)
        if earlier is not None and earlier.follower is None:
            peers = state.peers if earlier is state.staff and draft.known_title.group in _HEADS else []
            for one in (earlier, *(peer for peer in peers if peer.follower is None and peer.unit == earlier.unit)):
                one.follower = draft
            draft.follows = True
            undated = undated or draft.own_start is None
        state.add(draft)
    return undated


def _link_in_order(drafts: list[Draft]) -> bool:
    """Each follows the one before, but for a Party post and another of one phrase and place (`党组书记、局长`)."""
    undated = False
    group: list[Draft] = []
    for draft in drafts:
        if group and _at_once(group, draft):
            draft.follows = group[0].follows
            group.append(draft)
            continue
        for one in group:
            one.follower = draft
        draft.follows = bool(group)
        undated = undated or (draft.follows and draft.own_start is None)
        group = [draft]
    return undated


def _at_once(group: list[Draft], draft: Draft) -> bool:
    last = group[-1]
    if last.phrase != draft.phrase or last.unit is None or draft.unit is None:
        return False
    one_place = last.unit == draft.unit or locate(last.unit).place == locate(draft.unit).place != ""
    return one_place and len(group) == 1 and _of_party(last) != _of_party(draft)


def _of_party(draft: Draft) -> bool:
    return bool(draft.organ) or draft.known_title.group in {"party", "member"}
