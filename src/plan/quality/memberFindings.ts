import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { QualityFinding, QualityItem } from '~/domain/quality';
import { alikeNames } from '~/engine/quality/index';
import { membersOf } from '../document';
import { hierarchyOf } from '../members';
import { namedByFacts } from './namedByFacts';
import { finding, item, leavesOf, type QualityScene, usageOf } from './scene';

/** Attributes whose values are words that repeat: a slip in one of them splits a class in two. */
const WORDS = [
  'industry',
  'size',
  'need',
  'group',
  'rating',
  'category',
  'series',
  'office',
  'manager',
  'unit',
  'sector',
];
/** More different words than this share of the members is a name, not a class. */
const CLASSES = 0.5;

/** Members that may be one, values that may be one, members nobody names, and leaves without a parent where others have one. */
export function memberFindings(scene: QualityScene, dimension: DimensionId): QualityFinding[] {
  return [
    ...alikeMembers(scene, dimension),
    ...alikeValues(scene, dimension),
    ...withoutParent(scene, dimension),
    ...unused(scene, dimension),
  ];
}

function alikeMembers(scene: QualityScene, dimension: DimensionId): QualityFinding[] {
  const { document, reading } = scene;
  const { byCode } = membersOf(document, dimension);
  const usage = usageOf(document, dimension);
  const byLevel = new Map<string, MemberCode[]>();
  byCode.forEach((member, code) => {
    if (!member || code === 0 || member.archived) return;
    byLevel.set(member.level, [...(byLevel.get(member.level) ?? []), code]);
  });
  const items: QualityItem[] = [];
  for (const codes of byLevel.values()) {
    const names = codes.map((code) => byCode[code]?.name ?? '');
    for (const group of alikeNames(names, reading ? { reading } : {})) {
      // The one with the most sales stays: the others are its misspellings more often than not.
      const members = group.names.map((place) => codes[place]);
      members.sort((a, b) => usage.sales[b] - usage.sales[a] || a - b);
      const [stays, ...others] = members;
      const name = byCode[stays]?.name ?? '';
      items.push(
        item({
          names: members.map((code) => byCode[code]?.name ?? ''),
          codes: members,
          because: group.reason,
          amount: others.reduce((sum, code) => sum + Math.abs(usage.sales[code]), 0),
          lines: others.reduce((sum, code) => sum + usage.lines[code], 0),
          fixes: [{ kind: 'merge', name, command: { name: 'members/merge', dimension, codes: others, into: stays } }],
        }),
      );
    }
  }
  if (items.length === 0) return [];
  items.sort(byMoney);
  const isSure = items.some(({ because }) => because === 'same' || because === 'form');
  const amount = items.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  return [finding({ kind: 'alikeMembers', severity: isSure ? 'bad' : 'warn', dimension, items, amount })];
}

function alikeValues(scene: QualityScene, dimension: DimensionId): QualityFinding[] {
  const { document } = scene;
  const { byCode } = membersOf(document, dimension);
  const found: QualityFinding[] = [];
  for (const attribute of WORDS) {
    const users = new Map<string, MemberCode[]>();
    byCode.forEach((member, code) => {
      const value = member?.archived ? undefined : member?.attributes[attribute];
      if (typeof value !== 'string' || value === '') return;
      users.set(value, [...(users.get(value) ?? []), code]);
    });
    const values = [...users.keys()];
    const members = [...users.values()].reduce((sum, codes) => sum + codes.length, 0);
    if (values.length > Math.max(10, members * CLASSES)) continue;
    const items = alikeNames(values).map((group) => {
      const words = group.names.map((place) => values[place]);
      words.sort((a, b) => (users.get(b)?.length ?? 0) - (users.get(a)?.length ?? 0) || (a < b ? -1 : 1));
      const [stays, ...others] = words;
      const codes = others.flatMap((word) => users.get(word) ?? []);
      return item({
        names: words,
        codes,
        because: group.reason,
        lines: codes.length,
        fixes: [
          {
            kind: 'replaceValue',
            name: stays,
            command: {
              name: 'members/setAttributes',
              dimension,
              changes: codes.map((code) => ({ code, attribute, value: stays })),
            },
          },
        ],
      });
    });
    if (items.length > 0)
      found.push(finding({ kind: 'alikeValues', severity: 'warn', dimension, what: attribute, items }));
  }
  return found;
}

function withoutParent({ document }: QualityScene, dimension: DimensionId): QualityFinding[] {
  const tree = hierarchyOf(document.records, null, dimension);
  if (!tree || tree.levels.length < 2) return [];
  const { byCode } = membersOf(document, dimension);
  const leaf = tree.levels[tree.levels.length - 1];
  const usage = usageOf(document, dimension);
  // What a plan pools (all other customers) belongs to no parent on purpose.
  const pools = new Set([...document.records.plan.values()].flatMap((plan) => plan.pools.map((pool) => pool.member)));
  const leaves = leavesOf(document, dimension).filter((code) => byCode[code]?.level === leaf && !pools.has(code));
  const without = leaves.filter((code) => (tree.parent[code] ?? 0) === 0);
  if (without.length === 0 || without.length === leaves.length) return [];
  const items = without.map((code) =>
    item({ names: [byCode[code]?.name ?? ''], codes: [code], amount: usage.sales[code], lines: usage.lines[code] }),
  );
  items.sort(byMoney);
  const amount = items.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  return [finding({ kind: 'withoutParent', severity: amount > 0 ? 'warn' : 'note', dimension, items, amount })];
}

function unused({ document }: QualityScene, dimension: DimensionId): QualityFinding[] {
  const { lines } = usageOf(document, dimension);
  const { byCode } = membersOf(document, dimension);
  if (!lines.some((count) => count > 0)) return [];
  const named = namedByFacts(document, dimension);
  const codes = leavesOf(document, dimension).filter((code) => lines[code] === 0 && named[code] === 0);
  // Customers without an order are prospects, sellers without one are new: only what is sold should be sold.
  if (codes.length === 0 || dimension === 'customer' || dimension === 'seller') return [];
  const archive = (some: MemberCode[]) =>
    ({ name: 'members/archive', dimension, codes: some, archived: true }) as const;
  const items = codes.map((code) =>
    item({
      names: [byCode[code]?.name ?? ''],
      codes: [code],
      fixes: [{ kind: 'archive', name: byCode[code]?.name ?? '', command: archive([code]) }],
    }),
  );
  const fix = { kind: 'archiveAll', name: String(codes.length), command: archive(codes) } as const;
  return [finding({ kind: 'unused', severity: 'note', dimension, items, fix })];
}

const byMoney = (a: QualityItem, b: QualityItem): number =>
  Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0) || (a.codes[0] ?? 0) - (b.codes[0] ?? 0);
