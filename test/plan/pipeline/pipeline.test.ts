import { describe, expect, test } from 'vitest';
import type { PipelineStage } from '~/domain/pipeline';
import type { DealsQuery } from '~/domain/pipelineView';
import { membersOf, type PlanDocument } from '~/plan/document';
import { dealShare } from '~/plan/pipeline/dealShare';
import { dealsView } from '~/plan/pipeline/dealsView';
import { foundStages } from '~/plan/pipeline/foundStages';
import { funnelView } from '~/plan/pipeline/funnelView';
import { nodeDeals } from '~/plan/pipeline/nodeDeals';
import { pipelineRuleView } from '~/plan/pipeline/pipelineRuleView';
import { type PipelineScene, pipelineScene } from '~/plan/pipeline/pipelineScene';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine, type SmallWorkspace } from '../support/smallWorkspace';
import { type FactRow, layFacts } from './dealRows';

const TODAY = day('2026-07-01');
const ALL = { at: {}, from: null, to: null };
const LIST: DealsQuery = {
  ...ALL,
  filter: 'all',
  stage: null,
  search: '',
  sort: { by: 'amount', descending: true },
  first: 0,
  count: 50,
};

/** A workspace that bought nothing yet, or these orders. */
function workspace(orders: readonly OrderLine[] = []): SmallWorkspace {
  const made = createWorkspace('2026-07-01');
  const first: OrderLine = { on: '2025-07-10', amount: 1000, customer: 'Acme', seller: 'Ann', region: 'East' };
  const batch = batchOf(
    [
      first,
      { ...first, customer: 'Bolt', seller: 'Ben', region: 'West' },
      ...orders.map((line) => ({ seller: 'Ann', region: 'East', ...line })),
    ],
    { coverage: { from: '2025-07-01', to: '2026-06-30' } },
  );
  made.run({ name: 'orders/import', draft: 'made up' }, batch);
  return made;
}

const codeOf = (document: PlanDocument, dimension: string, name: string): number =>
  membersOf(document, dimension).byCode.find((member) => member?.name === name)?.code ?? 0;

const lay = (document: PlanDocument, rows: readonly FactRow[], steps: readonly FactRow[] = []): void => {
  layFacts(document, 'opportunities', { id: 'deals', rows, asOf: day('2026-06-30') });
  if (steps.length > 0) layFacts(document, 'stageHistory', { id: 'steps', rows: steps });
};

const step = (key: string, stage: string, on: string): FactRow => ({ key, stage, day: day(on) });

const sceneOf = (document: PlanDocument): PipelineScene => {
  const scene = pipelineScene(document, TODAY);
  if (!scene) throw new Error('no deals');
  return scene;
};

const names = (document: PlanDocument): string[][] => foundStages(document).map(({ name, kind }) => [name, kind]);

