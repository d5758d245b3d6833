"""Facts about several people side by side, each of whom has a name and is something to the user.

An attribute of ATTRS is said of the user, of a relative, of a friend or of a name, and asked for in other words, by name or by
relation, backwards (who is it that ...?), as yes or no, of two people at once, after a correction, or left untold.  In the notation
{s} stands for the subject, {p} for its possessive, {o} for its object form; verbs in brackets are bent to the person.
"""
import re

import sentences as Q
import slots as S
import talk as T
from slots import cap, comma

ATTRS = '''
@job v=job
S {s} [works] as {a:v}|{s} [is] {a:v}|{s} [earns] a living as {a:v}|{p} trade: {v}|{s} [has] found a post as {a:v}|for a living {s} [is] {a:v}
Q What [does] {s} do for a living?|What is {p} job?|What kind of work [does] {s} do?|What line of work [is] {s} in?|How [does] {s} earn money?|What is {p} occupation?|What do people pay {o} for?
W Who works as {a:v}?|Who is {a:v}?|Which of them is {a:v}?|Who earns money as {a:v}?|Whom should I ask if I need {a:v}?
A {s} [is] {a:v}.|{A:v}.|{s} [works] as {a:v}.
@home v=city
S {s} [lives] in {v}|{p} home is in {v}|{s} [has] a flat in {v}|{s} moved to {v}|{s} [has] settled in {v}|{v} is where {s} [lives]
Q Where [does] {s} live?|In which city [does] {s} live?|Which town is {p} home in?|Where would I have to go to visit {o}?|Where [is] {s} at home?|Where should a letter to {o} go?
W Who lives in {v}?|Who is at home in {v}?|Whose home is in {v}?|Which of them moved to {v}?|Whom could I visit in {v}?
A {s} [lives] in {v}.|In {v}.|{v}.
@age v=age
S {s} [is] {v} years old|{s} [is] {v}|{s} turned {v} this year|{p} last birthday was number {v}|{s} [has] just become {v}
Q How old [is] {s}?|What is {p} age?|How many years old [is] {s}?|What age [is] {s}?|How many candles would be on {p} cake?
W Who is {v}?|Who is {v} years old?|Which of them is {v}?|Who has turned {v}?
A {s} [is] {v} years old.|{v}.|{s} [is] {v}.
@birthday v=date
S {p} birthday is on {v}|{s} [celebrates] on {v}|{s} [was] born on {v}|on {v} {s} [has] a birthday|{p} big day is {v}
Q When is {p} birthday?|On what date [does] {s} celebrate?|When [does] {s} get a year older?|Which date must I not forget because of {o}?|When should I send {o} a birthday card?
W Whose birthday is on {v}?|Who was born on {v}?|Who celebrates on {v}?|Who will be one year older on {v}?
A On {v}.|{p} birthday is on {v}.|{v}.
@pet v=pet n=petname
S {s} [has] {a:v} called {n}|{p} {v} answers to {n}|{s} [keeps] {a:v}, {n}|{s} [shares] the home with {n}, {a:v}|{n} is {p} {v}
Q Which animal [does] {s} keep?|What pet [does] {s} have?|What sort of animal lives with {o}?|What animal will I meet at {p} place?
W Who has {a:v}?|Who keeps {a:v}?|Whose {v} is called {n}?|Who owns {a:v}?|Who has to feed {a:v}?
A {A:v}.|{s} [has] {a:v}.|{s} [has] {a:v} called {n}.
@eats v=nfood
S {s} [loves] {v}|{p} favourite food is {v}|{s} could eat {v} every day|nothing pleases {o} more than {v}|{s} [is] mad about {v}
Q What [does] {s} like to eat?|What is {p} favourite food?|What should I cook for {o}?|What would {s} enjoy for dinner?|Which food makes {o} happy?
W Who loves {v}?|Who likes {v} most?|Whose favourite food is {v}?|For whom should I cook {v}?|Whom could I please with {v}?
A {V:v}.|{s} [loves] {v}.|{p} favourite food is {v}.
@avoids v=allergen
S {s} [is] allergic to {v}|{s} cannot be near {v}|because of {v} {s} [has] to sneeze|{s} [has] an allergy: {v}|{s} [gets] a rash from {v}
Q What [is] {s} allergic to?|What should {s} stay away from?|What allergy [does] {s} have?|What makes {o} ill?|What must I keep away from {o}?
W Who is allergic to {v}?|Who cannot stand {v} for health reasons?|Who must avoid {v}?|Who gets ill from {v}?
A {V:v}.|{s} [is] allergic to {v}.|To {v}.
@hobby v=hobby
S {s} [spends] every free hour {v}|{p} hobby is {v}|{s} [likes] {v}|on weekends {s} [goes] {v}|{v} is what {s} [does] for fun
Q What is {p} hobby?|What [does] {s} do for fun?|How [does] {s} spend free time?|What [does] {s} do when work is over?|What does a free day look like for {o}?
W Whose hobby is {v}?|Who likes {v}?|Who spends free time {v}?|Who does that for fun: {v}?|With whom could I go {v}?
A {V:v}.|{p} hobby is {v}.|{s} [likes] {v}.
@plays v=instrument
S {s} [plays] the {v}|{s} [has] played the {v} since school|{s} [takes] lessons on the {v}|when there is music, {s} [is] at the {v}|{p} {v} wakes the neighbours
Q Which instrument [does] {s} play?|What [does] {s} play?|What music lessons [does] {s} take?|What would {s} bring to a band?|What instrument do I hear from {p} room?
W Who plays the {v}?|Who is at the {v}?|Whom do I ask for the {v} part?|Who is learning the {v}?|Which of them is good on the {v}?
A The {v}.|{s} [plays] the {v}.
@drives v=carbrand c=colour
S {s} [drives] a {c} {v}|{p} car is a {c} {v}|{s} bought a {c} {v}|you will see {o} in a {c} {v}|a {c} {v} is what {s} [has] in the garage
Q What car [does] {s} drive?|Which make is {p} car?|What [does] {s} have in the garage?|In what car will {s} come?|What vehicle belongs to {o}?
W Who drives a {v}?|Who has a {c} {v}?|Whose car is {c}?|Who owns the {v}?|Which of them has a {v}?
A A {c} {v}.|A {v}.|{s} [drives] a {c} {v}.
@speaks v=language
S {s} [speaks] {v}|{s} [has] learned {v}|{p} mother tongue is {v}|{s} [talks] {v} at home|{s} grew up with {v}
Q Which language [does] {s} speak?|What [does] {s} speak?|In what language can I talk to {o}?|Which language [does] {s} know?|What tongue is spoken at {p} home?
W Who speaks {v}?|Who knows {v}?|Who could translate from {v}?|Whom can I talk to in {v}?|Who grew up with {v}?
A {v}.|{s} [speaks] {v}.
@afraid v=fearthing
S {s} [is] afraid of {v}|{v} scare {o}|{s} [panics] because of {v}|{p} worst fear is {v}|{s} [runs] from {v}
Q What [is] {s} afraid of?|What frightens {o}?|What is {p} fear?|What should {s} not be shown?|What gives {o} nightmares?
W Who is afraid of {v}?|Who fears {v}?|Who cannot bear {v}?|Who gets frightened by {v}?
A {V:v}.|{s} [is] afraid of {v}.|Of {v}.
@ill v=illness
S {s} [has] {v}|{s} [is] in bed with {v}|{s} came down with {v}|{s} [suffers] from {v}|the doctor found {v} in {p} case
Q What is wrong with {o}?|What illness [does] {s} have?|Why [is] {s} at the doctor's?|What [does] {s} suffer from?|What keeps {o} in bed?
W Who has {v}?|Who is ill with {v}?|Who is in bed with {v}?|Who needs medicine for {v}?
A {V:v}.|{s} [has] {v}.
@shirt v=colour t=cloth
S {s} [wears] a {v} {t}|{p} {t} is {v}|{s} came in a {v} {t}|you can tell {o} by the {v} {t}|{s} put on a {v} {t}
Q What colour is {p} {t}?|Which colour [does] {s} wear?|What [does] {s} wear?|How can I recognise {o}?|What [does] {s} have on?
W Who wears the {v} {t}?|Whose {t} is {v}?|Who is dressed in {v}?|Who is the one in {v}?
A {V:v}.|{p} {t} is {v}.|A {v} {t}.
@up v=clock
S {s} [gets] up at {v}|{p} alarm rings at {v}|at {v} {s} [is] on foot|{p} day starts at {v}|{s} [leaves] the bed at {v}
Q When [does] {s} get up?|At what time [does] {s} rise?|When does {p} day begin?|What time is {p} alarm set to?|When [is] {s} awake?
W Who gets up at {v}?|Whose alarm rings at {v}?|Who is up at {v}?|Whose day begins at {v}?
A At {v}.|{s} [gets] up at {v}.|{v}.
@arrives v=clock
S {s} [arrives] at {v}|{s} will be here at {v}|{p} train gets in at {v}|at {v} {s} [rings] the bell|{s} [comes] at {v}
Q When [does] {s} arrive?|What time can we expect {o}?|When will {s} be here?|At what time must the door be opened for {o}?|When [does] {s} come?
W Who arrives at {v}?|Who comes at {v}?|Whom do we expect at {v}?|Who will be here at {v}?
A At {v}.|{s} [arrives] at {v}.|{v}.
@travels v=transport
S {s} [comes] by {v}|{s} [travels] by {v}|{s} [takes] the {v}|the {v} brings {o} here|{p} means of transport is the {v}
Q How [does] {s} get here?|How [does] {s} travel?|What means of transport [does] {s} use?|By what [does] {s} come?|What brings {o} here?
W Who comes by {v}?|Who takes the {v}?|Who travels by {v}?|Which of them uses the {v}?
A By {v}.|{s} [comes] by {v}.
@studies v=subject
S {s} [studies] {v}|{s} [is] a student of {v}|{p} subject is {v}|at the university {s} [does] {v}|{s} chose {v} as a subject
Q What [does] {s} study?|Which subject [does] {s} study?|What is {p} field?|What will {p} degree be in?|What are {p} lectures about?
W Who studies {v}?|Whose subject is {v}?|Who knows something about {v}?|Who is a student of {v}?
A {V:v}.|{s} [studies] {v}.
@supports v=teamname
S {s} [plays] for {v}|{s} [is] in {v}|{s} [has] joined {v}|{p} club is {v}|{v} took {o} on
Q Which club [does] {s} belong to?|For whom [does] {s} play?|What is the name of {p} club?|Which group [is] {s} a member of?|Where [is] {s} a member?
W Who plays for {v}?|Who is a member of {v}?|Who has joined {v}?|Whose club is {v}?
A {V:v}.|{s} [is] in {v}.|For {v}.
@wants v=dream
S {s} [dreams] of a {v}|{s} [wants] a {v}|{s} [saves] for a {v}|{p} greatest wish is a {v}|a {v} would make {o} happy
Q What [does] {s} wish for?|What [does] {s} want most?|What is {p} dream?|What [does] {s} put money aside for?|What present would be perfect for {o}?
W Who wants a {v}?|Who dreams of a {v}?|Whose wish is a {v}?|Who saves for a {v}?|Whom would a {v} make happy?
A A {v}.|{s} [wants] a {v}.
@lost v=thing2
S {s} lost {p3} {v}|{p} {v} has disappeared|{s} cannot find {p3} {v}|{s} left {p3} {v} on the bus|somebody took {p} {v}
Q What did {s} lose?|What is {s} looking for?|What is missing from {p} things?|What can {s} no longer find?
W Who lost a {v}?|Whose {v} is gone?|Who is looking for a {v}?|Who misses a {v}?
A {P} {v}.|{s} lost {p3} {v}.
@bring v=nfood
S {s} [brings] {v}|{s} will bring {v} to the party|{v} will come from {o}|{p} share of the buffet is {v}|{s} [takes] care of {v}
Q What [does] {s} bring?|What will {s} bring to the party?|What is {p} share?|What can we expect from {o}?|What must {s} not forget at home?
W Who brings {v}?|Who takes care of {v}?|From whom do we get {v}?|Who will have {v} in the bag?
A {V:v}.|{s} [brings] {v}.
@drinks v=drink2
S {s} [drinks] {v}|{s} always [orders] {v}|{p} drink is {v}|in {p} glass there is {v}|{s} [has] {v} with every meal
Q What [does] {s} drink?|What should I pour for {o}?|Which drink [does] {s} prefer?|What is in {p} glass?|What do I offer {o} when {s} [is] thirsty?
W Who drinks {v}?|Who prefers {v}?|For whom is the {v}?|Whose drink is {v}?|Who ordered {v}?
A {V:v}.|{s} [drinks] {v}.
@day v=day
S {s} [has] time on {v}|{s} [is] free on {v}|{v} suits {o}|{p} free day is {v}|{s} can come on {v}
Q When [does] {s} have time?|Which day suits {o}?|On what day [is] {s} free?|When could {s} come?|Which day is best for {o}?
W Who has time on {v}?|Who is free on {v}?|Whom does {v} suit?|Who could come on {v}?
A On {v}.|{v}.|{s} [is] free on {v}.
@room v=storeynum
S {s} [sleeps] in {v}|{s} [is] in {v}|{v} is {p} room|they gave {o} {v}|{s} got the key to {v}
Q Which room [is] {s} in?|Where [does] {s} sleep?|What is {p} room?|At which door do I knock to see {o}?|Where do I find {o} in the hotel?
W Who is in {v}?|Who sleeps in {v}?|Whose room is {v}?|Who got {v}?
A {V:v}.|In {v}.|{s} [is] in {v}.
@owes v=price
S {s} [owes] the club {v}|{s} still [has] to pay {v}|{p} debt is {v}|{v} is what {s} must pay|{s} borrowed {v}
Q How much [does] {s} owe?|What must {s} pay?|How big is {p} debt?|How much money do we get from {o}?|What sum is open in {p} case?
W Who owes {v}?|Who has to pay {v}?|Whose debt is {v}?|Who borrowed {v}?
A {V:v}.|{s} [owes] {v}.
@task v=planverb
S {s} will {v}|{s} promised to {v}|{p} task is to {v}|{s} [has] to {v}|it is up to {o} to {v}
Q What will {s} do?|What is {p} task?|What did {s} promise?|What [is] {s} responsible for?|What can I leave to {o}?
W Who will {v}?|Who promised to {v}?|Whose task is it to {v}?|Who has to {v}?|On whom do we rely to {v}?
A {s} will {v}.|{C:v}.|To {v}.
@good v=talent
S {s} [is] good at {v}|{s} [has] a gift for {v}|nobody beats {o} at {v}|{p} strong side is {v}|{s} [shines] in {v}
Q What [is] {s} good at?|What is {p} talent?|What gift [does] {s} have?|For what do people admire {o}?|What is {p} strong side?
W Who is good at {v}?|Who has a gift for {v}?|Whom nobody beats at {v}?|Who could help with {v}?
A {V:v}.|{s} [is] good at {v}.
@from v=country
S {s} [comes] from {v}|{s} grew up in {v}|{p} home country is {v}|{s} [has] a passport from {v}|{s} [was] born in {v}
Q Which country [does] {s} come from?|Where [is] {s} from?|What is {p} home country?|Where did {s} spend {p3} childhood?|In which country did {p} life begin?
W Who comes from {v}?|Who is from {v}?|Who was born in {v}?|Whose home country is {v}?|Who has roots in {v}?
A From {v}.|{v}.|{s} [comes] from {v}.
@tall v=metres
S {s} [is] {v} tall|{s} [measures] {v}|{p} height is {v}|without shoes {s} [reaches] {v}
Q How tall [is] {s}?|What is {p} height?|How big [is] {s}?|What would a ruler show beside {o}?
W Who is {v} tall?|Who measures {v}?|Whose height is {v}?
A {V:v}.|{s} [is] {v} tall.
@phone v=phoneno
S {p} number is {v}|{s} can be called on {v}|dial {v} for {o}|{p} phone has the number {v}|{s} [has] a new number, {v}
Q What is {p} number?|How can I call {o}?|Which number [does] {s} have?|What must I dial to reach {o}?|Under what number [does] {s} answer?
W Whose number is {v}?|Who answers under {v}?|Who has the number {v}?|Who calls me from {v}?
A {v}.|{p} number is {v}.
@street v=street
S {p} address is {v}|{s} [lives] in {v}|{p} door is in {v}|letters reach {o} in {v}|{s} moved to {v}
Q What is {p} address?|Which street [does] {s} live in?|In what street is {p} house?|Where should the taxi take {o}?|Where do I ring to see {o}?
W Who lives in {v}?|Whose address is {v}?|Whose house is in {v}?|Whom do I find in {v}?
A {v}.|In {v}.|{s} [lives] in {v}.
@kids v=smallnum t=kids
S {s} [has] {v} {t}|{s} [is] proud of {p3} {v} {t}|there are {v} {t} in {p} family|{p} {t} are {v} in number
Q How many {t} [does] {s} have?|What is the number of {p} {t}?|How many {t} are there in {p} family?
W Who has {v} {t}?|Whose {t} are {v} in number?|In whose family are there {v} {t}?
A {V:v}.|{s} [has] {v} {t}.
@gift v=nart
S {s} got {a:v} for Christmas|somebody gave {o} {a:v}|{p} present was {a:v}|{s} unpacked {a:v}
Q What did {s} get?|What was {p} present?|What was in {p} parcel?|With what was {s} surprised?
W Who got {a:v}?|Whose present was {a:v}?|Who was given {a:v}?|To whom does the new {v} belong?
A {A:v}.|{s} got {a:v}.
@why v=whyso
S {s} came late because {v}|{s} [is] angry because {v}|{s} stayed away because {v}|{s} left early, since {v}|{v}, so {s} went home
Q Why was that with {o}?|What is {p} reason?|What excuse [does] {s} have?|What was the matter with {o}?|How [does] {s} explain it?
W Whose reason was that {v}?|Who said that {v}?|Who had the excuse that {v}?
A Because {v}.|{C:v}.
@since v=caryear
S {s} [has] been here since {v}|{s} came in {v}|{v} was the year {s} joined us|{s} started in {v}
Q Since when [is] {s} here?|In which year did {s} come?|When did {s} start?|How long, since what year, [has] {s} been with us?
W Who came in {v}?|Who has been here since {v}?|Who started in {v}?
A Since {v}.|In {v}.|{v}.
@reads v=booktitle
S {s} [reads] "{v}"|{p} book at the moment is "{v}"|{s} cannot put "{v}" down|"{v}" lies on {p} bedside table
Q What [does] {s} read?|Which book [does] {s} have?|What is the title of {p} book?|What lies on {p} bedside table?
W Who reads "{v}"?|Who has the book "{v}"?|Whose book is "{v}"?
A "{v}".|{s} [reads] "{v}".
@place v=spot t=thing2
S {p} {t} is {v}|{s} put {p3} {t} away, it is {v}|you find {p} {t} {v}|{s} always [keeps] {p3} {t} {v}
Q Where is {p} {t}?|Where did {s} put {p3} {t}?|Where must {s} look for {p3} {t}?|In what spot is {p} {t}?
W Whose {t} is {v}?|Who keeps a {t} {v}?|Who left a {t} {v}?
A {V:v}.|{P} {t} is {v}.
'''
S.LISTS.setdefault('thing2', 'umbrella|wallet|passport|phone|bag|key|glove|scarf|camera|ticket|notebook|watch|ring|purse|bicycle|laptop|suitcase|hat|diary|torch'.split('|'))
S.LISTS.setdefault('petname', 'Rex|Bella|Momo|Oscar|Luna|Felix|Minka|Bruno|Daisy|Pepper|Shadow|Lucky|Toffee|Biscuit|Nelly|Caesar|Tiger|Snowy|Mimi|Balu|Ginger|Rocky|Coco|Whisky|Pebble|Domino'.split('|'))
RELATIONS = 'sister|brother|mother|father|wife|husband|son|daughter|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|neighbour|boss|colleague|best friend|flatmate|landlord|teacher|cleaner|hairdresser|doctor|trainer|partner|roommate|secretary|godfather|stepmother|tenant|dentist|lawyer|piano teacher|old schoolfriend|mother-in-law|brother-in-law|assistant|penfriend'.split('|')
HERS = {'sister', 'mother', 'wife', 'daughter', 'aunt', 'niece', 'grandmother', 'stepmother', 'mother-in-law'}
HIS = {'brother', 'father', 'husband', 'son', 'uncle', 'nephew', 'grandfather', 'landlord', 'godfather', 'brother-in-law'}
IRREGULAR = {'is': ('am', 'are'), 'has': ('have', 'have'), 'does': ('do', 'do'), 'was': ('was', 'were'), 'goes': ('go', 'go'), 'studies': ('study', 'study'), 'panics': ('panic', 'panic')}


