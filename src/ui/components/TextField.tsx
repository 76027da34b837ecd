import { type JSX, splitProps } from 'solid-js';
import { dayOnClock, isoDate } from '~/domain/period';
import { Field } from './Field';

export interface TextFieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'onChange'> {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  onInput: (value: string) => void;
  /** On Enter or when the focus leaves. */
  onChange?: (value: string) => void;
}

/** Ctrl+; as in a spreadsheet. */
const isTodayKey = (event: KeyboardEvent): boolean =>
  event.key === ';' && (event.ctrlKey || event.metaKey) && !event.altKey;

/** One line of text, or a date; in one of those Ctrl+; gives today. */
export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ['label', 'hint', 'error', 'value', 'onInput', 'onChange', 'class']);
  return (
    <Field label={own.label} hint={own.hint} error={own.error}>
      {(control) => (
        <input
          type="text"
          autocomplete="off"
          {...rest}
          {...control}
          on:keydown={(event) => {
            if (rest.type !== 'date' || !isTodayKey(event)) return;
            event.preventDefault();
            own.onInput(isoDate(dayOnClock(new Date())));
          }}
          class={`input ${own.class ?? ''}`}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          onChange={(event) => own.onChange?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
