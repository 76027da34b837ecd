import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show } from 'solid-js';
import type { SimulatedRisk, SimulationView } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { RiskDialog } from './RiskDialog';

/** Named risks: what each is worth and what it does to the chance. */
export function RiskList(props: { view: SimulationView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [edited, setEdited] = createSignal<SimulatedRisk | 'new' | null>(null);
  const blocked = () => (app.status().readOnly === null ? null : t('simulation.readOnly'));
  const effect = (one: SimulatedRisk) => {
    if (!one.counts) return t('simulation.riskEffectNone');
    const value = t('simulation.riskValue', { amount: money.sayFinely(one.value) });
    if (one.effect === null) return value;
    return `${value} · ${t('simulation.riskEffect', { points: format().signed(-one.effect * 100, 1) })}`;
  };
  return (
    <section class="simulator__risks" aria-labelledby="simulator-risks">
      <div class="simulator__head">
        <h2 id="simulator-risks" class="type-section">
          {t('simulation.risks')}
        </h2>
        <Button icon={Plus} blocked={blocked()} onClick={() => setEdited('new')}>
          {t('simulation.riskAdd')}
        </Button>
      </div>
      <Show when={props.view.risks.length > 0} fallback={<p class="type-caption">{t('simulation.riskNone')}</p>}>
        <p class="type-caption">{t('simulation.risksCaption')}</p>
        <ul class="simulator__list">
          <For each={props.view.risks}>
            {(one) => (
              <li class="simulator__risk">
                <div class="simulator__what">
                  <strong>{one.risk.title}</strong>
                  <span class="type-caption">
                    {[one.label || t('simulation.whole'), one.risk.owner].filter((part) => part !== '').join(' · ')}
                  </span>
                  <span class="type-caption">
                    {t('simulation.riskOdds', {
                      chance: format().percent(one.risk.chance, 0),
                      from: format().longMonth(one.risk.from),
                      to: format().longMonth(one.risk.to),
                    })}
                  </span>
                  <span>{effect(one)}</span>
                </div>
                <Button
                  look="quiet"
                  icon={Pencil}
                  label={t('simulation.riskEdit', { title: one.risk.title })}
                  blocked={blocked()}
                  onClick={() => setEdited(one)}
                />
                <Button
                  look="quiet"
                  icon={Trash}
                  label={t('simulation.riskRemove', { title: one.risk.title })}
                  blocked={blocked()}
                  onClick={() => void app.run({ name: 'risks/remove', id: one.risk.id })}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <RiskDialog
        edited={edited()}
        mean={props.view.head.total.mean}
        asOf={props.view.asOf}
        onClose={() => setEdited(null)}
      />
    </section>
  );
}
