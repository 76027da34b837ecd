import { describe, expect, test } from 'vitest';
import type { CustomerListQuery, ListColumn } from '~/domain/customerList';
import { changeRecords } from '~/plan/document';
import { added } from '~/plan/records';
import { customerListChoices } from '~/plan/views/customerListChoices';
import { listScene } from '~/plan/views/customerListScene';
import { customerListView } from '~/plan/views/customerListView';
import type { Reading } from '~/plan/views/nameIndex';
import { createSmallPlan } from '../support/smallPlan';
import { codeOf, SHOP_LINES, sceneOf, smallShop } from '../support/smallShop';
import { day, type SmallWorkspace, settingsOf } from '../support/smallWorkspace';

const ASK: CustomerListQuery = {
  search: '',
  tier: null,
  stage: null,
  segmentation: null,
  segment: null,
  all: [],
  sort: { by: 'name', descending: false },
};

const viewOf = (
  workspace: SmallWorkspace,
  query: Partial<CustomerListQuery>,
  columns: ListColumn[],
  more: { today?: string; reading?: Reading; first?: number; count?: number } = {},
) =>
  customerListView(listScene({ ...sceneOf(workspace, day(more.today ?? '2026-01-05')), revision: 1 }), {
    query: { ...ASK, ...query },
    window: { first: more.first ?? 0, count: more.count ?? 50, columns: ['name', ...columns] },
    reading: more.reading ?? null,
  });

const names = (view: ReturnType<typeof viewOf>): string[] => view.cells[0].texts ?? [];

const shown = (workspace: SmallWorkspace, column: ListColumn, today?: string): (number | string | null)[] => {
  const { cells } = viewOf(workspace, {}, [column], { today });
  if (cells[1].texts) return cells[1].texts;
  return Array.from(cells[1].numbers ?? [], (value) => (Number.isNaN(value) ? null : value));
};

