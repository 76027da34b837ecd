import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Lock from 'lucide-solid/icons/lock';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { ForecastTreeView } from '~/domain/forecastTree';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { figureOf, markOf, type TreeColumn, treeColumns, treeFigure } from './treeFigures';
import type { TreeState } from './treeState';

type Column = TableColumn<number, string> & { width?: string };

/** Every node with its own forecast and what adds up. Arrow keys walk, right and left open and close. */
export function TreeTable(props: { state: TreeState; view: ForecastTreeView }) {
  const { t } = useText();
  const [span, setSpan] = createSignal<RowSpan>({ first: 0, count: 60 });
  const rows = () => props.state.rows().slice(span().first, span().first + span().count);
  const columns = createMemo(() => (props.state.span() === 'year' ? yearColumns(props) : periodColumns(props)));
  let host: HTMLDivElement | undefined;
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }, node: number) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      if (!props.view.nodes[node].hasChildren) return;
      if (props.state.isOpen(node) !== (event.key === 'ArrowRight')) props.state.toggle(node);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = props.state.rows();
      const next = all[all.indexOf(node) + (event.key === 'ArrowDown' ? 1 : -1)];
      const button = next === undefined ? null : host?.querySelector<HTMLElement>(`[data-node="${next}"]`);
      button?.focus();
      button?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <div
      class="tree-table"
      ref={(element) => {
        host = element;
      }}
    >
      <LongTable<number, string>
        label={t('outlook.table')}
        rows={rows()}
        first={span().first}
        matching={props.state.rows().length}
        onLook={setSpan}
        list={props.view.depth}
        busy={props.state.answer.job() !== null}
        none={t('outlook.none')}
        columns={[
          {
            id: 'node',
            head: t('outlook.node'),
            rowHead: true,
            cell: (node) => <NodeCell state={props.state} view={props.view} node={node} onKeyDown={onKeyDown} />,
          },
          ...columns(),
        ]}
      />
    </div>
  );
}

function NodeCell(props: {
  state: TreeState;
  view: ForecastTreeView;
  node: number;
  onKeyDown: (event: KeyboardEvent & { currentTarget: HTMLElement }, node: number) => void;
}) {
  const app = useApp();
  const { t } = useText();
  const own = () => props.view.nodes[props.node];
  const name = () => {
    if (props.node === 0) return t('outlook.whole');
    return own().at === null ? t('outlook.beside') : own().label || t('words.unassigned');
  };
  const open = () => props.state.isOpen(props.node);
  return (
    <span class="tree-node" style={{ 'padding-inline-start': `${own().depth * 18}px` }}>
      <Show when={own().hasChildren} fallback={<span class="tree-node__toggle" />}>
        <button
          type="button"
          class="tree-node__toggle"
          tabIndex={-1}
          aria-expanded={open()}
          aria-label={t(open() ? 'outlook.collapse' : 'outlook.expand', { name: name() })}
          onClick={() => props.state.toggle(props.node)}
        >
          <Show when={open()} fallback={<ChevronRight size={14} class="icon" aria-hidden="true" />}>
            <ChevronDown size={14} class="icon" aria-hidden="true" />
          </Show>
        </button>
      </Show>
      <Show
        when={own().at}
        fallback={
          <span class="quiet" title={t('outlook.besideHint')}>
            {name()}
          </span>
        }
      >
        {(at) => (
          <button
            type="button"
            class="tree-node__name"
            data-node={props.node}
            title={t('outlook.openNode', { name: name() })}
            onClick={() => app.setParams({ tab: null, at: formatAt(at()) || null })}
            onKeyDown={(event) => props.onKeyDown(event, props.node)}
          >
            {name()}
          </button>
        )}
      </Show>
    </span>
  );
}

function yearColumns(props: { view: ForecastTreeView }): Column[] {
  const { t, format } = useText();
  const money = useMoney();
  const year = () => ({ first: 0, last: props.view.periods.length - 1 });
  const figures = (node: number) => treeFigure(props.view, node, year());
  const number = (id: string, head: string, cell: (node: number) => JSX.Element): Column => ({
    id,
    head,
    number: true,
    cell,
  });
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return [
    number('base', t('outlook.base'), (node) => <span class="quiet">{money.show(figures(node).base)}</span>),
    number('reconciled', t('outlook.reconciled'), (node) => (
      <Marked mark={markOf(props.view, node, year())}>{money.show(figures(node).reconciled)}</Marked>
    )),
    number('moved', t('outlook.moved'), (node) => {
      const { base, reconciled } = figures(node);
      return format().growth(base === null || reconciled === null || base <= 0 ? null : reconciled / base - 1);
    }),
    number('target', t('outlook.target'), (node) => money.show(figures(node).target)),
    number('gap', t('outlook.gap'), (node) => <Gap amount={figureOf(figures(node), 'gap')} />),
    number('chance', t('outlook.chance'), (node) => format().probability(known(props.view.chance[node]))),
    number('range', t('outlook.range'), (node) => (
      <Show when={known(props.view.lower[node]) !== null} fallback="–">
        <span class="quiet">
          {money.show(props.view.lower[node])} – {money.show(props.view.upper[node])}
        </span>
      </Show>
    )),
  ];
}

function periodColumns(props: { state: TreeState; view: ForecastTreeView }): Column[] {
  const { format } = useText();
  const money = useMoney();
  const head = ({ id, first, last }: TreeColumn) => (first === last ? format().month(id) : format().period(id));
  return treeColumns(props.view, props.state.span()).map((column) => ({
    id: column.id,
    head: head(column),
    number: true,
    cell: (node) => {
      const figure = props.state.figure();
      const amount = figureOf(treeFigure(props.view, node, column), figure);
      if (figure === 'gap') return <Gap amount={amount} />;
      const mark = figure === 'target' ? null : markOf(props.view, node, column);
      return <Marked mark={mark}>{money.show(amount)}</Marked>;
    },
  }));
}

function Gap(props: { amount: number | null }) {
  const money = useMoney();
  return <span classList={{ 'tree-gap--short': (props.amount ?? 0) < 0 }}>{money.show(props.amount)}</span>;
}

/** A figure that is foretold, has come, or was locked: told apart by slant and sign, not by colour alone. */
function Marked(props: { mark: 'locked' | 'actual' | null; children: JSX.Element }) {
  const { t } = useText();
  return (
    <span
      classList={{ 'forecast-text': props.mark === null }}
      title={props.mark ? t(`outlook.${props.mark}`) : undefined}
    >
      <Show when={props.mark === 'locked'}>
        <Lock size={11} class="icon" role="img" aria-label={t('outlook.locked')} />{' '}
      </Show>
      {props.children}
    </span>
  );
}
