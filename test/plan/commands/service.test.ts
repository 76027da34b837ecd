import { describe, expect, test } from 'vitest';
import type { ServicePackage } from '~/domain/service';
import { canonicalBytes } from '~/plan/canonical';
import { replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { createWorkspace, day } from '../support/smallWorkspace';

const PACKAGE: ServicePackage = {
  id: '',
  name: 'Key',
  tier: 'A',
  stage: null,
  cadenceDays: 14,
  responseHours: 4,
  closeDays: 3,
  hoursPerVisit: 2,
  costPerYear: 1000,
};

const context = (seq: number) => ({ today: day('2026-07-16'), now: '2026-07-16T08:00:00', seq, batchOf: () => null });

describe('service packages', () => {
  test('a set of packages comes in one step and undo takes all of it back, byte for byte', () => {
    const { document } = createWorkspace('2026-07-16');
    const before = canonicalBytes(document);
    const packages = [PACKAGE, { ...PACKAGE, tier: 'B' as const, cadenceDays: 30 }];
    const done = runCommand(document, { name: 'service/setPackages', packages }, context(1));
    if (!done.ok) throw new Error('refused');
    expect([...document.records.servicePackage.values()].map(({ tier }) => tier)).toEqual(['A', 'B']);
    replay(document, done.value.change, { direction: 'back', segments: new Map() });
    expect(Buffer.compare(canonicalBytes(document), before)).toBe(0);
  });

  test('two packages for one tier and stage are refused, and nothing is kept of them', () => {
    const small = createWorkspace('2026-07-16');
    small.run({ name: 'service/setPackage', package: PACKAGE });
    const again = runCommand(small.document, { name: 'service/setPackage', package: PACKAGE }, context(2));
    expect(again).toMatchObject({ ok: false, issues: [{ code: 'service/duplicate' }] });
    expect(small.document.records.servicePackage.size).toBe(1);
  });

  test('a package keeps its id when it changes, and may move to another tier', () => {
    const small = createWorkspace('2026-07-16');
    small.run({ name: 'service/setPackage', package: PACKAGE });
    const [id] = small.document.records.servicePackage.keys();
    small.run({ name: 'service/setPackage', package: { ...PACKAGE, id, tier: 'C', cadenceDays: 90 } });
    expect([...small.document.records.servicePackage.values()]).toMatchObject([{ id, tier: 'C', cadenceDays: 90 }]);
  });

  test.each([{ cadenceDays: 0 }, { cadenceDays: 1.5 }, { hoursPerVisit: -1 }, { costPerYear: Number.NaN }])(
    'a figure that cannot be is refused: %o',
    (wrong) => {
      const { document } = createWorkspace('2026-07-16');
      const refused = runCommand(
        document,
        { name: 'service/setPackage', package: { ...PACKAGE, ...wrong } },
        context(1),
      );
      expect(refused).toMatchObject({ ok: false, issues: [{ code: 'service/figure' }] });
    },
  );

  test('a package that is not there can neither change nor go', () => {
    const { document } = createWorkspace('2026-07-16');
    const change = runCommand(document, { name: 'service/setPackage', package: { ...PACKAGE, id: 'x' } }, context(1));
    const removal = runCommand(document, { name: 'service/removePackage', id: 'x' }, context(1));
    expect([change, removal]).toMatchObject([
      { ok: false, issues: [{ code: 'service/unknown' }] },
      { ok: false, issues: [{ code: 'service/unknown' }] },
    ]);
  });
});
