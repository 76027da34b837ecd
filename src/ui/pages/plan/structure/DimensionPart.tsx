import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, For, Show } from 'solid-js';
import type { Command } from '~/domain/command';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { RenameDialog } from '../../../components/RenameDialog';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';
import { AddDimensionDialog } from './AddDimensionDialog';
import { DepthDialog } from './DepthDialog';
import { ShapeDialog } from './ShapeDialog';
import { useBlocked } from './useBlocked';

type Row = ShapeView['dimensions'][number];

/** Dimensions of the lines in their main order: add one, drop one, move one, set how deep it goes. */
export function DimensionPart(props: { shape: ShapeView }) {
  const app = useApp();
  const { t } = useText();
  const blocked = useBlocked();
  const [adding, setAdding] = createSignal(false);
  const [dropped, setDropped] = createSignal<Row | null>(null);
  const [renamed, setRenamed] = createSignal<Row | null>(null);
  const [deep, setDeep] = createSignal<Row | null>(null);
  const name = (row: Row) => row.title || dimensionName(t, row.id);
  /** In the order of the plan, then those it could have. */
  const inPlan = () => {
    const order = app.status().plan?.dimensions ?? [];
    return props.shape.dimensions.filter((row) => row.inPlan).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  };
  const others = () => props.shape.dimensions.filter((row) => !row.inPlan);
  const move = (at: number, to: number) => {
    const dimensions = inPlan().map(({ id }) => id);
    const [moved] = dimensions.splice(at, 1);
    dimensions.splice(to, 0, moved);
    void app.run({ name: 'dimensions/reorder', dimensions });
  };
  const drop = (): Command | null => {
    const row = dropped();
    return row && { name: 'dimensions/drop', dimension: row.id };
  };
  const rename = async (to: string) => {
    const row = renamed();
    if (!row) return null;
    const done = await app.run({ name: 'dimensions/rename', dimension: row.id, to }, { inPlace: true });
    return done.ok ? null : done.issues;
  };
  return (
    <Section
      finding={t('shape.dimensions', { n: inPlan().length })}
      caption={t('shape.dimensionsCaption')}
      tools={
        <Button icon={Plus} blocked={blocked()} onClick={() => setAdding(true)}>
          {t('shape.addDimension')}
        </Button>
      }
    >
      <div class="plan-part__scroll">
        <table class="table">
          <caption class="unseen">{t('shape.dimensionsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('words.dimension')}</th>
              <th scope="col">{t('shape.levels')}</th>
              <th scope="col" class="number">
                {t('shape.memberCount')}
              </th>
              <th scope="col" class="number">
                {t('shape.pooled')}
              </th>
              <th scope="col">
                <span class="unseen">{t('scenario.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={inPlan()}>
              {(row, at) => (
                <tr>
                  <th scope="row">{name(row)}</th>
                  <td class="quiet">
                    {(row.hierarchies[0]?.levels ?? [row.id])
                      .map((level) => dimensionName(t, level, app.status().plan?.titles))
                      .join(' › ')}
                  </td>
                  <td class="number">{row.members}</td>
                  <td class="number">{row.pooled}</td>
                  <td class="shape-actions">
                    <Button
                      look="quiet"
                      icon={ArrowUp}
                      label={t('plan.moveUp', { what: name(row) })}
                      blocked={blocked() ?? (at() === 0 ? t('shape.isFirst') : null)}
                      onClick={() => move(at(), at() - 1)}
                    />
                    <Button
                      look="quiet"
                      icon={ArrowDown}
                      label={t('plan.moveDown', { what: name(row) })}
                      blocked={blocked() ?? (at() === inPlan().length - 1 ? t('shape.isLast') : null)}
                      onClick={() => move(at(), at() + 1)}
                    />
                    <Button look="link" blocked={blocked()} onClick={() => setDeep(row)}>
                      {t('shape.depth')}
                    </Button>
                    <Button look="link" blocked={blocked()} onClick={() => setRenamed(row)}>
                      {t('scenario.rename')}
                    </Button>
                    <Button
                      look="link"
                      blocked={blocked() ?? (inPlan().length === 1 ? t('issue.dimension/last') : null)}
                      onClick={() => setDropped(row)}
                    >
                      {t('shape.drop')}
                    </Button>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={others().length > 0}>
        <p class="faint">
          {t('shape.notInPlan')} {others().map(name).join(t('effect.comma'))}
        </p>
      </Show>
      <AddDimensionDialog open={adding()} shape={props.shape} onClose={() => setAdding(false)} />
      <DepthDialog row={deep()} name={deep() ? name(deep() as Row) : ''} onClose={() => setDeep(null)} />
      <ShapeDialog
        open={dropped() !== null}
        title={t('shape.dropTitle', { name: dropped() ? name(dropped() as Row) : '' })}
        lead={t('shape.dropLead')}
        command={drop()}
        missing=""
        apply={t('shape.drop')}
        onClose={() => setDropped(null)}
      />
      <RenameDialog
        open={renamed() !== null}
        title={t('shape.renameDimension')}
        name={renamed() ? name(renamed() as Row) : ''}
        onRename={rename}
        onClose={() => setRenamed(null)}
      />
    </Section>
  );
}
