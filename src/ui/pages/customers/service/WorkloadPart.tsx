import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js';
import type { WorkloadRow, WorkloadView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { NumberField } from '../../../components/NumberField';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { NoPackages } from './NoPackages';
import type { ServicePartProps } from './servicePart';

const MONTHS = 6;

/** Hours that the packages ask of every seller, month by month, against the hours there are. */
export function WorkloadPart(props: ServicePartProps) {
  const app = useApp();
  const { value: view } = createLiveAnswer(
    () => ({ on: null, months: MONTHS }),
    (query) => app.host.workload(query),
  );
  return (
    <Show when={props.rules.packages.length > 0} fallback={<NoPackages onPart={props.onPart} />}>
      <Show when={view()} fallback={<div class="service__whole" aria-busy="true" />}>
        {(known) => (
          <div class="service__whole">
            <WorkloadTable view={known()} />
            <SettingsForm settings={props.rules.settings} />
          </div>
        )}
      </Show>
    </Show>
  );
}

function WorkloadTable(props: { view: WorkloadView }) {
  const { t, format } = useText();
  const hours = (value: number) => format().count(Math.round(value));
  /** Less than half an hour over is rounding, not overload. */
  const over = (row: Pick<WorkloadRow, 'needed' | 'capacity'>, month: number) =>
    Math.max(0, Math.round(row.needed[month] - row.capacity[month]));
  const worst = createMemo(() => {
    let most = { hours: 0, month: 0 };
    for (const row of props.view.rows)
      for (const month of row.needed.keys())
        if (over(row, month) > most.hours) most = { hours: over(row, month), month };
    return most;
  });
  const short = () => props.view.rows.filter((row) => row.needed.some((_, month) => over(row, month) > 0)).length;
  const finding = () =>
    short() === 0
      ? t('service.workload.fine')
      : t('service.workload.over', {
          n: short(),
          hours: hours(worst().hours),
          month: format().longMonth(props.view.months[worst().month].id),
        });
  return (
    <Section finding={finding()} caption={t('service.workload.caption')}>
      <div class="service-scroll">
        <table class="table workload">
          <caption class="unseen">{t('service.workload.list')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('service.seller')}</th>
              <th scope="col" class="number">
                {t('service.workload.customers')}
              </th>
              <th scope="col" class="number">
                {t('service.workload.perMonth')}
              </th>
              <For each={props.view.months}>
                {(month) => (
                  <th scope="col" class="number" title={t('service.workload.workingDays', { n: month.workingDays })}>
                    {format().longMonth(month.id)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.view.rows}>
              {(row) => (
                <tr>
                  <th scope="row">{row.name || t('service.unassigned')}</th>
                  <td class="number">{format().count(row.customers)}</td>
                  <td class="number" title={row.own ? t('service.workload.ownHours') : undefined}>
                    {format().count(row.hoursPerMonth)}
                    {row.own ? '*' : ''}
                  </td>
                  <For each={row.needed}>
                    {(needed, month) => (
                      <td
                        class="number"
                        title={
                          row.leaveDays[month()] > 0
                            ? t('service.workload.leave', { n: row.leaveDays[month()] })
                            : undefined
                        }
                      >
                        {t('service.workload.cell', { needed: hours(needed), capacity: hours(row.capacity[month()]) })}
                        <Show when={over(row, month()) > 0}>
                          <span class="workload__over">
                            {' '}
                            {t('service.workload.overBy', { hours: hours(over(row, month())) })}
                          </span>
                        </Show>
                        <span class="workload__bar" aria-hidden="true">
                          <span
                            class="workload__fill"
                            data-over={over(row, month()) > 0 ? '' : undefined}
                            style={{ width: `${share(needed, row.capacity[month()])}%` }}
                          />
                        </span>
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('service.workload.total')}
              </th>
              <For each={props.view.total.needed}>
                {(needed, month) => (
                  <td class="number">
                    {t('service.workload.cell', {
                      needed: hours(needed),
                      capacity: hours(props.view.total.capacity[month()]),
                    })}
                  </td>
                )}
              </For>
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  );
}

const share = (needed: number, capacity: number): number =>
  Math.min(100, capacity > 0 ? (needed / capacity) * 100 : needed > 0 ? 100 : 0);

/** Hours and what they cost, for everybody whose own are not known. */
export function SettingsForm(props: { settings: ServicePartProps['rules']['settings'] }) {
  const app = useApp();
  const { t } = useText();
  const [draft, setDraft] = createSignal({ hoursPerMonth: 0, hourCost: 0, complaintCost: 0 });
  createEffect(
    on(
      () => props.settings,
      (saved) => setDraft({ ...saved }),
    ),
  );
  const scale = () => 10 ** (app.status().workspace?.minorUnit ?? 2);
  const currency = () => app.status().workspace?.currency ?? 'CNY';
  const isSame = () =>
    (['hoursPerMonth', 'hourCost', 'complaintCost'] as const).every((key) => draft()[key] === props.settings[key]);
  const money = (key: 'hourCost' | 'complaintCost') => (value: number | null) =>
    setDraft({ ...draft(), [key]: Math.round((value ?? 0) * scale()) });
  const blocked = () =>
    app.status().readOnly ? t('service.readOnly') : isSame() ? t('service.workload.unchanged') : null;
  return (
    <Section finding={t('service.workload.settings')}>
      <div class="service-fields">
        <NumberField
          label={t('service.workload.hoursPerMonth')}
          hint={t('service.workload.hoursHint')}
          value={draft().hoursPerMonth}
          min={0}
          max={744}
          unit={t('service.hours')}
          onChange={(value) => setDraft({ ...draft(), hoursPerMonth: value ?? 0 })}
        />
        <NumberField
          label={t('service.workload.hourCost')}
          hint={t('service.workload.hourCostHint')}
          value={draft().hourCost / scale()}
          decimals={app.status().workspace?.minorUnit ?? 2}
          min={0}
          unit={currency()}
          onChange={money('hourCost')}
        />
        <NumberField
          label={t('service.workload.complaintCost')}
          value={draft().complaintCost / scale()}
          decimals={app.status().workspace?.minorUnit ?? 2}
          min={0}
          unit={currency()}
          onChange={money('complaintCost')}
        />
      </div>
      <p class="service-acts">
        <Button blocked={blocked()} onClick={() => void app.run({ name: 'service/setSettings', settings: draft() })}>
          {t('service.workload.saveSettings')}
        </Button>
      </p>
    </Section>
  );
}
