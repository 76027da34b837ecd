import { createSignal, For, Show } from 'solid-js';
import type { SurveyAnswer, SurveyGroup, SurveyQuery, SurveyView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { EmptyState } from '../../../components/EmptyState';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { Spark } from '../../../components/Spark';
import type { TableColumn } from '../../../components/Table';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { ScoreText } from './ScoreText';
import { SidePart } from './SidePart';
import { SurveyDialog } from './SurveyDialog';
import type { ServicePartProps } from './servicePart';

type Asked = Omit<SurveyQuery, keyof RowSpan>;
type ColumnId = 'day' | 'customer' | 'person' | 'kind' | 'score' | 'product' | 'seller' | 'comment';
type Kind = 'all' | 'csat' | 'nps';

const START: Asked = { on: null, months: 12, search: '', kind: null };
const MONTHS = [6, 12, 24] as const;

/** What customers say: satisfaction and recommendation with how much they rest on, and every comment. */
export function SurveysPart(props: ServicePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const state = createWindowed<Asked, SurveyView>((query) => app.host.surveys(query), START);
  const [adding, setAdding] = createSignal(false);
  const ask = (more: Partial<Asked>) => state.ask({ ...state.query(), ...more });
  const add = (
    <Button
      look="primary"
      blocked={app.status().readOnly ? t('service.readOnly') : null}
      onClick={() => setAdding(true)}
    >
      {t('service.surveys.add')}
    </Button>
  );
  const columns = (): TableColumn<SurveyAnswer, ColumnId>[] => [
    { id: 'day', head: t('service.surveys.day'), cell: (row) => format().isoDay(row.day) },
    { id: 'customer', head: t('service.customer'), rowHead: true, cell: (row) => row.customerName },
    { id: 'person', head: t('service.surveys.person'), cell: (row) => row.person || t('service.surveys.noName') },
    { id: 'kind', head: t('service.surveys.kind'), cell: (row) => t(`service.surveys.${row.kind}`) },
    {
      id: 'score',
      head: t('service.surveys.score'),
      number: true,
      cell: (row) =>
        t('service.surveys.scoreOf', { score: format().count(row.score), scale: format().count(row.scale) }),
    },
    { id: 'product', head: t('service.product'), cell: (row) => row.productName || '–' },
    { id: 'seller', head: t('service.seller'), cell: (row) => row.sellerName || t('service.unassigned') },
    {
      id: 'comment',
      head: t('service.surveys.comment'),
      cell: (row) => <span title={row.comment}>{row.comment || '–'}</span>,
    },
  ];
  return (
    <>
      <Show
        when={props.rules.surveys.rows > 0}
        fallback={
          <EmptyState title={t('service.surveys.noneYet')} text={t('service.surveys.noneYetText')}>
            {add}
            <Button onClick={() => app.go('import')}>
              {t('service.import', { source: t('service.source.surveys') })}
            </Button>
          </EmptyState>
        }
      >
        <Show when={state.view()} fallback={<div class="service__body" aria-busy="true" />}>
          {(view) => (
            <div class="service__body">
              <SidePart label={t('service.part.surveys')}>
                <Scores view={view()} />
                <Groups label={t('service.surveys.byTier')} rows={view().byTier} blank={t('service.noTier')} />
                <Groups
                  label={t('service.surveys.byProductLine')}
                  rows={view().byProductLine}
                  blank={t('service.unassigned')}
                />
                <Groups label={t('service.surveys.bySeller')} rows={view().bySeller} blank={t('service.unassigned')} />
                <Trend view={view()} />
              </SidePart>
              <div class="service__main">
                <div class="service-tools">
                  <Segment<Kind>
                    label={t('service.surveys.kind')}
                    options={(['all', 'csat', 'nps'] as const).map((value) => ({
                      value,
                      label: value === 'all' ? t('service.all') : t(`service.surveys.${value}`),
                    }))}
                    value={state.query().kind ?? 'all'}
                    onChange={(kind) => ask({ kind: kind === 'all' ? null : kind })}
                  />
                  <Segment<string>
                    label={t('service.surveys.months')}
                    options={MONTHS.map((months) => ({
                      value: String(months),
                      label: t(`service.surveys.last${months}`),
                    }))}
                    value={String(state.query().months)}
                    onChange={(months) => ask({ months: Number(months) })}
                  />
                  <div class="service-tools__search">
                    <TextField
                      label={t('service.search')}
                      type="search"
                      value={state.query().search}
                      onInput={(search) => ask({ search })}
                    />
                  </div>
                  <span class="service-tools__gap" />
                  {add}
                </div>
                <LongTable<SurveyAnswer, ColumnId>
                  label={t('service.surveys.list')}
                  columns={columns()}
                  rows={view().answers}
                  first={state.first()}
                  matching={view().matching}
                  onLook={state.look}
                  list={state.query()}
                  busy={state.stale()}
                  none={t('service.none')}
                />
              </div>
            </div>
          )}
        </Show>
      </Show>
      <SurveyDialog open={adding()} on={props.rules.on} onClose={() => setAdding(false)} />
    </>
  );
}

function Scores(props: { view: SurveyView }) {
  const { t, format } = useText();
  return (
    <Section
      finding={t('service.surveys.finding', {
        csat: format().percent(props.view.csat.value, 0),
        nps: format().signed(props.view.nps.value),
      })}
      caption={t('service.surveys.caption', {
        from: format().isoDay(props.view.from),
        to: format().isoDay(props.view.on),
      })}
    >
      <div class="service-cards">
        <For each={['csat', 'nps'] as const}>
          {(kind) => (
            <div class="service-score">
              <span class="faint">{t(`service.surveys.${kind}`)}</span>
              <span class="type-value">
                <ScoreText score={props.view[kind]} kind={kind} />
              </span>
              <span class="type-caption">{t('service.surveys.answersN', { n: props.view[kind].n })}</span>
            </div>
          )}
        </For>
      </div>
      <Show when={props.view.invalid > 0}>
        <p class="type-caption">{t('service.surveys.invalid', { n: props.view.invalid })}</p>
      </Show>
    </Section>
  );
}

function Groups(props: { label: string; rows: readonly SurveyGroup[]; blank: string }) {
  const { t, format } = useText();
  return (
    <table class="table service-groups">
      <caption class="unseen">{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">{props.label}</th>
          <th scope="col" class="number">
            {t('service.surveys.csat')}
          </th>
          <th scope="col" class="number">
            n
          </th>
          <th scope="col" class="number">
            {t('service.surveys.nps')}
          </th>
          <th scope="col" class="number">
            n
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.name || props.blank}</th>
              <td class="number">
                <ScoreText score={row.csat} kind="csat" />
              </td>
              <td class="number faint">{format().count(row.csat.n)}</td>
              <td class="number">
                <ScoreText score={row.nps} kind="nps" />
              </td>
              <td class="number faint">{format().count(row.nps.n)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Trend(props: { view: SurveyView }) {
  const { t, format } = useText();
  return (
    <Section finding={t('service.surveys.trend')}>
      <Show when={props.view.trend.filter(({ csat }) => csat.value !== null).length > 1}>
        <Spark values={props.view.trend.map(({ csat }) => csat.value)} width={240} height={40} />
      </Show>
      <table class="table service-groups">
        <caption class="unseen">{t('service.surveys.trend')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('service.surveys.quarter')}</th>
            <th scope="col" class="number">
              {t('service.surveys.csat')}
            </th>
            <th scope="col" class="number">
              {t('service.surveys.nps')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={[...props.view.trend].reverse().filter(({ csat, nps }) => csat.n + nps.n > 0)}>
            {(row) => (
              <tr>
                <th scope="row">{row.quarter}</th>
                <td class="number" title={t('service.surveys.answersN', { n: format().count(row.csat.n) })}>
                  <ScoreText score={row.csat} kind="csat" />
                </td>
                <td class="number" title={t('service.surveys.answersN', { n: format().count(row.nps.n) })}>
                  <ScoreText score={row.nps} kind="nps" />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Section>
  );
}
