/** How keys are called where their name is no letter. */
const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A shortcut as it stands on the keys of this machine: '$mod+Shift+z' → Ctrl+Shift+Z or ⇧⌘Z. */
export function keysText(shortcut: string, isMac: boolean): string {
  const parts = (shortcut === '+' ? ['+'] : shortcut.split('+')).map((part) =>
    part.length === 1 ? part.toUpperCase() : (NAMES[part] ?? part),
  );
  if (!isMac) return parts.map((part) => (part === '$mod' ? 'Ctrl' : part)).join(' ');
  const signs: Record<string, string> = { $mod: '⌘', Shift: '⇧', Alt: '⌥' };
  return parts.map((part) => signs[part] ?? part).join('');
}

/** Keys are named as they are on the machine the page runs on. */
export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