describe('stages found in the data', () => {
  test('go by the number in their names', () => {
    const { document } = workspace();
    lay(document, [
      { key: '1', stage: '3-谈判' },
      { key: '2', stage: '1-线索' },
      { key: '3', stage: '2-方案' },
      { key: '4', stage: '赢单' },
      { key: '5', stage: ' 丢单 ' },
    ]);
    expect(names(document)).toEqual([
      ['1-线索', 'open'],
      ['2-方案', 'open'],
      ['3-谈判', 'open'],
      ['赢单', 'won'],
      ['丢单', 'lost'],
    ]);
  });

  test('go by the order in which deals took them, whatever they are called', () => {
    const { document } = workspace();
    const keys = Array.from({ length: 12 }, (_, i) => `d${i}`);
    lay(
      document,
      keys.map((key) => ({ key, stage: 'Apple' })),
      keys.flatMap((key) => [
        step(key, 'Pear', '2026-01-01'),
        step(key, 'Zebra', '2026-01-10'),
        step(key, 'Apple', '2026-02-01'),
      ]),
    );
    expect(names(document)).toEqual([
      ['Pear', 'open'],
      ['Zebra', 'open'],
      ['Apple', 'open'],
    ]);
  });

  test('go by their usual names in either language, else by the age of the deals in them', () => {
    const { document } = workspace();
    lay(document, [
      { key: '1', stage: 'Negotiation' },
      { key: '2', stage: 'Qualification' },
      { key: '3', stage: 'Closed Won', result: 'won' },
    ]);
    expect(names(document).map(([name]) => name)).toEqual(['Qualification', 'Negotiation', 'Closed Won']);
    const strange = workspace().document;
    lay(strange, [
      { key: '1', stage: 'Blue', created: day('2026-01-01') },
      { key: '2', stage: 'Red', created: day('2026-06-01') },
    ]);
    expect(names(strange).map(([name]) => name)).toEqual(['Red', 'Blue']);
  });

  test('take a name for an end when all of its deals ended that way', () => {
    const { document } = workspace();
    const ended = Array.from({ length: 6 }, (_, i) => ({ key: `l${i}`, stage: '归档', result: 'lost' }));
    lay(document, [{ key: '1', stage: '线索' }, ...ended]);
    expect(names(document)).toEqual([
      ['线索', 'open'],
      ['归档', 'lost'],
    ]);
  });
});

/** Four deals with every step on record: one won, one lost from the second stage, two on their way. */
const ROWS: readonly FactRow[] = [
  { key: 'A', stage: '赢单', result: 'won', created: day('2026-01-01'), closed: day('2026-03-02'), amount: 600 },
  {
    key: 'B',
    stage: '丢单',
    result: 'lost',
    created: day('2026-02-01'),
    closed: day('2026-04-02'),
    amount: 200,
    reason: '价格',
  },
  { key: 'C', stage: '方案', result: 'open', created: day('2026-05-01'), expected: day('2026-08-01'), amount: 300 },
  { key: 'D', stage: '线索', result: 'open', created: day('2026-06-20'), expected: day('2026-06-29'), amount: 50 },
];
const STEPS: readonly FactRow[] = [
  step('A', '线索', '2026-01-01'),
  step('A', '方案', '2026-01-11'),
  step('A', '赢单', '2026-03-02'),
  step('B', '线索', '2026-02-01'),
  step('B', '方案', '2026-02-21'),
  step('C', '线索', '2026-05-01'),
  step('C', '方案', '2026-05-31'),
  step('D', '线索', '2026-06-20'),
];

