"""Little texts of ordinary prose (news, letters, notices, stories, minutes, explanations) with the sentence that sums them up."""
import re

import lexicon as L
import sentences as Q
import slots as S
from slots import a_an, cap, comma

P = lambda s: s.split('|')
WEATHER = P('It had rained all night.|It was a cold morning.|The sun was just coming up.|The fog was so thick that one could hardly see the street.|Nobody expected anything unusual that day.|The market was full of people.|It was the first warm day of the year.|Snow lay on the roofs.|It was a quiet {d}.|The bells had just rung.|On {d} the town was still asleep.|The holidays had begun.')
FEEL = P('Everyone was surprised.|The neighbours still talk about it.|Nobody had thought it possible.|It took longer than planned.|The children clapped.|Some people laughed, others shook their heads.|{n} was very proud.|It was not easy.|A photographer took pictures.|There was coffee and cake for everyone.|The local paper wrote about it.|{n} said it was the best day of the year.|It cost {p} in all.|In the end everybody was content.|The police had nothing to do.|"I would do it again," said {n}.|Only {m} was against it.|It went better than last year.')
BUILD = P('the library|the swimming pool|the school|the bakery|the museum|the post office|the sports hall|the car park|the town hall|the playground|the bridge|the ticket office|the canteen|the lift|the main road|the cinema|the north gate|the reading room|the tunnel|the cable car|the health centre')
WHYSHUT = P('the floor is being repaired|the roof leaks|a new heating system is put in|the windows are being replaced|there are not enough staff|the walls are being painted|a pipe has burst|the electric lines are old|a film is made there|a wedding takes place|the annual cleaning is due|mice were found|the storm damaged the roof|the locks are changed')
INSTEAD = P('the one in {c} stays open|please use the side door|visitors can go to {c}|letters can be left at the kiosk|buses stop at the church|parking is free behind the mill|the phone is answered as usual|returns are possible at the gate|guests may use the back entrance|a tent has been put up in the yard')
DECIDE = P('repair the roof before winter|buy a new {a}|meet only once a month|raise the fee to {p}|plant trees along the road|hold the {e} in {mo}|open a small cafe|paint the fence green|invite {n} as a speaker|sell the old {a}|collect money for the school in {c}|move the office to {c}|print the newsletter every two months|hire a gardener|build a shed for the bicycles|start a choir for children|rent out the cellar|put up a bench at the pond')
GROUP = P('the garden club|the parents|the town council|the choir|the chess club|the sports club|the housing society|the theatre group|the volunteers|the staff|the board|the fishing club|the youth group|the neighbours|the book circle|the cycling club')
TALKED = P('First the accounts were read out.|{n} opened the meeting at {h}.|We met in the back room because the hall was taken.|{m} had brought cake.|There was a long talk about the weather damage.|The minutes of last time were accepted.|Seven members were present.|{n} reported on the summer.|Several people asked about the money.|The discussion was lively.')
COMPLAIN = P('stopped working|fell apart|lost its colour|makes a loud noise|smells of oil|arrived with a scratch|is too small|broke in two|leaks|does not switch on|has a crack|came without screws')
WANT = P('the money back|a new one|a repair|half of the price back|an answer by {d}|another one in {c1}')
THANKS = P('the lovely evening|your help with the move|the flowers|the parcel|looking after the dog|the beautiful {a}|the advice|the lift to {c}|the recipe|the good work|watering the plants|the birthday present')
INVITE = P('my birthday party|our wedding|the opening of our shop|a dinner at our house|the summer party|a concert of our band|the house-warming|our picnic at the lake|the christening of our son|a reading from my new book|the farewell party of {m}')
WHY = [
 ('{X} turn their heads towards the light', 'they need its warmth'), ('{X} sleep in winter', 'there is nothing to eat'), ('{X} live in groups', 'they are safer from enemies'), ('{X} are kept in the dark', 'light spoils them'), ('{X} are washed before use', 'dust harms them'),
 ('{X} change their colour', 'it hides them from others'), ('{X} were once very expensive', 'they had to be brought from far away'), ('{X} are put in salt', 'salt keeps them fresh'), ('{X} float on water', 'they hold a lot of air'), ('{X} are stored upright', 'they bend when they lie'),
 ('{X} grow only in the mountains', 'they need cold nights'), ('{X} are no longer made', 'nobody buys them'), ('{X} have become rare', 'their old homes were built over'), ('{X} come out at night', 'it is cooler then'), ('{X} are painted red', 'people see them from far away'), ('{X} need little water', 'their skin lets nothing out')]
