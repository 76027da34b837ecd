import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey, type Hierarchy, type Member, STANDARD_DIMENSIONS, UNASSIGNED } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { DimensionSpread } from '~/domain/shape';
import type { LineTable } from '~/engine/cube/index';
import { wholeWeights } from '~/engine/numeric/index';
import { type CommandContext, type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { regenerate } from '../generation';
import { historyParts } from '../historyParts';
import { type LineMap, type LinePart, mergedLines, splitLines } from '../lineMap';
import { hierarchyOf, levelKey } from '../members';
import { namesDimension, withoutNaming } from '../naming';
import { grownTree, newMembers, ownHierarchy, withParents, workspaceTree } from '../newMembers';
import { leafCodes } from '../pools';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { withChanges } from '../staged';
import { titleOf } from '../titleOf';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * A dimension joins the lines. Each value goes whole to one member, or is cut among members by their orders of the last
 * twelve known months or by given weights (largest remainder, exact); a line without such orders goes to *unassigned*. A
 * dimension that nobody knew comes into being with the names given; it keeps the title another plan gave it. Totals of
 * every node that was there stay.
 */
export const addDimension = (
  document: PlanDocument,
  command: Of<'dimensions/add'>,
  context: CommandContext,
): Result<Outcome> => joinDimension(document, { command }, context);

export interface JoinOptions {
  command: Of<'dimensions/add'>;
  /** Where orders do not name it: the code that each customer says, by the codes of the names given. */
  byCustomer?: (named: readonly number[]) => Uint32Array;
}

/** The same for a dimension that the customer of an order says. */
export function joinDimension(
  document: PlanDocument,
  { command, byCustomer }: JoinOptions,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension } = command;
  if (open.lines.dimensions.includes(dimension)) return fail(issue('dimension/thereAlready', { dimension }));
  const found = foundMembers(document, plan, command);
  if (!found.ok) return found;
  const founded = byCustomer ? saidByCustomer(found.value, byCustomer(found.value.named)) : found.value;
  const { records, members, named, hierarchy } = founded;
  const leaf = leafOf(document, { members, hierarchy });
  const spread = spreadOf(command.spread, named);
  const known = byCustomer ? withChanges(document, records) : document;
  const lineMap = addedMap(known, { plan, lines: open.lines, dimension, spread, leaf });
  if (!lineMap.ok) return lineMap;
  const title = command.title?.trim() || titleOf(document, plan, dimension);
  const next: Plan = {
    ...plan,
    dimensions: [...plan.dimensions, dimension],
    ...(title ? { titles: { ...plan.titles, [dimension]: title } } : {}),
  };
  const dimensions = [...open.lines.dimensions, dimension];
  return regenerate(document, { plan: next, dimensions, lineMap: lineMap.value, records }, context);
}

interface Founded {
  records: RecordsDiff;
  /** Those that come into being. */
  members: Member[];
  /** Codes of the names given, in their order. */
  named: number[];
  hierarchy: Hierarchy;
}

/** Trees that carry what customers say, so that orders are counted by it from now on. */
const saidByCustomer = (founded: Founded, byCustomer: Uint32Array): Founded => ({
  ...founded,
  hierarchy: { ...founded.hierarchy, byCustomer },
  records: founded.records.map((change) =>
    change.type === 'hierarchy' && change.to ? { ...change, to: { ...change.to, byCustomer } } : change,
  ),
});

