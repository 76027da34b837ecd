import { attributeOf, type ListColumn, type ListGap, type ListKind } from '~/domain/customerList';
import type { CustomerColumn, CustomerFigure } from '~/domain/segmentation';
import { customerColumn } from '../customers/customerColumns';
import { customerSilence } from '../customers/customerSilence';
import { customerTrend } from '../customers/customerTrend';
import { type CustomerValues, plainColumn } from '../customers/plainColumn';
import { memberName, membersOf } from '../document';
import { customerAlive } from './customerListAlive';
import { customerRisk } from './customerListRisk';
import type { ListScene } from './customerListScene';
import { listSegment } from './customerListSegment';
import { listStage, listTier } from './customerListStanding';
import { listAttainment, listTarget } from './customerListTarget';
import type { ListValues } from './customerListValues';
import { nextVisits } from './customerListVisits';
import { orderCoverage } from './orderCoverage';

/** A column of the list; made once per scene and segmentation. */
export function listColumn(scene: ListScene, column: ListColumn, segmentation: string | null): ListValues {
  const key = column === 'segment' ? `segment ${segmentation ?? ''}` : column;
  const known = scene.columns.get(key);
  if (known) return known;
  const made = readColumn(scene, column, segmentation);
  scene.columns.set(key, made);
  return made;
}

const FIGURES: Partial<Record<ListColumn, { figure: CustomerFigure; kind: ListKind; sums: boolean }>> = {
  recencyDays: { figure: 'recencyDays', kind: 'count', sums: false },
  frequency: { figure: 'frequency', kind: 'count', sums: true },
  sales12: { figure: 'sales12', kind: 'money', sums: true },
  salesBefore: { figure: 'salesBefore', kind: 'money', sums: true },
  share: { figure: 'share', kind: 'share', sums: true },
  score: { figure: 'score', kind: 'number', sums: false },
  orders: { figure: 'orders', kind: 'count', sums: true },
  categories: { figure: 'categories', kind: 'count', sums: false },
  firstOrderDays: { figure: 'firstOrderDays', kind: 'count', sums: false },
};

const MEMBERS = ['seller', 'region', 'settlementMethod', 'salesMode'] as const;

function readColumn(scene: ListScene, column: ListColumn, segmentation: string | null): ListValues {
  const plain = FIGURES[column];
  if (plain) return figureColumn(scene, plain);
  const member = MEMBERS.find((dimension) => dimension === column);
  if (member) return memberColumn(scene, member);
  const attribute = attributeOf(column);
  if (attribute !== null) return valuesOf(plainColumn(scene, { kind: 'attribute', attribute }), attribute);
  switch (column) {
    case 'name':
      return nameColumn(scene);
    case 'tier':
      return flags(listTier(scene).tier, null);
    case 'stage':
      return flags(listStage(scene), orderCoverage(scene.document) ? null : 'noOrders');
    case 'segment':
      return listSegment(scene, segmentation);
    case 'growth':
      return growthColumn(scene);
    case 'averageOrder':
      return averageOrderColumn(scene);
    case 'trend':
      return trendColumn(scene);
    case 'target':
      return listTarget(scene);
    case 'attainment':
      return listAttainment(scene);
    case 'nextVisit':
      return nextVisits(scene);
    case 'risk':
      return customerRisk(scene);
    case 'alive':
      return customerAlive(scene);
    case 'silence': {
      const { times } = customerSilence(scene.document, scene.cache);
      return { kind: 'times', numbers: times, texts: null, total: null, gap: noOrders(scene) };
    }
    default:
      throw new RangeError(`no column ${column}`);
  }
}

const noOrders = ({ document }: ListScene): ListGap | null => (orderCoverage(document) ? null : 'noOrders');

function figureColumn(
  scene: ListScene,
  { figure, kind, sums }: { figure: CustomerFigure; kind: ListKind; sums: boolean },
): ListValues {
  const numbers = numbersOf(scene, { kind: 'figure', figure });
  const isBlank = figure === 'salesBefore' && numbers.every((value) => Number.isNaN(value));
  return {
    kind,
    numbers,
    texts: null,
    total: sums ? (codes) => sumOf(numbers, codes) : null,
    gap: noOrders(scene) ?? (isBlank ? 'noYearBefore' : null),
  };
}

