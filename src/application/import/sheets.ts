/** What a spreadsheet's cell holds, once its file has been read. */
export type CellValue = string | number | boolean | null | DateCell | ErrorCell;

/** A cell that its file shows as a date. `date` is `2021-06-30`, or `2021-06-30T15:00:00` with a time. */
export interface DateCell {
  readonly date: string;
}

/** A formula that failed, `#REF!`, or one whose result the file does not hold. */
export interface ErrorCell {
  readonly error: string;
}

/** A sheet of a workbook, or a delimited text as its only sheet. Rows are numbered from 1, as spreadsheets show them. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** How many cells hold a formula: their last result is what is used. */
  readonly formulas: number;
  /** How many merged ranges: what they show stands for every row they span. */
  readonly merged: number;
}

/** A text's letters and digits, without case, accents and marks: how headings and names are compared. */
export function plainText(text: string): string {
  return text.normalize('NFD').toLowerCase().replace(/[^a-z0-9ñ]/g, '');
}

/** How many letters must change to make one text of the other; `limit` + 1 when more. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = previous[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(changed, previous[j] + 1, row[j - 1] + 1));
    }
    previous = row;
  }
  return Math.min(previous[other.length], limit + 1);
}

/** The candidate most like the text; `null` when none is near. */
export function closest(text: string, candidates: readonly string[]): string | null {
  const wanted = plainText(text);
  if (wanted === '') return null;
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const plain = plainText(candidate);
    const within = wanted.length >= 4 && plain.length >= 4 && (plain.indexOf(wanted) >= 0 || wanted.indexOf(plain) >= 0);
    const distance = within ? 1 : editDistance(wanted, plain, bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
