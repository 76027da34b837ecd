import { createSignal, Show } from 'solid-js';
import type { ServicePackage } from '~/domain/service';
import type { ServiceRules } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { NoPackages } from './NoPackages';
import { PackageDialog } from './PackageDialog';
import { packageName } from './packageName';
import type { ServicePartProps } from './servicePart';
import { SettingsForm } from './WorkloadPart';

type Row = ServiceRules['packages'][number];

/** What is agreed with whom: one package per tier and stage of life. */
export function PackagesPart(props: ServicePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [edited, setEdited] = createSignal<ServicePackage | 'new' | null>(null);
  const blocked = () => (app.status().readOnly ? t('service.readOnly') : null);
  const covered = () => props.rules.packages.reduce((sum, one) => sum + one.customers, 0);
  const caption = () =>
    props.rules.without > 0
      ? `${t('service.packages.caption')} · ${t('service.packages.without', { n: props.rules.without })}`
      : t('service.packages.caption');
  return (
    <div class="service__whole">
      <Show when={props.rules.packages.length > 0} fallback={<NoPackages onPart={() => setEdited('new')} />}>
        <Section
          finding={t('service.packages.finding', {
            n: props.rules.packages.length,
            customers: format().count(covered()),
          })}
          caption={caption()}
          tools={
            <Button look="primary" blocked={blocked()} onClick={() => setEdited('new')}>
              {t('service.packages.add')}
            </Button>
          }
        >
          <div class="service-scroll">
            <Table<Row>
              label={t('service.packages.list')}
              rows={props.rules.packages}
              columns={[
                {
                  id: 'name',
                  head: t('service.packages.name'),
                  rowHead: true,
                  cell: (row) => (
                    <Button
                      look="link"
                      aria-label={t('service.packages.edit', { name: packageName(t, row) })}
                      onClick={() => setEdited(row)}
                    >
                      {packageName(t, row)}
                    </Button>
                  ),
                },
                { id: 'tier', head: t('service.tier'), cell: (row) => row.tier ?? t('service.packages.anyTier') },
                {
                  id: 'stage',
                  head: t('service.packages.stage'),
                  cell: (row) =>
                    row.stage === null ? t('service.packages.anyStage') : t(`service.stageName.${row.stage}`),
                },
                {
                  id: 'cadence',
                  head: `${t('service.packages.cadence')} (${t('service.days')})`,
                  number: true,
                  cell: (row) => format().count(row.cadenceDays),
                },
                {
                  id: 'response',
                  head: `${t('service.packages.response')} (${t('service.hours')})`,
                  number: true,
                  cell: (row) => format().count(row.responseHours),
                },
                {
                  id: 'close',
                  head: `${t('service.packages.close')} (${t('service.days')})`,
                  number: true,
                  cell: (row) => format().count(row.closeDays),
                },
                {
                  id: 'perVisit',
                  head: `${t('service.packages.perVisit')} (${t('service.hours')})`,
                  number: true,
                  cell: (row) => format().number(row.hoursPerVisit, 1),
                },
                {
                  id: 'cost',
                  head: t('service.packages.cost'),
                  number: true,
                  cell: (row) => money.exact(row.costPerYear),
                },
                {
                  id: 'customers',
                  head: t('service.packages.customers'),
                  number: true,
                  cell: (row) => format().count(row.customers),
                },
                {
                  id: 'remove',
                  head: t('service.action'),
                  cell: (row) => (
                    <Button
                      look="link"
                      blocked={blocked()}
                      aria-label={t('service.packages.remove', { name: packageName(t, row) })}
                      onClick={() => void app.run({ name: 'service/removePackage', id: row.id })}
                    >
                      {t('service.packages.removeShort')}
                    </Button>
                  ),
                },
              ]}
            />
          </div>
        </Section>
        <SettingsForm settings={props.rules.settings} />
      </Show>
      <PackageDialog of={edited()} packages={props.rules.packages} onClose={() => setEdited(null)} />
    </div>
  );
}
