import Check from 'lucide-solid/icons/check';
import { createMemo, For, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { CutFields } from './CutFields';
import type { CustomersState } from './createCustomers';
import { MoreColumns } from './MoreColumns';
import { moveMatrix } from './moveMatrix';
import { RuleOptions } from './RuleOptions';
import {
  type RuleDraft,
  ruleFault,
  scaledToWhole,
  WEIGHT_PARTS,
  type WeightPart,
  weightSum,
  withWeight,
} from './ruleDraft';
import { ScoreHistogram } from './ScoreHistogram';
import { TierTable } from './TierTable';
import { WeightRow } from './WeightRow';

export interface RulePanelProps {
  state: CustomersState;
  view: CustomersView;
  rule: RuleDraft;
  onForce: () => void;
}

/** The rule at the left: weights, cuts, what they amount to, and the decision at the bottom. */
export function RulePanel(props: RulePanelProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const moves = createMemo(() => moveMatrix(props.view));
  const unitOf = (part: WeightPart) =>
    part === 'spend' ? t('customers.unit.spend', { unit: money.label() }) : t(`customers.unit.${part}`);
  const blocked = () => {
    if (!props.state.tried()) return t('customers.unchanged');
    if (app.status().readOnly) return t('customers.readOnly');
    const fault = ruleFault(props.rule);
    return fault === null ? null : t(`customers.fault.${fault}`, { n: format().count(weightSum(props.rule)) });
  };
  const applyText = () => {
    // Where tiers are in force, a rule alone moves nobody.
    if (props.view.inForce) return t('customers.saveRule');
    return moves().moves > 0 && props.state.tried()
      ? t('customers.apply', { n: moves().moves })
      : t('customers.applyRule');
  };
  const forceBlocked = () => (props.state.tried() ? blocked() : app.status().readOnly ? t('customers.readOnly') : null);
  return (
    <div class="rule">
      <div class="rule__body">
        <h2 class="type-section">{t('customers.rule')}</h2>
        <p class="type-caption rule__hint">{t('customers.ruleHint')}</p>
        <For each={WEIGHT_PARTS}>
          {(part) => (
            <WeightRow
              part={part}
              weight={props.rule.weights[part]}
              missing={props.rule.weights[part] > 0 && props.view.missingParts.includes(part)}
              unit={unitOf(part)}
              onWeight={(weight) => props.state.tryRule(withWeight(props.rule, part, weight))}
            />
          )}
        </For>
        <MoreColumns rule={props.rule} view={props.view} onRule={props.state.tryRule} />
        <div class="rule__sum">
          <Show when={weightSum(props.rule) !== 100} fallback={<span />}>
            <Button look="link" onClick={() => props.state.tryRule(scaledToWhole(props.rule))}>
              {t('customers.makeWhole')}
            </Button>
          </Show>
          <span class="rule__sum-figure" classList={{ 'tone-warn': weightSum(props.rule) !== 100 }} role="status">
            {t('customers.sum')} <b>{format().count(weightSum(props.rule))}</b>
            <Show when={weightSum(props.rule) === 100}>
              <Check size={14} class="tone-good" stroke-width={1.5} aria-hidden="true" />
            </Show>
          </span>
        </div>
        <CutFields rule={props.rule} view={props.view} onRule={props.state.tryRule} />
        <RuleOptions rule={props.rule} view={props.view} onRule={props.state.tryRule} />
        <div class="rule__results" classList={{ 'is-stale': props.state.stale() && props.state.tried() }}>
          <h3 class="rule__sub">{t('customers.histogram')}</h3>
          <ScoreHistogram view={props.view} />
          <TierTable view={props.view} />
          <Show when={props.view.reweighted > 0}>
            <p class="type-caption">{t('customers.reweighted', { n: props.view.reweighted })}</p>
          </Show>
        </div>
      </div>
      <div class="rule__decision">
        <Button look="primary" blocked={blocked()} onClick={() => void props.state.apply()}>
          {applyText()}
        </Button>
        <Show when={moves().moves > 0}>
          <span class="faint">{t('customers.upDown', { up: moves().up, down: moves().down })}</span>
        </Show>
        <Button blocked={forceBlocked()} onClick={() => props.onForce()}>
          {t('customers.force')}
        </Button>
        <Button
          look="quiet"
          class="rule__reset"
          blocked={props.state.tried() ? null : t('customers.unchanged')}
          onClick={() => props.state.reset()}
        >
          {t('customers.reset')}
        </Button>
      </div>
    </div>
  );
}
