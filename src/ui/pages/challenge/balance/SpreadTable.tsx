import { Show } from 'solid-js';
import type { BalanceSpread, BalanceView } from '~/domain/balanceView';
import { useText } from '../../../components/TextProvider';
import { chanceRange } from './chanceRange';

/** How unequal it is now and would be: by targets, and by customers that change hands instead. */
export function SpreadTable(props: { view: BalanceView }) {
  const { t, format } = useText();
  const figure = (value: number | null) => format().number(value, 2);
  const chances = (when: 'now' | 'after') => {
    const range = chanceRange(props.view.rows, when);
    if (!range) return '–';
    const [least, best] = [format().probability(range.least), format().probability(range.best)];
    return least === best ? best : `${least} – ${best}`;
  };
  const row = (label: string, of: BalanceSpread) => (
    <tr>
      <th scope="row">{label}</th>
      <td class="number">{format().percent(of.variation)}</td>
      <td class="number">{figure(of.gini)}</td>
      <td class="number">{of.ratio === null ? '–' : format().times(of.ratio)}</td>
    </tr>
  );
  return (
    <>
      <table class="table balance__spread">
        <caption class="type-section">{t('balance.spread')}</caption>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col" class="number">
              {t('balance.variation')}
            </th>
            <th scope="col" class="number">
              {t('balance.gini')}
            </th>
            <th scope="col" class="number">
              {t('balance.ratio')}
            </th>
          </tr>
        </thead>
        <tbody>
          {row(t('balance.before'), props.view.before)}
          {row(t('balance.after'), props.view.after)}
          <Show when={props.view.afterMoves}>{(moved) => row(t('balance.afterMoves'), moved())}</Show>
        </tbody>
      </table>
      <p class="type-caption">{t('balance.chances', { now: chances('now'), after: chances('after') })}</p>
    </>
  );
}
