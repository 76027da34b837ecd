import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import type { PackBatch } from '~/domain/pack';
import { canonicalBytes } from '~/plan/canonical';
import { createDocument } from '~/plan/document';
import { replay } from '~/plan/replay';
import { type Applied, runCommand } from '~/plan/run';
import { factsOf } from '~/plan/sources/facts';
import { sourceStates } from '~/plan/sources/sourceStates';
import { madePack } from '../../support/randomCommands/madePack';

function workspace(): {
  document: ReturnType<typeof createDocument>;
  run(command: Command, pack?: PackBatch): Applied;
  refused(command: Command): string;
} {
  const document = createDocument();
  let seq = 0;
  const attempt = (command: Command, pack: PackBatch | null) => {
    seq += 1;
    return runCommand(document, command, { today: 0, now: 'now', seq, batchOf: () => null, packOf: () => pack });
  };
  return {
    document,
    run(command, pack) {
      const applied = attempt(command, pack ?? null);
      if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
      return applied.value;
    },
    refused(command) {
      const applied = attempt(command, null);
      return applied.ok ? 'not refused' : applied.issues[0].code;
    },
  };
}

const IMPORT: Command = { name: 'sources/import', draft: 'd' };

describe('facts by hand', () => {
  it('stand above what a file says, also when it comes again, and undo takes them away', () => {
    const { document, run } = workspace();
    run(IMPORT, madePack('pack 1'));
    const facts = factsOf(document, 'receivables');
    const put = run({ name: 'facts/put', kind: 'receivables', rows: [{ key: facts.keys[1], values: { amount: 5 } }] });
    expect([...factsOf(document, 'receivables').number('amount')]).toEqual([101, 5, 300]);
    expect(factsOf(document, 'receivables').text('invoice')).toEqual(['F1', 'F9', 'F9']);
    const later = madePack('pack 1');
    later.tables[0].segments[0].numbers.amount.fill(999);
    run(IMPORT, later);
    expect([...factsOf(document, 'receivables').number('amount')]).toEqual([999, 5, 999]);
    replay(document, put.change, { direction: 'back', segments: new Map() });
    expect([...factsOf(document, 'receivables').number('amount')]).toEqual([999, 999, 999]);
  });

  it('a row taken out by hand stays out when the file comes again; one put in by hand leaves nothing', () => {
    const { document, run } = workspace();
    run(IMPORT, madePack('pack 1'));
    const [key] = factsOf(document, 'receivables').keys;
    run({ name: 'facts/remove', kind: 'receivables', keys: [key] });
    expect(factsOf(document, 'receivables').keys).not.toContain(key);
    const before = canonicalBytes(document);
    run({ name: 'facts/put', kind: 'visits', rows: [{ key: null, values: { day: 20_500, customer: 1 } }] });
    const added = factsOf(document, 'visits').keys.at(-1) ?? '';
    expect(sourceStates(document).find(({ kind }) => kind === 'visits')).toMatchObject({ rows: 3, byHand: 1 });
    run({ name: 'facts/remove', kind: 'visits', keys: [added] });
    expect(canonicalBytes(document)).toEqual(before);
  });

  it('are refused without what their kind needs, with a word or member nobody knows, or with a key that is taken', () => {
    const { run, refused } = workspace();
    run(IMPORT, madePack('pack 1'));
    const put = (values: Record<string, number | string | null>, key: string | null = null): string =>
      refused({ name: 'facts/put', kind: 'complaints', rows: [{ key, values }] });
    expect(put({ day: 1, customer: 1 })).toBe('import/missingValue');
    expect(put({ key: 'K', day: 1, customer: 99 })).toBe('member/unknown');
    expect(put({ key: 'K', day: 1, customer: 1, state: 'lost' })).toBe('import/badChoice');
    expect(put({ key: 'K', day: 'soon', customer: 1 })).toBe('import/badNumber');
    expect(put({ subject: 'x' }, 'nobody')).toBe('facts/unknown');
    expect(put({ key: 'K', day: 1, customer: 1, state: 'open' })).toBe('not refused');
    expect(put({ key: 'k', day: 2, customer: 1 })).toBe('facts/keyTaken');
  });
});

describe('attributes of members', () => {
  it('are set and cleared many at once; what stays as it is makes no change', () => {
    const { document, run, refused } = workspace();
    run(IMPORT, madePack('pack 2'));
    const set = (changes: { code: number; attribute: string; value: string | number | null }[]): Applied =>
      run({ name: 'members/setAttributes', dimension: 'customer', changes });
    const done = set([
      { code: 1, attribute: 'industry', value: null },
      { code: 1, attribute: 'creditLimit', value: 500 },
      { code: 2, attribute: 'industry', value: 'industry 2' },
    ]);
    expect(done.change.records.map(({ id }) => id)).toEqual(['customer:1']);
    expect(document.members.get('customer')?.byCode[1]?.attributes).toEqual({ creditLimit: 500 });
    const change = { name: 'members/setAttributes', dimension: 'customer' } as const;
    expect(refused({ ...change, changes: [{ code: 99, attribute: 'a', value: 1 }] })).toBe('member/unknown');
  });
});
