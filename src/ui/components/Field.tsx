import { createUniqueId, type JSX, Show } from 'solid-js';

export interface FieldProps {
  label: string;
  hint?: string;
  error?: string | null;
  /** Gets what the control must carry to be read out with its label, hint and error. */
  children: (control: FieldControl) => JSX.Element;
}

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** Label, control, hint and error as one. For plain text use TextField, for numbers NumberField. */
export function Field(props: FieldProps) {
  const id = createUniqueId();
  const control: FieldControl = {
    id,
    get 'aria-describedby'() {
      return props.error || props.hint ? `${id}-note` : undefined;
    },
    get 'aria-invalid'() {
      return props.error ? ('true' as const) : undefined;
    },
  };
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {props.label}
      </label>
      {props.children(control)}
      <Show when={props.error || props.hint}>
        <p
          id={`${id}-note`}
          class={props.error ? 'field__error' : 'field__hint'}
          aria-live={props.error ? 'polite' : undefined}
        >
          {props.error || props.hint}
        </p>
      </Show>
    </div>
  );
}
