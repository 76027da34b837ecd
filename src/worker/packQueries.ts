import type { ImportProfile } from '~/domain/importProfile';
import { type Issue, issue } from '~/domain/issue';
import type { PackBatch } from '~/domain/pack';
import { fail, ok, type Result } from '~/domain/result';
import { proposeChoice } from '~/exchange/sources/proposeChoice';
import { proposeOrders } from '~/exchange/sources/proposeOrders';
import { openedPlan, type PlanDocument, workspaceOf } from '~/plan/document';
import { sourceStates } from '~/plan/sources/sourceStates';
import { openPackDraft, type PackDraft, readTableAgain } from './packDraft';
import { previewPackDraft } from './packPreview';
import { rejectedRowsOf } from './packRejected';
import { rowsOfTable } from './packRows';
import type { PackApi, PackOpened } from './protocol';
import type { QueryOptions } from './queries';
import type { TaskControl } from './tasks';
import { template } from './templates';

const QUIET: TaskControl = { signal: { aborted: false }, onProgress: () => undefined };

/** Packs of files on their way in, by the id of their draft. */
export type PackDrafts = Map<string, PackDraft>;

/** What `sources/import` takes in: the pack as it was last checked without a question left. */
export const packOf =
  (drafts: PackDrafts) =>
  (draft: string): PackBatch | null =>
    drafts.get(draft)?.batch ?? null;

/** Targets need an open plan: said as soon as a list of them is seen, not when everything else is settled. */
function withNoPlan(opened: PackOpened, document: PlanDocument | null): PackOpened {
  if (document && openedPlan(document)) return opened;
  const lists = opened.choices.filter(({ use, kinds }) => use === 'source' && kinds.includes('targets'));
  if (lists.length === 0) return opened;
  const told = lists.map(({ table }) => issue('import/noPlan', undefined, { file: table }));
  return { ...opened, issues: [...opened.issues, ...told] };
}

/** What was taken in needs no second copy; the rows that were rejected stay until the draft is put away. */
export function forgetBatch(drafts: PackDrafts, id: string): void {
  const draft = drafts.get(id);
  if (!draft) return;
  draft.batch = null;
  draft.tables = new Map([...draft.tables].map(([name, table]) => [name, { ...table, whole: null }]));
}

/** Files on their way in, and what stands in the workspace of each kind. */
export function createPackQueries({ live, session, jobs, pool }: QueryOptions, drafts: PackDrafts): PackApi {
  const document = (): PlanDocument | null => live()?.document ?? null;
  const profiles = (): ReadonlyMap<string, ImportProfile> => document()?.records.importProfile ?? new Map();
  const gone = fail(issue('import/cancelled'));
  const withDraft = <T>(id: string, run: (draft: PackDraft) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const draft = drafts.get(id);
    return Promise.resolve(draft ? run(draft) : gone);
  };
  const minorUnitOf = (wanted: number | undefined): number => {
    const known = document();
    return (known && workspaceOf(known)?.minorUnit) ?? wanted ?? 2;
  };

  return {
    openPack: (files, job) =>
      jobs.run({ id: job, kind: 'import', cancellable: true }, async (control) => {
        const opened = await openPackDraft(job, files, { pool, control, profiles: profiles() });
        if (!opened.ok) return opened;
        drafts.set(job, opened.value.draft);
        return ok(withNoPlan(opened.value.opened, document()));
      }),
    readTable: (id, table, format) =>
      withDraft(id, (draft) =>
        readTableAgain(draft, { table, format }, { pool, control: QUIET, profiles: profiles() }),
      ),
    proposeFields: (id, table, kind) =>
      withDraft(id, (draft) => {
        const packed = draft.tables.get(table);
        return packed ? ok(proposeChoice(table, packed.head, [kind])) : gone;
      }),
    proposeOrders: (id, choices) =>
      withDraft(id, (draft) => {
        const roles = choices.map(({ table, use, kinds }) => ({
          table,
          isOrders: use === 'source' && kinds.includes('orders'),
          isLookup: use !== 'ignored',
        }));
        const { mapping, guesses } = proposeOrders([...draft.tables.values()], roles, profiles());
        return ok({ orders: mapping, guesses });
      }),
    tableRows: (id, query, trial) =>
      withDraft(id, (draft) => rowsOfTable(draft, { query, trial, pool, minorUnit: minorUnitOf(trial.minorUnit) })),
    previewPack: (id, trial, job) =>
      withDraft(id, (draft) =>
        jobs.run({ id: job, kind: 'import', cancellable: true }, (control) =>
          previewPackDraft(draft, {
            document: document(),
            minorUnit: minorUnitOf(trial.minorUnit),
            trial,
            pool,
            control,
          }),
        ),
      ),
    rejectedRows: (id, words) =>
      withDraft(id, async (draft) => {
        const text = draft.read && (await rejectedRowsOf(draft, draft.read, words));
        const [first]: Issue[] = draft.read?.issues ?? [];
        return text === null ? fail(first ?? issue('import/nothingKept')) : ok(text);
      }),
    template,
    async sourceStates() {
      const shown = session();
      return shown ? ok(sourceStates(shown.document)) : ok([]);
    },
  };
}
