import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { must } from './support/host';
import { makePlan } from './support/madePlan';
import { fakeLocks, openOrigin } from './support/tabs';

const rename = (to: string) => ({ name: 'plan/rename', to }) as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A workspace with two tabs on it: the first writes, the second looks. */
async function twoTabs() {
  const origin = openOrigin();
  const [first, second] = [await origin.tab(), await origin.tab()];
  const id = (await makePlan(first.host)).workspace?.id ?? '';
  const opened = must(await second.host.openWorkspace(id));
  return { origin, first, second, id, opened };
}

describe('two tabs with locks', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: fakeLocks() });
  });

  it('one writes, the other looks on and follows', async () => {
    const { first, second, opened } = await twoTabs();
    expect(opened.readOnly).toBe('otherTab');
    expect(await second.host.dispatch(rename('by the second'), null)).toMatchObject({
      ok: false,
      issues: [{ code: 'plan/readOnly' }],
    });
    must(await first.host.dispatch(rename('by the first'), null));
    await vi.waitFor(() => expect(second.told()?.plan?.name).toBe('by the first'), 3000);
    expect(second.events).toContainEqual({ kind: 'reopened' });
    expect(second.told()?.readOnly).toBe('otherTab');
  });

  it('writing goes over and back, and no edit of either is lost', async () => {
    const { first, second } = await twoTabs();
    must(await first.host.dispatch(rename('one'), null));
    expect(must(await second.host.takeOver())).toMatchObject({ readOnly: null, plan: { name: 'one' } });
    expect(first.told()?.readOnly).toBe('otherTab');
    must(await second.host.dispatch(rename('two'), null));
    expect((await second.host.settle()).save).toBe('saved');
    expect(must(await first.host.takeOver())).toMatchObject({ readOnly: null, plan: { name: 'two' } });
    expect(second.told()?.readOnly).toBe('otherTab');
    must(await first.host.undo(null));
    must(await first.host.undo(null));
    expect((await first.host.settle()).save).toBe('saved');
  });

  it('the one that looks becomes the writer when the other one goes', async () => {
    const { first, second } = await twoTabs();
    must(await first.host.dispatch(rename('last words'), null));
    await first.host.closeWorkspace();
    await vi.waitFor(() => expect(second.told()).toMatchObject({ readOnly: null, plan: { name: 'last words' } }), 3000);
    must(await second.host.dispatch(rename('mine now'), null));
    expect((await second.host.settle()).save).toBe('saved');
  });

  it('a tab with changes that it could not save does not let go, and says so at once', async () => {
    const { first, second } = await twoTabs();
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    try {
      must(await first.host.dispatch(rename('typed on a full disk'), null));
      expect((await first.host.settle()).save).toBe('failed');
      expect(await second.host.takeOver()).toMatchObject({ ok: false, issues: [{ code: 'storage/blocked' }] });
      expect(first.told()?.readOnly).toBeNull();
    } finally {
      IDBObjectStore.prototype.add = add;
    }
    expect((await first.host.settle()).save).toBe('saved');
    expect(must(await second.host.takeOver()).plan?.name).toBe('typed on a full disk');
  });

  it('of three, the one that asks gets to write', async () => {
    const { origin, first, second, id } = await twoTabs();
    const third = await origin.tab();
    must(await third.host.openWorkspace(id));
    expect(must(await third.host.takeOver()).readOnly).toBeNull();
    expect((await second.host.settle()).readOnly).toBe('otherTab');
    expect((await first.host.settle()).readOnly).toBe('otherTab');
  });
});

describe('two tabs without locks, as on plain http', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', {});
  });

  it('both may begin to write; the one that hears of the other steps back and follows', async () => {
    const { first, second, opened } = await twoTabs();
    expect(opened.readOnly).toBeNull();
    must(await second.host.dispatch(rename('by the second'), null));
    await vi.waitFor(
      () => expect(first.told()).toMatchObject({ readOnly: 'otherTab', plan: { name: 'by the second' } }),
      3000,
    );
    expect(must(await first.host.takeOver()).readOnly).toBeNull();
    must(await first.host.dispatch(rename('by the first'), null));
    expect((await first.host.settle()).save).toBe('saved');
  });

  it('of two edits at once one is kept and the other one is said to be unsaved', async () => {
    const { first, second, id, origin } = await twoTabs();
    const both = await Promise.all([
      first.host.dispatch(rename('first'), null),
      second.host.dispatch(rename('second'), null),
    ]);
    expect(both.every((one) => one.ok)).toBe(true);
    const [a, b] = [await first.host.settle(), await second.host.settle()];
    const signs = [a, b].map(({ save, saveIssue, readOnly }) => ({ save, code: saveIssue?.code, readOnly }));
    expect(signs).toContainEqual({ save: 'saved', code: undefined, readOnly: null });
    expect(signs).toContainEqual({ save: 'failed', code: 'storage/conflict', readOnly: 'otherTab' });
    const winner = a.save === 'saved' ? 'first' : 'second';
    const third = await origin.tab();
    expect(must(await third.host.openWorkspace(id)).plan?.name).toBe(winner);
  });
});
