/** A text of a drawing, 12 px high, where it stands. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly strong: boolean;
}

/** Corners of a line, left to right, in pixels. */
export type Line = readonly (readonly [number, number])[];

/** Edges of what is drawn into, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Widest the text gets at 12 px; measuring would make the first drawing wait for the fonts. */
const CHARACTER = 6.6;
const LINE_HEIGHT = 16;

export const widthOf = (text: string): number => text.length * CHARACTER;

/** A tenth of a pixel is as fine as anybody sees, and keeps the markup short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Moves labels of one column apart so that none covers another, keeping their order and staying in the drawing. */
export function spread(labels: readonly PlacedText[], top: number, bottom: number): PlacedText[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const ys: number[] = [];
  sorted.forEach((label, index) => {
    ys.push(Math.max(label.y, top, index === 0 ? -Infinity : ys[index - 1] + LINE_HEIGHT));
  });
  for (let index = ys.length - 1, floor = bottom; index >= 0; index--, floor = ys[index + 1] - LINE_HEIGHT) {
    ys[index] = Math.min(ys[index], floor);
  }
  return sorted.map((label, index) => ({ ...label, y: ys[index] }));
}

const boxOf = (label: PlacedText): Box => {
  const width = widthOf(label.text);
  const left = label.anchor === 'start' ? label.x : label.anchor === 'middle' ? label.x - width / 2 : label.x - width;
  return { left, right: left + width, top: label.y - 12, bottom: label.y + 3 };
};

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Height of a line at x; `null` where the line is not. */
function heightAt(points: Line, x: number): number | null {
  for (let index = 1; index < points.length; index++) {
    const [fromX, fromY] = points[index - 1];
    const [toX, toY] = points[index];
    if (x >= fromX && x <= toX) {
      return toX === fromX ? toY : fromY + (toY - fromY) * ((x - fromX) / (toX - fromX));
    }
  }
  return null;
}

/** How much of a label's width a line runs through, 0…1. */
function crossing(box: Box, points: Line): number {
  const samples = 9;
  let hits = 0;
  for (let sample = 0; sample < samples; sample++) {
    const height = heightAt(points, box.left + (box.right - box.left) * (sample / (samples - 1)));
    hits += height !== null && height > box.top - 3 && height < box.bottom + 3 ? 1 : 0;
  }
  return hits / samples;
}

/** The last figure beside its point, where fewest lines run through it: above to the left if it can be. */
export function placeValue(text: string, [x, y]: [number, number], lines: readonly Line[], plot: Box): PlacedText {
  const places: readonly [number, number, PlacedText['anchor']][] = [
    [-8, -10, 'end'],
    [-8, 18, 'end'],
    [-4, -22, 'end'],
    [8, 20, 'start'],
    [8, -12, 'start']
  ];
  const candidates = places.map(([dx, dy, anchor]): PlacedText => ({ x: round(x + dx), y: round(y + dy), text, anchor, strong: true }));
  const costs = candidates.map(label => {
    const box = boxOf(label);
    const outside = box.top < plot.top - 8 || box.bottom > plot.bottom || box.left < plot.left || box.right > plot.right;
    return lines.reduce((sum, points) => sum + crossing(box, points), 0) + (outside ? 1 : 0);
  });
  return candidates[costs.indexOf(Math.min(...costs))];
}

/** Names the expected line where its name covers least of what is drawn: along its longest stretch, above it or below. */
export function placeExpected(
  text: string,
  longest: Line | undefined,
  lines: readonly Line[],
  taken: readonly PlacedText[],
  plot: Box
): PlacedText | null {
  if (!longest || longest.length < 2) {
    return null;
  }
  const fromX = longest[0][0];
  const toX = longest[longest.length - 1][0];
  let best: { label: PlacedText; cost: number } | null = null;
  for (const share of [0.6, 0.5, 0.7, 0.4, 0.3, 0.8, 0.2]) {
    const x = fromX + (toX - fromX) * share;
    const height = heightAt(longest, x) ?? plot.bottom;
    for (const offset of [22, -12, 32, -22]) {
      const label: PlacedText = { x: round(x), y: round(height + offset), text, anchor: offset > 0 ? 'start' : 'end', strong: false };
      const box = boxOf(label);
      const outside = box.left < plot.left || box.right > plot.right || box.top < plot.top || box.bottom > plot.bottom;
      const cost =
        (outside ? 10 : 0) +
        taken.filter(other => overlap(box, boxOf(other))).length * 5 +
        lines.reduce((sum, points) => sum + crossing(box, points), 0);
      if (best === null || cost < best.cost) {
        best = { label, cost };
      }
    }
  }
  return best && best.cost < 1 ? best.label : null;
}
