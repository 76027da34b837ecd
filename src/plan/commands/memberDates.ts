import type { Hold } from '~/domain/cell';
import type { CellDelta } from '~/domain/change';
import type { Command } from '~/domain/command';
import { type Member, UNASSIGNED } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { BASELINE, type Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import {
  appendLines,
  type ColumnData,
  findLine,
  HELD,
  type LeafEdit,
  ownPeriod,
  rowList,
  SPOKEN,
} from '~/engine/cube/index';
import { noEffect, type Outcome, recordsOnly } from '../context';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { isThere } from '../memberDates';
import { brokenTotals, totalHeld } from '../naming';
import { updated } from '../records';
import { requirePlan, rowsAt, selectionOf } from '../resolve';
import { takeBack } from '../takeBack';
import { cellName, holdName } from './refusal';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Columns that no command but their own may move: the frozen base and what was handed down. */
const FROZEN_LAYERS: ReadonlySet<string> = new Set([BASELINE.layer, 'issued']);

/**
 * When a member comes and goes, and how long it ramps up. Periods of the plan outside are blank and locked for it; what it
 * had there goes to *unassigned* in the same period, so that no total of a period moves and nobody else is charged unasked.
 * Closed periods, the base and the issued version stay. Locked numbers there refuse it.
 */
export function setMemberDates(document: PlanDocument, command: Of<'members/setDates'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension, code, from, to, rampMonths } = command;
  const member = membersOf(document, dimension).byCode[code];
  if (!member || code === UNASSIGNED) return fail(issue('member/unknown'));
  if ((from !== null && to !== null && to < from) || !(rampMonths >= 0)) return fail(issue('member/dates'));
  const { validFrom: _from, validTo: _to, rampMonths: _ramp, ...others } = member;
  const dated: Member = {
    ...others,
    ...(from === null ? {} : { validFrom: from }),
    ...(to === null ? {} : { validTo: to }),
    ...(rampMonths > 0 ? { rampMonths } : {}),
  };
  const outcome = recordsOnly([updated('member', member, dated)]);
  const shut = plan.periods.flatMap((period, p) =>
    isThere(dated, period) || plan.closedPeriods.includes(period.id) ? [] : [p],
  );
  if (shut.length === 0 || !open.lines.dimensions.includes(dimension)) return ok(outcome);
  const moved = vacate(document, { open, plan, dimension, code, shut });
  return moved.ok ? ok({ ...moved.value, change: { ...moved.value.change, records: outcome.change.records } }) : moved;
}

interface Vacated {
  open: OpenPlan;
  plan: Plan;
  dimension: string;
  code: number;
  /** Indexes of the periods that become blank. */
  shut: number[];
}

/** Moves what a member has in some periods to the lines with *unassigned* in its place. */
function vacate(document: PlanDocument, vacated: Vacated): Result<Outcome> {
  const { open, plan, dimension, code, shut } = vacated;
  const { lines } = open;
  const place = lines.dimensions.indexOf(dimension);
  const columns = [...open.columns].filter(([key]) => !FROZEN_LAYERS.has(key.split('/')[1]));
  const rows = rowList(rowsAt(document, open, { [dimension]: code })).filter((row) =>
    columns.some(([, { state }]) => shut.some((p) => (state[p][row] & SPOKEN) !== 0)),
  );
  const twins = twinsOf(open, place, rows);
  const linesAdded = twins.added ? { first: twins.added.first, count: twins.added.codes[0].length } : undefined;
  const held = columns.some(([, { state }]) =>
    rows.some((row, i) => shut.some((p) => isHeld(state[p], row) || isHeld(state[p], twins.rows[i]))),
  );
  const freezes = freezesOn(document, { plan, rows: new Set([...rows, ...twins.rows]), shut });
  if (held || freezes.length > 0) {
    takeBack(open, { edits: [], linesAdded });
    const names = freezes.map((hold) => holdName(document, hold)).join('; ');
    const periods = shut.map((p) => plan.periods[p].id);
    const holds = names === '' ? cellName(document, { at: { [dimension]: code }, periods }) : names;
    return fail(issue('target/nothingFree', { amount: 0, holds, holdIds: freezes.map(({ id }) => id).join(',') }));
  }
  const edits = columns.map(([key, column]) => ({
    column: key,
    edit: moveLeaves(column, { rows, twins: twins.rows, shut }),
  }));
  const broken = brokenTotals(document, plan);
  const delta: CellDelta[] = twins.added
    ? [{ kind: 'lines', plan: plan.id, group: open.group, generation: plan.generation, ...twins.added }]
    : [];
  const outcome: Outcome = {
    change: { records: [], cells: delta },
    edits,
    linesAdded,
    effect: {
      ...noEffect,
      leaves: edits.reduce((sum, { edit }) => sum + edit.moved, 0),
      linesAdded: linesAdded?.count ?? 0,
    },
  };
  if (broken.length === 0) return ok(outcome);
  takeBack(open, outcome);
  return fail(totalHeld(document, broken));
}

