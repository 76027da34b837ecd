export interface DistinctHeaders {
  headers: string[];
  /** Names that occurred more than once, as written. */
  duplicates: string[];
}

/**
 * Column names that can be told apart: trimmed, an empty one becomes "#3" (its position), a repeated one gets " (2)",
 * " (3)" … Names are plain text: "__proto__" is a name like any other.
 */
export function distinctHeaders(raw: readonly string[]): DistinctHeaders {
  const taken = new Set<string>();
  const duplicates = new Set<string>();
  const headers = raw.map((text, index) => {
    const name = text.replace(/\s+/g, ' ').trim() || `#${index + 1}`;
    let distinct = name;
    for (let n = 2; taken.has(distinct); n++) {
      duplicates.add(name);
      distinct = `${name} (${n})`;
    }
    taken.add(distinct);
    return distinct;
  });
  return { headers, duplicates: [...duplicates] };
}
