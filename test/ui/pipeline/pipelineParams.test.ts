import { describe, expect, test } from 'vitest';
import { dayOf } from '~/domain/period';
import { dealsAsk, sortParam } from '~/ui/pages/pipeline/deals/dealsParams';
import { pipelineScope } from '~/ui/pages/pipeline/pipelineScope';

const AS_OF = dayOf(2026, 8, 19);

describe('the address of the pipeline', () => {
  test('asks for all deals where it says nothing, or where nobody knows the day', () => {
    const all = { at: {}, from: null, to: null };
    expect(pipelineScope({}, AS_OF)).toEqual(all);
    expect(pipelineScope({ span: 'ever' }, AS_OF)).toEqual(all);
    expect(pipelineScope({ span: 'thisYear' }, null)).toEqual(all);
  });

  test('asks for a node and the days deals were created in', () => {
    expect(pipelineScope({ at: 'region:2', span: 'twelve' }, AS_OF)).toEqual({
      at: { region: 2 },
      from: dayOf(2025, 8, 20),
      to: AS_OF,
    });
    expect(pipelineScope({ span: 'lastYear' }, AS_OF)).toMatchObject({
      from: dayOf(2025, 1, 1),
      to: dayOf(2025, 12, 31),
    });
  });

  test('lists open deals by amount where it says nothing, and says every other order', () => {
    const scope = pipelineScope({}, AS_OF);
    expect(dealsAsk({}, scope)).toMatchObject({
      filter: 'open',
      stage: null,
      sort: { by: 'amount', descending: true },
    });
    expect(dealsAsk({ show: 'none', sort: 'nothing.up' }, scope)).toMatchObject(dealsAsk({}, scope));
    expect(sortParam({ by: 'amount', descending: true })).toBeNull();
    for (const sort of [
      { by: 'amount', descending: false },
      { by: 'expected', descending: true },
    ] as const) {
      expect(dealsAsk({ sort: sortParam(sort) ?? '' }, scope).sort).toEqual(sort);
    }
  });
});
