import { For } from 'solid-js';

export interface TabsProps<T extends string> {
  label: string;
  tabs: readonly { id: T; label: string }[];
  value: T;
  onChange: (id: T) => void;
}

/** A row of tabs; the page draws what belongs to the chosen one. Arrow keys move along it. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const step = (event: KeyboardEvent & { currentTarget: HTMLElement }, by: number) => {
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const next = props.tabs[(at + by + props.tabs.length) % props.tabs.length];
    props.onChange(next.id);
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={props.label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') step(event, 1);
        else if (event.key === 'ArrowLeft') step(event, -1);
      }}
    >
      <For each={props.tabs}>
        {(tab) => (
          <button
            type="button"
            class="tabs__tab"
            role="tab"
            data-tab={tab.id}
            aria-selected={tab.id === props.value}
            tabIndex={tab.id === props.value ? 0 : -1}
            onClick={() => props.onChange(tab.id)}
          >
            {tab.label}
          </button>
        )}
      </For>
    </div>
  );
}
