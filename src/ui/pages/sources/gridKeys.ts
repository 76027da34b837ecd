/** Keys of the plan sheet that are worth knowing; their words are `sources.key.<id>`. In the notation of the action table. */
export const GRID_KEYS = [
  { id: 'edit', keys: ['F2'] },
  { id: 'down', keys: ['Enter'] },
  { id: 'right', keys: ['Tab'] },
  { id: 'clear', keys: ['Delete'] },
  { id: 'leap', keys: ['$mod+↑↓←→'] },
  { id: 'open', keys: ['Alt+Shift+←→'] },
  { id: 'freeze', keys: ['Alt+l'] },
  { id: 'holdTotal', keys: ['Alt+Shift+l'] },
  { id: 'menu', keys: ['Shift+F10'] },
  { id: 'explain', keys: ['$mod+e'] },
] as const;
