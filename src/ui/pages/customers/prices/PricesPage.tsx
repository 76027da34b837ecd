import { type Component, createResource, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { SourceKind } from '~/domain/source';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Segment } from '../../../components/Segment';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { DealerPart } from './DealerPart';
import { JointPart } from './JointPart';
import { LadderPart } from './LadderPart';
import type { PricePartProps } from './pricePart';
import { RebatePart } from './RebatePart';
import { RulesPart } from './RulesPart';
import { ViolationPart } from './ViolationPart';
import './prices.css';

const PARTS = ['ladder', 'violations', 'rebates', 'joint', 'dealer', 'rules'] as const;
type PricePart = (typeof PARTS)[number];

const BODIES: Record<PricePart, Component<PricePartProps>> = {
  ladder: LadderPart,
  violations: ViolationPart,
  rebates: RebatePart,
  joint: JointPart,
  dealer: DealerPart,
  rules: RulesPart,
};

/** What a part reads beside orders: the line at the foot has room for these only. */
const READS: Record<PricePart, readonly SourceKind[]> = {
  ladder: ['listPrices', 'rebates'],
  violations: ['listPrices'],
  rebates: ['collections', 'rebates'],
  joint: ['promotions'],
  dealer: ['sellThrough', 'channelStock', 'promotions', 'rebates'],
  rules: ['listPrices'],
};

/** What customers pay: from the list to what is left after rebates, and who earns what. */
export function PricesPage() {
  const app = useApp();
  const { t, format } = useText();
  const revision = () => `${app.status().workspace?.id}/${app.status().revision}`;
  const [rules] = createResource(revision, () => app.attempt(app.host.priceRules()));
  const part = (): PricePart => PARTS.find((one) => one === app.route().params.part) ?? 'ladder';
  return (
    <Show when={rules.latest} fallback={<div class="prices" aria-busy="true" />}>
      {(known) => (
        <Show
          when={known().asOf !== null}
          fallback={
            <EmptyState title={t('price.noOrders')} text={t('price.noOrdersText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <div class="prices">
            <div class="prices__parts">
              <Segment<PricePart>
                label={t('price.parts')}
                options={PARTS.map((one) => ({ value: one, label: t(`price.part.${one}`) }))}
                value={part()}
                onChange={(one) => app.setParams({ part: one === 'ladder' ? null : one })}
              />
            </div>
            <Dynamic component={BODIES[part()]} rules={known()} />
            <StatusBar
              left={
                <span>
                  {t('service.asOf', { source: t('template.kind.orders'), day: format().isoDay(known().asOf) })}
                </span>
              }
              right={
                <For each={known().sources.filter(({ kind }) => READS[part()].includes(kind))}>
                  {({ kind, asOf }) => (
                    <span>{t('service.asOf', { source: t(`template.kind.${kind}`), day: format().isoDay(asOf) })}</span>
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