DETAIL = P('This was first described by {n} {s} in {y}.|In {c} one can see it very well.|People in {c} have known this for a long time.|Visitors often ask about it.|Children learn it at school.|A study from {y} confirms it.|There are a few exceptions.|It took many years to find out.|Older books say something else.|The same is true in other countries.|One can try it at home.|For {n} {s}, who wrote a book on it, this was no surprise.')
MADE = P('wrote her first novel at the age of {k}|built the largest {a} in the country|ran a school for poor children|discovered a comet|sailed round the world alone|painted more than a hundred churches|invented a new kind of {a}|sang at the opera in {c2}|won the national prize for {sub}|became the first woman to lead a bank|planted a forest with her own hands|translated the Bible into {l}|designed the bridge of {c2}|founded the museum of {c2}')
LIFE = P('{n} {s} was born in {c} in {y}.|The family had {k} children and little money.|As a child {n} was often ill.|At sixteen {n} left home.|{n} worked in a factory by day and studied at night.|The teachers saw nothing special in {n}.|Later came some quiet years in {c}.|{n} never married.|A street in {c} bears the name today.|Few people came to the funeral.|For a time {n} lived in {c2}.')
FINDS = P('a bag with {p}|an old map|a letter from {y}|a wallet|a ring of gold|a snake|a hidden door|a small dog|a message in a bottle|a box of coins|an unknown painting|the bones of a {an}|a photograph of {m}|a key without a lock')
FWHERE = P('behind the stove|in the attic|on the beach|under the floor|in a second-hand coat|in the old {a}|on the way to work|inside the piano|in the cellar|between two books|on the bus|at the flea market|in a hollow tree|while digging in the garden')
LOST = P('gave it to the police|took it home|showed it to {m}|brought it back to the owner|sold it for {p}|gave it to the museum|kept it|put an advertisement in the paper|called the newspaper|hung it on the wall')
SAVED = P('from the icy river|out of a burning house|from a tree|from a well|from a snowstorm|out of a locked car|from the roof|out of a cave|from drowning|off a sinking boat')
SICK = P('{k} people were taken to hospital|the road was closed until {h}|the damage is put at {p}|nobody was hurt|the power was off until {h}|trains were late all day|the school sent the children home|firemen worked until {h}')
HAPPEN = P('A fire broke out in {b}|A lorry with {f} turned over near {c}|A tree fell on {b}|A gas pipe broke below {b}|A cow blocked the railway line at {c}|Thieves broke into {b}|A flood reached {b}|Lightning struck {b}|A bus slid into a ditch near {c}|A wall of {b} came down|A crane fell over beside {b}')
STEP = [('clean {x}', ['Fill a bowl with warm water.', 'Add two spoons of vinegar.', 'Let it soak for {mi}.', 'Wipe it with a soft cloth.', 'Let it dry in the air.']), ('pack {x}', ['Choose a box that is a little larger.', 'Wrap it in paper.', 'Put cloth into the corners.', 'Close the lid with tape.', 'Write the name on the top.']),
        ('repair {x}', ['Take out the screws.', 'Remove the broken part.', 'Put some glue on both sides.', 'Press them together for {mi}.', 'Do not use it before the next day.']), ('plant {x}', ['Dig a hole that is twice as wide as the roots.', 'Fill in some good soil.', 'Set the plant upright and press the soil down.', 'Water it well.', 'Do this again after {mi}.']),
        ('paint {x}', ['Remove the old paint first.', 'Rub the surface smooth.', 'Put on a thin coat.', 'Wait for {mi} and put on a second one.', 'Keep the windows open.']), ('cook {x}', ['Wash it and cut it into pieces.', 'Heat some oil in a pan.', 'Fry it for {mi}.', 'Add salt and pepper.', 'Serve it hot.'])]


def values(r, w):
    n, m = w.name(r), w.name(r)
    return dict(n=n, m=m, s=w.sur(r), c=w.city(r), c2=w.city(r), d=r.choice(L.DAYS), mo=r.choice(L.MONTHS), h=S.clock(r), p=S.price(r), y=str(r.randint(1700, 2015)), k=S.small(r, 3, 12), a=S.noun(r, w, 'artifact'), an=S.noun(r, w, 'animal'), f=S.noun(r, w, 'food'), j=S.noun(r, w, 'person'),
                e=r.choice(S.LISTS['event']), b=r.choice(BUILD), mi=r.choice(S.LISTS['minutes']), l=r.choice(['Latin', 'Basque', 'Welsh', 'Finnish', 'Greek', 'Swahili']), sub=r.choice(S.LISTS['subject']), c1=r.choice(L.CATS['colours']))


