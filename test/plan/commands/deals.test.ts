import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { canonicalBytes } from '~/plan/canonical';
import { createDocument } from '~/plan/document';
import { replay } from '~/plan/replay';
import { type Applied, runCommand } from '~/plan/run';
import { factsOf } from '~/plan/sources/facts';

type Put = Extract<Command, { name: 'pipeline/putDeals' }>['deals'];

function workspace() {
  const document = createDocument();
  let seq = 0;
  const attempt = (deals: Put) => {
    seq += 1;
    const command: Command = { name: 'pipeline/putDeals', deals };
    return runCommand(document, command, { today: 0, now: 'now', seq, batchOf: () => null, packOf: () => null });
  };
  return {
    document,
    put(deals: Put): Applied {
      const applied = attempt(deals);
      if (!applied.ok) throw new Error(JSON.stringify(applied.issues));
      return applied.value;
    },
    refused(deals: Put): string {
      const applied = attempt(deals);
      return applied.ok ? 'not refused' : applied.issues[0].code;
    },
    numbers: () => factsOf(document, 'opportunities').text('key'),
    stages: () => factsOf(document, 'opportunities').text('stage'),
    steps: () => {
      const facts = factsOf(document, 'stageHistory');
      return facts.text('key').map((key, i) => [key, facts.text('stage')[i], facts.number('day')[i]]);
    },
  };
}

const fresh = (number: string | null, stage = 'Lead', day = 100): Put[number] => ({
  key: null,
  values: { key: number, title: 'Oil', stage, created: day, amount: 5000 },
  step: { stage, day },
});

describe('deals by hand', () => {
  it('get a number of their own where they have none, and keep the one they have', () => {
    const made = workspace();
    made.put([fresh(null), fresh('A-7'), fresh(null)]);
    made.put([fresh('  ')]);
    expect(made.numbers()).toEqual(['D0001', 'A-7', 'D0002', 'D0003']);
  });

  it('are changed together with the stage they came to, and one undo takes both back byte for byte', () => {
    const made = workspace();
    made.put([fresh('A')]);
    const before = canonicalBytes(made.document);
    const key = factsOf(made.document, 'opportunities').keys[0];
    const { change } = made.put([{ key, values: { stage: 'Proposal' }, step: { stage: 'Proposal', day: 120 } }]);
    expect(made.stages()).toEqual(['Proposal']);
    expect(made.steps()).toEqual([
      ['A', 'Lead', 100],
      ['A', 'Proposal', 120],
    ]);
    replay(made.document, change, { direction: 'back', segments: new Map() });
    expect(canonicalBytes(made.document)).toEqual(before);
  });

  it('write a step that is on record already only once, however its number is spelt', () => {
    const made = workspace();
    made.put([fresh('a-1')]);
    const key = factsOf(made.document, 'opportunities').keys[0];
    made.put([{ key, values: { stage: 'lead' }, step: { stage: 'LEAD', day: 100 } }]);
    expect(made.steps()).toHaveLength(1);
  });

  it('are refused as a whole for one that nobody knows, a number that is taken or a stage that is missing', () => {
    const made = workspace();
    made.put([fresh('A')]);
    expect(made.refused([fresh('B'), { key: 'nobody', values: { amount: 1 }, step: null }])).toBe('facts/unknown');
    expect(made.refused([fresh('A')])).toBe('facts/keyTaken');
    expect(made.refused([{ key: null, values: { title: 'x' }, step: null }])).toBe('import/missingValue');
    expect(made.numbers()).toEqual(['A']);
  });
});
