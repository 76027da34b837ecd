import { type JSX, splitProps } from 'solid-js';
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

/** One line of text. */
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
          class={`input ${own.class ?? ''}`}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          onChange={(event) => own.onChange?.(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
