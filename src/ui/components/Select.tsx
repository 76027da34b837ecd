import * as Kobalte from '@kobalte/core/select';
import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show } from 'solid-js';
import { topLayer } from './topLayer';

export interface SelectOption<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

export interface SelectProps<T extends string> {
  label: string;
  /** The label is read out only; for toolbars, where the value speaks for itself. */
  hideLabel?: boolean;
  /** Without a border, for toolbars. */
  bare?: boolean;
  options: readonly SelectOption<T>[];
  value: T | null;
  placeholder?: string;
  onChange: (value: T) => void;
}

/** One of many: typing jumps to an entry, Esc leaves it as it was. */
export function Select<T extends string>(props: SelectProps<T>) {
  const chosen = () => props.options.find((option) => option.value === props.value) ?? null;
  return (
    <Kobalte.Root<SelectOption<T>>
      class="field"
      options={[...props.options]}
      optionValue="value"
      optionTextValue="label"
      value={chosen()}
      onChange={(option) => {
        // Fresh options with the same choice among them count as a change there, not here.
        if (option && option.value !== props.value) props.onChange(option.value);
      }}
      disallowEmptySelection
      placeholder={props.placeholder}
      gutter={4}
      itemComponent={(item) => (
        <Kobalte.Item item={item.item} class="menu__item">
          <span class="menu__mark">
            <Kobalte.ItemIndicator>
              <Check size={14} class="icon" aria-hidden="true" />
            </Kobalte.ItemIndicator>
          </span>
          <span class="menu__label">
            <Kobalte.ItemLabel>{item.item.rawValue.label}</Kobalte.ItemLabel>
            <Show when={item.item.rawValue.hint}>
              <span class="menu__hint">{item.item.rawValue.hint}</span>
            </Show>
          </span>
        </Kobalte.Item>
      )}
    >
      <Kobalte.Label class={props.hideLabel ? 'unseen' : 'field__label'}>{props.label}</Kobalte.Label>
      <Kobalte.Trigger class={props.bare ? 'select select--bare' : 'select'}>
        <Kobalte.Value<SelectOption<T>>>{(state) => state.selectedOption()?.label ?? props.placeholder}</Kobalte.Value>
        <Kobalte.Icon>
          <ChevronDown size={14} class="icon" aria-hidden="true" />
        </Kobalte.Icon>
      </Kobalte.Trigger>
      <Kobalte.Portal ref={topLayer}>
        <Kobalte.Content class="float">
          <Kobalte.Listbox class="float--scroll" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}
