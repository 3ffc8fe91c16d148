/** Where people write. Enter sends, Shift+Enter breaks the line, and Enter that ends a Chinese composition does neither. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from './icons.ts';

export interface Composer { id: string; label: string; placeholder: string; value: string; send: string; disabled?: boolean }

export function composer(c: Composer, change: (value: string) => void, send: () => void): TemplateResult {
  const key = (e: KeyboardEvent) => {
    if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
    e.preventDefault();
    send();
  };
  return html`<form class="composer" @submit=${(e: Event) => { e.preventDefault(); send(); }}>
    <label class="unseen" for=${c.id}>${c.label}</label>
    <textarea id=${c.id} data-testid="composer" rows="1" maxlength="5000" placeholder=${c.placeholder} .value=${live(c.value)}
      @input=${(e: Event) => change((e.target as HTMLTextAreaElement).value)} @keydown=${key}></textarea>
    <button class="main round" data-testid="send" aria-label=${c.send} ?disabled=${c.disabled || !c.value.trim()}>${icon('send')}</button></form>`;
}

/** Asks before the page goes away with words that only it holds. */
export function mayLeave(holding: () => boolean): void {
  window.addEventListener('beforeunload', e => {
    if (holding()) e.preventDefault();
  });
}
