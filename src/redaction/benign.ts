/** What looks like a secret and is none: ids, placeholders, references, times, lengths, addresses, words of state. Pure. */
import { withoutPseudonyms } from './pseudonyms.ts';

const LONGEST_JUDGED = 512;

/** Whether the value of a field with a secret's name is, for once, no secret. */
export function isNoSecret(value: string): boolean {
  if (value.length > LONGEST_JUDGED) return false;
  const text = withoutPseudonyms(value).trim();
  return (
    isEmptyOfSense(text) ||
    isPlaceholder(text) ||
    isReference(text) ||
    isPlainFact(text) ||
    isPublicId(text) ||
    isAddress(text) ||
    isState(text)
  );
}

function isEmptyOfSense(text: string): boolean {
  const bare = text.replace(/[^A-Za-z0-9\u0080-\u00ff]/g, '');
  // An ellipsis (its three bytes), with the end of a sentence behind it.
  if (/^(?:\u00e2\u0080\u00a6|\.)+[\s.,;:!?)"'\u0060]*$/.test(text)) return true;
  return text.length < 3 || bare === '' || (bare.length > 2 && /^([A-Za-z0])\1*$/.test(bare));
}

/** Something a person was meant to replace, or that a program put in a secret's place. */
export function isPlaceholder(text: string): boolean {
  return (
    /^<[^<>]*>$|^&lt;.*&gt;$|^\{\{?[^{}]*\}?\}$|^\[[^[\]]*\]$|^\([^()]*\)$|^%[A-Z_\d]+%$|^__[A-Z_\d]+__$|^@[A-Z_\d]+@$/.test(
      text,
    ) ||
    /^["'([{]?(?:\[?(?:redacted|masked|hidden|filtered|removed|censored|secret|sensitive|scrubbed|omitted|protected)\]?)["')\]}]?$/i.test(
      text,
    ) ||
    /^(?:[a-z]{2,8}_){0,2}(?:x{3,}|X{3,}|\*{2,}|\.{3,}|_{3,}|-{3,}|0{4,}|#{3,}|\?{3,}|\u00e2\u0080\u00a6|(?:\u00e2\u0080\u00a2){2,}.{0,4})[\w-]*$/.test(
      text,
    ) ||
    /^\*{2,}.{0,4}$|^.{0,8}\*{3,}.{0,8}$|^.{0,8}(?:\u00e2\u0080\u00a2){3,}.{0,8}$|^.{0,12}(?:\.{3}|\u00e2\u0080\u00a6)$/.test(
      text,
    ) ||
    /(?:^|[^a-z])your(?:[^a-z]|app|client|secret|token|password|key|domain|env)/i.test(text) ||
    /change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|(?:insert|enter|paste|put|add|fill)[-_ ](?:in[-_ ])?(?:your|the|here|a|an|me)|[-_ ]goes[-_ ]here|[-_ ]here$/i.test(
      text,
    ) ||
    /^(?:my|some|the|a|an|test|dummy|fake|sample|example|demo|foo|bar|placeholder|todo|tbd|fixme|none|null|nil|undefined|empty)(?:[-_ ]?(?:super|very|client|api|app|access|refresh|webhook|db|user|jwt|session|signing|auth|long|secure|own))*[-_ ]?(?:secret|token|password|passwd|key|value|code|cookie|credential|string|foo|bar|here)?s?$/i.test(
      text,
    ) ||
    /^(?:client|api|access|refresh|id|webhook|signing|session|auth|bearer|scalekit|environment|env)[-_ ]?(?:client[-_ ]?)?(?:secret|token|key|password|code|cookie|credentials?)s?$/i.test(
      text,
    )
  ); // prettier-ignore
}

/** Names the place where the secret is kept. */
export function isReference(text: string): boolean {
  return (
    /^\$(?:\{[^{}]*\}|\(?[A-Za-z_]\w*\)?|\{\{.*\}\})$/.test(text) ||
    /^(?:process\.env|import\.meta\.env|os\.environ|os\.getenv|os\.Getenv|System\.getenv|ENV|Deno\.env|Bun\.env|env|config|secrets|vars|settings|var|local|data|getenv|getEnv)\b[.[(]/.test(
      text,
    ) ||
    /^(?:arn:aws[\w-]*:|@Microsoft\.KeyVault\(|(?:ssm|sm|akv|keyvault|awssm|gcpsm|secretsmanager):\/|#\{[^{}]*\}#?$|@{1,2}[a-z][a-z_]*$|ssh-(?:rsa|ed25519|dss) AAAA|ecdsa-sha2-\w+ AAAA|vault:|op:\/\/|projects\/[\w-]+\/secrets\/|secretKeyRef|valueFrom|!Ref|!Sub|!secret|ref\+)/.test(
      text,
    ) ||
    (/^(?:[A-Za-z_$][\w$]*(?:\?)?\.){1,6}[A-Za-z_$][A-Za-z_$]*(?:\(\))?[!;,]?$/.test(text) &&
      !/\d[\w$]{24}|[\w$]{24}\d/.test(text)) ||
    /^(?:await\s+)?(?:new\s+)?(?:[A-Za-z_$][\w$.]*\((?:[^()"'\\]|\\{0,4}["'][\w.-]*\\{0,4}["'])*\)|[A-Za-z_][A-Za-z\d_.]*\((?:[^()"']|["'][\w.-]*["'])*)[;,]?$/.test(
      text,
    ) ||
    isExpression(text) ||
    /^--?[a-z][a-z-]*[a-z](?:[=\s].*)?$|^\.[A-Z]\w*(?:\.\w+)+$|^(?:[A-Za-z_]\w*::){1,6}\w+(?:$|[(!<])/.test(text) ||
    /^[a-z]+(?:-[a-z]+){1,5}-(?:secret|token|credentials?|password|passwd|key)s?$/.test(text) ||
    (/^[a-z]+(?:[A-Z][a-z]*)*[,;]?$/.test(text) &&
      /(?:secret|token|password|key|code|cookie|credential|verifier|assertion|signature)s?[,;]?$/i.test(text)) ||
    /^(?:[a-z]+_)+(?:secret|token|password|key|code|cookie|verifier|assertion|signature)s?$|^[A-Z]+(?:_[A-Z]+)*_(?:SECRET|TOKEN|PASSWORD|KEY|CODE)S?$/.test(
      text,
    ) ||
    /^(?:string|str|String|Uint8Array|ArrayBuffer|Buffer|ByteString|ByteArray|int|bool|boolean|number|any|object|bytes|byte\[\]|\[\]byte|Secret|SecretStr|(?:Optional|Option|List|list|Sequence|Vec|Array|Promise|Maybe|Union|Dict|dict|Map|Record|Set)[[<][\w, .|[\]<>]{1,60}|str \| None|void|unknown|never)[;,?]?$/.test(
      text,
    )
  ); // prettier-ignore
}

/** The beginning of a call of a method, of an element of a list, of an expression for matching: what code puts into a secret's variable. */
function isExpression(text: string): boolean {
  return (
    /^(?:await\s+)?(?:[A-Za-z_$][\w$]{0,24}(?:\(\))?\??\.){1,6}[A-Za-z_$][\w$]{0,24}[([]/.test(text) ||
    /^[A-Za-z_$][A-Za-z_$]{0,24}\[(?:\w{1,8}\]?|["'`])/.test(text) ||
    /^[A-Za-z_$][\w$]{0,24}\(["'`(]/.test(text) ||
    /^\/\^.{1,200}\//.test(text)
  );
}

/** Numbers, truth, times, lengths, versions. */
export function isPlainFact(text: string): boolean {
  return (
    /^[-+]?\d{1,10}(?:\.\d+)?(?:\s?(?:ms|s|m|h|d|w|y|sec|secs|seconds?|min|mins|minutes?|hours?|days?|weeks?|years?|bytes?|chars?|characters?|kb|mb|%))?$/i.test(
      text,
    ) ||
    /^1[5-9]\d{11}$/.test(text) ||
    /^(?:true|false|yes|no|read|write|admin|read-?only|read-write|on|off|null|nil|none|undefined|nan|n\/a|empty|absent|present|set|unset|missing|ok)$/i.test(
      text,
    ) ||
    /^\d{4}-\d\d-\d\d(?:[T ][\d:.,]+(?:Z|[+-]\d\d:?\d\d)?)?$/.test(text) ||
    /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .{6,40}$/.test(text) ||
    /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.]+)?$/.test(text) ||
    /^(?:len(?:gth)?|size)\s?[=:]?\s?\d+$/i.test(text) ||
    /^(?:Bearer|Basic|DPoP|HS256|RS256|ES256|EdDSA|PS256|S256|plain|SHA-?\d+|AES-?\d+\w*|none|client_secret_(?:basic|post|jwt)|private_key_jwt)$/i.test(
      text,
    ) ||
    /^[\w./-]{0,80}\.[a-z][\w.]{0,11}:\d{1,6}(?::\d{1,6})?$/.test(text) ||
    /^not (?:set|found|given|configured|provided|defined|available|applicable)$/i.test(text) ||
    /^urn:[\w:.-]+$/.test(text)
  ); // prettier-ignore
}

/** Ids name things and open nothing. `sec_` with digits only is an id, with letters a secret. */
export function isPublicId(text: string): boolean {
  return (
    /^(?:skc|org|conn|dir|m2morg|m2m|m2mc|sks|ses|sess|usr|user|env|res|resource|app|client|cli|evt|event|msg|req|request|trace|role|perm|dom|domain|mem|membership|grp|group|wsp|prj|proj|proc|tenant|acct|cus|sub|prod|price|pi|ch|in|inv|txn|job|run|task|snk|kid|key|whk|wh|int|act|tool|mcp|idp|aud|inst|team|file|thread|asst|lst|not|log|doc|auth_req|areq|cer|apr|dpl|ecfg|pm|card|ba|po|seti|batch|resp|toolu|call|orgmem|ins|acc|srv|svc|bld|dep|site|dirusr|dirgrp|diruser|dirgroup|tr|tst)_[0-9A-Za-z]{1,40}$/.test(
      text,
    ) ||
    /^sec_\d+$/.test(text) ||
    /^(?:i|vpc|subnet|sg|eni|ami|vol|snap|rtb|igw|nat|acl|eipalloc|lt)-[\da-f]{8,17}$/.test(text) ||
    /^(?:phc|pk_live|pk_test)_[\w=-]+$/.test(text)
  ); // prettier-ignore
}

/** A URL without a query and without a user, or a path of files. */
export function isAddress(text: string): boolean {
  return (
    /^(?:https?|wss?|file|urn|ldaps?|grpcs?):\/\/[^\s@?#]*$/.test(text) ||
    /^(?:~|\.{1,2})?(?:\/[\w.@-]+){2,}\/?$/.test(text.length < 24 ? text : text.replace(/[\d+=]{3,}/g, '!')) ||
    /^[A-Za-z]:\\[\w\\. -]+$/.test(text) ||
    /^(?:[a-z\d-]+\.)+(?:com|org|net|dev|io|app|cloud|local|internal|test|example)(?::\d+)?(?:\/[\w./-]*)?$/.test(text) ||
    /^(?:127\.0\.0\.1|localhost|0\.0\.0\.0)(?::\d+)?$/.test(text)
  );
}

const stateWords =
  /^(?:in)?valid$|^(?:expired|missing|required|incorrect|wrong|failed|mismatch(?:ed)?|unknown|unauthorized|forbidden|denied|revoked|rejected|accepted|verified|unverified|not|is|was|has|had|are|were|must|should|does|did|can|cannot|could|will|would|for|from|of|in|to|the|and|or|with|found|given|provided|received|returned|refreshed|rotated|loaded|empty|expected|got|error|exchange|endpoint|request|response|validation|verification|authentication|refresh|created|updated|deleted|active|inactive|optional|disabled|enabled|unsupported|malformed|but|at|by|on|as|if|when|because|see|check|ends?|starts?|length|default|any|all|new|old|stored|cached|used|same|different|ignored|skipped|pending|checked|available|unavailable|configured|here|there|before|after|then|now|never|always|still|again|this|that|value|header|field|parameter|type|name)$/i;

/** `expired`, `invalid_token`, `must not be empty`: says how a secret is, not what it is. */
export function isState(text: string): boolean {
  if (stateWords.test(text.replace(/[.,;:!?]+$/, ''))) return true;
  if (
    /^(?:err(?:or)?|invalid|missing|expired|unsupported|unauthorized|bad|no|not|unknown|wrong|token|access|refresh|authorization|client|password|secret|code|ERR|E)(?:[_-][A-Za-z]+){1,6}$/.test(
      text,
    )
  ) {
    return true;
  }
  const words = text.split(/\s+/);
  return (
    words.length >= 3 &&
    words.filter((word) => stateWords.test(word.replace(/[.,;:!?"')]+$/, ''))).length >= 1 &&
    /^[A-Za-z][A-Za-z',.;:()"/ -]*[\d]{0,4}[A-Za-z',.;:()"/ -]*$/.test(text)
  );
}
