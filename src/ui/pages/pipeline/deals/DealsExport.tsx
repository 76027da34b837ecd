import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import type { DealsAsk } from './dealsParams';

const HEADS = ['key', 'title', 'customer', 'product', 'seller', 'stage', 'result'] as const;
const MORE_HEADS = ['created', 'expected', 'closed', 'amount', 'reason'] as const;

/** The list as it stands as a file that can be imported again. */
export function DealsExport(props: { query: DealsAsk; total: number }) {
  const app = useApp();
  const { t } = useText();
  const head = (field: string) =>
    t.find(`template.headOf.opportunities.${field}`) ?? t.find(`template.head.${field}`) ?? field;
  const save = async () => {
    const n = props.total;
    const results = {
      open: t('pipeline.deals.resultOf.open'),
      won: t('pipeline.deals.resultOf.won'),
      lost: t('pipeline.deals.resultOf.lost'),
    };
    const words = {
      heads: [
        ...HEADS.map(head),
        ...MORE_HEADS.map(head),
        t('pipeline.deals.column.chance'),
        t('pipeline.deals.column.mark'),
      ],
      results,
      slipping: t('pipeline.deals.slipping'),
      stale: t('pipeline.deals.stale'),
      flaws: {
        noAmount: t('pipeline.deals.flaw.noAmount'),
        noDate: t('pipeline.deals.flaw.noDate'),
        futureDate: t('pipeline.deals.flaw.futureDate'),
        unknownStage: t('pipeline.deals.flaw.unknownStage'),
        outOfOrder: t('pipeline.deals.flaw.outOfOrder'),
        negative: t('pipeline.deals.flaw.negative'),
      },
    };
    const csv = await app.attempt(app.host.dealsFile({ ...props.query, first: 0, count: 0 }, words));
    if (csv === null) return;
    download(t('pipeline.deals.exportName'), csv, 'text/csv;charset=utf-8');
    app.toasts.say({ tone: 'good', message: { key: 'pipeline.deals.exported', params: { n } } });
  };
  return (
    <Button look="quiet" blocked={props.total === 0 ? t('pipeline.deals.none') : null} onClick={() => void save()}>
      {t('pipeline.deals.export')}
    </Button>
  );
}
