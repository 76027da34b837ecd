import type { RecordsDiff, RecordType } from '~/domain/change';
import type { FactSegment } from '~/domain/fact';
import type { OrderSegment } from '~/domain/order';
import type { Plan, Workspace } from '~/domain/plan';
import type { ColumnData, LineTable, ViewLevel } from '~/engine/cube/index';
import { type CustomerSaid, withCustomerCodes } from './customerCodesOfOrders';
import { createMembers, indexMembers, type MemberIndex, type Members } from './members';
import { applyRecords, createRecords, type Records } from './records';
import type { SegmentLedger } from './segments';

/** Lines and columns of the plan's one measure group, in memory. */
export interface OpenPlan {
  id: string;
  group: string;
  lines: LineTable;
  /** By column key. */
  columns: Map<string, ColumnData>;
  /** Levels of the main hierarchy: the physical order. */
  order: ViewLevel[];
  ledger: SegmentLedger;
}

/** Everything a workspace says, in memory: the only thing commands read and change. */
export interface PlanDocument {
  records: Records;
  members: MemberIndex;
  /** Order segments of all imports that stand, by id. */
  orders: Map<string, OrderSegment>;
  /** Fact segments of all imports that stand, by id. */
  facts: Map<string, FactSegment>;
  open: OpenPlan | null;
  /** Rises with every change of orders, members or hierarchies: what is derived from them is stale then. */
  factsVersion: number;
  /** The same for what orders alone are read as: other facts, and what is said of a member, leave it as it is. */
  ordersVersion: number;
}

export const createDocument = (): PlanDocument => ({
  records: createRecords(),
  members: new Map(),
  orders: new Map(),
  facts: new Map(),
  open: null,
  factsVersion: 0,
  ordersVersion: 0,
});

/** Puts the record side of a change into effect, forward. */
export function changeRecords(document: PlanDocument, diff: RecordsDiff): void {
  applyRecords(document.records, diff);
  indexMembers(document.members, diff);
  if (diff.some(movesFacts)) document.factsVersion += 1;
  if (diff.some(movesOrders)) document.ordersVersion += 1;
}

const FACT_TYPES: ReadonlySet<RecordType> = new Set<RecordType>([
  'member',
  'hierarchy',
  'import',
  'sourceImport',
  'fact',
]);

/** Members, trees, imports and another shape of a plan change what facts are read as. */
function movesFacts(change: RecordsDiff[number]): boolean {
  if (change.type === 'plan') return change.from?.generation !== change.to?.generation;
  return FACT_TYPES.has(change.type);
}

/** What is said of a member, and what he is called, moves no order. */
const SAID_OF_MEMBER: ReadonlySet<string> = new Set(['attributes', 'name', 'key', 'aliases']);

/** Imports of orders, trees, another shape of a plan, and members that come, go, merge or change their place. */
function movesOrders(change: RecordsDiff[number]): boolean {
  if (!movesFacts(change) || change.type === 'fact' || change.type === 'sourceImport') return false;
  if (change.type !== 'member' || !change.from || !change.to) return true;
  const [from, to] = [Object.entries(change.from), Object.entries(change.to)].map((entries) =>
    JSON.stringify(entries.filter(([name]) => !SAID_OF_MEMBER.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
  return from !== to;
}

export function workspaceOf(document: PlanDocument): Workspace | null {
  for (const workspace of document.records.workspace.values()) return workspace;
  return null;
}

export const openedPlan = (document: PlanDocument): Plan | null =>
  document.open ? (document.records.plan.get(document.open.id) ?? null) : null;

/** The members of a dimension; an empty list where it has none yet. */
export const membersOf = (document: PlanDocument, dimension: string): Members =>
  document.members.get(dimension) ?? createMembers(dimension);

export const memberName = (document: PlanDocument, dimension: string, code: number): string =>
  document.members.get(dimension)?.byCode[code]?.name ?? '';

/** Segments of all imports in the order they were made, with the dimensions that a customer says for its orders. */
export const orderSegments = (document: PlanDocument): OrderSegment[] =>
  withCustomerCodes(storedSegments(document), customerSaid(document));

/** What is told by the customer of an order: by the trees of the open plan, else by the workspace's. */
function customerSaid({ records, open }: PlanDocument): CustomerSaid[] {
  const said = new Map<string, CustomerSaid>();
  for (const { plan, dimension, byCustomer } of records.hierarchy.values()) {
    if (!byCustomer || (plan !== null && plan !== open?.id) || (plan === null && said.has(dimension))) continue;
    said.set(dimension, { dimension, code: byCustomer });
  }
  return [...said.values()];
}

/** Segments as they were imported, for what writes them. */
export function storedSegments(document: PlanDocument): OrderSegment[] {
  const segments: OrderSegment[] = [];
  for (const imported of document.records.import.values()) {
    for (const id of imported.segments) {
      const segment = document.orders.get(id);
      if (segment) segments.push(segment);
    }
  }
  return segments;
}

/** The days in which orders are complete, over all imports; null without any. */
export function coverageOf(document: PlanDocument): { from: number; to: number } | null {
  let coverage: { from: number; to: number } | null = null;
  for (const { coverage: own } of document.records.import.values()) {
    coverage = coverage
      ? { from: Math.min(coverage.from, own.from), to: Math.max(coverage.to, own.to) }
      : { from: own.from, to: own.to };
  }
  return coverage;
}
