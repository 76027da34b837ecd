import { createContext, createEffect, createSignal, type JSX, on, useContext } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { Effect } from '~/domain/status';
import { effectText } from '~/i18n/effectText';
import { createFormat, type Format } from '~/i18n/format';
import { issueText } from '~/i18n/issueText';
import { loadLanguage } from '~/i18n/loadLanguage';
import { createTranslate, type Dictionary, type Language, type Translate } from '~/i18n/translate';
import { useApp } from '~/state/app';

export interface Texts {
  /** Follows the language: use it inside JSX or another tracked place. */
  t: Translate;
  format: () => Format;
  language: () => Language;
  issueText(issue: Issue): string;
  effectText(effect: Effect): string | null;
}

const TextContext = createContext<Texts>();

/** Words and numbers for everything below. Another language is loaded when it is chosen; the old one stays until then. */
export function TextProvider(props: { dictionary: Dictionary; language: Language; children: JSX.Element }) {
  const app = useApp();
  // Both are where to start from: the switch is followed through the preferences.
  const [translate, setTranslate] = createSignal<Translate>(createTranslate(props.dictionary, props.language));
  const [format, setFormat] = createSignal(createFormat(props.language));

  createEffect(
    on(app.preferences.language, async (language) => {
      if (language !== translate().language) {
        const dictionary = await loadLanguage(language);
        if (language !== app.preferences.language()) return;
        setTranslate(() => createTranslate(dictionary, language));
        setFormat(createFormat(language));
      }
      document.documentElement.lang = language;
    }),
  );

  const t = Object.assign(
    (key: Parameters<Translate>[0], ...params: never[]) =>
      (translate() as (...all: unknown[]) => string)(key, ...params),
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
