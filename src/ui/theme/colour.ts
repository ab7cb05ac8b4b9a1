/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Reads `#rgb` and `#rrggbb`; anything else gives `null`, and the caller keeps what it has. */
export function parseHex(colour: string | undefined): Rgb | null {
  const match = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec((colour || '').trim());
  if (!match) return null;
  const digits = match[1] ? match[1].replace(/./g, '$&$&') : match[2];
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance, WCAG 2.x. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two hex colours, 1…21, WCAG 2.x; `null` when one of them cannot be read. */
export function contrast(one: string | undefined, other: string | undefined): number | null {
  const a = parseHex(one);
  const b = parseHex(other);
  if (!a || !b) return null;
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** How far a colour is from grey, 0…255. */
export function chroma(colour: string): number {
  const rgb = parseHex(colour);
  return rgb ? Math.max(...rgb) - Math.min(...rgb) : 0;
}
