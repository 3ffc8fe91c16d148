/** The files that are kept for what a client agreed to, by purpose, on their card. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk } from '../api.ts';
import type { Card, FileLine } from '../contract.ts';
import { enlarge, nameOf } from '../ui/file.ts';
import { sizeWord } from '../files.ts';
import { icon } from '../ui/icons.ts';
import { say } from '../words/files.ts';
import { keepable } from './keep.ts';

export interface Kept { purpose: string; title: string; files: FileLine[] }

/** What is kept under each purpose that holds; one that cannot be read now is left out. */
export async function keptOf(card: Card): Promise<Kept[]> {
  const all = await Promise.all(card.consents.filter(keepable).map(async c => {
    const files = await desk.keptFiles(card.clientId, c.purpose).then(f => f.files, () => []);
    return { purpose: c.purpose, title: c.title, files };
  }));
  return all.filter(k => k.files.length > 0);
}

export function keptPart(client: string, kept: Kept[], busy: ReadonlySet<string>, release: (file: FileLine, purpose: Kept) => void): TemplateResult | typeof nothing {
  return kept.length === 0 ? nothing : html`<section data-testid="kept-files"><h3>${say('files')}</h3>
    ${kept.map(k => html`<h4 class="fine">${k.title}</h4><ul class="tags" data-testid="kept-${k.purpose}">${k.files.map(f => one(client, k, f, busy.has(f.id), release))}</ul>`)}</section>`;
}

function one(client: string, kept: Kept, file: FileLine, busy: boolean, release: (file: FileLine, purpose: Kept) => void): TemplateResult {
  const name = nameOf(file);
  const address = desk.fileAddress(client, file.id, kept.purpose);
  const size = file.size === undefined ? nothing : html` <span class="fine whole">${sizeWord(file.size)}</span>`;
  return html`<li class="tag" data-testid="kept-file-${file.id}">${icon('file')}<span class="tag-words">${file.picture
    ? html`<button type="button" class="link" aria-label=${say('enlarge', { name })} @click=${() => enlarge(file, address)}>${name}</button>`
    : html`<a href=${address} download=${name}>${name}</a>`}${size}</span>
    <button type="button" class="round small" data-testid="release" aria-label=${say('keepNoMoreItem', { title: kept.title, name })} ?disabled=${busy} @click=${() => release(file, kept)}>${icon('close')}</button></li>`;
}
