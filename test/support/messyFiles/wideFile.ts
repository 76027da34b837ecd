import { createRandom } from '~/engine/numeric';
import type { Encoding } from '~/exchange/csv/encoding';
import { encodeText } from './encodeText';
import type { MessyFile } from './messyFile';
import { SIMPLE } from './salesRows';

/** What is odd about a sheet with periods as columns. */
export interface WideLayout {
  name: string;
  encoding?: Encoding;
  delimiter?: string;
  above?: string[];
  /** Names of the periods as the header writes them … */
  periods: string[];
  /** … and what they mean. */
  meaning: string[];
  /** Line above the header: groups, written over their first column. */
  groups?: (perPeriod: number) => string[];
  /** Measures per period; one without a name by default. */
  measures?: string[];
  /** Puts the measure before or behind the period in one name; otherwise it stands in the second line. */
  joined?: 'before' | 'behind';
  /** A total of the three periods before, after every third one, with this name. */
  quarterName?: (quarter: number) => string;
  totalName?: string;
  /** Rows of totals. */
  totalRow?: string;
  unit?: number;
  format?: (value: number) => string;
  /** Leaves some cells blank. */
  gaps?: boolean;
  valueHeaders?: string[];
  periodHeader?: string;
}

const COUNT = 12;

export function wideFile(layout: WideLayout, seed: number): MessyFile {
  const { periods, meaning, unit = 1, delimiter = ',', encoding = 'utf-8' } = layout;
  const random = createRandom(seed);
  const measures = layout.measures ?? [''];
  const format = layout.format ?? String;
  const lead = ['区域', '客户'];
  const header: string[] = [...lead];
  const group: string[] = lead.map(() => '');
  for (const [p, period] of periods.entries()) {
    for (const [m, measure] of measures.entries()) {
      header.push(
        layout.joined === 'before'
          ? `${measure}${period}`
          : layout.joined === 'behind'
            ? `${period}${measure}`
            : measures.length > 1
              ? measure
              : period,
      );
      group.push(measures.length > 1 && !layout.joined && m === 0 ? period : '');
    }
    if (layout.quarterName && p % 3 === 2) {
      header.push(layout.quarterName((p + 1) / 3));
      group.push('');
    }
  }
  if (layout.totalName) header.push(layout.totalName);
  const lines = [...(layout.above ?? [])];
  const two = layout.groups?.(measures.length) ?? (group.some((text) => text !== '') ? group : null);
  if (two) lines.push(two.join(delimiter));
  lines.push(header.join(delimiter));
  const headerRow = lines.length;
  const data: (string | null)[][] = [];
  const sums: number[] = [];
  let sum = 0;
  for (let r = 0; r < COUNT; r++) {
    const cells = [SIMPLE.regions[Math.floor(r / 3)], `${SIMPLE.cities[r % 5]}${SIMPLE.firms[r % 4]}${r}`];
    const names = [...cells];
    let quarter = 0;
    let total = 0;
    for (const [p] of periods.entries()) {
      const values = measures.map((_, m) =>
        layout.gaps && (r + p + m) % 5 === 0 ? null : 1 + Math.floor(random() * 90_000),
      );
      for (const value of values) {
        cells.push(value === null ? '' : format(value));
        sums[cells.length] = (sums[cells.length] ?? 0) + (value ?? 0);
      }
      quarter += values[0] ?? 0;
      total += values[0] ?? 0;
      if (values.some((value) => value !== null)) {
        data.push([...names, meaning[p], ...values.map((value) => (value === null ? null : String(value * unit)))]);
        sum += (values.at(-1) ?? 0) * unit;
      }
      if (layout.quarterName && p % 3 === 2) {
        cells.push(format(quarter));
        sums[cells.length] = (sums[cells.length] ?? 0) + quarter;
        quarter = 0;
      }
    }
    if (layout.totalName) {
      cells.push(format(total));
      sums[cells.length] = (sums[cells.length] ?? 0) + total;
    }
    lines.push(cells.join(delimiter));
  }
  if (layout.totalRow) {
    const cells = [layout.totalRow, ''];
    while (cells.length < header.length) cells.push(format(sums[cells.length + 1] ?? 0));
    lines.push(cells.join(delimiter));
  }
  const headers = [
    ...lead,
    layout.periodHeader ?? '月份',
    ...(layout.valueHeaders ?? (measures.length > 1 ? measures : ['金额'])),
  ];
  return {
    name: layout.name,
    bytes: encodeText(`${lines.join('\r\n')}\r\n`, encoding),
    truth: {
      encoding,
      delimiter,
      headerRow,
      headerRows: two ? 2 : 1,
      headers,
      rows: COUNT,
      dropped: layout.totalRow ? 1 : 0,
      data,
      sum,
      ...(unit > 1 ? { unit } : {}),
    },
  };
}

const TWELVE = Array.from({ length: 12 }, (_, i) => i + 1);
const ids = (year: number): string[] => TWELVE.map((month) => `${year}-${String(month).padStart(2, '0')}`);
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Sheets with months, quarters or years as columns. */
export const WIDE_LAYOUTS: WideLayout[] = [
  {
    name: 'months, quarter totals and a year, 万元 above',
    encoding: 'gb18030',
    above: ['2024年度销售目标分解表', '单位：万元'],
    unit: 10_000,
    periods: TWELVE.map((m) => `${m}月`),
    meaning: ids(2024),
    quarterName: (quarter) => `${quarter}季度小计`,
    totalName: '全年合计',
    totalRow: '合计',
  },
  { name: 'iso months with gaps', periods: ids(2023), meaning: ids(2023), gaps: true },
  {
    name: 'english months',
    delimiter: ';',
    periods: ENGLISH.map((m) => `${m} 24`),
    meaning: ids(2024),
    quarterName: (q) => `Q${q} 24`,
    totalName: 'Total',
  },
  {
    name: 'months under a year in a second line',
    periods: TWELVE.map((m) => `${m}月`),
    meaning: ids(2025),
    groups: () => ['', '', '2025年', ...new Array<string>(11).fill('')],
  },
  {
    name: 'two measures under each month',
    encoding: 'gb18030',
    above: ['2024年产销存'],
    periods: TWELVE.slice(0, 6).map((m) => `${m}月`),
    meaning: ids(2024).slice(0, 6),
    measures: ['数量', '金额'],
  },
  {
    name: 'two measures in one name',
    periods: ids(2024).slice(0, 4),
    meaning: ids(2024).slice(0, 4),
    measures: ['目标', '实际'],
    joined: 'behind',
  },
  {
    name: 'measure before the month',
    above: ['2022年'],
    periods: TWELVE.map((m) => `${m}月`),
    meaning: ids(2022),
    measures: ['销售额'],
    joined: 'before',
    valueHeaders: ['销售额'],
  },
  {
    name: 'quarters only',
    periods: ['2024年一季度', '2024年二季度', '2024年三季度', '2024年四季度'],
    meaning: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'],
    periodHeader: '季度',
    totalName: '合计',
  },
  {
    name: 'years only',
    periods: ['2022年', '2023年', '2024年'],
    meaning: ['2022', '2023', '2024'],
    periodHeader: '年份',
    totalRow: '总计',
  },
  {
    name: 'chinese month names',
    above: ['2024年销售'],
    periods: ['一月', '二月', '三月', '四月', '五月', '六月'],
    meaning: ids(2024).slice(0, 6),
    totalName: '上半年合计',
    totalRow: '合　计',
  },
];
