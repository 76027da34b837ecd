import { createSignal, For, Show } from 'solid-js';
import { dayOfIsoDate } from '~/domain/period';
import type { BalanceView, TerritoryAnswer, TerritoryEffect } from '~/domain/territoryView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { ApplyDialog } from './ApplyDialog';
import type { TerritoriesState } from './createTerritories';
import { PasteMovesDialog } from './PasteMovesDialog';
import { ProposeDialog } from './ProposeDialog';

/** The draft: how many move, from when, with or without targets, what that does to the plan, and the deed. */
export function DraftBar(props: { state: TerritoriesState; answer: TerritoryAnswer }) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const [dialog, setDialog] = createSignal<'paste' | 'propose' | 'apply' | null>(null);
  const n = () => props.state.moves().length;
  const blocked = () => {
    if (app.status().readOnly) return t('territory.readOnly');
    if (n() === 0) return t('territory.draft.nothing');
    if (props.state.from() === null) return t('territory.draft.noDate');
    return props.answer.refused.length > 0 ? props.answer.refused.map(issueText).join(' ') : null;
  };
  const write = (text: string) => props.state.setFrom(text === '' ? null : (dayOfIsoDate(text) ?? null));
  return (
    <section class="territory-draft" aria-label={t('territory.draft.label')}>
      <div class="territory-tools">
        <b role="status">{n() > 0 ? t('territory.draft.moves', { n: n() }) : t('territory.draft.label')}</b>
        <span class="territory-day">
          <TextField
            label={t('territory.draft.from')}
            type="date"
            value={format()
              .isoDay(props.state.from() ?? null)
              .replace('–', '')}
            onInput={write}
          />
        </span>
        <Segment<'move' | 'stay'>
          label={t('territory.draft.targets')}
          options={(['move', 'stay'] as const).map((value) => ({
            value,
            label: t(`territory.draft.${value}`),
          }))}
          value={props.state.targets()}
          onChange={props.state.setTargets}
        />
        <span class="territory-gap" />
        <Button onClick={() => setDialog('paste')}>{t('territory.draft.paste')}</Button>
        <Button onClick={() => setDialog('propose')}>{t('territory.draft.propose')}</Button>
        <Show when={n() > 0}>
          <Button onClick={() => props.state.clear()}>{t('territory.draft.clear')}</Button>
        </Show>
        <Button look="primary" blocked={blocked()} onClick={() => setDialog('apply')}>
          {t('territory.draft.apply')}
        </Button>
      </div>
      <Show when={n() > 0} fallback={<p class="type-caption">{t('territory.draft.none')}</p>}>
        <Effect state={props.state} answer={props.answer} />
      </Show>
      <PasteMovesDialog open={dialog() === 'paste'} state={props.state} onClose={() => setDialog(null)} />
      <ProposeDialog open={dialog() === 'propose'} state={props.state} onClose={() => setDialog(null)} />
      <ApplyDialog open={dialog() === 'apply'} state={props.state} onClose={() => setDialog(null)} />
    </section>
  );
}

/** What the moves do to the plan, or why they cannot be made. */
function Effect(props: { state: TerritoriesState; answer: TerritoryAnswer }) {
  const app = useApp();
  const { t, issueText, format } = useText();
  const locks = () =>
    props.answer.refused.flatMap(({ params }) => String(params?.holdIds ?? '').split(',')).filter(Boolean);
  const release = async () => {
    for (const hold of locks()) await app.run({ name: 'holds/remove', hold });
  };
  const money = useMoney({ decimals: 1 });
  const why = (planned: BalanceView['planned']) =>
    props.state.targets() === 'stay' && planned !== 'none'
      ? t('territory.effect.stays')
      : t(`territory.effect.${planned}`);
  const said = (effect: TerritoryEffect) => {
    if (!effect.periods) return t('territory.effect.nothing');
    const amount = money.say(effect.amount);
    const [first, last] = [format().longMonth(effect.periods.first), format().longMonth(effect.periods.last)];
    return first === last
      ? t('territory.effect.movedOne', { first, amount })
      : t('territory.effect.moved', { first, last, amount });
  };
  const notes = ({ closed, goals, linesAdded, leaves }: TerritoryEffect) =>
    [
      leaves > 0 ? t('territory.effect.leaves', { n: leaves }) : '',
      linesAdded > 0 ? t('territory.effect.lines', { n: linesAdded }) : '',
      closed > 0 ? t('territory.effect.closed', { n: closed }) : '',
      goals > 0 ? t('territory.effect.goals', { n: goals }) : '',
    ]
      .filter((note) => note !== '')
      .join(' ');
  return (
    <div class="territory-effect" role="status">
      <Show
        when={props.answer.refused.length === 0}
        fallback={
          <p class="territory-bad">
            {t('territory.effect.refused')} {props.answer.refused.map(issueText).join(' ')}{' '}
            <Show when={locks().length > 0 && !app.status().readOnly}>
              <Button look="link" onClick={() => void release()}>
                {t('shell.releaseLocks', { n: locks().length })}
              </Button>
            </Show>
          </p>
        }
      >
        <Show when={props.answer.effect} fallback={<p>{why(props.answer.balance.planned)}</p>}>
          {(effect) => (
            <>
              <p>
                <b>{said(effect())}</b> {notes(effect())}
              </p>
              <Show when={effect().sellers.length > 0}>
                <ul class="territory-effect__sellers">
                  <For each={effect().sellers}>
                    {(seller) => (
                      <li>
                        {t('territory.effect.seller', {
                          name: seller.name || t('territory.unassigned'),
                          before: money.show(seller.before),
                          after: money.show(seller.after),
                        })}
                      </li>
                    )}
                  </For>
                </ul>
              </Show>
              <p class="type-caption">
                {why(props.answer.balance.planned)} · {t('territory.effect.periodRule')}
              </p>
            </>
          )}
        </Show>
      </Show>
    </div>
  );
}