describe('the list of customers', () => {
  const workspace = smallShop();

  test('says of each what its orders and its record say', () => {
    expect(names(viewOf(workspace, {}, []))).toEqual(['Acme', 'Birch', 'Cedar']);
    expect(shown(workspace, 'sales12')).toEqual([270, 80, 0]);
    expect(shown(workspace, 'seller')).toEqual(['Bob', 'Cid', 'Cid']);
    expect(shown(workspace, 'region')).toEqual(['Kent', 'Essex', 'Fife']);
    expect(shown(workspace, 'attribute:industry')).toEqual(['Retail', 'Trade', '']);
    // Acme orders on 2024-05-01, 2025-02-01 and 2025-12-01: every 289.5 days, silent for 30.
    expect(shown(workspace, 'silence')).toEqual([30 / 289.5, null, null]);
    expect(shown(workspace, 'risk')).toEqual([0, null, null]);
  });

  test('draws twelve months per customer that sum to its sales', () => {
    const trend = shown(workspace, 'trend');
    expect(trend.slice(0, 12)).toEqual([0, 150, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120]);
    expect(trend.slice(12, 24)).toEqual([0, 0, 0, 0, 0, 80, 0, 0, 0, 0, 0, 0]);
  });

  test('totals over all that match, not over the window; growth and averages by their parts', () => {
    const view = viewOf(workspace, {}, ['sales12', 'growth', 'averageOrder', 'recencyDays', 'share'], { count: 1 });
    expect(view.cells.map(({ total }) => total)).toEqual([null, 350, 350 / 700 - 1, 88, null, 1]);
    expect(view).toMatchObject({ matching: 3, customers: 3, first: 0, asOf: day('2025-12-31') });
    expect(view.codes).toHaveLength(1);
  });

  test('puts who has no value last, whichever way it is sorted', () => {
    const by = (descending: boolean) =>
      names(viewOf(workspace, { sort: { by: 'attribute:industry', descending } }, []));
    expect(by(false)).toEqual(['Acme', 'Birch', 'Cedar']);
    expect(by(true)).toEqual(['Birch', 'Acme', 'Cedar']);
    const growing = (descending: boolean) => names(viewOf(workspace, { sort: { by: 'growth', descending } }, []));
    expect(growing(false)).toEqual(['Cedar', 'Acme', 'Birch']);
    expect(growing(true)).toEqual(['Acme', 'Cedar', 'Birch']);
  });

  test('warns of who is silent for three times its own interval, and watches from twice on', () => {
    // Every ten days until so many days before 2025-12-31.
    const every10 = (customer: string, ...on: string[]) => on.map((one) => ({ on: one, amount: 10, customer }));
    const own = smallShop([
      ...every10('Loud', '2025-12-01', '2025-12-11'),
      ...every10('Quiet', '2025-11-26', '2025-12-06'),
      ...every10('Mute', '2025-11-20', '2025-11-30'),
      ...every10('Once', '2025-01-01'),
    ]);
    expect(shown(own, 'silence')).toEqual([2, 3.1, null, 2.5]);
    expect(names(viewOf(own, {}, []))).toEqual(['Loud', 'Mute', 'Once', 'Quiet']);
    // Low, high, nobody knows, watch.
    expect(shown(own, 'risk')).toEqual([0, 2, null, 1]);
  });

  test('is the same whatever the order of the rows in the file', () => {
    const turned = smallShop([...SHOP_LINES].reverse());
    for (const column of ['sales12', 'growth', 'seller', 'silence', 'stage', 'tier'] as const) {
      expect(shown(turned, column)).toEqual(shown(workspace, column));
    }
  });

  test('finds a name by its reading, by another spelling of it and by its number', () => {
    const own = smallShop([{ on: '2025-03-01', amount: 10, customer: '华东商贸' }, ...SHOP_LINES]);
    const member = own.document.members.get('customer')?.byCode[codeOf(own, 'Cedar')];
    if (!member) throw new Error('no Cedar');
    const changed = { ...member, aliases: ['Old Oak'], attributes: { key: 'C-0042' } };
    changeRecords(own.document, [{ type: 'member', id: member.id, from: member, to: changed }]);
    const reading: Reading = (text) =>
      text === '华东商贸' ? { full: 'huadongshangmao', initials: 'hdsm' } : { full: '', initials: '' };
    const found = (search: string) => names(viewOf(own, { search }, [], { reading }));
    expect(found('hdsm')).toEqual(['华东商贸']);
    expect(found('huadong')).toEqual(['华东商贸']);
    expect(found('ＯＡＫ old')).toEqual(['Cedar']);
    expect(found('c-0042')).toEqual(['Cedar']);
    expect(found('nobody')).toEqual([]);
  });

  test('takes by tier, stage, owner and condition together', () => {
    const all = viewOf(workspace, {}, ['tier', 'stage']);
    const tierOf = Array.from(all.cells[1].numbers ?? []);
    expect(names(viewOf(workspace, { tier: 'A' }, []))).toEqual(names(all).filter((_, i) => tierOf[i] === 1));
    expect(names(viewOf(workspace, { stage: 'lost' }, []))).toEqual(['Cedar']);
    const cid = codeOf(workspace, 'Cid', 'seller');
    const ofCid = { column: { kind: 'member', dimension: 'seller' } as const, is: 'is' as const, value: cid };
    expect(names(viewOf(workspace, { all: [ofCid] }, []))).toEqual(['Birch', 'Cedar']);
    const bought = { column: { kind: 'figure', figure: 'sales12' } as const, is: 'atLeast' as const, value: 1 };
    expect(names(viewOf(workspace, { all: [ofCid, bought] }, []))).toEqual(['Birch']);
  });

  test('shows and takes the classes of a segmentation', () => {
    const own = smallShop();
    changeRecords(own.document, [
      added('segmentation', {
        id: 'g1',
        name: 'Size',
        division: {
          kind: 'rules',
          classes: [
            {
              id: 'big',
              name: 'Big',
              all: [{ column: { kind: 'figure', figure: 'sales12' }, is: 'atLeast', value: 100 }],
            },
          ],
        },
      }),
    ]);
    expect(shown(own, 'segment')).toEqual(['Big', '', '']);
    expect(names(viewOf(own, { segmentation: 'g1', segment: 'big' }, []))).toEqual(['Acme']);
    expect(names(viewOf(own, { segmentation: 'g1', segment: '' }, []))).toEqual(['Birch', 'Cedar']);
    expect(names(viewOf(own, { segmentation: 'g1', segment: 'gone' }, []))).toEqual([]);
  });

  test('says why a column is empty', () => {
    const { gaps } = viewOf(workspace, {}, ['target', 'nextVisit', 'alive', 'segment', 'sales12']);
    expect(gaps).toEqual({ target: 'noPlan', nextVisit: 'noVisits', alive: 'noFit', segment: 'noSegmentation' });
  });

  test('offers what customers have to choose from', () => {
    const choices = customerListChoices(listScene({ ...sceneOf(workspace), revision: 1 }));
    expect(choices.sellers.map(({ name }) => name)).toEqual(['Bob', 'Cid']);
    expect(choices.attributes).toEqual([
      { attribute: 'industry', kind: 'text', texts: ['Retail', 'Trade'] },
      { attribute: 'size', kind: 'number', texts: [] },
    ]);
  });
});

