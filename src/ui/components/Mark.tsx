/** The mark of the product: a grid whose one cell is inked. */
export function Mark(props: { size: number }) {
  return (
    <svg class="mark" width={props.size} height={props.size} viewBox="0 0 22 22" fill="none" aria-hidden="true">
      <rect class="mark__line" x="1.75" y="1.75" width="18.5" height="18.5" rx="3.5" />
      <path class="mark__line" d="M2 7.75H20M8.75 8V20" />
      <rect class="mark__ink" x="10.5" y="9.5" width="8" height="8.5" rx="1" />
    </svg>
  );
}
