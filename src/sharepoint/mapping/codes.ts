/** `OE2` before `OE10`, `1.3.4` before `1.3.12`: the numbers in codes count as numbers. */
export function compareCodes(a: string, b: string): number {
  const partsA = a.match(/\d+|\D+/g) || [];
  const partsB = b.match(/\d+|\D+/g) || [];
  for (let i = 0; i < Math.min(partsA.length, partsB.length); i++) {
    const numbers = Number(partsA[i]) - Number(partsB[i]);
    if (numbers) return numbers;
    if (partsA[i] !== partsB[i]) return partsA[i] < partsB[i] ? -1 : 1;
  }
  return partsA.length - partsB.length;
}

/** Plan and code of a key, `2021-2023/OE1-OT2`; `null` where it is none. */
export function splitKey(key: string): { plan: string; code: string } | null {
  const mark = key.indexOf('/');
  return mark > 0 && mark < key.length - 1 ? { plan: key.slice(0, mark), code: key.slice(mark + 1) } : null;
}

/** `OE1-OT2` for `OE1-OT2-R5`; empty for a code of one part. */
export function parentCode(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf('-')));
}
