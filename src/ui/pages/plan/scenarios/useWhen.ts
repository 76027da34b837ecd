import { useText } from '../../../components/TextProvider';

/** A moment as people say it: today 10:42, yesterday 18:20, 14 May. */
export function useWhen(): (iso: string) => string {
  const { t, format } = useText();
  return (iso) => {
    const { day, text } = format().moment(iso, new Date());
    return day === 'yesterday' ? t('plan.yesterday', { time: text }) : text;
  };
}
