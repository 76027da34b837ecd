import Search from 'lucide-solid/icons/search';
import './searchField.css';

/** Words to find rows by. What is still being composed is no word yet. */
export function SearchField(props: { label: string; value: string; onSearch: (words: string) => void }) {
  return (
    <label class="search-field">
      <Search size={14} class="icon" aria-hidden="true" />
      <span class="unseen">{props.label}</span>
      <input
        type="search"
        class="input"
        autocomplete="off"
        placeholder={props.label}
        value={props.value}
        onInput={(event) => {
          if (!event.isComposing) props.onSearch(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => props.onSearch(event.currentTarget.value)}
      />
    </label>
  );
}
