import type { CustomerListQuery } from '~/domain/customerList';
import { foldKey } from '~/domain/dimension';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { TIERS } from '~/engine/customers/index';
import { conditionTest } from '../customers/conditionTest';
import { customerCodes } from '../customers/customerCodes';
import { membersOf } from '../document';
import { listColumn } from './customerListColumn';
import type { ListScene } from './customerListScene';
import { segmentTest } from './customerListSegment';
import type { ListValues } from './customerListValues';
import { namesWith, type Reading } from './nameIndex';

/**
 * The customers that a query takes, in its order. Every word must be found in name, other spelling, reading or number of the
 * customer, whatever case or width. Who has no value to sort by comes last either way; equal ones stay in order of creation,
 * so that the order of rows in the files changes nothing. Kept for the windows that follow.
 */
export function listOrder(scene: ListScene, query: CustomerListQuery, reading: Reading | null): Uint32Array {
  const key = JSON.stringify([query, reading !== null]);
  if (scene.order?.key === key) return scene.order.codes;
  const codes = customerCodes(scene.document).filter(matcher(scene, query, reading));
  sortCodes(codes, rankOf(listColumn(scene, query.sort.by, query.segmentation)), query.sort.descending);
  scene.order = { key, codes };
  return codes;
}

function matcher(scene: ListScene, query: CustomerListQuery, reading: Reading | null): (code: number) => boolean {
  const tests: ((code: number) => boolean)[] = [];
  const { tier, stage, segment, segmentation } = query;
  if (tier !== null) {
    const wanted = tier === 'none' ? 0 : TIERS.indexOf(tier) + 1;
    tests.push(flagTest(listColumn(scene, 'tier', null), wanted));
  }
  if (stage !== null) tests.push(flagTest(listColumn(scene, 'stage', null), LIFECYCLE_STAGES.indexOf(stage) + 1));
  if (segment !== null) tests.push(segmentTest(scene, { segmentation, segment }));
  for (const condition of query.all) tests.push(conditionTest(scene, condition));
  if (foldKey(query.search) !== '') tests.push(searchTest(scene, query.search, reading));
  return (code) => tests.every((test) => test(code));
}

function flagTest({ numbers }: ListValues, wanted: number): (code: number) => boolean {
  return (code) => (wanted === 0 ? Number.isNaN(numbers?.[code] ?? Number.NaN) : numbers?.[code] === wanted);
}

function searchTest({ document }: ListScene, search: string, reading: Reading | null): (code: number) => boolean {
  const members = membersOf(document, 'customer');
  const named = namesWith(members, search, reading);
  const words = foldKey(search);
  return (code) => {
    if (named[code] === 1) return true;
    const number = members.byCode[code]?.attributes.key;
    return number !== undefined && foldKey(String(number)).includes(words);
  };
}

/** What rows are sorted by, as numbers: texts by their rank in Chinese order (Latin letters first). A trend by its last month. */
function rankOf({ numbers, texts, kind }: ListValues): (code: number) => number {
  if (numbers && kind === 'trend') return (code) => numbers[code * 12 + 11];
  if (numbers) return (code) => numbers[code];
  if (!texts) return () => Number.NaN;
  const order = new Intl.Collator('zh-CN', { numeric: true });
  const sorted = texts.texts.map((_, at) => at).sort((a, b) => order.compare(texts.texts[a], texts.texts[b]) || a - b);
  const rank = new Float64Array(texts.texts.length);
  // Equal texts share a rank; blank has none.
  sorted.forEach((at, place) => {
    const before = sorted[place - 1];
    const isSame = before !== undefined && order.compare(texts.texts[before], texts.texts[at]) === 0;
    rank[at] = texts.texts[at] === '' ? Number.NaN : isSame ? rank[before] : place;
  });
  return (code) => rank[texts.codes[code]];
}

function sortCodes(codes: Uint32Array, rank: (code: number) => number, descending: boolean): void {
  const direction = descending ? -1 : 1;
  codes.sort((a, b) => {
    const x = rank(a);
    const y = rank(b);
    if (x === y) return a - b;
    if (Number.isNaN(x)) return Number.isNaN(y) ? a - b : 1;
    return Number.isNaN(y) ? -1 : direction * (x - y);
  });
}
