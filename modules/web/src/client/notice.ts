/** The notice before the first word: three sentences, one unticked box for each purpose that needs a yes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Notice, Purpose } from '../contract.ts';
import { icon } from '../ui/icons.ts';
import { say } from '../words/client.ts';
import { say as common } from '../words/common.ts';

export interface Choices { notice: Notice; given: ReadonlySet<string>; changed: boolean; busy: boolean }

export function noticeView(c: Choices, toggle: (purpose: string) => void, start: () => void): TemplateResult {
  const needed = c.notice.purposes.filter(p => p.basis !== 'consent');
  const asked = c.notice.purposes.filter(p => p.basis === 'consent');
  return html`<form class="notice" data-testid="notice" @submit=${(e: Event) => { e.preventDefault(); start(); }}>
    <h1>${say('noticeTitle')}</h1>
    ${c.changed ? html`<p class="chip" role="alert">${icon('alert')}<span>${say('noticeChanged')}</span></p>` : nothing}
    ${c.notice.paragraphs.map(p => html`<p class="lead">${p}</p>`)}
    <h2>${say('noticeService')}</h2><ul class="choices">${needed.map(locked)}</ul>
    ${asked.length === 0 ? nothing : html`<fieldset><legend><h2>${say('noticeChoices')}</h2></legend>
      <ul class="choices">${asked.map(p => choice(p, c.given.has(p.id), toggle))}</ul></fieldset>
      <p class="soft">${say('noticeHint')}</p>`}
    <button class="main wide" data-testid="start-chat" ?disabled=${c.busy}>${say('start')}</button>
    <p class="fine">${say('noticeProof', { version: c.notice.version })} · <code title=${c.notice.sha256}>${c.notice.sha256.slice(0, 12)}</code></p>
  </form>`;
}

function locked(p: Purpose): TemplateResult {
  return html`<li class="choice locked" data-testid="purpose-${p.id}"><span class="choice-sign">${icon('lock')}</span>
    <span class="choice-words"><b>${p.title}</b> <span class="tagline">${common(p.basis === 'contract' ? 'contract' : 'legal')}</span><span class="soft">${p.why}</span></span></li>`;
}

function choice(p: Purpose, on: boolean, toggle: (purpose: string) => void): TemplateResult {
  return html`<li class="choice"><input type="checkbox" id="purpose-${p.id}" data-testid="consent-${p.id}" .checked=${on}
      aria-describedby="why-${p.id}" @change=${() => toggle(p.id)}>
    <span class="choice-words"><label for="purpose-${p.id}">${p.title}</label><span class="soft" id="why-${p.id}">${p.why}</span></span></li>`;
}