/** The members that come with a dimension and the trees they need; names that are known already are those members. */
function foundMembers(document: PlanDocument, plan: Plan, command: Of<'dimensions/add'>): Result<Founded> {
  const { dimension } = command;
  const own = ownHierarchy(document, plan.id, dimension);
  const level = own.hierarchy.levels.at(-1) ?? dimension;
  const { byKey } = membersOf(document, dimension);
  const keyOf = (name: string): string => levelKey(level, foldKey(name));
  const names = (command.members ?? []).filter((name) => name.trim() !== '');
  const unknown = names.filter((name) => !byKey.has(keyOf(name)));
  const fresh = newMembers(document, dimension, { names: unknown, level });
  if (!fresh.ok) return fresh;
  const isStandard = (STANDARD_DIMENSIONS as readonly string[]).includes(dimension);
  if (!isStandard && !document.members.has(dimension) && fresh.value.length === 0) {
    return fail(issue('dimension/unknown', { dimension }));
  }
  const codes = fresh.value.map((member) => member.code);
  const hierarchy = withParents(grownTree(document, own.hierarchy), codes, () => UNASSIGNED);
  const isWider = codes.length > 0;
  const common = hierarchyOf(document.records, null, dimension);
  const trees: RecordsDiff = own.isNew
    ? [added('hierarchy', hierarchy)]
    : isWider
      ? [updated('hierarchy', own.hierarchy, hierarchy)]
      : [];
  const records: RecordsDiff = [
    ...fresh.value.map((member) => added('member', member)),
    ...trees,
    ...(common || !isWider ? [] : workspaceTree(hierarchy)),
  ];
  const freshCode = new Map(fresh.value.map((member) => [keyOf(member.name), member.code]));
  const named = names.map((name) => byKey.get(keyOf(name)) ?? freshCode.get(keyOf(name)) ?? UNASSIGNED);
  return ok({ records, members: fresh.value, named, hierarchy });
}

/** The spread with codes of members, where it counts the names that were given. */
function spreadOf(spread: DimensionSpread, named: readonly number[]): DimensionSpread {
  if (named.length === 0) return spread;
  const codeOf = (ordinal: number): number => (ordinal === UNASSIGNED ? UNASSIGNED : (named[ordinal - 1] ?? NOBODY));
  if (spread.kind === 'member') return { kind: 'member', member: codeOf(spread.member) };
  if (spread.kind === 'history') return spread;
  return {
    kind: 'weights',
    weights: spread.weights.map(({ member, weight }) => ({ member: codeOf(member), weight })),
  };
}

/** A code no member has. */
const NOBODY = -1;

/** Whether a code can stand in a line: *unassigned*, or a member that is not archived and has nobody below it. */
function leafOf(
  document: PlanDocument,
  { members, hierarchy }: Pick<Founded, 'members' | 'hierarchy'>,
): (code: number) => boolean {
  const parents = new Set(hierarchy.parent);
  const known = membersOf(document, hierarchy.dimension).byCode;
  return (code) => {
    if (code === UNASSIGNED) return true;
    const member = known[code] ?? members.find((fresh) => fresh.code === code);
    return member !== undefined && !member.archived && !parents.has(code);
  };
}

interface AddedMap {
  plan: Plan;
  lines: LineTable;
  dimension: string;
  spread: DimensionSpread;
  leaf: (code: number) => boolean;
}

function addedMap(document: PlanDocument, options: AddedMap): Result<LineMap> {
  const { plan, lines, dimension, spread, leaf } = options;
  const width = lines.dimensions.length + 1;
  // A member that the plan counts as another one, from when the dimension was in it before, stands under that one.
  const pooled = leafCodes(document, { dimension, pools: plan.pools, plan: plan.id });
  const write = (position: number, tuple: Uint32Array, member: number): Uint32Array => {
    for (let d = 0; d < width - 1; d += 1) tuple[d] = lines.codes[d][position];
    tuple[width - 1] = pooled?.[member] ?? member;
    return tuple;
  };
  if (spread.kind === 'member') {
    if (!leaf(spread.member)) return fail(issue('member/unknown'));
    return ok(mergedLines(lines, width, (position, tuple) => write(position, tuple, spread.member)));
  }
  const partsOf =
    spread.kind === 'history' ? byHistory(document, { plan, lines, dimension }) : byWeights(spread.weights, leaf);
  if (!partsOf.ok) return partsOf;
  const tuple = new Uint32Array(width);
  const asked = new Uint32Array(width);
  return ok(
    splitLines(lines, width, function* (position): Generator<LinePart> {
      for (let d = 0; d < width - 1; d += 1) asked[d] = lines.codes[d][position];
      for (const { member, weight } of partsOf.value(asked)) {
        yield { tuple: write(position, tuple, member), weight };
      }
    }),
  );
}

