import Trash from 'lucide-solid/icons/trash';
import { Index } from 'solid-js';
import type { ReferenceBand } from '~/domain/challenge';
import { Button } from '../../../components/Button';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

const KINDS: readonly ReferenceBand['of'][] = [
  'attainmentShare',
  'overAssignment',
  'pipelineCover',
  'workload',
  'growth',
];

/** Figures of others with their source: comparisons that people can change, strike off, or add to. */
export function BandTable(props: { bands: readonly ReferenceBand[]; onChange: (bands: ReferenceBand[]) => void }) {
  const { t } = useText();
  const change = (at: number, part: Partial<ReferenceBand>) =>
    props.onChange(props.bands.map((band, i) => (i === at ? { ...band, ...part } : band)));
  const isTimes = (band: ReferenceBand) => band.of === 'pipelineCover';
  const shown = (band: ReferenceBand, value: number) => (isTimes(band) ? value : Math.round(value * 1000) / 10);
  const stored = (band: ReferenceBand, value: number | null) => (isTimes(band) ? (value ?? 0) : (value ?? 0) / 100);
  return (
    <div class="bands">
      <Index each={props.bands}>
        {(band, i) => (
          <div class="bands__row">
            <Select
              label={t('challenge.rules.of')}
              options={KINDS.map((value) => ({ value, label: t(`challenge.bandOf.${value}`) }))}
              value={band().of}
              onChange={(of) => change(i, { of })}
            />
            <NumberField
              label={t('challenge.rules.low')}
              value={shown(band(), band().low)}
              decimals={1}
              unit={isTimes(band()) ? '×' : '%'}
              onChange={(value) => change(i, { low: stored(band(), value) })}
            />
            <NumberField
              label={t('challenge.rules.high')}
              value={shown(band(), band().high)}
              decimals={1}
              unit={isTimes(band()) ? '×' : '%'}
              onChange={(value) => change(i, { high: stored(band(), value) })}
            />
            <TextField
              label={t('challenge.rules.source')}
              value={band().source}
              onInput={() => undefined}
              onChange={(source) => change(i, { source })}
            />
            <Button
              look="quiet"
              icon={Trash}
              label={t('challenge.rules.strike', { source: band().source })}
              onClick={() => props.onChange(props.bands.filter((_, k) => k !== i))}
            />
          </div>
        )}
      </Index>
      <Button
        onClick={() =>
          props.onChange([
            ...props.bands,
            { id: '', of: 'growth', low: 0, high: 0.1, source: t('challenge.rules.ownSource') },
          ])
        }
      >
        {t('challenge.rules.add')}
      </Button>
    </div>
  );
}
