import { createMemo, createSignal, Show } from 'solid-js';
import type { ProposalQuery } from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import type { TerritoriesState } from './createTerritories';

type Rule = Pick<ProposalQuery, 'figure' | 'tolerance' | 'sameRegion' | 'keepTierA'>;

const FIGURES = ['sales', 'potential', 'hours', 'customers'] as const;

/** A few moves towards the mean, as a proposal for the draft. */
export function ProposeDialog(props: { open: boolean; state: TerritoriesState; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [rule, setRule] = createSignal<Rule>({ figure: 'sales', tolerance: 0.1, sameRegion: true, keepTierA: true });
  const put = (more: Partial<Rule>) => setRule({ ...rule(), ...more });
  const question = createMemo((): ProposalQuery | null =>
    props.open ? { ...rule(), moves: props.state.moves(), from: props.state.from() } : null,
  );
  const found = createLiveAnswer(question, (query) => app.host.proposeMoves(query));
  const n = () => found.value()?.moves.length ?? 0;
  const take = () => {
    props.state.take(found.value()?.moves ?? []);
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('territory.propose.title')}
      lead={t('territory.propose.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button
            look="primary"
            blocked={n() === 0 || found.stale() ? t('territory.draft.nothing') : null}
            onClick={take}
          >
            {t('territory.propose.take')}
          </Button>
        </>
      }
    >
      <div>
        <Segment<Rule['figure']>
          label={t('territory.propose.figure')}
          options={FIGURES.map((value) => ({ value, label: t(`territory.figure.${value}`) }))}
          value={rule().figure}
          onChange={(figure) => put({ figure })}
        />
      </div>
      <NumberField
        label={t('territory.propose.tolerance')}
        unit="%"
        min={0}
        max={100}
        value={Math.round(rule().tolerance * 100)}
        onChange={(value) => put({ tolerance: (value ?? 10) / 100 })}
      />
      <label class="territory-check">
        <input
          type="checkbox"
          checked={rule().sameRegion}
          onChange={(event) => put({ sameRegion: event.currentTarget.checked })}
        />
        {t('territory.propose.sameRegion')}
      </label>
      <label class="territory-check">
        <input
          type="checkbox"
          checked={rule().keepTierA}
          onChange={(event) => put({ keepTierA: event.currentTarget.checked })}
        />
        {t('territory.propose.keepTierA')}
      </label>
      <p role="status" aria-busy={found.stale()}>
        <Show when={n() > 0} fallback={found.stale() ? '' : t('territory.propose.none')}>
          {t('territory.propose.found', { n: n() })}
        </Show>{' '}
        <Show when={(found.value()?.outside ?? 0) > 0}>
          {t('territory.propose.outside', { n: found.value()?.outside ?? 0 })}
        </Show>
      </p>
    </Dialog>
  );
}