def put(t, v):
    t = re.sub(r'\ba \{(a|an|f|j)\}', lambda m: a_an(v[m.group(1)]), t)
    t = re.sub(r'\{(\w+)\}', lambda m: v.get(m.group(1), m.group(0)), t)
    return cap(t)


def text_of(r, w):
    """-> (text, summary)"""
    v = values(r, w)
    f = lambda t: put(t, v)
    some = lambda l, k: [f(t) for t in r.sample(l, k)]
    kind = r.randrange(12)
    if kind == 0:       # closed
        why, until = r.choice(WHYSHUT), r.choice([f'from {v["d"]} to {r.choice(L.DAYS)}', f'until {v["d"]}', f'in {v["mo"]}', 'all week', f'on {v["d"]}', f'for the whole of {v["mo"]}'])
        a = f('{b} ') + r.choice(['will be', 'is', 'stays']) + f' closed {until}.'
        b = r.choice([f'The reason is that {why}.', f'This is because {why}.', f'During this time {why}.', cap(why) + '.', f'Unfortunately {why}.'])
        c = cap(f(r.choice(INSTEAD))) + '.'
        head = r.choice(['', 'Please note: ', 'Dear guests, ', 'Dear all, ', 'A short message. ', 'To all visitors: '])
        t = [head + (a if not head.endswith((', ', ': ')) else a[:1].lower() + a[1:]), b, c] + some(['Sorry for the trouble.', 'We thank you for your patience.', 'Opening hours stay the same after that.', 'Best wishes, {n} {s}', 'Kind regards, {n}', 'No fees are charged.'], r.choice([0, 1, 1]))
        return ' '.join(t), r.choice([f('{b}') + f' is closed {until} because {why}.'] * 2 + [f('{b}') + f' is closed {until} while {why}.' if 'being' in why else f('{b}') + f' is closed {until} because {why}.'])
    if kind == 1:       # minutes
        g, d = r.choice(GROUP), put(r.choice(DECIDE), v)
        d = d[:1].lower() + d[1:]
        dec = r.choice([f'{cap(g)} decided to {d}.', f'After a long talk {g} agreed to {d}.', f'In the end it was decided to {d}.', f'A large majority of {g} voted to {d}.', f'It was agreed to {d}.'])
        t = some(TALKED, r.choice([1, 2, 2])) + [dec] + some(['The next meeting is on {d}.', '{n} will take care of it.', '{m} voted against it.', 'The work should begin in {mo}.', 'Coffee was served afterwards.', 'It will cost about {p}.'], r.choice([0, 1, 1, 2]))
        head = r.choice([f'{cap(g)} met on {v["d"]}.', f'Notes from the meeting of {g}.', f'{cap(g)} came together in {r.choice(S.LISTS["venue"])}.', f'Yesterday {g} met.'])
        return ' '.join([head] + t), f'{cap(g)} decided to {d}.'
    if kind == 2:       # complaint, thanks, invitation
        x = r.random()
        who = f('{n} {s}') if r.random() < 0.6 else v['n']
        hi = r.choice([f'Dear {v["m"]}, ', f'Hello {v["m"]}, ', 'Dear Sir or Madam, ', f'Hi {v["m"]}! ', f'Dear Mr {w.sur(r)}, ', f'Dear Mrs {w.sur(r)}, '])
        bye = r.choice([' Kind regards, ', ' Best wishes, ', ' Yours, ', ' Regards, ', ' ']) + who
        if x < 0.4:
            a, bad, want = v['a'], r.choice(COMPLAIN), f(r.choice(WANT))
            want = want[:1].lower() + want[1:]
            t = r.choice([f'on {v["d"]} I bought {a_an(a)} in your shop. ', f'I ordered {a_an(a)} from you in {v["mo"]}. ', f'last week I got {a_an(a)} at your place in {v["c"]}. ']) + r.choice([f'After {r.choice(["two days", "a week", "one evening", "an hour"])} it {bad}. ', f'Unfortunately it {bad}. ', f'Now it {bad}. ']) + r.choice(['I have kept the receipt. ', 'I am very disappointed. ', 'Nobody answered the phone. ', 'I paid ' + v['p'] + ' for it. ', '']) + r.choice([f'I would like to have {want}.', f'Please give me {want}.', f'I ask for {want}.'])
            return hi + t + bye, r.choice([f'{who} wants {want} because the {a} {bad}.', f'{who} complains that the {a} {bad} and wants {want}.'])
        if x < 0.7:
            z = f(r.choice(THANKS))
            z = z[:1].lower() + z[1:]
            t = r.choice(['I want to thank you for ', 'many thanks for ', 'a short note to say thank you for ', 'I am very grateful for ']) + z + '. ' + ' '.join(some(['It made me very happy.', 'Without you it would have been hard.', 'The children still talk about it.', 'We must meet again soon.', 'I hope you are well.', 'The weather here is awful.', 'Greetings to {c}.', 'On {d} I will tell you more.'], r.choice([1, 2, 3])))
            return hi + t + bye, f'{who} says thank you for {z}.'.replace('your', 'the')
        z = f(r.choice(INVITE))
        z = z[:1].lower() + z[1:]
        z3 = re.sub(r'\b(my|our)\b', 'the', z)
        t = r.choice(['I would like to invite you to ', 'please come to ', 'you are invited to ', 'we would be happy to see you at ']) + z + r.choice([f' on {v["d"]} at {v["h"]}. ', f' on {v["d"]}. ']) + ' '.join(some(['There will be music and dancing.', 'Bring warm clothes.', 'You can sleep at our place.', 'Please tell me by {mo} whether you can come.', 'The bus stops at the door.', 'Children are welcome.', 'Please bring {f}.'], r.choice([1, 2, 2])))
        return hi + t + bye, r.choice([f'{who} invites {v["m"]} to {z3} on {v["d"]}.' if v['m'] in hi else f'An invitation to {z3} on {v["d"]}.'])
    if kind == 3:       # accident
        a, b = f(r.choice(HAPPEN)), f(r.choice(SICK))
        b = b[:1].lower() + b[1:]
        x = some(WEATHER, 1) + [a + r.choice([' on ' + v['d'] + '.', ' last night.', ' this morning.', '.', ' shortly after ' + v['h'] + '.']), cap(b) + '.'] + some(['{n} {s}, who lives nearby, saw it first.', 'The cause is not yet known.', 'The mayor thanked all helpers.', 'A spokesman said it could have been worse.', 'It is the second time this year.', 'The police ask witnesses to call.'], r.choice([1, 2]))
        if r.random() < 0.5:
            x = x[1:]
        return ' '.join(x), f'{a}, and {b}.' if r.random() < 0.6 else a + '.'
    if kind == 4:       # find
        t, where, then = (f(r.choice(z)) for z in (FINDS, FWHERE, LOST))
        t, where, then = (z[:1].lower() + z[1:] for z in (t, where, then))
        x = some(WEATHER, 1) + [f'{v["n"]} was {r.choice(["looking for something else", "in a hurry", "on the way home", "tidying up", "playing with the children", "thinking of nothing"])}.', r.choice([f'Then {v["n"]} found {t} {where}.', f'{cap(where)} there was suddenly {t}.', f'And there, {where}, lay {t}.'])] + some(FEEL, r.choice([0, 1])) + [f'{v["n"]} {then}.'] + some(FEEL, r.choice([0, 1]))
        return ' '.join(x), r.choice([f'{v["n"]} found {t} {where} and {then}.', f'{v["n"]} found {t} {where}.'])
    if kind == 5:       # rescue
        who = r.choice(['a child', 'two boys', 'an old man', a_an(v['an']), 'a dog', 'three climbers', 'a neighbour', f'{v["m"]}', 'a sailor', 'a family'])
        hero = r.choice([v['n'], f'{v["n"]} {v["s"]}', a_an(v['j']), 'a fireman', 'the lifeboat crew', 'a policewoman', f'the {v["j"]} {v["n"]}'])
        how = r.choice(SAVED)
        x = some(WEATHER, 1) + [r.choice(['Cries were heard from far away.', 'At first nobody noticed anything.', 'A call came at {h}.'.replace('{h}', v['h']), 'People stood by and did not know what to do.'])] + [r.choice([f'{cap(hero)} saved {who} {how}.', f'{cap(hero)} did not wait long and brought {who} to safety, {how}.', f'{cap(hero)} pulled {who} {how}.'])] + some(FEEL, r.choice([1, 2]))
        return ' '.join(x), f'{cap(hero)} saved {who} {how}.'
    if kind == 6:       # why things are so
        what, why = r.choice(WHY)
        h = S.noun(r, w, r.choice(['animal', 'plant', 'artifact', 'food']))
        xs = h + 's' if not re.search(r'(s|x|ch|sh|y)$', h) else h[:-1] + 'ies' if h.endswith('y') else h + 'es'
        what = cap(what.replace('{X}', xs))
        t = r.choice([[f'{what} because {why}.'], [f'{what}.', f'The reason is simple: {why}.'], [f'Why is it that {what[:1].lower() + what[1:]}?', f'The answer is that {why}.'], [f'{what}.', f'They do so because {why}.' if 'are ' not in what and 'have ' not in what else f'That is because {why}.']])
        return ' '.join(some(DETAIL, r.choice([0, 0, 1])) * 0 + t + some(DETAIL, r.choice([1, 2, 2]))), f'{what} because {why}.'
    if kind == 7:       # a life
        ma = f(r.choice(MADE))
        ma = ma[:1].lower() + ma[1:]
        t = [f(LIFE[0])] + some(LIFE[1:], r.choice([1, 2, 3])) + [r.choice([f'Yet {v["n"]} {ma}.', f'Then {v["n"]} {ma}.', f'{v["n"]} {ma}.', f'At last {v["n"]} {ma}.'])] + some(LIFE[5:], r.choice([0, 1]))
        return ' '.join(t), f'{v["n"]} {v["s"]} {ma}.' if r.random() < 0.6 else f'{v["n"]} {v["s"]} from {v["c"]} {ma}.'
    if kind == 8:       # how to
        x = a_an(S.noun(r, w, r.choice(['artifact', 'plant', 'food'])))
        verb, steps = r.choice(STEP)
        verb = verb.replace('{x}', x)
        t = r.choice([f'To {verb}, you need a little time. ', f'It is not hard to {verb}. ', f'This is how you {verb}. ', '']) + ' '.join(f(s) for s in steps[:r.randint(3, 5)])
        if verb not in t:
            t = f'Many people ask how to {verb}. ' + t
        return t, r.choice([f'How to {verb}.', f'The text explains how to {verb}.'])
    if kind == 9:       # a review
        good, bad = r.sample(P('looks good|is cheap|is very quiet|is easy to clean|works fast|is light|feels solid|lasts long|needs little space|comes in nice colours'), 2), r.choice(P('the handle gets hot|it breaks easily|it is too heavy|the lid does not close|it needs too much power|the colour wears off|the instructions are missing|it is far too loud|it smells|the switch is hard to reach'))
        yes = r.random() < 0.5
        t = f('I have used this {a} for ' + r.choice(['a week', 'a month', 'half a year', 'ten days'])) + f'. It {good[0]} and {good[1]}. ' + r.choice(['However, ', 'Sadly, ', 'But ', 'On the other hand, ']) + bad + '. ' + (r.choice(['All in all I can recommend it.', 'I would buy it again.', 'Still, I am content with it.']) if yes else r.choice(['I would not buy it again.', 'I cannot recommend it.', 'I have sent it back.']))
        return t, r.choice([f'The {v["a"]} {good[0]}, but {bad}' + (', and the writer recommends it.' if yes else ', so the writer would not buy it again.')] + [f'The writer {"recommends" if yes else "does not recommend"} the {v["a"]}' + (' although ' if yes else ' because ') + bad + '.'])
    if kind == 10:      # change of place or time
        e = v['e']
        a, b = r.choice([(f'in {r.choice(S.LISTS["venue"])}', f'in {r.choice(S.LISTS["venue"])}'), (f'on {v["d"]}', f'on {r.choice(L.DAYS)}'), (f'at {v["h"]}', f'at {S.clock(r)}'), (f'in {v["c"]}', f'in {v["c2"]}')])
        why = r.choice(['the room is needed for something else', f'{v["n"]} is ill', 'the weather is bad', 'so many people have signed up', 'the heating is broken', 'there is a strike', 'the first date was a holiday', 'the road is closed'])
        t = r.choice([f'The {e} will not be {a}. It takes place {b}. This is because {why}.', f'Because {why}, the {e} takes place {b} and not {a}.', f'Change of plan: the {e} is {b}, not {a} as we said before. The reason is that {why}.'])
        return r.choice(['Dear all, ', 'Hello everyone! ', '', 'Please note: ']) + t + ' ' + ' '.join(some(['Everything else stays as it was.', 'Tickets stay valid.', 'Please tell the others.', 'We are sorry about the late news.', 'Best wishes, {n}', 'Please bring {f}.'], r.choice([1, 2]))), f'The {e} takes place {b} because {why}.'
    # a small story around one event
    c = Q.Clause(r, w)
    n = v['n']
    main = c.say(n).replace('[my]', r.choice(['his', 'her']))
    t = some(WEATHER, 1) + [main] + some(FEEL, r.choice([1, 2, 3]))
    if r.random() < 0.4:
        t = [Q.about_person(r, w, 1)[0] or t[0]] + t
    return ' '.join(t), main


def summary(r, w, C):
    t, s = text_of(r, w)
    turns = [(C.sumlay(r, C.casual(r, r.choice(C.SUMQ), False), t), s)]
    return turns
