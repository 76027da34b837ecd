import { type Accessor, createRoot, createSignal, onCleanup } from 'solid-js';
import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

export type Language = (typeof LANGUAGES)[number];
export type ThemeChoice = (typeof THEMES)[number];

export interface Preferences {
  language: Accessor<Language>;
  setLanguage(language: Language): void;
  theme: Accessor<ThemeChoice>;
  setTheme(theme: ThemeChoice): void;
  /** What the choice amounts to now: the system's wish is followed as it changes. */
  dark: Accessor<boolean>;
  /** What the person at this device calls themselves; '' until they say so. */
  name: Accessor<string>;
  setName(name: string): void;
  /** Null until a person chose one for this plan. */
  unit(plan: string): DisplayUnit | null;
  setUnit(plan: string, unit: DisplayUnit): void;
  /** A list of ids somebody put in order, as the columns of a table; null until they did. */
  list(of: string): readonly string[] | null;
  setList(of: string, ids: readonly string[] | null): void;
}

interface Kept {
  language: Language;
  theme: ThemeChoice;
  units: Record<string, DisplayUnit>;
  name: string;
  lists: Record<string, readonly string[]>;
}

const KEY = 'quotagrid.preferences';
const DARK = '(prefers-color-scheme: dark)';

/** What a person likes on this device: kept in localStorage where there is one, forgotten silently where not. */
export function createPreferences(): Preferences {
  const kept = read();
  const [language, setLanguage] = createSignal(kept.language ?? browserLanguage());
  const [theme, setTheme] = createSignal<ThemeChoice>(kept.theme ?? 'system');
  const [units, setUnits] = createSignal<Record<string, DisplayUnit>>(kept.units ?? {});
  const [name, setName] = createSignal(kept.name ?? '');
  const [lists, setLists] = createSignal<Kept['lists']>(kept.lists ?? {});
  const systemDark = createSystemDark();
  const keep = () => write({ language: language(), theme: theme(), units: units(), name: name(), lists: lists() });

  return {
    language,
    setLanguage(next) {
      setLanguage(next);
      keep();
    },
    theme,
    setTheme(next) {
      setTheme(next);
      keep();
    },
    dark: () => (theme() === 'system' ? systemDark() : theme() === 'dark'),
    name,
    setName(next) {
      setName(next.trim());
      keep();
    },
    unit: (plan) => units()[plan] ?? null,
    setUnit(plan, unit) {
      setUnits((all) => ({ ...all, [plan]: unit }));
      keep();
    },
    list: (of) => lists()[of] ?? null,
    setList(of, ids) {
      setLists(({ [of]: _old, ...others }) => (ids === null ? others : { ...others, [of]: ids }));
      keep();
    },
  };
}

const browserLanguage = (): Language =>
  (typeof navigator === 'undefined' ? [] : navigator.languages).find((tag) => /^(zh|en)/i.test(tag))?.startsWith('zh')
    ? 'zh-CN'
    : 'en';

function createSystemDark(): Accessor<boolean> {
  if (typeof matchMedia === 'undefined') return () => false;
  return createRoot(() => {
    const query = matchMedia(DARK);
    const [dark, setDark] = createSignal(query.matches);
    const follow = () => setDark(query.matches);
    query.addEventListener('change', follow);
    onCleanup(() => query.removeEventListener('change', follow));
    return dark;
  });
}

function read(): Partial<Kept> {
  try {
    const text = localStorage.getItem(KEY);
    return text ? known(JSON.parse(text) as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What an older or newer version, or somebody else, left behind counts only where it has the shape of today. */
const known = (kept: Record<string, unknown>): Partial<Kept> => ({
  language: LANGUAGES.find((one) => one === kept.language),
  theme: THEMES.find((one) => one === kept.theme),
  name: typeof kept.name === 'string' ? kept.name : undefined,
  lists: Object.fromEntries(
    Object.entries(kept.lists ?? {}).filter(
      (entry): entry is [string, string[]] =>
        Array.isArray(entry[1]) && entry[1].every((id: unknown) => typeof id === 'string'),
    ),
  ),
  units: Object.fromEntries(
    Object.entries(kept.units ?? {}).filter((entry): entry is [string, DisplayUnit] =>
      Object.hasOwn(DISPLAY_UNITS, entry[1]),
    ),
  ),
});

function write(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Private windows and full storage may refuse: the choice then lasts as long as the page.
  }
}
