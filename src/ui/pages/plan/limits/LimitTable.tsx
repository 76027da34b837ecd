import { For, Show } from 'solid-js';
import type { LimitLine } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { usePlanSheet } from '../createPlanSheet';
import { isInside } from './limitDraft';

/** Every lasting minimum and maximum of the column that is shown, with the way to it, to change it and out of it. */
export function LimitTable(props: {
  blocked: string | null;
  onShow(line: LimitLine): void;
  onEdit(line: LimitLine): void;
}) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const sheet = usePlanSheet();
  const where = (line: LimitLine) =>
    line.labels.map((name) => name || t('words.unassigned')).join(' › ') || t('plan.totalRow');
  const said = (line: LimitLine) => `${where(line)} · ${sheet.periodsText(line.cell.periods)}`;
  const bound = (amount: number | null) => (amount === null ? t('limit.noBound') : money.show(amount));
  return (
    <Show when={sheet.limits.lines().length > 0}>
      <h3 class="type-label plan-locks__head">{t('limit.heading')}</h3>
      <table class="table">
        <caption class="unseen">{t('limit.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.lockWhere')}</th>
            <th scope="col">{t('plan.lockPeriods')}</th>
            <th scope="col" class="number">
              {t('limit.min', { unit: money.label() })}
            </th>
            <th scope="col" class="number">
              {t('limit.max', { unit: money.label() })}
            </th>
            <th scope="col" class="number">
              {t('limit.amount', { unit: money.label() })}
            </th>
            <th scope="col">
              <span class="unseen">{t('plan.lockActions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={sheet.limits.lines()}>
            {(line) => (
              <tr>
                <th scope="row">{where(line)}</th>
                <td>{sheet.periodsText(line.cell.periods)}</td>
                <td class="number">{bound(line.min)}</td>
                <td class="number">{bound(line.max)}</td>
                <td class="number">
                  {money.show(line.amount)}
                  <Show when={!isInside(line.amount, line)}> · {t('limit.outside')}</Show>
                </td>
                <td class="plan-locks__actions">
                  <Button
                    look="link"
                    aria-label={t('limit.showAt', { where: said(line) })}
                    onClick={() => props.onShow(line)}
                  >
                    {t('plan.toLock')}
                  </Button>
                  <Button
                    look="link"
                    blocked={props.blocked}
                    aria-label={t('limit.editAt', { where: said(line) })}
                    onClick={() => props.onEdit(line)}
                  >
                    {t('limit.edit')}
                  </Button>
                  <Button
                    look="link"
                    class="plan-locks__release"
                    blocked={props.blocked}
                    aria-label={t('limit.removeAt', { where: said(line) })}
                    onClick={() => void app.run({ name: 'limits/clear', limit: line.id })}
                  >
                    {t('limit.removeShort')}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}