describe('the funnel', () => {
  test('says what is in each stage and what became of all that came there, checked by hand', () => {
    const { document } = workspace();
    lay(document, ROWS, STEPS);
    const view = funnelView(document, ALL, TODAY);
    expect(view).toMatchObject({
      asOf: day('2026-06-30'),
      basis: 'history',
      deals: 4,
      won: { count: 1, amount: 600 },
      lost: { count: 1, amount: 200 },
      open: { count: 2, amount: 350 },
      winRate: { count: 0.5, amount: 0.75 },
      cycle: { median: 60, mean: 60, deals: 1 },
      // Two deals, one in two won, 600 each, in sixty days: ten a day.
      velocity: 10,
      reasons: [{ reason: '价格', count: 1, amount: 200 }],
    });
    expect(
      view.stages.map(({ stage, count, entered, passed, lost, conversion, medianDays }) => [
        stage.name,
        count,
        entered,
        passed,
        lost,
        conversion,
        medianDays,
      ]),
    ).toEqual([
      ['线索', 1, 4, 3, 0, 1, 20],
      ['方案', 1, 3, 1, 1, 0.5, 45],
    ]);
    expect(view.trend.map(({ month, won, lost, wonAmount }) => [month, won, lost, wonAmount])).toEqual([
      ['2026-03', 1, 0, 600],
      ['2026-04', 0, 1, 0],
      ['2026-05', 0, 0, 0],
      ['2026-06', 0, 0, 0],
    ]);
  });

  test('has no conversion by stage where only the present stage is known, and says so', () => {
    const { document } = workspace();
    lay(document, ROWS);
    const view = funnelView(document, ALL, TODAY);
    expect(view.basis).toBe('snapshot');
    expect(view.stages.map(({ conversion }) => conversion)).toEqual([null, null]);
    expect(view.winRate.count).toBe(0.5);
    expect(view.issues.map(({ code }) => code)).toContain('pipeline/noHistory');
  });

  test('is that of a node and of a span of creation', () => {
    const { document } = workspace();
    const own = ROWS.map((row, i) => ({ ...row, seller: codeOf(document, 'seller', i < 3 ? 'Ann' : 'Ben') }));
    lay(document, own, STEPS);
    const ann = { seller: codeOf(document, 'seller', 'Ann') };
    expect(funnelView(document, { ...ALL, at: ann }, TODAY)).toMatchObject({ deals: 3, label: 'Ann' });
    expect(funnelView(document, { at: ann, from: day('2026-02-01'), to: null }, TODAY).deals).toBe(2);
    expect(funnelView(document, { ...ALL, from: null, to: day('2026-01-31') }, TODAY).deals).toBe(1);
  });

  test('without deals is empty, and says why', () => {
    const { document } = workspace();
    expect(funnelView(document, ALL, TODAY)).toMatchObject({ deals: 0, issues: [{ code: 'pipeline/noDeals' }] });
    expect(dealsView(document, LIST, { today: TODAY, reading: null })).toMatchObject({ rows: [], matching: 0 });
  });
});

describe('the list of deals', () => {
  const many = (): PlanDocument => {
    const { document } = workspace();
    lay(document, ROWS, STEPS);
    return document;
  };
  const keysOf = (document: PlanDocument, query: Partial<DealsQuery>): string[] =>
    dealsView(document, { ...LIST, ...query }, { today: TODAY, reading: null }).rows.map(({ number }) => number);

  test('is sorted, filtered, searched and cut to a window', () => {
    const document = many();
    expect(keysOf(document, {})).toEqual(['A', 'C', 'B', 'D']);
    expect(keysOf(document, { sort: { by: 'expected', descending: false } })).toEqual(['D', 'C', 'A', 'B']);
    expect(keysOf(document, { filter: 'open', sort: { by: 'ageDays', descending: true } })).toEqual(['C', 'D']);
    expect(keysOf(document, { stage: '线索' })).toEqual(['D']);
    expect(keysOf(document, { search: '价格' })).toEqual(['B']);
    expect(keysOf(document, { first: 1, count: 2 })).toEqual(['C', 'B']);
  });

  test('counts by filter whatever is searched, and sums what matches', () => {
    expect(dealsView(many(), { ...LIST, search: '价格' }, { today: TODAY, reading: null })).toMatchObject({
      matching: 1,
      amount: 200,
      counts: { all: 4, open: 2, slipping: 1, stale: 0, won: 1, lost: 1 },
    });
  });

  test('shows as slipping a deal whose day has passed, or that a newer file expects later', () => {
    const document = many();
    expect(keysOf(document, { filter: 'slipping' })).toEqual(['D']);
    const later = ROWS.map((row) => (row.key === 'C' ? { ...row, expected: day('2026-10-01') } : row));
    layFacts(document, 'opportunities', { id: 'newer', rows: later, asOf: day('2026-06-30') });
    expect(keysOf(document, { filter: 'slipping' })).toEqual(['C', 'D']);
  });

  test('shows as stale a deal longer in its stage than three of four that moved on, or than the days that were set', () => {
    const { document, run } = workspace();
    // Four deals went on from the first stage after 4, 8, 12 and 16 days: three of four within 13.
    const before = [4, 8, 12, 16].map((days, i) => ({ key: `w${i}`, days }));
    lay(
      document,
      [
        ...before.map(({ key }) => ({ key, stage: '方案', created: day('2026-06-01') })),
        { key: 'old', stage: '线索', created: day('2026-06-16') },
        { key: 'new', stage: '线索', created: day('2026-06-18') },
      ],
      [
        ...before.flatMap(({ key, days }) => [
          step(key, '线索', '2026-06-01'),
          { key, stage: '方案', day: day('2026-06-01') + days },
        ]),
        step('old', '线索', '2026-06-16'),
        step('new', '线索', '2026-06-18'),
      ],
    );
    expect(keysOf(document, { filter: 'stale' })).toEqual(['old']);
    const stages = foundStages(document).map((stage): PipelineStage => ({ ...stage, staleDays: 30 }));
    run({
      name: 'pipeline/setRule',
      rule: {
        stages: [...stages, { ...stages[0], id: '', name: '赢单', kind: 'won', staleDays: null }],
        newDeals: true,
      },
    });
    expect(keysOf(document, { filter: 'stale' })).toEqual([]);
  });

  test('of ten thousand deals answers the next window at once', () => {
    const { document } = workspace();
    lay(
      document,
      Array.from({ length: 10_000 }, (_, i) => ({ key: `k${i}`, title: `Deal ${i}`, stage: '线索', amount: i })),
    );
    const options = { today: TODAY, reading: null };
    dealsView(document, { ...LIST, sort: { by: 'title', descending: false } }, options);
    const began = performance.now();
    for (let first = 0; first < 5000; first += 100) {
      dealsView(document, { ...LIST, sort: { by: 'title', descending: false }, first }, options);
    }
    expect((performance.now() - began) / 50).toBeLessThan(20);
  });
});

