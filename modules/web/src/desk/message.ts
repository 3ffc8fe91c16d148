/** One message on the desk, with what became of it and why. */
import { html, nothing, type TemplateResult } from 'lit';
import { desk } from '../api.ts';
import type { DeskMessage } from '../contract.ts';
import { fileView } from '../ui/file.ts';
import { icon } from '../ui/icons.ts';
import { reasonChip } from '../ui/signs.ts';
import { clock, dayLine, sameDay } from '../ui/when.ts';
import { say as common } from '../words/common.ts';
import { say } from '../words/desk.ts';
import './keep.ts';
import type { Room } from './room.ts';

/** Whose conversation it is. */
export interface Whose { room: Room; client: string; name: string }

export function deskMessage(m: DeskMessage, before: DeskMessage | undefined, whose: Whose): TemplateResult {
  const { name } = whose;
  const aside = m.purpose === 'confidence';
  const own = m.author === 'concierge';
  const by = m.author === 'client' ? name : m.author === 'assistant' ? common('assistant') : m.author === 'house' ? common('house') : common('you');
  return html`${before && sameDay(before.at, m.at) ? nothing : html`<li class="daybreak"><span>${dayLine(m.at)}</span></li>`}
    <li class="said ${own ? 'mine' : m.author}${aside ? ' aside' : ''}" data-seq=${m.seq} data-author=${m.author} data-delivery=${m.delivery ?? 'none'}>
      <div class="bubble"><span class=${m.author === 'assistant' || m.author === 'house' ? 'by' : 'unseen'}>${by}${m.automated ? html` · ${common('automated')}` : nothing}</span>
        ${aside ? html`<span class="between">${icon('lock')}${say('betweenUs')}</span>` : nothing}
        ${m.readable && m.file ? fileView(m.file, desk.fileAddress(whose.client, m.file.id)) : nothing}${words(m, aside)}
        ${m.request ? html`<p class="answered">${say('asked', { title: m.request.title })} · ${say(m.request.answered === 'yes' ? 'answeredYes' : m.request.answered === 'no' ? 'answeredNo' : 'unanswered')}</p>` : nothing}</div>
      ${m.file?.state === 'here' && m.readable && !aside ? html`<cf-keep .room=${whose.room} .client=${whose.client} .file=${m.file}></cf-keep>` : nothing}
      <span class="meta"><time datetime=${m.at}>${clock(m.at)}</time>${m.delivery && m.delivery !== 'none' ? html` · <span class="delivery ${m.delivery}">${say(m.delivery)}</span>` : nothing}</span>
      ${m.reason ? reasonChip(m.reason) : nothing}</li>`;
}

function words(m: DeskMessage, aside: boolean): TemplateResult | typeof nothing {
  if (!m.readable) return html`<p class="gone">${icon('lock')}${say(aside ? 'takenBack' : 'noWords')}</p>`;
  return m.file && !m.text ? nothing : html`<p>${m.text ?? ''}</p>`;
}
