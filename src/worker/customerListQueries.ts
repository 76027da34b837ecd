import type { CustomerListQuery } from '~/domain/customerList';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { workspaceOf } from '~/plan/document';
import { customerListChoices } from '~/plan/views/customerListChoices';
import { listOrder } from '~/plan/views/customerListOrder';
import { type ListScene, listScene } from '~/plan/views/customerListScene';
import { customerListView } from '~/plan/views/customerListView';
import type { Reading } from '~/plan/views/nameIndex';
import { ordersOf } from '~/plan/views/oneCustomerOrders';
import { customerPlace } from '~/plan/views/oneCustomerPlace';
import { oneCustomerView } from '~/plan/views/oneCustomerView';
import type { CustomerListApi } from './customerListApi';
import { customerListFile } from './customerListFile';
import { loadReading } from './pinyin';
import type { QueryOptions } from './queries';
import type { Session } from './session';

/** The list of customers, and all that is known of one; nothing is changed by it. */
export function createCustomerListQueries({ session, clock, jobs, pool }: QueryOptions): CustomerListApi {
  const sceneOf = ({ document, views, revision }: Session): ListScene =>
    listScene({ document, cache: views, today: clock().today, revision });

  const ask = <T>(run: (scene: ListScene) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
    const open = session();
    return Promise.resolve(open ? run(sceneOf(open)) : fail(issue('plan/notOpen')));
  };

  /** Readings are only needed where somebody searches. */
  const readingFor = ({ search }: CustomerListQuery): Promise<Reading | null> =>
    search === '' ? Promise.resolve(null) : loadReading();

  return {
    customerList: async (query, window) => {
      const reading = await readingFor(query);
      return ask((scene) => ok(customerListView(scene, { query, window, reading })));
    },
    customerListCodes: async (query) => {
      const reading = await readingFor(query);
      return ask((scene) => ok(listOrder(scene, query, reading).slice()));
    },
    customerListChoices: () => ask((scene) => ok(customerListChoices(scene))),
    customerListFile: async (query, request, job) => {
      const reading = await readingFor(query);
      return ask((scene) =>
        jobs.run({ id: job, kind: 'workbook', cancellable: true }, async (control) => {
          const window = { first: 0, count: Number.MAX_SAFE_INTEGER, columns: request.columns };
          const view = customerListView(scene, { query, window, reading });
          const minorUnit = workspaceOf(scene.document)?.minorUnit ?? 2;
          const bytes = await pool.run('listFile', customerListFile(view, request, minorUnit), control);
          return bytes.ok ? ok({ name: `${request.name}.${request.format}`, bytes: bytes.value }) : bytes;
        }),
      );
    },
    oneCustomer: (code) => ask((scene) => ok(oneCustomerView(scene, code))),
    customerPlace: async (query, code) => {
      const reading = await readingFor(query);
      return ask((scene) => ok(customerPlace(scene, code, { query, reading })));
    },
    customerOrders: (customer, first, count) =>
      ask(({ document, cache }) => ok(ordersOf(document, cache, { customer, first, count }))),
    customerFilters: () =>
      ask(({ document }) => {
        const order = new Intl.Collator('zh-CN', { numeric: true });
        return ok([...document.records.savedFilter.values()].sort((a, b) => order.compare(a.name, b.name)));
      }),
  };
}
