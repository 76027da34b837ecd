import { describe, expect, test } from 'vitest';
import type { PipelineRule } from '~/domain/pipeline';
import {
  aliasesOf,
  mapped,
  moved,
  readRule,
  type StageDraft,
  startRule,
  stillUnknown,
} from '~/ui/pages/pipeline/rule/ruleDraft';

const RULE: Omit<PipelineRule, 'id'> = {
  newDeals: true,
  stages: [
    { id: 'a', name: '线索', aliases: ['Lead'], kind: 'open', chance: 0.125, staleDays: 30 },
    { id: 'b', name: '报价', aliases: [], kind: 'open', chance: null, staleDays: null },
    { id: 'w', name: '赢单', aliases: ['Won', '成交'], kind: 'won', chance: null, staleDays: null },
  ],
};
const draft = startRule(RULE);
const withStage = (row: number, change: Partial<StageDraft>) => ({
  ...draft,
  stages: draft.stages.map((stage, at) => (at === row ? { ...stage, ...change } : stage)),
});

describe('the form of the stages', () => {
  test('gives back the rule that it began with', () => {
    expect(readRule(draft)).toEqual({ rule: RULE, errors: new Map(), incomplete: false });
  });

  test('takes other names by any comma, and none twice, whatever case or width', () => {
    expect(aliasesOf('a, b，c；d、e\n f ,')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(readRule(withStage(1, { aliases: 'ＬＥＡＤ' })).errors.get('1.name')).toBe('nameTwice');
    expect(readRule(withStage(0, { aliases: 'lead, Lead, 线索' })).errors.size).toBe(0);
  });

  test('says at its field what is no chance or no number of days', () => {
    expect(readRule(withStage(0, { chance: '120' })).errors.get('0.chance')).toBe('chanceOutside');
    expect(readRule(withStage(0, { chance: 'x' })).errors.get('0.chance')).toBe('chanceOutside');
    expect(readRule(withStage(0, { staleDays: '0' })).errors.get('0.staleDays')).toBe('staleOutside');
    expect(readRule(withStage(1, { name: ' ' })).errors.get('1.name')).toBe('nameMissing');
    expect(readRule(withStage(0, { chance: '0%' })).rule?.stages[0].chance).toBe(0);
  });

  test('leaves out the figures of a stage that is no longer on the way', () => {
    const rule = readRule(withStage(0, { kind: 'lost', chance: '500' })).rule;
    expect(rule?.stages[0]).toMatchObject({ kind: 'lost', chance: null, staleDays: null });
  });

  test('wants one stage on the way and one that is won', () => {
    expect(readRule({ ...draft, stages: draft.stages.slice(0, 2) }).incomplete).toBe(true);
    expect(readRule({ ...draft, stages: draft.stages.slice(2) }).incomplete).toBe(true);
  });

  test('moves a row by one place and stops at the ends', () => {
    const ids = (stages: StageDraft[]) => stages.map(({ id }) => id).join('');
    expect(ids(moved(draft.stages, 0, 1))).toBe('baw');
    expect(ids(moved(draft.stages, 0, -1))).toBe('abw');
    expect(ids(moved(draft.stages, 2, 1))).toBe('abw');
  });

  test('forgets a name that led nowhere once it is mapped', () => {
    const unknown = [{ name: 'Quote', deals: 3 }];
    expect(stillUnknown(unknown, draft)).toEqual(unknown);
    const stages = mapped(draft.stages, 'Quote', 1);
    expect(stillUnknown(unknown, { ...draft, stages })).toEqual([]);
    expect(readRule({ ...draft, stages }).rule?.stages[1].aliases).toEqual(['Quote']);
  });
});
