/** Recognises what somebody pasted or typed, and what it points to. Pure and offline; it proves nothing. */
import { recogniseApiErrors } from './artefacts/api-errors.ts';
import { recogniseCode } from './artefacts/code-snippet.ts';
import { recogniseEnvFile } from './artefacts/env-file.ts';
import { codeArtefacts } from './artefacts/error-code.ts';
import { recogniseHar } from './artefacts/har.ts';
import { recogniseJwts } from './artefacts/jwt.ts';
import { recogniseLog } from './artefacts/log.ts';
import { recogniseSaml } from './artefacts/saml.ts';
import { proseOf, recogniseSentence } from './artefacts/sentence.ts';
import type { Source } from './artefacts/source.ts';
import { recogniseStackTraces } from './artefacts/stack-trace.ts';
import { recogniseTokenResponses } from './artefacts/token-response.ts';
import { recogniseUrls } from './artefacts/urls.ts';
import { recogniseWebhook } from './artefacts/webhook.ts';
import { cluesOfArtefacts, isOthersToken } from './match/artefact-clues.ts';
import { cluesOfCodes, phraseWeight } from './match/code-clues.ts';
import { findCodes } from './match/code-hits.ts';
import { cluesOfProse } from './match/prose-clues.ts';
import { cluesOfRequests, requestsIn } from './match/request-clues.ts';
import { turnsIn } from './match/turns-of-code.ts';
import { type Clue, mergeClues } from './pointers.ts';
import { unwrap } from './scan/unwrap.ts';
import { viewOf } from './scan/view.ts';
import type { Artefact, ArtefactKind, Intake, RecogniseOptions } from './types.ts';

export { type CodeExplanation, explainCode } from './codes.ts';
export { describeIntake } from './describe.ts';
export { meaningOf, notesOf } from './meaning.ts';
export type * from './types.ts';

/** Kinds that are ours by themselves, even where they point to no problem. */
const telling: ReadonlySet<ArtefactKind> = new Set([
  'error-code',
  'callback-url',
  'authorize-url',
  'jwt',
  'token-response',
  'saml-response',
  'saml-metadata',
  'webhook-delivery',
  'env-file',
  'code-snippet',
]);

/** The length that is looked at; what comes after it is left out. */
const longestInput = 16_000_000;

export function recognise(text: string, options: RecogniseOptions = {}): Intake {
  const { text: input, decoded, placeOf } = unwrap(text.length > longestInput ? text.slice(0, longestInput) : text);
  const source: Source = { input, view: viewOf(input), now: options.now ?? Date.now() };
  const codes = findCodes(source.view.text, options.registrySymptoms);
  const found: Artefact[] = [
    ...codeArtefacts(source, codes),
    ...recogniseHar(source),
    ...recogniseLog(source),
    ...recogniseUrls(source),
    ...recogniseJwts(source),
    ...recogniseTokenResponses(source),
    ...recogniseSaml(source),
    ...recogniseWebhook(source),
    ...recogniseApiErrors(source),
    ...recogniseEnvFile(source),
    ...recogniseCode(source),
    ...recogniseStackTraces(source),
  ];
  const turns = turnsIn(source.view.text);
  const prose = proseOf(source, found, codes, turns);
  const wrapping = decoded.length === 0 ? '' : `, out of ${decoded.join(' in ')}`;
  const artefacts = [...found, ...recogniseSentence(source, prose, found)]
    .map((artefact): Artefact => ({ ...artefact, label: `${artefact.label}${wrapping}`, range: placeOf(artefact.range) }))
    .sort((a, b) => a.range.start - b.range.start);
  const said = codes.some(({ entry, certainty }) => certainty === 'sure' && entry !== undefined && !entry.vague);
  // A code of a server says more about a request than what the request lacks, and a guess beside it only confuses.
  const unguessed = (list: readonly Clue[]): readonly Clue[] =>
    said ? list.filter(({ strength }) => strength === 'likely') : list;
  const certain: Clue[] = [
    ...cluesOfCodes(codes, source.view.text),
    ...unguessed(cluesOfArtefacts(said ? found.filter(({ kind }) => kind !== 'authorize-url') : found, source.now)).map(
      (clue): Clue => (said ? { ...clue, strength: 'possible' } : clue),
    ),
    ...unguessed([...cluesOfRequests(requestsIn(source.view.text, found)), ...turns.map(({ clue }) => clue)]),
  ];
  const ofProse = cluesOfProse(prose, {
    around: source.view.text,
    guess: certain.length === 0,
    told: certain.some(({ strength, weight }) => strength === 'likely' && weight > phraseWeight),
  });
  const clues = [...certain, ...unguessed(ofProse)];
  const pointers = mergeClues(clues);
  if (pointers.length > 0 || artefacts.some(isTelling)) return { artefacts, pointers };
  return { artefacts, pointers, nothingOfOurs: nothing(text) };
}

function isTelling(artefact: Artefact): boolean {
  return telling.has(artefact.kind) && !(artefact.kind === 'jwt' && isOthersToken(artefact.claims));
}

const namedWithin = 100_000;

function nothing(text: string): string {
  if (text.trim() === '') return 'There is nothing in it to read.';
  if (/scalekit/i.test(text.slice(0, namedWithin)))
    return 'It names Scalekit and no problem that I know. Say what you see (the message, the address, the log line) and I look again; documentation is at https://docs.scalekit.com, and support@scalekit.com answers questions.';
  return 'Nothing in it concerns Scalekit: no error code, token or address of a login, and no words about logging in, SSO, SCIM, sessions or webhooks that I know.';
}
