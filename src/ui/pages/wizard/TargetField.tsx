import { Show } from 'solid-js';
import type { CurrencyCode } from '~/domain/money';
import type { Result } from '~/domain/result';
import { Field } from '../../components/Field';
import { useText } from '../../components/TextProvider';
import type { TargetReading } from './targetReading';

export interface TargetFieldProps {
  text: string;
  onInput: (text: string) => void;
  /** Null while nothing is typed. */
  reading: Result<TargetReading> | null;
  hint: string;
  currency: { code: CurrencyCode; minorUnit: number };
  /** The growth is on an estimate of twelve months. */
  estimated: boolean;
}

/** The target as it is typed, and at once what it means. */
export function TargetField(props: TargetFieldProps) {
  const { t, format, issueText } = useText();
  const read = () => (props.reading?.ok ? props.reading.value : null);
  const error = () => (props.reading && !props.reading.ok ? issueText(props.reading.issues[0]) : null);
  const growth = () => {
    const now = read();
    if (!now || now.growth === null) return null;
    const words = { growth: format().growth(now.growth) };
    return props.estimated ? t('wizard.growthOnEstimate', words) : t('wizard.growthOnBase', words);
  };
  return (
    <div class="target-field">
      <Field label={t('wizard.target')} hint={props.hint} error={error()}>
        {(control) => (
          <div class="target-field__row">
            <input
              {...control}
              type="text"
              inputmode="text"
              autocomplete="off"
              spellcheck={false}
              class="input input--number input--typed target-field__input"
              value={props.text}
              onInput={(event) => props.onInput(event.currentTarget.value)}
            />
            <output class="target-field__reading" for={control.id}>
              <Show when={read()}>
                {(now) => (
                  <>
                    <span class="strong">
                      {t('wizard.targetIs', { amount: format().exactMoney(now().amount, props.currency) })}
                    </span>
                    <Show when={growth()}>
                      <span class="quiet">{growth()}</span>
                    </Show>
                  </>
                )}
              </Show>
            </output>
          </div>
        )}
      </Field>
    </div>
  );
}
