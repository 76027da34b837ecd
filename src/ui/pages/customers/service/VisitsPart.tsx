import { createMemo, createSignal, Show } from 'solid-js';
import type { DueRow, DueState, DueView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import type { DueAsked } from './asked';
import { GroupTable } from './GroupTable';
import { LogVisitDialog } from './LogVisitDialog';
import { NoPackages } from './NoPackages';
import { SidePart } from './SidePart';
import type { ServicePartProps } from './servicePart';
import { VisitList } from './VisitList';
import { VisitStrip } from './VisitStrip';

type Shown = DueState | 'all';

const START: DueAsked = {
  on: null,
  search: '',
  state: null,
  tier: null,
  seller: null,
  day: null,
  sort: { by: 'due', descending: false },
};
const STATES: readonly Shown[] = ['all', 'overdue', 'thisWeek', 'later', 'never'];
const EVERYONE = 'all';
const TIERS = ['A', 'B', 'C'] as const;

/** Whom to visit next, who is overdue, and the visits of the next weeks. */
export function VisitsPart(props: ServicePartProps) {
  return (
    <Show when={props.rules.packages.length > 0} fallback={<NoPackages onPart={props.onPart} />}>
      <Visits />
    </Show>
  );
}

function Visits() {
  const app = useApp();
  const { t, format } = useText();
  const state = createWindowed<DueAsked, DueView>((query) => app.host.visitsDue(query), START);
  const [chosen, setChosen] = createSignal<ReadonlyMap<number, DueRow>>(new Map());
  const [logging, setLogging] = createSignal<DueRow[] | null>(null);
  const asked = () => state.query();
  const ask = (more: Partial<DueAsked>) => state.ask({ ...asked(), ...more });
  const turn = (row: DueRow) =>
    setChosen((old) => {
      const next = new Map(old);
      if (!next.delete(row.customer)) next.set(row.customer, row);
      return next;
    });
  const counts = (view: DueView): Record<Shown, number> => ({
    ...view.counts,
    all: Object.values(view.counts).reduce((sum, count) => sum + count, 0),
  });
  const sellers = createMemo(() => [
    { value: EVERYONE, label: t('service.all') },
    ...(state.view()?.bySeller ?? []).map(({ code, name }) => ({
      value: String(code),
      label: name || t('service.unassigned'),
    })),
  ]);
  const save = async () => {
    const text = await app.attempt(
      app.host.visitsDueFile(
        { ...asked(), first: 0, count: 0 },
        {
          heads: [
            t('service.customer'),
            t('service.tier'),
            t('service.seller'),
            t('service.region'),
            t('service.visits.cadence'),
            t('service.visits.last'),
            t('service.visits.resultHead'),
            t('service.visits.due'),
            t('service.visits.stateHead'),
            t('service.visits.overdueDays'),
          ],
          states: {
            overdue: t('service.visits.state.overdue'),
            thisWeek: t('service.visits.state.thisWeek'),
            later: t('service.visits.state.later'),
            never: t('service.visits.state.never'),
          },
        },
      ),
    );
    if (text !== null) download(`${t('service.visits.file')}.csv`, text, 'text/csv');
  };
  const chooseShown = () =>
    setChosen((old) => new Map([...old, ...(state.view()?.rows ?? []).map((row) => [row.customer, row] as const)]));
  return (
    <Show when={state.view()} fallback={<div class="service__body" aria-busy="true" />}>
      {(view) => (
        <div class="service__body">
          <SidePart label={t('service.part.visits')}>
            <Section
              finding={
                view().counts.overdue > 0
                  ? t('service.visits.finding', { n: view().counts.overdue, week: view().counts.thisWeek })
                  : t('service.visits.fine', { week: view().counts.thisWeek })
              }
              caption={[
                ...(view().counts.never > 0 ? [t('service.visits.neverYet', { n: view().counts.never })] : []),
                t('service.visits.caption'),
              ].join(' · ')}
            >
              <VisitStrip view={view()} day={asked().day} onDay={(day) => ask({ day })} />
            </Section>
            <GroupTable label={t('service.visits.bySeller')} rows={view().bySeller} />
            <Show when={view().byRegion.some(({ code }) => code !== 0)}>
              <GroupTable label={t('service.visits.byRegion')} rows={view().byRegion} />
            </Show>
            <GroupTable
              label={t('service.visits.byTier')}
              rows={view().byTier.map((row) => ({ ...row, name: row.tier ?? t('service.noTier') }))}
            />
          </SidePart>
          <div class="service__main">
            <div class="service-tools">
              <Segment<Shown>
                label={t('service.visits.stateHead')}
                options={STATES.map((value) => ({
                  value,
                  label: `${t(`service.visits.state.${value}`)} ${format().count(counts(view())[value])}`,
                }))}
                value={asked().state ?? 'all'}
                onChange={(one) => ask({ state: one === 'all' ? null : one })}
              />
              <Select<string>
                label={t('service.seller')}
                hideLabel
                options={sellers()}
                value={asked().seller === null ? EVERYONE : String(asked().seller)}
                onChange={(code) => ask({ seller: code === EVERYONE ? null : Number(code) })}
              />
              <Select<string>
                label={t('service.tier')}
                hideLabel
                options={[
                  { value: EVERYONE, label: t('service.packages.anyTier') },
                  ...TIERS.map((tier) => ({ value: tier, label: tier })),
                ]}
                value={asked().tier ?? EVERYONE}
                onChange={(value) => ask({ tier: TIERS.find((tier) => tier === value) ?? null })}
              />
              <div class="service-tools__search">
                <TextField
                  label={t('service.search')}
                  type="search"
                  value={asked().search}
                  onInput={(search) => ask({ search })}
                />
              </div>
              <Show when={asked().day !== null}>
                <Button look="link" onClick={() => ask({ day: null })}>
                  {t('service.visits.clearDay', { day: format().day(asked().day) })}
                </Button>
              </Show>
              <span class="service-tools__gap" />
              <Show
                when={chosen().size > 0}
                fallback={
                  <Show when={view().rows.length > 0}>
                    <Button look="quiet" onClick={chooseShown}>
                      {t('service.visits.chooseShown', { n: view().rows.length })}
                    </Button>
                  </Show>
                }
              >
                <Button look="quiet" onClick={() => setChosen(new Map())}>
                  {t('service.visits.clear')}
                </Button>
                <Button
                  look="primary"
                  blocked={app.status().readOnly ? t('service.readOnly') : null}
                  onClick={() => setLogging([...chosen().values()])}
                >
                  {t('service.visits.logMany', { n: chosen().size })}
                </Button>
              </Show>
              <Button onClick={() => void save()}>{t('service.visits.export')}</Button>
            </div>
            <VisitList
              state={state}
              view={view()}
              chosen={(row) => chosen().has(row.customer)}
              onChoose={turn}
              onLog={(row) => setLogging([row])}
            />
          </div>
          <LogVisitDialog
            of={logging()}
            on={view().on}
            onClose={() => setLogging(null)}
            onLogged={() => setChosen(new Map())}
          />
        </div>
      )}
    </Show>
  );
}
