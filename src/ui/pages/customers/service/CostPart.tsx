import { For, Show } from 'solid-js';
import type { ServeQuery, ServeRow, ServeView } from '~/domain/serviceView';
import { unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { Section } from '../../../components/Section';
import type { TableColumn } from '../../../components/Table';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { SidePart } from './SidePart';
import type { ServicePartProps } from './servicePart';

type Asked = Omit<ServeQuery, keyof RowSpan>;
type ColumnId = 'name' | 'tier' | 'visits' | 'hours' | 'complaints' | 'cost' | 'sales' | 'margin' | 'share' | 'note';

const START: Asked = { on: null, search: '', tier: null, aboveOnly: false };

/** What serving a customer costs, against what it brings; those above their margin first. */
export function CostPart(props: ServicePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const source = () => app.status().plan ?? app.status().workspace;
  // Of the size of an hour, not of a plan: in single units, or small customers would all cost 0.
  const amount = (value: number | null) =>
    format().money(value, { minorUnit: source()?.minorUnit ?? 2, unit: 'one', decimals: 0 });
  const state = createWindowed<Asked, ServeView>((query) => app.host.costToServe(query), START);
  const ask = (more: Partial<Asked>) => state.ask({ ...state.query(), ...more });
  const note = (row: ServeRow) => {
    if (row.cost !== null && row.cost > 0 && row.sales <= 0) return t('service.costs.noBuy');
    if (row.cost !== null && row.margin !== null && row.cost > row.margin) return t('service.costs.above');
    return row.reason ? t(`service.costs.reason.${row.reason}`) : '';
  };
  const isAbove = (row: ServeRow) =>
    row.cost !== null && row.cost > 0 && (row.sales <= 0 || (row.margin !== null && row.cost > row.margin));
  const columns = (): TableColumn<ServeRow, ColumnId>[] => [
    { id: 'name', head: t('service.customer'), rowHead: true, cell: (row) => row.name },
    { id: 'tier', head: t('service.tier'), cell: (row) => row.tier ?? '–' },
    { id: 'visits', head: t('service.costs.visits'), number: true, cell: (row) => format().count(row.visits) },
    { id: 'hours', head: t('service.costs.hours'), number: true, cell: (row) => format().number(row.hours, 1) },
    {
      id: 'complaints',
      head: t('service.costs.complaints'),
      number: true,
      cell: (row) => format().count(row.complaints),
    },
    {
      id: 'cost',
      head: `${t('service.costs.cost')}, ${unitLabel(t, 'one', source()?.currency ?? 'CNY')}`,
      number: true,
      cell: (row) => amount(row.cost),
    },
    { id: 'sales', head: t('service.costs.sales'), number: true, cell: (row) => amount(row.sales) },
    { id: 'margin', head: t('service.costs.margin'), number: true, cell: (row) => amount(row.margin) },
    { id: 'share', head: t('service.costs.share'), number: true, cell: (row) => format().percent(row.share) },
    {
      id: 'note',
      head: t('service.note'),
      cell: (row) => <span classList={{ 'due--overdue': isAbove(row), faint: !isAbove(row) }}>{note(row)}</span>,
    },
  ];
  const finding = (view: ServeView) =>
    view.reason !== null && view.above === 0
      ? t('service.costs.unknown')
      : view.above > 0
        ? t('service.costs.finding', { n: view.above })
        : t('service.costs.findingSales');
  return (
    <Show when={state.view()} fallback={<div class="service__body" aria-busy="true" />}>
      {(view) => (
        <div class="service__body">
          <SidePart label={t('service.part.costs')}>
            <Section
              finding={finding(view())}
              caption={t('service.costs.caption', {
                from: format().isoDay(view().from),
                to: format().isoDay(view().to),
              })}
            >
              <Show when={view().reason}>
                {(reason) => (
                  <p class="service-why">
                    {t(`service.costs.reason.${reason()}`)}{' '}
                    <Show
                      when={reason() === 'noHourCost'}
                      fallback={
                        <Button look="link" onClick={() => app.go('import')}>
                          {t('service.costs.importCosts')}
                        </Button>
                      }
                    >
                      <Button look="link" onClick={() => props.onPart('workload')}>
                        {t('service.costs.setCost')}
                      </Button>
                    </Show>
                  </p>
                )}
              </Show>
              <table class="table">
                <caption class="unseen">{t('service.costs.byTier')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('service.tier')}</th>
                    <th scope="col" class="number">
                      {t('service.costs.cost')}
                    </th>
                    <th scope="col" class="number">
                      {t('service.costs.margin')}
                    </th>
                    <th scope="col" class="number">
                      {t('service.costs.share')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  <For each={view().byTier}>
                    {(row) => (
                      <tr>
                        <th scope="row">{row.tier ?? t('service.noTier')}</th>
                        <td class="number">{amount(row.cost)}</td>
                        <td class="number">{amount(row.margin)}</td>
                        <td class="number">{format().percent(row.share)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </Section>
          </SidePart>
          <div class="service__main">
            <div class="service-tools">
              <label class="service-check">
                <input
                  type="checkbox"
                  checked={state.query().aboveOnly}
                  onChange={(event) => ask({ aboveOnly: event.currentTarget.checked })}
                />
                <span>{t('service.costs.aboveOnly')}</span>
              </label>
              <div class="service-tools__search">
                <TextField
                  label={t('service.search')}
                  type="search"
                  value={state.query().search}
                  onInput={(search) => ask({ search })}
                />
              </div>
            </div>
            <LongTable<ServeRow, ColumnId>
              label={t('service.costs.list')}
              columns={columns()}
              rows={view().rows}
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
  );
}
