"""More prose to sum up: events with their cause and outcome told in many orders, and real paragraphs whose first sentence, made
shorter, is the summary.  The summary keeps the words of the text."""
import re

import prose_world as PW
import sentences as Q
from slots import cap

# what happened / why / what came of it; each stands alone, and the second can follow "because"
EVENTS = [x.split('/') for x in '''
the bus to {c} stopped in the middle of the road/a herd of cows would not move/the passengers walked the last part
{n} sold the {a}/there was no room for it in the new flat/the money went into a holiday
the village shop in {c} closed for good/fewer and fewer people bought anything there/now the nearest shop is in {c2}
the pupils of {c} painted the walls of the underpass/everyone found it dark and frightening/people now take the way even at night
{n} missed the exam/the alarm clock had no battery/the teacher allowed a second try on {d}
the {e} was moved indoors/dark clouds came up at {h}/almost nobody went home
a swarm of bees settled on a traffic light in {c}/their old hive had become too small/a beekeeper took them away in a box
the museum sent the painting back to {c}/it had been stolen many years ago/the family hung it in the church
{n} gave up the job in the bank/the work with numbers had become dull/today {n} runs a small cafe in {c}
the mayor of {c} swam across the lake/the town had lost a bet/hundreds stood at the shore and cheered
all lights went out in {c}/a digger had cut a cable/it took until {h} to repair it
{n} walked to work for a whole year/the bus had become too expensive/in the end {n} had saved {p}
the choir cancelled the concert/half of the singers had a cold/the tickets stay valid until {mo}
the storks came back to the chimney of {b}/the old nest had been repaired in winter/three young ones are expected
{n} learned to swim at the age of seventy/the grandchildren had asked again and again/now {n} goes to the pool every {d}
the town council of {c} turned down the new car park/it would have cost {p}/the meadow remains a playground
the library of {c} lends out tools as well/many people need a drill only once a year/the first week brought {k} borrowers
a {j} from {c} won {p} in the lottery/{n} had bought the ticket by mistake/most of the money goes to the animal home
the clock of {b} was wrong for a week/a pigeon had built a nest in it/{n} had to climb up with a ladder
the old cinema in {c} opens again/{k} friends put their savings together/the first film is shown on {d}
{n} called the fire brigade/smoke came out of the neighbour's window/it was only a burnt {f}
the children planted {k} trees in the yard/a storm had blown the old ones down/every class looks after one of them
the train to {c} was two hours late/leaves lay on the rails/the railway paid half of the fare back
{n} returned the {a} to the shop/it did not work from the first day on/the seller gave the money back without a word
the bakery sells yesterday's bread for half the price/too much was thrown away/the shelf is empty by noon
the swimming pool of {c} stays open in winter/the new heating needs little power/the club hopes for more members
{n} wrote a letter to every house in the street/the dog had run away/a child from number {k} found it
the factory in {c} now works only four days a week/there are too few orders/nobody lost a job
the ferry brought no post for {k} days/the waves were too high/people went without newspapers
{n} built a small library in an old telephone box/too many books stood in the cellar/neighbours bring new ones all the time
a fox moved into the garden of {n}/it had found food in the bins/the hens are now kept inside
the hospital of {c} looks for volunteers/many patients have no visitors/{k} people came on the first evening
the team of {c} lost the final/two of the best players were hurt/the coach wants to stay all the same
the city of {c} takes out the parking lots at the market/shoppers asked for more room to walk/the dealers fear for their trade
{n} spent the night at the station/the last train had left early/a guard brought tea and a blanket
the orchestra played in the street/the hall was being painted/listeners stood as far as the bridge
the school of {c} has no bell any more/it frightened the younger children/the lessons begin with music now
{n} was stopped by the police/the {a} on the roof was not tied on/it cost {p}
the farmers of {c} open their gates on {d}/children should see where milk comes from/there will be rides on the tractor
the river was closed for boats/the water was far too low/the inns at the shore have lost many guests
the twins {n} and {m} changed places at school/{m} was afraid of the test/the teacher noticed nothing until {d}
{n} opened a repair shop in {c}/people throw too much away/on the first day {k} toasters were brought in
the lighthouse of {c} is for sale/ships no longer need it/a couple wants to turn it into a hotel
the zoo gave the bear to {c2}/the cage was too small/there it has a whole wood for itself
{n} painted the front door yellow/nobody ever found the right house/since then even the postman smiles
the waiter ran after {n}/a bag lay under the table/there were {p} in it
the village of {c} celebrates its own holiday/a flood spared it long ago/nobody works on that day
the printers of the newspaper stood still/there was no paper left/readers got the paper a day later
{n} canceled the trip to {c}/the passport was out of date/the hotel kept the money
the astronomers in {c} found a new comet/a cloudless week gave them a clear view/it can be seen until {mo}
the cook of the canteen put less salt into the soup/a doctor had advised it/hardly anyone noticed
the owner of the castle lets pupils in for nothing/the roof was paid for by the state/the first class came from {c}
{n} keeps goats on the roof/there is no garden in that part of {c}/the cheese is sold at the market
the new bridge is lower than planned/the builders had measured wrongly/high lorries must drive through {c}
the firm gave every worker a bicycle/the car park was always full/a third now come without a car
the actor forgot his words in the last act/a bird flew over the stage/the audience laughed and clapped
{n} moved back to {c}/the mother needs help in the house/the old room still looks the same
the mountain hut stays shut this summer/the spring has run dry/hikers have to carry their own water
a message from {c} reached {n} after {k} years/the letter had slipped behind a cupboard in the post office/the sender was still alive
the club buys a second boat/so many young people want to row/the naming takes place in {mo}
the concert hall refused late guests/the broadcast was live/some stood outside and listened at the door
{n} let the fish go/it was far too beautiful to eat/friends did not believe the story
the shop in {c} takes no cash any more/it was robbed three times/older customers complain
the path along the cliff was moved/a piece of it fell into the sea/the view is said to be even better
{n} hired a {j} for the party/last year the guests were bored/they danced until {h}
the team at the museum opened the old box/an X-ray had shown something inside/they found {k} letters and a ring
a whale swam into the harbour of {c}/it had lost its way in the fog/boats led it back to the open sea
the class of {n} collected {p} for the animal home/the roof over the cats' room leaked/the work starts in {mo}
the tower may not be climbed/the stairs are rotten/a crane brings up the workers
the whole street helped {n} to clean the cellar/the water had stood up to the knees/by evening it was dry
the dealer lowered the price of the {a}/nobody wanted it in that colour/it was gone within a day
the theatre played to an empty house/a football match was on at the same time/the play is repeated on {d}
{n} wears two different shoes/it makes people talk to a stranger/that is how {n} met {m}
the beach of {c} is closed to dogs/birds are breeding there/from {mo} on they may run again
the postman {n} stops working after {k} years/the legs will not carry on/the whole village came to say goodbye
the bus driver turned back for {m}/a child stood alone in the rain/the others did not mind the delay
'''.strip().split('\n')]
SETTING = ['It was {d}.', 'This happened in {c} last week.', 'For years nothing had changed.', 'Nobody had planned it.', 'In {c} people will remember this {mo}.', 'It began like any other day.', 'The news spread quickly.', 'Many could hardly believe it at first.', 'Such a thing had never happened before.', '{n} {s} tells the story like this.', 'There was much talk about it beforehand.']
EXTRA = ['"{w1}," said {m}.', 'A reporter came from {c2}.', 'Not everybody agrees.', '{m} {s} took a picture.', 'Some found it funny.', 'The weather was fine.', 'Such things happen every year.', 'In {y} there was something similar.', 'It was the talk of the town.', 'The paper gave it a whole page.', 'Others want to do the same.', 'One will see what comes next.', 'All in all it cost {p}.']
SAID = ['I would do it again', 'We are very glad', 'It could have been worse', 'Nobody told us', 'That is how it is', 'We did what we could', 'It was high time', 'I still cannot believe it']
LATE = ['this week', 'last night', 'on {d}', 'in {mo}', 'this morning', 'yesterday', 'at the weekend', 'after many years', 'last month']


