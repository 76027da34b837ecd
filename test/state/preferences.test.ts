import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPreferences } from '~/state/preferences';

const keep = (text: string | null) => {
  const store = { text };
  vi.stubGlobal('localStorage', {
    getItem: () => store.text,
    setItem: (_: string, next: string) => {
      store.text = next;
    },
  });
  return store;
};

afterEach(() => vi.unstubAllGlobals());

describe('preferences', () => {
  it('begin in the language of the browser, English where it speaks neither', () => {
    keep(null);
    for (const [languages, expected] of [
      [['zh-TW', 'en'], 'zh-CN'],
      [['fr', 'zh-Hans'], 'zh-CN'],
      [['en-GB', 'zh'], 'en'],
      [['fr'], 'en'],
    ] as const) {
      vi.stubGlobal('navigator', { languages });
      expect(createPreferences().language()).toBe(expected);
    }
  });

  it('are there again the next time', () => {
    keep(null);
    const first = createPreferences();
    first.setLanguage('zh-CN');
    first.setTheme('dark');
    first.setUnit('p1', 'tenThousand');
    const next = createPreferences();
    expect([next.language(), next.theme(), next.dark(), next.unit('p1'), next.unit('p2')]).toEqual([
      'zh-CN',
      'dark',
      true,
      'tenThousand',
      null,
    ]);
  });

  it('survive a store that is damaged or refuses', () => {
    keep('{not json');
    expect(createPreferences().theme()).toBe('system');
    keep('{"language":"xx","theme":7,"units":null}');
    const odd = createPreferences();
    expect([odd.theme(), odd.unit('p1')]).toEqual(['system', null]);
    expect(['zh-CN', 'en']).toContain(odd.language());
    vi.stubGlobal('localStorage', undefined);
    const none = createPreferences();
    none.setTheme('light');
    expect(none.theme()).toBe('light');
  });
});
