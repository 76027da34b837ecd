import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { CURRENCIES } from '~/domain/money';
import type { Day } from '~/domain/period';
import { fail, ok, type Result } from '~/domain/result';
import type { HostEvent, HostStatus } from '~/domain/status';
import { sheetRows } from '~/plan/views/sheet';
import { deleteWorkspace, type IndexDatabase, indexDatabase, listWorkspaces } from '~/storage/indexDatabase';
import { createBalanceQueries } from './balanceQueries';
import { createCapacityQueries } from './capacityQueries';
import { createChallengeQueries } from './challengeQueries';
import { type Changed, change, checkpoint, turn } from './change';
import { createChartQueries } from './chartQueries';
import { createCustomerListQueries } from './customerListQueries';
import { createFactQueries } from './factQueries';
import { createForecastPageQueries } from './forecastPageQueries';
import { createForecastTreeQueries, type ForecastDrafts } from './forecastTreeQueries';
import { createHistoryQueries } from './historyQueries';
import { createJobs, type Jobs } from './jobs';
import { createLetterQueries } from './letterQueries';
import { createPackQueries, forgetBatch, type PackDrafts, packOf } from './packQueries';
import { createPipelineQueries } from './pipelineQueries';
import { previewChange } from './preview';
import { createPriceQueries } from './priceQueries';
import type { Patch, PlanHostApi, SheetWindow } from './protocol';
import { createQualityQueries } from './qualityQueries';
import { createQueries } from './queries';
import { rescueFile, rescueStored } from './rescue';
import { sampleCommands } from './sampleStory';
import { createScenarioQueries } from './scenarioQueries';
import { createSegmentQueries } from './segmentQueries';
import { createServiceQueries } from './serviceQueries';
import { lookedAt, openPlan, type Session, statusOf } from './session';
import { createSessionKeeper, type TabChannel } from './sessionKeeper';
import { createShapeQueries } from './shapeQueries';
import { createSheetQueries } from './sheetQueries';
import { blockOf, openSheet, toggleSheetRow } from './sheets';
import { createSimulationQueries } from './simulationQueries';
import { createSpreadQueries } from './spreadQueries';
import type { ComputePool } from './tasks';
import { createTerritoryQueries } from './territoryQueries';
import { createValueQueries } from './valueQueries';
import { createWho } from './who';

/** What the host needs of the world around it. Tests give their own; the worker gives the real one. */
export interface HostWorld {
  /** Prefix of all databases: several apps may share an origin. */
  namespace: string;
  clock: () => { now: string; today: Day };
  pool: ComputePool;
  /** Tells other tabs of this origin that a workspace was written, and hears from them. */
  channel: TabChannel;
}

const IDLE = 2000;

/**
 * Owns plan, history and storage. Plain TypeScript that does not know it runs in a worker: the page reaches it through a
 * link, tests and a fallback call it directly.
 */
