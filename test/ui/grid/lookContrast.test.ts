import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../../src/ui/${path}`, import.meta.url), 'utf8');
const tokens = read('style/tokens.css');
const looks = read('grid/cellLooks.css');
const dark = tokens.indexOf('[data-theme="dark"]');

type Rgb = [number, number, number];
const colours = (text: string) =>
  new Map(
    [...text.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)].map(([, name, hex]): [string, Rgb] => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Rgb,
    ]),
  );
const themes = [
  ['light', colours(tokens.slice(0, dark))],
  ['dark', colours(tokens.slice(dark))],
] as const;

const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: Rgb, b: Rgb): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
/** A colour of some opacity over a ground, as a browser paints it. */
const over = (top: Rgb, ground: Rgb, alpha: number): Rgb =>
  top.map((c, at) => c * alpha + ground[at] * (1 - alpha)) as Rgb;

/** Percent of a tint without any strength, and what full strength adds, as the style sheet says. */
function tint(name: string): { base: number; rise: number } {
  const [, base, rise] =
    new RegExp(`var\\(--${name}\\) calc\\((\\d+)% \\+ (\\d+)% \\* var\\(--pg-share\\)\\)`).exec(looks) ?? [];
  return { base: Number(base) / 100, rise: Number(rise) / 100 };
}

const GROUNDS = ['surface', 'group', 'sunken', 'wash', 'wash2'];
describe.each(themes)('tints in the %s theme', (_, theme) => {
  const of = (name: string): Rgb => theme.get(name) ?? [0, 0, 0];

  it.each(['accent', 'warn'])('of %s keep their digits readable on every ground: at least 4.5', (name) => {
    const { base, rise } = tint(name);
    const weakest = (strength: number) =>
      Math.min(...GROUNDS.map((ground) => contrast(of('ink'), over(of(name), of(ground), base + rise * strength))));
    expect(base).toBeGreaterThan(0);
    expect(weakest(0)).toBeGreaterThanOrEqual(4.5);
    expect(weakest(1)).toBeGreaterThanOrEqual(4.5);
  });

  it('show: the strongest tint is no ground', () => {
    const { base, rise } = tint('accent');
    expect(contrast(over(of('accent'), of('surface'), base + rise), of('surface'))).toBeGreaterThan(1.3);
  });
});
