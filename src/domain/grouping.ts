/** Rows by each of the names they go under, in their order; once under a name, however often it is said. */
export function groupByEach<K, T>(rows: readonly T[], keysOf: (row: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (!group) groups.set(key, [row]);
      else if (group[group.length - 1] !== row) group.push(row);
    }
  }
  return groups;
}

/** Rows by their key, in their order; the groups in the order of their first row. */
export function groupBy<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
