/** Where each part of the staff works. */
import type { Part } from '../contract.ts';

const HOMES: Record<Part, string> = { concierge: '/desk', officer: '/officer', manager: '/manager' };

export const home = (part: Part): string => HOMES[part];
