import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { FiscalCalendar } from '~/domain/calendar';
import { type DimensionId, STANDARD_DIMENSIONS } from '~/domain/dimension';
import { CURRENCIES, type CurrencyCode } from '~/domain/money';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { dimensionName } from '../../components/dimensionName';
import { Field } from '../../components/Field';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useText } from '../../components/TextProvider';
import { periodCount } from './fiscalYears';
import { crossLines, memberNames } from './memberNames';
import { periodsText } from './periodsText';
import { TargetField } from './TargetField';
import { readPlanTarget } from './targetReading';
import { WizardBar } from './WizardBar';
import { YearFields } from './YearFields';

/** The most lines a plan without data may have. */
const MOST_LINES = 200_000;

/** A plan without any data: year, total, currency, and what to split it by; even shares, to be changed later. */
export function TargetWizard() {
  const app = useApp();
  const { t, format, language } = useText();
  const own = () => (app.route().params.from === 'target' ? null : app.status().workspace);
  const [calendar, setCalendar] = createSignal<FiscalCalendar>({ kind: 'months', startMonth: 1, nameBy: 'end' });
  const [years, setYears] = createSignal(1);
  const [year, setYear] = createSignal(new Date().getFullYear() + (new Date().getMonth() > 5 ? 1 : 0));
  const [typedName, setTypedName] = createSignal<string | null>(null);
  const [chosen, setChosen] = createSignal<CurrencyCode>(language() === 'zh-CN' ? 'CNY' : 'USD');
  const [text, setText] = createSignal('');
  const [dimensions, setDimensions] = createSignal<DimensionId[]>(['region', 'product']);
  const [typed, setTyped] = createStore<Record<DimensionId, string>>({});
  const [busy, setBusy] = createSignal(false);

  const code = () => own()?.currency ?? chosen();
  const currency = () => ({ code: code(), minorUnit: CURRENCIES[code()] });
  const defaultName = () => t('wizard.defaultName', { fiscalYear: format().fiscalYear(year()) });
  const name = () => typedName() ?? defaultName();
  const namesOf = (id: DimensionId) => memberNames(typed[id] ?? '');
  const lists = createMemo(() => dimensions().map((id) => ({ id, names: namesOf(id) })));
  const lines = () => crossLines(lists().map((list) => list.names));
  const reading = createMemo(() =>
    text().trim() === ''
      ? null
      : readPlanTarget(text(), { base: null, minorUnit: currency().minorUnit, language: language() }),
  );
  const target = () => {
    const read = reading();
    return read?.ok ? read.value.amount : null;
  };
  const blocked = () => {
    if (own() && app.status().readOnly) return t('wizard.readOnly');
    if (target() === null) return t('wizard.needTarget');
    if (dimensions().length === 0) return t('wizard.needDimension');
    const empty = lists().find((list) => list.names.length === 0);
    if (empty) return t('wizard.needMembers', { dimension: dimensionName(t, empty.id) });
    return lines() > MOST_LINES ? t('wizard.tooManyLines', { lines: lines(), most: MOST_LINES }) : null;
  };
  const summary = () => {
    const amount = target();
    const words =
      amount === null ? t('wizard.noTarget') : t('wizard.summary', { amount: format().exactMoney(amount, currency()) });
    if (lines() === 0) return words;
    const count = periodCount({ calendar: calendar(), year: year(), years: years() });
    const periods = periodsText(t, calendar(), count);
    return `${words} · ${t('wizard.linesShown', { lines: lines(), periods, values: lines() * count })}`;
  };
  const unused = () => STANDARD_DIMENSIONS.filter((id) => !dimensions().includes(id));

  const create = async () => {
    const amount = target();
    if (amount === null || busy()) return;
    setBusy(true);
    const fresh = own() === null;
    const ready = fresh
      ? await app.settleStatus(app.host.createWorkspace({ name: name().trim() || defaultName(), currency: code() }))
      : true;
    const workspace = app.status().workspace;
    const made =
      ready &&
      (
        await app.run({
          name: 'plan/create',
          settings: {
            name: name().trim() || defaultName(),
            currency: code(),
            calendar: calendar(),
            fiscalYear: year(),
            ...(years() > 1 ? { years: years() } : {}),
            dimensions: dimensions(),
            keyCustomers: null,
            base: 'none',
            target: amount,
            members: Object.fromEntries(lists().map((list) => [list.id, list.names])),
            names: { pooledCustomers: t('wizard.pooledCustomers'), defaultMember: t('wizard.defaultMember') },
          },
        })
      ).ok;
    if (ready && !made && fresh && workspace) {
      // An empty workspace for a plan that could not be made would only be in the way.
      app.setStatus(await app.host.closeWorkspace());
      await app.attempt(app.host.deleteWorkspace(workspace.id));
    }
    setBusy(false);
    if (made) app.go('plan');
  };

  return (
    <div class="wizard">
      <header class="wizard__head">
        <h1 class="type-finding">{t('wizard.title')}</h1>
        <p class="quiet">{t('wizard.leadTarget')}</p>
      </header>
      <div class="wizard__work wizard__work--single">
        <div class="wizard__form">
          <section class="wizard__part">
            <h2 class="type-section wizard__part-name">{t('wizard.year')}</h2>
            <div class="wizard__stack">
              <YearFields
                calendar={calendar()}
                year={year()}
                years={years()}
                onCalendar={setCalendar}
                onYear={setYear}
                onYears={setYears}
              />
              <TextField label={t('wizard.name')} value={name()} maxLength={80} onInput={setTypedName} />
            </div>
          </section>
          <section class="wizard__part">
            <h2 class="type-section wizard__part-name">{t('wizard.target')}</h2>
            <TargetField
              text={text()}
              onInput={setText}
              reading={reading()}
              hint={t('wizard.targetHintTarget')}
              currency={currency()}
              estimated={false}
            />
          </section>
          <section class="wizard__part">
            <h2 class="type-section wizard__part-name">{t('wizard.currency')}</h2>
            <div class="wizard__narrow">
              <Show when={!own()} fallback={<p>{code()}</p>}>
                <Select
                  label={t('wizard.currency')}
                  hideLabel
                  value={code()}
                  options={(Object.keys(CURRENCIES) as CurrencyCode[]).map((id) => ({
                    value: id,
                    label: id,
                    hint: t('wizard.decimals', { n: CURRENCIES[id] }),
                  }))}
                  onChange={setChosen}
                />
              </Show>
            </div>
          </section>
          <section class="wizard__part">
            <h2 class="type-section wizard__part-name">{t('wizard.splitBy')}</h2>
            <div class="wizard__stack">
              <p class="quiet">{t('wizard.splitHint')}</p>
              <div class="member-lists">
                <For each={dimensions()}>
                  {(id) => (
                    <div class="member-lists__one">
                      <Field
                        label={t('wizard.namesOf', { dimension: dimensionName(t, id) })}
                        hint={t('wizard.namesCount', { n: namesOf(id).length })}
                      >
                        {(control) => (
                          <textarea
                            {...control}
                            class="input"
                            rows={6}
                            spellcheck={false}
                            placeholder={t.find(`wizard.placeholder.${id}`) ?? ''}
                            value={typed[id] ?? ''}
                            onInput={(event) => setTyped(id, event.currentTarget.value)}
                          />
                        )}
                      </Field>
                      <Show when={dimensions().length > 1}>
                        <span class="member-lists__remove">
                          <Button
                            look="quiet"
                            icon={X}
                            label={t('wizard.removeDimension', { dimension: dimensionName(t, id) })}
                            onClick={() => setDimensions((all) => all.filter((other) => other !== id))}
                          />
                        </span>
                      </Show>
                    </div>
                  )}
                </For>
              </div>
              <Show when={unused().length > 0}>
                <div class="wizard__narrow">
                  <Select
                    label={t('wizard.addDimension')}
                    hideLabel
                    value={null}
                    placeholder={t('wizard.addDimension')}
                    options={unused().map((id) => ({ value: id as string, label: dimensionName(t, id) }))}
                    onChange={(id) => setDimensions((all) => [...all, id])}
                  />
                </div>
              </Show>
              <p class="quiet">{t('wizard.evenShares')}</p>
            </div>
          </section>
        </div>
      </div>
      <WizardBar
        summary={summary()}
        blocked={blocked()}
        busy={busy()}
        onCancel={() => app.go(app.status().workspace ? 'home' : 'start')}
        onCreate={() => void create()}
      />
    </div>
  );
}
