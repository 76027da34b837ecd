import { type Accessor, createSignal } from 'solid-js';

/** What the page on screen may be able to do. The palette offers it only while a page says that it can. */
export const PAGE_CALLS = [
  'find',
  'note',
  'notes',
  'checkTarget',
  'lock',
  'lockTotal',
  'locks',
  'grainYear',
  'grainQuarter',
  'grainMonth',
  'openAll',
  'closeAll',
  'looksNone',
  'looksVariance',
  'looksBars',
  'looksAttainment',
] as const;

export type PageCall = (typeof PAGE_CALLS)[number];

export type PageCallTable = Partial<Record<PageCall, () => void>>;

export interface PageCalls {
  /** What can be called now; the newest offer of a call wins. */
  calls: Accessor<PageCallTable>;
  /** A page says what it can do; the function it gets back takes it away again. */
  offer(calls: PageCallTable): () => void;
}

export function createPageCalls(): PageCalls {
  const [offers, setOffers] = createSignal<PageCallTable[]>([]);
  return {
    calls: () => Object.assign({}, ...offers()),
    offer(calls) {
      setOffers((all) => [...all, calls]);
      return () => setOffers((all) => all.filter((one) => one !== calls));
    },
  };
}
