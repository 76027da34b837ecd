import type { Command } from '~/domain/command';
import { WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  atOfRow,
  CELL_BLANK,
  CELL_CLOSED,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_NEW,
  CELL_TOTAL_HELD,
  ROW_OPEN,
  ROW_PARENT,
  rowPart,
  type SheetBlock,
  type SheetField,
  type SheetRows,
} from '~/domain/sheet';
import type { HostStatus } from '~/domain/status';
import type { HostCalls, Patch, SheetWindow } from '~/state/protocol';
import {
  CALENDAR,
  CLOSED,
  DIMENSIONS,
  keyOf,
  nameOf,
  type SampleLanguage,
  type SampleState,
  samplePlan,
  spread,
  under,
  YEAR,
} from './samplePlan';

type Row = { id: string; label: string; level: number; parent: boolean };

const MONTHS: SheetField[] = YEAR.periods.map(({ id }) => ({
  id: `m:${id}`,
  kind: 'month',
  periods: [id],
  editable: true,
}));
const ALL = YEAR.periods.map(({ id }) => id);
const FIELDS: SheetField[] = [
  { id: 'y:2027', kind: 'year', periods: ALL, editable: true },
  { id: 'lastYear', kind: 'lastYear', periods: ALL, editable: false },
  { id: 'growth', kind: 'growth', periods: ALL, editable: false },
  { id: 'goal', kind: 'goal', periods: ALL, editable: true },
  ...YEAR.quarters.flatMap((quarter): SheetField[] => [
    ...MONTHS.slice(quarter.first, quarter.last + 1),
    { id: `q:${quarter.id}`, kind: 'quarter', periods: ALL.slice(quarter.first, quarter.last + 1), editable: true },
  ]),
];

