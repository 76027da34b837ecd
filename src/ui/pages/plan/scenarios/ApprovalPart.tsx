import { createResource, createSignal, For, Show } from 'solid-js';
import type { Command } from '~/domain/command';
import type { Approval, ApprovalState, ApprovalView } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { useWhen } from './useWhen';

type Step = Extract<Command, { name: `approvals/${string}` }>['name'];

type Word = 'submit' | 'approve' | 'return' | 'recall';
const wordOf = (step: Step): Word => step.slice('approvals/'.length) as Word;

/** What may follow on what; what was changed since it was approved may be handed in again as well. */
const NEXT: Record<ApprovalState, readonly Step[]> = {
  draft: ['approvals/submit'],
  submitted: ['approvals/approve', 'approvals/return', 'approvals/recall'],
  returned: ['approvals/submit'],
  approved: ['approvals/recall'],
  recalled: ['approvals/submit'],
};

/** Draft, submitted, returned, approved: signed-off pictures of the plan, each with its check sum. */
export function ApprovalPart() {
  const app = useApp();
  const { t, issueText } = useText();
  const money = useMoney();
  const when = useWhen();
  const [note, setNote] = createSignal('');
  const [found] = createResource(
    () => ({ plan: app.status().plan?.id, revision: app.status().revision }),
    () => app.attempt(app.host.approvals()),
  );
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
  const next = ({ state, unchanged }: ApprovalView): readonly Step[] =>
    state === 'approved' && !unchanged ? ['approvals/submit', ...NEXT[state]] : NEXT[state];
  const step = async (name: Step) => {
    const reason = note().trim();
    const done = await app.run({ name, ...(reason ? { reason } : {}) });
    if (done.ok) setNote('');
  };
  return (
    <Show when={found.latest}>
      {(view) => (
        <Section
          finding={
            view().unchanged || view().steps.length === 0
              ? t(`scenario.state.${view().state}`)
              : t('scenario.changedSince', { state: t(`scenario.state.${view().state}`) })
          }
          caption={t('scenario.approvalHonest')}
        >
          <TextField label={t('scenario.approvalNote')} value={note()} onInput={setNote} />
          <div class="plan-part__tools">
            <For each={next(view())}>
              {(name) => (
                <Button blocked={blocked()} onClick={() => void step(name)}>
                  {t(`scenario.step.${wordOf(name)}`)}
                </Button>
              )}
            </For>
          </div>
          <Show when={view().hash}>
            {(hash) => (
              <p class="faint">
                {t('scenario.hash')} <code>{hash().slice(0, 16)}</code>
              </p>
            )}
          </Show>
          <Show when={view().steps.length > 0}>
            <Table<Approval>
              label={t('scenario.approvals')}
              rows={view().steps}
              columns={[
                {
                  id: 'state',
                  head: t('scenario.approvals'),
                  rowHead: true,
                  cell: (row) => t(`scenario.state.${row.state}`),
                },
                { id: 'at', head: t('scenario.when'), cell: (row) => when(row.wallTime) },
                { id: 'who', head: t('scenario.who'), cell: (row) => row.who || '–' },
                { id: 'total', head: money.label(), number: true, cell: (row) => money.show(row.total) },
                { id: 'hash', head: t('scenario.hash'), cell: (row) => <code>{row.hash.slice(0, 8)}</code> },
                { id: 'note', head: t('scenario.why'), cell: (row) => row.note || '–' },
              ]}
            />
          </Show>
        </Section>
      )}
    </Show>
  );
}
