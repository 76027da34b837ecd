import * as Kobalte from '@kobalte/core/dropdown-menu';
import Check from 'lucide-solid/icons/check';
import { Index, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Icon } from './Button';
import { topLayer } from './topLayer';

export interface MenuItem {
  label: string;
  hint?: string;
  keys?: string;
  icon?: Icon;
  /** True or false makes it one of a set, with a tick at the chosen one. */
  chosen?: boolean;
  blocked?: string | null;
  /** Opens a dialog: it is run when the menu has let go of the focus. */
  dialog?: boolean;
  run: () => void;
}

export interface MenuGroup {
  title?: string;
  items: MenuItem[];
}

export interface MenuProps {
  /** What the trigger shows. */
  trigger: JSX.Element;
  triggerClass?: string;
  /** Said on hover; the name of a trigger that shows an icon alone. */
  title?: string;
  groups: MenuGroup[];
  /** Called when the menu opens, to fill what is only known then. */
  onOpen?: () => void;
}

/** A list of things to do or choose behind a button. */
export function Menu(props: MenuProps) {
  let waiting: (() => void) | null = null;
  const choose = (item: MenuItem) => {
    if (item.dialog) waiting = item.run;
    else item.run();
  };
  return (
    <Kobalte.Root modal={false} onOpenChange={(open) => open && props.onOpen?.()} gutter={4} placement="bottom-start">
      <Kobalte.Trigger class={props.triggerClass ?? 'button'} title={props.title}>
        {props.trigger}
      </Kobalte.Trigger>
      <Kobalte.Portal ref={topLayer}>
        <Kobalte.Content
          class="float float--scroll"
          onCloseAutoFocus={() => {
            // The focus is on its way back to the trigger, from where the dialog then takes it.
            if (waiting) queueMicrotask(waiting);
            waiting = null;
          }}
        >
          {/* By place: what an open menu still learns must not take the item away that has the focus. */}
          <Index each={props.groups.filter((group) => group.items.length > 0)}>
            {(group, index) => (
              <>
                <Show when={index > 0}>
                  <Kobalte.Separator class="menu__line" />
                </Show>
                <Kobalte.Group>
                  <Show when={group().title}>
                    <Kobalte.GroupLabel class="menu__head">{group().title}</Kobalte.GroupLabel>
                  </Show>
                  <Index each={group().items}>{(item) => <Entry item={item()} run={() => choose(item())} />}</Index>
                </Kobalte.Group>
              </>
            )}
          </Index>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

function Entry(props: { item: MenuItem; run: () => void }) {
  const inside = () => (
    <>
      <span class="menu__label">
        <span>{props.item.label}</span>
        <Show when={props.item.blocked ?? props.item.hint}>{(hint) => <span class="menu__hint">{hint()}</span>}</Show>
      </span>
      <Show when={props.item.keys}>
        <span class="menu__keys">{props.item.keys}</span>
      </Show>
    </>
  );
  return (
    <Show
      when={props.item.chosen !== undefined}
      fallback={
        <Kobalte.Item class="menu__item" disabled={Boolean(props.item.blocked)} onSelect={() => props.run()}>
          <Show when={props.item.icon}>
            {(icon) => <Dynamic component={icon()} size={16} class="icon" aria-hidden="true" />}
          </Show>
          {inside()}
        </Kobalte.Item>
      }
    >
      <Kobalte.CheckboxItem
        class="menu__item"
        closeOnSelect
        checked={props.item.chosen === true}
        disabled={Boolean(props.item.blocked)}
        onChange={() => props.run()}
      >
        <span class="menu__mark">
          <Kobalte.ItemIndicator>
            <Check size={14} class="icon" aria-hidden="true" />
          </Kobalte.ItemIndicator>
        </span>
        {inside()}
      </Kobalte.CheckboxItem>
    </Show>
  );
}
