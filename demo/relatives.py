"""Family members as a form names them; everybody is invented."""

from __future__ import annotations

from demo.draw import Draw, table
from demo.life import Person, Relative
from demo.naming import full_name

_ADULT = 18 * 12
_STUDIES_END = 23 * 12


def family(draw: Draw, person: Person, names: dict[str, str], as_of: int) -> list[Relative]:
    """Spouse, children from the eldest, father, mother."""
    other = "女" if person.sex == "男" else "男"
    spouse_birth = person.birth + draw.randint(-20, 36) * (1 if person.sex == "男" else -1)
    politics = draw.choice(("中共党员", "群众", "群众", "中共党员"))
    title = "妻子" if other == "女" else "丈夫"
    made = [Relative(title, full_name(draw, other), spouse_birth, politics, _work(draw, "works", names))]
    made += _children(draw, person, names, as_of)
    for appellation, sex in (("父亲", "男"), ("母亲", "女")):
        birth = person.birth - draw.randint(23, 32) * 12
        surname = person.name[0] if sex == "男" else ""
        gone = draw.hits(min(0.9, max(0.05, (as_of - birth - 68 * 12) / 240)))
        text = _work(draw, "parents", names) + ("（已去世）" if gone else "")
        made.append(Relative(appellation, full_name(draw, sex, surname), birth, "群众", text))
    return made


def _children(draw: Draw, person: Person, names: dict[str, str], as_of: int) -> list[Relative]:
    births = [person.birth + draw.randint(25, 31) * 12 + draw.randrange(12)]
    if draw.hits(0.15):
        births.append(births[0] + draw.randint(3, 9) * 12)
    births = [each for each in births if each < as_of]
    sexes = [draw.choice("男女") for _ in births]
    titles = {"男": "儿子", "女": "女儿"} if len(set(sexes)) == len(sexes) else {"男": "长子", "女": "长女"}
    second = {"长子": "次子", "长女": "次女"}
    made: list[Relative] = []
    for birth, sex in zip(births, sexes, strict=True):
        title = titles[sex] if not made or titles[sex] not in second else second[titles[sex]]
        age = as_of - birth
        politics = "中共党员" if age > _STUDIES_END and draw.hits(0.3) else "共青团员" if age > 14 * 12 else ""
        work = _work(draw, "students" if age < _STUDIES_END else "graduates", names)
        made.append(Relative(title, full_name(draw, sex, person.name[0]), birth, politics, work))
    return made


def _work(draw: Draw, kind: str, names: dict[str, str]) -> str:
    people, places = table("people"), table("places")
    return str(draw.choice(people[kind])).format(**names, u=draw.choice(places["universities"]))
