/** English, with the ways people really write. */
import type { Lexicon } from './concepts.ts';

export const english: Lexicon = {
  redirectUri:
    'redirect uri*|redirect url*|redirecturi*|redirecturl*|redirection url*|redirection uri*|redirect link*|redirect address*|redirect path|redirect target|callback uri*|callback url*|callbackurl*|callbackuri*|call back url*|call back uri*|callback address*|callback link|callback path|callback endpoint|callback route|return url*|return uri*|returnurl|return address|reply url*|reply uri*|post login url|where scalekit sends|redirect after login|redirect setting*|allowed callback*|allowed redirect*|url after login',
  redirect: 'redirect*|redirecton|callback*|call back|=cb url',
  goBack:
    'sends me back|sent back|send them back|sends users back|sends people back|come* back|bounce* back|brings me back|brought back|return* to|return* from|lands on|land on|ends up on|ends up at|end up on|end up at|takes me to|goes back to|get* back to|back to our app|back to the app|after logging in|after login|after sign in|after signing in|after they log in|once logged in',
  client:
    'client id*|clientid*|client secret*|clientsecret*|client credential*|client cred*|client key*|credential*|=creds|app credentials|api credential*|api key*|secret key*|client password|skc*|client authentication|client auth',
  secret: 'secret*|=sk',
  environment:
    'environment*|environment url|=env url|env|=dev|development|staging|=prod|production|=live keys|test keys|tenant url|base url|=eu|=us region',
  variable: 'env var*|environment var*|dotenv|env file|=env|process env|config value*|environment setting*',
  token: 'token*|exp claim*|jwt*|access token*|accesstoken*|bearer|auth token*',
  idToken: 'id token*|idtoken*|id_token*|identity token',
  refresh: 'refresh*|renew*|silent login|extend* session|extend* login',
  refreshToken: 'silent renew*|silent refresh*|token rotation|refresh token*|refreshtoken*|rotat* token*|renewal token*',
  offline: 'offline access|offline_access|offlineaccess',
  authCode:
    'authorization code*|authorisation code*|auth code*|login code|code exchange|exchange* code|exchange* the code|token exchange|code for token*|trade code',
  sso: '=sso|single sign on|single signon|enterprise login|enterprise sign in|corporate login|company login|work login|enterprise customer*|federated login',
  connection: 'connection*|conn id|sso setup|sso config*|idp connection',
  organization: 'organization*|organisation*|=org|=orgs|org id|tenant*|customer account|workspace*|company id|=conn',
  domain: 'domain*|email domain|e mail domain|mail domain|email address*',
  saml: 'notonorafter|not on or after|not before condition|inresponseto|saml*|=samel|=smal|acs url|=acs|sso response|idp response',
  assertion: 'assertion*',
  certificate: 'certificate*|=cert|=certs|x509|signing cert*|signing key*|fingerprint*|thumbprint*',
  signature: 'signature*|signed|signing|=hmac|=sig',
  party:
    'entity id*|entityid*|audience*|issuer*|recipient*|destination*|relay state|name id|nameid|acs url*|=acs|assertion consumer*|sso url|sign on url|metadata',
  attribute: 'attribute*|claim mapping|attribute mapping|email attribute|first name|last name|given name|mapping*',
  idp: 'okta|=idp|=idps|identity provider*|entra|azure ad|azuread|=aad|onelogin|one login|google workspace|gsuite|jumpcloud|ping identity|pingone|pingfederate|=adfs|microsoft login|azure',
  tile: 'tile*|chiclet*|app icon|app launcher|launcher|app dashboard|my apps|myapps|apps dashboard|app portal|okta dashboard|okta portal|user portal|office portal|company portal|idp dashboard|app catalog|bookmark app|waffle|end user dashboard|okta home*|okta icon|icon in okta|okta app',
  fromIdp:
    'from okta|from the idp|from idp|from azure*|from entra|from onelogin|from google|from the identity provider|from their idp|inside okta|in okta dashboard|start* in okta|start* at okta|start* at the idp|start* from the idp|via okta dashboard|from jumpcloud|from their dashboard|from their portal|from the portal|from the app dashboard|from the company portal|idp side|launch* from',
  initiated:
    'idp initiated|idpinitiated|idp init|identity provider initiated|initiated login|initiated sso|initiated sign*|idp initiate*|idp led|unsolicited response|initiate login|initiate login url*|initiate url',
  session: 'session*|login session|sesion*',
  cookie: 'cookie*|samesite|max age|maxage',
  thrownOut:
    'logged out|log* out|logs out|logging out|loged out|logd out|loggd out|logout|signed out|signs out|sign* out|kicked out|kick* out|throw* out|toss* out|chuck* out|kicks them out|kicks users out|thrown out|throws out|throws me out|throws them out|boot* out|booted|auto logout|automatic logout|lose* their session|lose* session|lost session|loses login|lose* login|logged off|log* off|drop* out|forced to log in|forced to login|forced to sign in|=forced relogin|relogin|re login|reauthenticate|re authenticate|have to log in|have to login|have to sign in|need to log in|need to login|must log in|asked to log in|asked to login|ask* to sign in|ask* to log in|log in again|login again|sign in again|log back in|sign back in|prompt* to log in|prompt* for login|makes me log in|makes people log in',
  stayIn:
    'forget* that i am logged in|forget* login*|forget* me|forget* the login|forget* users|stay* logged in|login persist*|persist*|stay* signed in|keep* logged in|remain* logged in|keep me signed in|remember me|remember users|keep me logged in|keep users logged in|keep them logged in',
  login:
    'login*|log in|logging in|logs in|loging|logon|log on|sign in|signin*|signing in|signs in|sign on|authenticat*|authentification|=auth|oauth*|=oidc|get in|getting in|into the app|into our app|log into|access the app|access our app|access our product|access the application|access my account|access their account|log on|login page|sign up',
  signOut:
    'logout button|log* out|logout|signout|sign out|signs out|signing out|logs out|logging out|click logout|clicks logout|hits logout|press* logout|after logout|after logging out|after log out|after signing out|pressing logout|single logout|=slo|end session',
  user: 'user*|employee*|new hire*|hire*|newcomer*|joiner*|starter*|people|=person|member*|colleague*|staff|coworker*|account*|customer*|worker*|teammate*|leaver*|somebody|someone|anyone|everybody|everyone|persons|=usr|student*|teacher*|guy*',
  newUser:
    'employee*|new hire*|hires|newcomer*|joiner*|new starter*|new people|new user*|new colleague*|new staff|new member*|new joiner*|new account*|freshly hired|staff|coworker*|colleague*|new teammate*|new students',
  scim: '=scim|directory sync|scim directory|directory provisioning|user directory|dir sync|user sync|user provisioning|=ldap sync|directory token|bearer token of the directory',
  directory: 'directory|directories',
  provision:
    'provision*|sync*|synch*|import*|creat*|propagat*|replicat*|mirrored|onboard*|deprovision*|deactivat*|offboard*|update* in',
  group: 'group*|groups|gruop*|team membership*|group membership*|team assignment*|memberships|department*',
  groups: '=groups|=gruops|=grups|group membership*|group memberships|group sync*|syncing groups',
  team: 'team|teams',
  role: 'role*|permission*|entitlement*|admin rights|privileges',
  push: 'push group*|push groups|group push|assign* to the app|assigned|group mapping|role mapping|mapped',
  webhook:
    'whsec*|webhook*|web hook*|webhok*|event delivery|event deliveries|event notification*|hook endpoint|event callback*|delivery|deliveries',
  event: 'event*|notification*|payload*|message* from scalekit|endpoint*|deliver*|hook*|handler',
  verification: 'verif*|verification|verifywebhookpayload|check* signature|signature check|validation|validat*|signature verif*',
  rawBody: 'raw body|rawbody|parsed body|express json|body parser|bodyparser|request body|req body|json body|json stringify',
  header: 'header*',
  host: '=dns|hostname*|host name*|=host|name resolution|nslookup|resolve host|domain name lookup|environment host|scalekit host|server name|certificate chain|tls|=ssl|proxy|firewall|corporate network',
  mcp: '=mcp|mcp server*|mcp client*|claude desktop|=cursor|model context protocol|mcp inspector|dynamic client registration|=dcr|claude code',
  state: 'state param*|state value|=state|csrf*|xsrf|=nonce|state check|state cookie',
  stateParameter: 'state param*|state value*|state query*|state check*|state cookie*|oauth state',
  sdk: '=sdk|scalekit sdk|node sdk|python sdk|go sdk|java sdk|library|=npm package|scalekit client|scalekit object|method|function',
  scalekit: 'scalekit*|scale kit|=scalkit|=skalekit|=scalekitt',
  clock: 'clock*|clock skew|time drift|server time|system time|=ntp|time zone',
  browserCode:
    'frontend|front end|browser|client side|react app|bundle|=next_public|public js|javascript bundle|page source|devtools',
  source: 'source code|repo|repository|git|hard coded|hardcoded|hard code*|hardcode*|in the code|committed|checked in',
  localStorage: 'localstorage|local storage|sessionstorage|session storage|browser storage',
  url: 'page refresh*|refresh the page|refresh page|browser refresh|query string|address bar|=url|in the url|query param*|url param*|=links',
  app: '=app|application|our app|our product|our side|our system|our database|=db|backend|portal|platform|our tool|website|=site',
  request: 'every request|each request|per request|on every call|every call|new client',
  localhost: 'localhost|local host|127 0 0 1|=ngrok|local machine|locally|on my machine|my laptop|different port|=port|ports',
  slash:
    'trailing slash|slash|https instead|http instead|capital letter|www|subdomain*|preview deploy*|preview url*|custom domain|new domain|wildcard*',

  mismatch:
    'mismatch*|mis match*|missmatch*|mismach*|doesnt match|not matching|unmatched|differ*|different|not the same|not equal|not identical|unequal|dont line up|not line up|disagree*|inconsistent',
  refused:
    'not allowed|not allow*|disallowed|unallowed|not permitted|not accepted|not accept*|reject*|refus*|denied|denies|deny|forbidden|block*|not whitelisted|whitelist*|allowlist*|not on the list|not in the list|isnt listed|not listed|not registered|unregistered|not approved|not authorized|not authorised|blacklist*|turned away|declin*|turns down|complain*|moan*|not like|doesnt like|does not like|unhappy',
  wrong:
    'wrong*|invalid*|incorrect*|bad|illegal|malformed|unrecogni*|not recogni*|not valid|faulty|corrupt*|inval*|bogus|not known|typo|mistyped|mixed up|mix up|messed up|garbage',
  broken:
    'fail*|faild|error*|eror*|broken|broke|breaks|break|crash*|problem*|issue*|trouble*|stuck|dies|dead|not working|stopped working|stop* working|throws|throw|bug|blows up|falls over|weird|nothing happens|=no luck|acting up|goes wrong|went wrong|does nothing|hang*|doesnt do anything|screwed|=down|blank page|white page|=500|=400',
  missing:
    'missing|not found|cant find|cannot find|could not find|couldnt find|doesnt exist|does not exist|no such|not exist*|absent|not set|unset|empty|undefined|null|=none|lacks|lacking|without|=lost|not configured|not set up|isnt set up|unconfigured|nowhere|no longer there|=nil|not returned|no active|no enabled|not available|dont have|doesnt have|does not have|there is no|there is none|never issued|forgot',
  notThere:
    'never arrive*|never show*|dont show|doesnt show|not show*|dont appear|doesnt appear|not appear*|never appear*|never come*|never came|not coming|dont come|never get|never got|dont get|not getting|havent received|not receiv*|never receiv*|never reach*|not reach*|doesnt reach|dont reach|not created|never created|not arriv*|not sync*|not being sync*|arent sync*|isnt sync*|never sync*|dont sync*|not provision*|not pushed|never fire*|not fir*|never trigger*|not trigger*|not deliver*|undelivered|no traffic|no request*|no event*|no webhook*|nothing arrives|nothing comes|silence|silent|nothing is received|not called|never called|never hit*|=0 users|zero users|no users|no groups|zero groups|out of sync|not come through|dont come through|come through|not coming through|not imported|not updat*|stale|not there|arent there|isnt there|not in our|not hitting|drops|not get created|havent come|timed out|times out|time out|timeout*|timing out|not seeing|dont see|doesnt see|cant see|never see',
  disabled:
    'disabled|inactive|not active|not enabled|turned off|switched off|deactivated|draft|paused|not activated|suspended|unverified|not verified|pending|half finished|incomplete',
  expired:
    'expir*|time* out|exipr*|expried|too old|outdated|out of date|no longer valid|in the past|ran out|run out|runs out|lapsed|timed out|old|stale|dead|past its',
  tooSoon:
    'to quick*|to soon|to fast|to short|too quick*|too soon|too early|too fast|too short|too often|so quickly|so fast|so soon|so short|quickly|prematur*|early|suddenly|in no time|shortly|short lived|after a short|after a while|constantly|all the time|randomly|out of nowhere|keep*|immediately|right away|straight away|within minutes|way too|only lasts|lasts only|doesnt last|not last|last long|overnight|when idle|idle|inactiv*|inactivity|mid work|in the middle of|while working|during lunch|after lunch|over lunch|coffee break',
  duration:
    '=5 min*|=five min*|=10 min*|=ten min*|=15 min*|=20 min*|=30 min*|minute*|=mins|=min|=hour|hours|half an hour|every hour|every day|=daily|=seconds|couple of minutes|few minutes|an hour|once a day|=day',
  again:
    'again|again and again|over and over|repeatedly|every time|each time|multiple times|several times|constantly|all the time|every|keep*|keeps|loop*|=loop|=twice|many times|non stop',
  reused:
    'reused|re used|used twice|already used|used up|second time|second refresh|only once|works once|once then|first time|replay*|consumed|revoked|same token|at the same time|two tabs|two requests|parallel|race|racing|concurrent*|simultaneous*|one time|rotated|=twice|invalidated',
  changed: 'changed|rotated|renewed|replaced|swapped|new certificate|new cert|rolled over|rollover|updated|new one|migrat*|moved',
  unknown: 'unknown|not known|doesnt know|does not know|unrecogni*|nobody knows|who is this|not recogni*',
  removed:
    'removed|left the company|left us|leaver*|terminated|fired|deleted|offboarded|deprovision*|deactivat*|quit|disabled in okta|unassigned|gone from|gone',
  still:
    'still|keep* access|retain* access|remain*|even after|nevertheless|anyway|comes right back|right back in|straight back in|automatically logs|automatically logged in|automatically signed in|logged in automatically|signed in automatically|logs back in|logged back in|instantly logged|auto login|auto logs|without password|without asking|immediately logged in|signed right back|lets them in|can get in|immediately back in|back in',
  notAFunction:
    'not a function|is not a function|no attribute|has no attribute|undefined method|no method|not a method|method not found|not callable|cannot find symbol|does not exist on type|no such method|no function|no such function|function doesnt exist|function does not exist|method doesnt exist|method does not exist|undefined reading|has no field|has no member|not in the sdk',
  unauthorized: '=401|unauthorized|unauthorised|unauthenticated|=403|forbidden|not authorized|not authorised|permission denied',
  notFoundPage: '=404',
  unverified:
    'never check*|dont check*|only decode*|just decode*|decode only|not verif*|never verif*|without verif*|without check*|jwt_decode|decoding|unverified|not check*|without validat*',
  ignored: 'ignor*|swallow*|not read|never read|unread|not handl*|not show*|blank|spinner|nothing shown|silently',
  exposed:
    'visible|expos*|leak*|shows up in|readable|everyone can see|in plain text|publicly|end* up in|=in the|shipped|sent to the browser|stored|saved|store|save|keep* in|put in|sitting in',
  needed: 'should|must|need*|want*|how do|how to|how can|supposed to',

  work: 'work*|=connect|=connects|=works|okay|=ok|=fine|correctly|properly|successful*|no problem|no problems|no issue|perfectly|goes through|all good|as expected|succeed*|passes',
  match: 'match*|equal*|agree*|correspond*|line up|identical|=same',
  accept: 'accept*|allow*|permit*|approve*|recogni*|registered|whitelisted|listed|like|likes|trust*|authori*',
  exist:
    'exist*|resolv*|find|found|locate*|see any|have any|return*|contain*|configured|issued|there is a|=have|=has|=set|give* me|gives|get a',
  arrive:
    'call|calls|calling|pushed|pushing|arriv*|receiv*|appear*|creat*|add|adding|show up|shows up|showing up|show* in|come in|comes in|come through|deliver*|reach*|fire|fires|firing|trigger*|sync*|provision*|import*|create|created|get created|get synced|being created|show|shows|=get|=gets|getting|update|updated|updating|see|seeing|called|=hit|sent|send|sends|sending|=got|pick* up|picked up|added|populate*|carried over|come over|comes over|coming over|coming|=come|=comes|land|lands',
  verify: 'verif*|validat*|check*|=pass|passes|check out|checks out|verifying',
  renew: 'refresh*|renew*|extend*',
  enabled: 'enabled|=active|activated|switched on|turned on|=live',
  valid: '=valid|correct|=right|known|=good',
  able: 'able|can|could|=possible',
  ends: 'really logged|end|ends|kill*|clear*|invalidate*|terminate*|destroy*|actually log*|logged out completely|fully|properly log* out|completely log* out',
  not: '=not|=no|never|=dont|=doesnt|=didnt|=cant|cannot|=cant|=wont|=isnt|=arent|=wasnt|=werent|=havent|=hasnt|=couldnt|=wouldnt|unable|without|fails to|failed to|failing to|fail to|refuses to|stopped|stops|=nothing|=nobody|=none|hardly|=aint|no longer|=neither|=nor|=dnt|=doesn|=don|=isn|=didn|=non|=nope|=cudnt|=shouldnt|=stop|=no one|=zero',
  elsewhere:
    '=cors|access control allow origin|=credit card|=card|payment*|invoice*|refund*|recipe*|cake*|flour|oven|=css|=color|=colors|=colour|=font|=padding|stylesheet*|printer*|game*|=gym|hotel|flight*|weather|=npm err|node modules|dependency tree|eresolve|peer dep*|typescript compil*|syntax error|merge conflict*|segfault|out of memory|disk full|disk space|bluetooth|=wifi|bitcoin|wallet*|crypto*|battery|=bank|chatgpt|=excel|spreadsheet*|=sql|foreign key|deadlock|whatsapp|=chat|photo*|calendar*|contacts|playlist|=seo|analytics|newsletter|unit test*|lint*|=docker*|kernel|=gpu|cuda|=pip|homework|concert|restaurant|=bus|train ticket*|cinema|passport|driver license|driving license|visa|insurance|birth certificate|marriage|=yoga|provisioning profile*|xcode|code signing|=gpg|apt get|websocket*|socket io|therapy|training session|database connection|database is|connection pool|connection string|postgres*|mysql*|redis*|mongo*|segmentation|null pointer|nullpointer*|index out of|undefined reading map|divide by zero|memory leak|minecraft|=kids|parents|school*|marketing email*|smtp|=seo|web font*|responsive|=flexbox|button colo*|image*|video*|animation*|pdf*|csv|upload*|download*|checkout|shopping cart|discount|coupon|shipment|parcel|pizza|tires|=car|sourdough|dough|bread',
};
