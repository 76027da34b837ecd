import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOUR_TOKENS } from '~/ui/style/tokens';

const css = readFileSync(new URL('../../src/ui/style/tokens.css', import.meta.url), 'utf8');
const dark = css.indexOf('[data-theme="dark"]');
const colours = (text: string) => new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
const themes = [
  ['light', colours(css.slice(0, dark))],
  ['dark', colours(css.slice(dark))],
] as const;

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2 contrast. */
const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const GROUNDS = ['paper', 'surface', 'head', 'group', 'sunken', 'raised', 'wash', 'wash2'];

describe.each(themes)('the colours of the %s theme', (_, theme) => {
  const of = (name: string) => theme.get(name) ?? '';
  const weakest = (names: string[], grounds: string[]) =>
    Math.min(...names.flatMap((name) => grounds.map((ground) => contrast(of(name), of(ground)))));

  it('are all there', () => {
    expect(COLOUR_TOKENS.filter((name) => !theme.has(name))).toEqual([]);
  });

  it('keep text readable on every ground: at least 4.5', () => {
    expect(weakest(['ink', 'ink2', 'ink3', 'accent', 'accent-hi'], GROUNDS)).toBeGreaterThanOrEqual(4.5);
    expect(weakest(['accent-ink'], ['accent', 'accent-hi'])).toBeGreaterThanOrEqual(4.5);
  });

  it('keep status and forecast readable on the surface and on their own wash: at least 4.5', () => {
    for (const name of ['forecast', 'good', 'warn', 'bad']) {
      expect(weakest([name], ['paper', 'surface', `${name}-wash`])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep lines of controls and charts visible: at least 3', () => {
    expect(weakest(['edge'], GROUNDS)).toBeGreaterThanOrEqual(3);
    expect(weakest(['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'], ['surface'])).toBeGreaterThanOrEqual(3);
  });
});