/** A host without worker, engine or storage: one small plan in memory that answers what the sheet asks. */
export function sampleHost(language: SampleLanguage): HostCalls {
  let state = samplePlan();
  let revision = 1;
  let version = 1;
  let sheet = 0;
  let dimensions: string[] = [...DIMENSIONS];
  let open = new Set<string>();
  const past: SampleState[] = [];
  const future: SampleState[] = [];

  const children = (id: string): Row[] => {
    const at = atOfRow(id);
    const depth = id === 'all' ? 0 : id.split('/').length;
    const dimension = dimensions[depth];
    if (dimension === undefined) return [];
    const matches = state.leaves.filter(under({ column: WORKING_TARGET, at, periods: [ALL[0]] }));
    const axis = DIMENSIONS.indexOf(dimension as 'region');
    const codes = [...new Set(matches.map((leaf) => leaf.path[axis]))];
    const prefix = id === 'all' ? '' : `${id}/`;
    return codes.map((code) => ({
      id: prefix + rowPart(dimension, code),
      label: nameOf(dimension, code, language),
      level: depth + 1,
      parent: depth + 1 < dimensions.length,
    }));
  };
  const rowsNow = (): Row[] => {
    const walk = (id: string): Row[] => children(id).flatMap((row) => [row, ...(open.has(row.id) ? walk(row.id) : [])]);
    return [{ id: 'all', label: 'all', level: 0, parent: true }, ...walk('all')];
  };
  const sheetRows = (): SheetRows => {
    const rows = rowsNow();
    return {
      sheet,
      version,
      fields: FIELDS,
      ids: rows.map((row) => row.id),
      labels: rows.map((row) => row.label),
      level: Uint8Array.from(rows, (row) => row.level),
      flags: Uint8Array.from(rows, (row) => (row.parent ? ROW_PARENT : 0) | (open.has(row.id) ? ROW_OPEN : 0)),
      totalRows: 216,
    };
  };

  const cellNumber = (id: string, field: SheetField): [number, number] => {
    const cell = { column: WORKING_TARGET, at: atOfRow(id), periods: field.periods };
    const leaves = state.leaves.filter(under(cell));
    const sum = (pick: (leaf: (typeof leaves)[number]) => number | null) => {
      const spoken = leaves.map(pick).filter((value): value is number => value !== null);
      return spoken.length === 0 ? null : spoken.reduce((a, b) => a + b, 0);
    };
    if (field.kind === 'goal') return id === 'all' && state.goal !== null ? [state.goal, 0] : [0, CELL_BLANK];
    const value = sum((leaf) => leaf.value);
    const last = sum((leaf) => leaf.lastYear);
    if (field.kind === 'lastYear') return last === null ? [0, CELL_BLANK] : [last, 0];
    if (field.kind === 'growth')
      return last === null || value === null ? [0, CELL_BLANK | CELL_NEW] : [value / last - 1, 0];
    const heldCount = leaves.filter((leaf) => leaf.held).length;
    let flags = value === null ? CELL_BLANK : 0;
    if (heldCount > 0) flags |= heldCount === leaves.length ? CELL_HELD_ALL : CELL_HELD_SOME;
    if (field.periods.every((period) => CLOSED.includes(period))) flags |= CELL_CLOSED;
    if (state.inputs.has(keyOf(cell))) flags |= CELL_INPUT;
    if (state.frozen.has(keyOf(cell))) flags |= CELL_FROZEN;
    if (state.totals.has(keyOf(cell))) flags |= CELL_TOTAL_HELD;
    return [value ?? 0, flags];
  };

  const block = ({ first, count }: SheetWindow): SheetBlock => {
    const rows = rowsNow().slice(first, first + count);
    const numbers = rows.flatMap((row) => FIELDS.map((field) => cellNumber(row.id, field)));
    const allocated = state.leaves.reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
    return {
      sheet,
      version,
      revision,
      first,
      count: rows.length,
      values: Float64Array.from(numbers, ([value]) => value),
      flags: Uint16Array.from(numbers, ([, flags]) => flags),
      footer: {
        allocated,
        goal: state.goal,
        unallocated: state.goal === null ? null : Math.max(0, state.goal - allocated),
        hasNodeGoals: false,
        holds: state.frozen.size + state.totals.size,
        notInPlan: 3,
      },
    };
  };

  const status = (): HostStatus => ({
    workspace: { id: 'w', name: 'Sample', currency: 'CNY', minorUnit: 2, sample: true },
    plan: {
      id: 'p',
      name: 'FY2027',
      currency: 'CNY',
      minorUnit: 2,
      calendar: CALENDAR,
      fiscalYear: 2027,
      periods: YEAR.periods,
      dimensions: [...DIMENSIONS],
      groups: [],
      scenarios: ['base'],
      generation: 1,
      base: {
        kind: 'lastYear',
        total: null,
        estimate: null,
        from: ALL[0],
        to: ALL[11],
        takenOn: '2027-01-01',
        unknownMonths: 0,
        forecastMonths: 0,
      },
      closedPeriods: CLOSED,
      pools: [],
    },
    plans: [],
    dimensions: DIMENSIONS.map((id) => ({ id, levels: [id], members: 6 })),
    revision,
    savedRevision: revision,
    save: 'saved',
    saveIssue: null,
    readOnly: null,
    undo: past.length > 0 ? { seq: past.length, command: 'targets/setCell' } : null,
    redo: future.length > 0 ? { seq: past.length, command: 'targets/setCell' } : null,
    asOf: null,
    past: null,
  });

  const patch = (window: SheetWindow | null, effect: Partial<Patch['effect']>): Result<Patch> =>
    ok({
      effect: { command: 'targets/setCell', leaves: 0, linesAdded: 0, held: 0, equalSpread: false, ...effect },
      status: status(),
      block: window ? block(window) : null,
      rows: null,
    });

  const carryOut = (next: SampleState, command: Command): Result<Partial<Patch['effect']>> => {
    if (command.name === 'targets/setCell') {
      const done = spread(next, command.cell, command.amount);
      if (!done.ok) return fail(...done.issues);
      next.inputs.add(keyOf(command.cell));
      return ok({ leaves: done.moved, held: done.held });
    }
    if (command.name === 'targets/clearCell') {
      const free = next.leaves.filter(under(command.cell)).filter((leaf) => !leaf.held);
      for (const leaf of free) leaf.value = null;
      next.inputs.delete(keyOf(command.cell));
      return ok({ leaves: free.length });
    }
    if (command.name === 'targets/setCells') {
      let leaves = 0;
      for (const { cell, amount } of command.cells) {
        const part: Command =
          amount === null ? { name: 'targets/clearCell', cell } : { name: 'targets/setCell', cell, amount };
        const done = carryOut(next, part);
        if (!done.ok) return done;
        leaves += done.value.leaves ?? 0;
      }
      return ok({ leaves });
    }
    if (command.name === 'holds/add' || command.name === 'holds/release') {
      const adds = command.name === 'holds/add';
      const key = keyOf(command.cell);
      const total = adds ? command.kind === 'total' : next.totals.has(key);
      const records = total ? next.totals : next.frozen;
      if (adds) records.set(key, command.cell);
      else records.delete(key);
      if (!total) for (const leaf of next.leaves.filter(under(command.cell))) leaf.held = adds;
      return ok({});
    }
    if (command.name === 'goals/set') next.goal = command.amount;
    if (command.name === 'goals/clear') next.goal = null;
    return ok({});
  };

  const copyOf = (from: SampleState): SampleState => ({
    leaves: from.leaves.map((leaf) => ({ ...leaf })),
    inputs: new Set(from.inputs),
    frozen: new Map(from.frozen),
    totals: new Map(from.totals),
    goal: from.goal,
  });

  const step = (from: SampleState[], to: SampleState[], window: SheetWindow | null): Result<Patch> => {
    const next = from.pop();
    if (!next) return fail({ code: 'history/nothingToUndo' });
    to.push(state);
    state = next;
    revision += 1;
    return patch(window, { undone: 'targets/setCell' });
  };

  const calls: Partial<HostCalls> = {
    start: async () => status(),
    async openSheet(query) {
      sheet += 1;
      version += 1;
      dimensions = query.dimensions;
      open = new Set(query.open ?? []);
      return ok(sheetRows());
    },
    async toggleRow(_sheet, row, wide) {
      if (wide) open.add(row);
      else open.delete(row);
      version += 1;
      return ok(sheetRows());
    },
    sheetBlock: async (window) => ok(block(window)),
    async dispatch(command, window) {
      const next = copyOf(state);
      const done = carryOut(next, command);
      if (!done.ok) return done;
      past.push(state);
      future.length = 0;
      state = next;
      revision += 1;
      return patch(window, { command: command.name, ...done.value });
    },
    rangeSummary: async () => fail({ code: 'plan/notOpen' }),
    undo: async (window) => step(past, future, window),
    redo: async (window) => step(future, past, window),
    async preview(command) {
      const next = copyOf(state);
      if (command.name !== 'targets/setCell')
        return ok({ leaves: 1, held: 0, addsLines: 0, before: null, after: 0, issues: [] });
      const done = spread(next, command.cell, command.amount);
      return ok({
        leaves: done.ok ? done.moved : 0,
        held: done.ok ? done.held : 0,
        addsLines: 0,
        before: done.ok ? done.before : null,
        after: command.amount,
        issues: done.ok ? [] : done.issues,
      });
    },
    async story(cell) {
      const leaves = state.leaves.filter(under(cell));
      const labels = dimensions.flatMap((d) => (cell.at[d] === undefined ? [] : [nameOf(d, cell.at[d], language)]));
      const spoken = leaves.filter((leaf) => leaf.value !== null);
      const value = spoken.length === 0 ? null : spoken.reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
      return ok({
        labels,
        value,
        last: null,
        leaves: leaves.length,
        held: leaves.filter((leaf) => leaf.held).length,
        holds: [],
        goal: null,
      });
    },
  };
  // What the grid does not need is not there, and says so as a value.
  return new Proxy(calls as HostCalls, {
    get: (own, name: keyof HostCalls) =>
      own[name] ?? (async () => fail({ code: 'worker/unknown', params: { message: name } })),
  });
}
