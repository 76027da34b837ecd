import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { CustomerListQuery } from '~/domain/customerList';
import type { CustomerPlace, OneCustomerView } from '~/domain/oneCustomer';
import { useApp } from '~/state/app';
import { queryOf } from '../list/listParams';

export interface CustomerState {
  code: Accessor<number>;
  query: Accessor<CustomerListQuery>;
  /** Undefined until the first answer, null where the customer is not there. */
  view: Accessor<OneCustomerView | null | undefined>;
  stale: Accessor<boolean>;
  place: Accessor<CustomerPlace | null>;
  /** Another customer of the list; one step of the browser's history less. */
  show(code: number, row: number): void;
  /** To the list, at the place of this customer. */
  back(): void;
}

/** One customer over the host: asked anew whenever the workspace changes. */
export function createCustomer(): CustomerState {
  const app = useApp();
  const code = createMemo(() => Number(app.route().params.code ?? 0));
  const query = createMemo(() => queryOf(app.route().params), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const revision = createMemo(
    () =>
      `${app.status().workspace?.id}/${app.status().revision}/${app.status().plan?.id}/${JSON.stringify(app.status().past)}`,
  );
  const [view, setView] = createSignal<OneCustomerView | null>();
  const [place, setPlace] = createSignal<CustomerPlace | null>(null);
  const [stale, setStale] = createSignal(true);
  let asked = 0;
  createEffect(
    on([code, query, revision], async ([wanted, list]) => {
      if (!app.status().workspace) return;
      const mine = ++asked;
      setStale(true);
      const [found, stands] = await Promise.all([
        app.host.oneCustomer(wanted),
        app.attempt(app.host.customerPlace(list, wanted)),
      ]);
      if (mine !== asked) return;
      setStale(false);
      if (found.ok) setView(found.value);
      else app.toasts.say({ tone: 'bad', issues: found.issues });
      setPlace(stands);
    }),
  );
  return {
    code,
    query,
    view,
    stale,
    place,
    show: (next, row) => app.setParams({ code: String(next), row: String(row) }),
    back() {
      const { code: _code, ...params } = app.route().params;
      const at = place()?.place;
      app.go('customers', { ...params, ...(at ? { row: String(at - 1) } : {}) });
    },
  };
}
