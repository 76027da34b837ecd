import type { Translate } from '~/i18n/translate';
import type { HomeFinding } from './homeFinding';

/** The finding as the title of the page. */
export function homeTitle(
  finding: HomeFinding,
  { t, money }: { t: Translate; money: (amount: number | null) => string },
): string {
  switch (finding.kind) {
    case 'behind': {
      const behind = t('home.behind', { amount: money(finding.amount) });
      if (!finding.place) return behind;
      const filled = { finding: behind, place: finding.place.name };
      return finding.place.share === 'all' ? t('home.allIn', filled) : t('home.mostlyIn', filled);
    }
    case 'ahead':
      return t('home.ahead', { amount: money(finding.amount) });
    case 'noActual':
      return t('home.noActual', { amount: money(finding.amount) });
    case 'onPace':
      return t('home.onPace');
    case 'noTarget':
      return t('home.noTarget');
  }
}
