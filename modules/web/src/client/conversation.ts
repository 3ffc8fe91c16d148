/** The words said so far, as the client sees them. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatMessage } from '../contract.ts';
import { icon } from '../ui/icons.ts';
import { clock, dayLine, sameDay } from '../ui/when.ts';
import { say } from '../words/client.ts';
import { say as common } from '../words/common.ts';
import type { Waiting } from './outgoing.ts';

export interface Talk { messages: ChatMessage[]; waiting: readonly Waiting[]; concierge: string; answering: ReadonlySet<number> }
export interface TalkActs { answer: (m: ChatMessage, given: boolean) => void; retry: (id: string) => void }

export function talkView(t: Talk, acts: TalkActs): TemplateResult {
  return html`<ol class="talk">
    ${repeat(t.messages, m => m.seq, (m, i) => html`${dayBreak(m, t.messages[i - 1])}${message(m, t, acts)}`)}
    ${repeat(t.waiting, w => w.clientMessageId, w => html`<li class="said mine" data-state=${w.state}>
      <div class="bubble"><p>${w.text}</p></div>
      <span class="meta">${w.state === 'failed'
        ? html`${say('failed')} <button type="button" class="link" @click=${() => acts.retry(w.clientMessageId)}>${common('retry')}</button>`
        : say(w.state)}</span></li>`)}
  </ol>`;
}

function dayBreak(m: ChatMessage, before: ChatMessage | undefined): TemplateResult | typeof nothing {
  return before && sameDay(before.at, m.at) ? nothing : html`<li class="daybreak"><span>${dayLine(m.at)}</span></li>`;
}

function author(m: ChatMessage, concierge: string): string {
  if (m.author === 'client') return common('you');
  return m.author === 'concierge' ? concierge : m.author === 'assistant' ? common('assistant') : common('house');
}

function message(m: ChatMessage, t: Talk, acts: TalkActs): TemplateResult {
  const mine = m.author === 'client';
  return html`<li class="said ${mine ? 'mine' : m.author}${m.betweenUs ? ' aside' : ''}" data-seq=${m.seq} data-author=${m.author}>
    <div class="bubble"><span class="${mine ? 'unseen' : 'by'}">${author(m, t.concierge)}${m.automated ? html` · ${common('automated')}` : nothing}</span>
      ${m.betweenUs ? html`<span class="between">${icon('lock')}${say('betweenUs', { name: t.concierge })}</span>` : nothing}
      <p>${m.betweenUs && !m.text ? say('takenBack') : mine ? m.text : linked(m.text)}</p>${piece(m)}${m.request ? request(m, t.answering.has(m.seq), acts) : nothing}</div>
    <time class="meta" datetime=${m.at}>${clock(m.at)}</time></li>`;
}

/** Addresses in what the house says become links; nothing tells the house whether they are followed. */
function linked(text: string): (string | TemplateResult)[] {
  return text.split(/(https?:\/\/[^\s<>"'）。，]+)/).map((part, i) =>
    i % 2 ? html`<a href=${part} rel="noreferrer noopener" target="_blank">${part}</a>` : part);
}

function piece(m: ChatMessage): TemplateResult | typeof nothing {
  if (m.picture?.startsWith('data:image/')) return html`<img class="piece" src=${m.picture} alt=${say('picture')}>`;
  if (m.link && /^https?:\/\//.test(m.link)) return html`<a class="piece" href=${m.link} rel="noreferrer noopener" target="_blank">${m.link}</a>`;
  return nothing;
}

function request(m: ChatMessage, busy: boolean, acts: TalkActs): TemplateResult {
  const r = m.request!;
  if (r.answered) return html`<p class="answered">${icon('check')}${say(r.answered === 'yes' ? 'answeredYes' : 'answeredNo')} · ${r.title}</p>`;
  return html`<div class="ask" role="group" aria-label=${r.title} data-testid="consent-request-${r.purpose}">
    <b>${r.title}</b><span>${r.why}</span>
    <div class="pair"><button type="button" ?disabled=${busy} data-testid="consent-yes" @click=${() => acts.answer(m, true)}>${common('yes')}</button>
      <button type="button" ?disabled=${busy} data-testid="consent-no" @click=${() => acts.answer(m, false)}>${common('no')}</button></div>
    <span class="fine">${say('equal')}</span></div>`;
}
