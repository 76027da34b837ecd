import { createSignal, For, Show } from 'solid-js';
import { ratioOf } from '~/domain/ratio';
import type { ComplaintGroup, ComplaintRow, ComplaintView } from '~/domain/serviceView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { EmptyState } from '../../../components/EmptyState';
import { Section } from '../../../components/Section';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import type { ComplaintAsked } from './asked';
import { ComplaintDialog, type Edited } from './ComplaintDialog';
import { ComplaintList } from './ComplaintList';
import { SidePart } from './SidePart';
import type { ServicePartProps } from './servicePart';

type Shown = 'all' | 'overdue' | 'open' | 'working' | 'closed';

const START: ComplaintAsked = { on: null, search: '', state: null, customer: null };
const STATES: readonly Shown[] = ['all', 'overdue', 'open', 'working', 'closed'];

/** Complaints by deadline, what they are about, and how long closing takes. */
export function ComplaintsPart(props: ServicePartProps) {
  const app = useApp();
  const { t, format } = useText();
  const state = createWindowed<ComplaintAsked, ComplaintView>((query) => app.host.complaints(query), START);
  const [edited, setEdited] = createSignal<Edited | null>(null);
  const ask = (more: Partial<ComplaintAsked>) => state.ask({ ...state.query(), ...more });
  const blocked = () => (app.status().readOnly ? t('service.readOnly') : null);
  const counts = ({ counts: { open, working, closed, overdue } }: ComplaintView): Record<Shown, number> => ({
    all: open + working + closed,
    overdue,
    open,
    working,
    closed,
  });
  const finding = (view: ComplaintView) => {
    const open = view.counts.open + view.counts.working;
    return view.counts.overdue > 0
      ? t('service.complaints.finding', { n: view.counts.overdue, open })
      : t('service.complaints.fine', { open });
  };
  const caption = (view: ComplaintView) =>
    view.meanDays === null
      ? t('service.complaints.captionNone')
      : t('service.complaints.caption', {
          mean: format().number(view.meanDays, 1),
          median: format().number(view.medianDays, 1),
          share: format().percent(ratioOf(view.onTime.closed, view.onTime.due), 0),
        });
  const close = (row: ComplaintRow) =>
    void app.run({
      name: 'facts/put',
      kind: 'complaints',
      rows: [{ key: row.key, values: { state: 'closed', closed: Math.max(props.rules.on, row.day) } }],
    });
  const add = (
    <Button look="primary" blocked={blocked()} onClick={() => setEdited('new')}>
      {t('service.complaints.add')}
    </Button>
  );
  return (
    <Show when={state.view()} fallback={<div class="service__body" aria-busy="true" />}>
      {(view) => (
        <>
          <Show
            when={counts(view()).all > 0}
            fallback={
              <EmptyState title={t('service.complaints.noneYet')} text={t('service.complaints.noneYetText')}>
                {add}
                <Button onClick={() => app.go('import')}>
                  {t('service.import', { source: t('service.source.complaints') })}
                </Button>
              </EmptyState>
            }
          >
            <div class="service__body">
              <SidePart label={t('service.complaints.byProduct')}>
                <Section finding={finding(view())} caption={caption(view())}>
                  <Groups label={t('service.complaints.byProduct')} rows={view().byProduct} />
                </Section>
                <Groups label={t('service.complaints.bySeller')} rows={view().bySeller} />
                <Groups label={t('service.complaints.byCustomer')} rows={view().byCustomer} />
              </SidePart>
              <div class="service__main">
                <div class="service-tools">
                  <Segment<Shown>
                    label={t('service.complaints.stateHead')}
                    options={STATES.map((value) => ({
                      value,
                      label: `${t(`service.complaints.state.${value}`)} ${format().count(counts(view())[value])}`,
                    }))}
                    value={state.query().state ?? 'all'}
                    onChange={(one) => ask({ state: one === 'all' ? null : one })}
                  />
                  <div class="service-tools__search">
                    <TextField
                      label={t('service.search')}
                      type="search"
                      value={state.query().search}
                      onInput={(search) => ask({ search })}
                    />
                  </div>
                  <span class="service-tools__gap" />
                  {add}
                </div>
                <ComplaintList state={state} view={view()} onEdit={setEdited} onClose={close} />
              </div>
            </div>
          </Show>
          <ComplaintDialog of={edited()} on={props.rules.on} onClose={() => setEdited(null)} />
        </>
      )}
    </Show>
  );
}

function Groups(props: { label: string; rows: readonly ComplaintGroup[] }) {
  const { t, format } = useText();
  return (
    <table class="table service-groups">
      <caption class="unseen">{props.label}</caption>
      <thead>
        <tr>
          <th scope="col">{props.label}</th>
          <th scope="col" class="number">
            {t('service.complaints.count')}
          </th>
          <th scope="col" class="number">
            {t('service.complaints.open')}
          </th>
          <th scope="col" class="number">
            {t('service.complaints.meanDays')}
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.name || t('service.unassigned')}</th>
              <td class="number">{format().count(row.all)}</td>
              <td class="number" classList={{ 'due--overdue': row.overdue > 0 }}>
                {format().count(row.open)}
              </td>
              <td class="number">{format().number(row.meanDays, 1)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