/** Growth of all together is that of their sums: a customer without a year before counts in neither. */
function growthColumn(scene: ListScene): ListValues {
  const now = numbersOf(scene, { kind: 'figure', figure: 'sales12' });
  const before = numbersOf(scene, { kind: 'figure', figure: 'salesBefore' });
  const total = (codes: Uint32Array): number | null => {
    const base = sumOf(before, codes);
    const sold = sumOf(now, codes);
    return base === null || sold === null || base <= 0 ? null : sold / base - 1;
  };
  const { gap } = figureColumn(scene, { figure: 'salesBefore', kind: 'money', sums: true });
  return { kind: 'share', numbers: numbersOf(scene, { kind: 'figure', figure: 'growth' }), texts: null, total, gap };
}

function averageOrderColumn(scene: ListScene): ListValues {
  const sold = numbersOf(scene, { kind: 'figure', figure: 'sales12' });
  const orders = numbersOf(scene, { kind: 'figure', figure: 'orders' });
  const total = (codes: Uint32Array): number | null => {
    const count = sumOf(orders, codes) ?? 0;
    return count > 0 ? Math.round((sumOf(sold, codes) ?? 0) / count) : null;
  };
  const numbers = numbersOf(scene, { kind: 'figure', figure: 'averageOrder' });
  return { kind: 'money', numbers, texts: null, total, gap: noOrders(scene) };
}

function trendColumn(scene: ListScene): ListValues {
  const trend = customerTrend(scene.document, scene.cache);
  return { kind: 'trend', numbers: trend?.amount ?? null, texts: null, total: null, gap: noOrders(scene) };
}

function nameColumn({ document }: ListScene): ListValues {
  const { byCode, next } = membersOf(document, 'customer');
  const texts = Array.from({ length: next }, (_, code) => (code === 0 ? '' : (byCode[code]?.name ?? '')));
  const codes = Uint32Array.from({ length: next }, (_, code) => code);
  return { kind: 'text', numbers: null, texts: { codes, texts }, total: null, gap: null };
}

function memberColumn(scene: ListScene, dimension: (typeof MEMBERS)[number]): ListValues {
  const column = plainColumn(scene, { kind: 'member', dimension });
  if (column.kind !== 'member') throw new TypeError(`${dimension} is no member`);
  const { next } = membersOf(scene.document, dimension);
  const texts = Array.from({ length: next }, (_, code) =>
    code === 0 ? '' : memberName(scene.document, dimension, code),
  );
  return { kind: 'text', numbers: null, texts: { codes: column.codes, texts }, total: null, gap: null };
}

/** Attributes that are money by name are shown as such. */
const MONEY_ATTRIBUTES: ReadonlySet<string> = new Set(['potential', 'creditLimit']);

function valuesOf(column: CustomerValues, attribute: string): ListValues {
  if (column.kind === 'number') {
    const { values } = column;
    const isMoney = MONEY_ATTRIBUTES.has(attribute);
    return {
      kind: isMoney ? 'money' : 'number',
      numbers: values,
      texts: null,
      total: isMoney ? (codes) => sumOf(values, codes) : null,
      gap: null,
    };
  }
  const texts = column.kind === 'text' ? { codes: column.codes, texts: column.texts } : null;
  return { kind: 'text', numbers: null, texts, total: null, gap: null };
}

function flags(states: Uint8Array, gap: ListGap | null): ListValues {
  const numbers = Float64Array.from(states, (state) => (state === 0 ? Number.NaN : state));
  return { kind: 'flag', numbers, texts: null, total: null, gap };
}

function numbersOf(scene: ListScene, column: CustomerColumn): Float64Array {
  const values = customerColumn(scene, column);
  if (values.kind !== 'number') throw new TypeError('a figure is a number');
  return values.values;
}

/** Sum of what is known; null where nothing is. */
export function sumOf(numbers: Float64Array, codes: Uint32Array): number | null {
  let sum = 0;
  let known = false;
  for (let i = 0; i < codes.length; i += 1) {
    const value = numbers[codes[i]];
    if (Number.isNaN(value)) continue;
    sum += value;
    known = true;
  }
  return known ? sum : null;
}
