import { createEffect, createSignal, on } from 'solid-js';
import { CREDIT_RATINGS, type CreditRating, type CreditRow } from '~/domain/credit';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

type Rated = CreditRating | 'none';

/** Limit, terms and rating of one customer: one change, one undo. */
export function CreditDialog(props: { row: CreditRow | null; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const [limit, setLimit] = createSignal<number | null>(null);
  const [terms, setTerms] = createSignal<number | null>(null);
  const [rating, setRating] = createSignal<Rated>('none');
  const scale = () => 10 ** (app.status().workspace?.minorUnit ?? 2);
  createEffect(
    on(
      () => props.row,
      (row) => {
        if (!row) return;
        setLimit(row.limit);
        setTerms(row.ownTerms ? row.termsDays : null);
        setRating(row.rating ?? 'none');
      },
    ),
  );
  const save = async () => {
    const { row } = props;
    if (!row) return;
    const done = await app.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: [
        { code: row.code, attribute: 'creditLimit', value: limit() },
        { code: row.code, attribute: 'termsDays', value: terms() },
        { code: row.code, attribute: 'rating', value: rating() === 'none' ? null : rating() },
      ],
    });
    if (done.ok) props.onClose();
  };
  const lead = () => {
    const proposed = props.row?.proposed ?? null;
    return proposed === null ? t('credit.editLeadNone') : t('credit.editLead', { amount: money.exact(proposed) });
  };
  return (
    <Dialog
      open={props.row !== null}
      onClose={props.onClose}
      title={t('credit.editTitle', { name: props.row?.name ?? '' })}
      lead={lead()}
      foot={
        <>
          <Button
            blocked={props.row?.proposed === null ? t('credit.editLeadNone') : null}
            onClick={() => setLimit(props.row?.proposed ?? null)}
          >
            {t('credit.useProposed')}
          </Button>
          <Button
            look="primary"
            blocked={app.status().readOnly ? t('customers.readOnly') : null}
            onClick={() => void save()}
          >
            {t('credit.save')}
          </Button>
        </>
      }
    >
      <NumberField
        label={t('credit.limit')}
        value={limit() === null ? null : (limit() ?? 0) / scale()}
        decimals={app.status().workspace?.minorUnit ?? 2}
        min={0}
        onChange={(value) => setLimit(value === null ? null : Math.round(value * scale()))}
      />
      <NumberField
        label={t('credit.terms')}
        value={terms()}
        min={0}
        max={720}
        unit={t('credit.days')}
        onChange={setTerms}
      />
      <Segment<Rated>
        label={t('credit.rating')}
        options={[
          ...CREDIT_RATINGS.map((one) => ({ value: one as Rated, label: one })),
          { value: 'none', label: t('credit.rateNone') },
        ]}
        value={rating()}
        onChange={setRating}
      />
    </Dialog>
  );
}
