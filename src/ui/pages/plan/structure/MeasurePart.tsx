import { createSignal, For } from 'solid-js';
import { type Measure, SALES_BASES, type SalesBasis } from '~/domain/plan';
import type { ShapeView } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { measureName } from '../view/columnName';
import { MeasureDialog } from './MeasureDialog';
import { measureTemplates } from './measureTemplates';
import { useBlocked } from './useBlocked';

/** What is planned beside sales, and what counts as a sale. */
export function MeasurePart(props: { shape: ShapeView }) {
  const app = useApp();
  const { t } = useText();
  const blocked = useBlocked();
  const [making, setMaking] = createSignal(false);
  const titles = () => ({ scenarios: {}, plan: app.status().plan });
  const name = (id: string) => measureName(t, id, titles());
  const has = (id: string) => props.shape.measures.some((measure) => measure.id === id);
  const templates = () => {
    const { plan } = app.status();
    return plan ? measureTemplates(plan).filter(({ id }) => !has(id)) : [];
  };
  const story = (measure: Measure) =>
    measure.kind === 'ratio'
      ? t('shape.ratioOf', { numerator: name(measure.numerator), denominator: name(measure.denominator) })
      : t(`shape.kind.${measure.kind}`);
  const add = (measure: Measure) => void app.run({ name: 'measures/add', measure, title: '' });
  const missingParts = (measure: Measure): string | null =>
    measure.kind === 'ratio' && !(has(measure.numerator) && has(measure.denominator)) ? t('shape.needsParts') : null;
  const setBasis = (basis: SalesBasis, taxIncluded: boolean) =>
    void app.run({ name: 'plan/setBasis', basis, taxIncluded });
  return (
    <Section
      finding={t('shape.measures', { n: props.shape.measures.length })}
      caption={t('shape.measuresCaption')}
      tools={
        <Menu
          trigger={t('shape.addMeasure')}
          groups={[
            {
              items: templates().map((measure) => ({
                label: name(measure.id),
                hint: story(measure),
                blocked: blocked() ?? missingParts(measure),
                run: () => add(measure),
              })),
            },
            { items: [{ label: t('shape.ownMeasure'), dialog: true, blocked: blocked(), run: () => setMaking(true) }] },
          ]}
        />
      }
    >
      <table class="table">
        <caption class="unseen">{t('shape.measuresCaption')}</caption>
        <tbody>
          <For each={props.shape.measures}>
            {(measure) => (
              <tr>
                <th scope="row">{name(measure.id)}</th>
                <td class="quiet">{story(measure)}</td>
                <td class="shape-actions">
                  <Button
                    look="link"
                    blocked={blocked() ?? (measure.id === 'sales' ? t('shape.salesStays') : null)}
                    onClick={() => void app.run({ name: 'measures/remove', measure: measure.id })}
                  >
                    {t('shape.removeMeasure')}
                  </Button>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <div class="plan-part__tools">
        <Select<SalesBasis>
          label={t('shape.basis')}
          value={props.shape.basis}
          options={SALES_BASES.map((value) => ({ value, label: t(`shape.bases.${value}`) }))}
          onChange={(basis) => setBasis(basis, props.shape.taxIncluded)}
        />
        <label class="spread__remember">
          <input
            type="checkbox"
            checked={props.shape.taxIncluded}
            disabled={blocked() !== null}
            onChange={(event) => setBasis(props.shape.basis, event.currentTarget.checked)}
          />
          {t('shape.taxIncluded')}
        </label>
      </div>
      <p class="faint">{t('shape.basisHint')}</p>
      <MeasureDialog open={making()} measures={props.shape.measures} nameOf={name} onClose={() => setMaking(false)} />
    </Section>
  );
}
