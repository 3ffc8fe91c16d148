/** The erasures of clients, with the date of each stage. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AuditErasures } from '../contract.ts';
import { empty, skeleton } from '../ui/signs.ts';
import { precise } from '../ui/when.ts';
import { say } from '../words/officer.ts';

export function erased(all: AuditErasures | null): TemplateResult {
  if (!all) return skeleton(2);
  if (all.total === 0) return empty(say('erasuresEmpty'), say('erasuresEmptyText'));
  const at = (time?: string) => (time ? html`<time datetime=${time}>${precise(time)}</time>` : '–');
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${say('erasures')}><table data-testid="erasures"><thead><tr><th scope="col">${say('pseudonym')}</th><th scope="col">${say('erasureAsked')}</th><th scope="col">${say('erasureStopped')}</th><th scope="col">${say('erasureSealed')}</th><th scope="col">${say('erasureFinal')}</th><th scope="col">${say('erasurePromised')}</th></tr></thead>
    <tbody>${all.erasures.map(({ pseudonym, erasure: e, cause }) => html`<tr data-stage=${e.stage}><td><code>${pseudonym.slice(0, 12)}</code></td><td>${at(e.askedAt)}${cause === 'retention' ? html`<br><span class="soft">${say('erasureByTime')}</span>` : nothing}</td><td>${e.stage === 'begun' ? say('erasureHeld') : at(e.stoppedAt)}</td><td>${at(e.sealedAt)}</td><td>${at(e.endedAt)}</td>
      <td>${at(e.promised)}${e.provable ? nothing : html`<br><span class="soft">${say('erasureUnproven')}</span>`}</td></tr>`)}</tbody></table></div>
    ${all.total > all.erasures.length ? html`<p class="fine">${say('erasuresMore', { n: String(all.total - all.erasures.length) })}</p>` : nothing}`;
}
