/** A shortcut as it stands on the keys of this machine: '$mod+Shift+z' → Ctrl+Shift+Z or ⇧⌘Z. */
export function keysText(shortcut: string, isMac: boolean): string {
  const parts = shortcut.split('+').map((part) => (part.length === 1 ? part.toUpperCase() : part));
  if (!isMac) return parts.map((part) => (part === '$mod' ? 'Ctrl' : part)).join(' ');
  const signs: Record<string, string> = { $mod: '⌘', Shift: '⇧', Alt: '⌥' };
  return parts.map((part) => signs[part] ?? part).join('');
}
