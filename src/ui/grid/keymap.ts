import type { Grain } from './gridView';
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
  /** The end of the selection moves, its beginning stays. */
  | { do: 'extend'; move: Move }
  | { do: 'select'; what: 'row' | 'column' | 'all' }
  | { do: 'fill'; along: 'down' | 'right' }
  | { do: 'grain'; grain: Grain }
  | { do: 'tab'; back: boolean }
  | { do: 'enter'; back: boolean; stay: boolean }
  /** `text` replaces the content; null keeps it. */
  | { do: 'edit'; text: string | null }
  | { do: 'toggle'; open: boolean }
  | { do: 'clear' | 'cancel' | 'undo' | 'redo' | 'freeze' | 'holdTotal' | 'menu' | 'explain' | 'note' | 'find' };

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
  if (press.altKey) return ctrl ? ctrlAltAction(press) : altAction(press);
  if (ctrl) return ctrlAction(press);
  const { key, shiftKey } = press;
  if (key === 'Tab') return { do: 'tab', back: shiftKey };
  if (key === 'Enter') return { do: 'enter', back: shiftKey, stay: false };
  if (key === 'F10' && shiftKey) return { do: 'menu' };
  if (key === 'ContextMenu') return { do: 'menu' };
  if (key === 'F2') return shiftKey ? { do: 'note' } : { do: 'edit', text: null };
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'Delete') return { do: 'clear' };
  if (key === 'Backspace') return { do: 'edit', text: '' };
  if (place.onName && place.parent && !shiftKey) {
    if (key === 'ArrowRight' && !place.open) return { do: 'toggle', open: true };
    if (key === 'ArrowLeft' && place.open) return { do: 'toggle', open: false };
    if (key === ' ') return { do: 'toggle', open: !place.open };
  }
  if (key === ' ' && shiftKey) return { do: 'select', what: 'row' };
  const move = ARROWS[key] ?? PLAIN[key];
  if (move) return { do: shiftKey ? 'extend' : 'move', move };
  // The question mark begins no number: it asks the page for the list of keys.
  return key.length === 1 && key !== ' ' && key !== '?' && !place.onName ? { do: 'edit', text: key } : null;
}

function altAction({ key, shiftKey }: KeyPress): GridAction | null {
  if (key.toLowerCase() === 'l') return { do: shiftKey ? 'holdTotal' : 'freeze' };
  const step = shiftKey ? 'extend' : 'move';
  if (key === 'PageUp') return { do: step, move: 'pageLeft' };
  if (key === 'PageDown') return { do: step, move: 'pageRight' };
  if (shiftKey && key === 'ArrowRight') return { do: 'toggle', open: true };
  if (shiftKey && key === 'ArrowLeft') return { do: 'toggle', open: false };
  return null;
}

const GRAINS: Record<string, Grain> = { '1': 'year', '2': 'quarter', '3': 'month' };

/** The same keys write letters on some layouts; only what arrives as these keys is meant. */
function ctrlAltAction({ key, shiftKey }: KeyPress): GridAction | null {
  if (shiftKey) return null;
  if (key.toLowerCase() === 'm') return { do: 'note' };
  const grain = GRAINS[key];
  return grain ? { do: 'grain', grain } : null;
}

const CTRL: Record<string, GridAction> = {
  a: { do: 'select', what: 'all' },
  d: { do: 'fill', along: 'down' },
  e: { do: 'explain' },
  f: { do: 'find' },
  r: { do: 'fill', along: 'right' },
  y: { do: 'redo' },
  z: { do: 'undo' },
};

function ctrlAction({ key, shiftKey }: KeyPress): GridAction | null {
  if (key === ' ') return { do: 'select', what: shiftKey ? 'all' : 'column' };
  const leap = LEAPS[key];
  if (leap) return { do: shiftKey ? 'extend' : 'move', move: leap };
  const letter = key.toLowerCase();
  if (shiftKey) return letter === 'z' ? { do: 'redo' } : null;
  return CTRL[letter] ?? null;
}
