import { expect, it } from 'vitest';
import { loadLanguage } from '~/i18n/loadLanguage';
import { createTranslate } from '~/i18n/translate';
import { dimensionName } from '~/ui/components/dimensionName';
import { dimensionId } from '~/ui/pages/plan/structure/dimensionId';

const shape = (ids: string[], measures: string[] = []) =>
  ({ dimensions: ids.map((id) => ({ id })), measures: measures.map((id) => ({ id })) }) as Parameters<
    typeof dimensionId
  >[1];

it('a dimension in any script gets an id that is safe in addresses, and nobody else’s', () => {
  expect(dimensionId('渠道 / 等级', shape([]))).toBe('own-渠道-等级');
  expect(dimensionId('a:b|c', shape(['own-a-b-c'], ['own-a-b-c-2']))).toBe('own-a-b-c-3');
  expect(dimensionId('∞', shape([]))).toBe('own-dimension');
});

it('a dimension is called what its plan calls it', async () => {
  const t = createTranslate(await loadLanguage('en'), 'en');
  expect(dimensionName(t, 'region')).not.toBe('Market');
  expect(dimensionName(t, 'region', { region: 'Market' })).toBe('Market');
  expect(dimensionName(t, 'own-channel-type', {})).toBe('channel type');
});
