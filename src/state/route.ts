import { type Accessor, createSignal } from 'solid-js';

export const PAGES = [
  'start',
  'home',
  'plan',
  'challenge',
  'customers',
  'pipeline',
  'forecast',
  'review',
  'sources',
  'import',
  'wizard',
] as const;

export type PageId = (typeof PAGES)[number];

export interface Route {
  page: PageId;
  params: Record<string, string>;
}

export interface Router {
  route: Accessor<Route>;
  /** Goes to a page; the browser's back button returns. */
  go(page: PageId, params?: Record<string, string>): void;
  /** Changes params of the page that is open; null removes one. No step in the browser's history. */
  setParams(params: Record<string, string | null>): void;
  dispose(): void;
}

/** `#/plan?unit=one` ⇄ { page: 'plan', params: { unit: 'one' } }; what is not known leads to the start page. */
export function parseRoute(hash: string): Route {
  const [path, query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const page = PAGES.find((id) => id === path) ?? 'start';
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}

export function formatRoute(route: Route): string {
  const query = new URLSearchParams(route.params).toString();
  return `#/${route.page}${query ? `?${query}` : ''}`;
}

/** Hash routing: works under any sub-path and without a server that knows the pages. */
export function createRouter(): Router {
  const [route, setRoute] = createSignal(parseRoute(location.hash));
  const follow = () => setRoute(parseRoute(location.hash));
  addEventListener('hashchange', follow);
  return {
    route,
    go(page, params = {}) {
      location.hash = formatRoute({ page, params });
      follow();
    },
    setParams(changes) {
      const params = Object.fromEntries(
        Object.entries({ ...route().params, ...changes }).filter(
          (entry): entry is [string, string] => entry[1] !== null,
        ),
      );
      history.replaceState(null, '', formatRoute({ page: route().page, params }));
      follow();
    },
    dispose: () => removeEventListener('hashchange', follow),
  };
}
