import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { BalanceRow, BalanceView, TerritoryFigure } from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { TerritoriesState } from './createTerritories';

/** So far from the mean a mark says more or less than others have (own value). */
const OFF = 0.1;
/** A bar of this share of the mean is full. */
const FULL = 2;

const FIGURES = ['customers', 'sales', 'potential', 'target', 'hours'] as const satisfies readonly TerritoryFigure[];

/** What every seller looks after, before and after the draft; a row takes customers that are dragged onto it. */
export function BalanceTable(props: { state: TerritoriesState; view: BalanceView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 1 });
  const bySeller = () => props.state.by() === 'seller';
  const mean = () => props.view.evenness[props.state.figure()].after.mean;
  const shown = (value: number | null, figure: TerritoryFigure): string => {
    if (value === null) return '–';
    if (figure === 'customers') return format().count(value);
    return figure === 'hours' ? format().number(value, 1) : money.show(value);
  };
  /** One text where nothing changes, two where it does. */
  const pair = (row: BalanceRow, figure: TerritoryFigure) => {
    const [before, after] = [shown(row.before[figure], figure), shown(row.after[figure], figure)];
    return before === after ? before : t('territory.changed', { before, after });
  };
  return (
    <section
      class="territory-balance"
      aria-label={t('territory.balance')}
      ref={(element) => {
        element.tabIndex = 0;
      }}
    >
      <table class="table">
        <caption class="unseen">{t('territory.balance')}</caption>
        <thead>
          <tr>
            <th scope="col">{bySeller() ? t('territory.head.seller') : t('territory.head.region')}</th>
            <th scope="col">
              {t('territory.head.share')} · {t(`territory.figure.${props.state.figure()}`)}
            </th>
            <For each={FIGURES}>
              {(figure) => (
                <th scope="col" class="number" data-chosen={props.state.figure() === figure ? '' : undefined}>
                  {t(`territory.head.${figure}`)}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {t('territory.head.tiers')}
            </th>
            <th scope="col" class="number">
              {t('territory.head.flow')}
            </th>
            <Show when={bySeller() && props.state.ticked().size > 0}>
              <th scope="col">{t('territory.moveTo')}</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.rows}>
            {(row) => (
              <Line row={row} state={props.state}>
                {{
                  share: <Share value={row.after[props.state.figure()]} mean={row.code === 0 ? null : mean()} />,
                  pair: (figure) => pair(row, figure),
                }}
              </Line>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('territory.total')}</th>
            <td />
            <For each={FIGURES}>{(figure) => <td class="number">{shown(props.view.total[figure], figure)}</td>}</For>
            <td class="number">{props.view.total.tiers.map((count) => format().count(count)).join(' / ')}</td>
            <td />
            <Show when={bySeller() && props.state.ticked().size > 0}>
              <td />
            </Show>
          </tr>
        </tfoot>
      </table>
      <Show when={app.status().readOnly}>
        <p class="type-caption">{t('territory.readOnly')}</p>
      </Show>
    </section>
  );
}

interface LineProps {
  row: BalanceRow;
  state: TerritoriesState;
  children: { share: JSX.Element; pair: (figure: TerritoryFigure) => string };
}

/** One seller: its name filters the list, a drop or the button gives it the chosen customers. */
function Line(props: LineProps) {
  const { t, format } = useText();
  const [over, setOver] = createSignal(false);
  const name = () => props.row.name || t('territory.unassigned');
  const isSeller = () => props.state.by() === 'seller';
  const filtered = createMemo(() =>
    isSeller()
      ? props.state.list.query().seller === props.row.code
      : props.state.list.query().region === props.row.code,
  );
  const filter = () =>
    props.state.ask({ [isSeller() ? 'seller' : 'region']: filtered() ? null : props.row.code, moved: false });
  const takes = () => isSeller() && props.state.dragged().length > 0;
  const capacity = () =>
    props.row.capacity !== null && Math.round(props.row.after.hours ?? 0) > Math.round(props.row.capacity);
  return (
    <tr
      data-over={over() ? '' : undefined}
      data-chosen={filtered() ? '' : undefined}
      onDragOver={(event) => {
        if (!takes()) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!takes()) return;
        event.preventDefault();
        props.state.move(props.state.dragged(), props.row.code);
        props.state.setDragged([]);
      }}
    >
      <th scope="row">
        <Button
          look="link"
          aria-pressed={filtered()}
          title={filtered() ? t('territory.showAll') : t('territory.show', { name: name() })}
          onClick={filter}
        >
          {name()}
        </Button>
      </th>
      <td>{props.children.share}</td>
      <For each={FIGURES}>
        {(figure) => (
          <td class="number" classList={{ 'territory-bad': figure === 'hours' && capacity() }}>
            {props.children.pair(figure)}
            <Show when={figure === 'hours' && props.row.capacity !== null}>
              <span class="faint"> / {format().count(Math.round(props.row.capacity ?? 0))}</span>
            </Show>
          </td>
        )}
      </For>
      <td class="number">{props.row.after.tiers.map((count) => format().count(count)).join(' / ')}</td>
      <td class="number">
        <Show when={props.row.incoming + props.row.outgoing > 0} fallback="–">
          {t('territory.flow', { incoming: props.row.incoming, outgoing: props.row.outgoing })}
        </Show>
      </td>
      <Show when={isSeller() && props.state.ticked().size > 0}>
        <td>
          <Button
            look="link"
            aria-label={t('territory.moveHere', { name: name() })}
            onClick={() => props.state.move(props.state.ticked(), props.row.code)}
          >
            {t('territory.here')}
          </Button>
        </td>
      </Show>
    </tr>
  );
}

/** How far from the mean: a bar with the mean in its middle, the share, and a word where it is far off. */
function Share(props: { value: number | null; mean: number | null }) {
  const { t, format } = useText();
  const share = () => (props.mean !== null && props.mean > 0 ? (props.value ?? 0) / props.mean : null);
  const mark = () => {
    const value = share();
    if (value === null || Math.abs(value - 1) <= OFF) return null;
    return value > 1 ? t('territory.over') : t('territory.under');
  };
  return (
    <Show when={share()} fallback="–">
      {(value) => (
        <span class="territory-share">
          <span class="territory-share__bar" aria-hidden="true">
            <span
              class="territory-share__fill"
              data-off={mark() === null ? undefined : value() > 1 ? 'over' : 'under'}
              style={{ width: `${Math.max(0, Math.min(100, (value() / FULL) * 100))}%` }}
            />
          </span>
          <span class="territory-share__text">{format().percent(value(), 0)}</span>
          <Show when={mark()}>
            {(word) => (
              <span class="territory-share__mark" data-off={value() > 1 ? 'over' : 'under'}>
                {word()}
              </span>
            )}
          </Show>
        </span>
      )}
    </Show>
  );
}
