import type { Dictionary, Language } from './translate';

/** One language is loaded with the page, the other when somebody asks for it. */
export async function loadLanguage(language: Language): Promise<Dictionary> {
  return language === 'zh-CN' ? (await import('./zh-CN/zhCN')).zhCN : (await import('./en/en')).en;
}
