import { createMemo, createSignal, For, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { type Day, dayOnClock } from '~/domain/period';
import type { PipelineStage } from '~/domain/pipeline';
import type { DealRow } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { dimensionName } from '../../../components/dimensionName';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { MemberField } from '../../sources/facts/MemberField';
import { type DealDraft, type DraftField, hasMoved, MEMBERS, readDraft, startDraft } from './dealDraft';
import { useSaved } from './useSaved';

export interface DealDialogProps {
  /** Null makes a new one. */
  row: DealRow | null;
  stages: readonly PipelineStage[];
  asOf: Day | null;
  onClose: () => void;
}

/** One deal by hand: its stage, amount and days; what is not understood is said at its field and nothing is stored. */
export function DealDialog(props: DealDialogProps) {
  const app = useApp();
  const { t, language, issueText } = useText();
  const saved = useSaved();
  const currency = () => app.status().workspace?.currency ?? 'CNY';
  const minorUnit = () => app.status().workspace?.minorUnit ?? 2;
  const place = () => ({ row: props.row, stages: props.stages, minorUnit: minorUnit(), locale: language() });
  const [draft, setDraft] = createSignal(startDraft(place(), props.asOf ?? dayOnClock(new Date())));
  const [tried, setTried] = createSignal(false);
  const [refused, setRefused] = createSignal<Issue[]>([]);
  const read = createMemo(() => readDraft(draft(), place()));
  const put = (change: Partial<DealDraft>) => setDraft((before) => ({ ...before, ...change }));
  const errorOf = (field: DraftField): string | null => {
    const found = tried() ? read().errors[field] : undefined;
    if (!found) return null;
    if (found.code !== 'import/missingValue') return issueText(found);
    return field === 'title' ? t('pipeline.deals.needsName') : t('pipeline.deals.missing');
  };
  const isLost = () => props.stages.find(({ id }) => id === draft().stage)?.kind === 'lost';
  const blocked = () => (app.status().readOnly ? t('pipeline.readOnly') : null);
  const save = async () => {
    if (blocked()) return;
    setTried(true);
    const { put: change } = read();
    if (!change) return;
    const nothing = change.key !== null && Object.keys(change.values).length === 0;
    const issues = nothing ? [] : await saved([change]);
    if (issues.length === 0) props.onClose();
    else setRefused(issues);
  };
  return (
    <Dialog
      open
      wide
      onClose={() => props.onClose()}
      title={t(props.row ? 'pipeline.deals.edit' : 'pipeline.deals.add')}
      lead={props.row ? [props.row.number, props.row.customerName].filter(Boolean).join(' · ') : undefined}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('pipeline.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('pipeline.save')}
          </Button>
        </>
      }
    >
      <form
        class="deal-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="deal-form__wide">
          <TextField
            label={t('pipeline.deals.name')}
            value={draft().title}
            error={errorOf('title')}
            onInput={(title) => put({ title })}
          />
        </div>
        <Show when={props.row === null}>
          <TextField
            label={t('pipeline.deals.number')}
            hint={t('pipeline.deals.numberHint')}
            value={draft().number}
            onInput={(number) => put({ number })}
          />
          <For each={MEMBERS}>
            {(field) => (
              <MemberField
                label={dimensionName(t, field, app.status().plan?.titles)}
                dimension={field}
                text={draft().members[field].text}
                required={false}
                error={errorOf(field)}
                onChange={(text, code) => put({ members: { ...draft().members, [field]: { text, code } } })}
              />
            )}
          </For>
        </Show>
        <Show
          when={props.stages.length > 0}
          fallback={
            <TextField
              label={t('pipeline.deals.stage')}
              value={draft().stage}
              error={errorOf('stage')}
              onInput={(stage) => put({ stage })}
            />
          }
        >
          <div class="field">
            <Select<string>
              label={t('pipeline.deals.stage')}
              value={draft().stage}
              placeholder={props.row?.stageName || t('pipeline.rule.choose')}
              options={props.stages.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(stage) => put({ stage })}
            />
            <p class="field__error" aria-live="polite">
              {errorOf('stage')}
            </p>
          </div>
        </Show>
        <Show when={props.row !== null && hasMoved(draft(), props.row)}>
          <TextField
            type="date"
            label={t('pipeline.deals.changedOn')}
            value={draft().changedOn}
            error={errorOf('changedOn')}
            onInput={(changedOn) => put({ changedOn })}
          />
        </Show>
        <TextField
          label={t('pipeline.deals.amountIn', { currency: currency() })}
          inputmode="decimal"
          value={draft().amount}
          error={errorOf('amount')}
          onInput={(amount) => put({ amount })}
        />
        <TextField
          type="date"
          label={t('pipeline.deals.created')}
          value={draft().created}
          error={errorOf('created')}
          onInput={(created) => put({ created })}
        />
        <TextField
          type="date"
          label={t('pipeline.deals.expected')}
          value={draft().expected}
          error={errorOf('expected')}
          onInput={(expected) => put({ expected })}
        />
        <Show when={isLost()}>
          <TextField label={t('pipeline.deals.why')} value={draft().reason} onInput={(reason) => put({ reason })} />
        </Show>
        <p class="field__error deal-form__wide" aria-live="polite">
          {refused().map(issueText).join(' ')}
        </p>
        {/* Enter in any field saves. */}
        <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
