/** What people write at work about anything else, with the words that ours share with it: one example a line. */
export const workday = `
the new employee starts on Monday and needs a desk
employees get a badge on their first day
the employee of the month was announced
hires in the second quarter were below plan
our staff canteen is closed this week
new members of the choir get a folder with the notes
users of the parking garage must show their card
the user manual is missing two pages
people left the meeting early
the team meeting moved to the large room
our group visits the museum on Friday
the working group on climate met again
group photo tomorrow at noon
the hiking group was cancelled because of rain
age groups in the survey were merged
her role in the play was changed
the role of the moderator is still open
role playing games are fun
the phone directory in reception is outdated
a directory of local shops would help visitors
no such file or directory: build/output
cannot remove directory: directory not empty
the session about budgets starts at nine
photo session postponed until next week
the parliament's session ended without a vote
jam session in the basement
the game session was lost when the server restarted
my screen session was killed by the OS
tmux session detached and I cannot attach again
the token for the laundry machine is stuck
a token of our appreciation
tokens per second of the language model are low
unexpected token in line 3 of the config
the tokenizer splits words wrongly
the certificate for the first aid course arrived
birth certificate request was rejected
gift certificates can be used until June
certificate of insurance expired for the truck
the connection between the two rooms is through the hall
we missed our connection in Zurich
bus connection to the airport was removed
connection pool exhausted after load test
lost connection to the game server
database connection string is wrong in staging
the internet connection at home is slow again
sign the form and send it back
her signature on the contract is missing
the guitar has a signature sound
method signature changed between versions
function signature does not match the interface
signed commits are required on this branch
the event takes place in the garden
event tickets are sold out
events are listed on the notice board
the company event was moved to May
no events in my calendar today
mouse event is not propagated to the parent
event loop is blocked by a long computation
we verify the invoice before we pay
please verify the numbers in the spreadsheet
verification of the meter reading is due
the delivery man did not ring the bell
delivery of the sofa is late
deliveries to the back door please
the delivery failed because nobody was home
the hook on the door came off
fish hooks and lines are in the cellar
phone is off the hook
a good story needs a hook
the domain of the function is all real numbers
in the domain of medicine this is common
domain expert wanted for the review
my web domain renews next month
public domain music for the video
the proxy voted for the shareholder
sent by proxy because she was ill
the host of the show was funny
our hosts served tea
the host plant of this butterfly is nettle
traffic was redirected through the village
the river was redirected decades ago
please redirect my mail to the new flat
forward and redirect the call to the front desk
return the book to the library
return address of the parcel is unreadable
send it back to the sender
come back to me with a number
the call back from the plumber never came
call back tomorrow please
the organization of the wedding took months
a non profit organization asked for donations
the customer returned the shoes
the customer wants a discount
customer complained about cold soup
the company car needs new tires
the app for the bus times crashed
the app store rejected our screenshots
my banking app wants an update
the gate code was changed
the entry code for the building no longer works
code review is pending since yesterday
the discount code has already been used
error in line 40 of the shell script
exit code 1 in the nightly job
zip code is missing on the form
postal code invalid for this country
the key to the cellar is missing
piano keys are stuck
primary key violation on insert
keyboard keys repeat twice
the secret ingredient is butter
secret santa is on the tenth
trade secrets were discussed in court
credentials of the speaker are impressive
press credentials must be worn visibly
the client wants blue instead of green
a client called about the roof
lawyer and client met today
mail client shows the wrong font
thick client application does not start on windows 11
the old http client library is deprecated
log entries are written twice
the log is too wet to burn
captain's log of the trip
login to the gym's website is ugly
the library card expired
my passport expires next spring
milk expires tomorrow
the offer has expired
warranty expired last month
the coupon is no longer valid
the lease ends in March
timer ends too early, cake still raw
the battery lasts only an hour
it lasts too short for a marathon
after five minutes the water boils
every ten minutes a bus leaves
the alarm goes off every five minutes
I have to restart the router every day
the screen goes dark after a minute
the kids were kicked out of the pool
thrown out of the bar at midnight
the drawer keeps falling out
refresh the paint in the hallway
refreshments are served at noon
page does not refresh after saving the form
refresh rate of the monitor is 60 hertz
renew the library loan
renewal of the parking permit
renew the contract with the cleaning company
sync my phone with the car
calendar sync between phone and laptop broke
lips are out of sync in the video
files are not syncing to the cloud drive
provisioning of the camp with food
provisions for the trip are packed
the attribute of the svg element is wrong
html attribute missing in the template
attributes of a good leader
mapping the old streets of the city
the map shows the wrong street
the audience applauded for minutes
the audience was mostly students
destination of the trip is unknown
the recipient was not at home
the issuer of the bond went bankrupt
assertion failed in unit test expected 3 to be 4
he made an assertion without proof
the clock in the kitchen is five minutes fast
clock change is this weekend
the portal of the cathedral is being restored
tiles in the bathroom are loose
the roof tile fell down
icons on my desktop are too small
the launcher of the game crashes
start the engine and listen
initiated by the mayor, the project began
the environment around the lake is protected
staging of the opera was modern
production of the part stopped
the production line was down for an hour
sandbox for the kids needs sand
the endpoint of the walk is the church
payload of the truck is two tons
the header of the letter has the wrong logo
table header is not sticky
body of the mail is empty
raw milk must be boiled
the state of the art in optics
the state of the road is terrible
state tax return due
nonsense poem of the day
the browser shows old images
bundle of newspapers
the source of the river
open source licence question
local storage of bicycles
bike storage is full
query planner chooses the wrong index
url shortener for the flyer
a link in the chain broke
broken link on the about page
the method section of the paper is too short
library closed on Mondays
class starts at eight
the constructor company is late
npm audit reports three vulnerabilities
build pipeline stuck in queue
container image is too large
helm chart version bump
pod evicted because of memory pressure
node is not ready
ingress returns 502 after the deploy of the shop
the load test shows high latency
memory usage of the worker grows
disk is full on the build machine
cannot allocate memory
permission denied while writing /var/log/app.log
file permissions are wrong after unzip
sudo asks for the password again
the password of the wifi in the office
change the lock on the door
laptop asks for bitlocker recovery key
keyring wants to be unlocked at every start
the test account of the payment provider is locked
unit tests are flaky on the CI
snapshot test failed
type string is not assignable to type number
property map does not exist on type never
cannot find name describe
variable is used before being assigned
is not a function at Array.map
undefined is not an object evaluating props.items
segmentation fault in the renderer
shader does not compile
texture is missing in the scene
the level cannot be finished because the door is stuck
player gets kicked from the match
leaderboard does not update
audio out of sync with the picture
import of the csv fails on line 12
migration failed: column already exists
deadlock found when trying to get lock
query timeout after thirty seconds
replica lag is too high
cache is stale after deploy
search index is out of date
pagination shows the same page twice
translation is missing for Polish
date picker shows the wrong month
time zone of the report is wrong
rounding error in the invoice total
tax id is invalid
iban is not valid
bank transfer was rejected
payment link expired
refund has not arrived
subscription was cancelled by mistake
card reader is offline
receipt printer prints twice
`;
