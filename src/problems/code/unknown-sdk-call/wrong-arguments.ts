/** Arguments that are not what the call takes: it fails, or leaves them out without a word. */
import { confirmed, likely, ruledOut } from '../../../diagnosis/verdict.ts';
import { gatherLogoutOptions, renameKey, spreadObject, swapArguments } from '../../../patches/rules/mend-arguments.ts';
import { nameScopes } from '../../../patches/rules/name-scopes.ts';
import type { RuleResult } from '../../../patches/rules/rule.ts';
import type { ArgumentFault } from '../../../probes/sdk-use/argument-faults.ts';
import { sdkUse } from '../../../probes/sdk-use.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const wrongArguments = cause({
  id: 'wrong-arguments',
  title: 'A call of the SDK gets arguments that it does not take',
  side: 'app',
  docs: 'https://docs.scalekit.com/apis/',
  needs: { use: sdkUse },
  judge: ({ use }) => {
    const [first] = use.wrongArguments;
    if (!first) return ruledOut('Every call gets the arguments that the SDK’s types ask for.');
    const isProved = use.wrongArguments.some((fault) => fault.known.exact && (fault.kind !== 'swapped' || fault.sure));
    return (isProved ? confirmed : likely)(`${sentence(first)} It takes ${signature(first)} (${first.known.name}).`, {
      evidence: use.wrongArguments.map((fault) => ({
        label: `Arguments of ${nameOf(fault)}`,
        expected: fault.kind === 'option' ? fault.real : signature(fault),
        actual: fault.kind === 'option' ? fault.name : shown(fault),
        source: fault.known.sdk.source,
        location: fault.location,
      })),
    });
  },
  remedy: ({ use }) => [
    ...remedyOfRule(use.wrongArguments.map(patch), 'Give the call what it takes'),
    {
      kind: 'steps',
      summary: 'Give the call what it takes',
      steps: use.wrongArguments.map((fault) => ({
        text: `${fault.location.file}:${fault.location.line}: ${sentence(fault)}`,
        copy: fault.kind === 'option' ? fault.real : signature(fault),
      })),
    },
  ],
});

function sentence(fault: ArgumentFault): string {
  const name = nameOf(fault);
  switch (fault.kind) {
    case 'missing':
      return `${name} is called without ${fault.names.join(' and ')}.`;
    case 'too-many':
      return `${name} gets ${fault.use.argNodes.length} arguments; it takes ${fault.method.parameters.length === 1 ? 'one' : fault.method.parameters.length}.`;
    case 'object-for-text':
      return `${name} gets an object where ${fault.parameter}, a string, is due.`;
    case 'text-for-options':
      return `${name} gets a string where the object ${fault.parameter} is due.`;
    case 'swapped':
      return `${name} gets its arguments ${fault.first + 1} and ${fault.second + 1} in each other’s place.`;
    case 'option':
      return `${name} gets the option ${fault.name}, which the SDK leaves out without a word; it is called ${fault.real}.`;
  }
}

function patch(fault: ArgumentFault): RuleResult | undefined {
  switch (fault.kind) {
    case 'object-for-text':
      return fault.order ? spreadObject(fault.use, fault.order) : undefined;
    case 'swapped':
      return swapArguments(fault.use, fault.first, fault.second, fault.sure);
    case 'option':
      return fault.real === 'scopes' ? scopes(fault) : renameKey(fault.use, fault.key, fault.real);
    case 'too-many':
    case 'text-for-options':
      return gatherLogoutOptions(fault.use);
    default:
      return undefined;
  }
}

/** The SDK takes a list of scopes, the protocol a text: the value changes with the name. */
function scopes({ use, key, name }: Extract<ArgumentFault, { readonly kind: 'option' }>): RuleResult | undefined {
  const part = key.type === 'shorthand_property_identifier' ? key : key.parent;
  const [value] = use.args.flatMap((argument) => (argument.kind === 'object' ? [argument.properties.get(name)] : []));
  return part ? nameScopes(part, value, use.module) : undefined;
}

function nameOf({ use }: ArgumentFault): string {
  return use.path.join('.');
}

function signature(fault: ArgumentFault): string {
  const parameters = fault.method.parameters.map(({ name, optional }) => (optional ? `${name}?` : name));
  return `${nameOf(fault)}(${parameters.join(', ')})`;
}

/** Texts may be secrets: names and kinds only. */
function shown({ use }: ArgumentFault): string {
  const kinds = use.args.map(({ kind }, index) => {
    const node = use.argNodes[index];
    if (node?.type === 'identifier') return node.text;
    return kind === 'object' ? '{…}' : kind === 'string' || kind === 'concat' || kind === 'env' ? 'a string' : '…';
  });
  return `${use.path.join('.')}(${kinds.join(', ')})`;
}
