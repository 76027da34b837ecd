import { type Issue, issue } from '~/domain/issue';
import { type ColumnEvidence, columnEvidence } from './columnEvidence';
import { FIELDS, type Field, type FieldId, fieldOf } from './fields';
import { guessLookupJoin } from './guessLookupJoin';
import type { ColumnMapping, ImportMapping, Lookup } from './mapping';
import { nameScore } from './nameScore';
import { ownDimension } from './ownDimension';
import { proposeFilter } from './proposeFilter';

export interface ColumnGuess extends ColumnMapping {
  /** 0 … 1; from 0.9 on the name says it, below 0.6 a person should look. */
  confidence: number;
}

export interface GuessedMapping {
  mapping: ImportMapping;
  columns: ColumnGuess[];
  /** What is still missing before anything can be imported. */
  issues: Issue[];
}

/**
 * Proposes what each column of an order file means: by its name in Chinese or English first, by its first rows second. Each
 * meaning is given once, to the column that fits best; look-ups are joined and a deal-stage column proposes its filter.
 * A proposal only: a person sees and corrects it before anything is imported.
 */
export function guessMapping(
  headers: readonly string[],
  sample: readonly string[][],
  lookups: readonly Lookup[] = [],
): GuessedMapping {
  const cells = headers.map((_, i) => sample.map((row) => row[i] ?? ''));
  const evidence = cells.map(columnEvidence);
  const filter = proposeFilter(headers, sample);
  const columns = assign(headers, evidence, filter?.column ?? null);

  const joins = lookups.flatMap((lookup) => {
    const join = guessLookupJoin(lookup, { columns, cells });
    return join ? [join] : [];
  });
  const once = joins.filter((join, i) => joins.findIndex((other) => other.dimension === join.dimension) === i);
  const amounts = evidence.filter((_, i) => fieldOf(columns[i].field).kind === 'amount');
  const comma = amounts.some((column) => column.commaMarks > 0 && column.pointMarks === 0);
  const mapping: ImportMapping = {
    columns: columns.map(({ confidence: _, ...column }) => column),
    joins: once,
    filter,
    dateOrder: null,
    decimalMark: comma ? ',' : '.',
    aliases: [],
  };
  return { mapping, columns, issues: missing(mapping) };
}

function missing({ columns, joins }: ImportMapping): Issue[] {
  const has = (field: FieldId): boolean => columns.some((column) => column.field === field);
  const computed = has('quantity') && (has('unitPrice') || joins.some((join) => join.price !== null));
  const issues: Issue[] = [];
  if (!has('date')) issues.push(issue('import/missingColumn', { field: 'date' }));
  if (!has('amount') && !computed) issues.push(issue('import/missingColumn', { field: 'amount' }));
  return issues;
}

interface Score {
  column: number;
  field: FieldId;
  score: number;
}

/** Best pairs first: a column has one meaning, and a standard meaning belongs to one column. */
function assign(
  headers: readonly string[],
  evidence: readonly ColumnEvidence[],
  filtered: string | null,
): ColumnGuess[] {
  const scores: Score[] = headers.flatMap((header, column) =>
    FIELDS.map((field) => ({ column, field: field.id, score: scoreOf(field, header, evidence[column]) })),
  );
  scores.sort((a, b) => b.score - a.score || a.column - b.column);
  const guessed = new Map<number, ColumnGuess>();
  const given = new Set<FieldId>();
  for (const { column, field, score } of scores) {
    if (score < 0.4 || guessed.has(column) || given.has(field) || headers[column] === filtered) continue;
    guessed.set(column, { column: headers[column], field, confidence: Math.min(1, score) });
    given.add(field);
  }
  const taken = new Set<string>();
  return headers.map((header, i) => guessed.get(i) ?? leftOver(header, evidence[i], { filtered, taken }));
}

/** Few distinct texts make a dimension of the user's own; anything else is left out. */
function leftOver(
  header: string,
  { filled, dates, numbers, distinct }: ColumnEvidence,
  { filtered, taken }: { filtered: string | null; taken: Set<string> },
): ColumnGuess {
  const text = filled > 0.5 && dates < 0.2 && numbers < 0.2;
  if (header === filtered || !text || distinct > 0.5) return { column: header, field: 'ignore', confidence: 0.5 };
  const dimension = ownDimension(header, taken);
  taken.add(dimension);
  return { column: header, field: 'own', dimension, confidence: 0.4 };
}

/** A column called 金额 full of text is still the amount: its rows are reported, and a person sees the doubt. */
const AGAINST = 0.55;

/** How well a column fits a field: its name up to 1, lowered where the cells speak against it, content alone up to 0.5. */
function scoreOf(field: Field, header: string, evidence: ColumnEvidence): number {
  const name = nameScore(field.names, header);
  if (evidence.filled === 0) return name * 0.9;
  switch (field.kind) {
    case 'date':
      return evidence.dates > 0.5 ? Math.max(name, 0.45) : serialDates(evidence) ? name * 0.9 : name * AGAINST;
    case 'amount':
      return evidence.numbers > 0.5 ? Math.max(name, evidence.decimals > 0.5 ? 0.42 : 0) : name * AGAINST;
    case 'quantity':
    case 'price':
      return evidence.numbers > 0.5 ? name : name * AGAINST;
    case 'identity':
      return evidence.dates > 0.5 ? 0 : name;
    case 'member':
    case 'parent':
      return evidence.dates > 0.5 || evidence.decimals > 0.5 ? 0 : name;
    default:
      return 0;
  }
}

const serialDates = ({ whole, numbers }: ColumnEvidence): boolean => whole > 0.9 && numbers > 0.9;
