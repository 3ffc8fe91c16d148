/** The desk by keyboard. Single keys count only when nobody is writing and no dialog is open. */
import type { say } from '../words/desk.ts';

type Word = Parameters<typeof say>[0];
export const KEYS: readonly [readonly string[], Word][] = [
  [['1', '2', '3', '4'], 'keyPanes'], [['j', 'k'], 'keyNext'], [['e'], 'keyDone'], [['t'], 'keyTag'], [['/'], 'keySearch'], [['?'], 'keyHelp'],
];

export interface Acts { focus(n: number): void; step(by: number): void; done(): void; tag(): void; search(): void; help(): void }

export function keysOf(acts: Acts): (e: KeyboardEvent) => void {
  return e => {
    const target = e.target as HTMLElement;
    if (e.key === 'Escape' && target.closest('textarea, input[type=search]')) return target.blur();
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || target.closest('input, textarea, select, dialog[open]')) return;
    if (document.querySelector('dialog[open]')) return;
    const act = actFor(e.key, acts);
    if (!act) return;
    e.preventDefault();
    act();
  };
}

function actFor(key: string, acts: Acts): (() => void) | undefined {
  if (key >= '1' && key <= '4' && key.length === 1) return () => acts.focus(Number(key));
  const table: Record<string, () => void> = {
    j: () => acts.step(1), k: () => acts.step(-1), e: acts.done, t: acts.tag, '/': acts.search, '?': acts.help,
  };
  return table[key];
}
