"""The text of one stretch read into drafts: phrases at ，, posts at 、, remarks in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.resume import remarks
from ingest.resume.bodies import describe, is_military
from ingest.resume.brackets import peel, split_top
from ingest.resume.draft import Draft
from ingest.resume.kinds import is_retired, is_waiting
from ingest.resume.ladders import link
from ingest.resume.lexicon import ENDINGS, UNITS, WORDS
from ingest.resume.places import Whereabouts, bare_lead, locate
from ingest.resume.remarks import Remark
from ingest.resume.titles import Named, of_same_part, split_title
from ingest.resume.units import Resolved, Resolver
from ingest.resume.verbs import Opened, open_phrase, separate, split_concurrent, without_work

# A unit whose ending is not known is believed only where nothing in it reads like a sentence.
_SENTENCE = re.compile("[的了着被因为与并等从在把将对或也很]|(?<![国专农居])家|自(?![然治贸动来由考])")
# What a remark without a date begins with where it names a further post.
_NEW_POST = ("兼", *WORDS["secondment"]["words"])
# A step of a rank closes no unit's name ("政协二级").
_STEP_OF_RANK = re.compile("[一二三四五六]级$")
# What somebody was taken on as, which is no post beside the one named (`科员（省委组织部选调生）`).
_STATUS = tuple(WORDS["remarks"]["status"])
_LEVELS = frozenset(WORDS["remarks"]["levels"])
_SENT_TO_VILLAGE = re.compile("驻[^，；。、]{2,24}?(?:村|社区|嘎查)")
_LONGEST = 100
_SHORT_PLACE = 8
# "某省第八批援藏干部，任…": with whom the person went, before where.
_SENT_WITH = re.compile(
    "[^，]{0,12}(?:援藏|援疆|援青|援派|挂职)(?:干部|人才|工作队)(?:队员)?|援[藏疆青]|参加[^，]{0,16}援[藏疆青]"
)
_SURE = tuple(UNITS["relative"]["sure_endings"])
# "正科级，2008.05明确" is the rank dated.
_RANK_DATED = re.compile(r"([^，；、。]{1,12})，(\d{4}[.\d年月]{0,6})(明确|确定|定|批准|晋升)(?=$|，)")


def _is_unit(name: str, *, worked: bool) -> bool:
    """Whether a text without a post is surely a unit: by its place, and by its ending where 工作 does not say so."""
    if locate(name).places or bare_lead(name)[1]:
        return worked or describe(name).kind != "other"
    if worked:
        return describe(name).kind != "other"
    return is_military(name) or name.endswith(_SURE)


class Reader:
    """Reads one stretch; afterwards `drafts`, `renamed`, `leftovers` and `waiting` tell what was found."""

    def __init__(self, whereabouts: Whereabouts, home: Resolver | None = None, before: Resolver | None = None) -> None:
        self.resolver = Resolver(whereabouts, before)
        if home is not None:
            self.resolver.anchor, self.resolver.last = home.anchor, home.last
        self.drafts: list[Draft] = []
        self.renamed: list[tuple[str, str, str | None]] = []
        self._behind_aside = ""
        """What stands behind a bracket in the middle of a name: a division of the unit before it, and the post."""
        self.leftovers: list[str] = []
        self.waiting: str | None = None
        self.undated_sequence = False
        self._in_order = False
        self._lent_elsewhere = False
        """Whether the text said where the person was lent, so that the posts that follow are of there."""
        self._opened_by_secondment = False
        """Whether the phrase begins with 借调, 上挂 …, so that a unit alone says where to."""
        self._phrase = 0

    def read(self, text: str) -> None:
        """Read the whole text of the stretch."""
        phrases = split_top(separate(text), "，；。")
        for number, (_, phrase) in enumerate(phrases, start=1):
            self._phrase += 1
            if number < len(phrases) and _SENT_WITH.fullmatch(phrase.strip()):
                self._lent_elsewhere = True
                continue
            if number == 1 < len(phrases) and phrase.strip() in _STATUS:  # 选调生，某乡党政办科员
                continue
            self._read_phrase(phrase.strip())
        self._drop_bare_units()
        self.undated_sequence = link(self.drafts, in_order=self._in_order)
        for draft in self.drafts:
            if draft.follower is not None and draft.rank_shared:
                draft.rank = None
            if draft.unit and "unit" in draft.derived and draft.unit in text:
                draft.derived.remove("unit")
        self._leave_anchor()

    def _leave_anchor(self) -> None:
        """What the next stretch goes on in: no unit of a concurrent post, and a renamed one under its new name."""
        anchor = self.resolver.anchor
        main = [draft.unit for draft in self.drafts if draft.unit and draft.post and not draft.concurrent]
        if anchor is not None and main and anchor.name not in main:
            beside = {draft.unit for draft in self.drafts if draft.concurrent}
            anchor = describe(main[-1]) if anchor.name in beside else anchor
        for old, new, _ in self.renamed:
            anchor = describe(new) if anchor is not None and anchor.name == old else anchor
        self.resolver.anchor = anchor

    def _drop_bare_units(self) -> None:
        """`在石泉县挂职，任…`: a unit without a post gives way to the posts that follow."""
        if any(draft.title is not None for draft in self.drafts):
            self.drafts = [draft for draft in self.drafts if draft.title is not None or draft.rank]

    def _read_phrase(self, phrase: str) -> None:
        if is_waiting(phrase):
            self.waiting = phrase
            return
        remark = remarks.read(phrase)
        if remark.taken and self._apply_phrase(remark):
            return
        if is_retired(phrase):
            return
        date, rest = remarks.leading_date(phrase)
        opened = open_phrase(rest)
        self._in_order = self._in_order or opened.sequence
        if opened.seconded and not without_work(opened.text)[1] and all(draft.title is None for draft in self.drafts):
            self.drafts = []
        before = len(self.drafts)
        self._opened_by_secondment = opened.seconded
        self._end_replaced(opened, date, self.drafts)
        self._read_posts(opened.text, date)
        if opened.seconded and len(opened.text) <= _SHORT_PLACE and self.leftovers[-1:] == [opened.text]:
            self._lent_elsewhere = bool(self.leftovers.pop())  # 对口支援某州，任…: where it was, and the posts follow
        found = self.drafts[before:]
        for draft in found:
            draft.seconded = draft.seconded or opened.seconded or self._lent_elsewhere
        self._lent_elsewhere = self._lent_elsewhere or (
            opened.seconded and bool(found) and all(draft.title is None for draft in found)
        )
        if opened.concurrent and len(self.drafts) > before:
            self.drafts[before].concurrent = True

    def _apply_phrase(self, remark: Remark) -> bool:
        """A remark that is a phrase of its own; False where it must be read as a post after all."""
        if remark.rank and not remarks.is_grade(remark.rank):
            return False
        if remark.removed:
            return self._remove(remark.removed, remark.date) or self._leave_whole(remark.removed)
        if not self.drafts:
            if remark.rank and self.resolver.anchor is not None:
                unit = self.resolver.anchor.name
                self.drafts.append(Draft(unit, None, None, remark.rank, remark.date, remark.date, derived=["unit"]))
                return True
            return False
        self._apply(remark, self.drafts[-1], shared=self._phrase_drafts(self.drafts[-1].phrase))
        return True

    def _phrase_drafts(self, phrase: int) -> list[Draft]:
        drafts: list[Draft] = []
        for draft in reversed(self.drafts):
            if draft.phrase != phrase:
                break
            drafts.append(draft)
        return drafts

    def _read_posts(self, text: str, date: str | None) -> None:
        parts = list(self._parts(text))
        for index, (part, concurrent) in enumerate(parts):
            core, trailing, inner = peel(part)
            if self.drafts and core in remarks.ACTING_WORDS:
                self.drafts[-1].acting = True
                continue
            if self.drafts and is_retired(core):
                continue
            core, asides = self._without_asides(core, inner)
            draft = self._read_post(core, date)
            if draft is None:
                self._leave(part)
                continue
            draft.concurrent = draft.concurrent or concurrent or self._beside_concurrent(core, draft)
            if self._is_cut_by_aside(draft):
                draft.derived = ["unit"]
            self.drafts.append(draft)
            self._read_remarks(asides + trailing, draft, last=index == len(parts) - 1)

    def _is_cut_by_aside(self, draft: Draft) -> bool:
        """Whether a bracket stood within the unit's name, so that it is not written in one piece."""
        division = self._behind_aside.removesuffix(draft.post or draft.rank or "")
        return bool(division and draft.unit and draft.unit.endswith(division))

    def _beside_concurrent(self, core: str, draft: Draft) -> bool:
        """Whether a post without a unit of its own goes on with one that 兼 opened (`兼某医院党委书记、院长`)."""
        if not self.drafts or not self.drafts[-1].concurrent or self.drafts[-1].unit != draft.unit:
            return False
        named = split_title(core)
        return self.drafts[-1].phrase == draft.phrase and bool(named) and not (named and named.unit)

    def _parts(self, text: str) -> Iterator[tuple[str, bool]]:
        """The posts of a phrase; a piece without a title belongs to the name of the next (`县委、县政府信访局`)."""
        held = ""
        pieces = split_top(text, "、")
        for index, (_, piece) in enumerate(pieces):
            whole = held + piece.strip()
            held = ""
            named = split_title(peel(piece.strip())[0])
            if named is None and index < len(pieces) - 1 and len(whole) <= _LONGEST:
                held = whole + "、"
                continue
            yield from split_concurrent(whole)

    def _without_asides(self, core: str, inner: list[str]) -> tuple[str, list[str]]:
        """A bracket in the middle is a remark (更名为, a rank, a date) or part of the unit's name."""
        asides = [content for content in inner if remarks.is_aside(content)]
        self._behind_aside = ""
        for content in asides:
            before, _, self._behind_aside = core.partition(f"（{content}）")
            core = before + self._behind_aside
        return core, [content for content in asides if content not in _LEVELS]

    def _read_post(self, core: str, date: str | None) -> Draft | None:
        named = split_title(core)
        if named is None:
            return self._read_unit(core, date)
        if named.unit.startswith("驻") and locate(named.unit[1:]).places:  # 驻石坪村第一书记
            named = replace(named, unit=named.unit[1:])
        if named.unit and not self._believable(named.unit):
            return None
        named = of_same_part(named, self.drafts[-1].title if self.drafts else None)
        resolved = self.resolver.resolve(named)
        if resolved.unit is None and self.leftovers:
            return None
        return self._draft(named, resolved, date)

    def _draft(self, named: Named, resolved: Resolved, date: str | None) -> Draft:
        post = None if named.title.group == "rank" else resolved.organ + named.title.text
        rank = named.title.text if named.title.group == "rank" else named.grade
        draft = Draft(resolved.unit.name if resolved.unit else None, post, named.title, rank)
        draft.own_start, draft.acting, draft.phrase = date, named.title.acting, self._phrase
        draft.derived = (["unit"] if resolved.derived else []) + (["post"] if named.concluded else [])
        return draft

    def _read_unit(self, core: str, date: str | None) -> Draft | None:
        """A unit without a post (`某局工作`); None where the text is no unit."""
        name, worked, lent = without_work(core)
        worked = worked or (self._opened_by_secondment and describe(name).kind not in {"other", "place"})
        name = open_phrase(name).text if worked else name
        if worked and name.startswith("驻") and locate(name[1:]).places:
            name = name[1:]
        if not name or len(name) > _LONGEST or _SENTENCE.search(locate(name).rest):
            return None
        if self.drafts and not worked:
            return None
        if not _is_unit(name, worked=worked):
            return None
        resolved = self.resolver.place(name)
        draft = Draft(resolved.unit.name if resolved.unit else None, None, None, own_start=date, phrase=self._phrase)
        draft.seconded, draft.derived = lent, ["unit"] if resolved.derived else []
        return draft

    @staticmethod
    def _believable(unit: str) -> bool:
        """Whether a text before a title may be a unit's name."""
        if len(unit) > _LONGEST or _STEP_OF_RANK.search(unit):
            return False
        located = locate(unit)
        return bool(located.places) or bool(ENDINGS.ending(unit)) or not _SENTENCE.search(unit)

    def _leave(self, part: str) -> None:
        self.resolver.whereabouts.learn(locate(part))
        if not part.startswith(remarks.PREFIXES):
            self.leftovers.append(part)

    def _read_remarks(self, contents: list[str], draft: Draft, *, last: bool) -> None:
        shared = self._phrase_drafts(draft.phrase) if last else [draft]
        for content in contents:
            if self._is_twin(content, draft):
                draft.post = f"{draft.post}（{content}）"
                continue
            date: str | None = None
            further = False
            for _, item in split_top(_RANK_DATED.sub(r"\2\3\1", content), "，；、。"):
                remark = remarks.read(item)
                if remark.renamed and remark.date is None:
                    remark = replace(remark, date=date)
                date = remark.date or date
                if remark.taken:
                    self._apply(remark, draft, shared)
                elif draft.unit is None and describe(item).kind != "other":
                    draft.unit = item
                elif remark.rest and (remark.date or further or self._is_further_post(remark.rest)):
                    further = self._follow_up(remark if remark.date else replace(remark, date=date))

    @staticmethod
    def _is_further_post(text: str) -> bool:
        """Whether a remark without a date names another post: 兼…, 挂任…, or one of a unit that is written."""
        if text.startswith(_NEW_POST):
            return True
        named = split_title(text)
        post = named is not None and named.title.group not in {"rank", "member"}
        written = post and named is not None and bool(named.unit and ENDINGS.ending(named.unit))
        if text.endswith(_STATUS):
            return False
        return written and not text.startswith((*remarks.PREFIXES, "原", "曾", "前"))

    @staticmethod
    def _is_twin(content: str, draft: Draft) -> bool:
        """Whether a bracket repeats the post under the unit's other name (`副部长（副处长）`)."""
        named = None if content.startswith(remarks.PREFIXES) else split_title(content)
        if not (named and draft.title) or named.unit or named.organ or draft.post is None:
            return False
        return named.title.group == draft.title.group == "head" and named.title.grade == draft.title.grade

    def _follow_up(self, remark: Remark) -> bool:
        """`副主任（2014.08任主任）`: a further post from that date; whether there is one."""
        sent = _SENT_TO_VILLAGE.match(remark.rest)
        opened = open_phrase(remark.rest[1:] if sent else remark.rest)
        draft = self._read_post(opened.text, remark.date)
        if draft is None or draft.title is None:
            return False
        draft.concurrent = draft.concurrent or opened.concurrent
        draft.seconded = opened.seconded or sent is not None or self.drafts[-1].seconded
        self._end_replaced(opened, remark.date, self.drafts)
        self.drafts.append(draft)
        return True

    @staticmethod
    def _end_replaced(opened: Opened, date: str | None, earlier: list[Draft]) -> None:
        """`2019.03改任…`: what came before ended then."""
        if opened.replaces and date:
            for draft in earlier:
                if draft.own_end is None and not draft.concurrent:
                    draft.own_end = date

    def _apply(self, remark: Remark, draft: Draft, shared: list[Draft]) -> None:
        """Write what a remark says into the draft it follows, and what is said of all into the whole phrase."""
        if remark.removed or remark.retired:
            self._end(remark)
        elif remark.renamed:
            self._rename(remark.renamed, remark.date, draft)
        elif remark.rank:
            self._rank(remark.rank, remark.date, draft, shared)
        elif remark.dates_rank and draft.rank:
            draft.rank_from = remark.date
        elif remark.acting:
            draft.acting = True
        elif remark.seconded:
            for one in shared:
                one.seconded = True
        elif remark.concurrent:
            draft.concurrent, draft.own_end = True, remark.until or draft.own_end
        else:
            draft.own_start, draft.own_end = remark.date or draft.own_start, remark.until or draft.own_end

    def _end(self, remark: Remark) -> None:
        """What a remark says to have ended: one post, or all with retirement."""
        if remark.removed:
            self._remove(remark.removed, remark.date)
            return
        for one in self.drafts:
            one.own_end = one.own_end or remark.until

    def _remove(self, text: str, date: str | None) -> bool:
        """`2014.11免去纪检组组长`: the post held so far ended then; whether it is among those read."""
        named = split_title(text)
        titled = [draft for draft in self.drafts if named and draft.title and draft.title.text == named.title.text]
        held = [draft for draft in titled if named and (draft.unit or "").endswith(named.unit)]
        if held and date:
            held[-1].own_end = held[-1].own_end or date
        return bool(held)

    def _leave_whole(self, text: str) -> bool:
        """A post that ended and is none of this stretch's: left as it is written, and told of."""
        self.resolver.whereabouts.learn(locate(text))
        self.leftovers.append(text)
        return True

    def _rank(self, rank: str, date: str | None, draft: Draft, shared: list[Draft]) -> None:
        without = [one for one in shared if one.rank is None]
        if date is None and without:
            for one in without:
                one.rank, one.rank_shared = rank, len(shared) > 1 and one is not draft
        elif draft.rank is None:
            draft.rank, draft.rank_from = rank, date
        elif date or remarks.is_grade(rank):  # 副主任科员（2012.05主任科员）, 调研员（正处级）
            if draft.post is None:
                draft.own_end = draft.own_end or date
            self.drafts.append(Draft(draft.unit, None, None, rank, None, date, phrase=draft.phrase))

    def _rename(self, name: str, date: str | None, draft: Draft) -> None:
        if draft.unit is None or not name:
            return
        located = describe(draft.unit).located
        full = self.resolver.whereabouts.expand(name)
        if full is None and not locate(name).places and located.places:
            full = located.place + name
        division = self._behind_aside.removesuffix(draft.title.text) if draft.title else ""
        old = draft.unit.removesuffix(division)
        if located.place and not locate(full or name).rest:  # the place itself has a new name, below the same one above
            old = located.place
            above = located.places[-2].text if len(located.places) > 1 else ""
            full = name if name.startswith(above) else above + name
        if self.renamed and self.renamed[-1][0] == old:
            old = self.renamed[-1][1]
        self.renamed.append((old, full or name, date))
