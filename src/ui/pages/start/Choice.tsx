import type { JSX } from 'solid-js';
import { Button } from '../../components/Button';

export interface ChoiceProps {
  picture: JSX.Element;
  title: string;
  text: string;
  button: string;
  primary?: boolean;
  blocked?: string | null;
  onChoose: () => void;
}

/** One way to begin, drawn with its own content. */
export function Choice(props: ChoiceProps) {
  return (
    <li class="choice">
      {props.picture}
      <h2 class="type-title">{props.title}</h2>
      <p class="type-lead choice__text">{props.text}</p>
      <div class="choice__act">
        <Button large look={props.primary ? 'primary' : 'plain'} blocked={props.blocked} onClick={props.onChoose}>
          {props.button}
        </Button>
      </div>
    </li>
  );
}
