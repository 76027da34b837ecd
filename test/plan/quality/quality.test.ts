import { describe, expect, test } from 'vitest';
import type { FindingKind } from '~/domain/quality';
import { canonicalBytes } from '~/plan/canonical';
import { membersOf } from '~/plan/document';
import { qualityView } from '~/plan/quality/qualityView';
import {
  batchOf,
  createWorkspace,
  day,
  everyMonth,
  type OrderLine,
  type SmallWorkspace,
} from '../support/smallWorkspace';

function workspace(lines: OrderLine[], coverage = { from: '2024-01-01', to: '2025-12-31' }): SmallWorkspace {
  const made = createWorkspace('2026-01-05');
  made.run({ name: 'orders/import', draft: 'made up' }, batchOf(lines, { coverage }));
  return made;
}

const viewOf = ({ document }: SmallWorkspace) => qualityView({ document, today: day('2026-01-05') });
const findingOf = (made: SmallWorkspace, kind: FindingKind) =>
  viewOf(made).findings.find((finding) => finding.kind === kind);

const clean = everyMonth('2024-1', '2025-12', { amount: 1000, customer: 'Acme', product: 'Pump', seller: 'Ann' });

describe('the quality of a workspace', () => {
  test('finds nothing where nothing is doubtful, and nothing in nothing', () => {
    expect(viewOf(workspace(clean)).findings).toEqual([]);
    expect(viewOf(createWorkspace('2026-01-05'))).toMatchObject({ findings: [], lines: 0, members: 0, asOf: null });
  });

  test('offers to merge names that may be one into the one with more sales', () => {
    const made = workspace([
      ...clean,
      { on: '2025-03-03', amount: 5, customer: 'ACME Ltd', product: 'Pump', seller: 'Ann' },
    ]);
    const found = findingOf(made, 'alikeMembers');
    expect(found).toMatchObject({ dimension: 'customer', count: 1, amount: 5, severity: 'bad' });
    expect(found?.items[0]).toMatchObject({ names: ['Acme', 'ACME Ltd'], because: 'form', lines: 1 });
    const fix = found?.items[0].fixes[0];
    if (!fix) throw new Error('no fix');
    made.run(fix.command);
    expect(findingOf(made, 'alikeMembers')).toBeUndefined();
    const { byCode } = membersOf(made.document, 'customer');
    expect(byCode.find((member) => member?.name === 'ACME Ltd')).toMatchObject({ archived: true, mergedInto: 1 });
  });

  test('offers one spelling for a value that is written in two ways', () => {
    const made = workspace(
      ['Acme', 'Bolt', 'Core', 'Dyne'].flatMap((customer) => clean.map((line) => ({ ...line, customer }))),
    );
    made.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: [1, 2, 3].map((code) => ({
        code,
        attribute: 'industry',
        value: code === 3 ? 'technolgy' : 'technology',
      })),
    });
    const found = findingOf(made, 'alikeValues');
    expect(found).toMatchObject({ what: 'industry', count: 1 });
    expect(found?.items[0]).toMatchObject({ names: ['technology', 'technolgy'], because: 'letter' });
    const fix = found?.items[0].fixes[0];
    if (!fix) throw new Error('no fix');
    made.run(fix.command);
    expect(membersOf(made.document, 'customer').byCode[3]?.attributes.industry).toBe('technology');
    expect(findingOf(made, 'alikeValues')).toBeUndefined();
  });

  test('tells orders that name nobody, with their money', () => {
    const made = workspace([...clean, { on: '2025-05-05', amount: 700, product: 'Pump', seller: 'Ann' }]);
    expect(findingOf(made, 'unassigned')).toMatchObject({ dimension: 'customer', count: 1, amount: 700 });
  });

  test('tells a month without orders, days to come and returns of what was never bought', () => {
    const lines: OrderLine[] = [
      ...clean.filter(({ on }) => !on.startsWith('2025-4-')),
      { on: '2026-2-1', amount: 10, customer: 'Acme', product: 'Pump', seller: 'Ann' },
      { on: '2025-6-1', amount: -30, customer: 'Acme', product: 'Valve', seller: 'Ann' },
      { on: '2025-6-2', amount: 30, customer: 'Acme', product: 'Valve', seller: 'Ann' },
    ];
    const made = workspace(lines, { from: '2024-01-01', to: '2026-02-28' });
    expect(findingOf(made, 'gap')).toMatchObject({ count: 2 });
    expect(findingOf(made, 'future')).toMatchObject({ count: 1, amount: 10 });
    expect(findingOf(made, 'returnAlone')).toMatchObject({ count: 1, amount: -30 });
  });

  test('tells facts that contradict themselves and sources that are behind', () => {
    const made = workspace(clean);
    made.run({
      name: 'facts/put',
      kind: 'contracts',
      rows: [
        {
          key: null,
          values: { key: 'K1', customer: 1, day: day('2025-05-01'), until: day('2025-04-01') },
        },
      ],
    });
    expect(findingOf(made, 'badFacts')).toMatchObject({ what: 'contracts', count: 1 });
    expect(findingOf(made, 'badFacts')?.items[0]).toMatchObject({ because: 'endsBefore' });
  });

  test('what a person lets stand goes last with the reason, and comes back', () => {
    const made = workspace([...clean, { on: '2025-05-05', amount: 700, product: 'Pump', seller: 'Ann' }]);
    const before = canonicalBytes(made.document);
    const id = findingOf(made, 'unassigned')?.id ?? '';
    made.run({ name: 'quality/dismiss', finding: id, why: ' counter sales ' });
    expect(viewOf(made).findings.at(-1)).toMatchObject({ id, dismissed: 'counter sales' });
    made.run({ name: 'quality/dismiss', finding: id, why: null });
    expect(canonicalBytes(made.document)).toEqual(before);
  });
});
