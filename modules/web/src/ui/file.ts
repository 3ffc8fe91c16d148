/** A picture or file of a conversation as people see it: the picture in its place, anything else as a card to download. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { FileLine } from '../contract.ts';
import { sizeWord } from '../files.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/files.ts';
import { icon } from './icons.ts';

/** What a file is called; some have no name. */
export const nameOf = (file: FileLine): string => file.name || say(file.picture ? 'picture' : 'file');

/** Size and what it is, where that is known. */
export function about(file: FileLine): string {
  return [file.size === undefined ? '' : sizeWord(file.size), file.type && file.type !== 'application/octet-stream' ? file.type : ''].filter(Boolean).join(' · ');
}

/** A file in its message. Room is kept for a picture, so that nothing moves when it comes. */
export function fileView(file: FileLine, address: string): TemplateResult {
  if (file.state !== 'here') return html`<p class="away" data-testid="file-${file.id}" data-state=${file.state}>${icon(file.state === 'coming' ? 'clock' : 'file')}${say(file.state)}</p>`;
  return file.picture ? picture(file, address) : card(file, address);
}

function picture(file: FileLine, address: string): TemplateResult {
  const name = nameOf(file);
  return html`<button type="button" class="shot" data-testid="file-${file.id}" data-state="here" aria-label=${say('enlarge', { name })} @click=${() => enlarge(file, address)}>
    <img src=${address} loading="lazy" decoding="async" alt=${name} @error=${lost}><span class="lost">${say('unseen')}</span></button>`;
}

/** Taken away meanwhile, or the house is away: words in its place. */
function lost(e: Event): void {
  (e.target as HTMLElement).parentElement?.classList.add('broken');
}

export function card(file: FileLine, address: string): TemplateResult {
  const name = nameOf(file);
  return html`<a class="filecard" href=${address} download=${name} data-testid="file-${file.id}" data-state="here">${icon('file')}
    <span class="filecard-words"><b>${name}</b><span class="size">${file.size === undefined ? nothing : sizeWord(file.size)} · ${say('download')}</span></span>${icon('down')}</a>`;
}

/** Shows a picture in full, above the page; it is gone from the page when it is closed. */
export function enlarge(file: FileLine, address: string): void {
  const dialog = document.createElement('dialog');
  const name = nameOf(file);
  dialog.className = 'full';
  dialog.setAttribute('aria-label', name);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', e => { if (e.target === dialog) dialog.close(); });
  render(html`<div class="full-top"><b>${name}</b><a class="round" href=${address} download=${name} aria-label=${say('downloadItem', { name })} data-testid="full-download">${icon('down')}</a>
      <button type="button" class="round" aria-label=${common('close')} data-testid="full-close" @click=${() => dialog.close()}>${icon('close')}</button></div>
    <div class="full-frame" tabindex="0" role="group" aria-label=${name}><img src=${address} alt=${name}></div>`, dialog);
  document.body.append(dialog);
  dialog.showModal();
}
