import { createEffect, createSignal, on, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { readNumber } from '~/domain/number';
import { Field } from './Field';
import { useText } from './TextProvider';

export interface NumberFieldProps {
  label: string;
  hint?: string;
  /** Null is blank. In shown units, not in minor ones. */
  value: number | null;
  onChange: (value: number | null) => void;
  decimals?: number;
  min?: number;
  max?: number;
  /** Stands after the field: %, days, 万元. */
  unit?: string;
  /** An error that somebody else found. */
  error?: string | null;
}

/** A number as people type it (1,200, 30k, +10%); what is not understood stays, with the reason, and changes nothing. */
export function NumberField(props: NumberFieldProps) {
  const { format, issueText } = useText();
  const decimals = () => props.decimals ?? 0;
  const shown = () => (props.value === null ? '' : format().number(props.value, decimals()));
  const [text, setText] = createSignal('');
  const [issue, setIssue] = createSignal<Issue | null>(null);
  createEffect(
    on(shown, (next) => {
      setText(next);
      setIssue(null);
    }),
  );

  const commit = () => {
    const scale = 10 ** decimals();
    const current = props.value === null ? null : Math.round(props.value * scale);
    const read = readNumber(text(), {
      current,
      minorUnit: decimals(),
      unit: 1,
      kind: 'count',
      locale: format().language,
    });
    const value = read.ok && read.value.kind === 'value' ? read.value.amount / scale : null;
    const outside = value !== null && ((props.min ?? value) > value || (props.max ?? value) < value);
    if (!read.ok || outside) {
      setIssue(read.ok ? { code: 'target/outsideLimits' } : read.issues[0]);
      return;
    }
    setIssue(null);
    setText(value === null ? '' : format().number(value, decimals()));
    if (value !== props.value) props.onChange(value);
  };

  const said = () => {
    const found = issue();
    return found ? issueText(found) : (props.error ?? null);
  };
  return (
    <Field label={props.label} hint={props.hint} error={said()}>
      {(control) => (
        <span class="input-row">
          <input
            {...control}
            type="text"
            inputmode="decimal"
            autocomplete="off"
            class="input input--number input--typed"
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            onChange={commit}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                setText(shown());
                setIssue(null);
              }
            }}
          />
          <Show when={props.unit}>
            <span class="input-row__unit">{props.unit}</span>
          </Show>
        </span>
      )}
    </Field>
  );
}
