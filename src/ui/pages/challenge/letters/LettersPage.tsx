import { createMemo, Match, Show, Switch } from 'solid-js';
import type { LettersView } from '~/domain/letterView';
import { useApp } from '~/state/app';
import { createAnswer } from '../../../components/createAnswer';
import { NoPlan } from '../../../components/NoPlan';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { ArgumentPart } from './ArgumentPart';
import { DraftPart } from './DraftPart';
import { IssuedPart } from './IssuedPart';
import { LetterPrint } from './LetterPrint';
import './letters.css';

const PARTS = ['draft', 'issued', 'argument'] as const;
type Part = (typeof PARTS)[number];

/** Target letters: to be issued, issued already, and the one-page argument for each target. `?print=` shows what is printed. */
export function LettersPage() {
  const app = useApp();
  const { t } = useText();
  const params = () => app.route().params;
  const part = (): Part => PARTS.find((one) => one === params().part) ?? 'draft';
  const dimensions = () => app.status().plan?.groups[0].dimensions ?? [];
  const dimension = createMemo(
    () =>
      dimensions().find((one) => one === params().dimension) ??
      (dimensions().includes('seller') ? 'seller' : (dimensions()[0] ?? '')),
  );
  const letters = createAnswer<string, LettersView>({
    kind: 'letters',
    query: () => (dimension() === '' ? null : dimension()),
    call: (asked) => app.host.letters(asked),
    expected: ['plan/notOpen'],
  });
  return (
    <Show when={app.status().plan} fallback={<NoPlan text={t('letter.noPlan')} />}>
      <Switch
        fallback={
          <div class="letters">
            <Segment
              label={t('letter.parts')}
              options={PARTS.map((value) => ({ value, label: t(`letter.part.${value}`) }))}
              value={part()}
              onChange={(one) => app.setParams({ part: one === 'draft' ? null : one, at: null, print: null })}
            />
            <Show when={letters.view()} fallback={<div aria-busy="true" />}>
              {(view) => (
                <Switch>
                  <Match when={part() === 'draft'}>
                    <DraftPart view={view()} />
                  </Match>
                  <Match when={part() === 'issued'}>
                    <IssuedPart view={view()} />
                  </Match>
                </Switch>
              )}
            </Show>
          </div>
        }
      >
        <Match when={params().print !== undefined && letters.view()}>
          {(view) => <LetterPrint view={view()} which={params().print ?? ''} />}
        </Match>
        <Match when={part() === 'argument'}>
          <ArgumentPart dimension={dimension()} drafts={letters.view()?.drafts ?? []} />
        </Match>
      </Switch>
    </Show>
  );
}