describe('plan and attainment', () => {
  test('stand at customers of the lines, for the year of the plan', () => {
    const workspace = createSmallPlan();
    workspace.run({
      name: 'plan/create',
      settings: settingsOf({ dimensions: ['seller', 'customer'], target: 36_000 }),
    });
    const today = '2026-07-16';
    const targets = shown(workspace, 'target', today) as number[];
    expect(targets.reduce((sum, target) => sum + target, 0)).toBe(36_000);
    // Sold from January to 15 July on the tenth of each month: seven times.
    const expected = [7000, 3500, 7000].map((sold, i) => sold / targets[i]);
    expect(shown(workspace, 'attainment', today)).toEqual(expected);
    const all = viewOf(workspace, {}, ['attainment'], { today });
    expect(all.cells[1].total).toBe(17_500 / 36_000);
  });

  test('are blank where customers are not in the lines', () => {
    const workspace = createSmallPlan();
    expect(shown(workspace, 'target')).toEqual([null, null, null]);
    expect(viewOf(workspace, {}, ['target', 'attainment']).gaps).toEqual({
      target: 'notInLines',
      attainment: 'notInLines',
    });
  });
});

describe('the next visit', () => {
  const visited = (next: number): SmallWorkspace => {
    const workspace = smallShop();
    const { document } = workspace;
    document.facts.set('s1', {
      kind: 'visits',
      count: 1,
      keys: ['v'],
      numbers: { day: Float64Array.of(day('2025-12-20')), next: Float64Array.of(next) },
      codes: { customer: Uint32Array.of(codeOf(workspace, 'Acme')) },
      texts: {},
    });
    changeRecords(document, [
      added('sourceImport', {
        id: 'i1',
        pack: 'p',
        kind: 'visits',
        name: 'visits.csv',
        importedAt: '',
        asOf: null,
        from: day('2025-12-20'),
        to: day('2025-12-20'),
        segments: ['s1'],
        rowsIn: 1,
        kept: 1,
        reported: 0,
        byReason: {},
        amount: null,
        whole: false,
      }),
      added('servicePackage', {
        id: 'p1',
        name: 'All',
        tier: null,
        stage: null,
        cadenceDays: 30,
        responseHours: 24,
        closeDays: 7,
        hoursPerVisit: 1,
        costPerYear: 0,
      }),
    ]);
    return workspace;
  };

  test('is the day that was agreed, else a cadence after the last', () => {
    expect(shown(visited(day('2026-01-08')), 'nextVisit')).toEqual([day('2026-01-08'), null, null]);
    expect(shown(visited(Number.NaN), 'nextVisit')).toEqual([day('2026-01-19'), null, null]);
  });
});