describe('rows that are wrong', () => {
  test('are each named with how many and which, and none is left out', () => {
    const { document } = workspace();
    lay(
      document,
      [
        { key: 'fine', stage: '线索', created: day('2026-06-01'), amount: 10 },
        { key: 'blank', stage: '线索', created: day('2026-06-01') },
        { key: 'undated', stage: '线索', amount: 10 },
        { key: 'ahead', stage: '线索', created: day('2027-06-01'), amount: 10 },
        { key: 'nowhere', stage: '???', created: day('2026-06-01'), amount: 10 },
        { key: 'backwards', stage: '丢单', created: day('2026-06-09'), closed: day('2026-06-01'), amount: 10 },
        { key: 'zigzag', stage: '线索', created: day('2026-05-01'), amount: 10 },
        { key: 'minus', stage: '方案', created: day('2026-06-01'), amount: -10 },
        { key: 'late', stage: '方案', created: day('2026-06-01'), amount: 10, expected: day('2026-06-02') },
      ],
      [
        step('zigzag', '方案', '2026-05-02'),
        step('zigzag', '线索', '2026-05-03'),
        step('nobody', '线索', '2026-05-03'),
      ],
    );
    const rule = foundStages(document).filter(({ name }) => name !== '???');
    document.records.pipelineRule.set('pipelineRule', {
      id: 'pipelineRule',
      stages: [...rule].sort((a, b) => (a.name < b.name ? 1 : -1)),
      newDeals: true,
    });
    const view = funnelView(document, ALL, TODAY);
    expect(view.deals).toBe(9);
    expect(Object.fromEntries(view.issues.map(({ code, params }) => [code, params?.keys ?? params?.count]))).toEqual({
      'pipeline/noAmount': 'blank',
      'pipeline/noDate': 'undated',
      'pipeline/futureDate': 'ahead',
      'pipeline/unknownStage': 'nowhere',
      'pipeline/outOfOrder': 'backwards, zigzag',
      'pipeline/negative': 'minus',
      'pipeline/pastExpected': 'late',
      'pipeline/stepsWithoutDeal': 1,
      'pipeline/noHistory': undefined,
    });
    expect(pipelineRuleView(document, TODAY)).toMatchObject({ found: false, unknown: [{ name: '???', deals: 1 }] });
    expect(view.open).toEqual({ count: 8, amount: 60, estimated: 0 });
  });

  test('do not move the day deals are seen on: a lonely date long after all others is a slip', () => {
    const { document } = workspace();
    const rows = Array.from({ length: 150 }, (_, i) => ({
      key: `${i}`,
      stage: '线索',
      created: day('2025-01-01') + i,
    }));
    layFacts(document, 'opportunities', {
      id: 'x',
      rows: [...rows, { key: 'slip', stage: '线索', created: day('2026-05-01') }],
    });
    expect(sceneOf(document).asOf).toBe(day('2025-01-01') + 149);
  });

  test('without an amount count as the mean of won deals of their product, and the amount stays blank', () => {
    const { document } = workspace();
    const won = [100, 200, 300, 400, 500].map((amount, i) => ({ key: `w${i}`, stage: 'Won', amount }));
    lay(document, [...won, { key: 'open', stage: 'Lead' }, { key: 'lost', stage: 'Lost', amount: 0 }]);
    const view = funnelView(document, ALL, TODAY);
    expect(view.open).toEqual({ count: 1, amount: 300, estimated: 300 });
    expect(view.winRate.amount).toBeCloseTo(1500 / 1800, 12);
    const [row] = dealsView(document, { ...LIST, filter: 'open' }, { today: TODAY, reading: null }).rows;
    expect(row).toMatchObject({ amount: null, estimate: 300, flaws: ['noAmount', 'noDate'] });
  });
});

