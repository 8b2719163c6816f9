/** Reads the calls that the SDK has out of its type files (`lib/*.d.ts`). Does no I/O but for the grammar. */
import { field, namedChildren, propertyName } from '../syntax/nodes.ts';
import { parse, type SyntaxNode } from '../syntax/parser.ts';
import type { SdkApi, SdkMethod, SdkParameter, SdkShape } from './types.ts';

/** Fields of fields of fields are told apart, no deeper. */
const MOST_DEPTH = 3;
const CLIENT = 'ScalekitClient';

/** `texts` are the type files; undefined where they hold no client. */
export async function apiOf(texts: readonly string[]): Promise<SdkApi | undefined> {
  const types = new Map<string, SyntaxNode>();
  for (const text of texts) {
    for (const statement of namedChildren((await parse('typescript', text)).rootNode)) {
      const declared = declaredBy(statement);
      const name = declared ? field(declared, 'name')?.text : undefined;
      if (declared && name !== undefined && !types.has(name)) types.set(name, declared);
    }
  }
  const client = types.get(CLIENT);
  if (!client) return undefined;
  const methods = new Map<string, SdkMethod>();
  const others = new Set<string>();
  const services = new Set<string>();
  readClass(client, '', types, { methods, others, services });
  return methods.size > 0 ? { methods, others, services } : undefined;
}

function declaredBy(statement: SyntaxNode): SyntaxNode | undefined {
  const inner =
    statement.type === 'export_statement' ? (field(statement, 'declaration') ?? field(statement, 'value')) : statement;
  if (inner?.type === 'ambient_declaration') return namedChildren(inner)[0];
  return inner;
}

interface Found {
  readonly methods: Map<string, SdkMethod>;
  readonly others: Set<string>;
  readonly services: Set<string>;
}

function readClass(node: SyntaxNode, prefix: string, types: ReadonlyMap<string, SyntaxNode>, found: Found): void {
  const body = field(node, 'body');
  for (const member of body ? namedChildren(body) : []) {
    const name = propertyName(field(member, 'name') ?? field(member, 'property'));
    if (name === undefined || name === 'constructor') {
      if (name === 'constructor' && prefix === '') found.methods.set('new', methodOf(member, types));
      continue;
    }
    const isPrivate = member.children.some((child) => child?.type === 'accessibility_modifier' && child.text !== 'public');
    if (/^(?:abstract_)?method_(?:signature|definition)$/.test(member.type) && !isPrivate) {
      // Of a method with several signatures only its name is kept.
      if (found.methods.delete(prefix + name)) found.others.add(prefix + name);
      else if (!found.others.has(prefix + name)) found.methods.set(prefix + name, methodOf(member, types));
      continue;
    }
    const type = typeOf(member);
    const service = !isPrivate && prefix === '' && type?.type === 'type_identifier' ? types.get(type.text) : undefined;
    if (service && /class_declaration$/.test(service.type)) {
      found.services.add(name);
      readClass(service, `${name}.`, types, found);
    } else found.others.add(prefix + name);
  }
}

function methodOf(node: SyntaxNode, types: ReadonlyMap<string, SyntaxNode>): SdkMethod {
  const list = field(node, 'parameters');
  const parameters: SdkParameter[] = [];
  let rest = false;
  for (const parameter of list ? namedChildren(list) : []) {
    const pattern = field(parameter, 'pattern');
    if (!pattern || pattern.type === 'this') continue;
    if (pattern.type === 'rest_pattern') {
      rest = true;
      continue;
    }
    const type = typeOf(parameter);
    const optional = parameter.type === 'optional_parameter' || field(parameter, 'value') !== undefined;
    parameters.push({
      name: pattern.text,
      ...(optional ? { optional } : {}),
      shape: type ? shapeOf(type, types, MOST_DEPTH) : 'any',
    });
  }
  const annotation = field(node, 'return_type');
  const given = annotation ? namedChildren(annotation)[0] : undefined;
  const inner = given ? promised(given) : undefined;
  return {
    parameters,
    ...(rest ? { rest } : {}),
    ...(inner ? { promise: true } : {}),
    gives: inner ? shapeOf(inner, types, MOST_DEPTH) : given ? shapeOf(given, types, MOST_DEPTH) : 'any',
  };
}

function promised(type: SyntaxNode): SyntaxNode | undefined {
  if (type.type !== 'generic_type' || field(type, 'name')?.text !== 'Promise') return undefined;
  const list = field(type, 'type_arguments');
  return list ? namedChildren(list)[0] : undefined;
}

function typeOf(node: SyntaxNode): SyntaxNode | undefined {
  const annotation = field(node, 'type');
  return annotation ? namedChildren(annotation)[0] : undefined;
}

const plain: Readonly<Record<string, SdkShape>> = { string: 'string', number: 'number', boolean: 'boolean', void: 'void' };

function shapeOf(type: SyntaxNode, types: ReadonlyMap<string, SyntaxNode>, depth: number): SdkShape {
  switch (type.type) {
    case 'predefined_type':
      return plain[type.text] ?? 'any';
    case 'literal_type': {
      const [literal] = namedChildren(type);
      return literal?.type === 'string' ? 'string' : literal?.type === 'number' ? 'number' : 'any';
    }
    case 'array_type':
    case 'readonly_type':
      return 'array';
    case 'parenthesized_type': {
      const [inner] = namedChildren(type);
      return inner ? shapeOf(inner, types, depth) : 'any';
    }
    case 'union_type':
      return ofUnion(type, types, depth);
    case 'object_type':
      return ofMembers(type, types, depth);
    case 'type_identifier': {
      const declared = types.get(type.text);
      if (!declared || depth <= 0) return 'any';
      if (declared.type === 'type_alias_declaration') {
        const value = field(declared, 'value');
        return value ? shapeOf(value, types, depth) : 'any';
      }
      const body = declared.type === 'interface_declaration' ? field(declared, 'body') : undefined;
      const extended = namedChildren(declared).some((child) => child.type === 'extends_type_clause');
      return body && !extended ? ofMembers(body, types, depth) : 'any';
    }
    default:
      return type.text.startsWith('Array<') ? 'array' : 'any';
  }
}

function ofUnion(type: SyntaxNode, types: ReadonlyMap<string, SyntaxNode>, depth: number): SdkShape {
  const shapes = namedChildren(type)
    .filter((part) => !/^(?:undefined|null)$/.test(part.text))
    .map((part) => shapeOf(part, types, depth));
  const [first] = shapes;
  return first !== undefined && shapes.every((shape) => shape === first) ? first : 'any';
}

function ofMembers(body: SyntaxNode, types: ReadonlyMap<string, SyntaxNode>, depth: number): SdkShape {
  const fields: [string, SdkShape][] = [];
  for (const member of namedChildren(body)) {
    const name = member.type === 'property_signature' ? propertyName(field(member, 'name')) : undefined;
    // An index signature allows any name.
    if (name === undefined) return 'any';
    const type = typeOf(member);
    fields.push([name, type ? shapeOf(type, types, depth - 1) : 'any']);
  }
  return Object.fromEntries(fields);
}