def parse(text):
    out = []
    for l in text.strip().split('\n'):
        if l[0] == '@':
            h = l[1:].split()
            out.append(dict(key=h[0], slots=dict(x.split('=') for x in h[1:])))
        else:
            out[-1][l[0]] = l[2:].split('|')
    return out


ATTRS = parse(ATTRS)


class Person:
    """The user, or somebody with a name, a relation to the user, or both."""

    def __init__(self, r, w, user=False, taken=()):
        self.user, self.known = user, False
        self.rel = self.name = None
        if user:
            return
        x = r.random()
        if x < 0.75:
            self.rel = r.choice([k for k in RELATIONS if k not in taken])
        if x > 0.25:
            self.name = w.name(r)
        self.pron = ('she', 'her', 'her') if self.rel in HERS else ('he', 'his', 'him') if self.rel in HIS else r.choice([('he', 'his', 'him'), ('she', 'her', 'her')])

    def forms(self, r, bot=False, how=None):
        """-> (subject, possessive, object, possessive pronoun, person of the verb); how: full, name, rel, pron or None"""
        my = 'your' if bot else 'my'
        if self.user:
            return ('you', 'your', 'you', 'your', 2) if bot else ('I', 'my', 'me', 'my', 1)
        if how == 'pron':
            return (*self.pron, self.pron[1], 3)
        rel = f'{my} {self.rel}' if self.rel else None
        if how == 'full' and rel and self.name:
            n = r.choice([f'{rel} {self.name}', f'{rel} {self.name}', f'{self.name}, {rel},'])
        else:
            n = {'name': self.name, 'rel': rel}.get(how) or (self.name if self.name and (not rel or r.random() < 0.5) else rel)
        p = n.rstrip(',') + "'s"
        return (n, p if ',' not in n else None, n, self.pron[1], 3)


