export interface CellEditorProps {
  label: string;
  text: string;
  onInput: (text: string) => void;
  onAccept: (by: { key: string; ctrl: boolean } | null) => void;
  onLeave: () => void;
}

/** A cell that is being written in. Enter and Tab accept and move on, Esc gives up, leaving accepts. */
export function CellEditor(props: CellEditorProps) {
  let isLeaving = false;
  return (
    <input
      type="text"
      class="fix__input"
      autocomplete="off"
      aria-label={props.label}
      value={props.text}
      ref={(element) => {
        queueMicrotask(() => {
          element.focus();
          element.setSelectionRange(element.value.length, element.value.length);
        });
      }}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onBlur={() => {
        if (!isLeaving) props.onAccept(null);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        const ways: Record<string, { key: string; ctrl: boolean }> = {
          Enter: { key: event.shiftKey ? 'ArrowUp' : 'ArrowDown', ctrl: false },
          Tab: { key: event.shiftKey ? 'ArrowLeft' : 'ArrowRight', ctrl: false },
        };
        const way = ways[event.key];
        if (!way && event.key !== 'Escape') return;
        event.preventDefault();
        isLeaving = true;
        if (way) props.onAccept(way);
        else props.onLeave();
      }}
    />
  );
}
