import { type Day, dayOf, isoDate } from '~/domain/period';
import { TextField } from '../../../components/TextField';

/** A day by the date picker of the browser; what is no date changes nothing. */
export function DayField(props: { label: string; value: Day; onChange: (day: Day) => void }) {
  const read = (text: string) => {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (parts) props.onChange(dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])));
  };
  return <TextField label={props.label} type="date" value={isoDate(props.value)} onInput={read} />;
}
