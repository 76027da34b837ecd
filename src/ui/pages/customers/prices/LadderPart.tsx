import { For, Show } from 'solid-js';
import type { LadderQuery, LadderRow, LadderView } from '~/domain/priceView';
import { ratioOf } from '~/domain/ratio';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { SearchField } from '../../../components/SearchField';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { PricePartProps } from './pricePart';

type Asked = Omit<LadderQuery, keyof RowSpan>;
type ColumnId = LadderQuery['sort']['by'] | 'tier' | 'net';

const START: Asked = { from: null, to: null, by: 'product', search: '', sort: { by: 'sales', descending: true } };
const STEPS = ['list', 'tier', 'invoice', 'net'] as const;
/** Under this cover a discount says nothing (`kpi.md`, discount). */
const ENOUGH = 0.8;

/** From list to what is left: the steps as bars, then every product or customer. */
export function LadderPart(props: PricePartProps) {
  const app = useApp();
  const { t } = useText();
  const state = createWindowed<Asked, LadderView>((query) => app.host.ladder(query), START);
  return (
    <Show
      when={props.rules.prices > 0}
      fallback={
        <section class="section prices__empty">
          <h2 class="type-section">{t('price.noPrices')}</h2>
          <p class="type-lead">{t('price.noPricesText')}</p>
          <Button look="primary" onClick={() => app.go('import')}>
            {t('price.importPrices')}
          </Button>
        </section>
      }
    >
      <Show when={state.view()} fallback={<div aria-busy="true" />}>
        {(view) => (
          <>
            <Steps view={view()} />
            <div class="prices__tools">
              <Segment<LadderQuery['by']>
                label={t('price.by')}
                options={[
                  { value: 'product', label: t('price.byProduct') },
                  { value: 'customer', label: t('price.byCustomer') },
                ]}
                value={state.query().by}
                onChange={(by) => state.ask({ ...state.query(), by })}
              />
              <SearchField
                label={t('price.search')}
                value={state.query().search}
                onSearch={(search) => state.ask({ ...state.query(), search })}
              />
            </div>
            <Rows view={view()} state={state} />
          </>
        )}
      </Show>
    </Show>
  );
}

function Steps(props: { view: LadderView }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const total = () => props.view.total;
  const finding = () =>
    (total().covered ?? 0) < ENOUGH
      ? t('price.lowCover')
      : t('price.ladderFinding', {
          discount: format().percent(total().discount, 1),
          net: format().percent(ratioOf(total().net, total().list), 1),
        });
  const names = () => ({
    list: t('price.list'),
    tier: t('price.tierPrice'),
    invoice: t('price.invoice'),
    net: t('price.net'),
  });
  return (
    <Section
      finding={finding()}
      caption={t('price.ladderCaption', {
        from: format().isoDay(props.view.from),
        to: format().isoDay(props.view.to),
        covered: format().percent(total().covered),
      })}
    >
      <table class="table price-steps">
        <caption class="unseen">{t('price.part.ladder')}</caption>
        <tbody>
          <For each={STEPS}>
            {(step) => (
              <tr>
                <th scope="row">{names()[step]}</th>
                <td class="price-steps__bar">
                  <span
                    class="price-steps__fill"
                    style={{ width: `${100 * (ratioOf(total()[step], total().list) ?? 0)}%` }}
                  />
                </td>
                <td class="number">{money.say(total()[step])}</td>
                <td class="number quiet">{format().percent(ratioOf(total()[step], total().list), 1)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Section>
  );
}

function Rows(props: { view: LadderView; state: ReturnType<typeof createWindowed<Asked, LadderView>> }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const number = { number: true, sortable: true } as const;
  const discount = (row: LadderRow) => (
    <span classList={{ faint: (row.covered ?? 0) < ENOUGH }}>{format().percent(row.discount, 1)}</span>
  );
  const columns = (): TableColumn<LadderRow, ColumnId>[] => [
    {
      id: 'name',
      head: t(props.state.query().by === 'product' ? 'price.product' : 'price.customer'),
      rowHead: true,
      sortable: true,
      cell: (row) => row.name || '–',
    },
    { id: 'sales', head: `${t('price.sales')} ${money.label()}`, ...number, cell: (row) => money.show(row.sales) },
    { id: 'covered', head: t('price.covered'), ...number, cell: (row) => format().percent(row.covered) },
    { id: 'list', head: t('price.list'), ...number, cell: (row) => money.show(row.list) },
    { id: 'tier', head: t('price.tierPrice'), number: true, cell: (row) => money.show(row.tier) },
    { id: 'invoice', head: t('price.invoice'), ...number, cell: (row) => money.show(row.invoice) },
    { id: 'net', head: t('price.net'), number: true, cell: (row) => money.show(row.net) },
    { id: 'discount', head: t('price.discount'), ...number, cell: discount },
  ];
  return (
    <LongTable<LadderRow, ColumnId>
      label={t('price.part.ladder')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      sort={props.state.query().sort}
      onSort={({ by, descending }) => {
        if (by !== 'tier' && by !== 'net') props.state.ask({ ...props.state.query(), sort: { by, descending } });
      }}
      list={props.state.query()}
      busy={props.state.stale()}
      none={t('price.none')}
    />
  );
}
