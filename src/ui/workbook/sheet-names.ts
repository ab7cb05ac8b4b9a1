/** Excel takes names of at most so many characters … */
const LONGEST_NAME = 31;

function valid(name: string): string {
  // … without these and without apostrophes at their ends.
  return name.replace(/[\\/?*[\]:\u0000-\u001f\ufffe\uffff]/g, ' ').replace(/^[\s']+|[\s']+$/g, '');
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[\ud800-\udbff]$/, '').replace(/[\s']+$/, '');
}

/** Names that Excel takes, none twice whatever their case, like those wanted. */
export function sheetNames(wanted: readonly string[]): string[] {
  // Excel keeps `History` for itself.
  const taken = new Set<string>(['history']);
  return wanted.map((name, index) => {
    const plain = valid(name) || String(index + 1);
    let free = cut(plain, LONGEST_NAME);
    for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${cut(plain, LONGEST_NAME - ` (${count})`.length)} (${count})`;
    taken.add(free.toLowerCase());
    return free;
  });
}
