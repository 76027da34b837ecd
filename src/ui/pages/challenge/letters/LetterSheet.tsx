import { For, Show } from 'solid-js';
import type { TargetLetter } from '~/domain/challenge';
import type { KpiId } from '~/domain/kpi';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** A target letter 目标责任书: who answers for what, measured how, on which assumptions, signed by both. */
export function LetterSheet(props: { letter: TargetLetter }) {
  const { t, format } = useText();
  const money = useMoney();
  const letter = () => props.letter;
  const quarters = () => letter().quarters;
  return (
    <article class="sheet" aria-label={t('letter.of', { name: letter().label })}>
      <header class="sheet__head">
        <h1 class="sheet__title">{t('letter.title')}</h1>
        <p>{letter().title}</p>
      </header>
      <dl class="sheet__facts">
        <dt>{t('letter.receiver')}</dt>
        <dd>{letter().label}</dd>
        <dt>{t('letter.issuedOn')}</dt>
        <dd>{format().isoDay(letter().issuedOn)}</dd>
        <dt>{t('letter.versionHead')}</dt>
        <dd>{t('letter.version', { no: letter().no })}</dd>
        <dt>{t('letter.yearTarget')}</dt>
        <dd>
          <b>{money.exact(letter().total)}</b>
        </dd>
      </dl>
      <table class="table sheet__table">
        <caption>{t('letter.byQuarter')}</caption>
        <thead>
          <tr>
            <For each={quarters()}>
              {({ id }) => (
                <th scope="col" class="number">
                  {format().period(id)}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {t('letter.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <For each={quarters()}>{({ amount }) => <td class="number">{money.exact(amount)}</td>}</For>
            <td class="number">
              <b>{money.exact(letter().total)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <h2 class="sheet__section">{t('letter.byMonth')}</h2>
      <ul class="sheet__months">
        <For each={letter().months}>
          {({ period, amount }) => (
            <li>
              <span>{format().month(period)}</span>
              <span class="number">{money.exact(amount)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={letter().products.length > 0}>
        <h2 class="sheet__section">{t('letter.byProduct')}</h2>
        <ul class="sheet__months">
          <For each={letter().products}>
            {({ label, amount }) => (
              <li>
                <span>{label || t('words.unassigned')}</span>
                <span class="number">{money.exact(amount)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={letter().kpis.length > 0}>
        <h2 class="sheet__section">{t('letter.kpis')}</h2>
        <ul class="sheet__months">
          <For each={letter().kpis}>
            {({ kpi, goal }) => (
              <li>
                <span>{t.find(`kpi.name.${kpi as KpiId}`) ?? kpi}</span>
                <span class="number">{goal}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={letter().assumptions !== ''}>
        <h2 class="sheet__section">{t('letter.assumptions')}</h2>
        <p class="sheet__text">{letter().assumptions}</p>
      </Show>
      <div class="sheet__signatures">
        <For each={['manager', 'receiver'] as const}>
          {(side) => (
            <div>
              <p>{t(`letter.sign.${side}`)}</p>
              <p class="sheet__line">{t('letter.signature')}</p>
              <p class="sheet__line">{t('letter.date')}</p>
            </div>
          )}
        </For>
      </div>
      <footer class="sheet__foot">{t('letter.foot', { hash: letter().hash })}</footer>
    </article>
  );
}
