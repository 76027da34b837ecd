import { createMemo, createSignal, For, Show } from 'solid-js';
import { type ChallengeRule, DEFAULT_CHALLENGE, type ReferenceBand } from '~/domain/challenge';
import type { ChallengeView } from '~/domain/challengeView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createAnswer } from '../../../components/createAnswer';
import { EmptyState } from '../../../components/EmptyState';
import { NumberField } from '../../../components/NumberField';
import { useText } from '../../../components/TextProvider';
import { VerdictMark } from '../../../components/VerdictMark';
import { BandTable } from './BandTable';
import './rule.css';

type Rule = Omit<ChallengeRule, 'id' | 'plan'>;

/** From which chance on a target is easy, fair or demanding, what counts as fair, and what others publish beside it. */
export function RulePage() {
  const app = useApp();
  const { t } = useText();
  const answer = createAnswer<{ at: Record<string, number>; line: 'target' }, ChallengeView>({
    kind: 'challenge',
    query: () => (app.status().plan ? { at: {}, line: 'target' } : null),
    call: (query, job) => app.host.challenge(query, job),
    expected: ['plan/notOpen'],
  });
  const [draft, setDraft] = createSignal<Partial<Rule>>({});
  const saved = createMemo<Rule>(() => answer.view()?.rule ?? DEFAULT_CHALLENGE);
  const rule = createMemo<Rule>(() => ({ ...saved(), ...draft() }));
  const isChanged = () => JSON.stringify(rule()) !== JSON.stringify(saved());
  const isFalling = () => rule().easy > rule().fair && rule().fair > rule().demanding;
  const blocked = () => {
    if (app.status().readOnly !== null) return t('challenge.readOnly');
    if (!isFalling()) return t('challenge.rules.notFalling');
    return isChanged() ? null : t('challenge.rules.unchanged');
  };
  const save = async (next: Rule) => {
    const done = await app.run({ name: 'challenge/setRule', rule: next });
    if (done.ok) setDraft({});
  };
  const change = (part: Partial<Rule>) => setDraft((old) => ({ ...old, ...part }));
  const percent = (value: number) => Math.round(value * 1000) / 10;
  return (
    <Show
      when={app.status().plan}
      fallback={<EmptyState title={t('challenge.noPlan')} text={t('challenge.noPlanText')} />}
    >
      <div class="rule">
        <section class="rule__limits">
          <h2 class="type-section">{t('challenge.rules.title')}</h2>
          <p class="type-caption">{t('challenge.rules.lead')}</p>
          <For each={['easy', 'fair', 'demanding'] as const}>
            {(name) => (
              <div class="rule__line">
                <VerdictMark verdict={name} />
                <NumberField
                  label={t(`challenge.rules.${name}`)}
                  value={percent(rule()[name])}
                  decimals={1}
                  min={0.1}
                  max={99.9}
                  unit="%"
                  onChange={(value) => change({ [name]: (value ?? 0) / 100 })}
                />
              </div>
            )}
          </For>
          <div class="rule__line">
            <VerdictMark verdict="unrealistic" />
            <span class="type-caption">{t('challenge.rules.below')}</span>
          </div>
          <NumberField
            label={t('challenge.rules.fairChance')}
            hint={t('challenge.rules.fairHint')}
            value={percent(rule().fairChance)}
            decimals={1}
            min={1}
            max={99}
            unit="%"
            onChange={(value) => change({ fairChance: (value ?? 50) / 100 })}
          />
          <NumberField
            label={t('challenge.rules.ratchet')}
            hint={t('challenge.rules.ratchetHint')}
            value={rule().ratchet}
            decimals={2}
            min={0}
            max={1}
            onChange={(value) => change({ ratchet: value ?? 0.3 })}
          />
        </section>
        <section class="rule__bands">
          <h2 class="type-section">{t('challenge.rules.bands')}</h2>
          <p class="type-caption">{t('challenge.rules.bandsLead')}</p>
          <BandTable bands={rule().bands} onChange={(bands: ReferenceBand[]) => change({ bands })} />
        </section>
        <div class="rule__foot">
          <Button look="primary" blocked={blocked()} onClick={() => void save(rule())}>
            {t('challenge.rules.save')}
          </Button>
          <Show when={isChanged()}>
            <Button onClick={() => setDraft({})}>{t('challenge.rules.discard')}</Button>
          </Show>
          <Show when={JSON.stringify(rule()) !== JSON.stringify(DEFAULT_CHALLENGE)}>
            <Button look="link" onClick={() => change(DEFAULT_CHALLENGE)}>
              {t('challenge.rules.reset')}
            </Button>
          </Show>
        </div>
      </div>
    </Show>
  );
}
