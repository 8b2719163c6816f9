/** Hindi-English as it is typed, in Latin letters and some in Devanagari; the nouns are mostly English and stand in its lexicon. */
import type { Lexicon } from './concepts.ts';

export const hinglish: Lexicon = {
  redirectUri:
    'redirect wala url|callback wala url|redirect ka url|callback ka url|wapas aane wala url|redirect ki link|रीडायरेक्ट यूआरएल|कॉलबैक यूआरएल|redirect wali link|wapsi wala url',
  redirect: 'wapas bhej*|रीडायरेक्ट|कॉलबैक',
  goBack: 'login ke baad|login karne ke baad|wapas aa*|wapas app',
  client: 'क्लाइंट आईडी|क्लाइंट सीक्रेट|secret wali key',
  token: 'टोकन',
  session: 'सेशन|सत्र',
  connection: 'कनेक्शन',
  certificate: 'प्रमाणपत्र|सर्टिफिकेट',
  signature: 'सिग्नेचर|हस्ताक्षर',
  webhook: 'वेबहुक',
  event: 'इवेंट',
  group: 'ग्रुप',
  groups: '=groups|ग्रुप्स',
  login: 'लॉगिन|login*|log in',
  thrownOut:
    'logout ho ja*|logout ho ra*|log out ho ja*|log out ho ra*|logout kar de*|logout ho gaya|logout hota|bahar nikal*|bahar kar de*|bahar phek*|nikal de*|phir se login|fir se login|dobara login|dubara login|wapas login|baar baar login|bar bar login|लॉगआउट|लॉग आउट|bahar ho ja*|session khatam|session khtm|logout maar*',
  user: 'log|logo|bande|banda|karamchari|यूजर|यूज़र|कर्मचारी|naye log|staff|naye bande',
  newUser: 'naye log|naye user*|naye employee*|naye bande|naya user|naya employee|नए यूजर|नए कर्मचारी|karamchari',
  provision: 'banta|bante|ban ra*|bana|add ho*|sync',
  push: 'assign kiy*|assign kar*',
  tile: 'okta ki tile|okta ka tile|okta wala icon|okta ke icon|okta ke dashboard|okta dashboard',
  fromIdp: 'okta se|idp se|azure se|entra se|okta ke dashboard se|portal se|okta ke andar',
  app: 'hamare app|hamari app|humare app|humari app|apne app|apni app|hamare system|humare system|database mein',
  verification: 'verify|वेरिफाई',

  mismatch:
    'match nahi*|match nhi|mil nahi ra*|mel nahi*|mel nhi|alag|alag alag|same nahi*|same nhi|मैच नहीं|milta nahi|match hi nahi',
  refused:
    'allow nahi*|allow nhi|accept nahi*|accept nhi|mana kar*|reject ho*|manta nahi|nahi maan*|nhi maan*|register nahi*|register nhi|le nahi ra*|अस्वीकार',
  wrong: 'galat|galath|गलत|sahi nahi*|sahi nhi|theek nahi*|thik nahi*|thik nhi|valid nahi*|valid nhi|kharab|invalid bata*',
  broken:
    'kaam nahi*|kaam nhi|kam nahi|kam nhi|chal nahi*|chal nhi|nahi chal*|nhi chal*|fail ho*|dikkat|gadbad|error aa*|error de*|error aata|error ata|problem aa*|ho nahi pa*|nahi ho pa*|nhi ho pa*|nahi ho ra*|nhi ho ra*|atak*|काम नहीं|एरर|nahi ho*|nhi ho*|toot*|band pada|nahi kar pa*|nhi kar pa*',
  missing:
    'mil nahi*|mil nhi|nahi mil*|nhi mil*|nahi hai|nhi hai|hai hi nahi|hai nahi|gayab|khali|नहीं मिल*|nahi de ra*|nahin mil*|naa mil*',
  notThere:
    'nahi aa*|nhi aa*|aa nahi*|aa nhi|nahi aate|nahi aata|nahi aati|nahi ata|nahi ate|nahi pahunch*|nahi pohoch*|nhi pahuch*|nahi pahuch*|pahunch nahi*|dikh nahi*|dikh nhi|nahi dikh*|nhi dikh*|nazar nahi*|ban nahi*|nahi ban*|nhi ban*|sync nahi*|sync nhi|nahi mil ra*|receive nahi*|receive nhi|trigger nahi*|trigger nhi|create nahi*|create nhi|add nahi*|add nhi|नहीं आ*|नहीं दिख*|hit nahi*|hit nhi|nahin aa*|dikhte nahi|dikhta nahi|aate nahi|aata nahi',
  disabled: 'band hai|band kar*|disable hai|active nahi*|active nhi|chalu nahi*|on nahi*|बंद',
  expired: 'khatam|khatm|khtm|expire ho*|purana ho*|समाप्त|एक्सपायर',
  tooSoon:
    'jaldi|jldi|bahut jaldi|itni jaldi|turant|thodi der|thodi thodi der|achanak|apne aap|apne ap|जल्दी|तुरंत|bahut kam|do minute|paanch minute',
  duration: 'minute mein|minute me|ghante|ghanta|मिनट|घंटे|min mein',
  again: 'baar baar|bar bar|barbar|phir se|fir se|dobara|dubara|har baar|har bar|hamesha|बार बार',
  reused: 'ek baar|ek hi baar|do baar|dusri baar|doosri baar|pehle use|ek bar',
  changed: 'badal*|change ho gay*|naya',
  unknown: 'pehchan nahi*|pata nahi',
  removed: 'hata di*|nikal diy*|chhod diy*|chod diy*|delete kiy*|chale gaye|chala gaya',
  still: 'abhi bhi|ab bhi|tab bhi|phir bhi|fir bhi|wapas login ho|apne aap login|bina password|अभी भी',
  exposed: 'dikh ra*|save kar*|rakh*',

  work: 'chal ra*|chalta|kaam kar*|theek hai|thik hai|sahi hai|sahi chal*|ठीक|badhiya',
  match: 'milta|milti|same',
  arrive: 'aa ra*|aata|aate|aati|pahunch*|dikh*|ban*|milta|aana',
  able: 'pa ra*|paa ra*|pata|pate|sakte|sakta',
  not: '=nahi|=nahin|=nhi|=nai|=na|=mat|=bina|नहीं|=nahii|=nahee|मत|=naa|=ni',
  elsewhere: 'khana|mausam|paise|paisa|roti|sabzi|gaadi|padhai',
};
