/** English, with the ways people really write. */
import type { Lexicon } from './concepts.ts';

export const english: Lexicon = {
  redirectUri:
    'redirect uri*|redirect url*|redirecturi*|redirecturl*|redirection url*|redirection uri*|redirect link*|redirect address*|redirect path|redirect target|callback uri*|callback url*|callbackurl*|callbackuri*|call back url*|call back uri*|callback address*|callback link|callback path|callback endpoint|callback route|return url*|return uri*|returnurl|return address|reply url*|reply uri*|post login url|where scalekit sends|redirect after login|redirect setting*|allowed callback*|allowed redirect*|url after login|return location|url i am returning to|url i return to|url we return to|uri i return to|allowed url*|allowed uri*|registered url*|registered uri*|configured url*|configured uri*|configured ones|redirect endpoint|post login redirect|login redirect url*|login callback*|oauth callback*|auth callback*|callback domain|redirect domain|after login url|redirects page|redirect list|callback list|sign in redirect',
  redirect: 'redirect*|redirecton|callback*|call back|=cb url|=uri|=uris|call backs',
  goBack:
    'sends me back|sent back|send them back|sends users back|sends people back|come* back|bounce* back|brings me back|brought back|return* to|return* from|lands on|land on|ends up on|ends up at|end up on|end up at|takes me to|goes back to|get* back to|back to our app|back to the app|after logging in|after login|after sign in|after signing in|after they log in|once logged in|returning to|come back to|send me back|redirect* me back|send them back to|land back|coming back from|send users back|send people back|send user back|send the user back',
  client:
    'client id*|clientid*|client secret*|clientsecret*|client credential*|client cred*|client key*|credential*|=creds|app credentials|api credential*|api key*|secret key*|client password|skc*|client authentication|client auth|client authentification|client auth*|m2m|machine to machine|service to service|dev keys|prod keys|production keys|live keys|test keys|app secret|application secret|app id|client creds|api secret|api credentials|client_id|client_secret|application credentials|service account|client not recogni*|client unknown|unknown client|client is invalid|client is unknown|client rejected|authentication of client|client not found|no such client|client does not exist|client was not',
  secret: 'secret*|=sk',
  environment:
    'environment*|environment url|=env url|env|=dev|development|staging|=prod|production|=live keys|test keys|tenant url|base url|=eu|=us region|=test environment|=sandbox|=eu region|=workspace',
  variable: 'env var*|environment var*|dotenv|env file|=env|process env|config value*|environment setting*',
  token:
    'token*|exp claim*|jwt*|access token*|accesstoken*|bearer|auth token*|accesstoken|bearer token*|=jwts|expiry of the token|id tokens',
  idToken: 'id token*|idtoken*|id_token*|identity token',
  refresh:
    'refresh*|renew*|silent login|extend* session|extend* login|new access token|fresh token|fresh access token|get* a new token|renewal|silent*|token renewal|new token|extend* the session|prolong*',
  refreshToken:
    'silent renew*|silent refresh*|token rotation|refresh token*|refreshtoken*|rotat* token*|renewal token*|grant is invalid|invalid grant|grant invalid|bad grant|invalidgrant|refreshtok*|refresh tok*|refresh access token|refreshaccesstoken',
  offline: 'offline access|offline_access|offlineaccess',
  authCode:
    'authorization code*|authorisation code*|auth code*|login code|code exchange|exchange* code|exchange* the code|token exchange|code for token*|trade code|auth code|pkce|code verifier*|verifier|exchanging the code|code to token|redeem* code|authenticatewithcode|authenticate with code',
  sso: '=sso|single sign on|single signon|enterprise login|enterprise sign in|corporate login|company login|work login|enterprise customer*|federated login|enterprise sso|company account|work account|corporate account|company email|work email|corporate email|company credentials|enterprise auth*',
  connection:
    'connection*|conn id|sso setup|sso config*|idp connection|selector*|conn_*|idp config*|sso provider|identity connection|sso link',
  organization: 'organization*|organisation*|=org|=orgs|org id|tenant*|customer account|workspace*|company id|=conn',
  domain: 'domain*|email domain|e mail domain|mail domain|email address*',
  saml: 'notonorafter|not on or after|not before condition|inresponseto|saml*|=samel|=smal|acs url|=acs|sso response|idp response|samlresponse*|saml response*',
  assertion: 'assertion*',
  certificate: 'certificate*|=cert|=certs|x509|signing cert*|signing key*|fingerprint*|thumbprint*',
  signature: 'signature*|signed|signing|=hmac|=sig|signiture*|signatur*|sigature*|hmac*|=hash|hashes|checksum*|digest*|hash of',
  party:
    'entity id*|entityid*|audience*|issuer*|recipient*|destination*|relay state|name id|nameid|acs url*|=acs|assertion consumer*|sso url|sign on url|metadata|authnfailed|authn failed|status responder|=responder|=requester|sp metadata|idp metadata|reply url of the idp|audience restriction|subject confirmation',
  attribute:
    'attribute*|claim mapping|attribute mapping|email attribute|first name|last name|given name|mapping*|attributes|claims|profile fields|email claim',
  idp: 'okta|=idp|=idps|identity provider*|entra|azure ad|azuread|=aad|onelogin|one login|google workspace|gsuite|jumpcloud|ping identity|pingone|pingfederate|=adfs|microsoft login|azure|=ad|active directory|=azuread|microsoft 365|office 365|google admin|ping federate|identity prov*|=rippling|=workday|=duo|customers it|customer idp|microsoft entra|cyberark|=keeper',
  tile: 'tile*|chiclet*|app icon|app launcher|launcher|app dashboard|my apps|myapps|apps dashboard|app portal|okta dashboard|okta portal|user portal|office portal|company portal|idp dashboard|app catalog|bookmark app|waffle|end user dashboard|okta home*|okta icon|icon in okta|okta app|app tile|app icon*|logo in|icon in the portal|customers portal|customer portal|dashboard tile|myapplications|my applications|launchpad|launch pad|application portal|start page of okta|sso portal|idp portal|apps portal|application launcher|click* on the icon|click* the icon|click* our logo|on our logo|click* on our app|click* our app|click* our tile|=intranet|jumpcloud icon|onelogin icon|google apps menu|=app grid',
  fromIdp:
    'from okta|from the idp|from idp|from azure*|from entra|from onelogin|from google|from the identity provider|from their idp|inside okta|in okta dashboard|start* in okta|start* at okta|start* at the idp|start* from the idp|via okta dashboard|from jumpcloud|from their dashboard|from their portal|from the portal|from the app dashboard|from the company portal|idp side|launch* from|from identity provider|start* from identity provider|started from the idp|started from idp|starts at the idp|at the identity provider|from customers portal|from the customers portal|on the idp side|identity provider side|from google workspace|from microsoft|from the microsoft|from my apps|from the app launcher|coming from their portal|coming from the idp|begins at the idp|begin* at okta|opened from okta|launch* in okta|launch* our app|open* our app from|open* the app from|launch* the app',
  initiated:
    'idp initiated|idpinitiated|idp init|identity provider initiated|initiated login|initiated sso|initiated sign*|idp initiate*|idp led|unsolicited response|initiate login|initiate login url*|initiate url|unsolicited|idp started|identity provider started|not started by us|sp initiated only|initiate_login|idp_initiated_login',
  session:
    'session*|login session|sesion*|idle timeout*|absolute timeout*|session timeout*|timeout polic*|idle time out|session length|session lifetime|session duration|login duration|inactivity timeout*|session polic*|=sess|idle limit',
  cookie: 'cookie*|samesite|max age|maxage|same site|httponly',
  thrownOut:
    'logged out|log* out|logs out|logging out|loged out|logd out|loggd out|logout|signed out|signs out|sign* out|kicked out|kick* out|throw* out|toss* out|chuck* out|kicks them out|kicks users out|thrown out|throws out|throws me out|throws them out|boot* out|booted|auto logout|automatic logout|lose* their session|lose* session|lost session|loses login|lose* login|logged off|log* off|drop* out|forced to log in|forced to login|forced to sign in|=forced relogin|relogin|re login|reauthenticate|re authenticate|have to log in|have to login|have to sign in|need to log in|need to login|must log in|asked to log in|asked to login|ask* to sign in|ask* to log in|log in again|login again|sign in again|log back in|sign back in|prompt* to log in|prompt* for login|makes me log in|makes people log in|sign outs|logouts|random logout*|random sign*|random log*|keeps asking for login|back to login|back to the login|back on the login|login page again|login screen again|sent to login|sent back to login|redirected to login|bounced to login|show* the login page|login form again|ask* for password again|enter password again|retype|re enter|relog*|authenticate again|have to authenticate|signed off|lose my login|kicked off|kicks me|kicks users|thrown off|boots me|boots users|log everyone out|logs everyone out|logs everybody out|logs me out|logs users out',
  stayIn:
    'forget* that i am logged in|forget* login*|forget* me|forget* the login|forget* users|stay* logged in|login persist*|persist*|stay* signed in|keep* logged in|remain* logged in|keep me signed in|remember me|remember users|keep me logged in|keep users logged in|keep them logged in|stay in|stay authenticated|staying logged in|stay logged|login does not last|login last*|remember* the login',
  login:
    'login*|log in|logging in|logs in|loging|logon|log on|sign in|signin*|signing in|signs in|sign on|authenticat*|authentification|=auth|oauth*|=oidc|get in|getting in|into the app|into our app|log into|access the app|access our app|access our product|access the application|access my account|access their account|log on|login page|sign up|authorization url*|authorize url*|authorize request|authorization request|authorization endpoint|get authorization url|log us in|log them in|log me in|log him in|sign us in|sign me in|sign them in|sign him in|sign her in|sign users in|getting into|get into|enter our app|use our app|access our|locked out|lock* out|onboarding login',
  signOut:
    'logout button|log* out|logout|signout|sign out|signs out|signing out|logs out|logging out|click logout|clicks logout|hits logout|press* logout|after logout|after logging out|after log out|after signing out|pressing logout|single logout|=slo|end session|sign outs|sign out button|log out button|logged out and|on logout|during logout|post logout*|logging off|log off|sign off',
  user: 'user*|employee*|new hire*|hire*|newcomer*|joiner*|starter*|people|=person|member*|colleague*|staff|coworker*|account*|customer*|worker*|teammate*|leaver*|somebody|someone|anyone|everybody|everyone|persons|=usr|student*|teacher*|guy*|individual*|personnel|=team mates|=hr|contractor*|assignee*|seat*|=folks|=tester*',
  newUser:
    'employee*|new hire*|hires|newcomer*|joiner*|new starter*|new people|new user*|new colleague*|new staff|new member*|new joiner*|new account*|freshly hired|staff|coworker*|colleague*|new teammate*|new students|contractor*|new employee*|new folks|assigned users|assigned people|new hire|newly hired|just hired|provisioned users',
  scim: '=scim|directory sync|scim directory|directory provisioning|user directory|dir sync|user sync|user provisioning|=ldap sync|directory token|bearer token of the directory|scim2|scim 2|scim endpoint|scim token|scim base url|provisioning token|provisioning url|directory connector|user lifecycle|directory integration',
  directory: 'directory|directories|=dir|=user =store',
  provision:
    'provision*|sync*|synch*|import*|creat*|propagat*|replicat*|mirrored|onboard*|deprovision*|deactivat*|offboard*|update* in|quarantin*|auto creat*|auto provision*|on demand provisioning|lifecycle',
  group:
    'group*|groups|gruop*|team membership*|group membership*|team assignment*|memberships|department*|=grp|=grps|security group*|=ad group|team mapping|distribution list',
  groups:
    '=groups|=gruops|=grups|group membership*|group memberships|group sync*|syncing groups|=departments|security groups|=grps',
  team: 'team|teams',
  role: 'role*|permission*|entitlement*|admin rights|privileges|admin role|access level*|access rights|rights|authorization level',
  push: 'push group*|push groups|group push|assign* to the app|assigned|group mapping|role mapping|mapped|push group|assigned group*|group assignment*|nested group*|nested',
  webhook:
    'whsec*|webhook*|web hook*|webhok*|event delivery|event deliveries|event notification*|hook endpoint|event callback*|delivery|deliveries|web hooks|user created event|organization created|directory user created|event type*|outgoing events|event webhook*|event subscription*|event stream|hooks are|our hooks|the hooks|hooks not|hooks never|hooks dont|scalekit hooks|call our endpoint|calls our endpoint|calling our endpoint|hit our endpoint|hits our endpoint|reach our endpoint|reaches our endpoint|call our url|hit our url|post to our|posts to our|call our server|call our api|call our route',
  event:
    'event*|notification*|payload*|message* from scalekit|deliver*|hook*|handler|=evt|callback event*|message delivery|event post|=hooks|=hook|=eventname',
  endpoint:
    'endpoint*|our server|our backend|our api|our url|our service|=ngrok|production|prod|our listener|receiver|our route|our handler',
  verification:
    'verif*|verification|verifywebhookpayload|check* signature|signature check|validation|validat*|signature verif*|checksum*|check fails|authenticity|verifier of',
  rawBody:
    'raw body|rawbody|parsed body|express json|body parser|bodyparser|request body|req body|json body|json stringify|raw payload|raw request|raw bytes|parsed json|bodyparser*|json middleware|payload is parsed|payload parsing|re serial*|reseriali*|body parsing|req json|buffer',
  header: 'header*',
  host: '=dns|hostname*|host name*|=host|name resolution|nslookup|resolve host|domain name lookup|environment host|scalekit host|server name|certificate chain|tls|=ssl|proxy|firewall|corporate network|host|=hosts|scalekit domain|environment url|corporate proxy|company proxy|zscaler|netskope|=vpc|=vpn|egress|outbound|tls handshake|ssl handshake|handshake|self signed|selfsigned|root ca|=ca|ca cert*|ca bundle|certificate authority|unable to get local issuer|=resolve|=resolves|=resolved|=resolving|getaddrinfo|name lookup|=lookup|dns name|http2|cname|ssl error|tls error|tls inspection|ssl inspection|unreachable',
  mcp: '=mcp|mcp server*|mcp client*|claude desktop|=cursor|model context protocol|mcp inspector|dynamic client registration|=dcr|claude code|mcp auth*|mcp login|mcp oauth|mcp tool*|protected resource|oauth protected resource|mcp remote|=vscode|windsurf|copilot|claude web|claude ai|chatgpt connector|remote mcp|client metadata',
  state: 'state param*|state value|=state|csrf*|xsrf|=nonce|state check|state cookie|anti forgery|login csrf|csrf',
  stateParameter: 'state param*|state value*|state query*|state check*|state cookie*|oauth state',
  sdk: '=sdk|scalekit sdk|node sdk|python sdk|go sdk|java sdk|library|=npm package|scalekit client|scalekit object|method|function|node package|client library|npm package|the package|python package|=api method|class|constructor',
  scalekit: 'scalekit*|scale kit|=scalkit|=skalekit|=scalekitt',
  clock: 'clock*|clock skew|time drift|server time|system time|=ntp|time zone',
  browserCode:
    'frontend|front end|browser|client side|react app|bundle|=next_public|public js|javascript bundle|page source|devtools|next public|vite|client bundle|client component|react component|network tab|javascript|js bundle|public env|single page|=spa|expo app|mobile app',
  publicVariable:
    'next public scalekit*|next public client secret|next public secret|vite scalekit*|vite client secret|react app scalekit*|react app client secret|expo public*|public env* var*',
  source:
    'source code|repo|repository|git|hard coded|hardcoded|hard code*|hardcode*|in the code|committed|checked in|source file|=source|pushed to|push* to github|commit*|in git|=github|=gitlab|public repo*|checked into|version control|codebase|code base|in our code|in my code|git history|inside the code|literal in|string literal|in code',
  localStorage:
    'localstorage|local storage|sessionstorage|session storage|browser storage|=sessionstorage|window storage|web storage',
  cancelled:
    'cancel*|declin*|denies consent|denied consent|refus* consent|press* back|closes the window|closes the login|clicks no|gives up|backs out|not approve|consent|=abort*',
  errorParameter:
    'error description|error_description|error code in the callback|error in the callback|server error|server_error|error response|error from scalekit|error equals|error parameter|error is returned|returned error|=error server|error =param|error =parameter|error =params|error =query|access denied',
  postLogout:
    'post logout*|postlogout*|after logout url|logout redirect*|logout url*|logout uri*|logout callback*|sign out redirect*|sign out url*|post_logout_redirect_uri',
  both: 'users and groups|groups and users|users nor groups|users or groups|neither users|neither groups|people and groups|members and groups',
  tooMany: 'too many requests|=429|rate limit*|throttl*|rate_limit*',
  url: 'page refresh*|refresh the page|refresh page|browser refresh|query string|address bar|=url|in the url|query param*|url param*|=links|in our logs|in the logs|in nginx logs|access logs|server logs|nginx logs|log files|referer|referrer|browser history|url bar|url fragment|the address|as a parameter|in the link|through the url',
  app: '=app|application|our app|our product|our side|our system|our database|=db|backend|portal|platform|our tool|website|=site',
  request:
    'every request|each request|per request|on every call|every call|new client|in every request|for each api call|each api call|every handler|in the handler|request handler|per call|on each request|for every call|each call|each incoming|every incoming|per invocation|every route|each route',
  newClient:
    'new scalekit*|new client|new clients|instantiat*|creat* client|creating the client|create* a client|client is created|construct* client|initiali* client|initiali* the sdk|build* client|creat* the sdk|new sdk|new instance|create* scalekit',
  localhost:
    'localhost|local host|127 0 0 1|=ngrok|local machine|locally|on my machine|my laptop|different port|=port|ports|preview url*|preview deploy*|staging|vercel|netlify|=ports|another port|other port|new port|port number|moved to|new subdomain|new hostname|another hostname|different hostname',
  slash:
    'trailing slash|slash|https instead|http instead|capital letter|www|subdomain*|preview deploy*|preview url*|custom domain|new domain|wildcard*|sub domain*|tenant domain*|ends in a slash|final slash|slash at the end|http vs https|http and https|upper case|case sensitive|query string in',

  mismatch:
    'mismatch*|mis match*|missmatch*|mismach*|doesnt match|not matching|unmatched|differ*|different|not the same|not equal|not identical|unequal|dont line up|not line up|disagree*|inconsistent|must match|has to match|should match|exactly match|match* exactly|mis matched|does not equal|deviat*|discrepan*|not in line|isnt the same|not what we expect*|not what i expect*|is not what|off by',
  refused:
    'not allowed|not allow*|disallowed|unallowed|not permitted|not accepted|not accept*|reject*|refus*|denied|denies|deny|forbidden|block*|not whitelisted|whitelist*|allowlist*|not on the list|not in the list|isnt listed|not listed|not registered|unregistered|not approved|not authorized|not authorised|blacklist*|turned away|declin*|turns down|complain*|moan*|not like|doesnt like|does not like|unhappy|not on our list|not on its list|not on your list|isnt on|not in allowed|wont accept|will not accept|turn* down|wont let|does not let|doesnt let|not let|says no|barks|yells|gripes|whines|bounce*|not whitelist*|unlisted|unauthorised url|no good|unacceptable|not support*|unsupported|locked out|keeps retrying|keep retrying|retrying',
  wrong:
    'wrong*|invalid*|incorrect*|bad|illegal|malformed|unrecogni*|not recogni*|not valid|faulty|corrupt*|inval*|bogus|not known|typo|mistyped|mixed up|mix up|messed up|garbage|incompatible|nonsense|not right|inaccurate|botched|mangled|isnt right|pasted wrong|misconfig*|mis config*|another environment|other environment|different environment|wrong environment',
  broken:
    'fail*|faild|error*|eror*|broken|broke|breaks|break|crash*|problem*|issue*|trouble*|stuck|dies|dead|not working|stopped working|stop* working|throws|throw|bug|blows up|falls over|weird|nothing happens|=no luck|acting up|goes wrong|went wrong|does nothing|hang*|doesnt do anything|screwed|=down|blank page|white page|=500|=400|flak*|not loading|spins|endless*|infinite*|white screen|freez*|choke*|barf*|explod*|down for|is down|unusable|faul*|not function*|doesnt function|bombs|craps out|goes nowhere|is off|something off|impossible|no one can|nobody can|nothing works|locked out|fails|errors out|throwing|500s|400s|cannot be used|can not be used',
  missing:
    'missing|not found|cant find|cannot find|could not find|couldnt find|doesnt exist|does not exist|no such|not exist*|absent|not set|unset|empty|undefined|null|=none|lacks|lacking|without|=lost|not configured|not set up|isnt set up|unconfigured|nowhere|no longer there|=nil|not returned|no active|no enabled|not available|dont have|doesnt have|does not have|there is no|there is none|never issued|forgot|vanish*|disappear*|is gone|are gone|gone missing|nowhere to be found|not passed|not supplied|not provided|not included|never set|not present|blank|not in the response|no trace|nothing there|isnt there|was not sent|not sent',
  notThere:
    'never arrive*|never show*|dont show|doesnt show|not show*|dont appear|doesnt appear|not appear*|never appear*|never come*|never came|not coming|dont come|never get|never got|dont get|not getting|havent received|not receiv*|never receiv*|never reach*|not reach*|doesnt reach|dont reach|not created|never created|not arriv*|not sync*|not being sync*|arent sync*|isnt sync*|never sync*|dont sync*|not provision*|not pushed|never fire*|not fir*|never trigger*|not trigger*|not deliver*|undelivered|no traffic|no request*|no event*|no webhook*|nothing arrives|nothing comes|silence|silent|nothing is received|not called|never called|never hit*|=0 users|zero users|no users|no groups|zero groups|out of sync|not come through|dont come through|come through|not coming through|not imported|not updat*|stale|not there|arent there|isnt there|not in our|not hitting|drops|not get created|havent come|timed out|times out|time out|timeout*|timing out|not seeing|dont see|doesnt see|cant see|never see|stopped coming|stopped arriving|stopped|went quiet|dried up|skipp*|last synced never|never synced|not synced|not yet synced|none of them shows|none show*|none of them|not come over|dont come over|not carried over|not transferred|not copied|not mirrored|never ends up|isnt reaching|not make it|never makes it|doesnt make it|never makes|not being sent|not sent|not being delivered|not being called|not fire|not firing|no longer arriv*|no longer come|nothing is coming|not picked up|not showing|doesnt come|nothing lands|not land*|never land*|nothing happens on our|no call|no post|no requests|users missing|absent|not see any|never see any|receive nothing|received nothing|get nothing|got nothing|gets nothing|not notified|never notified|no notification*',
  disabled:
    'disabled|inactive|not active|not enabled|turned off|switched off|deactivated|draft|paused|not activated|suspended|unverified|not verified|pending|half finished|incomplete|turn* off|deactivate*|not turned on|not switched on|on hold|quarantin*|archived|not published|still draft|half set up|not finished|not completed|in progress',
  expired:
    'expir*|time* out|exipr*|expried|too old|outdated|out of date|no longer valid|in the past|ran out|run out|runs out|lapsed|timed out|old|stale|dead|past its|has run out|have run out|ran its|dies|already dead|no longer accepted|after expiry|past expiry|over its|ancient|too early or too late|future|already over|passed its',
  tooSoon:
    'to quick*|to soon|to fast|to short|too quick*|too soon|too early|too fast|too short|too often|so quickly|so fast|so soon|so short|quickly|prematur*|early|suddenly|in no time|shortly|short lived|after a short|after a while|constantly|all the time|randomly|out of nowhere|keep*|immediately|right away|straight away|within minutes|way too|only lasts|lasts only|doesnt last|not last|last long|overnight|when idle|idle|inactiv*|inactivity|mid work|in the middle of|while working|during lunch|after lunch|over lunch|coffee break|only last*|just last*|lasts just|last* for only|for only|random*|way too short|every few|several times a day|many times a day|multiple times a day|at random|prematurely|unexpected*|on its own|by itself|by themselves|for no reason|without reason|after inactivity|goes to sleep|in the background|tab was in|coffee|over night|next morning|in the morning|after the weekend|too aggressive|way to short',
  duration:
    '=5 min*|=five min*|=10 min*|=ten min*|=15 min*|=20 min*|=30 min*|minute*|=mins|=min|=hour|hours|half an hour|every hour|every day|=daily|=seconds|couple of minutes|few minutes|an hour|once a day|=day|=5min|=10min|=15min|=30min|=5m|=1h|=1 hour|=2 hours|=couple hours|few hours|several times a day|each day|per day|every morning',
  again:
    'again|again and again|over and over|repeatedly|every time|each time|multiple times|several times|constantly|all the time|every|keep*|keeps|loop*|=loop|=twice|many times|non stop|time and again|=constant|every single time|all over again|repeated*|anew|=afresh|continuous*|=nonstop|endless loop|infinite loop',
  reused:
    'reused|re used|used twice|already used|used up|second time|second refresh|only once|works once|once then|first time|replay*|consumed|revoked|same token|at the same time|two tabs|two requests|parallel|race|racing|concurrent*|simultaneous*|one time|rotated|=twice|invalidated|works first time|first call|first refresh|works the first|next time|subsequent|two browser tabs|multiple requests|multiple tabs|several requests|two processes|two servers|at once|same moment|same refresh token|reload*|already consumed|two pods|double|already been used|2nd time|used before|used already|hit reload|twice',
  changed:
    'changed|rotated|renewed|replaced|swapped|new certificate|new cert|rolled over|rollover|updated|new one|migrat*|moved|re created|recreat*|re issued|reissued|new key|new signing|regenerat*|rotate*|exchang* the|swap*|re generated|renew*',
  unknown:
    'unknown|not known|doesnt know|does not know|unrecogni*|nobody knows|who is this|not recogni*|no idea who|not familiar|never heard of|doesnt recogni*|unrecognized',
  removed:
    'removed|left the company|left us|leaver*|terminated|fired|deleted|offboarded|deprovision*|deactivat*|quit|disabled in okta|unassigned|gone from|gone|resigned|laid off|ex employee*|former employee*|off boarded|deprovisioned|revoked access|no longer works|suspended in|unassign*|removed from',
  still:
    'still|keep* access|retain* access|remain*|even after|nevertheless|anyway|comes right back|right back in|straight back in|automatically logs|automatically logged in|automatically signed in|logged in automatically|signed in automatically|logs back in|logged back in|instantly logged|auto login|auto logs|without password|without asking|immediately logged in|signed right back|lets them in|can get in|immediately back in|back in|keep* permission*|keep* role*|keep* the|keep* their|keep* his|retain*|is in without|in again without|same user|as the same user|same account|cannot switch|cant switch|switch account*|switch user*|not asked for|never asked for|no password|without entering|without a password|without credentials|session stays|stays alive|stays active|leaves me logged|leave* a session|leaves the session|logged in at the idp|signed in at the idp|does not really|doesnt really|not really|come* back logged in|can log straight|silently logged|log straight back|straight in|only clears|only deletes|only removes|just clears|just deletes|right in',
  notAFunction:
    'not a function|is not a function|no attribute|has no attribute|undefined method|no method|not a method|method not found|not callable|cannot find symbol|does not exist on type|no such method|no function|no such function|function doesnt exist|function does not exist|method doesnt exist|method does not exist|undefined reading|has no field|has no member|not in the sdk|is not in the node sdk|not in the node sdk|not in the python sdk|not part of the sdk|missing from the sdk|missing in the sdk|not exist in my version|not exist in the sdk|doesnt exist in the sdk|not exist on|cannot read propert*|is undefined the docs|no such property|unknown method|property does not exist|not available in the sdk|removed from the sdk|docs show',
  unauthorized:
    '=401|unauthorized|unauthorised|unauthenticated|=403|forbidden|not authorized|not authorised|permission denied|401s|http 401|status 401|=401s|http 403|status 403|code 401',
  notFoundPage: '=404|http 404|status 404|=405|method not allowed',
  unverified:
    'never check*|dont check*|only decode*|just decode*|decode only|not verif*|never verif*|without verif*|without check*|jwt_decode|decoding|unverified|not check*|without validat*|base64 decod*|only base64|without verifying|not validated|jwt decode|decode enough|forge*|forging|do i need to verify|trust the token|never validat*|not valida*|no validation|decode the|just decode|no signature check|skip* verification|skip* validation|not compare*|never compare*|dont compare*|dont verify|never verified',
  ignored:
    'ignor*|swallow*|not read|never read|unread|not handl*|not show*|blank|spinner|nothing shown|silently|goes unnoticed|not look at|never look*|does not read|doesnt read|dont read|not display*|just show*|shows nothing|no message|unhandled|uncaught|crash*|white page|white screen|blank page|empty page|endless spinner',
  exposed:
    'visible|expos*|leak*|shows up in|readable|everyone can see|in plain text|publicly|end* up in|=in the|shipped|sent to the browser|stored|saved|store|save|keep* in|put in|sitting in|in my repo|in the repo|in the bundle|ends up in|end up in|anyone can|visible to|scanner|pentest*|audit*|security review|security team|steal|stolen|passed to|passed in|pass* through|sits in|sit in|put* into|right into|pushed|is in our|are in our|are in the|is in the|hardcoded|keeping|keep|kept in|safe',
  needed:
    'should|must|need*|want*|how do|how to|how can|supposed to|is it ok|is it safe|is that ok|is that safe|is that bad|is this ok|what should|what do i|where do i|where can i|which one|do i need|do i have to|do we need',

  work: 'work*|=connect|=connects|=works|okay|=ok|=fine|correctly|properly|successful*|no problem|no problems|no issue|perfectly|goes through|all good|as expected|succeed*|passes|comes through fine|is fine|are fine|smooth*|flawless*|great|no complaints|happy with|without issues|without problems|without any problem|just fine|=up',
  match: 'match*|equal*|agree*|correspond*|line up|identical|=same',
  accept:
    'accept*|allow*|permit*|approve*|recogni*|registered|whitelisted|listed|like|likes|trust*|authori*|support*|permitt*|let me|lets me|like it',
  exist:
    'exist*|resolv*|find|found|locate*|see any|have any|return*|contain*|configured|issued|there is a|=have|=has|=set|give* me|gives|get a|there are|have a|has a|=includes|=contains|=present|set up|=available|=shown',
  arrive:
    'call|calls|calling|pushed|pushing|arriv*|receiv*|appear*|creat*|add|adding|show up|shows up|showing up|show* in|come in|comes in|come through|deliver*|reach*|fire|fires|firing|trigger*|sync*|provision*|import*|create|created|get created|get synced|being created|show|shows|=get|=gets|getting|update|updated|updating|see|seeing|called|=hit|sent|send|sends|sending|=got|pick* up|picked up|added|populate*|carried over|come over|comes over|coming over|coming|=come|=comes|land|lands|change|changes|apply|applies|applied|take effect|takes effect|reflect*|propagat*|transfer*|=synced|=posts|=post|=appears|invoked|notified|notify|populate|log in the|=make it|makes it',
  verify: 'verif*|validat*|check*|=pass|passes|check out|checks out|verifying',
  renew: 'refresh*|renew*|extend*',
  enabled: 'enabled|=active|activated|switched on|turned on|=live',
  valid: '=valid|correct|=right|known|=good',
  able: 'able|can|could|=possible|=let|=lets|manage to',
  ends: 'really logged|end|ends|kill*|clear*|invalidate*|terminate*|destroy*|actually log*|logged out completely|fully|properly log* out|completely log* out|log the user out|log users out|log the users out|really logs|actually sign*|sign the user out',
  not: '=not|=no|never|=dont|=doesnt|=didnt|=cant|cannot|=cant|=wont|=isnt|=arent|=wasnt|=werent|=havent|=hasnt|=couldnt|=wouldnt|unable|without|fails to|failed to|failing to|fail to|refuses to|stopped|stops|=nothing|=nobody|=none|hardly|=aint|no longer|=neither|=nor|=dnt|=doesn|=don|=isn|=didn|=non|=nope|=cudnt|=shouldnt|=stop|=no one|=zero',
  elsewhere:
    '=cors|access control allow origin|=credit card|=card|payment*|invoice*|refund*|recipe*|cake*|flour|oven|=css|=color|=colors|=colour|=font|=padding|stylesheet*|printer*|game*|=gym|hotel|flight*|weather|=npm err|node modules|dependency tree|eresolve|peer dep*|typescript compil*|syntax error|merge conflict*|segfault|out of memory|disk full|disk space|bluetooth|=wifi|bitcoin|wallet*|crypto*|battery|=bank|chatgpt|=excel|spreadsheet*|=sql|foreign key|deadlock|whatsapp|=chat|photo*|calendar*|contacts|playlist|=seo|analytics|newsletter|unit test*|lint*|=docker*|kernel|=gpu|cuda|=pip|homework|concert|restaurant|=bus|train ticket*|cinema|passport|driver license|driving license|visa|insurance|birth certificate|marriage|=yoga|provisioning profile*|xcode|code signing|=gpg|apt get|websocket*|socket io|therapy|training session|database connection|database is|connection pool|connection string|postgres*|mysql*|redis*|mongo*|segmentation|null pointer|nullpointer*|index out of|undefined reading map|divide by zero|memory leak|minecraft|=kids|parents|school*|marketing email*|smtp|=seo|web font*|responsive|=flexbox|button colo*|image*|video*|animation*|pdf*|csv|upload*|download*|checkout|shopping cart|discount|coupon|shipment|parcel|pizza|tires|=car|sourdough|dough|bread|react hook*|git hook*|husky|pre commit|use effect|use state|custom hook*|no such table|=table|=tables|=column|=columns|migration|migrations|event listener*|dom event*|on click|onclick|google analytics|tracking event*|=iphone|=android|=ios app|password reset|reset password|reset email|forgot password|captcha|=vpn client|=tax|hiring|playstation|=xbox|=tv|=netflix|invalid date|date format|time zone of|=regex|fishing|=hook up|curtain|=wedding|birthday|=ticketmaster|=train|kitchen|washing machine|=fridge|landlord|=dentist|doctor|=vet|push notification*|email notification*|=sms|=emails|text message*|user story|product owner|hook call|function component|unexpected token|valid json|doctype|public key is not|keyring|not signed by',
  eventName: '=eventname',
  sdkNamed:
    '=sdk|scalekit sdk|node sdk|python sdk|go sdk|java sdk|scalekit client|scalekit object|node package|client library|the guide|the docs|documentation',
  selector: 'selector*|connection selector*',
  icon: '=icon|=icons|=logo|=bubble|=shortcut',
  eventItself: '=event|=events',
};
