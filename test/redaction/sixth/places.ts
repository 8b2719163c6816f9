import type { Place } from '../third/kind.ts';
import { sixthCodePlaces } from './places-code.ts';
import { sixthConfigPlaces } from './places-config.ts';
import { sixthInfraPlaces } from './places-infra.ts';
import { sixthLogPlaces } from './places-logs.ts';
import { sixthProsePlaces } from './places-prose.ts';
import { sixthTrafficPlaces } from './places-traffic.ts';

/** Where the sixth set puts secrets. */
export const sixthPlaces: readonly Place[] = [
  ...sixthLogPlaces,
  ...sixthConfigPlaces,
  ...sixthInfraPlaces,
  ...sixthTrafficPlaces,
  ...sixthCodePlaces,
  ...sixthProsePlaces,
];
