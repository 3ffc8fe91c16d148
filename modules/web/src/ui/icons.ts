/** One line set at 20 px. Icons are ornaments: the words beside them carry the meaning. */
import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  chat: svg`<path d="M3.5 5.5h13v9h-7l-3.5 3v-3h-2.5z"/>`,
  today: svg`<rect x="3.5" y="4.5" width="13" height="12" rx="1.5"/><path d="M3.5 8.5h13M7 2.5v3M13 2.5v3"/>`,
  pool: svg`<circle cx="7.5" cy="7.5" r="2.7"/><path d="M2.5 16c.4-3 2.4-4.5 5-4.500s4.6 1.5 5 4.500M13 5.200a2.5 2.5 0 0 1 0 4.700M14.5 12c1.8.6 2.8 2 3 4"/>`,
  library: svg`<path d="M4 4.500h3.500v12H4zM7.5 4.500H11v12H7.500zM11.6 5.300l3-.8 2.9 11.3-3 .8z"/>`,
  me: svg`<circle cx="10" cy="7" r="3"/><path d="M4 17c.5-3.5 3-5.2 6-5.200s5.5 1.7 6 5.2"/>`,
  search: svg`<circle cx="8.7" cy="8.7" r="5"/><path d="m12.5 12.5 4 4"/>`,
  send: svg`<path d="M3.5 10 16.5 4l-4 12.5-3-5z"/>`,
  back: svg`<path d="M12.5 4.5 7 10l5.5 5.5"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  lock: svg`<rect x="4.5" y="9" width="11" height="7.5" rx="1.5"/><path d="M7 9V6.500a3 3 0 0 1 6 0V9"/>`,
  plus: svg`<path d="M10 4v12M4 10h12"/>`,
  card: svg`<rect x="3" y="4.5" width="14" height="11" rx="1.5"/><path d="M6 8.500h3M6 11.500h3M12 8.500h2M12 11.500h2"/>`,
  check: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`,
  alert: svg`<path d="M10 3.5 17.5 16h-15zM10 8.500v3.500M10 14v.1"/>`,
  clock: svg`<circle cx="10" cy="10" r="6.5"/><path d="M10 6.500V10l2.5 1.5"/>`,
  letter: svg`<rect x="3" y="5" width="14" height="10.5" rx="1.5"/><path d="m3.5 6 6.5 5 6.5-5"/>`,
  down: svg`<path d="M10 4v9M6 9.500l4 4 4-4M4.5 16.500h11"/>`,
  clip: svg`<path d="m15.500 9.500-5.700 5.700a3.400 3.400 0 0 1-4.800-4.800l6.200-6.200a2.300 2.300 0 0 1 3.200 3.200l-6.100 6.100a1.100 1.100 0 0 1-1.600-1.600l5.300-5.300"/>`,
  file: svg`<path d="M5 2.500h6.500l3.500 3.500v11.500H5zM11.500 2.500v3.500H15"/>`,
  keys: svg`<rect x="2.5" y="5.5" width="15" height="9.5" rx="1.5"/><path d="M5.5 8.500h.1M8.5 8.500h.1M11.5 8.500h.1M14.5 8.500h.1M6.5 12h7"/>`,
  gift: svg`<rect x="3.5" y="8" width="13" height="8.5" rx="1"/><path d="M10 8v8.500M3.5 11.500h13M10 8C7 8 6 6.8 6 5.6 6 4.6 6.8 4 7.7 4 9 4 10 5.5 10 8c0-2.5 1-4 2.3-4 .9 0 1.7.6 1.7 1.600C14 6.8 13 8 10 8z"/>`,
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}

/** The mark of the house: a ring left open on one side, with somebody inside. */
export function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true" focusable="false">
    ${svg`<path d="M15.2 6A7 7 0 1 0 15.2 14"/><circle cx="10" cy="10" r="2.2"/>`}</svg>`;
}
