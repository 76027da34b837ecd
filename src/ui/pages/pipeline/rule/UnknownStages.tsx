import { createMemo, For, Show } from 'solid-js';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { mapped, type RuleDraft, type StageDraft, stillUnknown } from './ruleDraft';

export interface UnknownStagesProps {
  unknown: readonly { name: string; deals: number }[];
  draft: RuleDraft;
  onStages: (stages: StageDraft[]) => void;
}

/** Names in the data that lead nowhere, each with the stage it may mean; saved with the stages. */
export function UnknownStages(props: UnknownStagesProps) {
  const { t } = useText();
  const rows = createMemo(() => stillUnknown(props.unknown, props.draft));
  return (
    <Show when={rows().length > 0}>
      <Section finding={t('pipeline.rule.unknown', { n: rows().length })} caption={t('pipeline.rule.unknownCaption')}>
        <ul class="unknown-stages">
          <For each={rows()}>
            {(row) => (
              <li class="unknown-stages__row">
                <span>{t('pipeline.rule.unknownRow', { name: row.name, n: row.deals })}</span>
                <Select<string>
                  hideLabel
                  label={t('pipeline.rule.mapNamed', { name: row.name })}
                  value={null}
                  placeholder={t('pipeline.rule.mapTo')}
                  options={props.draft.stages.map(({ name }, at) => ({ value: String(at), label: name }))}
                  onChange={(at) => props.onStages(mapped(props.draft.stages, row.name, Number(at)))}
                />
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
