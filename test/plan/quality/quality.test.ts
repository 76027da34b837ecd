import { describe, expect, test } from 'vitest';
import type { FindingKind } from '~/domain/quality';
import { canonicalBytes } from '~/plan/canonical';
import { changeRecords, membersOf } from '~/plan/document';
import { qualityView } from '~/plan/quality/qualityView';
import { added } from '~/plan/records';
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

  test('asks for what flows and has run dry, never for prices that have held for long', () => {
    const made = workspace(clean);
    for (const kind of ['listPrices', 'costs', 'contracts', 'visits'] as const) {
      made.document.facts.set(kind, {
        kind,
        count: 1,
        keys: ['1'],
        numbers: { day: Float64Array.of(day('2025-02-01')), amount: Float64Array.of(9) },
        codes: { customer: Uint32Array.of(1), product: Uint32Array.of(1) },
        texts: {},
      });
      changeRecords(made.document, [
        added('sourceImport', {
          id: kind,
          pack: 'p',
          kind,
          name: `${kind}.csv`,
          importedAt: '',
          asOf: day('2025-02-01'),
          from: null,
          to: null,
          segments: [kind],
          rowsIn: 1,
          kept: 1,
          reported: 0,
          byReason: {},
          amount: null,
          whole: false,
        }),
      ]);
    }
    expect(findingOf(made, 'stale')?.items.map(({ source }) => source)).toEqual(['visits']);
  });

  test('tells deals that name no customer with their money, and asks nobody who spent for a region', () => {
    const made = workspace(clean);
    const deal = (key: string, customer: number, amount: number) => ({
      key: null,
      values: { key, customer, stage: 'Engaging', created: day('2025-12-01'), amount },
    });
    made.run({
      name: 'facts/put',
      kind: 'opportunities',
      rows: [deal('D1', 0, 40), deal('D2', 1, 70), deal('D3', 0, 900)],
    });
    made.run({
      name: 'facts/put',
      kind: 'channelSpend',
      rows: [{ key: null, values: { month: day('2025-12-01'), customer: 0, amount: 5 } }],
    });
    const found = viewOf(made).findings.filter(({ kind }) => kind === 'unassignedFacts');
    expect(found).toMatchObject([{ what: 'opportunities', dimension: 'customer', count: 2, amount: 940 }]);
    expect(found[0].items.map(({ names }) => names)).toEqual([['D3'], ['D1']]);
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