type Parts = (tuple: Uint32Array) => { member: number; weight: number }[];

function byHistory(
  document: PlanDocument,
  { plan, lines, dimension }: Pick<AddedMap, 'plan' | 'lines' | 'dimension'>,
): Result<Parts> {
  const dimensions = [...lines.dimensions, dimension];
  const place = lines.dimensions.length;
  const history = historyParts(document, { dimensions, place, pools: plan.pools, groupOf: null });
  return ok((tuple) => {
    const parts = history.of(tuple);
    return parts.length > 0 ? parts : [{ member: UNASSIGNED, weight: 1 }];
  });
}

function byWeights(
  given: Extract<DimensionSpread, { kind: 'weights' }>['weights'],
  leaf: (code: number) => boolean,
): Result<Parts> {
  const weighed = given.filter(({ weight }) => weight !== 0);
  if (given.some(({ member }) => !leaf(member))) return fail(issue('member/unknown'));
  if (weighed.length === 0 || weighed.some(({ weight }) => !(weight > 0 && Number.isFinite(weight)))) {
    return fail(issue('spread/noWeights'));
  }
  const whole = wholeWeights(Float64Array.from(weighed, ({ weight }) => weight));
  const parts = weighed.map(({ member }, i) => ({ member, weight: whole[i] }));
  return ok(() => parts);
}

/**
 * A dimension leaves the lines: lines that then have equal tuples become one, their values sum. Holds, goals, limits and
 * notes that name it go with it into the journal entry; a locked total that names it refuses.
 */
export function dropDimension(
  document: PlanDocument,
  command: Of<'dimensions/drop'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const { dimension } = command;
  const place = open.lines.dimensions.indexOf(dimension);
  if (place < 0) return fail(issue('dimension/unknown', { dimension }));
  if (open.lines.dimensions.length === 1) return fail(issue('dimension/last'));
  const gone = withoutNaming(document, plan, namesDimension(dimension));
  if (!gone.ok) return gone;
  const dimensions = open.lines.dimensions.filter((other) => other !== dimension);
  const kept = open.lines.codes.filter((_, d) => d !== place);
  const lineMap = mergedLines(open.lines, kept.length, (position, tuple) => {
    for (let d = 0; d < kept.length; d += 1) tuple[d] = kept[d][position];
  });
  const next: Plan = { ...plan, dimensions: plan.dimensions.filter((other) => other !== dimension) };
  return regenerate(document, { plan: next, dimensions, lineMap, records: gone.value }, context);
}

/** Another order of the main view. Nothing that is stored of the lines changes; they lie in the new order at once. */
export function reorderDimensions(document: PlanDocument, command: Of<'dimensions/reorder'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const wanted = [...new Set(command.dimensions)];
  if (wanted.length !== plan.dimensions.length || !plan.dimensions.every((known) => wanted.includes(known))) {
    return fail(issue('dimension/unknown'));
  }
  return ok(recordsOnly([updated('plan', plan, { ...plan, dimensions: wanted })]));
}

/** What the plan calls a dimension; a blank name gives it back the usual one. */
export function renameDimension(document: PlanDocument, command: Of<'dimensions/rename'>): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { plan } = required.value;
  const { dimension } = command;
  if (!plan.dimensions.includes(dimension) && !document.members.has(dimension)) {
    return fail(issue('dimension/unknown', { dimension }));
  }
  const { [dimension]: _old, ...others } = plan.titles ?? {};
  const title = command.to.trim();
  const titles = title === '' ? others : { ...others, [dimension]: title };
  return ok(recordsOnly([updated('plan', plan, { ...plan, titles })]));
}
