import Shield from 'lucide-solid/icons/shield';
import { Show } from 'solid-js';
import type { HomeView } from '~/domain/view';
import { StatusBar } from '../../components/StatusBar';
import { useText } from '../../components/TextProvider';
import { useMoney } from '../../components/useMoney';

/** Where the data is and how far it reaches; and the sum that always stands. */
export function HomeStatus(props: { view: HomeView }) {
  const { t, format } = useText();
  const money = useMoney();
  const sum = () => {
    const { goal, allocated } = props.view;
    if (goal === null || allocated === null) return '';
    const target = money.show(goal);
    return allocated > goal
      ? t('home.statusOver', { allocated: money.show(allocated), over: money.show(allocated - goal), target })
      : t('home.status', { allocated: money.show(allocated), rest: money.show(goal - allocated), target });
  };
  return (
    <StatusBar
      left={
        <>
          <span class="status-bar__part">
            <Shield size={13} class="icon" aria-hidden="true" />
            {t('shell.localOnly')}
          </span>
          <Show when={props.view.asOf !== null}>
            <span>{t('shell.asOf', { date: format().isoDay(props.view.asOf) })}</span>
          </Show>
        </>
      }
      right={<span>{sum()}</span>}
    />
  );
}