describe('chances', () => {
  /** Deals that lost say from where: all forty reached the first stage, twenty the second, ten were won. */
  const told = (): PlanDocument => {
    const { document } = workspace();
    const deal = (key: string, stage: string, result: string): FactRow => ({
      key,
      stage,
      result,
      created: day('2026-01-01'),
      closed: result === 'open' ? null : day('2026-02-01'),
    });
    lay(document, [
      ...Array.from({ length: 10 }, (_, i) => deal(`w${i}`, '赢单', 'won')),
      ...Array.from({ length: 20 }, (_, i) => deal(`l${i}`, '线索', 'lost')),
      ...Array.from({ length: 10 }, (_, i) => deal(`m${i}`, '方案', 'lost')),
      { key: 'first', stage: '线索', result: 'open', created: day('2026-06-30') },
      { key: 'second', stage: '方案', result: 'open', created: day('2026-06-30') },
    ]);
    return document;
  };

  test('rise with the stage where lost deals say from where they were lost, without any step on record', () => {
    const view = funnelView(told(), ALL, TODAY);
    expect(view.stages.map(({ chance, conversion }) => [chance, conversion])).toEqual([
      [0.25, 21 / 41],
      [0.5, 0.5],
    ]);
  });

  test('that a person set stand above all others', () => {
    const document = told();
    const stages = foundStages(document).map((stage) => (stage.name === '线索' ? { ...stage, chance: 0.9 } : stage));
    document.records.pipelineRule.set('pipelineRule', { id: 'pipelineRule', stages, newDeals: false });
    const { rows } = dealsView(
      document,
      { ...LIST, filter: 'open', sort: { by: 'chance', descending: true } },
      { today: TODAY, reading: null },
    );
    expect(rows.map(({ number }) => number)).toEqual(['first', 'second']);
    expect(rows[0].chance).toBe(0.9);
    expect(funnelView(document, ALL, TODAY).stages[0].chance).toBe(0.9);
  });
});

