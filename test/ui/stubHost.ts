import { monthPeriodAt } from '~/domain/period';
import { ok } from '~/domain/result';
import type { HostStatus, WorkspaceHead } from '~/domain/status';
import type { HostCalls } from '~/state/protocol';

export const STUB_STATUS: HostStatus = {
  workspace: { id: 'w1', name: '华星润滑', currency: 'CNY', minorUnit: 2, sample: true },
  plan: {
    id: 'p1',
    name: 'FY2027 销售目标',
    currency: 'CNY',
    minorUnit: 2,
    calendar: { kind: 'months', startMonth: 1, nameBy: 'start' },
    fiscalYear: 2027,
    periods: Array.from({ length: 12 }, (_, p) => monthPeriodAt(57 * 12 + p)),
    dimensions: ['region', 'seller', 'product'],
    groups: [],
    scenarios: ['base'],
    generation: 1,
    base: { kind: 'lastYear', total: 8_450_000_000, from: '2026-01', to: '2026-12', takenOn: '2027-01-01' },
    closedPeriods: [],
  } as unknown as HostStatus['plan'],
  plans: [
    { id: 'p1', name: 'FY2027 销售目标' },
    { id: 'p2', name: 'FY2026 销售目标' },
  ],
  dimensions: [],
  revision: 3,
  savedRevision: 3,
  save: 'saved',
  saveIssue: null,
  readOnly: null,
  undo: { seq: 3, command: 'targets/setCell' },
  redo: null,
  asOf: 20_955,
  past: null,
};

export const STUB_WORKSPACES: WorkspaceHead[] = [
  { id: 'w2', name: 'AdventureWorks', sample: false, openedAt: '2026-11-20T09:00:00.000Z' },
  { id: 'w1', name: '华星润滑', sample: true, openedAt: '2026-11-21T10:42:00.000Z' },
];

export interface StubHost {
  host: HostCalls;
  /** Names of the calls that were made, with their arguments. */
  calls: [string, unknown[]][];
}

/** A host that answers what a test tells it to; all other calls answer with the status. */
export function createStubHost(answers: Partial<HostCalls> = {}, status: HostStatus = STUB_STATUS): StubHost {
  const calls: [string, unknown[]][] = [];
  const own: Partial<HostCalls> = {
    workspaces: async () => ok(STUB_WORKSPACES),
    closeWorkspace: async () => ({ ...status, workspace: null, plan: null, plans: [] }),
    settle: async () => status,
    cancel: async () => null,
    ...answers,
  };
  const host = new Proxy({} as HostCalls, {
    get:
      (_, name: keyof HostCalls) =>
      async (...args: unknown[]) => {
        calls.push([name, args]);
        const answer = own[name] as ((...all: unknown[]) => Promise<unknown>) | undefined;
        return answer ? answer(...args) : ok(status);
      },
  });
  return { host, calls };
}
