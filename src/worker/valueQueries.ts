import type { ValueRule } from '~/domain/customerValue';
import { issue } from '~/domain/issue';
import type { NextQuery, NextRule } from '~/domain/nextProduct';
import { fail, ok, type Result } from '~/domain/result';
import type { JobState } from '~/domain/status';
import { customerOwners } from '~/plan/customers/customerOwners';
import { type CustomerFit, customerValues, keepFit, knownFit } from '~/plan/customers/customerValue';
import { nextInput } from '~/plan/customers/nextInput';
import { keepStudy, knownStudy, type NextStudy } from '~/plan/customers/nextStudy';
import { tiersOn } from '~/plan/customers/tiersOn';
import { valueInput } from '~/plan/customers/valueInput';
import { workspaceOf } from '~/plan/document';
import { customerFigures } from '~/plan/views/customerFigures';
import { type NextScene, nextOrder } from '~/plan/views/nextProductOrder';
import { callRow, nextProductView } from '~/plan/views/nextProductView';
import { valueView } from '~/plan/views/valueView';
import { callListCsv } from './callListCsv';
import { loadReading } from './pinyin';
import type { QueryOptions } from './queries';
import type { Session } from './session';
import type { TaskControl } from './tasks';
import type { ValueApi } from './valueApi';

/** What a list that only wants to know who still buys is fitted by. */
const PLAIN_RULE: ValueRule = { model: 'bgNbd', months: 12, discount: 0.1 };

/** Value of customers and what they may buy next; nothing is changed by it. */
export function createValueQueries({ session, jobs, pool, clock }: QueryOptions): ValueApi {
  const ask = <T>(run: (open: Session) => Promise<Result<T>>): Promise<Result<T>> => {
    const open = session();
    return open ? run(open) : Promise.resolve(fail(issue('plan/notOpen')));
  };

  /** What is known already is answered without a job, so that scrolling shows none. */
  const once = <T>(
    job: Pick<JobState, 'id' | 'kind'>,
    { known, make }: { known: () => T | null; make: (control: TaskControl) => Promise<Result<T | null>> },
  ): Promise<Result<T | null>> => {
    const kept = known();
    if (kept !== null) return Promise.resolve(ok(kept));
    return jobs.run({ ...job, cancellable: true }, make);
  };

  const fitOf = (open: Session, rule: ValueRule, job: string): Promise<Result<CustomerFit | null>> =>
    once<CustomerFit>(
      { id: job, kind: 'value' },
      {
        known: () => knownFit(open.document, rule),
        make: async (control) => {
          const version = open.document.factsVersion;
          const source = valueInput(open.document, open.views, rule);
          if (!source) return ok(null);
          const valued = await pool.run('value', source.input, control);
          if (!valued.ok) return valued;
          const fit = { rule, source, valued: valued.value };
          keepFit(open.document, fit, version);
          return ok(fit);
        },
      },
    );

  const studyOf = (open: Session, query: NextRule, job: string): Promise<Result<NextStudy | null>> => {
    const { by, level, months, least } = query;
    const rule: NextRule = { by, level, months, least };
    return once<NextStudy>(
      { id: job, kind: 'next' },
      {
        known: () => knownStudy(open.document, rule),
        make: async (control) => {
          const version = open.document.factsVersion;
          const source = nextInput(open.document, open.views, rule);
          if (!source) return ok(null);
          const study = await pool.run('basket', source.input, control);
          if (!study.ok) return study;
          // The lines have done their work and would only fill the memory.
          const none = new Uint32Array();
          const lines = { customer: none, item: none, order: none, amount: new Float64Array() };
          const made = { rule, source: { ...source, input: { ...source.input, lines } }, study: study.value };
          keepStudy(open.document, made, version);
          return ok(made);
        },
      },
    );
  };

  const readingFor = (search: string) => (search === '' ? Promise.resolve(null) : loadReading());

  const sceneOf = async (open: Session, query: NextQuery, job: string): Promise<Result<NextScene | null>> => {
    const reading = await readingFor(query.search);
    const made = await studyOf(open, query, job);
    if (!made.ok || !made.value) return made.ok ? ok(null) : made;
    // How likely a customer still buys belongs beside every call; where it cannot be fitted, calls stand without it.
    if (!customerValues(open.document)) await fitOf(open, PLAIN_RULE, `${job}/value`);
    const { today } = clock();
    return ok({
      made: made.value,
      tier: tiersOn(open.document, open.views, today),
      owner: customerOwners(open.document, 'seller', today),
      lastDay: customerFigures(open.document, open.views)?.facts.lastDay ?? new Int32Array(),
      alive: customerValues(open.document)?.alive ?? null,
      reading,
    });
  };

  return {
    value: (query, job) =>
      ask(async (open) => {
        const reading = await readingFor(query.search);
        const { model, months, discount } = query;
        const fit = await fitOf(open, { model, months, discount }, job);
        if (!fit.ok) return fit;
        return ok(valueView(open.document, { query, cache: open.views, fit: fit.value, reading }));
      }),
    nextProducts: (query, job) =>
      ask(async (open) => {
        const scene = await sceneOf(open, query, job);
        return scene.ok ? ok(nextProductView(open.document, query, scene.value)) : scene;
      }),
    callList: (query, words, job) =>
      ask(async (open) => {
        const { document } = open;
        const calls: NextQuery = { ...query, list: 'calls' };
        const scene = await sceneOf(open, calls, job);
        if (!scene.ok) return scene;
        const own = scene.value;
        const rows = own ? Array.from(nextOrder(document, calls, own), (k) => callRow(document, own, k)) : [];
        return ok(callListCsv(rows, words, workspaceOf(document)?.minorUnit ?? 2));
      }),
  };
}
