import { expect, it } from 'vitest';
import type { CellStory } from '~/domain/view';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import { originText } from '~/ui/pages/plan/storyText';

const words = { t: createTranslate(en, 'en'), format: createFormat('en'), money: String, now: new Date(0) };
const story = (part: Partial<CellStory>): string =>
  originText({ labels: [], value: 5, last: null, leaves: 3, held: 0, holds: [], goal: null, ...part }, words);

it('a story tells how a number comes about: a sum, a leaf, a count of its own, a ratio', () => {
  expect(story({})).toBe(words.t('plan.calculated', { n: 3 }));
  expect(story({ leaves: 1 })).toBe(en.plan.single);
  expect(story({ kind: 'balance' })).toBe(words.t('plan.calculated', { n: 3 }));
  expect(story({ kind: 'distinct' })).toBe(en.plan.countStory);
  expect(story({ kind: 'ratio', leaves: 1 })).toBe(en.plan.ratioStory);
  expect(story({ kind: 'ratio', value: null })).toBe(en.plan.blankStory);
});

it('a goal stands beside a sum, but is the very number of a count', () => {
  expect(story({ goal: 7 })).toContain('7');
  expect(story({ goal: 7, kind: 'distinct' })).toBe(en.plan.countStory);
});
