/** A list or menu that opens over a dialog belongs to what is read out; a dialog hides all else that comes to the page. */
export function topLayer(element: HTMLElement | SVGElement): void {
  element.dataset.reactAriaTopLayer = 'true';
}
