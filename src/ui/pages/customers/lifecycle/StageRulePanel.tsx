import { For, Show } from 'solid-js';
import { dayOf } from '~/domain/period';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { NumberField } from '../../../components/NumberField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { isStageRule, type LifecycleState, type StageRule } from './createLifecycle';

const DAYS = ['newDays', 'dormantDays', 'lostDays'] as const;
const SHARES = ['growth', 'decline'] as const;

/** The rule at the left: days and shares, the day that is looked at, and the decision at the bottom. */
export function StageRulePanel(props: { state: LifecycleState; rule: StageRule; onPlan: () => void }) {
  const app = useApp();
  const { t, format } = useText();
  const blocked = () => {
    if (!props.state.tried()) return t('lifecycle.unchanged');
    if (app.status().readOnly) return t('lifecycle.readOnly');
    return isStageRule(props.rule) ? null : t('lifecycle.order');
  };
  const lookAt = (text: string) => {
    const [year, month, date] = text.split('-').map(Number);
    props.state.lookAt(year && month && date ? dayOf(year, month, date) : null);
  };
  const planBlocked = () => {
    if (!app.status().plan) return t('segment.noPlan');
    return props.state.tried() ? t('lifecycle.saveFirst') : null;
  };
  return (
    <div class="rule">
      <div class="rule__body">
        <h2 class="type-section">{t('lifecycle.rule')}</h2>
        <p class="type-caption rule__hint">{t('lifecycle.ruleHint')}</p>
        <div class="stage-fields">
          <For each={DAYS}>
            {(field) => (
              <NumberField
                label={t(`lifecycle.${field}`)}
                unit={t('lifecycle.days')}
                value={props.rule[field]}
                min={1}
                max={3650}
                error={field === 'lostDays' && !isStageRule(props.rule) ? t('lifecycle.order') : null}
                onChange={(days) => days !== null && props.state.tryRule({ ...props.rule, [field]: Math.round(days) })}
              />
            )}
          </For>
          <NumberField
            label={t('lifecycle.intervals')}
            unit={t('lifecycle.times')}
            value={props.rule.intervals}
            decimals={Number.isInteger(props.rule.intervals) ? 0 : 1}
            min={0}
            max={20}
            onChange={(intervals) => intervals !== null && props.state.tryRule({ ...props.rule, intervals })}
          />
          <For each={SHARES}>
            {(field) => (
              <NumberField
                label={t(`lifecycle.${field}`)}
                unit="%"
                value={Math.round(props.rule[field] * 1000) / 10}
                decimals={Number.isInteger(Math.round(props.rule[field] * 1000) / 10) ? 0 : 1}
                min={0}
                max={1000}
                onChange={(share) => share !== null && props.state.tryRule({ ...props.rule, [field]: share / 100 })}
              />
            )}
          </For>
          <TextField
            type="date"
            label={t('lifecycle.asOf')}
            value={format().isoDay(props.state.view()?.asOf ?? null)}
            min={format().isoDay(props.state.view()?.from ?? null)}
            max={format().isoDay(props.state.view()?.to ?? null)}
            onInput={() => undefined}
            onChange={lookAt}
          />
        </div>
        <Button look="link" blocked={planBlocked()} onClick={() => props.onPlan()}>
          {t('lifecycle.toDimension')}
        </Button>
      </div>
      <div class="rule__decision">
        <Button look="primary" blocked={blocked()} onClick={() => void props.state.save()}>
          {t('lifecycle.save')}
        </Button>
        <Show when={props.state.tried()}>
          <span class="faint">{t('lifecycle.unsaved')}</span>
        </Show>
        <Button
          look="quiet"
          class="rule__reset"
          blocked={props.state.tried() ? null : t('lifecycle.unchanged')}
          onClick={() => props.state.reset()}
        >
          {t('lifecycle.reset')}
        </Button>
      </div>
    </div>
  );
}
