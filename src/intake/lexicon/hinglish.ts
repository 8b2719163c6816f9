/** Hindi-English as it is typed, in Latin letters and some in Devanagari; the nouns are mostly English and stand in its lexicon. */
import type { Lexicon } from './concepts.ts';

export const hinglish: Lexicon = {
  redirectUri:
    'redirect wala url|callback wala url|redirect ka url|callback ka url|wapas aane wala url|redirect ki link|रीडायरेक्ट यूआरएल|कॉलबैक यूआरएल|redirect wali link|wapsi wala url|callback url|redirect url|wapas wala url|return url|wapsi ka url|login ke baad wala url|redirect wala link',
  redirect: 'wapas bhej*|रीडायरेक्ट|कॉलबैक|lautat*',
  goBack:
    'login ke baad|login karne ke baad|wapas aa*|wapas app|login hone ke baad|sign in ke baad|wapas nahi aa*|app pe wapas|app par wapas|wapas le ja*|login ke bad',
  client:
    'क्लाइंट आईडी|क्लाइंट सीक्रेट|secret wali key|client ka secret|client wali key|client id aur secret|api key|scalekit ki key|credentials|client secret',
  token: 'टोकन|token|access token',
  session: 'सेशन|सत्र|session',
  connection: 'कनेक्शन|sso connection',
  certificate: 'प्रमाणपत्र|सर्टिफिकेट|certificate|cert',
  signature: 'सिग्नेचर|हस्ताक्षर|signature',
  webhook: 'वेबहुक|webhook|web hook',
  event: 'इवेंट|notification*|request aa*|call aa*|event*',
  group: 'ग्रुप|group|groups|team|department',
  groups: '=groups|ग्रुप्स',
  login: 'लॉगिन|login*|log in|login|लॉगइन|andar nahi|ghus nahi|sign in',
  thrownOut:
    'logout ho ja*|logout ho ra*|log out ho ja*|log out ho ra*|logout kar de*|logout ho gaya|logout hota|bahar nikal*|bahar kar de*|bahar phek*|nikal de*|phir se login|fir se login|dobara login|dubara login|wapas login|baar baar login|bar bar login|लॉगआउट|लॉग आउट|bahar ho ja*|session khatam|session khtm|logout maar*|logout ho*|log out ho*|logout kar*|apne aap logout|automatic logout|sign out ho*|login page pe aa*|login page par aa*|login screen pe|login page aa*|login maang*|login mang*|login karna pad*|login krna pad*|login karna padta|login karwat*|baar baar sign in|bahar phenk*|bahar fek*|session toot*|session tut*',
  user: 'log|logo|bande|banda|karamchari|यूजर|यूज़र|कर्मचारी|naye log|staff|naye bande|user|users|employee|kisi ko|sabko|sab log|sabhi|koi bhi|team wale',
  newUser:
    'naye log|naye user*|naye employee*|naye bande|naya user|naya employee|नए यूजर|नए कर्मचारी|karamchari|naye join*|nayi joining|new joinee*|naye bhai|assigned user*|naye account',
  provision: 'banta|bante|ban ra*|bana|add ho*|sync|add nahi|ban nahi|create ho*|sync ho*|provision ho*|banne',
  push: 'assign kiy*|assign kar*',
  tile: 'okta ki tile|okta ka tile|okta wala icon|okta ke icon|okta ke dashboard|okta dashboard|okta app pe click|okta me app pe click|tile pe click|tile par click|icon pe click|icon par click|portal se app|portal me click|dashboard se app|okta dashboard se|microsoft portal se|company portal',
  fromIdp:
    'okta se|idp se|azure se|entra se|okta ke dashboard se|portal se|okta ke andar|okta wale dashboard se|microsoft se|azure portal se|unke portal se|customer ke portal se|okta par se|okta side se|idp side se|idp ki taraf se',
  app: 'hamare app|hamari app|humare app|humari app|apne app|apni app|hamare system|humare system|database mein',
  verification: 'verify|वेरिफाई|verification|check fail|validate|jaanch|verify karne',

  mismatch:
    'match nahi*|match nhi|mil nahi ra*|mel nahi*|mel nhi|alag|alag alag|same nahi*|same nhi|मैच नहीं|milta nahi|match hi nahi|match nahi|match nai|match ni|nahi mil*|nhi mil*|alag hai|alag aa*|fark|mail nahi kha*|mel nahi kha*|mail nahi khata|same nahi hai',
  refused:
    'allow nahi*|allow nhi|accept nahi*|accept nhi|mana kar*|reject ho*|manta nahi|nahi maan*|nhi maan*|register nahi*|register nhi|le nahi ra*|अस्वीकार|maan nahi*|reject kar*|block ho*|block kar*|allow nahi kar*|accept nahi kar*|le nahi*|manzoor nahi|nahi leta|nahi le ra*|list me nahi|list mein nahi|register nahi hai|permission nahi',
  wrong:
    'galat|galath|गलत|sahi nahi*|sahi nhi|theek nahi*|thik nahi*|thik nhi|valid nahi*|valid nhi|kharab|invalid bata*|galat bata*|galat bol*|invalid bol*|invalid aa*|invalid de*|galat aa*|sahi nahi|theek nahi|gadbad hai|dusre environment|galat environment|invalid ho*',
  broken:
    'kaam nahi*|kaam nhi|kam nahi|kam nhi|chal nahi*|chal nhi|nahi chal*|nhi chal*|fail ho*|dikkat|gadbad|error aa*|error de*|error aata|error ata|problem aa*|ho nahi pa*|nahi ho pa*|nhi ho pa*|nahi ho ra*|nhi ho ra*|atak*|काम नहीं|एरर|nahi ho*|nhi ho*|toot*|band pada|nahi kar pa*|nhi kar pa*|kaam nahi kar*|kaam ni kar*|kaam nhi kar*|ho hi nahi|ni ho ra*|nai ho ra*|fail|phat ja*|crash ho*|fat ja*|error dikh*|error dikhta|issue aa*|dikkat aa*|dikat|pareshani|pareshan|samasya|nahi khul*|khul nahi*|khulta nahi|kholne par error|kholne pe error|atka hua|hang ho*|blank aa*|nahi ja ra*|white screen|काम नहीं कर|एरर आ|फेल|नहीं हो|समस्या|दिक्कत',
  missing:
    'mil nahi*|mil nhi|nahi mil*|nhi mil*|nahi hai|nhi hai|hai hi nahi|hai nahi|gayab|khali|नहीं मिल*|nahi de ra*|nahin mil*|naa mil*|nahi mil raha|nahi mila|nhi mila|mila nahi|mil hi nahi|nahi diya|nahi bheja|nahi bhej*|khali aa*|undefined aa*|null aa*|set nahi|configured nahi|configure nahi|setup nahi|bana nahi hai|missing hai|gayab ho*|नहीं मिला|नहीं है',
  notThere:
    'nahi aa*|nhi aa*|aa nahi*|aa nhi|nahi aate|nahi aata|nahi aati|nahi ata|nahi ate|nahi pahunch*|nahi pohoch*|nhi pahuch*|nahi pahuch*|pahunch nahi*|dikh nahi*|dikh nhi|nahi dikh*|nhi dikh*|nazar nahi*|ban nahi*|nahi ban*|nhi ban*|sync nahi*|sync nhi|nahi mil ra*|receive nahi*|receive nhi|trigger nahi*|trigger nhi|create nahi*|create nhi|add nahi*|add nhi|नहीं आ*|नहीं दिख*|hit nahi*|hit nhi|nahin aa*|dikhte nahi|dikhta nahi|aate nahi|aata nahi|aa hi nahi*|aate hi nahi|nahi aayi|nahi aaya|nahi aaye|nhi aaya|aaya nahi|aaye nahi|aayi nahi|nahi aa rahe|nahi aa rahi|nahi aa raha|ni aa ra*|nai aa ra*|aana band|band ho gay*|nahi ho rahe sync|sync hi nahi|update nahi*|update nhi|badal nahi*|nahi badal*|nahi bante|nahi banta|nahi bane|call nahi*|call nhi|bulaya nahi|deliver nahi*|deliver nhi|nahi dikhte|nahi dikhta|nahi dikhti|show nahi*|show nhi|dikhai nahi|hat nahi*|nahi hat*|delete nahi*|नहीं आ रह|नहीं दिख रह|सिंक नहीं|नहीं बन',
  disabled:
    'band hai|band kar*|disable hai|active nahi*|active nhi|chalu nahi*|on nahi*|बंद|band pada|off hai|draft me|draft mein|inactive hai|inactive bata*|disable bata*|enable nahi*|enable nhi|active nahi hai|chalu nahi hai|activate nahi*|verify nahi hua|verify nahi hui|verify nhi hua|verified nahi*|verify baki|pending hai',
  expired:
    'khatam|khatm|khtm|expire ho*|purana ho*|समाप्त|एक्सपायर|expire|expire hua|expired|expire bata*|khatam ho*|khtm ho*|mar ja*|purana|samay khatam|एक्सपायर हो|खत्म',
  tooSoon:
    'jaldi|jldi|bahut jaldi|itni jaldi|turant|thodi der|thodi thodi der|achanak|apne aap|apne ap|जल्दी|तुरंत|bahut kam|do minute|paanch minute|jaldi jaldi|kuch der|kuch hi der|kuch minute|thodi si der|thodi der baad|5 minute baad|paanch minute baad|achanak se|apne aap hi|khud hi|khud ba khud|automatically|automatic|bina wajah|har thodi|har paanch|lunch ke baad|subah|बार बार|अपने आप|थोड़ी देर|karte hi|hote hi|krte hi',
  duration:
    'minute mein|minute me|ghante|ghanta|मिनट|घंटे|min mein|minute baad|minute ke baad|ghante baad|minute|minutes|din me|din mein|har ghante|har minute',
  again:
    'baar baar|bar bar|barbar|phir se|fir se|dobara|dubara|har baar|har bar|hamesha|बार बार|roz|har thodi der|har time|lagatar|loop me|dubara se|wapas se|बार-बार|फिर से',
  reused:
    'ek baar|ek hi baar|do baar|dusri baar|doosri baar|pehle use|ek bar|do bar|doosri bar|dusri bar|dobara use|pehli baar|pehli bar|already use|use ho chuka|use ho gaya|ek saath|do tab',
  changed: 'badal*|change ho gay*|naya|change kiya|badla|naya certificate|naya secret|rotate kiya|update kiya|shift kiya',
  unknown: 'pehchan nahi*|pata nahi|pehchan*|unknown bata*|jaanta nahi|nahi jaanta|nahi pehchan*',
  removed:
    'hata di*|nikal diy*|chhod diy*|chod diy*|delete kiy*|chale gaye|chala gaya|nikal gaye|company chhod*|chhod gaye|hata diya|resign*|delete kar*|deactivate kiy*',
  still:
    'abhi bhi|ab bhi|tab bhi|phir bhi|fir bhi|wapas login ho|apne aap login|bina password|अभी भी|login rehta|login reh jata|login hi rehta|bina password ke|password nahi maang*|password nahi mang*|seedha login|seedha andar|sidha login|turant login|wahi user|same user|abhi bhi login|access abhi bhi|access rehta|access hai abhi|logged in rehta|logged in hi|logout nahi hota|logout nahi hoti',
  exposed:
    'dikh ra*|save kar*|rakh*|dikh jata|leak ho*|daal diya|daal di|commit ho*|push ho*|dikhta hai|dikh raha|save hai|rakha hai',

  work: 'chal ra*|chalta|kaam kar*|theek hai|thik hai|sahi hai|sahi chal*|ठीक|badhiya',
  match: 'milta|milti|same',
  arrive:
    'aa ra*|aata|aate|aati|pahunch*|dikh*|ban*|milta|aana|aati hai|aa gay*|aaya|aayi|ho ra*|ban ja*|dikh ja*|milta hai|update ho*|mil ra*|mil rahi|mile|mila|mili|milti',
  able: 'pa ra*|paa ra*|pata|pate|sakte|sakta|pa rahe|kar pa*',
  not: '=nahi|=nahin|=nhi|=nai|=na|=mat|=bina|नहीं|=nahii|=nahee|मत|=naa|=ni|=naahi|=nahe|ना|=kabhi nahi',
  elsewhere:
    'khana|mausam|paise|paisa|roti|sabzi|gaadi|padhai|card decline|payment|recharge|bijli|train|ticket|bank account|paytm|gpay|upi|khaana|cricket',
  eventItself: '=event|=events|इवेंट',
  endpoint: 'hamare server|humare server|hamara server|server pe|server par|endpoint|backend pe|production me|prod me',
  environment: 'production wala|dev wala|staging|live wala',
  refresh: 'refresh kar*|naya token|renew kar*|token refresh',
  refreshToken: 'refresh token',
  authCode: 'auth code|authorization code',
  sso: 'sso|company login|office login|company wala login|office account|company account',
  organization: 'client company|organization',
  domain: 'email domain|domain|mail domain',
  initiated: 'idp initiated|idp se shuru|okta se shuru',
  stayIn: 'login nahi rehta|login nahi rehti|logged in nahi reh*|login rehna',
  signOut:
    'logout karne ke baad|logout karne par|logout karne pe|logout karta|logout button|logout kiya|logout dabane|sign out karne|logout ke baad|logout kar ke',
  scim: 'scim|directory sync|user sync|user provisioning|scim provisioning',
  role: 'role|permission|adhikar',
  both: 'users aur groups|groups aur users|user aur group|na users na groups',
  rawBody: 'raw body|req body',
  host: 'host|dns|resolve|scalekit ka domain|scalekit ka host|proxy|office network|office proxy|self signed|ssl|pahunch me nahi',
  mcp: 'mcp',
  sdkNamed: 'sdk|docs|documentation',
  state: 'csrf',
  source: 'code me|code mein|github pe|git me|repo me|repo mein',
  browserCode: 'frontend me|browser me|browser mein|frontend mein',
  localStorage: 'localstorage|local storage',
  url: 'url me|url mein|query me|logs me|log me|address bar',
  request: 'har request|har call|har ek request|har api',
  newClient: 'naya client|client bana*|naya scalekit|client create*|naya instance',
  cancelled: 'cancel kar*|cancel kiya|mana kar de*|beech me chhod*',
  errorParameter: 'error parameter|error param',
  postLogout: 'logout url|logout redirect|logout ke baad redirect|logout ke baad wala url|post logout',
  tooMany: 'bahut zyada request*|rate limit',
  unverified: 'verify nahi kar*|check nahi kar*|bina verify|sirf decode|verify nhi kar*|bas decode|check nhi kar*',
  unauthorized: '401 aa*|401 de*|401 bata*|401 mil*',
  ignored: 'blank page|khali page|safed page|loading hi|ghoomta reh*|atak ja*|error nahi padh*|crash ho ja*',
  organizationId: 'organization id|org id',
};
