/** What a rehearsal would start, read from the folder: shown to the user before anything runs. Starts nothing. */
import type { FactSheet } from '../../diagnosis/fact-sheet.ts';
import { atPort, type StartChoice } from '../../rehearsal/stage/facts.ts';
import { writtenPortOf } from '../../rehearsal/stage/plan.ts';
import type { DiagnosisContext } from '../diagnosis.ts';
import type { CommandIo, CommonOptions } from '../options.ts';
import { reopen } from '../repair.ts';
import type { Proposed } from './consent.ts';
import { stageFacts } from './facts.ts';
import { choosePort } from './start.ts';

export type Prepared =
  | { readonly kind: 'ready'; readonly proposed: Proposed }
  | { readonly kind: 'cannot'; readonly why: string };

/** `given`: the command that the user names. */
export async function prepare(
  context: DiagnosisContext,
  options: CommonOptions,
  io: CommandIo,
  sheet: FactSheet,
  { given, attach = false }: { readonly given?: StartChoice | undefined; readonly attach?: boolean } = {},
): Promise<Prepared> {
  const facts = await stageFacts(sheet, await reopen(context, options, io));
  const found = given ?? facts.start;
  if (!found)
    return {
      kind: 'cannot',
      why:
        facts.noStart ??
        'How the app is started cannot be told from its files. Name the command: scalekit-fix rehearse -- COMMAND.',
    };
  const writtenPort = writtenPortOf(facts);
  const chosen = attach ? { port: writtenPort } : await choosePort(writtenPort, { ...facts, start: found });
  if ('stranger' in chosen) return { kind: 'cannot', why: chosen.stranger };
  return { kind: 'ready', proposed: { facts, start: atPort(found, chosen.port), port: chosen.port, writtenPort } };
}
