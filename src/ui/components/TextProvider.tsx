import { createContext, createEffect, createSignal, type JSX, on, useContext } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { Effect } from '~/domain/status';
import { effectText } from '~/i18n/effectText';
import { createFormat, type Format } from '~/i18n/format';
import { issueText } from '~/i18n/issueText';
import { loadLanguage, loadPageTexts } from '~/i18n/loadLanguage';
import {
  createTranslate,
  type FirstTexts,
  type Language,
  type LearningTranslate,
  type TextKey,
  type Translate,
} from '~/i18n/translate';
import { useApp } from '~/state/app';

export interface Texts {
  /** Follows the language: use it inside JSX or another tracked place. */
  t: Translate;
  format: () => Format;
  language: () => Language;
  /** Whether all words are there; those of the first screen always are. */
  whole: () => boolean;
  /** Fetches the other words; again after it failed. */
  finish(): Promise<void>;
  issueText(issue: Issue): string;
  effectText(effect: Effect): string | null;
}

const TextContext = createContext<Texts>();

/** Words and numbers for everything below. Another language is loaded when it is chosen; the old one stays until then. */
export function TextProvider(props: { dictionary: FirstTexts; language: Language; children: JSX.Element }) {
  const app = useApp();
  // Both are where to start from: the switch is followed through the preferences.
  const [translate, setTranslate] = createSignal<LearningTranslate>(createTranslate(props.dictionary, props.language));
  const [whole, setWhole] = createSignal(false);
  const [format, setFormat] = createSignal(createFormat(props.language));

  createEffect(
    on(app.preferences.language, async (language) => {
      if (language !== translate().language) {
        const [first, pages] = await Promise.all([loadLanguage(language), loadPageTexts(language)]);
        if (language !== app.preferences.language()) return;
        setTranslate(() => createTranslate({ ...first, ...pages }, language));
        setWhole(true);
        setFormat(createFormat(language));
      }
      document.documentElement.lang = language;
    }),
  );

  let finishing: Promise<void> | null = null;
  const finish = (): Promise<void> => {
    const speaking = translate();
    finishing ??= loadPageTexts(speaking.language).then(
      (pages) => {
        speaking.learn(pages);
        setWhole(true);
      },
      (error: unknown) => {
        finishing = null;
        throw error;
      },
    );
    return finishing;
  };

  const t = Object.assign(
    (key: TextKey, ...params: never[]) => (translate() as (...all: unknown[]) => string)(key, ...params),
    { find: ((key, params) => translate().find(key, params)) satisfies Translate['find'] },
  );
  Object.defineProperty(t, 'language', { get: () => translate().language });

  const money = (amount: number) => {
    const plan = app.status().plan ?? app.status().workspace;
    return format().exactMoney(amount, { code: plan?.currency ?? 'CNY', minorUnit: plan?.minorUnit ?? 2 });
  };

  const texts: Texts = {
    t: t as unknown as Translate,
    format,
    language: () => translate().language,
    whole,
    finish,
    issueText: (issue) => issueText(issue, { t: translate(), money }),
    effectText: (effect) => effectText(effect, translate()),
  };
  return <TextContext.Provider value={texts}>{props.children}</TextContext.Provider>;
}

export function useText(): Texts {
  const texts = useContext(TextContext);
  if (!texts) throw new TypeError('useText outside of TextProvider');
  return texts;
}
