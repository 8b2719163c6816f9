/** What two session policies come to: an organization's can only tighten the application's. Pure. */
export type Unit = 'MINUTES' | 'HOURS' | 'DAYS' | string;

export interface PolicyPart {
  /** Seconds. */
  readonly absolute: number | undefined;
  /** Seconds; undefined where it is off. */
  readonly idle: number | undefined;
}

export interface Timeout {
  readonly seconds: number;
  /** Whose policy decides. */
  readonly from: 'application' | 'organization';
  /** What the other policy says, which does not count; absent where it says nothing. */
  readonly other?: number;
}

export interface EffectivePolicy {
  readonly absolute: Timeout | undefined;
  readonly idle: Timeout | undefined;
  /** Seconds. */
  readonly accessToken: number | undefined;
}

export function inSeconds(value: number | undefined, unit: Unit | undefined): number | undefined {
  if (value === undefined || value <= 0) return undefined;
  return value * (unit === 'DAYS' ? 86_400 : unit === 'HOURS' ? 3_600 : 60);
}

export function effectivePolicy(
  application: PolicyPart,
  organization: PolicyPart | undefined,
  accessToken: number | undefined,
): EffectivePolicy {
  const tighter = (key: 'absolute' | 'idle'): Timeout | undefined => {
    const own = organization?.[key];
    const app = application[key];
    const beside = (other: number | undefined) => (other === undefined ? {} : { other });
    if (own !== undefined && (app === undefined || own < app)) return { seconds: own, from: 'organization', ...beside(app) };
    return app === undefined ? undefined : { seconds: app, from: 'application', ...beside(own) };
  };
  return { absolute: tighter('absolute'), idle: tighter('idle'), accessToken };
}