def bend(t, v, f):
    """The template t with its slots and the forms f of the subject."""
    s, p, o, p3, n = f
    if p is None and re.search(r'\{[pP]\}', t):
        return None
    t = re.sub(r'\[(\w+)\]', lambda m: m.group(1) if n == 3 else IRREGULAR[m.group(1)][n - 1] if m.group(1) in IRREGULAR else re.sub(r'(?<=[sc]h)es$|(?<=x)es$|s$', '', m.group(1)), t)

    def sub(m):
        a, k = m.group(1), m.group(2)
        if k in v:
            return Q.fill(m.group(0), v) if a != 'C' else cap(v[k])
        return {'s': s, 'p': p, 'o': o, 'p3': p3, 'P': cap(p or '')}[k]
    t = re.sub(r'\b([Aa]) (?=(olive|orange)\b)', r'\1n ', re.sub(r'\{(?:(\w):)?(\w+)\}', sub, t))
    return cap(t).replace(',,', ',').replace(', .', '.').replace(',.', '.').replace(',?', '?')


def pick(r, ts, v, f):
    for _ in range(9):
        t = bend(r.choice(ts), v, f)
        if t:
            return t
    return bend('{s}', v, f)


class Fact:
    def __init__(self, r, w, who, attr, others=()):
        self.who, self.attr = who, attr
        for _ in range(30):
            self.v = {k: S.value(kind, r, w, {}) for k, kind in attr['slots'].items()}
            if not any(o.attr is attr and any(self.v[k].lower() == o.v[k].lower() for k in self.v if k in 'vn') for o in others):
                break

    def say(self, r, how=None):
        return pick(r, self.attr['S'], self.v, self.who.forms(r, how=how))

    def ask(self, r, how=None):
        return pick(r, self.attr['Q'], self.v, self.who.forms(r, how=how))

    def answer(self, r, how=None):
        return pick(r, self.attr['A'], self.v, self.who.forms(r, bot=True, how=how))

    def who_asks(self, r):
        return pick(r, self.attr['W'], self.v, ('', '', '', '', 3))

    def full(self, r, how=None):
        """a whole sentence as the answer"""
        l = [a for a in self.attr['A'] if '{s}' in a or '{p}' in a or '{P}' in a]
        return pick(r, l or self.attr['A'], self.v, self.who.forms(r, bot=True, how=how))


