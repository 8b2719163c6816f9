/** Clauses that rule something out ("it is not the certificate") or vouch for it ("the redirect URI is registered"). Pure; clauses are as `spell` leaves them. */

/** Nothing that such a clause names is what is wrong. */
const ruledOut: readonly RegExp[] = [
  // "it's not the refresh token", not "it is not the address that I registered".
  /^(?:so |and |well |no |i know |sure |apparently |obviously )?(?:its|it is|this is|thats|that is|it isnt|this isnt|that isnt|not) (?:not |really )?(?:about |because of |due to )?(?:a|an|the|my|our|your|any|about)(?: [\w-]+){1,4}$/,
  /\b(?:is|are|was|were)(?:nt| not) (?:the|a|an|our|my|your) (?:\w+ )?(?:problem|issue|cause|reason|culprit|question|point|topic|bottleneck)\b/,
  /^(?:its |it is |this is |thats |that is )?(?:not|no) (?:a|an|the)? ?(?:[\w-]+ ){1,4}(?:problem|issue|question|thing|matter)\b/,
  /\bnothing to do with\b|\bnot related to\b|\bunrelated to\b|\b(?:ruled|ruling) out\b|\bdo(?:es)?nt even (?:get|come|reach)\b|\bnot even (?:get|getting|reach|reaching)\b|\b(?:leave|leaving) aside\b|\bapart from\b|\bnot talking about\b|\bim not asking about\b/,
  /\b(?:liegt|lag) nicht an\b|\bnicht das problem\b|\bhat nichts mit\b|\bkein \w+problem\b|\b(?:es|das) ist nicht (?:der|die|das|mein|unser|unsere)(?: [\w-]+){1,3}$|\bgeht nicht um\b/,
  /\bno es (?:el|la|un|una|por|culpa|cosa|problema|cuestion)\b|\bno tiene (?:nada )?que ver\b|\bnada que ver con\b|\bno se trata de\b/,
  /\bce n est pas (?:le|la|un|une|l|du|de)\b|\brien a voir\b|\bnao e (?:o|a|um|uma|problema|culpa)\b|\bnada a ver com\b/,
  /\b(?:ki|ka|ke|me|mein) (?:problem|dikkat|galti|issue|masla|wajah) (?:nahi|nahin|nhi)\b|(?:problem|issue) (?:nahi|nahin|nhi) (?:hai|h)\b/,
  /の(?:問題|せい|原因)(?:では|じゃ)(?:ない|ありません|なく)|(?:は|とは)関係(?:ない|ありません|なく)|不是.{1,8}的?(?:问题|原因)|(?:与|和).{1,8}无关/,
];

/** Somebody has looked and says that it is as it should be. */
const vouchedFor: readonly RegExp[] = [
  /\b(?:is|are|was|were|looks?|seems?|been)(?: \w+){0,2} (?:correct|right|valid|registered|whitelisted|green|set|present|identical|good|ok|okay|fine|correctly|properly|up to date|verified|unchanged|active|enabled)(?: (?:though|now|too|as well|here|already|everywhere|and \w+))?\s*$/,
  /\b(?:double |already |triple )?checked (?:the|that|our|my|all)\b/,
  /\b(?:ist|sind|sieht|stimmt|stimmen|passt|passen)\b(?: \w+){0,2}(?: (?:richtig|korrekt|gultig|ok|okay|gut|eingetragen|hinterlegt|registriert|aktiv|gesetzt|in ordnung|gleich|identisch))?\s*$/,
  /\b(?:es|son|esta|estan)(?: \w+){0,2} (?:correct[oa]s?|bien|valid[oa]s?|registrad[oa]s?|activ[oa]s?|ok|verificad[oa]s?)\s*$/,
  /\b(?:est|sont|e|sao|esta|estao)(?: \w+){0,2} (?:corrects?|correctes?|bons?|bonnes?|valides?|enregistre\w*|correto?s?|corret[oa]s?|cert[oa]s?|valid[oa]s?|ok)\s*$/,
  /\b(?:sahi|theek|thik|ok|set) (?:hai|hain|h)\s*$/,
  /(?:は|も)(?:正しい|合っている|登録済み|問題ない|問題ありません|設定済み)/,
];

export function isRuledOut(clause: string): boolean {
  return ruledOut.some((pattern) => pattern.test(clause.trim()));
}

/** Whoever denies, asks or demands vouches for nothing. */
const notVouching =
  /\b(?:not|never|no|nothing|cannot|hardly|longer|isnt|arent|wasnt|werent|dont|doesnt|didnt|cant|wont|hasnt|havent|should|must|nicht|kein\w*|nie|nunca|ningun\w*|pas|aucune?|nao|nahi|nahin|nhi)\b|ない|ません/;

export function isVouchedFor(clause: string): boolean {
  return !notVouching.test(clause) && vouchedFor.some((pattern) => pattern.test(clause.trim()));
}
