const REGION = '[data-region]';
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** F6 and Shift+F6: to the next or previous region of the page, to the first thing in it that takes the focus. */
export function cycleRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter((one) => one.offsetParent !== null);
  if (regions.length === 0) return;
  const at = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const target = [...next.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.offsetParent !== null);
  (target ?? next).focus();
}
