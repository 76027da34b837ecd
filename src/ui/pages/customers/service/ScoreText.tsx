import type { SurveyScore } from '~/domain/serviceView';
import { useText } from '../../../components/TextProvider';

/** Fewer answers than this are shown grey, with their interval. */
const FEW = 30;

/** CSAT as a share, NPS with its sign; grey with its interval where it rests on few answers. */
export function ScoreText(props: { score: SurveyScore; kind: 'csat' | 'nps' }) {
  const { t, format } = useText();
  const text = (value: number | null) => (props.kind === 'csat' ? format().percent(value, 0) : format().signed(value));
  const isFew = () => props.score.n > 0 && props.score.n < FEW;
  const range = () => {
    const { interval } = props.score;
    return interval ? format().interval(text(interval.lower), text(interval.upper)) : '';
  };
  return (
    <span
      classList={{ 'service-few': isFew() }}
      title={isFew() ? t('service.surveys.few', { range: range() }) : undefined}
    >
      {text(props.score.value)}
    </span>
  );
}
