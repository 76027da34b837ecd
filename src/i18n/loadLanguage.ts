import type { FirstTexts, Language, PageTexts } from './translate';

/** Words of the first screen, in one language; the other is loaded when somebody asks for it. */
export async function loadLanguage(language: Language): Promise<FirstTexts> {
  return language === 'zh-CN' ? (await import('./zh-CN/first')).first : (await import('./en/first')).first;
}

/** The other words of the same language. */
export async function loadPageTexts(language: Language): Promise<PageTexts> {
  return language === 'zh-CN' ? (await import('./zh-CN/pages')).pages : (await import('./en/pages')).pages;
}
