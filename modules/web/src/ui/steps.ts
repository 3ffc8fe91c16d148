/** The steps of a request, as the client and the officer read them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestStep } from '../contract.ts';
import { precise } from './when.ts';
import { say } from '../words/requests.ts';

type Said = Parameters<typeof say>[0];

const WORDS: Record<string, Said> = {
  'asked/identity': 'askedIdentity', 'asked/meaning': 'askedMeaning', 'extended/complex': 'extendedComplex', 'extended/many': 'extendedMany',
  'answered/done': 'answeredDone', 'answered/partly': 'answeredPartly',
};

function title(step: RequestStep): string {
  if (step.move === 'law') return say('law', { word: step.title ?? step.detail });
  if (step.move === 'refused') return say('refused', { word: say(step.detail as Said) });
  if (step.move === 'received') return `${say('received')} (${say(step.detail as Said)})`;
  return say(WORDS[`${step.move}/${step.detail}`] ?? 'cleared');
}

export function taken(steps: RequestStep[]): TemplateResult {
  return html`<ol class="steps">${steps.map(s => html`<li data-move=${s.move}><b>${title(s)}</b> <time class="fine" datetime=${s.at}>${precise(s.at)}</time>
    ${s.words ? html`<p>${s.words}</p>` : nothing}${s.move === 'refused' ? html`<p class="fine">${say('remedyLine')}</p>` : nothing}</li>`)}</ol>`;
}
