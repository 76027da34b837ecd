/** Names of the colour variables in tokens.css. */
export const COLOUR_TOKENS = [
  'paper',
  'surface',
  'head',
  'group',
  'sunken',
  'raised',
  'line',
  'line2',
  'edge',
  'hatch',
  'ink',
  'ink2',
  'ink3',
  'accent',
  'accent-hi',
  'accent-ink',
  'wash',
  'wash2',
  'forecast',
  'forecast-wash',
  'good',
  'good-wash',
  'warn',
  'warn-wash',
  'bad',
  'bad-wash',
  's1',
  's2',
  's3',
  's4',
  's5',
  's6',
  's7',
  's8',
] as const;

export type ColourToken = (typeof COLOUR_TOKENS)[number];
export type Tokens = Record<ColourToken | 'font', string>;

/** The values that hold now, for what cannot read CSS variables (charts). Read again when the theme changes. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const names = [...COLOUR_TOKENS, 'font'] as const;
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Tokens;
}
