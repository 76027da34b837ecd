import Plus from 'lucide-solid/icons/plus';
import { createMemo, createResource, createSignal, Show } from 'solid-js';
import type { RoundLine } from '~/domain/round';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { EmptyState } from '../../../components/EmptyState';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { AnswerDialog } from './AnswerDialog';
import { AnswerTable } from './AnswerTable';
import { CushionPart } from './CushionPart';
import { NewRoundDialog } from './NewRoundDialog';
import { ProposalsDialog } from './ProposalsDialog';

/** Between top and bottom: what was handed down, what came up, what was agreed, and the cushion between the levels. */
export function RoundsPage() {
  const app = useApp();
  const { t, format, issueText } = useText();
  const money = useMoney();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [adding, setAdding] = createSignal(false);
  const [importing, setImporting] = createSignal(false);
  const [answered, setAnswered] = createSignal<number | null>(null);
  const [found] = createResource(
    () => ({ plan: app.status().plan?.id, round: chosen(), revision: app.status().revision }),
    ({ round }) => app.attempt(app.host.rounds(round)),
  );
  const round = () => found.latest?.rounds.find(({ id }) => id === found.latest?.round) ?? null;
  const line = (): RoundLine | null => found.latest?.lines?.find(({ member }) => member === answered()) ?? null;
  const asked = createMemo(() => {
    const head = round();
    const members = (found.latest?.lines ?? []).map(({ member }) => member);
    return head && { id: head.id, dimension: head.dimension, isOpen: head.state === 'open', members };
  });
  const blocked = () => (app.status().readOnly ? issueText({ code: 'plan/readOnly' }) : null);
  const finding = () => {
    const [view, head] = [found.latest, round()];
    if (!view || !head) return t('round.title');
    const { gap } = view.totals;
    const said = { title: head.title || t('round.no', { no: head.no }), done: head.submitted, all: head.members };
    return gap === null ? t('round.finding', said) : t('round.findingGap', { ...said, gap: money.say(gap) });
  };
  const caption = () => {
    const head = round();
    if (!head) return undefined;
    const words = { by: dimensionName(t, head.dimension, app.status().plan?.titles), unit: money.label() };
    return head.deadline === null
      ? t('round.caption', words)
      : t('round.captionDeadline', { ...words, day: format().isoDay(head.deadline) });
  };
  const add = () => (
    <Button look="primary" icon={Plus} blocked={blocked()} onClick={() => setAdding(true)}>
      {t('round.open')}
    </Button>
  );
  return (
    <div class="plan-part">
      <Show
        when={round()}
        fallback={
          <Show when={found.latest}>
            <EmptyState title={t('round.empty')} text={t('round.emptyText')}>
              {add()}
            </EmptyState>
          </Show>
        }
      >
        {(head) => (
          <Section
            finding={finding()}
            caption={caption()}
            tools={
              <span class="plan-part__tools">
                <Select
                  label={t('round.title')}
                  hideLabel
                  value={head().id}
                  options={(found.latest?.rounds ?? []).map(({ id, no, title }) => ({
                    value: id,
                    label: title || t('round.no', { no }),
                  }))}
                  onChange={setChosen}
                />
                <Show when={head().state === 'open'}>
                  <Button blocked={blocked()} onClick={() => setImporting(true)}>
                    {t('proposals.button')}
                  </Button>
                  <Button blocked={blocked()} onClick={() => void app.run({ name: 'rounds/close', round: head().id })}>
                    {t('round.close')}
                  </Button>
                </Show>
                {add()}
              </span>
            }
          >
            <AnswerTable
              lines={found.latest?.lines ?? []}
              totals={found.latest?.totals ?? { target: null, proposed: null, gap: null }}
              label={finding()}
              onOpen={(member) => setAnswered(member)}
            />
            <p class="faint">{t('round.hint')}</p>
            <AnswerDialog
              line={line()}
              round={head().id}
              isOpen={head().state === 'open'}
              blocked={blocked()}
              onClose={() => setAnswered(null)}
            />
          </Section>
        )}
      </Show>
      <ProposalsDialog open={importing()} round={asked()} onClose={() => setImporting(false)} />
      <CushionPart />
      <NewRoundDialog
        open={adding()}
        next={(found.latest?.rounds.length ?? 0) + 1}
        onClose={() => setAdding(false)}
        onMade={() => setChosen(null)}
      />
    </div>
  );
}
