/** Where people write. Enter sends, Shift+Enter breaks the line, and Enter that ends a Chinese composition does neither. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Enclosing } from './enclosing.ts';
import { icon } from './icons.ts';

export interface Composer {
  id: string; label: string; placeholder: string; value: string; send: string; disabled?: boolean;
  /** The file beside the words, and what is to be known about how it goes. */
  enclosing: Enclosing; hint?: string;
}

export function composer(c: Composer, change: (value: string) => void, send: () => void): TemplateResult {
  const key = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
    e.preventDefault();
    send();
  };
  const nothingThere = !c.value.trim() && !c.enclosing.file;
  return html`<form class="composer" @submit=${(e: Event) => { e.preventDefault(); send(); }}>
    ${c.enclosing.view(c.hint)}${c.enclosing.button(c.disabled ?? false)}
    <label class="unseen" for=${c.id}>${c.label}</label>
    <textarea id=${c.id} data-testid="composer" rows="1" maxlength="5000" placeholder=${c.placeholder} .value=${live(c.value)}
      @input=${(e: Event) => change((e.target as HTMLTextAreaElement).value)} @keydown=${key} @paste=${c.enclosing.paste}></textarea>
    <button class="main round" data-testid="send" aria-label=${c.send} ?disabled=${c.disabled || nothingThere}>${icon('send')}</button></form>`;
}

/** Asks before the page goes away with words that only it holds. */
export function mayLeave(holding: () => boolean): void {
  window.addEventListener('beforeunload', e => {
    if (holding()) e.preventDefault();
  });
}