const isHeld = (state: Uint8Array, row: number): boolean => ((state[row] ?? 0) & HELD) !== 0;

/** Freezes that cover some of these lines in some of these periods. */
function freezesOn(
  document: PlanDocument,
  { plan, rows, shut }: { plan: Plan; rows: ReadonlySet<number>; shut: number[] },
): Hold[] {
  return [...document.records.hold.values()].filter(({ plan: owner, kind, cell }) => {
    if (owner !== plan.id || kind !== 'freeze') return false;
    const frozen = selectionOf(document, plan, cell);
    return frozen.periods.some((p) => shut.includes(p)) && rowList(frozen.rows).some((row) => rows.has(row));
  });
}

/** For each line its place where the member is *unassigned*; lines that are not there yet are added, blank. */
function twinsOf(open: OpenPlan, place: number, rows: Uint32Array) {
  const { lines } = open;
  const tuples = Array.from(rows, (row) => lines.codes.map((codes, d) => (d === place ? UNASSIGNED : codes[row])));
  const seen = new Set<string>();
  const missing = tuples.filter((tuple) => {
    const key = tuple.join();
    if (findLine(lines, tuple) !== null || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const codes = lines.dimensions.map((_, d) => Uint32Array.from(missing, (tuple) => tuple[d]));
  const first = missing.length > 0 ? appendLines(lines, [...open.columns.values()], codes) : 0;
  const positions = Uint32Array.from(tuples, (tuple) => lines.positionOf[findLine(lines, tuple) ?? 0]);
  return { rows: positions, added: missing.length > 0 ? { first, codes } : null };
}

interface LeafMove {
  rows: Uint32Array;
  twins: Uint32Array;
  shut: number[];
}

/** Adds the values of lines to their twins and blanks them, in some periods of one column. */
function moveLeaves(column: ColumnData, move: LeafMove): LeafEdit {
  const edit: LeafEdit = { changes: [], moved: 0, held: 0, equalSpread: false };
  const touched = Uint32Array.from(new Set([...move.rows, ...move.twins])).sort();
  for (const period of move.shut) {
    ownPeriod(column, period);
    const value = column.value[period];
    const state = column.state[period];
    const old = Float64Array.from(touched, (row) => value[row]);
    const oldState = Uint8Array.from(touched, (row) => state[row]);
    move.rows.forEach((row, i) => {
      if ((state[row] & SPOKEN) === 0) return;
      value[move.twins[i]] += value[row];
      state[move.twins[i]] |= SPOKEN;
      value[row] = 0;
      state[row] = 0;
      edit.moved += 1;
    });
    edit.changes.push({
      period,
      rows: touched,
      old,
      oldState,
      new: Float64Array.from(touched, (row) => value[row]),
      newState: Uint8Array.from(touched, (row) => state[row]),
    });
  }
  return edit;
}
