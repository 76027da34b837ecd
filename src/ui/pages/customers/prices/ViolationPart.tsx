import { Show } from 'solid-js';
import type { ViolationLine, ViolationQuery, ViolationView } from '~/domain/priceView';
import { useApp } from '~/state/app';
import { createWindowed } from '../../../components/createWindowed';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { SearchField } from '../../../components/SearchField';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { PricePartProps } from './pricePart';

type Asked = Omit<ViolationQuery, keyof RowSpan>;
type Side = 'all' | 'under' | 'over';

/** Order lines billed outside their price band, the most money first. */
export function ViolationPart(_props: PricePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const state = createWindowed<Asked, ViolationView>((query) => app.host.violations(query), { search: '', side: null });
  return (
    <Show when={state.view()} fallback={<div aria-busy="true" />}>
      {(view) => (
        <Section
          finding={
            view().checked === 0
              ? t('price.noBand')
              : view().under.lines === 0
                ? t('price.violationsNone')
                : t('price.violationsFinding', { n: view().under.lines, amount: money.exact(-view().under.amount) })
          }
          caption={t('price.violationsCaption', { n: view().checked, over: view().over.lines })}
        >
          <div class="prices__tools">
            <Segment<Side>
              label={t('price.side')}
              options={[
                { value: 'all', label: t('price.all') },
                { value: 'under', label: `${t('price.under')} ${format().count(view().under.lines)}` },
                { value: 'over', label: `${t('price.over')} ${format().count(view().over.lines)}` },
              ]}
              value={state.query().side ?? 'all'}
              onChange={(side) => state.ask({ ...state.query(), side: side === 'all' ? null : side })}
            />
            <SearchField
              label={t('price.search')}
              value={state.query().search}
              onSearch={(search) => state.ask({ ...state.query(), search })}
            />
          </div>
          <Lines view={view()} state={state} />
        </Section>
      )}
    </Show>
  );
}

function Lines(props: { view: ViolationView; state: ReturnType<typeof createWindowed<Asked, ViolationView>> }) {
  const { t, format } = useText();
  const money = useMoney();
  const band = (row: ViolationLine) =>
    `${row.lowest === null ? '' : money.exact(Math.round(row.lowest))} – ${row.highest === null ? '' : money.exact(Math.round(row.highest))}`;
  const columns = (): TableColumn<ViolationLine, string>[] => [
    { id: 'customer', head: t('price.customer'), rowHead: true, cell: (row) => row.customerName },
    { id: 'product', head: t('price.product'), cell: (row) => row.productName },
    { id: 'seller', head: t('price.seller'), cell: (row) => row.sellerName || '–' },
    { id: 'day', head: t('price.day'), cell: (row) => format().isoDay(row.day) },
    { id: 'quantity', head: t('price.quantity'), number: true, cell: (row) => format().count(row.quantity) },
    { id: 'price', head: t('price.price'), number: true, cell: (row) => money.exact(Math.round(row.price)) },
    { id: 'list', head: t('price.list'), number: true, cell: (row) => money.exact(row.list) },
    { id: 'band', head: t('price.band'), number: true, cell: band },
    { id: 'difference', head: t('price.difference'), number: true, cell: (row) => money.exact(row.difference) },
  ];
  return (
    <LongTable<ViolationLine>
      label={t('price.part.violations')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      list={props.state.query()}
      busy={props.state.stale()}
      none={props.view.checked === 0 ? t('price.noBand') : t('price.violationsNone')}
    />
  );
}