def introduce(r, p):
    """A sentence that gives somebody's name and relation."""
    k, n = p.rel, p.name
    return r.choice([f'My {k} is called {n}.', f'My {k}\'s name is {n}.', f'{n} is my {k}.', f'I have a {k} called {n}.' if k[0] not in 'aeiou' else f'{n} is my {k}.', f'You should know that {n} is my {k}.', f'With {n} I mean my {k}.', f'There is {n}, my {k}.'])


WRONG = ['No wait, {t}', 'Sorry, that was wrong: {t}', 'Correction: {t}', 'I mixed something up. {t}', 'Actually, {t}', 'That is no longer true. {t}', 'News: {t}', 'I have to correct myself. {t}', 'It has changed: {t}', 'I made a mistake, {t}', 'Forget what I said there. {t}', 'Scratch that, {t}', 'Oh, and not as I said: {t}', 'Update: {t}']
THANKS = ['Thank you, I have changed it.', 'All right, noted.', 'Okay, I will use the new one.', 'Understood, that replaces the old one.', 'Thanks for the correction.', 'I see, so it is different now.', 'Got it.', 'No problem, I have corrected that.']
TELL = ['What do you know about {o}?', 'Tell me about {o}.', 'What did I tell you about {o}?', 'Who is {o} again?', 'Sum up what I said about {o}.', 'What have you learned about {o}?', 'Say something about {o}.', 'Describe {o}.']
BOTH = ['And {o}?', 'What about {o}?', 'And what about {o}?', 'The same question for {o}.', '{O}?', 'And in the case of {o}?', 'Now {o}.', 'Do you know it of {o} too?']
YES, NO = ['Yes, {t}', 'Yes. {T}', 'Right, {t}'], ['No, {t}', 'No. {T}', 'Not quite: {t}']


