import { type Day, dayOfIsoDate, isoDate } from '~/domain/period';
import { TextField } from '../../../components/TextField';

/** A day by the date picker of the browser; what is no date changes nothing. */
export function DayField(props: { label: string; value: Day; onChange: (day: Day) => void }) {
  const read = (text: string) => {
    const day = dayOfIsoDate(text);
    if (day !== null) props.onChange(day);
  };
  return <TextField label={props.label} type="date" value={isoDate(props.value)} onInput={read} />;
}
