import { createMemo, createSignal, Show } from 'solid-js';
import type { DifficultyRow, DifficultyView } from '~/domain/challengeView';
import { formatAt } from '~/state/address';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { VerdictMark } from '../../../components/VerdictMark';
import { ChanceBar } from './ChanceBar';
import type { CheckState } from './checkState';
import { StretchBar } from './StretchBar';

/** Every node with what is asked, what is expected, and how hard that makes it. Arrow keys walk, Enter opens the evidence. */
export function DifficultyTable(props: { state: CheckState; view: DifficultyView }) {
  const { t, format } = useText();
  const money = useMoney();
  const [span, setSpan] = createSignal<RowSpan>({ first: 0, count: 60 });
  const chosen = createMemo(() => formatAt(props.state.at()));
  const rows = () => props.view.rows.slice(span().first, span().first + span().count);
  /** Two columns of dashes would only push the verdict out of sight. */
  const knowsLastYear = createMemo(() => props.view.rows.some(({ lastYear }) => lastYear !== null));
  const byStretch = () => props.state.query().by === 'stretch';
  let host: HTMLDivElement | undefined;

  const buttonOf = (at: string) => host?.querySelector<HTMLElement>(`[data-row="${CSS.escape(at)}"]`);
  /** The row before or behind is in sight or becomes so: its button takes the focus then. */
  const walk = (by: 1 | -1) => {
    const here = props.view.rows.findIndex(({ at }) => formatAt(at) === chosen());
    const next = props.view.rows[Math.max(0, here + by)];
    if (!next) return;
    props.state.choose(next.at);
    queueMicrotask(() => {
      const button = buttonOf(formatAt(next.at));
      button?.focus();
      button?.scrollIntoView({ block: 'nearest' });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      document.getElementById('check-node')?.focus();
    }
  };
  return (
    <div
      class="check__list"
      ref={(element) => {
        host = element;
      }}
    >
      <LongTable<DifficultyRow>
        label={t('challenge.table')}
        rows={rows()}
        first={span().first}
        matching={props.view.rows.length}
        onLook={setSpan}
        list={props.state.query()}
        chosen={(row) => formatAt(row.at) === chosen()}
        busy={props.state.tree.job() !== null}
        none={t('challenge.none')}
        columns={[
          {
            id: 'node',
            head: t('challenge.column.node'),
            rowHead: true,
            cell: (row) => (
              <button
                type="button"
                class="check__node"
                classList={{ 'check__node--top': row.depth === 0 }}
                style={{ 'padding-inline-start': `${props.state.query().order === 'tree' ? row.depth * 18 : 0}px` }}
                data-row={formatAt(row.at)}
                aria-current={formatAt(row.at) === chosen() ? 'true' : undefined}
                onClick={() => props.state.choose(row.at)}
                onKeyDown={onKeyDown}
              >
                <Show when={props.state.query().order === 'worst' && row.above.length > 0}>
                  <span class="quiet">{`${row.above.map((name) => name || t('words.unassigned')).join(' · ')} · `}</span>
                </Show>
                {row.depth === 0 ? t('challenge.whole') : row.label || t('words.unassigned')}
              </button>
            ),
          },
          {
            id: 'target',
            head: t('challenge.column.target'),
            number: true,
            cell: (row: DifficultyRow) => money.show(row.target),
          },
          ...(knowsLastYear()
            ? [
                {
                  id: 'lastYear',
                  head: t('challenge.column.lastYear'),
                  number: true,
                  cell: (row: DifficultyRow) => <span class="quiet">{money.show(row.lastYear)}</span>,
                },
                {
                  id: 'growth',
                  head: t('challenge.column.growth'),
                  number: true,
                  cell: (row: DifficultyRow) => format().growth(row.growth),
                },
              ]
            : []),
          {
            id: 'forecast',
            head: t('challenge.column.forecast'),
            number: true,
            cell: (row) => <span class="forecast-text">{money.show(row.forecast)}</span>,
          },
          byStretch()
            ? {
                id: 'stretch',
                head: t('challenge.column.stretch'),
                cell: (row) => <StretchBar stretch={row.stretch} />,
              }
            : {
                id: 'chance',
                head: t('challenge.column.chance'),
                cell: (row) => <ChanceBar chance={row.chance} verdict={row.verdict} />,
              },
          {
            id: 'verdict',
            head: t('challenge.column.verdict'),
            cell: (row) => <VerdictMark verdict={row.verdict} />,
          },
        ]}
      />
    </div>
  );
}