def low(t):
    return t if re.match(r"(I|I'\w+)\b|[A-Z]\w*('s)? ?[A-Z]|[A-Z]\w+('s)? ", t) and not re.match(r'(My|Your|On|In|At|For|The|A|An|They|There|You|His|Her|He|She|When|Which|What|Where|Who|How|Nothing|Nobody|Somebody|Without|It|To|Because|Letters|Dial|By|With|From|Since|Of) ', t) else t[:1].lower() + t[1:]


def full_stop(t):
    return t if t[-1] in '.!?"' and not t.endswith('"') else t + '.'


def people(r, w, C, n=None, passage=False):
    """Chat about one to four people; with passage, the same as a text with questions on it."""
    n = n or r.choices([1, 2, 3, 4], [3, 5, 4, 2])[0]
    ps = []
    for i in range(n):
        ps.append(Person(r, w, user=not passage and r.random() < 0.15 and not any(p.user for p in ps), taken=[p.rel for p in ps if p.rel]))
        if passage:
            ps[-1].rel, ps[-1].name = None, ps[-1].name or w.name(r)
    shared = r.sample(ATTRS, r.choice([0, 1, 1, 2]) if n > 1 else 0)
    facts = []
    for p in ps:
        own = shared + r.sample([a for a in ATTRS if a not in shared], r.choice([0, 1, 1, 2, 3]) if shared else r.choice([1, 2, 2, 3, 4]))
        for a in own:
            facts.append(Fact(r, w, p, a, facts))
    if shared and r.random() < 0.5:
        facts.sort(key=lambda f: shared.index(f.attr) if f.attr in shared else 9)
    # told, in one message or in many
    turns, now, last, told = [], [], None, []
    spread = r.random()
    for f in facts:
        p, s = f.who, ''
        how = None
        if not p.user:
            if not p.known:
                if p.name and p.rel:
                    if r.random() < 0.45:
                        s = introduce(r, p) + ' '
                        how = r.choice(['pron', 'name', 'rel'])
                    else:
                        how = 'full'
                p.known = True
            else:
                how = 'pron' if last is p and r.random() < 0.55 else None
        t = f.say(r, how)
        told.append(f)
        last = p
        now.append(s + full_stop(t))
        if spread < 0.45 or (spread < 0.8 and r.random() < 0.5 and len(now) < 5) or passage:
            continue
        turns.append((' '.join(now), ack(r, f)))
        now, last = [], None
        if r.random() < 0.15:
            turns += C.aside(r, w)
    text = ' '.join(now)
    if r.random() < 0.2 and len(now) > 1:
        text = re.sub(r'\. (?=[A-Z])', lambda m: r.choice(['. ', '. ', '\n' if m.start() % 3 == 0 else '. ']), text)
    if now and not passage:
        turns.append((text, ack(r, facts[-1])))
    if not passage and r.random() < 0.45:
        for _ in range(r.choice([1, 1, 2, 4])):
            turns += C.aside(r, w)
    asks = questions(r, w, C, ps, facts, shared, correct=not passage)
    if passage:
        if not asks:
            return C.passage(r, w)
        asks[0] = (C.lay(r, text, asks[0][0]), asks[0][1])
    return turns + asks


