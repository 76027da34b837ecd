import { createEffect, createSignal, Show } from 'solid-js';
import type { RebateProgramme } from '~/domain/price';
import type { RebateQuery, RebateRow, RebateView } from '~/domain/priceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed, type Windowed } from '../../../components/createWindowed';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { SearchField } from '../../../components/SearchField';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import type { TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { PricePartProps } from './pricePart';
import { RebateDialog } from './RebateDialog';
import { newProgramme } from './rebateDraft';

type Asked = Omit<RebateQuery, keyof RowSpan>;
type State = Windowed<Asked, RebateView>;
type Only = 'all' | 'near' | 'earning';
type ColumnId = RebateQuery['sort']['by'] | 'step' | 'stepAtEnd' | 'atEnd';

/** Rebate programmes: who is at which step, what is accrued, and who is just below the next. */
export function RebatePart(props: PricePartProps) {
  const app = useApp();
  const { t } = useText();
  const [edited, setEdited] = createSignal<RebateProgramme | null>(null);
  const state: State = createWindowed((query) => app.host.rebates(query), {
    programme: props.rules.programmes[0]?.id ?? '',
    only: null,
    search: '',
    sort: { by: 'accrued', descending: true },
  });
  const chosen = () =>
    props.rules.programmes.find(({ id }) => id === state.query().programme) ?? props.rules.programmes[0] ?? null;
  // The first programme, and one that came or went, is asked for as soon as it is chosen.
  createEffect(() => {
    const programme = chosen()?.id ?? '';
    if (programme !== state.query().programme) state.ask({ ...state.query(), programme });
  });
  const add = () => setEdited(newProgramme(props.rules.asOf ?? 0));
  const saved = (programme: RebateProgramme) => {
    setEdited(null);
    if (programme.id !== '') state.ask({ ...state.query(), programme: programme.id });
  };
  return (
    <>
      <Show
        when={chosen()}
        fallback={
          <section class="section prices__empty">
            <h2 class="type-section">{t('price.noProgramme')}</h2>
            <p class="type-lead">{t('price.noProgrammeText')}</p>
            <Button look="primary" onClick={add}>
              {t('price.newProgramme')}
            </Button>
          </section>
        }
      >
        {(programme) => (
          <>
            <div class="prices__tools">
              <Select
                label={t('price.programme')}
                hideLabel
                options={props.rules.programmes.map(({ id, title }) => ({ value: id, label: title }))}
                value={programme().id}
                onChange={(id) => state.ask({ ...state.query(), programme: id })}
              />
              <Button onClick={() => setEdited(programme())}>{t('price.editProgramme')}</Button>
              <Button onClick={add}>{t('price.newProgramme')}</Button>
            </div>
            <Show when={state.view()?.programme && state.view()}>
              {(view) => <Standings view={view()} state={state} programme={programme()} />}
            </Show>
          </>
        )}
      </Show>
      <RebateDialog programme={edited()} onClose={() => setEdited(null)} onSaved={saved} />
    </>
  );
}

function Standings(props: { view: RebateView; state: State; programme: RebateProgramme }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const asked = () => props.state.query();
  return (
    <Section
      finding={t('price.rebatesFinding', {
        accrued: money.say(props.view.total.accrued),
        atEnd: money.say(props.view.total.atEnd),
        n: props.view.total.near,
      })}
      caption={t('price.rebatesCaption', {
        day: format().isoDay(props.view.asOf),
        paid: money.say(props.view.total.paid),
      })}
    >
      <div class="prices__tools">
        <Segment<Only>
          label={t('price.programme')}
          options={[
            { value: 'all', label: `${t('price.all')} ${format().count(props.view.total.customers)}` },
            { value: 'near', label: `${t('price.onlyNear')} ${format().count(props.view.total.near)}` },
            { value: 'earning', label: t('price.onlyEarning') },
          ]}
          value={asked().only ?? 'all'}
          onChange={(only) => props.state.ask({ ...asked(), only: only === 'all' ? null : only })}
        />
        <SearchField
          label={t('price.search')}
          value={asked().search}
          onSearch={(search) => props.state.ask({ ...asked(), search })}
        />
      </div>
      <Rows view={props.view} state={props.state} programme={props.programme} />
    </Section>
  );
}

function Rows(props: { view: RebateView; state: State; programme: RebateProgramme }) {
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const number = { number: true, sortable: true } as const;
  const step = (n: number) => (n === 0 ? t('price.noStep') : t('price.stepNo', { n }));
  const gap = (row: RebateRow) =>
    props.programme.on === 'volume' ? money.show(row.toNext) : format().percent(row.toNext, 1);
  const columns = (): TableColumn<RebateRow, ColumnId>[] => [
    { id: 'name', head: t('price.customer'), rowHead: true, sortable: true, cell: (row) => row.name },
    { id: 'sales', head: `${t('price.sales')} ${money.label()}`, ...number, cell: (row) => money.show(row.sales) },
    { id: 'forecast', head: t('price.forecast'), ...number, cell: (row) => money.show(row.forecast) },
    { id: 'step', head: t('price.step'), cell: (row) => step(row.step) },
    { id: 'stepAtEnd', head: t('price.stepAtEnd'), cell: (row) => step(row.stepAtEnd) },
    { id: 'accrued', head: t('price.accrued'), ...number, cell: (row) => money.show(row.accrued) },
    { id: 'atEnd', head: t('price.atEnd'), number: true, cell: (row) => money.show(row.atEnd) },
    {
      id: 'toNext',
      head: t('price.toNext'),
      ...number,
      cell: (row) => <span class={row.near ? 'prices__near' : ''}>{gap(row)}</span>,
    },
    { id: 'extra', head: t('price.extra'), ...number, cell: (row) => money.show(row.extra) },
  ];
  return (
    <LongTable<RebateRow, ColumnId>
      label={t('price.part.rebates')}
      columns={columns()}
      rows={props.view.rows}
      first={props.state.first()}
      matching={props.view.matching}
      onLook={props.state.look}
      sort={props.state.query().sort}
      onSort={({ by, descending }) => {
        if (by !== 'step' && by !== 'stepAtEnd' && by !== 'atEnd')
          props.state.ask({ ...props.state.query(), sort: { by, descending } });
      }}
      list={props.state.query()}
      busy={props.state.stale()}
      none={t('price.none')}
    />
  );
}
