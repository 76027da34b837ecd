import { type BaseRecordDict, flatten } from '@solid-primitives/i18n';
import type { first } from './zh-CN/first';
import type { pages } from './zh-CN/pages';
import type { zhCN } from './zh-CN/zhCN';

export type Language = 'zh-CN' | 'en';

/** The shape that every dictionary has: same subjects, same keys, texts of their own. */
export type Dictionary = Widen<typeof zhCN>;

/** What is loaded with the first screen, and what comes after it. */
export type FirstTexts = Widen<typeof first>;
export type PageTexts = Widen<typeof pages>;

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> };

/** Every text by its path: 'plan.dimension.region'. Spelt out by hand: the flat dictionary as a type is more than the compiler bears. */
type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];

export type TextKey = Paths<typeof zhCN>;

/** The text that stands at a path. */
type TextAt<T, P extends string> = P extends keyof T
  ? T[P]
  : P extends `${infer Head}.${infer Rest}`
    ? Head extends keyof T
      ? TextAt<T[Head], Rest>
      : never
    : never;

/** Names of the places to fill: `{n}`, or `{n|line|lines}` for a word that follows a number. */
type Places<T> = T extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Places<Rest>
  : never;

type Text<K extends TextKey> = TextAt<typeof zhCN, K>;

export type TextParams = Readonly<Record<string, string | number>>;

type Params<K extends TextKey> = [Places<Text<K>>] extends [never]
  ? [params?: TextParams]
  : [params: Readonly<Record<Places<Text<K>>, string | number>>];

export interface Translate {
  <K extends TextKey>(key: K, ...params: Params<K>): string;
  /** For keys made at run time from codes that may be newer than the dictionary: null where there is no text. */
  find(key: string, params?: TextParams): string | null;
  language: Language;
}

/** A language that is not known as a whole yet. */
export interface LearningTranslate extends Translate {
  /** Words that nobody has asked for before: what is shown already need not be said anew. */
  learn(more: PageTexts): void;
}

/** One language as a function from key to text. Numbers among the params are grouped in threes, texts stand as given. */
export function createTranslate(dictionary: FirstTexts & Partial<PageTexts>, language: Language): LearningTranslate {
  const texts: Record<string, unknown> = flatten(dictionary as unknown as BaseRecordDict);
  const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
  const find = (key: string, params: TextParams = {}): string | null => {
    const text = texts[key];
    return typeof text === 'string' ? fillText(text, params, grouped) : null;
  };
  const translate = (key: string, params?: TextParams): string => find(key, params) ?? key;
  const learn = (more: PageTexts): void => void Object.assign(texts, flatten(more as unknown as BaseRecordDict));
  return Object.assign(translate, { find, language, learn }) as LearningTranslate;
}

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

/** Names of the places in a text, for tests and for texts that are only said when everything is known. */
export const placesOf = (text: string): string[] => [...text.matchAll(PLACE)].map((match) => match[1]);

function fillText(text: string, params: TextParams, grouped: Intl.NumberFormat): string {
  if (!text.includes('{')) return text;
  return text.replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return many === undefined ? place : many;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return typeof value === 'number' ? grouped.format(value).replace('-', '−') : value;
  });
}
