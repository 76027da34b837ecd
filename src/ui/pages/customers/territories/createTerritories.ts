import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { MemberCode } from '~/domain/dimension';
import { type Day, dayOf, dayOfIsoDate, isoDate, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type {
  BalanceQuery,
  TerritoryAnswer,
  TerritoryFigure,
  TerritoryGroup,
  TerritoryListQuery,
  TerritoryListView,
  TerritoryMove,
} from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { createWindowed, type Windowed } from '../../../components/createWindowed';
import { useText } from '../../../components/TextProvider';
import { draftIn, draftParam } from './draftParam';

export interface TerritoriesState {
  answer: Accessor<TerritoryAnswer | null>;
  stale: Accessor<boolean>;
  list: Windowed<TerritoryListQuery, TerritoryListView>;
  by: Accessor<TerritoryGroup>;
  setBy(by: TerritoryGroup): void;
  figure: Accessor<TerritoryFigure>;
  setFigure(figure: TerritoryFigure): void;
  /** Seller by customer, of the draft. */
  draft: Accessor<ReadonlyMap<MemberCode, MemberCode>>;
  moves: Accessor<TerritoryMove[]>;
  /** The day it takes effect; null = what is written is no day. */
  from: Accessor<Day | null>;
  setFrom(day: Day | null): void;
  targets: Accessor<BalanceQuery['targets']>;
  setTargets(targets: BalanceQuery['targets']): void;
  ticked: Accessor<ReadonlySet<MemberCode>>;
  tick(codes: Iterable<MemberCode>, on: boolean): void;
  untick(): void;
  /** What is being dragged. */
  dragged: Accessor<readonly MemberCode[]>;
  setDragged(codes: readonly MemberCode[]): void;
  /** Adds moves to the draft; null as the seller takes customers out of it. */
  move(codes: Iterable<MemberCode>, seller: MemberCode | null): void;
  take(moves: readonly TerritoryMove[]): void;
  clear(): void;
  ask(more: Partial<TerritoryListQuery>): void;
  sellerName(code: MemberCode): string;
}

/** Customers ticked elsewhere come along in the address: `customers=1.2.3`. */
const codesIn = (text: string | undefined): MemberCode[] =>
  (text ?? '')
    .split('.')
    .map(Number)
    .filter((code) => Number.isInteger(code) && code > 0);

/** The draft of the page and what the worker says to it. Nothing takes effect before it is applied. */
export function createTerritories(): TerritoriesState {
  const app = useApp();
  const { t } = useText();
  const [by, setBy] = createSignal<TerritoryGroup>('seller');
  const [figure, setFigure] = createSignal<TerritoryFigure>('sales');
  const [draft, setDraft] = createSignal<ReadonlyMap<MemberCode, MemberCode>>(draftIn(app.route().params.moves));
  const [chosenDay, setChosenDay] = createSignal<Day | null | undefined>(
    dayOfIsoDate(app.route().params.from ?? '') ?? undefined,
  );
  const [targets, setTargets] = createSignal<BalanceQuery['targets']>('move');
  const [ticked, setTicked] = createSignal<ReadonlySet<MemberCode>>(new Set(codesIn(app.route().params.customers)));
  if (app.route().params.customers !== undefined) app.setParams({ customers: null });
  const [dragged, setDragged] = createSignal<readonly MemberCode[]>([]);
  const moves = createMemo(() => [...draft()].map(([customer, seller]) => ({ customer, seller })));
  const now = new Date();
  const nextMonth = monthPeriodAt(monthIndexOf(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())) + 1).from;
  const from = (): Day | null => {
    const chosen = chosenDay();
    return chosen === undefined ? nextMonth : chosen;
  };
  const answer = createLiveAnswer(
    (): BalanceQuery => ({ moves: moves(), from: from(), by: by(), targets: targets() }),
    (query) => app.host.territories(query),
  );
  const list = createWindowed<TerritoryListQuery, TerritoryListView>((query) => app.host.territoryCustomers(query), {
    search: '',
    seller: null,
    region: null,
    tier: null,
    moved: false,
    moves: [],
    from: from(),
    sort: { by: 'sales', descending: true },
  });
  const ask = (more: Partial<TerritoryListQuery>) => {
    const next = { ...list.query(), from: from(), ...more };
    // Only a list of what moves depends on the draft; the page knows the rest of it, and the list may stay where it is.
    list.ask({ ...next, moves: next.moved ? moves() : [] });
  };
  const put = (next: ReadonlyMap<MemberCode, MemberCode>) => {
    setDraft(next);
    app.setParams({ moves: draftParam(next) });
    if (list.query().moved) ask({});
  };
  const sellerName = (code: MemberCode): string =>
    answer.value()?.balance.sellers.find((seller) => seller.code === code)?.name || t('territory.unassigned');
  return {
    answer: answer.value,
    stale: answer.stale,
    list,
    by,
    setBy,
    figure,
    setFigure,
    draft,
    moves,
    from,
    setFrom(day) {
      setChosenDay(day);
      app.setParams({ from: day === null ? null : isoDate(day) });
      ask({});
    },
    targets,
    setTargets,
    ticked,
    tick(codes, on) {
      const next = new Set(ticked());
      for (const code of codes) {
        if (on) next.add(code);
        else next.delete(code);
      }
      setTicked(next);
    },
    untick: () => setTicked(new Set<MemberCode>()),
    dragged,
    setDragged,
    move(codes, seller) {
      const next = new Map(draft());
      const all = [...codes];
      for (const code of all) {
        if (seller === null) next.delete(code);
        else next.set(code, seller);
      }
      put(next);
      setTicked(new Set<MemberCode>());
      if (seller !== null) app.announce(t('territory.announced', { n: all.length, name: sellerName(seller) }));
    },
    take(more) {
      const next = new Map(draft());
      for (const { customer, seller } of more) next.set(customer, seller);
      put(next);
    },
    clear: () => put(new Map()),
    ask,
    sellerName,
  };
}
