/** What people wrote about anything else, with words that sound like ours: one example a line. */
export const noneOfOurs = `
Access to fetch at 'https://api.acme.com/data' from origin 'http://localhost:3000' has been blocked by CORS policy
CORS error: No Access-Control-Allow-Origin header is present on the requested resource
npm ERR! code ERESOLVE npm ERR! ERESOLVE unable to resolve dependency tree
npm ERR! code E404 npm ERR! 404 Not Found - GET https://registry.npmjs.org/left-padd
npm ERR! code E401 npm ERR! Incorrect or missing password
Your card was declined
card_declined: insufficient funds
The payment failed because the credit card expired
404 page not found on my own blog
GET /favicon.ico 404
How do I bake a chocolate cake? Mix flour, sugar and eggs and put it in the oven for 30 minutes.
TypeError: Cannot read properties of undefined (reading 'map')
ReferenceError: window is not defined
Error: connect ECONNREFUSED 127.0.0.1:5432
Access denied for user 'root'@'localhost' (using password: YES)
MongoServerError: bad auth : authentication failed
FATAL: password authentication failed for user "postgres"
redis connection refused
docker: unauthorized: authentication required
fatal: Authentication failed for https://github.com/acme/app.git
Permission denied (publickey).
ModuleNotFoundError: No module named requests
Segmentation fault (core dumped)
java.lang.NullPointerException at com.acme.Main.main(Main.java:5)
CSS flexbox does not center my div
webpack build fails with out of memory
stripe webhook signature verification failed
GitHub webhook not received
my bluetooth headphones keep disconnecting
git merge conflict in package-lock.json
The printer is not found on the network
AWS S3 AccessDenied when uploading
Error: ENOSPC: no space left on device
Hydration failed because the initial UI does not match what was rendered on the server
Module not found: Error: Can't resolve "react"
The weather is bad today
Hello, how are you?
my gym membership expired
the hotel room key does not work
Wie backe ich einen Kuchen?
Der Drucker funktioniert nicht
Meine Kreditkarte wurde abgelehnt
La tarjeta fue rechazada
No se puede conectar a la base de datos
クレジットカードが拒否されました
ケーキのレシピを教えてください
データベース接続に失敗しました
npm install fail ho raha hai
mera card decline ho gaya
port 3000 is already in use
Error: listen EADDRINUSE: address already in use :::3000
SyntaxError: Unexpected token < in JSON at position 0
Unexpected end of JSON input
relation "users" does not exist
duplicate key value violates unique constraint "users_email_key"
kubernetes pod is in CrashLoopBackOff
nginx 502 bad gateway
Timeout of 2000ms exceeded. For async tests and hooks, ensure "done()" is called
ESLint: no-unused-vars
the train ticket machine refused my card
getaddrinfo ENOTFOUND registry.npmjs.org
self-signed certificate in certificate chain while running npm install
The image does not load on my page
my calendar does not sync with my phone
Python indentation error
Kein Speicherplatz mehr auf dem Gerät
The user table has no column named email
Firebase: Error (auth/invalid-api-key)
OpenAI API key invalid
const x: number = "a" // Type string is not assignable to type number

   
asdf qwer
x
how do I reset my Windows password
my Instagram session expired
refresh the page and the data is gone
the page refresh loses my form data
the group chat doesn't sync
our team lost the match
event listeners not firing in React
useEffect runs again and again
onClick handler is never called
state is undefined in my React component
my state does not update with useState
environment variable PATH not found
aria role attribute missing
the table header is not displayed
token limit exceeded for the model
Unexpected token '<', "<!DOCTYPE "... is not valid JSON
SSL handshake failed in nginx
the digital signature in the PDF is invalid
domain not found when I open my blog
the organization of the files is wrong
my secret santa list is missing
user input validation fails on the form
session storage quota exceeded
push notifications do not arrive on iPhone
email notifications are not delivered
the event was cancelled
cron job does not fire
people do not show up to meetings
the app crashes on startup
my website is down
the button does not work
database migration failed
users table is missing a column
foreign key constraint fails on users.group_id
cannot find module './config'
Java heap space OutOfMemoryError
HTTP 500 internal server error
502 Bad Gateway
504 gateway timeout
request timed out
connection timed out
certificate of achievement not printed
internet connection is slow
lost connection to the server during query
the api returns an empty list
API rate limit exceeded
file not found
invalid argument
permission denied: ./script.sh
sudo: command not found
fatal: not a git repository
error: failed to push some refs
Terraform state lock error
invalid date
NaN is displayed instead of the total
undefined is not an object (evaluating 'a.b')
Cannot set headers after they are sent to the client
Error: EPERM: operation not permitted, rename
the dropdown doesn't show all options
how do I center a div
my team is missing two players
Das Internet geht nicht
Die Seite lädt nicht
Mein Team hat verloren
Die Datei wurde nicht gefunden
die Gruppe trifft sich nicht mehr
la página no carga
el archivo no existe
el grupo de música no vino
ページが表示されない
ファイルが見つかりません
画像がアップロードできない
グループ旅行に行けない
page load nahi ho raha
internet nahi chal raha
file nahi mil rahi
mere dost nahi aaye
Error: P1001: Can't reach database server
prisma connection refused
Invalid hook call. Hooks can only be called inside of the body of a function component
React hook useEffect has a missing dependency
graphql query returns null
socket.io connection not working
websocket connection failed
bluetooth connection lost
the iOS build fails because the provisioning profile is invalid
Xcode: no signing certificate found
code signing failed: certificate expired
provisioning profile doesn't include signing certificate
apt-get: signature verification failed, GPG key expired
The following signatures couldn't be verified because the public key is not available
gradle build failed: could not resolve dependency
ERR_TOO_MANY_REDIRECTS on my static site
the redirect from http to https does not work in nginx
301 redirect loop on my marketing page
next.js middleware redirects do not work for images
user story is not accepted by the product owner
customers do not receive the newsletter
customer cannot add item to cart
customer accounts report is wrong
account balance is wrong
my tax return was rejected
return value is different from what I expected
the return type does not match
callback is not a function
callback hell in node
TypeError: callback is not a function
the promise callback is never called
assertion failed: expected 3 to equal 4
AssertionError: expected true to be false
expect(received).toBe(expected)
jest tests time out
test assertion fails in CI
ping: cannot resolve google.com: Unknown host
wifi network not found
Ich habe meinen Schlüssel verloren
mi computadora no enciende
role playing game group is missing a player
domain verification failed for google search console
Let's Encrypt certificate renewal failed
Cross-Origin Request Blocked: the Same Origin Policy disallows reading the remote resource (Reason: CORS header missing)
npm install fails with EACCES permission denied
npm ERR! network request to https://registry.npmjs.org/express failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org
customer says his Visa was declined at checkout
PaymentIntent requires_payment_method
Uncaught SyntaxError: Cannot use import statement outside a module
my page /about shows a 404
ERROR 1045 (28000): Access denied for user app@10.0.0.5
django.db.utils.OperationalError: could not connect to server: Connection refused
the font on the landing page looks wrong
Grandma lost her glasses
how long do I boil an egg?
The elevator in our building is broken again
Meine Waschmaschine ist kaputt
el coche no arranca
今日は天気が悪い
meri gaadi kharab ho gayi hai
TypeError: undefined is not a function
Warning: Each child in a list should have a unique key prop
error TS2322: Type string is not assignable to type number
Your branch and origin/main have diverged
ssl certificate of my blog expired
The meeting was moved to Thursday
ENOENT: no such file or directory, open config.json
Out of memory: Killed process 1234 (node)
the video call keeps dropping after 40 minutes
I lost my house keys
the login button has the wrong color
CSS for the login form is broken
npm install @scalekit-sdk/node fails with ETIMEDOUT
Stripe says the API key is invalid
GitHub Actions token expired
My Slack webhook is not working
cannot connect to MySQL with these credentials
Google Maps API key rejected
password reset mail never arrives
postgres user has no role
JWT secret for my game server is wrong?
the recipe calls for a group of eggs
Failed to load resource: the server responded with a status of 404 (Not Found)
Your payment method was declined. Please try another card.
TypeError: Failed to fetch
net::ERR_BLOCKED_BY_CLIENT
Error 404: page /blog not found
Preflight response is not successful. Status code: 404 CORS
ERR! peer dep missing: react@^18
My dog will not stop barking
reset my router
Das Paket ist nicht angekommen
el paquete no llega
荷物が届かない
mera parcel nahi aaya
no me llega el correo
Die Lieferung kommt nicht an
Ich bekomme keine E-Mails
event tickets are sold out
cookies are delicious
session musicians wanted
domain for sale
the certificate course was too short
`;
