import type { Language } from '~/state/preferences';

/** The package's own texts (screen reader hints, mostly), loaded by language. */
export async function gridLocale(language: Language): Promise<Record<string, string>> {
  if (language === 'en') return {};
  return (await import('@ag-grid-community/locale')).AG_GRID_LOCALE_CN;
}
