import { foldKey } from '~/domain/dimension';
import type { BatchDimension, BatchMember } from '~/domain/order';
import type { ByteDictionary } from '../csv/byteDictionary';
import { aliasTable, type LookupEntry } from './lookupIndex';
import type { MemberAlias } from './mapping';
import type { DimensionPlan } from './sourcePlan';

export interface DimensionUse {
  plan: DimensionPlan;
  dictionary: ByteDictionary;
  /** Kept rows per dictionary code; 0 = the entry makes no member. */
  rows: Uint32Array;
  /** Rows per code that were refused for want of a price: a key without a partner is named for them too. */
  refused?: readonly number[];
  /** Text of the first parent seen, per parent of the plan that is a column of the order file. */
  parentText(parent: number, code: number): string;
  aliases: readonly MemberAlias[];
}

export interface BuiltDimension {
  dimension: BatchDimension;
  /** Dictionary code → index into the members. */
  memberOf: Uint32Array;
  unmatched: { name: string; rows: number }[];
  /** Kept rows among them, all under *unassigned*. */
  unmatchedRows: number;
  /** Rows whose cell was empty: they stay under *unassigned*. */
  emptyRows: number;
}

/**
 * The members of one dimension out of the distinct cells of its column: spellings that fold to the same key are one
 * member, look-ups give names, parents and attributes, a key without a partner goes to *unassigned* (member 0) and is
 * counted. Members stand in order of first appearance, parents before what hangs on them.
 */
export function buildDimension(use: DimensionUse): BuiltDimension {
  const { plan, dictionary, rows, refused = [], parentText, aliases } = use;
  const members: BatchMember[] = [{ name: '', level: plan.leafLevel, parent: 0 }];
  const taken = new Set<string>();
  const inner = new Map<string, number>();
  const leaves = new Map<string, number>();
  const memberOf = new Uint32Array(dictionary.size);
  const unmatched = new Map<string, { name: string; rows: number }>();
  const meant = aliasTable(aliases, plan.dimension);
  let emptyRows = 0;
  let unmatchedRows = 0;

  /** Two members of one level never share a name: the second says which one it is. */
  const distinctName = (level: string, name: string, detail: string): string => {
    let distinct = name;
    if (taken.has(`${level}\n${foldKey(name)}`)) distinct = `${name} (${detail})`;
    for (let n = 2; taken.has(`${level}\n${foldKey(distinct)}`); n++) distinct = `${name} (${detail} ${n})`;
    taken.add(`${level}\n${foldKey(distinct)}`);
    return distinct;
  };

  const innerNode = (level: string, name: string, parent: number): number => {
    const key = `${parent}\n${level}\n${foldKey(name)}`;
    const known = inner.get(key);
    if (known !== undefined) return known;
    members.push({ name: distinctName(level, name, members[parent].name || String(parent)), level, parent });
    inner.set(key, members.length - 1);
    return members.length - 1;
  };

  const addLeaf = (key: string, text: string, { code, entry }: { code: number; entry: LookupEntry | null }): number => {
    let parent = 0;
    plan.parents.forEach((level, p) => {
      const name = 'lookupLevel' in level ? (entry?.parents[level.lookupLevel] ?? '') : parentText(p, code).trim();
      if (name !== '') parent = innerNode(level.level, name, parent);
    });
    const name = distinctName(plan.leafLevel, entry?.name ?? text, key);
    const member: BatchMember = { name, level: plan.leafLevel, parent };
    if (entry) {
      const attributes = { ...entry.attributes };
      // The key is what the next file will say again, also where people see a name.
      if (foldKey(entry.name) !== key) attributes.key ??= text;
      if (Object.keys(attributes).length > 0) member.attributes = attributes;
    }
    members.push(member);
    leaves.set(key, members.length - 1);
    return members.length - 1;
  };

  for (let code = 0; code < dictionary.size; code++) {
    const lost = refused[code] ?? 0;
    if (rows[code] === 0 && lost === 0) continue;
    const text = dictionary.text(code).replace(/\s+/g, ' ').trim();
    const folded = foldKey(text);
    if (folded === '') {
      emptyRows += rows[code];
      continue;
    }
    const entry = plan.join?.index.find(text) ?? null;
    if (plan.join && !entry) {
      const known = unmatched.get(folded);
      if (known) known.rows += rows[code] + lost;
      else unmatched.set(folded, { name: text, rows: rows[code] + lost });
      unmatchedRows += rows[code];
      continue;
    }
    if (rows[code] === 0) continue;
    const alias = entry ? undefined : aliasText(meant.get(folded), aliases, plan.dimension);
    const key = entry?.key ?? (alias === undefined ? folded : foldKey(alias));
    memberOf[code] = leaves.get(key) ?? addLeaf(key, alias ?? text, { code, entry });
    if (meant.has(folded)) noteAlias(members[memberOf[code]], text);
  }
  const levels = [...plan.parents.map((parent) => parent.level), plan.leafLevel];
  const byRows = [...unmatched.values()].sort((a, b) => b.rows - a.rows);
  return {
    dimension: { dimension: plan.dimension, levels, members },
    memberOf,
    unmatched: byRows,
    unmatchedRows,
    emptyRows,
  };
}

/** The spelling stays with its member, so that the next file needs no correction. */
function noteAlias(member: BatchMember, text: string): void {
  member.aliases = [...new Set([...(member.aliases ?? []), text])];
}

/** The alias as it was written, so that a member named by it carries a readable name. */
function aliasText(folded: string | undefined, aliases: readonly MemberAlias[], dimension: string): string | undefined {
  if (folded === undefined) return undefined;
  return aliases.find((alias) => alias.dimension === dimension && foldKey(alias.to) === folded)?.to.trim();
}
