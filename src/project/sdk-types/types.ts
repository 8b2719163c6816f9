/** What a version of the Node SDK offers: its calls, their arguments and what they give. Plain data, so that it can be kept as JSON. */

/** The shape of a value, as far as it is told apart here; an object by its fields, `any` where nothing is said of it. */
export type SdkShape = 'string' | 'number' | 'boolean' | 'array' | 'void' | 'any' | { readonly [field: string]: SdkShape };

export interface SdkParameter {
  readonly name: string;
  readonly optional?: true;
  readonly shape: SdkShape;
}

export interface SdkMethod {
  readonly parameters: readonly SdkParameter[];
  /** It takes any number of further arguments. */
  readonly rest?: true;
  readonly promise?: true;
  readonly gives: SdkShape;
}

export interface SdkApi {
  /** By path: `getAuthorizationUrl`, `organization.listOrganization`. */
  readonly methods: ReadonlyMap<string, SdkMethod>;
  /** Members that are no methods, or private ones: they exist at run time, and no more is known of them. */
  readonly others: ReadonlySet<string>;
  /** The services: `organization`, `connection` … */
  readonly services: ReadonlySet<string>;
}
