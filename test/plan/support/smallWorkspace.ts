import type { Command, PlanSettings } from '~/domain/command';
import type { Step } from '~/domain/journal';
import type { OrderBatch } from '~/domain/order';
import { type Day, dayOf } from '~/domain/period';
import { createDocument, type PlanDocument } from '~/plan/document';
import { historyOf } from '~/plan/history';
import { type Applied, runCommand } from '~/plan/run';

export const day = (iso: string): Day => {
  const [year, month, date] = iso.split('-').map(Number);
  return dayOf(year, month, date);
};

/** A made-up order line: names stand for members, amounts are minor units. */
export interface OrderLine {
  on: string;
  amount: number;
  region?: string;
  seller?: string;
  product?: string;
  customer?: string;
  /** Order number; one order per line when not given. */
  order?: number;
}

export interface Tree {
  dimension: string;
  levels: string[];
  /** Name of a leaf → name of its parent, for two levels. */
  parents: Record<string, string>;
  attributes?: Record<string, Record<string, string | number>>;
}

/** A batch as an import would hand it over, from a table of lines. */
export function batchOf(
  lines: readonly OrderLine[],
  options: { coverage: { from: string; to: string }; trees?: Tree[]; name?: string },
): OrderBatch {
  const named = ['region', 'seller', 'product', 'customer'] as const;
  const dimensions = named.filter((id) => lines.some((line) => line[id] !== undefined));
  const codes: Record<string, Uint32Array> = {};
  const batchDimensions = dimensions.map((dimension) => {
    const tree = options.trees?.find((entry) => entry.dimension === dimension);
    const leaf = tree?.levels.at(-1) ?? dimension;
    const members: OrderBatch['dimensions'][number]['members'] = [{ name: '', level: leaf, parent: 0 }];
    const index = new Map<string, number>();
    const take = (name: string, level: string, parent: number): number => {
      const key = `${level}:${name}`;
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, members.length);
      const attributes = tree?.attributes?.[name];
      members.push({ name, level, parent, ...(attributes ? { attributes } : {}) });
      return members.length - 1;
    };
    codes[dimension] = Uint32Array.from(lines, (line) => {
      const name = line[dimension];
      if (name === undefined) return 0;
      const above = tree?.parents[name];
      return take(name, leaf, above === undefined ? 0 : take(above, tree?.levels[0] ?? leaf, 0));
    });
    return { dimension, levels: tree?.levels ?? [dimension], members };
  });
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    name: options.name ?? 'orders.csv',
    dimensions: batchDimensions,
    segments: [
      {
        count: lines.length,
        day: Int32Array.from(lines, (line) => day(line.on)),
        codes,
        amount: Float64Array.from(lines, (line) => line.amount),
        quantity: null,
        order: Float64Array.from(lines, (line, i) => line.order ?? 1_000_000 + i),
        row: Float64Array.from(lines, (line, i) => day(line.on) * 1000 + i),
      },
    ],
    coverage: { from: day(options.coverage.from), to: day(options.coverage.to) },
    report: {
      source: options.name ?? 'orders.csv',
      rowsIn: lines.length,
      kept: lines.length,
      reported: 0,
      byReason: {},
      warnings: {},
      amount,
      rows: [],
      headers: [],
      unmatched: [],
    },
  };
}

/** A document with its journal, changed by real commands only. */
export interface SmallWorkspace {
  document: PlanDocument;
  steps: Step[];
  run: (command: Command, batch?: OrderBatch) => Applied;
  undone: () => ReadonlySet<number>;
}

export function createWorkspace(today: string): SmallWorkspace {
  const document = createDocument();
  const steps: Step[] = [];
  return {
    document,
    steps,
    run(command, batch) {
      const seq = steps.length + 1;
      const context = { today: day(today), now: `${today}T08:00:00`, seq, batchOf: () => batch ?? null };
      const applied = runCommand(document, command, context);
      if (!applied.ok) throw new Error(`${command.name}: ${JSON.stringify(applied.issues)}`);
      const { effect } = applied.value.outcome;
      steps.push({
        seq,
        scope: command.name.startsWith('orders/') ? 'workspace' : (document.open?.id ?? 'workspace'),
        command: { name: command.name, args: command },
        who: 'tester',
        wallTime: context.now,
        effect,
      });
      return applied.value;
    },
    undone: () => historyOf(steps, document.open?.id ?? null).undone,
  };
}

export const settingsOf = (more: Partial<PlanSettings>): PlanSettings => ({
  name: 'Plan',
  currency: 'USD',
  calendar: { kind: 'months', startMonth: 1, nameBy: 'end' },
  fiscalYear: 2026,
  dimensions: ['region', 'seller'],
  keyCustomers: null,
  base: 'lastYear',
  target: 0,
  names: { pooledCustomers: 'Others', defaultMember: 'Default' },
  ...more,
});

/** The same line on the tenth of every month from one to another, both inside. */
export function everyMonth(from: string, to: string, line: Omit<OrderLine, 'on'>): OrderLine[] {
  const lines: OrderLine[] = [];
  let [year, month] = from.split('-').map(Number);
  const [lastYear, lastMonth] = to.split('-').map(Number);
  while (year < lastYear || (year === lastYear && month <= lastMonth)) {
    lines.push({ ...line, on: `${year}-${month}-10` });
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return lines;
}
