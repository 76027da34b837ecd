import type { Command } from '~/domain/command';
import { foldKey, type Hierarchy, type Member, type MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Division } from '~/domain/segmentation';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import { type ClassesNow, classesNow } from '../customers/classesNow';
import { CLASS_OF, customerCodes } from '../customers/customerCodes';
import { membersOf, openedPlan, type PlanDocument } from '../document';
import { hierarchiesOf, levelKey } from '../members';
import { mergedMembers } from '../mergedMembers';
import { newMembers, ownHierarchy } from '../newMembers';
import { added, removed, updated } from '../records';
import { joinDimension } from './dimensions';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Classes that a dimension may have: beyond it nobody plans by them. */
const MOST_CLASSES = 200;

/** Keeps a way to divide the customers, or a new one under the id ''. Names and at least one class or column are needed. */
export function setSegmentation(
  document: PlanDocument,
  { segmentation }: Of<'segments/set'>,
  context: CommandContext,
): Result<Outcome> {
  const name = segmentation.name.trim();
  if (name === '' || !isWhole(segmentation.division)) return fail(issue('segment/incomplete'));
  const { segmentation: table } = document.records;
  if ([...table.values()].some((other) => other.id !== segmentation.id && foldKey(other.name) === foldKey(name))) {
    return fail(issue('member/duplicateKey', { name }));
  }
  const old = segmentation.id === '' ? undefined : table.get(segmentation.id);
  if (segmentation.id !== '' && !old) return fail(issue('segment/unknown'));
  const next = { ...segmentation, name, id: old?.id ?? newId('sg', context) };
  return ok(recordsOnly([old ? updated('segmentation', old, next) : added('segmentation', next)]));
}

function isWhole(division: Division): boolean {
  if (division.kind === 'matrix') return JSON.stringify(division.rows) !== JSON.stringify(division.columns);
  if (division.kind === 'quantiles') return division.parts >= 2 && division.parts <= 20;
  const ids = new Set(division.classes.map(({ id }) => id));
  return (
    division.classes.length > 0 &&
    ids.size === division.classes.length &&
    division.classes.every(({ id, name }) => id !== '' && name.trim() !== '')
  );
}

/** Forgets a way to divide the customers. Dimensions that were made of it stay. */
export function removeSegmentation(document: PlanDocument, { id }: Of<'segments/remove'>): Result<Outcome> {
  const old = document.records.segmentation.get(id);
  return old ? ok(recordsOnly([removed('segmentation', old)])) : fail(issue('segment/unknown'));
}

/**
 * Classes of customers become something to plan by. Where customers are in the lines it is one more tree over them: no value
 * moves. Where they are not, a dimension of its own joins the lines, and each line's values are divided by last year's sales
 * of the classes under it (largest remainder, exact); orders count by their customer's class on the stated day from then on.
 * Customers that no class takes are together under the first name; those that come later are unassigned. Totals stay.
 */
export function segmentsToDimension(
  document: PlanDocument,
  command: Of<'segments/toDimension'>,
  context: CommandContext,
): Result<Outcome> {
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  const classes = classesNow(document, { by: command.by, on: command.on });
  if (!classes) return fail(issue('segment/unknown'));
  const title = command.title.trim();
  if (title === '') return fail(issue('segment/incomplete'));
  const names = namesOf(classes, command.names);
  if (names.length > MOST_CLASSES) return fail(issue('segment/tooMany', { n: names.length, most: MOST_CLASSES }));
  const twice = names.find((name, i) => names.findIndex((other) => foldKey(other) === foldKey(name)) !== i);
  if (twice !== undefined) return fail(issue('member/duplicateKey', { name: twice }));
  const of = byCustomer(document, classes);
  if (plan.dimensions.includes('customer')) return treeOf(document, { plan, title, names, of }, context);
  return joinDimension(
    document,
    {
      command: {
        name: 'dimensions/add',
        dimension: `own-${newId('class', context)}`,
        title,
        members: names,
        spread: { kind: 'history' },
      },
      byCustomer: (named) => of.map((place) => (place === NOBODY ? 0 : named[place])),
    },
    context,
  );
}

/** Place of a code that is no customer. */
const NOBODY = 0xffff_ffff;

const namesOf = (classes: ClassesNow, given: readonly string[]): string[] =>
  ['', ...classes.names].map((own, i) => given[i]?.trim() || own || String(i));

/** By customer code the place of its name, 0 = others; a customer that was merged has the class of the one that stayed. */
function byCustomer(document: PlanDocument, { of }: ClassesNow): Uint32Array {
  const { next } = membersOf(document, 'customer');
  const places = new Uint32Array(next).fill(NOBODY);
  for (const code of customerCodes(document)) places[code] = of[code] ?? 0;
  const merged = mergedMembers(document, 'customer');
  if (merged) for (let code = 1; code < next; code += 1) if (merged[code] !== code) places[code] = places[merged[code]];
  return places;
}

interface ClassTree {
  plan: Plan;
  title: string;
  names: string[];
  of: Uint32Array;
}

/** A second tree over the customers: classes above, customers (and what is planned as one for many) below. */
function treeOf(
  document: PlanDocument,
  { plan, title, names, of }: ClassTree,
  context: CommandContext,
): Result<Outcome> {
  const { hierarchy: main, isNew } = ownHierarchy(document, plan.id, 'customer');
  const leaf = main.levels.at(-1) ?? 'customer';
  const trees = hierarchiesOf(document.records, plan.id, 'customer');
  if (main.levels.includes(title) || trees.some((tree) => tree.title === title || tree.levels.includes(title))) {
    return fail(issue('member/duplicateKey', { name: title }));
  }
  const { byKey, byCode } = membersOf(document, 'customer');
  const keyOf = (name: string): string => levelKey(title, foldKey(name));
  const fresh = newMembers(document, 'customer', {
    names: names.filter((name) => !byKey.has(keyOf(name))),
    level: title,
  });
  if (!fresh.ok) return fresh;
  const members = fresh.value.map((member): Member => ({ ...member, attributes: { [CLASS_OF]: title } }));
  const codes = new Map<string, MemberCode>(members.map((member) => [keyOf(member.name), member.code]));
  const named = names.map((name) => byKey.get(keyOf(name)) ?? codes.get(keyOf(name)) ?? 0);
  const parent = new Uint32Array(Math.max(of.length, ...named.map((code) => code + 1)));
  const pooled = new Set(plan.pools.map((pool) => (pool.dimension === 'customer' ? pool.member : -1)));
  for (let code = 1; code < of.length; code += 1) {
    if (of[code] !== NOBODY) parent[code] = named[of[code]];
    else if (pooled.has(code) || (byCode[code]?.archived && byCode[code]?.level === leaf)) parent[code] = named[0];
  }
  const tree: Hierarchy = {
    id: `${plan.id}:customer:${newId('t', context)}`,
    plan: plan.id,
    dimension: 'customer',
    title,
    levels: [title, leaf],
    parent,
  };
  return ok(
    recordsOnly([
      ...members.map((member) => added('member', member)),
      ...(isNew ? [added('hierarchy', main)] : []),
      added('hierarchy', tree),
    ]),
  );
}
