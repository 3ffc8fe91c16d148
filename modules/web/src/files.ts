/** What a file may be, before it is sent. */

/** The largest file that the house takes, in bytes. */
export const LARGEST = 20 * 1024 * 1024;
/** The most that can be said beside a file. */
export const LONGEST_WORDS = 1000;
const LONGEST_NAME = 255;
const LONGEST_CODED = 2000;

export type Unfit = 'tooLarge' | 'emptyFile';

/** Why a file cannot be sent; null where it can. */
export function unfit(file: { size: number }): Unfit | null {
  if (file.size > LARGEST) return 'tooLarge';
  return file.size === 0 ? 'emptyFile' : null;
}

/** Text without halves of letters, which no header carries. */
export const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A name as the house takes it: in its middle as long as it may be, with its ending. */
export function plainName(name: string): string {
  const letters = [...whole(name)];
  const dot = letters.lastIndexOf('.');
  const ending = dot > 0 && letters.length - dot <= 12 ? letters.splice(dot) : [];
  const all = () => letters.join('') + ending.join('');
  while (letters.length > 0 && (all().length > LONGEST_NAME || encodeURIComponent(all()).length > LONGEST_CODED)) letters.pop();
  return all();
}

/** A size as people read it. */
export function sizeWord(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The file that somebody pasted or dropped; null where it was words. */
export function fileOf(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null;
}
