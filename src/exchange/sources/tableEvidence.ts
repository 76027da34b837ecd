import { type ColumnEvidence, columnEvidence } from '../mapping/columnEvidence';

type Sample = readonly (readonly string[])[];

const known = new WeakMap<Sample, ColumnEvidence[]>();
const ROWS = 120;

/** What the cells of every column look like, by their first rows. Worked out once per sample: every kind asks for it. */
export function tableEvidence(headers: readonly string[], sample: Sample): ColumnEvidence[] {
  const kept = known.get(sample);
  if (kept?.length === headers.length) return kept;
  const rows = sample.slice(0, ROWS);
  const made = headers.map((_, i) => columnEvidence(rows.map((row) => row[i] ?? '')));
  known.set(sample, made);
  return made;
}
