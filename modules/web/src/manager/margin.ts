/** How far noise reaches. */

/** The least n for which 19 of 20 draws of two-sided geometric noise lie within -n and n. */
export function margin(epsilon: string): number {
  const [above = 1, below = 1] = epsilon.split('/').map(Number);
  const step = Math.exp(-above / below);
  return Math.max(0, Math.ceil(Math.log(0.025 * (1 + step)) / Math.log(step)) - 1);
}
