import { createEffect, For, onCleanup, onMount, Show } from 'solid-js';
import { Portal } from 'solid-js/web';

export interface GridMenuItem {
  id: string;
  label: string;
  keys?: string;
  disabled?: boolean;
  /** Starts a new section. */
  divided?: boolean;
  run(): void;
}

export interface GridMenuProps {
  label: string;
  title: string;
  items: GridMenuItem[];
  at: { x: number; y: number };
  onClose(): void;
}

const MARGIN = 8;

/** The context menu of a cell: arrows, Home, End and first letters walk, Enter acts, Esc returns to the cell. */
export function GridMenu(props: GridMenuProps) {
  let box: HTMLDivElement | undefined;

  const buttons = (): HTMLButtonElement[] => [
    ...(box?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
  ];
  const step = (by: number) => {
    const all = buttons();
    const now = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(now + by + all.length) % all.length]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const letter = event.key.length === 1 ? event.key.toLowerCase() : '';
    if (event.key === 'Escape' || event.key === 'Tab') props.onClose();
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Home') buttons()[0]?.focus();
    else if (event.key === 'End') buttons().at(-1)?.focus();
    else if (letter.trim())
      buttons()
        .find((button) => button.textContent?.toLowerCase().startsWith(letter))
        ?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointer = (event: PointerEvent) => {
    if (!box?.contains(event.target as Node)) props.onClose();
  };

  onMount(() => {
    buttons()[0]?.focus();
    document.addEventListener('pointerdown', onPointer, true);
    onCleanup(() => document.removeEventListener('pointerdown', onPointer, true));
  });
  createEffect(() => {
    if (!box) return;
    const { offsetWidth, offsetHeight } = box;
    box.style.left = `${Math.min(props.at.x, innerWidth - offsetWidth - MARGIN)}px`;
    box.style.top = `${Math.max(MARGIN, Math.min(props.at.y, innerHeight - offsetHeight - MARGIN))}px`;
  });

  return (
    <Portal>
      <div ref={box} class="pg-menu" role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={onKey}>
        <p class="pg-menu-head" role="presentation">
          {props.title}
        </p>
        <For each={props.items}>
          {(item) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="pg-menu-item"
              classList={{ 'pg-menu-divided': item.divided }}
              disabled={item.disabled}
              onPointerEnter={(event) => event.currentTarget.focus()}
              onClick={() => {
                props.onClose();
                item.run();
              }}
            >
              <span>{item.label}</span>
              <Show when={item.keys}>
                <kbd>{item.keys}</kbd>
              </Show>
            </button>
          )}
        </For>
      </div>
    </Portal>
  );
}
