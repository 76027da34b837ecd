import type { ServicePackage } from '~/domain/service';
import type { Translate } from '~/i18n/translate';

/** The name people gave it, else its tier and stage in words. */
export function packageName(
  t: Translate,
  { name, tier, stage }: Pick<ServicePackage, 'name' | 'tier' | 'stage'>,
): string {
  if (name !== '') return name;
  const parts = [tier ?? '', stage === null ? '' : t(`service.stageName.${stage}`)].filter((part) => part !== '');
  return parts.length === 0 ? t('service.everyone') : parts.join(' · ');
}
