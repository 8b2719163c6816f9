/** Tools of third parties: listed for an account, made, changed, and executed with an answer that says what would have been done. */
import type { Tool, ToolService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/tools/tools_pb.js';
import { accountOf, accountsOf, activeAccount, appConnection } from '../../agents/accounts.ts';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { exists, found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { matches, now } from './shared.ts';

export const tools: Implementation<typeof ToolService> = {
  createTool: ({ tool: given }, environment) => {
    const name = textIn(given?.definition, 'name');
    if (!given || name === '') throw invalid('tool.definition.name is required');
    if (toolNamed(name, environment)) throw exists('a tool of this name');
    const id = newId('tol');
    return { tool: environment.store.tools.put(id, { ...given, id, isDefault: true, updatedAt: now(environment) }) };
  },
  updateTool: ({ tool: given }, environment) => {
    const current = found(environment.store.tools.get(given?.id ?? ''), 'tool');
    const next = {
      ...current,
      definition: given?.definition ?? current.definition,
      metadata: given?.metadata ?? current.metadata,
      tags: given && given.tags.length > 0 ? given.tags : current.tags,
      updatedAt: now(environment),
    };
    return { tool: environment.store.tools.put(current.id, next) };
  },
  deleteTool: ({ id }, environment) => {
    found(environment.store.tools.remove(id) || undefined, 'tool');
    return {};
  },
  setToolDefault: ({ name, schemaVersion, toolVersion }, environment) => {
    const tool = found(
      environment.store.tools
        .list()
        .find(({ definition }) =>
          Object.entries({ name, schema_version: schemaVersion, tool_version: toolVersion }).every(
            ([key, value]) => textIn(definition, key) === value,
          ),
        ),
      'tool',
    );
    return { tool: environment.store.tools.put(tool.id, { ...tool, isDefault: true, updatedAt: now(environment) }) };
  },
  listTools: (request, environment) => {
    const { summary, provider, toolName, query, identifier, connector, connectedAccountId: id } = request.filter ?? {};
    const account = id || (identifier && connector) ? accountOf({ ...request.filter, id }, environment).account : undefined;
    const all = environment.store.tools
      .list()
      .filter((tool) => !provider || sameText(tool.provider, provider))
      .filter((tool) => !account || sameText(tool.provider, account.provider))
      .filter((tool) => !toolName?.length || toolName.includes(nameOf(tool)))
      .filter((tool) => !query || matches(query, nameOf(tool), textIn(tool.definition, 'description'), ...tool.tags));
    const { items, ...page } = pageOf(all, request);
    return { ...page, ...(summary ? { toolNames: items.map(nameOf) } : { tools: items }) };
  },
  listScopedTools: (request, environment) => {
    const { identifier, filter } = request;
    const { providers = [], toolNames = [], connectionNames = [] } = filter ?? {};
    for (const name of connectionNames) found(appConnection(name, environment), `connection ${name}`);
    const all = accountsFor(identifier, environment)
      .filter(({ connector }) => connectionNames.length === 0 || connectionNames.includes(connector))
      .flatMap((account) =>
        toolsOf(account.provider, environment).map((tool) => ({ tool, identifier, connectedAccountId: account.id })),
      )
      .filter(({ tool }) => providers.length === 0 || providers.some((provider) => sameText(provider, tool.provider)))
      .filter(({ tool }) => toolNames.length === 0 || toolNames.includes(nameOf(tool)));
    const { items, ...page } = pageOf(all, request);
    return { ...page, tools: items };
  },
  listAvailableTools: (request, environment) => {
    const providers = accountsFor(request.identifier, environment).map(({ provider }) => provider);
    const all = environment.store.tools.list().filter((tool) => providers.some((provider) => sameText(provider, tool.provider)));
    const { items, ...page } = pageOf(all, request);
    return { ...page, tools: items };
  },
  executeTool: (request, environment) => {
    const { toolName, params = {}, connectedAccountId: id } = request;
    const tool = found(toolNamed(toolName, environment), 'tool');
    const account = activeAccount(accountOf({ ...request, id }, environment), environment);
    if (!sameText(account.provider, tool.provider)) throw invalid('the tool is not one of the connected account');
    const missing = requiredOf(tool).filter((name) => !Object.hasOwn(params, name));
    if (missing.length > 0) throw invalid(`params: ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} required`);
    return {
      executionId: newId('exec'),
      data: { tool: toolName, provider: tool.provider, identifier: account.identifier, input: params },
    };
  },
};

function accountsFor(identifier: string, environment: Environment) {
  return accountsOf({}, environment).flatMap(({ account }) => (account.identifier === identifier ? [account] : []));
}

function toolsOf(provider: string, { store }: Environment): Tool[] {
  return store.tools.list().filter((tool) => sameText(tool.provider, provider));
}

function toolNamed(name: string, { store }: Environment): Tool | undefined {
  return store.tools.list().find((tool) => nameOf(tool) === name);
}

function nameOf({ definition }: Tool): string {
  return textIn(definition, 'name');
}

function requiredOf({ definition }: Tool): string[] {
  const schema = definition?.['input_schema'];
  const required = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema['required'] : undefined;
  return Array.isArray(required) ? required.map(String) : [];
}

function textIn(definition: Tool['definition'], name: string): string {
  const value = definition?.[name];
  return typeof value === 'string' ? value : '';
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
