import type { TextKey } from '~/i18n/translate';
import type { GridAction } from './keymap';

export const KEY_GROUPS = ['move', 'select', 'edit', 'plan', 'view'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

/** A line of the list of keys. */
export interface ShownKey {
  group: KeyGroup;
  label: TextKey;
  /** In the notation of tinykeys. */
  keys: readonly string[];
  /** What the key map answers to each of them in a cell; a test holds the list to it. Empty: the browser answers. */
  does: readonly GridAction['do'][];
}

/** The keys of the grid as they are shown to people, in the order they are learnt. */
export const SHOWN_KEYS: readonly ShownKey[] = [
  {
    group: 'move',
    label: 'palette.key.arrows',
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    does: ['move'],
  },
  { group: 'move', label: 'palette.key.tab', keys: ['Tab', 'Shift+Tab'], does: ['tab'] },
  { group: 'move', label: 'palette.key.enter', keys: ['Enter', 'Shift+Enter'], does: ['enter'] },
  { group: 'move', label: 'palette.key.rowEnds', keys: ['Home', 'End'], does: ['move'] },
  { group: 'move', label: 'palette.key.corners', keys: ['$mod+Home', '$mod+End'], does: ['move'] },
  {
    group: 'move',
    label: 'palette.key.leaps',
    keys: ['$mod+ArrowLeft', '$mod+ArrowRight', '$mod+ArrowUp', '$mod+ArrowDown'],
    does: ['move'],
  },
  { group: 'move', label: 'palette.key.pages', keys: ['PageUp', 'PageDown'], does: ['move'] },
  { group: 'move', label: 'palette.key.pagesAcross', keys: ['Alt+PageUp', 'Alt+PageDown'], does: ['move'] },
  { group: 'select', label: 'palette.key.extend', keys: ['Shift+ArrowDown', 'Shift+ArrowRight'], does: ['extend'] },
  {
    group: 'select',
    label: 'palette.key.extendLeap',
    keys: ['$mod+Shift+ArrowDown', '$mod+Shift+ArrowRight'],
    does: ['extend'],
  },
  { group: 'select', label: 'palette.key.row', keys: ['Shift+Space'], does: ['select'] },
  { group: 'select', label: 'palette.key.column', keys: ['$mod+Space'], does: ['select'] },
  { group: 'select', label: 'palette.key.all', keys: ['$mod+a'], does: ['select'] },
  { group: 'edit', label: 'palette.key.typeOver', keys: ['0', '=', '+'], does: ['edit'] },
  { group: 'edit', label: 'palette.key.edit', keys: ['F2'], does: ['edit'] },
  { group: 'edit', label: 'palette.key.clear', keys: ['Delete'], does: ['clear'] },
  { group: 'edit', label: 'palette.key.back', keys: ['Backspace'], does: ['edit'] },
  { group: 'edit', label: 'palette.key.cancel', keys: ['Escape'], does: ['cancel'] },
  { group: 'edit', label: 'palette.key.copy', keys: ['$mod+c', '$mod+x', '$mod+v'], does: [] },
  { group: 'edit', label: 'palette.key.fillDown', keys: ['$mod+d'], does: ['fill'] },
  { group: 'edit', label: 'palette.key.fillRight', keys: ['$mod+r'], does: ['fill'] },
  { group: 'edit', label: 'palette.key.undo', keys: ['$mod+z', '$mod+y'], does: ['undo', 'redo'] },
  { group: 'plan', label: 'palette.key.lock', keys: ['Alt+l'], does: ['freeze'] },
  { group: 'plan', label: 'palette.key.lockTotal', keys: ['Alt+Shift+l'], does: ['holdTotal'] },
  { group: 'plan', label: 'palette.key.note', keys: ['Shift+F2', '$mod+Alt+m'], does: ['note'] },
  { group: 'plan', label: 'palette.key.explain', keys: ['$mod+e'], does: ['explain'] },
  {
    group: 'view',
    label: 'palette.key.toggle',
    keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'],
    does: ['toggle'],
  },
  { group: 'view', label: 'palette.key.grains', keys: ['$mod+Alt+1', '$mod+Alt+2', '$mod+Alt+3'], does: ['grain'] },
  { group: 'view', label: 'palette.key.find', keys: ['$mod+f'], does: ['find'] },
  { group: 'view', label: 'palette.key.menu', keys: ['Shift+F10'], does: ['menu'] },
];
