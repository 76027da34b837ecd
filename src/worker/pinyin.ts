import type { Reading } from '~/plan/views/nameIndex';

let loading: Promise<Reading | null> | null = null;

/** How Chinese names are read, loaded when first searched for; null where it cannot be loaded: then names alone count. */
export function loadReading(): Promise<Reading | null> {
  loading ??= import('pinyin-pro').then(
    ({ pinyin }) =>
      (text: string) => {
        const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
        return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.slice(0, 1)).join('') };
      },
    () => {
      loading = null;
      return null;
    },
  );
  return loading;
}
