import { type Accessor, createMemo, createSignal } from 'solid-js';
import { type ForecastTreeQuery, type ForecastTreeView, TREE_METHODS } from '~/domain/forecastTree';
import { useApp } from '~/state/app';
import { type Answer, createAnswer } from '../../../components/createAnswer';
import { FIGURES, SPANS, type TreeFigure, type TreeSpan } from './treeFigures';
import { nodeKey, treeRows } from './treeRows';

export interface TreeState {
  query: Accessor<ForecastTreeQuery>;
  span: Accessor<TreeSpan>;
  figure: Accessor<TreeFigure>;
  /** Changes part of the question; it stands in the address, so that a link shows the same. */
  ask(change: Partial<ForecastTreeQuery & { span: TreeSpan; figure: TreeFigure }>): void;
  answer: Answer<ForecastTreeView>;
  /** Nodes in sight. */
  rows: Accessor<number[]>;
  isOpen(node: number): boolean;
  toggle(node: number): void;
  openAll(isOpen: boolean): void;
}

/** What the page says itself. */
const EXPECTED = ['plan/notOpen', 'forecast/noHistory'];
const PARAMS = ['method', 'depth', 'locked', 'span', 'figure'] as const;

/** The tree of forecasts, how it is cut, and which of its nodes are open. */
export function createTree(): TreeState {
  const app = useApp();
  const asked = createMemo(() => PARAMS.map((name) => app.route().params[name] ?? '').join('|'));
  const param = (name: (typeof PARAMS)[number]) => asked().split('|')[PARAMS.indexOf(name)];
  const query = createMemo(
    (): ForecastTreeQuery => ({
      method: TREE_METHODS.find((one) => one === param('method')) ?? TREE_METHODS[0],
      depth: Number(param('depth')) || null,
      keepLocked: param('locked') !== 'no',
    }),
    undefined,
    { equals: (a, b) => a.method === b.method && a.depth === b.depth && a.keepLocked === b.keepLocked },
  );
  const span = () => SPANS.find((one) => one === param('span')) ?? SPANS[0];
  const figure = () => FIGURES.find((one) => one === param('figure')) ?? FIGURES[0];
  const answer = createAnswer<ForecastTreeQuery, ForecastTreeView>({
    kind: 'forecast',
    query,
    call: (question, job) => app.host.forecastTree(question, job),
    expected: EXPECTED,
  });
  // Turned: nodes that stand otherwise than usual. The whole is open from the start, all others are not.
  const [turned, setTurned] = createSignal<ReadonlySet<string>>(new Set());
  const [usual, setUsual] = createSignal(false);
  const isOpen = (node: number): boolean => {
    const view = answer.view();
    if (!view?.nodes[node]?.hasChildren) return false;
    return (node === 0 || usual()) !== turned().has(nodeKey(view, node));
  };
  const rows = createMemo(() => {
    const view = answer.view();
    return view ? treeRows(view, isOpen) : [];
  });
  return {
    query,
    span,
    figure,
    ask(change) {
      const next = { ...query(), span: span(), figure: figure(), ...change };
      app.setParams({
        method: next.method === TREE_METHODS[0] ? null : next.method,
        depth: next.depth === null ? null : String(next.depth),
        locked: next.keepLocked ? null : 'no',
        span: next.span === SPANS[0] ? null : next.span,
        figure: next.figure === FIGURES[0] ? null : next.figure,
      });
    },
    answer,
    rows,
    isOpen,
    toggle(node) {
      const view = answer.view();
      if (!view) return;
      const key = nodeKey(view, node);
      setTurned((old) => {
        const next = new Set(old);
        if (!next.delete(key)) next.add(key);
        return next;
      });
    },
    openAll(open) {
      setUsual(open);
      setTurned(new Set<string>());
    },
  };
}
