import { createEffect, createSignal, on, Show } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import { readNumber } from '~/domain/number';
import { WORKING_TARGET } from '~/domain/plan';
import type { RoundLine } from '~/domain/round';
import { useApp } from '~/state/app';
import { numberEntry } from '~/state/numberEntry';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { acceptCommands, halfWayCommands, type Settling } from './settleCommands';

export interface AnswerDialogProps {
  line: RoundLine | null;
  round: string;
  isOpen: boolean;
  blocked: string | null;
  onClose(): void;
}

/** One member's part of a round: what it proposes, what it objects to, the reply, and what both agree on. */
export function AnswerDialog(props: AnswerDialogProps) {
  const app = useApp();
  const { t, language, issueText } = useText();
  const money = useMoney();
  const [proposed, setProposed] = createSignal('');
  const [objection, setObjection] = createSignal('');
  const [reply, setReply] = createSignal('');
  const [agreed, setAgreed] = createSignal('');
  const [issues, setIssues] = createSignal<readonly Issue[]>([]);
  const entry = () =>
    numberEntry({ unit: money.unit(), minorUnit: app.status().plan?.minorUnit ?? 2, language: language() });

  createEffect(
    on(
      () => props.line?.member,
      () => {
        const { line } = props;
        const plain = (amount: number | null | undefined) => (amount == null ? '' : entry().plain(amount));
        setProposed(plain(line?.proposed));
        setObjection(line?.objection ?? '');
        setReply(line?.reply ?? '');
        setIssues([]);
      },
    ),
  );
  // An accepted proposal moves the target: what stands there to be agreed on must not be the one before.
  createEffect(
    on(
      () => [props.line?.member, props.line?.target] as const,
      ([, target]) => setAgreed(target == null ? '' : entry().plain(target)),
    ),
  );

  const blocked = () => props.blocked ?? (props.isOpen ? null : issueText({ code: 'round/closed' }));
  const amountOf = (text: string, current: number | null): number | null => {
    const read = readNumber(text, { ...entry().reading, current, kind: 'money' });
    if (read.ok && read.value.kind === 'value') return read.value.amount;
    setIssues(read.ok ? [{ code: 'number/notUnderstood', params: { text } }] : read.issues);
    return null;
  };
  const run = async (...commands: Command[]): Promise<void> => {
    setIssues([]);
    for (const command of commands) {
      const done = await app.run(command, { inPlace: true });
      if (!done.ok) {
        setIssues(done.issues);
        return;
      }
    }
  };
  const cell = (line: RoundLine): CellRef => ({
    column: { ...WORKING_TARGET, layer: 'proposal' },
    at: line.at,
    periods: (app.status().plan?.periods ?? []).map(({ id }) => id),
  });
  const submit = (line: RoundLine) => {
    const amount = amountOf(proposed(), line.proposed);
    if (amount === null) return;
    const typed: Command[] =
      amount === line.proposed ? [] : [{ name: 'targets/setCell', cell: cell(line), amount, typed: proposed() }];
    void run(...typed, { name: 'rounds/submit', round: props.round, member: line.member });
  };
  const agree = (line: RoundLine) => {
    const amount = amountOf(agreed(), line.target);
    if (amount !== null) void run({ name: 'rounds/agree', round: props.round, member: line.member, amount });
  };
  const settling = (line: RoundLine): Settling => ({
    line,
    cell: { ...cell(line), column: WORKING_TARGET },
    round: props.round,
    isOpen: props.isOpen,
  });

  return (
    <Dialog
      open={props.line !== null}
      onClose={props.onClose}
      title={props.line?.label ?? ''}
      lead={t('round.lead', { amount: money.say(props.line?.assigned ?? null) })}
      foot={<Button onClick={() => props.onClose()}>{t('shell.close')}</Button>}
    >
      <Show when={props.line}>
        {(line) => (
          <div class="round-answer">
            <TextField
              label={t('round.proposedUnit', { unit: money.label() })}
              value={proposed()}
              onInput={setProposed}
            />
            <Button blocked={blocked()} onClick={() => submit(line())}>
              {t('round.submit')}
            </Button>
            <TextField label={t('round.objection')} value={objection()} onInput={setObjection} />
            <Button
              blocked={blocked()}
              onClick={() =>
                void run({ name: 'rounds/object', round: props.round, member: line().member, text: objection() })
              }
            >
              {t('round.saveObjection')}
            </Button>
            <TextField label={t('round.reply')} value={reply()} onInput={setReply} />
            <Button
              blocked={blocked()}
              onClick={() =>
                void run({ name: 'rounds/reply', round: props.round, member: line().member, text: reply() })
              }
            >
              {t('round.saveReply')}
            </Button>
            <TextField label={t('round.agreeTo', { unit: money.label() })} value={agreed()} onInput={setAgreed} />
            <Button look="primary" blocked={blocked()} onClick={() => agree(line())}>
              {t('round.agree')}
            </Button>
            <div class="plan-part__tools round-answer__both">
              <Button
                look="link"
                blocked={props.blocked ?? (line().proposed === null ? t('round.nothingProposed') : null)}
                onClick={() => void run(...acceptCommands(settling(line())))}
              >
                {t('round.accept')}
              </Button>
              <Button
                look="link"
                blocked={props.blocked ?? (line().gap ? null : t('round.noGap'))}
                onClick={() => void run(...halfWayCommands(settling(line())))}
              >
                {t('round.half')}
              </Button>
            </div>
            <Show when={issues()[0]}>
              {(issue) => (
                <p class="field__error round-answer__both" role="alert">
                  {issueText(issue())}
                </p>
              )}
            </Show>
          </div>
        )}
      </Show>
    </Dialog>
  );
}
