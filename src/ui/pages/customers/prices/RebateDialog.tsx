import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { RebateProgramme } from '~/domain/price';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { DayField } from './DayField';
import { withMeasure, withStep } from './rebateDraft';
import { TierChoice } from './TierChoice';

const KINDS = ['volume', 'growth', 'onTime'] as const;

export interface RebateDialogProps {
  programme: RebateProgramme | null;
  onClose: () => void;
  onSaved: (programme: RebateProgramme) => void;
}

/** One rebate programme: when, on what, its steps, and who takes part. */
export function RebateDialog(props: RebateDialogProps) {
  const app = useApp();
  const { t } = useText();
  const [draft, setDraft] = createSignal<RebateProgramme | null>(null);
  createEffect(on(() => props.programme, setDraft));
  const scale = () => 10 ** (app.status().workspace?.minorUnit ?? 2);
  const change = (part: Partial<RebateProgramme>) => setDraft((old) => old && { ...old, ...part });
  const setStep = (i: number, part: Partial<RebateProgramme['steps'][number]>) =>
    setDraft((old) => old && { ...old, steps: old.steps.map((step, n) => (n === i ? { ...step, ...part } : step)) });
  const save = async (programme: RebateProgramme) => {
    const done = await app.run({ name: 'rebates/set', programme });
    if (done.ok) props.onSaved(programme);
  };
  const remove = async (id: string) => {
    const done = await app.run({ name: 'rebates/remove', id });
    if (done.ok) props.onClose();
  };
  const blocked = () => (app.status().readOnly ? t('customers.readOnly') : null);
  return (
    <Dialog
      open={props.programme !== null}
      onClose={props.onClose}
      title={t(props.programme?.id ? 'price.editProgramme' : 'price.newProgramme')}
      wide
      foot={
        <Show when={draft()}>
          {(one) => (
            <>
              <Show when={one().id !== ''}>
                <Button look="danger" blocked={blocked()} onClick={() => void remove(one().id)}>
                  {t('price.removeProgramme')}
                </Button>
              </Show>
              <Button look="primary" blocked={blocked()} onClick={() => void save(one())}>
                {t('price.save')}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show when={draft()}>
        {(one) => (
          <div class="rebate-form">
            <TextField label={t('price.name')} value={one().title} onInput={(title) => change({ title })} />
            <Select
              label={t('price.on')}
              options={KINDS.map((value) => ({ value, label: t(`price.kind.${value}`) }))}
              value={one().on}
              onChange={(kind) => setDraft((old) => old && withMeasure(old, kind))}
            />
            <DayField label={t('price.from')} value={one().from} onChange={(from) => change({ from })} />
            <DayField label={t('price.to')} value={one().to} onChange={(to) => change({ to })} />
            <fieldset class="rebate-form__steps">
              <legend>{t('price.steps')}</legend>
              <For each={one().steps.map((_, i) => i)}>
                {(i) => (
                  <div class="rebate-form__step">
                    <NumberField
                      label={t('price.stepAt', { n: i + 1 })}
                      value={
                        one().on === 'volume' ? (one().steps[i]?.at ?? 0) / scale() : (one().steps[i]?.at ?? 0) * 100
                      }
                      decimals={2}
                      unit={one().on === 'volume' ? undefined : '%'}
                      onChange={(value) =>
                        setStep(i, {
                          at: one().on === 'volume' ? Math.round((value ?? 0) * scale()) : (value ?? 0) / 100,
                        })
                      }
                    />
                    <NumberField
                      label={t('price.stepRate', { n: i + 1 })}
                      value={(one().steps[i]?.rate ?? 0) * 100}
                      decimals={2}
                      min={0}
                      max={100}
                      unit="%"
                      onChange={(value) => setStep(i, { rate: (value ?? 0) / 100 })}
                    />
                    <Show when={one().steps.length > 1}>
                      <Button look="link" onClick={() => change({ steps: one().steps.filter((_, n) => n !== i) })}>
                        {t('price.removeStep', { n: i + 1 })}
                      </Button>
                    </Show>
                  </div>
                )}
              </For>
              <Button onClick={() => setDraft((old) => old && withStep(old))}>{t('price.addStep')}</Button>
            </fieldset>
            <TierChoice value={one().tiers} onChange={(tiers) => change({ tiers })} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}
