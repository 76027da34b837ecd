import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { issue } from '~/domain/issue';
import type { PackPreview, PackTable, TableChoice } from '~/domain/packView';
import { fail, ok } from '~/domain/result';
import type { HostStatus } from '~/domain/status';
import { createApp } from '~/state/app';
import type { HostCalls, PackOpened, PackTrial, Patch } from '~/state/protocol';
import { createPackDraft } from '~/ui/pages/import/packDraft';
import { createStubHost, STUB_STATUS } from '../stubHost';

const table = (id: string, headers: string[]): PackTable => ({
  id,
  file: `${id}.csv`,
  sheet: null,
  size: 10,
  format: {
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    headerRows: 1,
    unit: 1,
    unpivot: false,
    dateOrder: null,
    decimalMark: null,
    from1904: false,
  },
  headers,
  sample: [],
  rows: 2,
  dropped: [],
  issues: [],
});

const choice: TableChoice = {
  table: 'visits',
  use: 'source',
  kinds: ['visits'],
  fields: { visits: { day: '日期', customer: '客户' } },
  key: {},
  merge: {},
  asOf: null,
  fixes: [{ column: '客户', row: 3, to: '甲' }],
};

const opened: PackOpened = {
  draft: 'd1',
  tables: [table('visits', ['日期', '客户'])],
  choices: [choice],
  certainty: { visits: 'known' },
  orders: null,
  guesses: [],
  issues: [],
};

const preview: PackPreview = { tables: [], orders: null, issues: [] };
const NO_WORKSPACE: HostStatus = { ...STUB_STATUS, workspace: null, plan: null, plans: [] };
const FILE = new File(['x'], 'visits.csv');

function draftWith(answers: Partial<HostCalls>, status: HostStatus = STUB_STATUS) {
  const stub = createStubHost(
    {
      openPack: async () => ok(opened),
      previewPack: async () => ok(preview),
      discardImport: async () => null,
      ...answers,
    },
    status,
  );
  const app = createApp(stub.host);
  app.setStatus(status);
  const called = (name: string) => stub.calls.filter(([one]) => one === name);
  return { app, draft: createPackDraft(app, 'CNY'), called };
}

