import { describe, expect, it } from 'vitest';
import { keysText } from '~/ui/shell/keysText';

describe('keysText', () => {
  it('writes a shortcut as it stands on the keys', () => {
    expect(keysText('$mod+Shift+z', false)).toBe('Ctrl Shift Z');
    expect(keysText('$mod+Shift+z', true)).toBe('⌘⇧Z');
    expect(keysText('Shift+F6', false)).toBe('Shift F6');
  });
});
