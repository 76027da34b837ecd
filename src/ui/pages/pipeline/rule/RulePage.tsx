import Plus from 'lucide-solid/icons/plus';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import type { PipelineRuleView } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createLiveAnswer } from '../../../components/createLiveAnswer';
import { useText } from '../../../components/TextProvider';
import { NoDeals } from '../NoDeals';
import { type RuleDraft, readRule, type StageDraft, startRule } from './ruleDraft';
import { StageTable } from './StageTable';
import { UnknownStages } from './UnknownStages';
import '../pipeline.css';
import './rule.css';

/** The stages deals go through: in order, what each is called, and what is set by hand. */
export function RulePage() {
  const app = useApp();
  const answer = createLiveAnswer(() => 'rule', app.host.pipelineRule);
  return (
    <div class="pipeline" aria-busy={answer.stale()}>
      <Show when={answer.value()} fallback={<div class="pipeline-ghost" aria-busy="true" />}>
        {(view) => (
          <Show when={view().deals > 0 || !view().found} fallback={<NoDeals />}>
            <RuleForm view={view()} />
          </Show>
        )}
      </Show>
    </div>
  );
}

const KINDS = { open: 0, won: 1, lost: 2 } as const;

function RuleForm(props: { view: PipelineRuleView }) {
  const app = useApp();
  const { t, issueText } = useText();
  const [draft, setDraft] = createSignal<RuleDraft>(startRule(props.view.rule));
  const [tried, setTried] = createSignal(false);
  const [refused, setRefused] = createSignal<string | null>(null);
  const revert = () => {
    setDraft(startRule(props.view.rule));
    setTried(false);
    setRefused(null);
  };
  // What was saved, undone or imported is what the form begins with again.
  createEffect(on(() => JSON.stringify(props.view.rule), revert, { defer: true }));
  const read = createMemo(() => readRule(draft()));
  const hasChanged = () => JSON.stringify(draft()) !== JSON.stringify(startRule(props.view.rule));
  const readOnly = () => (app.status().readOnly ? t('pipeline.readOnly') : null);
  const putStages = (stages: StageDraft[]) => {
    setRefused(null);
    setDraft((before) => ({ ...before, stages }));
  };
  const add = () => {
    const stages = [...draft().stages];
    // Before the ends, where the way still goes on.
    const end = stages.findIndex(({ kind }) => KINDS[kind] > 0);
    const fresh: StageDraft = { id: '', name: '', kind: 'open', chance: '', staleDays: '', aliases: '' };
    stages.splice(end < 0 ? stages.length : end, 0, fresh);
    putStages(stages);
  };
  const run = async (
    command: Parameters<typeof app.run>[0],
    said: 'pipeline.rule.savedIt' | 'pipeline.rule.cleared',
  ) => {
    const done = await app.run(command, { inPlace: true });
    if (!done.ok) {
      setRefused(done.issues.map(issueText).join(' '));
      return;
    }
    setTried(false);
    setRefused(null);
    app.toasts.say({
      tone: 'good',
      message: { key: said },
      action: { label: t('pipeline.undo'), run: () => void app.undo() },
    });
  };
  const save = () => {
    setTried(true);
    const { rule } = read();
    if (rule) void run({ name: 'pipeline/setRule', rule }, 'pipeline.rule.savedIt');
  };
  const error = () => (tried() && read().incomplete ? issueText({ code: 'pipeline/noStages' }) : refused());
  return (
    <div class="pipeline-work">
      <div>
        <h2 class="type-finding">
          {t(props.view.found ? 'pipeline.rule.found' : 'pipeline.rule.set', { n: props.view.rule.stages.length })}
        </h2>
        <p class="type-caption">
          {t('pipeline.rule.caption', { deals: props.view.deals })}
          {' · '}
          {t(props.view.history ? 'pipeline.rule.history' : 'pipeline.rule.noHistory')}
        </p>
      </div>
      <UnknownStages unknown={props.view.unknown} draft={draft()} onStages={putStages} />
      <StageTable draft={draft()} errors={tried() ? read().errors : new Map()} onStages={putStages} />
      <div class="pipeline-actions">
        <Button icon={Plus} onClick={add}>
          {t('pipeline.rule.add')}
        </Button>
      </div>
      <label class="rule-switch">
        <input
          type="checkbox"
          checked={draft().newDeals}
          onChange={(event) => setDraft((before) => ({ ...before, newDeals: event.currentTarget.checked }))}
        />
        <span>
          {t('pipeline.rule.newDeals')}
          <span class="rule-switch__hint">{t('pipeline.rule.newDealsHint')}</span>
        </span>
      </label>
      <p class="field__error" aria-live="polite">
        {error()}
      </p>
      <div class="pipeline-actions">
        <Button look="primary" blocked={readOnly()} onClick={save}>
          {t('pipeline.save')}
        </Button>
        <Show when={hasChanged()}>
          <Button onClick={revert}>{t('pipeline.rule.revert')}</Button>
          <span class="quiet">{t('pipeline.rule.unsaved')}</span>
        </Show>
        <Show when={!props.view.found}>
          <Button
            look="quiet"
            blocked={readOnly()}
            onClick={() => void run({ name: 'pipeline/clearRule' }, 'pipeline.rule.cleared')}
          >
            {t('pipeline.rule.clear')}
          </Button>
        </Show>
      </div>
    </div>
  );
}
