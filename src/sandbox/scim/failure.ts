/** Refusals of the SCIM endpoint, with the keywords of RFC 7644 §3.12. */

export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness';

export class ScimFailure extends Error {
  override readonly name = 'ScimFailure';
  readonly status: number;
  readonly scimType: ScimType | undefined;

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

export const bad = (scimType: ScimType, detail: string): ScimFailure => new ScimFailure(400, detail, scimType);

export function failureBody({ status, scimType, message }: ScimFailure): unknown {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error'];
  return { schemas, status: String(status), ...(scimType ? { scimType } : {}), detail: message };
}
