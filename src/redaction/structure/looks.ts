/** Whether a value looks made by a machine: the mixture of kinds of characters, and how unlike words it is. Pure. */

/** Pairs of letters that words and names are made of; of random letters about a fifth are among them. */
const commonPairs = pairTable(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la
  ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi
  ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu
  ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr
  hr cc tw ft wn nu af hu nn eo vo rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze ks xt bs ik dd pt rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb rb tm xc eh tc gy rn hn gg sq jw db ur kw sd js ts`.split(
    /\s+/,
  ),
);

/** By the last five bits of both letters: upper and lower case alike. */
function pairTable(pairs: readonly string[]): Uint8Array {
  const table = new Uint8Array(1_024);
  for (const pair of pairs) table[((pair.charCodeAt(0) & 31) << 5) | (pair.charCodeAt(1) & 31)] = 1;
  return table;
}

export interface Shape {
  readonly digits: number;
  readonly lower: number;
  readonly upper: number;
  /** Changes between digits, lower and upper case, as a share of all neighbours. */
  readonly changes: number;
  /** Share of neighbouring letters that words have. */
  readonly wordy: number;
}

export function shapeOf(text: string): Shape {
  const counts = [0, 0, 0];
  let changes = 0;
  let neighbours = 0;
  let pairs = 0;
  let common = 0;
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code >= 48 && code <= 57 ? 0 : code >= 97 && code <= 122 ? 1 : code >= 65 && code <= 90 ? 2 : -1;
    if (kind >= 0) {
      counts[kind] = (counts[kind] as number) + 1;
      if (last >= 0) {
        neighbours++;
        if (kind !== last) changes++;
        if (kind > 0 && last > 0) {
          pairs++;
          common += commonPairs[((text.charCodeAt(at - 1) & 31) << 5) | (code & 31)] as number;
        }
      }
    }
    last = kind;
  }
  const [digits = 0, lower = 0, upper = 0] = counts;
  return { digits, lower, upper, changes: neighbours === 0 ? 0 : changes / neighbours, wordy: pairs < 5 ? 0.3 : common / pairs };
}

/** Enough to believe it under a name that could hold a secret. */
export function looksRandom(text: string): boolean {
  if (text.length < 8 || /\s/.test(text)) return false;
  const shape = shapeOf(text);
  if (shape.digits > 0 && shape.lower + shape.upper > 0) return text.length >= 16 || shape.changes >= 0.2 || shape.wordy < 0.5;
  if (shape.lower > 0 && shape.upper > 0)
    return (shape.changes >= 0.3 && shape.wordy < 0.6) || (text.length >= 16 && shape.wordy < 0.5);
  if (shape.digits > 0) return text.length >= 20;
  return text.length >= 16 && shape.wordy < 0.5;
}

/** Enough to believe it of any text, under no name at all. */
export function isRandom(text: string): boolean {
  const shape = shapeOf(text);
  const letters = shape.lower + shape.upper;
  if (letters < 4) return false;
  if (shape.lower > 0 && shape.upper > 0) {
    if (shape.digits >= 2) return shape.changes >= 0.45 || (shape.changes >= 0.28 && shape.wordy < 0.55);
    return text.length >= 24 && shape.changes >= 0.36 && shape.wordy < 0.5;
  }
  return text.length >= 24 && shape.digits >= 4 && shape.changes >= 0.22 && shape.wordy < 0.45;
}

/** Letters that make no word: for passwords in lower case, where a word would be one of the sentence. */
export function isUnlikeWords(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '');
  return letters.length >= 8 && shapeOf(letters.toLowerCase()).wordy < 0.7;
}

const ofSentences =
  /\b(?:a|an|the|to|of|on|in|at|by|for|from|with|and|or|but|not|no|is|are|was|were|be|been|has|have|had|does|did|do|must|should|can|could|may|will|would|this|that|it|its|you|your|we|our|they|please|enter|required|invalid|incorrect|wrong|expired|missing|failed|fails|least|most|than|more|less|characters|chars|length|minutes|seconds|days|attempts|times|after|before|when|if|via|using|set|see|version|line|step|error|status|code|reset|changed|updated|user|login)\b/i;

/** Words with a number among them, or four and more, and no word that sentences are held together by. */
export function isPhrase(text: string): boolean {
  const words = text.split(' ');
  return (
    words.length >= 2 &&
    !ofSentences.test(text) &&
    (/(?:^| )\d{1,4}(?: |$)/.test(text) || (words.length >= 4 && text === text.toLowerCase()))
  );
}

/** `8vj91-azf2f`: a code in groups. */
export function isGroupedCode(text: string): boolean {
  return (
    /^[A-Za-z0-9]{4,6}(?:-[A-Za-z0-9]{4,6}){1,5}$/.test(text) &&
    ((/\d/.test(text) && /[A-Za-z]/.test(text) && !/^[A-Za-z]+-\d+$/.test(text)) || isUnlikeWords(text))
  );
}

/** Hexadecimal digits, as many as a key has. */
export function isHexKey(text: string): boolean {
  return /^(?=.*\d)(?=.*[a-fA-F])(?:[\da-f]{24,}|[\dA-F]{24,})$/.test(text);
}
