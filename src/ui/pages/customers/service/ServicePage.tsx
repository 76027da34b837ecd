import { type Component, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { EmptyState } from '../../../components/EmptyState';
import { Segment } from '../../../components/Segment';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { ComplaintsPart } from './ComplaintsPart';
import { CostPart } from './CostPart';
import { PackagesPart } from './PackagesPart';
import { SurveysPart } from './SurveysPart';
import { SERVICE_PARTS, type ServicePartId, type ServicePartProps } from './servicePart';
import { VisitsPart } from './VisitsPart';
import { WorkloadPart } from './WorkloadPart';
import './service.css';

const PARTS: Record<ServicePartId, Component<ServicePartProps>> = {
  visits: VisitsPart,
  workload: WorkloadPart,
  costs: CostPart,
  complaints: ComplaintsPart,
  surveys: SurveysPart,
  packages: PackagesPart,
};

const SOURCES = ['visits', 'complaints', 'surveys'] as const;

/** Service packages, visits, complaints and surveys. `?part=` says which of them. */
export function ServicePage() {
  const app = useApp();
  const { t, format } = useText();
  const { value: rules } = createLiveAnswer(
    () => 'all',
    () => app.host.serviceRules(),
  );
  const part = (): ServicePartId => SERVICE_PARTS.find((one) => one === app.route().params.part) ?? 'visits';
  const go = (one: ServicePartId) => app.setParams({ part: one === 'visits' ? null : one });
  return (
    <Show when={rules()} fallback={<div class="service" aria-busy="true" />}>
      {(known) => (
        <Show
          when={known().without + known().packages.reduce((sum, one) => sum + one.customers, 0) > 0}
          fallback={
            <EmptyState title={t('service.noOrders')} text={t('service.noOrdersText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <div class="service">
            <div class="service__parts">
              <Segment<ServicePartId>
                label={t('service.parts')}
                options={SERVICE_PARTS.map((value) => ({ value, label: t(`service.part.${value}`) }))}
                value={part()}
                onChange={go}
              />
            </div>
            <Show when={part()} keyed>
              {(one) => <Dynamic component={PARTS[one]} rules={known()} onPart={go} />}
            </Show>
            <StatusBar
              left={<span>{t('service.on', { day: format().isoDay(known().on) })}</span>}
              right={
                <For each={SOURCES.filter((source) => known()[source].asOf !== null)}>
                  {(source) => (
                    <span>
                      {t('service.asOf', {
                        source: t(`service.source.${source}`),
                        day: format().isoDay(known()[source].asOf),
                      })}
                    </span>
                  )}
                </For>
              }
            />
          </div>
        </Show>
      )}
    </Show>
  );
}
