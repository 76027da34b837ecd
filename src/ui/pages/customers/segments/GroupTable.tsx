import { For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { Segmentation } from '~/domain/segmentation';
import type { SegmentGroup, SegmentView } from '~/domain/segmentView';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { useColumnWords } from '../useColumnWords';
import { useGroupNames } from './useGroupNames';

export interface GroupTableProps {
  current: Segmentation;
  view: SegmentView;
  /** Lists the customers of a group; null where it cannot be asked for yet. */
  onList: ((group: SegmentGroup) => void) | null;
}

/** Every segment with its customers and sales; others and totals below. */
export function GroupTable(props: GroupTableProps) {
  const { t, format } = useText();
  const money = useMoney();
  const names = useGroupNames();
  const words = useColumnWords();
  const nameOf = (at: number) => names.all(props.view, props.current.division)[at + 1] ?? '';
  const upTo = (at: number) => {
    const { division } = props.current;
    const cut = props.view.cuts[at];
    return division.kind === 'quantiles' && cut !== undefined
      ? t('segment.upTo', { value: words.figure(division.column, cut) })
      : '';
  };
  return (
    <table class="table group-table">
      <caption class="unseen">{t('segment.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('segment.group')}</th>
          <th scope="col" class="number">
            {t('segment.customers')}
          </th>
          <th scope="col" class="number">
            {t('segment.share')}
          </th>
          <th scope="col" class="number">
            {t('segment.sales', { unit: money.label() })}
          </th>
          <th scope="col" class="number">
            {t('segment.salesShare')}
          </th>
          <th scope="col" class="number">
            {t('segment.perCustomer', { unit: money.label() })}
          </th>
          <Show when={props.current.division.kind === 'rules'}>
            <th scope="col" class="number">
              {t('segment.overlap')}
            </th>
          </Show>
        </tr>
      </thead>
      <tbody>
        <For each={props.view.groups}>
          {(group, at) => <Row {...props} group={group} name={nameOf(at())} note={upTo(at())} />}
        </For>
        <Row {...props} group={props.view.others} name={t('segment.others')} note="" rest />
      </tbody>
      <tfoot>
        <tr>
          <td>{t('segment.total')}</td>
          <td class="number">{format().count(props.view.customers)}</td>
          <td class="number">{format().percent(ratioOf(props.view.customers, props.view.customers))}</td>
          <td class="number">{money.show(props.view.sales)}</td>
          <td class="number">{format().percent(ratioOf(props.view.sales, props.view.sales))}</td>
          <td class="number">{money.show(mean(props.view))}</td>
          <Show when={props.current.division.kind === 'rules'}>
            <td />
          </Show>
        </tr>
      </tfoot>
    </table>
  );
}

const mean = ({ sales, customers }: { sales: number; customers: number }): number | null =>
  customers > 0 ? Math.round(sales / customers) : null;

function Row(props: GroupTableProps & { group: SegmentGroup; name: string; note: string; rest?: boolean }) {
  const { t, format } = useText();
  const money = useMoney();
  const share = () => ratioOf(props.group.sales, props.view.sales);
  return (
    <tr classList={{ 'group-table__rest': props.rest === true }}>
      <th scope="row">
        <Show
          when={props.onList && props.group.customers > 0 && props.onList}
          fallback={<span title={props.name}>{props.name}</span>}
        >
          {(list) => (
            <button
              type="button"
              class="link"
              title={t('segment.listOf', { name: props.name })}
              onClick={() => list()(props.group)}
            >
              {props.name}
            </button>
          )}
        </Show>
        <Show when={props.note}>
          <span class="faint group-table__note">{props.note}</span>
        </Show>
      </th>
      <td class="number strong">{format().count(props.group.customers)}</td>
      <td class="number">{format().percent(ratioOf(props.group.customers, props.view.customers))}</td>
      <td class="number">{money.show(props.group.sales)}</td>
      <td class="number">
        <span class="share-bar">
          <span class="share-bar__track">
            <span
              class={`share-bar__fill share-bar__fill--${props.rest ? 'C' : 'A'}`}
              style={{ width: `${Math.max(0, Math.min(1, share() ?? 0)) * 100}%` }}
            />
          </span>
          <span class="share-bar__text">{format().percent(share())}</span>
        </span>
      </td>
      <td class="number">{money.show(mean(props.group))}</td>
      <Show when={props.current.division.kind === 'rules'}>
        <td class="number quiet">{props.rest ? '' : format().count(props.group.taken)}</td>
      </Show>
    </tr>
  );
}
