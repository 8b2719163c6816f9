/** Fifth set: texts as developers paste them into mails, chats and tickets, written without a look at the rules. */
import type { Place } from '../third/kind.ts';
import { codePlaces } from './places-code.ts';
import { shellPlaces } from './places-shell.ts';
import { trafficPlaces } from './places-traffic.ts';

export const fifthPlaces: readonly Place[] = [...shellPlaces, ...codePlaces, ...trafficPlaces];
