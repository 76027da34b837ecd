import Copy from 'lucide-solid/icons/copy';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, For, Show } from 'solid-js';
import { type Column, WORKING_TARGET } from '~/domain/plan';
import { LAYERS, type ScenarioView } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { RenameDialog } from '../../../components/RenameDialog';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { layerName, scenarioName } from '../view/columnName';
import type { Scenarios } from '../view/createScenarios';
import { CopyDialog } from './CopyDialog';
import { NewScenarioDialog } from './NewScenarioDialog';
import { useWhen } from './useWhen';

type Row = ScenarioView['scenarios'][number];

/** One row per scenario, one column per target line: what each comes to. */
export function ScenarioTable(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const when = useWhen();
  const [adding, setAdding] = createSignal(false);
  const [copying, setCopying] = createSignal(false);
  const [renamed, setRenamed] = createSignal<Row | null>(null);
  const rows = () => props.scenarios.view().scenarios;
  const name = (scenario: string) => scenarioName(t, scenario, props.scenarios.titles());
  const totalOf = (row: Row, layer: string): number | null =>
    row.heads.find(({ column }) => column.layer === layer && column.measure === 'sales')?.total ?? null;
  const columnAt = ({ scenario }: Row, layer: string): Column => ({ ...WORKING_TARGET, scenario, layer });
  /** Lines with numbers in them; what is handed down or frozen stays. */
  const clearable = (row: Row) =>
    LAYERS.filter((layer) => layer !== 'issued' && layer !== 'baseline' && totalOf(row, layer) !== null);
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
  const rename = async (to: string) => {
    const row = renamed();
    if (!row) return null;
    const done = await app.run({ name: 'scenarios/rename', scenario: row.scenario, to }, { inPlace: true });
    return done.ok ? null : done.issues;
  };
  return (
    <Section
      finding={t('scenario.title', { n: rows().length })}
      caption={t('scenario.caption', { unit: money.label() })}
      tools={
        <span class="plan-part__tools">
          <Button icon={Copy} blocked={blocked()} onClick={() => setCopying(true)}>
            {t('scenario.copy')}
          </Button>
          <Button look="primary" icon={Plus} blocked={blocked()} onClick={() => setAdding(true)}>
            {t('scenario.add')}
          </Button>
        </span>
      }
    >
      <div class="plan-part__scroll">
        <table class="table">
          <caption class="unseen">{t('scenario.caption', { unit: money.label() })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('words.scenario')}</th>
              <For each={LAYERS}>
                {(layer) => (
                  <th scope="col" class="number">
                    {layerName(t, layer)}
                  </th>
                )}
              </For>
              <th scope="col">{t('scenario.made')}</th>
              <th scope="col">
                <span class="unseen">{t('scenario.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row">{name(row.scenario)}</th>
                  <For each={LAYERS}>{(layer) => <td class="number">{money.show(totalOf(row, layer))}</td>}</For>
                  <td class="quiet">{row.createdAt ? when(row.createdAt) : ''}</td>
                  <td>
                    <Show when={row.scenario !== 'base' || clearable(row).length > 0}>
                      <Menu
                        triggerClass="button button--quiet"
                        title={t('scenario.actionsOf', { name: name(row.scenario) })}
                        trigger="⋯"
                        groups={[
                          {
                            title: t('scenario.clearTitle'),
                            items: clearable(row).map((layer) => ({
                              label: layerName(t, layer),
                              hint: t('scenario.removeHint'),
                              blocked: blocked(),
                              run: () => void app.run({ name: 'columns/clear', column: columnAt(row, layer) }),
                            })),
                          },
                          {
                            items:
                              row.scenario === 'base'
                                ? []
                                : [
                                    {
                                      label: t('scenario.rename'),
                                      dialog: true,
                                      blocked: blocked(),
                                      run: () => setRenamed(row),
                                    },
                                    {
                                      label: t('scenario.remove'),
                                      hint: t('scenario.removeHint'),
                                      blocked: blocked(),
                                      run: () => void app.run({ name: 'scenarios/remove', scenario: row.scenario }),
                                    },
                                  ],
                          },
                        ]}
                      />
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <NewScenarioDialog open={adding()} scenarios={props.scenarios} onClose={() => setAdding(false)} />
      <CopyDialog open={copying()} scenarios={props.scenarios} onClose={() => setCopying(false)} />
      <RenameDialog
        open={renamed() !== null}
        title={t('scenario.renameTitle', { name: name(renamed()?.scenario ?? 'base') })}
        name={renamed()?.title ?? ''}
        onRename={rename}
        onClose={() => setRenamed(null)}
      />
    </Section>
  );
}
