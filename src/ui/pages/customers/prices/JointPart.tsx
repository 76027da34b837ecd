import { createResource, Show } from 'solid-js';
import type { JointRow } from '~/domain/priceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table, type TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import type { PricePartProps } from './pricePart';

/** Promotions made together with customers: who pays what, with which proof, and what it brought. */
export function JointPart(_props: PricePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney({ decimals: 2 });
  const revision = () => `${app.status().workspace?.id}/${app.status().revision}`;
  const [view] = createResource(revision, () => app.attempt(app.host.joint()));
  const uplift = (row: JointRow) => (
    <Show when={row.uplift !== null} fallback={<span class="faint">{t('price.running')}</span>}>
      <span title={t(row.by === 'lastYear' ? 'price.byLastYear' : 'price.byBefore')}>{money.show(row.uplift)}</span>
    </Show>
  );
  const columns = (): TableColumn<JointRow, string>[] => [
    { id: 'title', head: t('price.promotion'), rowHead: true, cell: (row) => row.title },
    { id: 'customer', head: t('price.customer'), cell: (row) => row.customerName || '–' },
    { id: 'product', head: t('price.product'), cell: (row) => row.productName || '–' },
    {
      id: 'dates',
      head: t('price.dates'),
      cell: (row) => `${format().isoDay(row.from)} – ${format().isoDay(row.to)}`,
    },
    { id: 'mechanism', head: t('price.mechanism'), cell: (row) => row.mechanism || '–' },
    { id: 'ours', head: `${t('price.ours')} ${money.label()}`, number: true, cell: (row) => money.show(row.ours) },
    { id: 'theirs', head: t('price.theirs'), number: true, cell: (row) => money.show(row.theirs) },
    { id: 'share', head: t('price.ourShare'), number: true, cell: (row) => format().percent(row.ourShare) },
    {
      id: 'proof',
      head: t('price.proof'),
      cell: (row) => row.proof || <span class="prices__near">{t('price.noProof')}</span>,
    },
    { id: 'actual', head: t('price.actual'), number: true, cell: (row) => money.show(row.actual) },
    { id: 'expected', head: t('price.expected'), number: true, cell: (row) => money.show(row.expected) },
    { id: 'uplift', head: t('price.uplift'), number: true, cell: uplift },
    { id: 'roi', head: t('price.roi'), number: true, cell: (row) => format().percent(row.roi) },
  ];
  return (
    <Show when={view.latest} fallback={<div aria-busy="true" />}>
      {(known) => (
        <Show
          when={known().rows.length > 0}
          fallback={
            <section class="section prices__empty">
              <h2 class="type-section">{t('price.noJoint')}</h2>
              <p class="type-lead">{t('price.noJointText')}</p>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('price.importJoint')}
              </Button>
            </section>
          }
        >
          <Section
            finding={t('price.jointFinding', {
              ours: money.say(known().ours),
              theirs: money.say(known().theirs),
              n: known().withoutProof,
            })}
            caption={t('price.jointCaption')}
          >
            <div class="prices__wide">
              <Table label={t('price.part.joint')} columns={columns()} rows={known().rows} />
            </div>
          </Section>
        </Show>
      )}
    </Show>
  );
}
