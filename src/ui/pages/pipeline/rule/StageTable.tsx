import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import X from 'lucide-solid/icons/x';
import { Index, Show } from 'solid-js';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { errorKey, moved, type RuleDraft, type StageDraft, type StageError, type StageField } from './ruleDraft';

export interface StageTableProps {
  draft: RuleDraft;
  errors: ReadonlyMap<string, StageError>;
  onStages: (stages: StageDraft[]) => void;
}

const KINDS = ['open', 'won', 'lost'] as const;

/** Stages row by row, every field in place. */
export function StageTable(props: StageTableProps) {
  const { t } = useText();
  const put = (row: number, change: Partial<StageDraft>) =>
    props.onStages(props.draft.stages.map((stage, at) => (at === row ? { ...stage, ...change } : stage)));
  const nameOf = (stage: StageDraft) => stage.name.trim() || t('pipeline.rule.newStage');
  const errorOf = (row: number, field: StageField, stage: StageDraft): string | null => {
    const found = props.errors.get(errorKey(row, field));
    if (!found) return null;
    return found === 'nameTwice' ? t('pipeline.rule.nameTwice', { name: nameOf(stage) }) : t(`pipeline.rule.${found}`);
  };
  const field = (
    row: number,
    stage: () => StageDraft,
    of: { id: 'name' | 'chance' | 'staleDays' | 'aliases'; label: string },
  ) => {
    const error = () => (of.id === 'aliases' ? null : errorOf(row, of.id, stage()));
    return (
      <>
        <input
          type="text"
          class="input"
          classList={{ 'input--number': of.id === 'chance' || of.id === 'staleDays' }}
          autocomplete="off"
          inputmode={of.id === 'chance' || of.id === 'staleDays' ? 'decimal' : undefined}
          aria-label={t('pipeline.rule.fieldOf', { name: nameOf(stage()), field: of.label })}
          aria-invalid={error() ? 'true' : undefined}
          value={stage()[of.id]}
          onInput={(event) => put(row, { [of.id]: event.currentTarget.value })}
        />
        <Show when={error()}>
          <p class="field__error" aria-live="polite">
            {error()}
          </p>
        </Show>
      </>
    );
  };
  return (
    <div class="pipeline-scroll">
      <table class="table stage-table">
        <caption class="unseen">{t('pipeline.rule.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pipeline.rule.name')}</th>
            <th scope="col">{t('pipeline.rule.kind')}</th>
            <th scope="col">
              {t('pipeline.rule.chance')}
              <span class="stage-table__hint">{t('pipeline.rule.chanceHint')}</span>
            </th>
            <th scope="col">
              {t('pipeline.rule.stale')}
              <span class="stage-table__hint">{t('pipeline.rule.staleHint')}</span>
            </th>
            <th scope="col">
              {t('pipeline.rule.aliases')}
              <span class="stage-table__hint">{t('pipeline.rule.aliasesHint')}</span>
            </th>
            <th scope="col">{t('pipeline.rule.order')}</th>
          </tr>
        </thead>
        <tbody>
          {/* By place: a row keeps its focus while it is typed in. */}
          <Index each={props.draft.stages}>
            {(stage, row) => (
              <tr>
                <td>{field(row, stage, { id: 'name', label: t('pipeline.rule.name') })}</td>
                <td>
                  <Select<StageDraft['kind']>
                    hideLabel
                    label={t('pipeline.rule.fieldOf', { name: nameOf(stage()), field: t('pipeline.rule.kind') })}
                    value={stage().kind}
                    options={KINDS.map((value) => ({ value, label: t(`pipeline.rule.kindOf.${value}`) }))}
                    onChange={(kind) => put(row, { kind })}
                  />
                </td>
                <td>
                  <Show when={stage().kind === 'open'} fallback={<span class="faint">–</span>}>
                    {field(row, stage, { id: 'chance', label: t('pipeline.rule.chance') })}
                  </Show>
                </td>
                <td>
                  <Show when={stage().kind === 'open'} fallback={<span class="faint">–</span>}>
                    {field(row, stage, { id: 'staleDays', label: t('pipeline.rule.stale') })}
                  </Show>
                </td>
                <td>{field(row, stage, { id: 'aliases', label: t('pipeline.rule.aliases') })}</td>
                <td class="stage-table__order">
                  <Button
                    look="quiet"
                    icon={ArrowUp}
                    label={t('pipeline.rule.up', { name: nameOf(stage()) })}
                    onClick={() => props.onStages(moved(props.draft.stages, row, -1))}
                  />
                  <Button
                    look="quiet"
                    icon={ArrowDown}
                    label={t('pipeline.rule.down', { name: nameOf(stage()) })}
                    onClick={() => props.onStages(moved(props.draft.stages, row, 1))}
                  />
                  <Button
                    look="quiet"
                    icon={X}
                    label={t('pipeline.rule.remove', { name: nameOf(stage()) })}
                    onClick={() => props.onStages(props.draft.stages.filter((_, at) => at !== row))}
                  />
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  );
}
