import { NumberField } from '../../../components/NumberField';
import { useText } from '../../../components/TextProvider';
import type { WeightPart } from './ruleDraft';

export interface WeightRowProps {
  part: WeightPart;
  weight: number;
  /** No customer has a value for it: said in words. */
  missing: boolean;
  unit: string;
  onWeight: (weight: number) => void;
}

/** One weight: a number to type and a slider to try; both say and do the same. */
export function WeightRow(props: WeightRowProps) {
  const { t } = useText();
  const name = () => t(`customers.${props.part}`);
  return (
    <div class="weight">
      <NumberField
        label={name()}
        hint={props.unit}
        value={props.weight}
        min={0}
        max={100}
        onChange={(weight) => props.onWeight(Math.round(weight ?? 0))}
      />
      <input
        type="range"
        class="weight__slider"
        aria-label={t('customers.weightOf', { part: name() })}
        min={0}
        max={100}
        step={1}
        value={props.weight}
        style={{ '--fill': `${Math.min(100, props.weight)}%` }}
        onInput={(event) => props.onWeight(event.currentTarget.valueAsNumber)}
      />
      {props.missing && <p class="weight__missing">{t('customers.missingPart', { part: name() })}</p>}
    </div>
  );
}
