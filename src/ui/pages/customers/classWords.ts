import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { Translate } from '~/i18n/translate';

const MOST_PARTS = 20;

/** What the codes in the names of classes are called in the language of the page: for `classText`. */
export function classWords(t: Translate): Record<string, string> {
  const words: Record<string, string> = {};
  for (const stage of LIFECYCLE_STAGES) words[stage] = t(`lifecycle.stage.${stage}`);
  for (let of = 2; of <= MOST_PARTS; of += 1) {
    for (let no = 1; no <= of; no += 1) words[`${no}/${of}`] = t('segment.part.no', { no });
  }
  words['1/3'] = t('segment.part.low');
  words['2/3'] = t('segment.part.middle');
  words['3/3'] = t('segment.part.high');
  return words;
}
