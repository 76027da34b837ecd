import type { Move } from './moves';

/** What the keymap needs of a keydown. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode?: number;
}

/** Where the key was pressed. `typing` = the editor was opened by typing over, `caret` = by F2 or a double click. */
export interface KeyPlace {
  mode: 'select' | 'typing' | 'caret';
  onName: boolean;
  parent: boolean;
  open: boolean;
}

export type GridAction =
  | { do: 'move'; move: Move }
  | { do: 'tab'; back: boolean }
  | { do: 'enter'; back: boolean; stay: boolean }
  /** `text` replaces the content; null keeps it. */
  | { do: 'edit'; text: string | null }
  | { do: 'toggle'; open: boolean }
  | { do: 'clear' | 'cancel' | 'undo' | 'redo' | 'freeze' | 'holdTotal' | 'menu' | 'explain' };

const ARROWS: Record<string, Move> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

const LEAPS: Record<string, Move> = {
  ArrowUp: 'groupUp',
  ArrowDown: 'groupDown',
  ArrowLeft: 'quarterLeft',
  ArrowRight: 'quarterRight',
  Home: 'gridStart',
  End: 'gridEnd',
};

const PLAIN: Record<string, Move> = { Home: 'rowStart', End: 'rowEnd', PageUp: 'pageUp', PageDown: 'pageDown' };

/** Keys that an input method still works on carry this code. */
export const IME_KEY_CODE = 229;

/** What a key means in the grid; null leaves it to the editor, the input method or the browser. */
export function gridAction(press: KeyPress, place: KeyPlace): GridAction | null {
  if (press.isComposing || press.keyCode === IME_KEY_CODE) return null;
  return place.mode === 'select' ? selectAction(press, place) : editAction(press, place.mode);
}

function editAction(press: KeyPress, mode: 'typing' | 'caret'): GridAction | null {
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.key === 'Enter' && !press.altKey) return { do: 'enter', back: press.shiftKey, stay: ctrl };
  if (press.key === 'Tab' && !ctrl) return { do: 'tab', back: press.shiftKey };
  if (press.key === 'Escape') return { do: 'cancel' };
  const arrow = ARROWS[press.key];
  const vertical = arrow === 'up' || arrow === 'down';
  const plain = !ctrl && !press.altKey && !press.shiftKey;
  return arrow && plain && (vertical || mode === 'typing') ? { do: 'move', move: arrow } : null;
}

function selectAction(press: KeyPress, place: KeyPlace): GridAction | null {
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey) return ctrl ? null : altAction(press);
  if (ctrl) return ctrlAction(press);
  const { key, shiftKey } = press;
  if (key === 'Tab') return { do: 'tab', back: shiftKey };
  if (key === 'Enter') return { do: 'enter', back: shiftKey, stay: false };
  if (key === 'F10' && shiftKey) return { do: 'menu' };
  if (key === 'ContextMenu') return { do: 'menu' };
  if (key === 'F2' && !shiftKey) return { do: 'edit', text: null };
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'Delete') return { do: 'clear' };
  if (key === 'Backspace') return { do: 'edit', text: '' };
  if (place.onName && place.parent && !shiftKey) {
    if (key === 'ArrowRight' && !place.open) return { do: 'toggle', open: true };
    if (key === 'ArrowLeft' && place.open) return { do: 'toggle', open: false };
    if (key === ' ') return { do: 'toggle', open: !place.open };
  }
  const move = ARROWS[key] ?? PLAIN[key];
  if (move) return { do: 'move', move };
  return key.length === 1 && key !== ' ' && !place.onName ? { do: 'edit', text: key } : null;
}

function altAction({ key, shiftKey }: KeyPress): GridAction | null {
  if (key.toLowerCase() === 'l') return { do: shiftKey ? 'holdTotal' : 'freeze' };
  if (key === 'PageUp') return { do: 'move', move: 'pageLeft' };
  if (key === 'PageDown') return { do: 'move', move: 'pageRight' };
  if (shiftKey && key === 'ArrowRight') return { do: 'toggle', open: true };
  if (shiftKey && key === 'ArrowLeft') return { do: 'toggle', open: false };
  return null;
}

function ctrlAction({ key, shiftKey }: KeyPress): GridAction | null {
  const letter = key.toLowerCase();
  if (letter === 'z') return { do: shiftKey ? 'redo' : 'undo' };
  if (letter === 'y' && !shiftKey) return { do: 'redo' };
  if (letter === 'e' && !shiftKey) return { do: 'explain' };
  const leap = shiftKey ? undefined : LEAPS[key];
  return leap ? { do: 'move', move: leap } : null;
}
