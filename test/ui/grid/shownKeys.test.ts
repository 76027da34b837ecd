import { describe, expect, test } from 'vitest';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { gridAction, type KeyPress } from '~/ui/grid/keymap';
import { SHOWN_KEYS } from '~/ui/grid/shownKeys';

/** The key press that a shortcut in the notation of tinykeys stands for, on a machine with Ctrl. */
function press(shortcut: string): KeyPress {
  const parts = shortcut === '+' ? ['+'] : shortcut.split('+');
  const key = parts[parts.length - 1];
  return {
    key: key === 'Space' ? ' ' : key,
    ctrlKey: parts.includes('$mod'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: false,
    isComposing: false,
  };
}

const CELL = { mode: 'select', onName: false, parent: true, open: false } as const;

describe('the list of keys', () => {
  test.each(SHOWN_KEYS.filter(({ does }) => does.length > 0))(
    'tells what the key map does: $label',
    ({ keys, does }) => {
      const done = keys.map((key) => gridAction(press(key), CELL)?.do ?? null);
      expect(done.every((one) => one !== null && does.includes(one))).toBe(true);
      expect([...new Set(done)]).toEqual(does);
    },
  );

  test('leaves copy and paste to the browser, whose events carry the clipboard', () => {
    for (const { keys } of SHOWN_KEYS.filter(({ does }) => does.length === 0))
      for (const key of keys) expect(gridAction(press(key), CELL)).toBeNull();
  });

  test('names every line in both languages', () => {
    for (const [dictionary, language] of [
      [zhCN, 'zh-CN'],
      [en, 'en'],
    ] as const) {
      const t = createTranslate(dictionary, language);
      expect(SHOWN_KEYS.filter(({ label }) => !t.find(label))).toEqual([]);
    }
  });

  test('shows each key once', () => {
    const keys = SHOWN_KEYS.flatMap((line) => line.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
