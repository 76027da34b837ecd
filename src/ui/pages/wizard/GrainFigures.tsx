import { Show } from 'solid-js';
import type { PlanProposal } from '~/domain/view';
import { useText } from '../../components/TextProvider';
import { periodCount } from './fiscalYears';
import { periodsText } from './periodsText';

/** How big the plan gets, and whether its lines have something to go by. */
export function GrainFigures(props: { proposal: PlanProposal; working: boolean }) {
  const { t, format } = useText();
  const periods = () => {
    const { calendar, fiscalYear: year, years = 1 } = props.proposal.settings;
    return periodsText(t, calendar, periodCount({ calendar, year, years }));
  };
  return (
    <section class="grain" classList={{ 'grain--stale': props.working }}>
      <h2 class="type-section">{t('wizard.grain')}</h2>
      <dl class="grain__figures">
        <Figure label={t('wizard.lines')} value={format().count(props.proposal.lines)} hint={t('wizard.linesHint')} />
        <Figure
          label={t('wizard.leafValues')}
          value={format().count(props.proposal.leafValues)}
          hint={t('wizard.leafValuesHint', { periods: periods() })}
        />
        <Figure
          label={t('wizard.density')}
          value={format().percent(props.proposal.density)}
          hint={t('wizard.densityHint')}
        />
        <Figure
          label={t('wizard.singleSales')}
          value={format().percent(props.proposal.singleSales)}
          hint={t('wizard.singleSalesHint')}
        />
      </dl>
      <p class="quiet">
        {props.proposal.profileYears > 0
          ? t('wizard.profileYears', { n: Math.round(props.proposal.profileYears) })
          : t('wizard.profileNone')}
      </p>
      <Show when={props.proposal.festivalMoved}>
        <p class="grain__festival">{t('wizard.festival')}</p>
      </Show>
    </section>
  );
}

function Figure(props: { label: string; value: string; hint: string }) {
  return (
    <div class="grain__figure">
      <dt>{props.label}</dt>
      <dd>
        <span class="type-value">{props.value}</span>
        <span class="type-caption">{props.hint}</span>
      </dd>
    </div>
  );
}
