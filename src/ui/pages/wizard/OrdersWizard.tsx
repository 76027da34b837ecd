import { createSignal, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { NumberField } from '../../components/NumberField';
import { TextField } from '../../components/TextField';
import { useText } from '../../components/TextProvider';
import { IssueList } from '../import/IssueList';
import { BaseChoice } from './BaseChoice';
import { DimensionChoice } from './DimensionChoice';
import { GrainFigures } from './GrainFigures';
import { createPlanDraft } from './planDraft';
import { TargetField } from './TargetField';
import { WizardBar } from './WizardBar';
import { YearFields } from './YearFields';

/** A plan from the orders of the workspace: year, base, grain, target. */
export function OrdersWizard() {
  const app = useApp();
  const { t, format, language } = useText();
  const draft = createPlanDraft(app, language);
  const [busy, setBusy] = createSignal(false);
  const currency = () => ({
    code: app.status().workspace?.currency ?? ('CNY' as const),
    minorUnit: app.status().workspace?.minorUnit ?? 2,
  });
  const year = () => draft.settings()?.fiscalYear ?? 0;
  const defaultName = () => t('wizard.defaultName', { fiscalYear: format().fiscalYear(year()) });
  const name = () => draft.wanted().name ?? defaultName();
  const target = () => {
    const reading = draft.reading();
    return reading?.ok ? reading.value.amount : null;
  };
  const blocked = () => {
    if (app.status().readOnly) return t('wizard.readOnly');
    if (!draft.settings()) return t('wizard.needProposal');
    if (draft.settings()?.dimensions.length === 0) return t('wizard.needDimension');
    if (target() === null) return t('wizard.needTarget');
    return draft.working() ? t('wizard.needProposal') : null;
  };
  const summary = () => {
    const amount = target();
    return amount === null
      ? t('wizard.noTarget')
      : t('wizard.summary', { amount: format().exactMoney(amount, currency()) });
  };
  const create = async () => {
    const [settings, amount] = [draft.settings(), target()];
    if (!settings || amount === null || busy()) return;
    setBusy(true);
    const made = await app.run({
      name: 'plan/create',
      settings: {
        ...settings,
        name: name().trim() || defaultName(),
        currency: currency().code,
        target: amount,
        names: { pooledCustomers: t('wizard.pooledCustomers'), defaultMember: t('wizard.defaultMember') },
      },
    });
    setBusy(false);
    if (made.ok) app.go('plan');
  };

  return (
    <div class="wizard">
      <header class="wizard__head">
        <h1 class="type-finding">{t('wizard.title')}</h1>
        <p class="quiet">{t('wizard.lead', { workspace: app.status().workspace?.name ?? '' })}</p>
      </header>
      <Show when={draft.problems().length > 0}>
        <section class="wizard__problem" role="alert">
          <IssueList issues={draft.problems()} />
        </section>
      </Show>
      <Show when={draft.settings()} fallback={<p class="wizard__waiting">{t('wizard.working')}</p>}>
        {(settings) => (
          <div class="wizard__work">
            <div class="wizard__form">
              <section class="wizard__part">
                <h2 class="type-section wizard__part-name">{t('wizard.year')}</h2>
                <div class="wizard__stack">
                  <YearFields
                    calendar={settings().calendar}
                    year={settings().fiscalYear}
                    years={settings().years ?? 1}
                    onCalendar={(calendar) => draft.want({ calendar })}
                    onYear={(fiscalYear) => draft.want({ fiscalYear })}
                    onYears={(years) => draft.want({ years })}
                  />
                  <TextField
                    label={t('wizard.name')}
                    value={name()}
                    maxLength={80}
                    onInput={(text) => draft.want({ name: text })}
                  />
                </div>
              </section>
              <section class="wizard__part">
                <h2 class="type-section wizard__part-name">{t('wizard.base')}</h2>
                <div class="wizard__stack">
                  <BaseChoice
                    bases={draft.proposal()?.bases ?? []}
                    calendar={settings().calendar}
                    value={settings().base}
                    currency={currency()}
                    onChange={(base) => draft.want({ base })}
                  />
                </div>
              </section>
              <section class="wizard__part">
                <h2 class="type-section wizard__part-name">{t('wizard.target')}</h2>
                <TargetField
                  text={draft.text()}
                  onInput={draft.setText}
                  reading={draft.reading()}
                  hint={t('wizard.targetHint')}
                  currency={currency()}
                  estimated={(draft.base()?.unknownMonths ?? 0) > 0}
                />
              </section>
              <section class="wizard__part">
                <h2 class="type-section wizard__part-name">{t('wizard.dimensions')}</h2>
                <div class="wizard__stack">
                  <p class="quiet">{t('wizard.dimensionsHint')}</p>
                  <DimensionChoice
                    offered={draft.proposal()?.dimensions ?? []}
                    order={settings().dimensions}
                    onOrder={(dimensions) => draft.want({ dimensions })}
                  />
                  <Show when={settings().dimensions.includes('customer')}>
                    <div class="wizard__narrow">
                      <NumberField
                        label={t('wizard.keyCustomers')}
                        hint={t('wizard.keyCustomersHint', { pool: t('wizard.pooledCustomers') })}
                        value={settings().keyCustomers}
                        min={0}
                        max={100_000}
                        onChange={(keyCustomers) => draft.want({ keyCustomers })}
                      />
                    </div>
                  </Show>
                </div>
              </section>
            </div>
            <aside class="wizard__side" aria-label={t('wizard.grain')}>
              <Show when={draft.proposal()}>
                {(proposal) => <GrainFigures proposal={proposal()} working={draft.working()} />}
              </Show>
            </aside>
          </div>
        )}
      </Show>
      <WizardBar
        summary={summary()}
        blocked={blocked()}
        busy={busy()}
        onCancel={() => app.go(app.status().plan ? 'plan' : 'sources')}
        onCreate={() => void create()}
      />
    </div>
  );
}