const trialOf = (call: [string, unknown[]]) => call[1][1] as PackTrial;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { hash: '#/import' });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('files on their way in', () => {
  it('are checked at once, and a known pack lands on its dry run', async () => {
    const { draft, called } = draftWith({});
    await draft.choose([FILE]);
    expect(draft.place()).toBe('all');
    expect(draft.preview()).toBe(preview);
    expect(called('previewPack')).toHaveLength(1);
  });

  it('that are refused say why, and nothing is checked', async () => {
    const { draft, called } = draftWith({ openPack: async () => fail(issue('import/binaryFile')) });
    await draft.choose([FILE]);
    expect(draft.refusals().map(({ code }) => code)).toEqual(['import/binaryFile']);
    expect([draft.opened(), called('previewPack').length]).toEqual([null, 0]);
  });

  it('are checked once after a row of changes, with the last of them', async () => {
    const { draft, called } = draftWith({});
    await draft.choose([FILE]);
    draft.change({ ...choice, asOf: 1 });
    draft.change({ ...choice, asOf: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(called('previewPack')).toHaveLength(2);
    expect(trialOf(called('previewPack')[1] as [string, unknown[]]).choices[0].asOf).toBe(2);
  });

  it('are not shown as checked from a change on, so that what was checked before cannot be imported', async () => {
    const { draft, called } = draftWith({});
    await draft.choose([FILE]);
    expect(draft.running()).toBeNull();
    draft.change({ ...choice, asOf: 1 });
    expect(draft.running()).not.toBeNull();
    await draft.store();
    expect(called('dispatch')).toEqual([]);
    // Stopped before it began: no check, and it says so.
    draft.stop();
    expect([draft.running(), draft.stopped()]).toEqual([null, true]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(called('previewPack')).toHaveLength(1);
    draft.change({ ...choice, asOf: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect([draft.running(), draft.stopped()]).toEqual([null, false]);
    expect(called('previewPack')).toHaveLength(2);
  });

  it('never show the check of an older state: its answer is dropped when it comes late', async () => {
    const late: PackPreview = { ...preview, issues: [issue('import/nothingKept')] };
    let first = true;
    const { draft } = draftWith({
      previewPack: async () => {
        if (!first) return ok(preview);
        first = false;
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        return ok(late);
      },
    });
    const choosing = draft.choose([FILE]);
    await vi.advanceTimersByTimeAsync(10);
    draft.change({ ...choice, asOf: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    await choosing;
    expect(draft.preview()).toBe(preview);
  });

  it('read with other headers lose what was said about columns and cells; with the same ones they keep it', async () => {
    const proposed = { ...choice, fields: { visits: { day: 'Day' } }, fixes: [] };
    let headers = ['日期', '客户'];
    const { draft } = draftWith({
      readTable: async () => ok(table('visits', headers)),
      proposeFields: async () => ok(proposed),
    });
    await draft.choose([FILE]);
    await draft.readAgain('visits', { encoding: 'gb18030' });
    expect(draft.choice('visits')).toEqual(choice);
    headers = ['Day', 'Customer'];
    await draft.readAgain('visits', { headerRow: 2 });
    expect(draft.choice('visits')?.fields.visits).toEqual({ day: 'Day' });
    expect(draft.choice('visits')?.fixes).toEqual([]);
    expect(draft.table('visits')?.headers).toEqual(headers);
  });

  it('get the columns of another kind proposed, and those of a kind they had before back', async () => {
    const { draft, called } = draftWith({
      proposeFields: async () =>
        ok({ ...choice, fields: { collections: { day: '日期' } }, key: { collections: ['day'] } }),
    });
    await draft.choose([FILE]);
    await draft.setRole('visits', 'collections');
    expect(draft.choice('visits')).toMatchObject({ kinds: ['collections'], key: { collections: ['day'] } });
    await draft.setRole('visits', 'visits');
    expect(draft.choice('visits')?.fields.visits).toEqual(choice.fields.visits);
    expect(called('proposeFields')).toHaveLength(1);
  });
});

describe('taking a pack in', () => {
  const patch: Patch = {
    effect: { command: 'sources/import', leaves: 0, linesAdded: 0, held: 0, equalSpread: false },
    status: STUB_STATUS,
    block: null,
    rows: null,
  };

  it('makes a workspace first where there is none, and is one command', async () => {
    const { draft, called } = draftWith(
      { createWorkspace: async () => ok(STUB_STATUS), dispatch: async () => ok(patch) },
      NO_WORKSPACE,
    );
    await draft.choose([FILE]);
    expect(draft.name()).toBe('visits');
    await draft.store();
    expect(called('createWorkspace')).toHaveLength(1);
    expect(called('dispatch').map(([, [command]]) => command)).toEqual([{ name: 'sources/import', draft: 'd1' }]);
    expect(draft.done()).toMatchObject({ undone: false });
  });

  it('that fails leaves no empty workspace behind, and what was chosen stays', async () => {
    const { draft, called } = draftWith(
      {
        createWorkspace: async () => ok(STUB_STATUS),
        dispatch: async () => fail(issue('import/nothingKept')),
        closeWorkspace: async () => NO_WORKSPACE,
        deleteWorkspace: async () => ok(null),
      },
      NO_WORKSPACE,
    );
    await draft.choose([FILE]);
    await draft.store();
    expect(called('deleteWorkspace')).toHaveLength(1);
    expect(draft.done()).toBeNull();
    expect(draft.choice('visits')).toEqual(choice);
  });

  it('that fails is read again as it was set by hand', async () => {
    const gbk = { ...table('visits', ['日期', '客户']).format, encoding: 'gb18030' };
    const { draft, called } = draftWith({
      dispatch: async () => fail(issue('import/nothingKept')),
      readTable: async () => ok({ ...table('visits', ['日期', '客户']), format: gbk }),
    });
    await draft.choose([FILE]);
    await draft.readAgain('visits', { encoding: 'gb18030' });
    await draft.check();
    await draft.store();
    expect(called('readTable').at(-1)?.[1].slice(1)).toEqual(['visits', gbk]);
    expect(draft.table('visits')?.format).toEqual(gbk);
  });

  it('twice at once is once', async () => {
    const { draft, called } = draftWith({ dispatch: async () => ok(patch) });
    await draft.choose([FILE]);
    await Promise.all([draft.store(), draft.store(), draft.store()]);
    expect(called('dispatch')).toHaveLength(1);
  });
});
