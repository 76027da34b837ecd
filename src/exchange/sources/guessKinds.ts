import { foldKey } from '~/domain/dimension';
import type { Certainty } from '~/domain/packView';
import { SOURCE_KINDS, type SourceKind } from '~/domain/source';
import { fieldOf } from '../mapping/fields';
import { guessFileRole } from '../mapping/guessFileRole';
import { guessMapping } from '../mapping/guessMapping';
import { headerWords } from '../mapping/headerWords';
import { KIND_WORDS } from './kindWords';
import { isGeneralName, matchFields } from './matchFields';

export interface KindGuess {
  kinds: SourceKind[];
  certainty: Certainty;
  /** Nothing but words about other tables. */
  isNote: boolean;
}

interface Candidate {
  kind: SourceKind;
  weight: number;
  confidence: number;
  /** How many columns it makes something of. */
  columns: number;
}

const LEAST = 0.9;
const CLEAR = 0.6;

/**
 * What a table holds: by its columns, the name of its file and sheet, and its cells. Won deals of a pipeline are orders and
 * opportunities at once. No kind where too little speaks for any.
 */
export function guessKinds(table: {
  headers: readonly string[];
  sample: readonly string[][];
  file: string;
  sheet: string | null;
}): KindGuess {
  if (isNote(table)) return { kinds: [], certainty: 'none', isNote: true };
  const said = nameBonus(table.file, table.sheet);
  const candidates = SOURCE_KINDS.flatMap((kind): Candidate[] => {
    const found = kind === 'orders' ? orderWeight(table) : matchOf(kind, table);
    return found ? [{ ...found, kind, weight: found.weight + (said.get(kind) ?? 0) }] : [];
  }).sort((a, b) => b.weight - a.weight);
  const [best, second] = candidates;
  if (!best || best.weight < LEAST) {
    // A day and an amount under general names are most often sales; a person looks at them first.
    const sales = candidates.some(({ kind }) => kind === 'orders') && !isNamedNote(table);
    return sales
      ? { kinds: ['orders'], certainty: 'likely', isNote: false }
      : { kinds: [], certainty: 'none', isNote: isNamedNote(table) };
  }
  const both = PIPELINE.includes(best.kind) && isPipeline(candidates, table);
  const kinds: SourceKind[] = both ? ['orders', 'opportunities'] : [best.kind];
  const rival = both ? candidates.find(({ kind }) => !PIPELINE.includes(kind)) : second;
  const isClear = !rival || best.weight - rival.weight >= CLEAR || best.weight > 1.6 * rival.weight;
  // What the name of the file says as well needs no telling column.
  const leastOf = ({ kind }: Candidate): number => (said.has(kind) ? 0.6 : 0.8);
  const isSure = isClear || isPlainOrders(best, candidates);
  return { kinds, certainty: isSure && best.confidence >= leastOf(best) ? 'sure' : 'likely', isNote: false };
}

/**
 * A day, an amount, customer, product, seller: every kind has some of them, so that many come close by weight. Orders are what
 * has them all: no rival makes something of as many columns.
 */
const isPlainOrders = (best: Candidate, candidates: readonly Candidate[]): boolean =>
  best.kind === 'orders' &&
  best.confidence >= 0.9 &&
  candidates.every(
    (one) =>
      one === best ||
      best.weight - one.weight >= CLEAR ||
      (one.confidence < 0.9 && one.columns < best.columns) ||
      one.columns < best.columns - 1,
  );

const PIPELINE: readonly SourceKind[] = ['orders', 'opportunities'];

/** Deals with a stage of which some are won: what is won is an order. */
function isPipeline(
  candidates: readonly Candidate[],
  table: { headers: readonly string[]; sample: readonly string[][] },
): boolean {
  const known = PIPELINE.every((kind) => candidates.some((candidate) => candidate.kind === kind));
  return known && guessMapping(table.headers, table.sample).mapping.filter !== null;
}

function matchOf(
  kind: Exclude<SourceKind, 'orders'>,
  { headers, sample }: { headers: readonly string[]; sample: readonly string[][] },
): Omit<Candidate, 'kind'> | null {
  const { missing, weight, confidence, fields } = matchFields(kind, headers, sample);
  return missing.length > 0 ? null : { weight, confidence, columns: new Set(Object.values(fields)).size };
}

function orderWeight({
  headers,
  sample,
}: {
  headers: readonly string[];
  sample: readonly string[][];
}): Omit<Candidate, 'kind'> | null {
  if (guessFileRole(headers, sample) !== 'orders') return null;
  let weight = 0;
  let least = 1;
  let columns = 0;
  for (const { column, field, confidence } of guessMapping(headers, sample).columns) {
    const { kind } = fieldOf(field);
    if (kind === 'other' || field === 'own') continue;
    columns += 1;
    const main = kind === 'date' || kind === 'amount' || kind === 'quantity' || kind === 'identity';
    weight += (isGeneralName(column) ? 0.2 : 1) * confidence * (main ? 1 : 0.6);
    if (kind === 'date' || kind === 'amount') least = Math.min(least, confidence);
  }
  return { weight, confidence: least, columns };
}

/** The longest word that names a kind counts most: "sales_teams" is of sellers, not of sales. */
function nameBonus(file: string, sheet: string | null): Map<SourceKind, number> {
  const bonus = new Map<SourceKind, number>();
  const base = file.replace(/\.[a-z0-9]{1,5}$/i, '');
  for (const [name, worth] of [[base, 1.5] as const, [sheet ?? '', 1.8] as const]) {
    const words = ` ${headerWords(name.replace(/([a-z])(\d)|(\d)([a-z])/gi, '$1$3 $2$4'))} `;
    const lengths = new Map<SourceKind, number>();
    for (const kind of SOURCE_KINDS) {
      const found = KIND_WORDS[kind].map(foldKey).filter((word) => holds(words, word));
      if (found.length > 0) lengths.set(kind, Math.max(...found.map(widthOf)));
    }
    const longest = Math.max(0, ...lengths.values());
    for (const [kind, length] of lengths) {
      bonus.set(kind, Math.max(bonus.get(kind) ?? 0, worth * (length / longest) ** 2));
    }
  }
  return bonus;
}

const isChinese = (word: string): boolean => /[\u3400-\u9fff]/.test(word);

const holds = (words: string, word: string): boolean =>
  isChinese(word) ? words.includes(word) : words.includes(` ${word} `);

/** A Chinese character says as much as two or three letters. */
const widthOf = (word: string): number => (isChinese(word) ? word.length * 2.5 : word.length);

const NOTE =
  /(?:^| )(?:readme|read me|licen[cs]e|dictionary|changelog|notes?)(?: |$)|数据字典|字段说明|填表说明|说明|自述/;
const DESCRIBING = /(?:^| )(?:description|meaning|definition)(?: |$)|说明|描述|含义/;
const DESCRIBED = /(?:^| )(?:field|column|table|attribute)(?: |$)|字段|列名|表名/;

/** Read-me files, licences and dictionaries of columns: words about tables. */
function isNote({ headers, file, sheet }: { headers: readonly string[]; file: string; sheet: string | null }): boolean {
  const words = headers.map(headerWords);
  if (words.length <= 5 && words.some((word) => DESCRIBED.test(word)) && words.some((word) => DESCRIBING.test(word)))
    return true;
  return isNamedNote({ file, sheet }) && headers.length <= 3;
}

const isNamedNote = ({ file, sheet }: { file: string; sheet: string | null }): boolean =>
  NOTE.test(headerWords(sheet ?? file.replace(/\.[a-z0-9]{1,5}$/i, '')));
