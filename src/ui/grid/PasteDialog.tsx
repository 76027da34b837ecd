import { createMemo, For, Show } from 'solid-js';
import { unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { Segment } from '../components/Segment';
import type { BlockProblem } from './blockPlan';
import type { PasteQuestion } from './clipboard';
import { fieldAddress, type GridView } from './gridView';
import type { DashMeaning } from './pasteReview';

export interface PasteDialogProps {
  question: PasteQuestion | null;
  view: GridView;
  onConvert(): void;
  onDash(dash: DashMeaning): void;
  onAnswer(yes: boolean): void;
  /** The text of a cell that was pasted, for the list of what is not understood. */
  onGone(): void;
}

const LISTED = 60;

/** What a risky paste would do: counts that add up, the cells that stay as they are, and a way to convert. */
export function PasteDialog(props: PasteDialogProps) {
  const app = useApp();
  const t = () => props.view.t;
  const unitName = (question: PasteQuestion): string =>
    question.offered ? unitLabel(t(), question.offered, app.status().plan?.currency ?? 'CNY') : '';
  const skipsAny = () => {
    const { question } = props;
    return question !== null && question.plan.changes.length < question.cells;
  };
  const foot = (question: PasteQuestion) => {
    const n = question.plan.changes.length;
    const skips = n < question.cells;
    return (
      <>
        <Button onClick={() => props.onAnswer(false)}>{t()('grid.cancel')}</Button>
        <Button
          look={question.offered ? 'plain' : 'primary'}
          blocked={n === 0 ? t()('grid.pasteDo', { n }) : null}
          onClick={() => props.onAnswer(true)}
        >
          {t()(skips ? 'grid.pasteSkip' : 'grid.pasteDo', { n })}
        </Button>
        <Show when={question.offered}>
          <Button
            look="primary"
            title={t()('grid.convertHint', { unit: unitName(question) })}
            onClick={props.onConvert}
          >
            {t()('grid.convert', { unit: unitName(question) })}
          </Button>
        </Show>
      </>
    );
  };
  return (
    <Dialog
      open={props.question !== null}
      onClose={() => props.onAnswer(false)}
      onClosed={() => {
        props.onGone();
        return true;
      }}
      title={t()('grid.pasteTitle')}
      lead={t()(skipsAny() ? 'grid.pasteLead' : 'grid.pasteLook')}
      wide
      foot={<Show when={props.question}>{(question) => foot(question())}</Show>}
    >
      <Show when={props.question}>
        {(question) => (
          <div class="pg-paste">
            <Show when={question().jump}>
              {(jump) => (
                <p class="pg-paste__jump" role="alert">
                  {jumpText(jump().ratio, props.view)}{' '}
                  <Show when={question().offered}>
                    {t()('grid.jumpUnit', { unit: unitName(question()), shown: props.view.unitName })}
                  </Show>
                </p>
              )}
            </Show>
            <Counts question={question()} view={props.view} />
            <Show when={question().dashes > 0}>
              <div class="pg-paste__dash">
                <span>{t()('grid.dashes', { n: question().dashes })}</span>
                <Segment<DashMeaning>
                  label={t()('grid.dashes', { n: question().dashes })}
                  value={question().dash}
                  options={[
                    { value: 'blank', label: t()('grid.dashBlank') },
                    { value: 'zero', label: t()('grid.dashZero') },
                  ]}
                  onChange={props.onDash}
                />
              </div>
            </Show>
            <Problems question={question()} view={props.view} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}

function jumpText(ratio: number, { t, format }: GridView): string {
  const times = format.count(Math.round(ratio >= 1 ? ratio : 1 / ratio));
  return t(ratio >= 1 ? 'grid.jumpUp' : 'grid.jumpDown', { times });
}

function Counts(props: { question: PasteQuestion; view: GridView }) {
  const lines = createMemo(() => {
    const { t, format } = props.view;
    const { plan, totalsDiffer, lostRows, lostColumns } = props.question;
    const count = (test: (problem: BlockProblem) => boolean) => plan.problems.filter(test).length;
    const held = count((one) => one.kind === 'refused' && HELD.has(one.issue.code));
    const closed = count((one) => one.kind === 'refused' && one.issue.code === 'target/periodClosed');
    const refused = count((one) => one.kind === 'refused') - held - closed;
    const totals = count((one) => one.kind === 'total');
    const lost = [
      lostRows > 0 ? t('grid.lostRows', { n: lostRows }) : '',
      lostColumns > 0 ? t('grid.lostColumns', { n: lostColumns }) : '',
    ].filter(Boolean);
    const line = (id: string, name: string, n: number, more = '') => ({ id, name, value: format.count(n), more, n });
    return [
      line('changes', t('grid.pasteChanges'), plan.changes.length),
      line('relative', t('grid.pasteRelative'), plan.relative),
      line('same', t('grid.pasteSame'), plan.same),
      line('held', t('grid.pasteHeld'), held),
      line('closed', t('grid.pasteClosed'), closed),
      line('refused', t('grid.pasteRefused'), refused),
      line(
        'totals',
        t('grid.pasteTotals'),
        totals,
        totalsDiffer > 0 ? t('grid.totalsDiffer', { n: totalsDiffer }) : '',
      ),
      line(
        'unread',
        t('grid.pasteUnread'),
        count((one) => one.kind === 'unread'),
      ),
      { ...line('lost', t('grid.pasteLost'), lost.length), value: format.list(lost) },
    ].filter(({ id, n }) => n > 0 || id === 'changes');
  });
  return (
    <dl class="pg-paste__counts">
      <For each={lines()}>
        {(line) => (
          <div data-count={line.id}>
            <dt>{line.name}</dt>
            <dd>
              <b>{line.value}</b> <span>{line.more}</span>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

const HELD = new Set(['target/totalHeld', 'target/nothingFree']);

function Problems(props: { question: PasteQuestion; view: GridView }) {
  /** What people can mend comes first; totals that agree are no problem. */
  const all = createMemo(() => {
    const { problems } = props.question.plan;
    const listed = problems.filter(({ kind }) => kind !== 'total' || props.question.totalsDiffer > 0);
    return [...listed].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  });
  const where = ({ row, column }: BlockProblem): string => {
    const { rows, fields } = props.question.block;
    const field = fields[column];
    return [rows[row].label, ...(field ? [fieldAddress(field, props.view)] : [])].join(' · ');
  };
  return (
    <Show when={all().length > 0}>
      <div class="pg-paste__problems">
        <table class="table">
          <caption class="unseen">{props.view.t('grid.problems')}</caption>
          <thead>
            <tr>
              <th scope="col">{props.view.t('grid.problemWhere')}</th>
              <th scope="col">{props.view.t('grid.problemText')}</th>
              <th scope="col">{props.view.t('grid.problemWhy')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={all().slice(0, LISTED)}>
              {(problem) => (
                <tr>
                  <th scope="row">{where(problem)}</th>
                  <td>{problem.kind === 'unread' ? problem.text : ''}</td>
                  <td>
                    {problem.kind === 'total' ? props.view.t('grid.isTotal') : props.view.issueText(problem.issue)}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <Show when={all().length > LISTED}>
          <p class="quiet">{props.view.t('grid.problemMore', { n: all().length - LISTED })}</p>
        </Show>
      </div>
    </Show>
  );
}

const ORDER: readonly BlockProblem['kind'][] = ['unread', 'refused', 'total'];
