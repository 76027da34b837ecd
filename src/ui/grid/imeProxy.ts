/**
 * A hidden input inside the active cell. A cell without one swallows what an input method composes; here the composed
 * text arrives whole, and starts the editor.
 */
export interface ImeProxy {
  /** Moves the input into a cell and the focus into the input. */
  enter(cell: HTMLElement, label: string): void;
  holds(element: EventTarget | null): boolean;
  dispose(): void;
}

export function createImeProxy(onText: (text: string) => void): ImeProxy {
  const input = document.createElement('input');
  input.className = 'pg-proxy';
  input.type = 'text';
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.tabIndex = -1;
  // It only catches keys: those of the shell are to pass.
  input.dataset.keys = 'pass';
  let composing = false;

  const flush = () => {
    const text = input.value;
    input.value = '';
    input.classList.remove('pg-proxy-open');
    if (text !== '') onText(text);
  };
  const onStart = () => {
    composing = true;
    input.classList.add('pg-proxy-open');
  };
  const onEnd = () => {
    composing = false;
    flush();
  };
  const onInput = () => {
    if (!composing) flush();
  };
  input.addEventListener('compositionstart', onStart);
  input.addEventListener('compositionend', onEnd);
  input.addEventListener('input', onInput);

  return {
    enter(cell, label) {
      input.setAttribute('aria-label', label);
      if (input.parentElement !== cell) {
        composing = false;
        input.value = '';
        input.classList.remove('pg-proxy-open');
        cell.append(input);
      }
      input.focus({ preventScroll: true });
    },
    holds: (element) => element === input,
    dispose: () => input.remove(),
  };
}