def event(r, w):
    """-> (text, summary)"""
    v = PW.values(r, w)
    v['w1'] = r.choice(SAID)
    f = lambda t: PW.put(t, v)
    low = lambda t: t if re.match(rf'({v["n"]}|{v["m"]}|[A-Z][a-z]* [A-Z])', t) else t[:1].lower() + t[1:]
    if r.random() < 0.5:
        main, why, then = (f(x) for x in r.choice(EVENTS))
    else:                   # any of the clause grammar's events
        c = Q.Clause(r, w)
        c.adj = [a for a in c.adj if a[4] != 'r']
        who = r.choice([v['n'], f'{v["n"]} {v["s"]}', f'the {v["j"]} {v["n"]}', f'a {r.choice(["woman", "man", "girl", "boy"])} from {v["c"]}', f'{v["n"]} from {v["c"]}', r.choice(PW.GROUP)])
        main = c.say(who).replace('[my]', 'the').rstrip('.')
        why, then = r.choice(Q.REASONS), f(r.choice(PW.FEEL)).rstrip('.')
        why, then = cap(why), then if r.random() < 0.6 else f(r.choice(EVENTS)[2])
    lm, lw, lt = low(main), low(why), low(then)
    x, late = r.random(), f(r.choice(LATE))
    late = late[:1].lower() + late[1:]
    if r.random() < 0.25 and not re.search(r' (on|in|until|for|no longer|any more|again|is|are|may) ', main):
        main, lm = f'{main} {late}', f'{lm} {late}'
    if x < 0.45:            # the news first
        t = [main + '.', r.choice([f'{why}.', f'The reason: {lw}.', f'{why}, it was said.', f'The reason was simple: {lw}.', f'As it turned out, {lw}.', f'{why}.', f'{why}, and something had to be done.']), then + '.']
        s = r.choice([f'{main} because {lw}.'] * 3 + [f'{main}.', f'{main}; {lt}.'])
    elif x < 0.6:           # one sentence holds both
        t = [r.choice([f'{main} because {lw}.', f'Because {lw}, {lm}.', f'{main}, since {lw}.']), then + '.']
        s = f'{main} because {lw}.'
    elif x < 0.85:          # the cause first
        t = [why + '.', r.choice(['So ', 'That is why ', 'For this reason ', 'In the end ', 'Therefore ']) + lm + '.', then + '.']
        s = r.choice([f'{main} because {lw}.', f'{main} because {lw}.', f'{why}, so {lm}.'])
    else:                   # the outcome at the end is the news
        t = [main + '.', why + '.', r.choice(['Now it has turned out well: ', 'And the end of the story: ', 'Today we know: ', '']) + then + '.']
        s = r.choice([f'{main} because {lw}, and {lt}.', f'{main}, and {lt}.'])
    if r.random() < 0.3:
        t = [f(r.choice(SETTING))] + t
    for _ in range(r.choice([0, 0, 1, 1, 2])):
        t.insert(r.randint(1, len(t)), f(r.choice(EXTRA)))
    if r.random() < 0.12:
        t = [r.choice([f'Dear {v["m"]}, you will not believe it.', 'Dear all, here is the news.', 'Hello!', f'Hi {v["m"]}, just a short report.'])] + t + [r.choice([f'Best wishes, {v["n"]}', f'See you soon, {v["n"]}', f'Yours, {v["n"]}'])] 
    return ' '.join(t), s


