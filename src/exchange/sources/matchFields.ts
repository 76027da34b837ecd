import { foldKey } from '~/domain/dimension';
import type { FieldType, SourceField, SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import type { ColumnEvidence } from '../mapping/columnEvidence';
import { headerWords } from '../mapping/headerWords';
import { nameScore } from '../mapping/nameScore';
import { FIELD_NAMES } from './fieldNames';
import { isImplied } from './impliedFields';
import { tableEvidence } from './tableEvidence';

export interface FieldMatch {
  /** Field → header. */
  fields: Record<string, string>;
  /** Required fields that no column is for. */
  missing: string[];
  /** How much the columns speak for the kind: telling names count whole, general ones (日期, amount) little. */
  weight: number;
  /** 0 … 1: how sure the least sure of the required columns is. */
  confidence: number;
}

interface Score {
  header: number;
  field: SourceField;
  score: number;
}

const LEAST = 0.45;

/** Names that every kind has: they say what a column is once the kind is known, not which kind it is. */
const GENERAL = new Set(
  '日期|时间|金额|客户|客户名称|产品|产品名称|业务员|区域|备注|编号|名称|类型|状态|原因|负责人|date|day|amount|value|customer|customer name|account|product|seller|sales agent|region|name|type|status|id|code|notes|reason|category|title|owner|月份|month|数量|quantity|单价|price|score|联系人|contact|time|item'
    .split('|')
    .map(foldKey),
);

/** Whether a header names something that many kinds have, such as a date: it tells kinds apart badly. */
export const isGeneralName = (header: string): boolean => GENERAL.has(headerWords(header));

/**
 * Which columns hold the fields of a kind, by their names first and by their cells second. A field has one column and a column
 * one field, but for the result of an opportunity, which its stage may say as well.
 */
export function matchFields(
  kind: Exclude<SourceKind, 'orders'>,
  headers: readonly string[],
  sample: readonly (readonly string[])[],
): FieldMatch {
  const evidence = tableEvidence(headers, sample);
  const { fields, stored } = SOURCES[kind];
  const names = FIELD_NAMES[kind];
  const scores: Score[] = fields.flatMap((field) =>
    headers.map((name, header) => ({
      header,
      field,
      score: standing(nameScore(names[field.id] ?? [], name), field.type, evidence[header]),
    })),
  );
  const weightOf = ({ field, score }: Score): number => score + (field.required ? 0.02 : 0);
  scores.sort((a, b) => weightOf(b) - weightOf(a) || a.header - b.header);
  const found = new Map<string, Score>();
  const taken = new Set<number>();
  for (const match of scores) {
    if (match.score < LEAST || found.has(match.field.id) || taken.has(match.header)) continue;
    found.set(match.field.id, match);
    taken.add(match.header);
  }
  // Members with a name and no number of their own are known by their name.
  if (stored === 'members' && !found.has('key')) {
    const name = found.get('name');
    if (name) {
      found.set('key', name);
      found.delete('name');
    }
  }
  const stage = kind === 'opportunities' && !found.has('result') ? found.get('stage') : undefined;
  if (stage) found.set('result', { ...stage, score: 0 });
  const missing = fields
    .filter(({ id, required }) => required && !found.has(id) && !isImplied(kind, id, { headers, sample }))
    .map(({ id }) => id);
  let weight = 0;
  let confidence = 1;
  for (const [id, { header, field, score }] of found) {
    if (score === 0) continue;
    const telling = !isGeneralName(headers[header]);
    weight += (telling ? 1 : 0.2) * score * (field.required ? 1 : 0.6);
    if (fields.find((known) => known.id === id)?.required) confidence = Math.min(confidence, score);
  }
  return {
    fields: Object.fromEntries([...found].map(([id, { header }]) => [id, headers[header]])),
    missing,
    weight,
    confidence: missing.length > 0 ? 0 : confidence,
  };
}

/** A name counts less where the cells speak against it. An empty column says nothing either way. */
function standing(name: number, type: FieldType, { filled, dates, numbers, whole, decimals }: ColumnEvidence): number {
  if (name === 0 || filled === 0) return name * 0.9;
  const serials = whole > 0.9;
  switch (type) {
    case 'day':
      return dates > 0.5 || serials ? name : name * 0.5;
    case 'month':
      return numbers < 0.5 || serials || dates > 0.5 ? name : name * 0.5;
    case 'amount':
    case 'quantity':
    case 'number':
      return numbers > 0.5 ? name : name * 0.5;
    case 'percent':
      return name;
    case 'member':
      return dates > 0.5 || decimals > 0.5 ? 0 : name;
    default:
      return decimals > 0.8 || dates > 0.8 ? name * 0.4 : name;
  }
}
