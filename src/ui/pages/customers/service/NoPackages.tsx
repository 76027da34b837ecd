import { STARTING_PACKAGES } from '~/domain/service';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';
import type { ServicePartId } from './servicePart';

/** Without packages nobody knows when a visit is due: the proposed set is one click away. */
export function NoPackages(props: { onPart: (part: ServicePartId) => void }) {
  const app = useApp();
  const { t } = useText();
  return (
    <EmptyState title={t('service.noPackages')} text={t('service.noPackagesText')}>
      <Button
        look="primary"
        blocked={app.status().readOnly ? t('service.readOnly') : null}
        onClick={() => void app.run({ name: 'service/setPackages', packages: [...STARTING_PACKAGES] })}
      >
        {t('service.takeStarting')}
      </Button>
      <Button onClick={() => props.onPart('packages')}>{t('service.packages.add')}</Button>
    </EmptyState>
  );
}
