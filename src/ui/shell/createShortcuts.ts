import { onCleanup, onMount } from 'solid-js';
import { tinykeys } from 'tinykeys';
import { cycleRegion } from './regions';
import type { Actions } from './useActions';

/** Binds the action table to the keyboard while the shell is there. */
export function createShortcuts(actions: Actions): void {
  const bindings = actions.all.flatMap((action) =>
    action.shortcuts.map((shortcut): [string, (event: KeyboardEvent) => void] => [
      shortcut,
      (event) => {
        if (event.defaultPrevented || event.isComposing) return;
        if (isTyping(event.target) && !action.everywhere) return;
        event.preventDefault();
        actions.run(action.id);
      },
    ]),
  );
  const cycle = (step: 1 | -1) => (event: KeyboardEvent) => {
    event.preventDefault();
    cycleRegion(step);
  };
  /** A question mark asks for the keys wherever it is not a letter. */
  const ask = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    event.preventDefault();
    actions.run('shortcuts');
  };
  onMount(() => {
    const release = tinykeys(window, {
      ...Object.fromEntries(bindings),
      F6: cycle(1),
      'Shift+F6': cycle(-1),
      'Shift+?': ask,
    });
    onCleanup(release);
  });
}

/** In a text field undo belongs to the field; an input that only catches keys marks itself with data-keys="pass". */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset.keys === 'pass') return false;
  return target.isContentEditable || target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');
}