describe('the share of sales that deals brought', () => {
  const won = (document: PlanDocument, customer: string, amount: number): FactRow => ({
    key: `${customer}${amount}`,
    stage: 'Won',
    customer: codeOf(document, 'customer', customer),
    created: day('2025-06-01'),
    closed: day('2025-09-01'),
    amount,
  });
  const shareOf = (document: PlanDocument) => {
    const scene = sceneOf(document);
    return dealShare(scene, { at: {}, rows: nodeDeals(scene, ALL) ?? [], cache: createViewCache() });
  };

  test('is what orders of the same customers around the win come to, each order once', () => {
    const { document } = workspace([
      { on: '2025-09-05', amount: 3000, customer: 'Acme' },
      { on: '2026-02-05', amount: 5000, customer: 'Acme' },
    ]);
    // Orders of ten thousand in all; 2,000 and 2,500 were won, of which 3,000 were ordered in time.
    lay(document, [won(document, 'Acme', 2000), won(document, 'Acme', 2500)]);
    expect(shareOf(document)).toEqual({ share: 0.3, by: 'orders' });
  });

  test('is that of customers with deals where the orders do not fit', () => {
    const { document } = workspace([{ on: '2026-05-05', amount: 6000, customer: 'Acme' }]);
    lay(document, [won(document, 'Acme', 90_000)]);
    expect(shareOf(document)).toEqual({ share: 7 / 8, by: 'customers' });
  });

  test('is nothing where nothing was won, and unknown where deals name no customer', () => {
    const { document } = workspace();
    lay(document, [{ ...won(document, 'Acme', 500), stage: 'Lead', closed: null }]);
    expect(shareOf(document)).toEqual({ share: 0, by: 'orders' });
    const other = workspace().document;
    lay(other, [{ ...won(other, 'Acme', 500), customer: 0 }]);
    expect(shareOf(other)).toEqual({ share: null, by: 'none' });
  });
});

describe('the rule of stages', () => {
  const stage = (name: string, kind: PipelineStage['kind'], more: Partial<PipelineStage> = {}): PipelineStage => ({
    id: '',
    name,
    aliases: [],
    kind,
    chance: null,
    staleDays: null,
    ...more,
  });
  const attempt = (stages: PipelineStage[]): string => {
    try {
      workspace().run({ name: 'pipeline/setRule', rule: { stages, newDeals: true } });
      return 'taken';
    } catch (error) {
      return String(error);
    }
  };

  test('leads other names to its stages', () => {
    const { document, run } = workspace();
    lay(document, [
      { key: '1', stage: 'Ｑｕｏｔｅ' },
      { key: '2', stage: 'signed ' },
      { key: '3', stage: 'odd' },
    ]);
    const stages = [stage('Offer', 'open', { aliases: ['quote'] }), stage('Won', 'won', { aliases: ['Signed'] })];
    run({ name: 'pipeline/setRule', rule: { stages, newDeals: true } });
    const { rows } = dealsView(
      document,
      { ...LIST, sort: { by: 'stage', descending: false } },
      { today: TODAY, reading: null },
    );
    expect(rows.map(({ stageName, result }) => [stageName, result])).toEqual([
      ['Offer', 'open'],
      ['Won', 'won'],
      ['odd', 'open'],
    ]);
    run({ name: 'pipeline/clearRule' });
    expect(pipelineRuleView(document, TODAY).found).toBe(true);
  });

  test('is refused without an open and a won stage, with a name twice, or with a chance that is none', () => {
    const sound = [stage('Lead', 'open'), stage('Won', 'won')];
    expect(attempt(sound)).toBe('taken');
    expect(attempt([stage('Won', 'won')])).toContain('pipeline/noStages');
    expect(attempt([stage('Lead', 'open')])).toContain('pipeline/noStages');
    expect(attempt([...sound, stage('LEAD ', 'open')])).toContain('pipeline/sameName');
    expect(attempt([...sound, stage('Lost', 'lost', { aliases: ['won'] })])).toContain('pipeline/sameName');
    expect(attempt([stage('Lead', 'open', { chance: 1.5 }), sound[1]])).toContain('pipeline/figure');
    expect(attempt([stage('Lead', 'open', { staleDays: 0 }), sound[1]])).toContain('pipeline/figure');
  });
});
