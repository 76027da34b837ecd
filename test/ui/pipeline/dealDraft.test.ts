import { describe, expect, test } from 'vitest';
import type { PipelineStage } from '~/domain/pipeline';
import type { DealRow } from '~/domain/pipelineView';
import { lostPut, readDraft, startDraft } from '~/ui/pages/pipeline/deals/dealDraft';

const stage = (id: string, kind: PipelineStage['kind']): PipelineStage => ({
  id,
  name: id.toUpperCase(),
  aliases: [],
  kind,
  chance: null,
  staleDays: null,
});
const stages = [stage('lead', 'open'), stage('offer', 'open'), stage('won', 'won'), stage('lost', 'lost')];
/** 2026-08-19, 2026-07-01 and 2026-10-01. */
const [AS_OF, CREATED, EXPECTED] = [20_684, 20_635, 20_727];
const ROW: DealRow = {
  key: 'op-1',
  number: 'OP-1',
  title: 'Oil',
  customer: 3,
  customerName: 'Huaxing',
  sellerName: 'Li',
  productName: 'Oil',
  stage: 'lead',
  stageName: 'LEAD',
  result: 'open',
  reason: '',
  amount: 1_250_050,
  estimate: null,
  created: CREATED,
  expected: EXPECTED,
  closed: null,
  ageDays: 49,
  stageDays: 49,
  chance: 0.2,
  slipping: false,
  stale: false,
  flaws: [],
};
const place = (row: DealRow | null) => ({ row, stages, minorUnit: 2, locale: 'en' });
const edited = (row: DealRow, change: Partial<ReturnType<typeof startDraft>>) =>
  readDraft({ ...startDraft(place(row), AS_OF), ...change }, place(row));

describe('the form of a deal', () => {
  test('that nobody touched changes nothing, whatever the deal lacks', () => {
    for (const row of [ROW, { ...ROW, amount: null, expected: null, created: null, stage: '', title: '' }]) {
      expect(edited(row, {})).toEqual({ put: { key: 'op-1', values: {}, step: null }, errors: {} });
    }
  });

  test('names only what was changed, in minor units; a blank is blank and not zero', () => {
    expect(edited(ROW, { amount: '20k' }).put?.values).toEqual({ amount: 2_000_000 });
    expect(edited(ROW, { amount: '', expected: '' }).put?.values).toEqual({ amount: null, expected: null });
  });

  test('writes down the day a deal came to another stage', () => {
    expect(edited(ROW, { stage: 'offer', changedOn: '2026-08-01' }).put).toEqual({
      key: 'op-1',
      values: { stage: 'OFFER', result: 'open', closed: null },
      step: { stage: 'OFFER', day: AS_OF - 18 },
    });
  });

  test('closes a deal that is won or lost on that day, with the reason of a lost one', () => {
    expect(edited(ROW, { stage: 'won' }).put?.values).toEqual({ stage: 'WON', result: 'won', closed: AS_OF });
    const lost = edited(ROW, { stage: 'lost', reason: ' price ' }).put;
    expect(lost?.values).toEqual({ stage: 'LOST', result: 'lost', closed: AS_OF, reason: 'price' });
    expect(lost).toEqual(lostPut(ROW, { stage: stages[3], day: AS_OF, reason: 'price' }));
  });

  test('takes a lost deal up again without its closing day and reason', () => {
    const lost: DealRow = { ...ROW, stage: 'lost', stageName: 'LOST', result: 'lost', reason: 'price', closed: AS_OF };
    expect(edited(lost, { stage: 'lead' }).put?.values).toEqual({
      stage: 'LEAD',
      result: 'open',
      closed: null,
      reason: null,
    });
  });

  test('says at each field what is not understood, and then changes nothing', () => {
    const { put, errors } = edited(ROW, { stage: 'offer', changedOn: '', amount: 'lots', expected: '2026-02-30' });
    expect(put).toBeNull();
    expect(Object.keys(errors).sort()).toEqual(['amount', 'changedOn', 'expected']);
  });

  test('makes a new deal in the first stage on the last day of the data, and asks for its name', () => {
    const draft = startDraft(place(null), AS_OF);
    expect(readDraft(draft, place(null)).errors).toEqual({ title: { code: 'import/missingValue' } });
    const members = { ...draft.members, customer: { text: 'Huaxing', code: 3 } };
    expect(readDraft({ ...draft, title: 'Oil', amount: '5', members }, place(null)).put).toEqual({
      key: null,
      values: { title: 'Oil', amount: 500, created: AS_OF, customer: 3, stage: 'LEAD', result: 'open' },
      step: { stage: 'LEAD', day: AS_OF },
    });
    const unknown = { ...draft.members, seller: { text: 'nobody', code: null } };
    expect(readDraft({ ...draft, title: 'Oil', members: unknown }, place(null)).errors).toEqual({
      seller: { code: 'member/unknown' },
    });
  });

  test('takes the first stage of all as it is typed, and asks for it', () => {
    const none = { row: null, stages: [], minorUnit: 2, locale: 'en' };
    const draft = { ...startDraft(none, AS_OF), title: 'Oil' };
    expect(readDraft(draft, none).errors).toEqual({ stage: { code: 'import/missingValue' } });
    expect(readDraft({ ...draft, stage: ' Lead ' }, none).put).toEqual({
      key: null,
      values: { title: 'Oil', created: AS_OF, stage: 'Lead', result: 'open' },
      step: { stage: 'Lead', day: AS_OF },
    });
  });
});
