import { createEffect, createSignal, on, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { Risk } from '~/domain/challenge';
import { type Day, monthIdAt, monthIndexOf } from '~/domain/period';
import type { SimulatedRisk } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { NodePicker } from '../../forecast/node/NodePicker';
import { type RiskDraft, riskDraft, riskOf, troubleOf } from './riskDraft';

/** Names a risk or changes one: one command, one undo. */
export function RiskDialog(props: {
  edited: SimulatedRisk | 'new' | null;
  mean: number;
  asOf: Day | null;
  onClose: () => void;
}) {
  const app = useApp();
  const { t, format } = useText();
  const [draft, setDraft] = createSignal<RiskDraft | null>(null);
  const [label, setLabel] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const scale = () => 10 ** (app.status().workspace?.minorUnit ?? 2);
  const months = () => {
    const periods = app.status().plan?.periods ?? [];
    if (periods.length === 0) return [];
    const first = monthIndexOf(periods[0].from);
    const last = monthIndexOf(periods[periods.length - 1].to);
    return Array.from({ length: last - first + 1 }, (_, i) => monthIdAt(first + i));
  };
  /** The months that are still to come, else the whole year. */
  const open = () => {
    const next = props.asOf === null ? null : monthIdAt(monthIndexOf(props.asOf + 1));
    const left = months().filter((month) => next === null || month >= next);
    return left.length > 0 ? left : months();
  };
  createEffect(
    on(
      () => props.edited,
      (edited) => {
        if (edited === null) return;
        setTried(false);
        setLabel(edited === 'new' ? '' : edited.label);
        const left = open();
        setDraft(
          riskDraft(edited === 'new' ? null : edited.risk, {
            from: left[0] ?? '',
            to: left[left.length - 1] ?? '',
            scale: scale(),
          }),
        );
      },
    ),
  );
  const change = (own: Partial<RiskDraft>) => setDraft((known) => known && { ...known, ...own });
  const choose = async (at: At) => {
    change({ at });
    const [entry] = Object.entries(at);
    if (!entry) return setLabel('');
    const found = await app.attempt(app.host.members({ search: '', dimension: entry[0] }));
    setLabel(found?.find(({ code }) => code === entry[1])?.name ?? '');
  };
  const trouble = () => {
    const known = draft();
    return known ? troubleOf(known) : null;
  };
  const said = (what: 'needTitle' | 'order' | 'months') =>
    tried() && trouble() === what ? t(`simulation.dialog.${what}`) : null;
  const save = async () => {
    const known = draft();
    setTried(true);
    if (!known || troubleOf(known) !== null) return;
    const risk: Risk = riskOf(known, scale());
    const done = await app.run({ name: 'risks/set', risk });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.edited !== null}
      onClose={props.onClose}
      title={props.edited === 'new' ? t('simulation.dialog.add') : t('simulation.dialog.edit')}
      lead={t('simulation.dialog.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('simulation.dialog.cancel')}</Button>
          <Button
            look="primary"
            blocked={app.status().readOnly === null ? null : t('simulation.readOnly')}
            onClick={() => void save()}
          >
            {t('simulation.dialog.save')}
          </Button>
        </>
      }
    >
      <Show when={draft()}>
        {(known) => (
          <>
            <TextField
              label={t('simulation.dialog.title')}
              hint={t('simulation.dialog.titleHint')}
              error={said('needTitle')}
              value={known().title}
              onInput={(title) => change({ title })}
            />
            <div class="field">
              <span class="field__label">{t('simulation.dialog.where')}</span>
              <NodePicker label={label()} onChoose={(at) => void choose(at)} />
            </div>
            <Segment<'loss' | 'gain'>
              label={t('simulation.dialog.kind')}
              options={[
                { value: 'loss', label: t('simulation.dialog.loss') },
                { value: 'gain', label: t('simulation.dialog.gain') },
              ]}
              value={known().kind}
              onChange={(kind) => change({ kind })}
            />
            <NumberField
              label={t('simulation.dialog.chance')}
              value={known().chance}
              min={0}
              max={100}
              unit="%"
              onChange={(chance) => change({ chance: chance ?? 0 })}
            />
            <div class="simulator__amounts">
              <NumberField
                label={t('simulation.dialog.least')}
                value={known().least}
                min={0}
                error={said('order')}
                onChange={(least) => change({ least: least ?? 0 })}
              />
              <NumberField
                label={t('simulation.dialog.likely')}
                value={known().likely}
                min={0}
                onChange={(likely) => change({ likely: likely ?? 0 })}
              />
              <NumberField
                label={t('simulation.dialog.most')}
                value={known().most}
                min={0}
                onChange={(most) => change({ most: most ?? 0 })}
              />
            </div>
            <p class="field__hint">
              {t('simulation.dialog.amountHint')} ({app.status().plan?.currency ?? ''})
            </p>
            <div class="simulator__amounts">
              <Select<string>
                label={t('simulation.dialog.from')}
                options={months().map((month) => ({ value: month, label: format().longMonth(month) }))}
                value={known().from}
                onChange={(from) => change({ from })}
              />
              <Select<string>
                label={t('simulation.dialog.to')}
                options={months().map((month) => ({ value: month, label: format().longMonth(month) }))}
                value={known().to}
                onChange={(to) => change({ to })}
              />
            </div>
            <Show when={said('months')}>
              <p class="field__error" role="alert">
                {said('months')}
              </p>
            </Show>
            <TextField
              label={t('simulation.dialog.owner')}
              value={known().owner}
              onInput={(owner) => change({ owner })}
            />
          </>
        )}
      </Show>
    </Dialog>
  );
}
