import { For, Show } from 'solid-js';
import type { ReferenceBand } from '~/domain/challenge';
import type { ChallengeView, Evidence, EvidenceKind } from '~/domain/challengeView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import type { PageId } from '~/state/route';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Where the figures behind an evidence can be looked at. */
const BEHIND: Record<EvidenceKind, { page: PageId; tab: string | null }> = {
  history: { page: 'forecast', tab: null },
  trend: { page: 'forecast', tab: null },
  forecast: { page: 'forecast', tab: null },
  season: { page: 'forecast', tab: null },
  peers: { page: 'challenge', tab: null },
  potential: { page: 'customers', tab: null },
  proposals: { page: 'plan', tab: null },
  capacity: { page: 'challenge', tab: 'capacity' },
  pipeline: { page: 'pipeline', tab: null },
  concentration: { page: 'customers', tab: null },
  cushion: { page: 'plan', tab: null },
};

/** What others publish of the same thing. */
const BANDS: Partial<Record<EvidenceKind, ReferenceBand['of']>> = {
  pipeline: 'pipelineCover',
  capacity: 'workload',
  cushion: 'overAssignment',
  history: 'growth',
};

/** The three amounts in figures, published references with their source, and the way to what lies behind. */
export function EvidenceDetail(props: { one: Evidence; view: ChallengeView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const bands = () => props.view.rule.bands.filter(({ of }) => of === BANDS[props.one.kind]);
  const isTimes = (band: ReferenceBand) => band.of === 'pipelineCover';
  const figure = (band: ReferenceBand, value: number) =>
    isTimes(band) ? format().times(value) : format().percent(value, 0);
  const behind = () => BEHIND[props.one.kind];
  return (
    <>
      <p>{t(`challenge.about.${props.one.kind}`)}</p>
      <Show when={props.one.high !== null}>
        <p>
          {t('challenge.three', {
            low: money.say(props.one.low),
            mid: money.say(props.one.mid),
            high: money.say(props.one.high),
          })}
        </p>
      </Show>
      <Show when={props.one.parts.length > 0}>
        <table class="table evidence__parts">
          <tbody>
            <For each={props.one.parts}>
              {(part) => (
                <tr>
                  <th scope="row">
                    {part.period === null ? part.label || t('words.unassigned') : format().period(part.period)}
                  </th>
                  <td class="number">{part.amount === null ? '' : money.show(part.amount)}</td>
                  <td class="number">{part.share === null ? '' : format().percent(part.share)}</td>
                  <td class="number quiet">
                    {part.usual === null ? '' : t('challenge.usual', { share: format().percent(part.usual) })}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <For each={bands()}>
        {(band) => (
          <p class="type-caption">
            {t('challenge.band', {
              what: t(`challenge.bandOf.${band.of}`),
              low: figure(band, band.low),
              high: figure(band, band.high),
              source: band.source,
            })}
          </p>
        )}
      </For>
      <Show when={behind().page !== 'challenge' || behind().tab !== null}>
        <Button
          look="link"
          onClick={() => {
            const at = formatAt(props.view.at);
            const { page, tab } = behind();
            app.go(page, { ...(tab ? { tab } : {}), ...(at && page !== 'plan' ? { at } : {}) });
          }}
        >
          {t('challenge.behind')}
        </Button>
      </Show>
    </>
  );
}
