// Where names stand in a picture: readable at every scale, none over another; what finds no room is left to hovering.
// @ts-check

/** @typedef {{ id: string, name: string, x: number, y: number, size: number, marks: string[], weight: number }} Named */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ id: string, lines: string[], x: number, y: number, align: CanvasTextAlign, box: Box }} Label */

export const SIZE = 12;
const LINE = 1.25;
const ROOM = 104;
const GAP = 3;
const GRID = 64;
const FAR = 1_000_003;
// which marks may not begin or end a line, as analysis/drawing/breaking.toml has them for the drawings of the server
const NO_START = "，。、；：？！）》〉」』】〕｝”’…—～·％‰℃,.;:?!)]}%";
const NO_END = "（《〈「『【〔｛“‘([{";

/**
 * Labels in pixels of the screen, the weightiest first; `measure` gives the width of a text at SIZE pixels.
 * What is chosen or found always has its name.
 * @param {Named[]} nodes @param {number} scale @param {(text: string) => number} measure @param {boolean} beside
 * @returns {Label[]}
 */
export function place(nodes, scale, measure, beside) {
  const taken = new Grid();
  for (const each of nodes) taken.add(around(each, scale), each.id);
  const ranked = [...nodes].sort((one, other) => must(other) - must(one) || other.weight - one.weight);
  /** @type {Label[]} */
  const placed = [];
  for (const each of ranked) {
    const { lines, wide } = written(each.name, beside ? ROOM * 2 : Math.round(Math.max(ROOM, ROOM * scale)), beside ? 1 : 2, measure);
    const choices = seats(each, scale, lines, wide, beside);
    const free = choices.find((label) => !taken.meets(label.box, each.id));
    const label = free ?? (must(each) ? choices[0] : undefined);
    if (!label) continue;
    taken.add(label.box, "");
    placed.push(label);
  }
  return placed;
}

/** @type {Map<string, { lines: string[], wide: number }>} */
const known = new Map();

/** The lines of a name and how wide they are, kept: a picture asks for the same at every scale. @param {string} name @param {number} width @param {number} most @param {(text: string) => number} measure */
function written(name, width, most, measure) {
  const key = `${most} ${width} ${name}`;
  const there = known.get(key);
  if (there) return there;
  if (known.size > 20_000) known.clear();
  const lines = broken(name, width, most, measure);
  const found = { lines, wide: Math.max(...lines.map(measure)) };
  known.set(key, found);
  return found;
}

/** @param {Named} each */
function must(each) {
  return Number(each.marks.includes("chosen") || each.marks.includes("found"));
}

/** @param {Named} each @param {number} scale @returns {Box} */
function around(each, scale) {
  const [x, y, half] = [each.x * scale, each.y * scale, each.size * scale];
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

/**
 * Under the thing, above it, to its right, to its left; beside it where the picture is a tree.
 * @param {Named} each @param {number} scale @param {string[]} lines @param {number} wide @param {boolean} beside
 * @returns {Label[]}
 */
function seats(each, scale, lines, wide, beside) {
  const [x, y, half, high] = [each.x * scale, each.y * scale, each.size * scale + GAP, lines.length * SIZE * LINE];
  /** @param {number} left @param {number} top @param {number} at @param {CanvasTextAlign} align @returns {Label} */
  const label = (left, top, at, align) => ({ id: each.id, lines, x: at, y: top, align, box: { left, top, right: left + wide, bottom: top + high } });
  const right = label(x + half, y - high / 2, x + half, "left");
  if (beside) return [right];
  return [
    label(x - wide / 2, y + half, x, "center"),
    label(x - wide / 2, y - half - high, x, "center"),
    right,
    label(x - half - wide, y - high / 2, x - half, "right"),
  ];
}

/**
 * A name on at most `most` lines of this width, broken at a space where there is one, the rest cut off.
 * @param {string} name @param {number} width @param {number} most @param {(text: string) => number} measure
 */
export function broken(name, width, most, measure) {
  if (measure(name) <= width) return [name];
  const words = name.split(" ");
  if (most === 2 && words.length > 1) {
    let fit = 1;
    while (fit < words.length - 1 && measure(words.slice(0, fit + 1).join(" ")) <= width) fit += 1;
    return [words.slice(0, fit), words.slice(fit)].map((each) => cut(each.join(" "), width, measure));
  }
  const letters = [...name];
  let count = 1;
  while (count < letters.length && measure(letters.slice(0, count + 1).join("")) <= width) count += 1;
  if (most === 1) return [cut(name, width, measure)];
  while (count > 1 && (NO_START.includes(letters[count]) || NO_END.includes(letters[count - 1]))) count -= 1;
  return [letters.slice(0, count).join(""), cut(letters.slice(count).join(""), width, measure)];
}

/** @param {string} text @param {number} width @param {(text: string) => number} measure */
function cut(text, width, measure) {
  if (measure(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join("")}…`) > width) letters.pop();
  return `${letters.join("")}…`;
}

/** Boxes by the squares they lie in, so that only near ones are compared. */
class Grid {
  constructor() {
    /** @type {Map<number, { box: Box, of: string }[]>} */
    this.squares = new Map();
  }

  /** @param {Box} box @param {string} of */
  add(box, of) {
    for (const square of squares(box)) {
      const there = this.squares.get(square);
      if (there) there.push({ box, of });
      else this.squares.set(square, [{ box, of }]);
    }
  }

  /** @param {Box} box @param {string} own */
  meets(box, own) {
    return squares(box).some((square) => (this.squares.get(square) ?? []).some(({ box: other, of }) => of !== own && overlap(box, other)));
  }
}

/** @param {Box} one @param {Box} other */
export function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** @param {Box} box */
function squares(box) {
  const found = [];
  for (let x = Math.floor(box.left / GRID); x <= Math.floor(box.right / GRID); x += 1) {
    for (let y = Math.floor(box.top / GRID); y <= Math.floor(box.bottom / GRID); y += 1) found.push(x * FAR + y);
  }
  return found;
}