def ack(r, f):
    if r.random() < 0.15:
        return r.choice(['Noted: ', 'All right: ', 'I see, ', 'Okay, so ', 'Got it: ']) + low(full_stop(f.full(r)))
    return r.choice(T.ACKS)


def questions(r, w, C, ps, facts, shared, correct=True):
    turns = []
    for _ in range(r.choice([1, 2, 2, 3, 4, 5])):
        f = r.choice(facts)
        p = f.who
        how = r.choice(['name', 'rel', None])
        same = [g for g in facts if g.attr is f.attr and g is not f]
        x = r.random()
        if x < 0.42:
            turns.append((C.question(r, [f.ask(r, how)]), cap(f.answer(r, r.choice([how, 'pron'])))))
            if same and r.random() < 0.5:
                g = r.choice(same)
                o = g.who.forms(r)[2].rstrip(',')
                turns.append((r.choice(BOTH).format(o=o, O=cap(o)), cap(g.answer(r))))
        elif x < 0.68 and not p.user:
            other = [g for g in same if g.v.get('v') == f.v.get('v')]
            if not other:
                a = p.forms(r, bot=True)[0].rstrip(',')
                turns.append((C.question(r, [f.who_asks(r)]), r.choice([cap(a) + '.', cap(a) + '.', f'It is {a}.' if not f.attr['key'] in ('lost', 'why', 'gift') else cap(a) + '.', full_stop(cap(f.full(r)))])))
        elif x < 0.78:
            v2 = r.choice(same) if same and r.random() < 0.7 else None
            ts = [t for t in f.attr['S'][:2] if t.startswith('{s} [is]') or t.startswith('{s} [has]') or t.startswith('{p}')]
            if ts:
                g = v2 if v2 and r.random() < 0.55 else f
                s = bend(r.choice(ts), g.v, f.who.forms(r, how=how))
                truth = full_stop(cap(f.full(r, r.choice([how, 'pron']))))
                q = r.choice(['Is it true that {t}?', 'Is it right that {t}?', 'Did I say that {t}?', '{T}, right?', '{T}, correct?', 'Am I right that {t}?', 'Would you say that {t}?'])
                turns.append((q.format(t=low(s), T=s), r.choice(YES if g is f else NO).format(t=low(truth), T=truth)))
        elif x < 0.86 and same:
            g = r.choice(same)
            a, b = f.who.forms(r, how='name'), g.who.forms(r, how='name')
            one = re.sub(r'\?$', '', f.ask(r, how))
            turns.append((r.choice([f'{one}, and {b[2].rstrip(",")}?', f'{f.attr["Q"] and cap(f.ask(r))} And {b[2].rstrip(",")}?', f'I need it of both, {a[2]} and {b[2]}: {low(f.ask(r, how))}']), full_stop(cap(f.full(r)).rstrip('.') + ' and ' + low(g.full(r)))))
        elif x < 0.93:
            tell = [t for t in TELL if not p.user or 'Who' not in t]
            mine = [g for g in facts if g.who is p]
            o = p.forms(r)[2].rstrip(',')
            if len(mine) < 6:
                l = [full_stop(cap(g.full(r, 'pron' if i and not p.user else None))) for i, g in enumerate(mine)]
                if p.name and p.rel and r.random() < 0.6:
                    l.insert(0, f'{p.name} is your {p.rel}.')
                turns.append((r.choice(tell).format(o=o), ' '.join(l)))
        elif correct and x < 0.98:
            old = f.v
            f2 = Fact(r, w, p, f.attr, facts)
            f.v = dict(old, **{k: f2.v[k] for k in f2.v if k != 't'})
            t = f.say(r, how)
            z = r.choice(WRONG)
            turns.append((full_stop(z.format(t=t if '. {' in z else low(t))), r.choice(THANKS)))
            if r.random() < 0.4:
                turns += C.aside(r, w)
            turns.append((C.question(r, [f.ask(r, how)]), cap(f.answer(r))))
            if r.random() < 0.15:
                now, f.v = f.v, old
                turns.append((r.choice(['What did I say at first?', 'And before the correction?', 'What was my first version?', 'What had I said before?']), cap(f.answer(r))))
                f.v = now
        else:
            a = r.choice([a for a in ATTRS if all(g.attr is not a for g in facts if g.who is p)])
            if correct:
                turns.append((C.question(r, [Fact(r, w, p, a).ask(r, how)]), r.choice(T.NOT_TOLD)))
    rel = [p for p in ps if p.rel and p.name]
    if rel and r.random() < 0.3:
        p = r.choice(rel)
        turns.append(r.choice([(f'Who is {p.name}?', f'{p.name} is your {p.rel}.'), (f'What is {p.name} to me?', f'Your {p.rel}.'), (f'What is my {p.rel} called?', f'{p.name}.'), (f'What is the name of my {p.rel}?', f'Your {p.rel} is called {p.name}.'), (f'How do I know {p.name}?', f'{p.name} is your {p.rel}.')]))
    return turns


def crowd(r, w, C):
    """A text about people with questions on it."""
    return people(r, w, C, r.choice([2, 2, 3, 4]), passage=True)
