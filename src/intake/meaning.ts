/** What a thing that was read means where nothing in it points to a problem: “I read: a token” is never the last word. Pure. */
import { explainCode } from './codes.ts';
import type { Artefact, ArtefactKind, ErrorCodeArtefact, Intake } from './types.ts';

const meanings: Readonly<Record<ArtefactKind, string>> = {
  'error-code': 'An error code by itself: the text around it, or the address it came with, would say more.',
  sentence: 'No known problem is described in it. Say what you did, what you expected and what you saw.',
  'stack-trace':
    'None of its messages is a known one of Scalekit’s SDKs. The lines of the log just before it often name the cause.',
  log: 'No line of it names a known fault. The lines just around the failed login say most.',
  'callback-url':
    'The login came back without an error, so Scalekit let it pass. What fails after that fails in the app: its answer or log would say more.',
  'authorize-url': 'A request for a login. What it asks for can be held against the environment: `scalekit-fix check -` does.',
  jwt: 'By its own times the token is valid now. Whether signature, issuer and audience are right, `scalekit-fix check -` says.',
  'token-response': 'The tokens were issued, so the credentials and the code were right. What fails after that fails in the app.',
  'saml-response': 'Whether it fits the connection, `scalekit-fix check -` says.',
  'saml-metadata': 'Whether it fits the connection, `scalekit-fix check -` says.',
  'webhook-delivery': 'Whether its signature fits the secret of the project, `scalekit-fix check -` says.',
  har: 'No request in it failed. Record the failing login once more, with “Preserve log” on.',
  'gateway-error': 'An answer of Scalekit’s API. Its message and its error code say what was refused.',
  'axios-error': 'A request that failed. The body of its answer (`error.response.data`) names the reason; print that.',
  'env-file': 'Settings. `scalekit-fix check` holds those of the project against the environment.',
  'code-snippet': 'None of its calls is known to be wrong. `scalekit-fix check` reads the code of the project.',
  'redirect-uri': 'A redirect URI. `scalekit-fix check` holds those of the project against the registered ones.',
};

/** What is known of every code in it, then what the rest means: the words that `explain` and `check -` share. */
export function notesOf(intake: Intake): string[] {
  // What a finding says needs no second telling.
  const said = new Set(intake.pointers.map(({ code }) => code?.title));
  const known = intake.artefacts.flatMap((artefact) =>
    artefact.kind === 'error-code' && !said.has(explainCode(artefact.code)?.title) ? (sentenceOf(artefact) ?? []) : [],
  );
  return [...new Set([...known, ...meaningOf(intake), ...(intake.nothingOfOurs === undefined ? [] : [intake.nothingOfOurs])])];
}

function sentenceOf({ code, values }: ErrorCodeArtefact): string | undefined {
  const known = explainCode(code);
  return known ? `${String(values['code'] ?? known.code)}: ${known.meaning}` : undefined;
}

/** One sentence for each kind of thing that was read; empty where a problem is pointed to, or nothing in the text is ours. */
export function meaningOf({ artefacts, pointers, nothingOfOurs }: Intake): string[] {
  if (pointers.length > 0 || nothingOfOurs !== undefined) return [];
  return [...new Set(artefacts.map(meaning))];
}

function meaning(artefact: Artefact): string {
  return (artefact.kind === 'error-code' ? sentenceOf(artefact) : undefined) ?? meanings[artefact.kind];
}
