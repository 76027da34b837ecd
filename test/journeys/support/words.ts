import { en } from '~/i18n/en/en';
import { createTranslate, type Language, type Translate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

/** What the page says in a language: a journey finds things by the same words as a person. */
export const wordsOf = (language: Language): Translate => createTranslate(language === 'en' ? en : zhCN, language);