def shorter(s):
    """A sentence without what can be left out."""
    s = re.sub(r' *\([^()]*\)', '', s)
    s = re.sub(r'^(However|Moreover|Furthermore|In addition|Therefore|Thus|Of course|In general|Generally|Usually|For example|In fact|Note that|Finally|Indeed|In other words|As a result|At first|At last|Now|Then|So|And|But|Yet|Also),? +(that )?', '', s)
    s = re.sub(r', (which|who|whose|where)\b[^,.;]*(,|(?=[.;]))', '', s)
    s = re.sub(r', (however|therefore|of course|for example|for instance|in fact|indeed|too|as well|in turn|after all),', '', s)
    s = re.sub(r' *[;:—] .*$', '.', s) if len(s.split()) > 14 else s
    if len(s.split()) > 22:
        s = re.sub(r', (and|but|so|as|since|while|although|because|when|if)\b[^,;]*\.$', '.', s)
    s = cap(re.sub(r'\s+', ' ', s).strip())
    return s if s.endswith(('.', '!', '?', '"')) else s + '.'


def paragraph(r, w):
    """A real paragraph and its shortened first sentence, or None."""
    for _ in range(30):
        p = r.choice(w.prose if w.prose and r.random() < 0.7 else w.paras)
        ss = re.split(r'(?<=[.!?]) +(?=[A-Z"])', p)
        if len(ss) < 2 or not 6 <= len(ss[0].split()) <= 34 or not re.match(r'[A-Z]', ss[0]) or re.match(r'(It|They|He|She|This|These|Those|That|Such|Here|There|You|To|In this)\b', ss[0]) or ss[0].endswith('?'):
            continue
        s = shorter(ss[0])
        if len(s.split()) >= 5:
            return ' '.join(ss[:r.randint(2, 6)]), s
    return None


def summary(r, w, C):
    got = paragraph(r, w) if r.random() < 0.3 and w.paras else None
    t, s = got or event(r, w)
    q = C.EVALQ if r.random() < 0.3 else C.casual(r, r.choice(C.SUMQ), False)
    return [(C.sumlay(r, q, t), s)]
