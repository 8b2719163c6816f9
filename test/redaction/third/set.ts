/** The third set: kinds × places, written without a look at the rules. */
import type { Kind, Place } from './kind.ts';
import { ownKinds } from './kinds-own.ts';
import { serviceKinds } from './kinds-services.ts';
import { codePlaces } from './places-code.ts';
import { configPlaces } from './places-config.ts';
import { logPlaces } from './places-logs.ts';
import { trafficPlaces } from './places-traffic.ts';

export const thirdKinds: readonly Kind[] = [...ownKinds, ...serviceKinds];
export const thirdPlaces: readonly Place[] = [...configPlaces, ...codePlaces, ...trafficPlaces, ...logPlaces];

/** Holds no secret of its own and writes the name of the field; what stands in a cookie is a credential whatever it is called. */
export const namesAndNoSecret = ({ write, name }: Place): boolean =>
  /marker/i.test(write('marker', 'x')) && !/Kubernetes Secret|multipart|cookie/i.test(name);

export const plainPlaces: readonly Place[] = thirdPlaces.filter(namesAndNoSecret);
