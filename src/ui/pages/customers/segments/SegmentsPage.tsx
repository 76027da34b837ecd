import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createSignal, For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { Segmentation } from '~/domain/segmentation';
import type { SegmentGroup, SegmentView } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Menu } from '../../../components/Menu';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { DimensionDialog } from '../DimensionDialog';
import { createSegments, type SegmentsState } from './createSegments';
import { GroupTable } from './GroupTable';
import { MatrixTable } from './MatrixTable';
import { PROPOSALS, proposedDivision } from './proposals';
import { SegmentPanel } from './SegmentPanel';
import { freeName } from './segmentDraft';
import { useGroupNames } from './useGroupNames';
import '../tiers/tiers.css';
import './segments.css';

/** Stands in the list for the one that was never saved. */
const FRESH = 'fresh';

/** Ways to divide the customers: the rule at the left, what it makes of them at the right. */
export function SegmentsPage() {
  const app = useApp();
  const { t } = useText();
  const state = createSegments();
  return (
    <Show when={state.choices()} fallback={<div class="customers" aria-busy="true" />}>
      <Show
        when={state.choices()?.columns.some(({ kind, known }) => kind === 'number' && known > 0)}
        fallback={
          <EmptyState title={t('customers.empty')} text={t('customers.emptyText')}>
            <Button look="primary" onClick={() => app.go('import')}>
              {t('customers.importOrders')}
            </Button>
          </EmptyState>
        }
      >
        <Show when={state.current()} fallback={<FirstChoice state={state} />}>
          {(current) => <Segments state={state} current={current()} />}
        </Show>
      </Show>
    </Show>
  );
}

/** Starts a proposal as a draft under a name nobody has. */
function useStart(state: SegmentsState) {
  const { t } = useText();
  return PROPOSALS.map((id) => ({
    id,
    label: () => t(`segment.proposal.${id}`),
    run: () => {
      const division = proposedDivision(id, state.choices()?.columns ?? [], t);
      const taken = state.choices()?.saved.map(({ name }) => name) ?? [];
      const name = t(id === 'blank' ? 'segment.fresh' : `segment.proposal.${id}`);
      if (division) state.start({ name: freeName(name, taken), division });
    },
    fits: () => proposedDivision(id, state.choices()?.columns ?? [], t) !== null,
  }));
}

function FirstChoice(props: { state: SegmentsState }) {
  const { t } = useText();
  const proposals = useStart(props.state);
  return (
    <EmptyState title={t('segment.none')} text={t('segment.noneText')}>
      <div class="proposals">
        <For each={proposals.filter(({ fits }) => fits())}>
          {(one) => <Button onClick={() => one.run()}>{one.label()}</Button>}
        </For>
      </div>
    </EmptyState>
  );
}

function Segments(props: { state: SegmentsState; current: Segmentation }) {
  const app = useApp();
  const { t, format } = useText();
  const names = useGroupNames();
  const proposals = useStart(props.state);
  const [planning, setPlanning] = createSignal(false);
  const saved = () => props.state.choices()?.saved ?? [];
  const list = () =>
    props.state.changed()
      ? null
      : (group: SegmentGroup) =>
          app.go('customers', { tab: 'list', segmentation: props.current.id, segment: group.id });
  const finding = (view: SegmentView) => {
    const { division } = props.current;
    const best = view.groups.reduce<number>(
      (top, group, i) => (group.sales > (view.groups[top]?.sales ?? 0) ? i : top),
      0,
    );
    const group = view.groups[best];
    if (!group || group.customers === 0) return t('segment.findingNone');
    return t('segment.finding', {
      name: names.all(view, division)[best + 1],
      customers: format().percent(ratioOf(group.customers, view.customers), 0),
      sales: format().percent(ratioOf(group.sales, view.sales), 0),
    });
  };
  const duplicate = () =>
    props.state.start({
      name: freeName(
        t('segment.copyName', { name: props.current.name }),
        saved().map(({ name }) => name),
      ),
      division: props.current.division,
    });
  const whyNotPlan = () => {
    if (!app.status().plan) return t('segment.noPlan');
    return props.state.changed() ? t('segment.saveFirst') : null;
  };
  const whyNotRemove = () => {
    if (app.status().readOnly) return t('segment.readOnly');
    return props.state.saved() ? null : t('segment.unsaved');
  };
  return (
    <div class="customers">
      <SegmentPanel state={props.state} current={props.current} />
      <div class="results">
        <div class="segment-tools">
          <Select
            label={t('segment.choose')}
            hideLabel
            options={[
              ...saved().map(({ id, name }) => ({ value: id, label: name })),
              ...(props.current.id === '' ? [{ value: FRESH, label: props.current.name }] : []),
            ]}
            value={props.current.id || FRESH}
            onChange={(id) => id !== FRESH && props.state.choose(id)}
          />
          <Menu
            trigger={
              <>
                {t('segment.propose')}
                <ChevronDown size={14} class="icon" aria-hidden="true" />
              </>
            }
            groups={[
              {
                title: t('segment.proposals'),
                items: proposals
                  .filter(({ fits }) => fits())
                  .map((one) => ({ label: one.label(), run: () => one.run() })),
              },
            ]}
          />
          <Menu
            trigger={
              <>
                {t('segment.more')}
                <ChevronDown size={14} class="icon" aria-hidden="true" />
              </>
            }
            groups={[
              {
                items: [
                  {
                    label: t('segment.toDimension'),
                    blocked: whyNotPlan(),
                    dialog: true,
                    run: () => setPlanning(true),
                  },
                  { label: t('segment.duplicate'), run: duplicate },
                  {
                    label: t('segment.remove'),
                    blocked: whyNotRemove(),
                    run: () => void props.state.remove(),
                  },
                ],
              },
            ]}
          />
        </div>
        <Show when={props.state.view()}>
          {(view) => (
            <div classList={{ 'is-stale': props.state.stale() && props.state.changed() }}>
              <Section
                finding={finding(view())}
                caption={t('segment.window', { from: format().isoDay(view().from), to: format().isoDay(view().asOf) })}
              >
                <Result state={props.state} current={props.current} view={view()} onList={list()} />
              </Section>
            </div>
          )}
        </Show>
      </div>
      <DimensionDialog
        by={planning() ? props.current.id : null}
        title={props.current.name}
        names={planNames(props.state.view(), props.current, names)}
        on={props.state.view()?.asOf ?? null}
        onClose={() => setPlanning(false)}
      />
      <StatusBar
        left={
          <span>
            {t('segment.status', {
              n: format().count(props.state.view()?.customers ?? 0),
              groups: props.state.view()?.groups.length ?? 0,
            })}
          </span>
        }
        right={<span>{props.state.changed() ? t('segment.unsaved') : ''}</span>}
      />
    </div>
  );
}

const planNames = (view: SegmentView | null, { division }: Segmentation, names: ReturnType<typeof useGroupNames>) =>
  view ? names.all(view, division) : [];

function Result(props: {
  state: SegmentsState;
  current: Segmentation;
  view: SegmentView;
  onList: ((group: SegmentGroup) => void) | null;
}) {
  const matrix = () => {
    const { division } = props.current;
    const { axes } = props.view;
    // The answer to the division before may still be on screen.
    return division.kind === 'matrix' && axes ? { division, axes } : null;
  };
  return (
    <Show when={matrix()} fallback={<GroupTable current={props.current} view={props.view} onList={props.onList} />}>
      {(found) => (
        <MatrixTable division={found().division} axes={found().axes} view={props.view} onList={props.onList} />
      )}
    </Show>
  );
}
