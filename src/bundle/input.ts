/** Everything a support bundle is made of, handed over as values: the bundle itself looks nothing up. */
import type { Redactor } from '../redaction/redactor.ts';
import type { JsonObject, ReportDocument } from '../report/document.ts';
import type { RehearsalReport } from '../report/rehearsal.ts';
import type { RecordedExchange } from '../scalekit/exchanges.ts';

/** Lines of the project round a finding. */
export interface CodeExcerpt {
  readonly file: string;
  /** 1-based. */
  readonly startLine: number;
  readonly text: string;
}

export interface BundledPatch {
  readonly diff: string;
  readonly applied: boolean;
}

/** What a SAML response or a JWT says, decoded. */
export interface DecodedClaims {
  /** "id_token", "SAMLResponse". */
  readonly source: string;
  readonly claims: JsonObject;
}

/** What support asks for, as far as it is known. */
export interface Narrative {
  /** What the user saw, in his own words or as pasted: the full error text. */
  readonly symptom: string;
  readonly environmentUrl?: string;
  readonly environmentId?: string;
  readonly clientId?: string;
  readonly resourceId?: string;
  readonly organizationId?: string;
  readonly connectionId?: string;
  readonly directoryId?: string;
  /** "Node SDK 2.11.0 with Express over HTTPS". */
  readonly client?: string;
  /** When it happened, with its zone. */
  readonly occurredAt?: string;
  /** Of the failing answers: header name and value. */
  readonly requestIds?: readonly { readonly name: string; readonly value: string }[];
  readonly webhook?: { readonly messageId?: string; readonly deliveredAt?: string };
  readonly stepsToReproduce?: readonly string[];
}

export interface BeforeAfter {
  readonly finding: string;
  readonly before: string;
  readonly after: string;
}

/** The last rehearsal of the project. Redacted. */
export interface BundledRehearsal extends RehearsalReport {
  /** When it was over, ISO 8601. */
  readonly at: string;
}

export interface BundleInput {
  readonly report: ReportDocument;
  readonly exchanges: readonly RecordedExchange[];
  readonly project: JsonObject;
  readonly excerpts: readonly CodeExcerpt[];
  readonly patches: readonly BundledPatch[];
  readonly claims?: readonly DecodedClaims[];
  /** The user wants names and addresses in the claims to stay. */
  readonly keepsPeople?: boolean;
  readonly tried: readonly string[];
  readonly narrative: Narrative;
  readonly beforeAfter?: readonly BeforeAfter[];
  readonly rehearsal?: BundledRehearsal;
  readonly tool: { readonly name: string; readonly version: string };
  /** "Node.js 20.20.2". */
  readonly runtime: string;
  /** "linux 6.1 x64". */
  readonly os: string;
  /** When the bundle was made, ISO 8601 with zone. */
  readonly createdAt: string;
  readonly redactor: Redactor;
}

export interface BundleEntry {
  /** Path inside the archive, with `/`. */
  readonly name: string;
  readonly text: string;
}
