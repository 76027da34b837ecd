import type { CoverRow } from '~/domain/pipelineView';
import type { Translate } from '~/i18n/translate';

/** What is missing where: open deals that the rest of the target asks for, beyond those there are. */
const missing = ({ needed, least, open }: CoverRow): number => (needed === null ? 0 : needed * least - open);

/** Where too few deals are open, the worst by name; that there are enough is only said where it is known of one at least. */
export function coverFinding(rows: readonly CoverRow[], t: Translate): string {
  const short = rows.filter(({ state }) => state === 'short').sort((a, b) => missing(b) - missing(a));
  if (short.length > 0) {
    return t('pipeline.outlook.cover.short', { n: short.length, name: short[0].label || t('words.unassigned') });
  }
  const known = rows.some(({ state }) => state === 'enough' || state === 'reached');
  const unknown = rows.some(({ state }) => state === 'unknown');
  return t(known && !unknown ? 'pipeline.outlook.cover.enough' : 'pipeline.outlook.cover.title');
}