export function createPlanHost(world: HostWorld): PlanHostApi {
  const index: IndexDatabase = indexDatabase(world.namespace);
  const packs: PackDrafts = new Map();
  const forecasts: ForecastDrafts = new Map();
  let listener: (event: HostEvent) => void = () => undefined;
  let idle: ReturnType<typeof setTimeout> | null = null;
  let ordinal = 0;
  // A page outlives the worker it talks to: the sheets of the next one must not bear the names of this one's.
  let sheets = Date.parse(world.clock().now);

  const tell = (event: HostEvent): void => listener(event);
  const status = (): HostStatus => statusOf(keeper.session);
  const jobs: Jobs = createJobs(tell);
  const keeper = createSessionKeeper({
    namespace: world.namespace,
    index,
    channel: world.channel,
    now: () => world.clock().now,
    tell,
  });

  const answer = async (opened: Promise<Result<Session>>): Promise<Result<HostStatus>> => {
    const result = await opened;
    return result.ok ? ok(status()) : result;
  };

  const withSession = <T>(run: (open: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> =>
    Promise.resolve(keeper.session ? run(keeper.session) : fail(issue('plan/notOpen')));

  /** The state that is looked at, for what only reads. */
  const withShown = <T>(run: (open: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const shown = lookedAt(keeper.session);
    return Promise.resolve(shown ? run(shown) : fail(issue('plan/notOpen')));
  };

  let lastChange: Promise<unknown> = Promise.resolve();

  /** Changes one after another: an undo that waits for the disk must not meet the next one half way. */
  const inTurn = <T>(run: (open: Session) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const next = lastChange.then(() => withSession(run));
    lastChange = next.catch(() => undefined);
    return next;
  };

  const who = createWho();

  const asking = {
    who,
    tell,
    live: () => keeper.session,
    session: () => lookedAt(keeper.session),
    jobs,
    pool: world.pool,
    clock: world.clock,
  };

  const patchOf = (open: Session, changed: Changed, window: SheetWindow | null): Patch => {
    const sheet = window ? open.sheets.get(window.sheet) : undefined;
    const block = window && sheet ? blockOf(open, window) : null;
    return {
      effect: changed.effect,
      status: status(),
      block: block?.ok ? block.value : null,
      rows: sheet && changed.rows ? sheetRows(open.document, sheet) : null,
    };
  };

  const rest = (open: Session): void => {
    if (idle) clearTimeout(idle);
    idle = setTimeout(() => {
      if (keeper.session === open) checkpoint(open);
    }, IDLE);
  };

  const newWorkspaceId = (): string => {
    ordinal += 1;
    return `w${Date.parse(world.clock().now).toString(36)}${ordinal}`;
  };

  return {
    async start(onEvent) {
      listener = onEvent;
      return status();
    },
    workspaces: () => listWorkspaces(index),
    openWorkspace(id) {
      packs.clear();
      return answer(keeper.open(id));
    },
    createWorkspace: ({ name, currency }) =>
      answer(keeper.found({ id: newWorkspaceId(), name, currency, minorUnit: CURRENCIES[currency] })),
    openSample: (options, job) =>
      jobs.run({ id: job, kind: 'sample', cancellable: true }, async (control) => {
        const sample = await world.pool.run('sample', options, control);
        if (!sample.ok) return sample;
        if (control.signal.aborted) return fail(issue('worker/cancelled'));
        const { batch, pipeline, plan } = sample.value;
        const id = newWorkspaceId();
        const currency = plan.currency;
        const made = await keeper.found({
          id,
          name: plan.name,
          currency,
          minorUnit: CURRENCIES[currency],
          sample: true,
        });
        if (!made.ok) return made;
        for (const command of sampleCommands(sample.value, 'sample')) {
          const changed = change(made.value, command, {
            ...world.clock(),
            batchOf: () => batch,
            packOf: () => pipeline,
            setup: true,
          });
          if (!changed.ok) return changed;
        }
        rest(made.value);
        return ok(status());
      }),
    async deleteWorkspace(id) {
      if (keeper.session?.id === id) await keeper.leave({ unsaved: 'drop' });
      return deleteWorkspace(index, { namespace: world.namespace, workspace: id });
    },
    async closeWorkspace() {
      await keeper.leave({ unsaved: 'stay' });
      packs.clear();
      return status();
    },
    openPlan: (id) =>
      inTurn(async (open) => {
        open.past = null;
        checkpoint(open);
        await open.queue.settled();
        const opened = await openPlan(open, id);
        return opened.ok ? ok(status()) : opened;
      }),
    takeOver: () => answer(keeper.takeOver()),
    dispatch: (command: Command, window) =>
      inTurn((open) => {
        // Orders alone come with the sample only: what people bring are packs.
        const taking = {
          batchOf: () => null,
          packOf: packOf(packs),
          forecastOf: (draft: string) => forecasts.get(draft)?.draft ?? null,
        };
        const changed = change(open, command, { ...world.clock(), who: who.name, ...taking });
        if (!changed.ok) return changed;
        if (command.name === 'sources/import') forgetBatch(packs, command.draft);
        rest(open);
        return ok(patchOf(open, changed.value, window));
      }),
    undo: (window) => inTurn((open) => turned(open, 'undo', window)),
    redo: (window) => inTurn((open) => turned(open, 'redo', window)),
    preview: (command) => withShown((open) => previewChange(open.document, command, world.clock())),
    async settle() {
      const { session } = keeper;
      if (session) {
        if (session.queue.state === 'failed') session.queue.retry();
        checkpoint(session);
        await session.queue.settled();
      }
      return status();
    },
    openSheet: (query) =>
      withShown((open) => {
        sheets += 1;
        return openSheet(open, { ...query, ownersOn: world.clock().today }, sheets);
      }),
    toggleRow: (sheet, row, isOpen) => withShown((open) => toggleSheetRow(open, sheet, { id: row, open: isOpen })),
    sheetBlock: (window) => withShown((open) => blockOf(open, window)),
    async discardImport(draft) {
      packs.delete(draft);
      return null;
    },
    ...createQueries(asking),
    ...createSheetQueries(asking),
    ...createSpreadQueries(asking),
    ...createHistoryQueries(asking),
    ...createScenarioQueries(asking),
    ...createShapeQueries(asking),
    ...createChartQueries(asking),
    ...createValueQueries(asking),
    ...createTerritoryQueries(asking),
    ...createServiceQueries(asking),
    ...createSegmentQueries(asking),
    ...createQualityQueries(asking),
    ...createPriceQueries(asking),
    ...createFactQueries(asking),
    ...createPackQueries(asking, packs),
    ...createCustomerListQueries(asking),
    ...createPipelineQueries(asking),
    ...createChallengeQueries(asking),
    ...createForecastTreeQueries(asking, forecasts),
    ...createForecastPageQueries(asking),
    ...createSimulationQueries(asking),
    ...createBalanceQueries(asking),
    ...createCapacityQueries(asking),
    ...createLetterQueries(asking),
    rescueFile: () => withSession((open) => ok(rescueFile(open))),
    rescueStored: (id) => rescueStored(world.namespace, id),
    async cancel(job) {
      jobs.cancel(job);
      return null;
    },
  };

  async function turned(open: Session, direction: 'undo' | 'redo', window: SheetWindow | null): Promise<Result<Patch>> {
    const changed = await turn(open, direction, { ...world.clock(), who: who.name });
    if (!changed.ok) return changed;
    rest(open);
    return ok(patchOf(open, changed.value, window));
  }
}
