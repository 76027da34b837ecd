import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { At } from '~/domain/cell';
import { VERDICTS, type Verdict } from '~/domain/challenge';
import type { ChallengeQuery, ChallengeView, DifficultyQuery, DifficultyView } from '~/domain/challengeView';
import { formatAt, parseAt } from '~/state/address';
import { useApp } from '~/state/app';
import { type Answer, createAnswer } from '../../../components/createAnswer';

/** How the whole plan stood when the page was opened, or since it was last looked at anew. */
export interface Standing {
  target: number | null;
  chance: number | null;
  /** Nodes that are not to be made. */
  unrealistic: number;
}

export interface CheckState {
  query: Accessor<DifficultyQuery>;
  /** Changes part of the question; it stands in the address, so that a link shows the same. */
  ask(change: Partial<DifficultyQuery>): void;
  tree: Answer<DifficultyView>;
  at: Accessor<At>;
  choose(at: At): void;
  one: Answer<ChallengeView>;
  before: Accessor<Standing | null>;
  forgetBefore(): void;
}

const LINES = ['floor', 'target', 'stretch'] as const;
const START_DEPTH = 2;
/** What the page says itself. */
const EXPECTED = ['plan/notOpen', 'forecast/noHistory', 'column/unknown', 'scenario/unknown'];

/** The tree of difficulty, the node that is looked at, and how far corrections have moved the whole. */
export function createCheck(): CheckState {
  const app = useApp();
  const params = () => app.route().params;
  const asked = createMemo(() =>
    ['line', 'depth', 'order', 'verdict', 'by'].map((name) => params()[name] ?? '').join('|'),
  );
  const query = createMemo<DifficultyQuery>(() => {
    const [line, depth, order, verdict, by] = asked().split('|');
    return {
      line: lineOf(line),
      depth: Number(depth || START_DEPTH),
      order: order === 'worst' ? 'worst' : 'tree',
      verdict: VERDICTS.find((one) => one === verdict) ?? null,
      by: by === 'stretch' ? 'stretch' : 'chance',
    };
  });
  const address = createMemo(() => params().at ?? '');
  const at = createMemo(() => parseAt(address()));
  const tree = createAnswer<DifficultyQuery, DifficultyView>({
    kind: 'challenge',
    query,
    call: (asked, job) => app.host.difficulty(asked, job),
    expected: EXPECTED,
  });
  const one = createAnswer<ChallengeQuery, ChallengeView>({
    kind: 'challenge',
    query: () => ({ at: at(), line: query().line }),
    call: (asked, job) => app.host.challenge(asked, job),
    expected: EXPECTED,
  });
  const [before, setBefore] = createSignal<Standing | null>(null);
  createEffect(
    on(tree.view, (view) => {
      if (view && !before()) setBefore(standingOf(view));
    }),
  );
  // A text, so that an edit or another order of the same tree is no new beginning.
  const seen = createMemo(() => [app.status().plan?.id, query().line, query().depth].join('|'));
  createEffect(on(seen, () => setBefore(null), { defer: true }));
  return {
    query,
    ask: ({ line, depth, order, verdict, by }) =>
      app.setParams({
        ...(line === undefined ? {} : { line: line === 'target' ? null : line }),
        ...(depth === undefined ? {} : { depth: depth === START_DEPTH ? null : String(depth) }),
        ...(order === undefined ? {} : { order: order === 'tree' ? null : order }),
        ...(verdict === undefined ? {} : { verdict }),
        ...(by === undefined ? {} : { by: by === 'chance' ? null : by }),
      }),
    tree,
    at,
    choose: (next) => app.setParams({ at: formatAt(next) || null }),
    one,
    before,
    forgetBefore() {
      const view = tree.view();
      setBefore(view && standingOf(view));
    },
  };
}

/** How a tree stands as a whole. */
export const standingOf = ({ whole, counts }: DifficultyView): Standing => ({
  target: whole.target,
  chance: whole.chance,
  unrealistic: counts.unrealistic,
});

const lineOf = (text: string | undefined): DifficultyQuery['line'] => LINES.find((line) => line === text) ?? 'target';

/** Verdicts and *nobody can tell*, in the order they are listed. */
export const VERDICT_WORDS: readonly (Verdict | 'unknown')[] = [...VERDICTS, 'unknown'];
export { LINES };
