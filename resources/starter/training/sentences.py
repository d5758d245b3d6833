"""From facts to statements, questions and answers: the blocks of facts.py, and a clause grammar of its own."""
import re

import facts
import lexicon as L
import links
import more_facts
import slots as S
import turned
from slots import a_an, cap, comma

USER = {'I': 'I', 'my': 'my', 'me': 'me', 'am': 'am', 'have': 'have', 'was': 'was', 'do': 'do'}
BOT = {'I': 'you', 'my': 'your', 'me': 'you', 'am': 'are', 'have': 'have', 'was': 'were', 'do': 'do'}
PRESENT = set('have touch buy live work like play take keep own earn make need love enjoy spend come go hate dislike practise drink wear plan want dream put share study use prefer say relax travel find think meet see leave lend'.split())
RAW = re.compile(r"\b(I|i|my|me|our|Our|we|We|us|you|your|mine|My|You)\b")


def third(v):
    if v == 'have':
        return 'has'
    if re.search(r'(s|x|z|ch|sh|o)$', v):
        return v + 'es'
    return v[:-1] + 'ies' if re.search(r'[^aeiou]y$', v) else v + 's'


def parse(text):
    """-> list of groups: (name, {slot: kind}, [block]); block: dict(S=[...], asks=[(Q, A)], K=[...])"""
    groups = []
    for line in text.strip().split('\n'):
        if line.startswith('@'):
            head = line[1:].split()
            groups.append((head[0], dict(h.split('=') for h in head[1:]), []))
            continue
        tag, alts = line[0], line[2:].split('|')
        blocks = groups[-1][2]
        if tag == 'S':
            blocks.append(dict(S=alts, asks=[], K=[]))
        elif tag == 'Q':
            blocks[-1]['asks'].append((alts, []))
        elif tag == 'A':
            blocks[-1]['asks'][-1][1].extend(a.replace('\\n', '\n') for a in alts)
        elif tag == 'K':
            blocks[-1]['K'] = alts
    return groups


OLD, MORE = parse(facts.PERSONAL), parse(more_facts.PERSONAL)
S.LISTS.update({k: v for k, v in turned.LISTS.items() if k not in S.LISTS})
S.LISTS.update({k: v for k, v in links.LISTS.items() if k not in S.LISTS})
TURNED, LINKED, APPLIKE = parse(turned.PERSONAL), parse(links.LINKED), parse(links.APPLIKE)
PERSONAL, UPDATES, WORLD = OLD + MORE + TURNED + LINKED + APPLIKE, parse(facts.UPDATES) + parse(links.CHANGED), parse(facts.WORLD)


def fill(t, v, r=None):
    """{n} as it is, {a:n} with an article, {A:n} the same at a sentence's start, {X:n} with a capital."""
    def sub(m):
        f, k = m.group(1), m.group(2)
        if f == 'w':
            return r.choice(S.LISTS[k])
        x = v[k]
        if f == 'a':
            return a_an(x)
        if f == 'A':
            return cap(a_an(x))
        return cap(x) if f else x
    return re.sub(r'\.\.$', '.', re.sub(r'\{(?:(\w):)?(\w+)\}', sub, t))


def person(t, who):
    """Replaces the marks [I], [my], ... ; who is USER, BOT, or (name, pronouns) for a third person."""
    if isinstance(who, dict):
        t = re.sub(r'\[v:(\w+)\]', r'\1', t)
        t = re.sub(r'\[(\w+)\]', lambda m: who[m.group(1)], t)
        return cap(t)
    name, (he, his, him), named = who
    t = re.sub(r'(\[do\] |did |will |should |can |must |would |does )?\[I\] (really |usually |often |never |always |now |only |also |recently )?(\w+)',
               lambda m: (m.group(1) or '') + '[I] ' + (m.group(2) or '') + (third(m.group(3)) if not m.group(1) and m.group(3) in PRESENT else m.group(3)), t)
    t = re.sub(r'\[v:(\w+)\]', lambda m: third(m.group(1)), t)
    used = [not named]

    def sub(m):
        k = m.group(1)
        if k in ('am', 'have', 'was', 'do'):
            return {'am': 'is', 'have': 'has', 'was': 'was', 'do': 'does'}[k]
        if not used[0]:
            used[0] = True
            return {'I': name, 'my': name + "'s", 'me': name}[k]
        return {'I': he, 'my': his, 'me': him}[k]
    return cap(re.sub(r'\[(\w+)\]', sub, t))


def draw(group, r, w):
    v = {}
    for k, kind in group[1].items():
        v[k] = S.value(kind, r, w, v)
    return v


class Told:
    """Something said, ready to be asked for: text, and asks = [(question, [answers])] with several wordings each."""

    def __init__(self, text, asks, acks=(), key=''):
        self.text, self.asks, self.acks, self.key = text, asks, list(acks), key


def told_by_user(r, w, groups=None):
    g = r.choice(groups or PERSONAL)
    v = draw(g, r, w)
    b = g[2][0]
    f = lambda t, who: person(fill(t, v, r), who)
    asks = [([f(q, USER) for q in qs], [f(a, BOT) for a in an]) for qs, an in b['asks']]
    return Told(f(r.choice(b['S']), USER), asks, [fill(k, v) for k in b['K']], g[0])


ABOUT = [g for g in OLD + MORE if g[0] not in ('name', 'fullname', 'code', 'list', 'roles', 'age2', 'mybirthday', 'twocolor')]


def about_person(r, w, k):
    """A small text about one person -> (text, asks, missing): asks that the text answers, and questions it does not."""
    name = w.name(r)
    pr = r.choice([('he', 'his', 'him'), ('she', 'her', 'her')])
    text, asks, missing = [], [], []
    for i, g in enumerate(r.sample(ABOUT, k + 2)):
        v = draw(g, r, w)
        b = g[2][0]
        ok = [s for s in b['S'] if not RAW.search(re.sub(r'\[\w+\]', '', s)) and '[' in s]
        if not ok:
            continue
        f = lambda t, n: person(fill(t, v, r), (name, pr, n))
        qa = [([f(q, True) for q in qs if not RAW.search(re.sub(r'\[\w+\]', '', q))], [f(a, True) for a in an if not RAW.search(re.sub(r'\[\w+\]', '', a))]) for qs, an in b['asks']]
        qa = [x for x in qa if x[0] and x[1]]
        if i < k:
            text.append(f(r.choice(ok), not text or r.random() < 0.35))
            asks += qa
        else:
            missing += [x for x in qa if name in x[0][0]]
    return ' '.join(text), asks, missing


def about_world(r, w, groups=None):
    g = r.choice(groups or WORLD)
    v = draw(g, r, w)
    blocks = [g[2][0]] + r.sample(g[2][1:], r.randint(0, len(g[2]) - 1) if len(g[2]) > 1 else 0)
    text = ' '.join(cap(fill(r.choice(b['S']), v, r)) for b in blocks)
    asks = [([cap(fill(q, v, r)) for q in qs], [cap(fill(a, v, r)) for a in an]) for b in blocks for qs, an in b['asks']]
    missing = [([cap(fill(q, v, r)) for q in qs], []) for b in g[2] if b not in blocks for qs, _ in b['asks']]
    return text, asks, missing


def summary_of_world(r, w):
    """-> (text, one-line summary, its sentences)"""
    g = r.choice(WORLD)
    v = draw(g, r, w)
    rest = g[2][1:]
    sents = [cap(fill(r.choice(b['S']), v, r)) for b in [g[2][0]] + r.sample(rest, len(rest))]
    return ' '.join(sents), cap(fill(r.choice(facts.SUMMARY[g[0]]), v, r)), sents


# ------------------------------------------------------------------ clauses: who did what to whom, where, when, why
# base past object-kind roles;  the roles: t(o) f(rom) b(eneficiary) w(ith) p(lace) m(oney) r(eason) i(by transport)
VERBS = '''
buy bought thing f p m b w|sell sold thing t m p|paint painted thing w p b r|repair repaired thing b p w r|find found thing p w|lose lost thing p r|borrow borrowed thing f r|
read read thing2 p w|write wrote text t p w|cook cooked dish b w p|eat ate food w p|drink drank drink w p|visit visited city w r i|see saw animal p w|meet met person p w r|
invite invited person p r|teach taught subject p t|study studied subject p w r|build built build p w b|plant planted plant p w|feed fed animal p w|ride rode animal p w|drive drove vehicle w p r|
wear wore cloth p r|collect collected things p w|carry carried thing t w p r|order ordered food b p|photograph photographed animal p w|clean cleaned room w b r|break broke thing p r|hide hid thing p f r|
bake baked dish b w p|pack packed thing p b|deliver delivered thing t p|receive received thing f p|send sent thing t r|call called person p r|help helped person p r|interview interviewed person p r|
steal stole thing f p|give gave thing t p r|show showed thing t p|leave left thing p r|forget forgot thing p r|throw threw thing p t|open opened building p w|close closed building r w|rent rented building w m f|
cut cut plant w p|water watered plant b p|draw drew animal p b|wash washed cloth p b r|discover discovered nature w p|hire hired person p r m|marry married person p|chase chased animal p w|catch caught animal p w|
rescue rescued animal p w f|translate translated text b p|sign signed text p w|print printed text b p|burn burned thing p r|win won thing p|design designed build p b w|inherit inherited thing f|
play played instrument p w|practise practised instrument p w|hear heard animal p w|follow followed person p r|warn warned person r p|thank thanked person r p|search searched room w r|lock locked room r p|
explain explained subject t p|choose chose thing b p|tune tuned instrument b p|pay paid person m p|praise praised person r|photocopy photocopied text b p|move moved thing w p r|polish polished thing p b|
describe described nature t|cross crossed nature w i|climb climbed nature w r|explore explored nature w|sweep swept room b w|guard guarded building w r|miss missed person r p
'''
VERBS = [dict(zip(('base', 'past', 'obj', 'roles'), (p[0], p[1], p[2], p[3:]))) for p in (x.split() for x in VERBS.replace('\n', '').split('|')) if p]
OBJ = dict(
    thing='bicycle umbrella lamp chair table guitar camera carpet mirror clock suitcase violin tent ladder radio kettle basket hammer jacket ring vase painting map coat drum sledge bell statue pillow bucket telescope blanket kite saw piano letter box candle book key knife hat bag toy boat wallet bench desk stove shelf flag drill phone compass typewriter'.split(),
    thing2='book letter newspaper poem map story magazine report diary manual comic novel'.split(),
    text='letter report poem story novel song contract postcard speech article diary script review'.split(),
    dish='soup stew cake pie pizza bread omelette curry pudding tart lasagne casserole'.split(), food='pizza apple sandwich cake pancake soup steak salad pie pear melon burger'.split(),
    drink='tea coffee lemonade cocoa milk cider juice'.split(), animal='dog horse cat fox donkey goat cow hare deer eagle owl snake parrot wolf bear camel sheep goose swan seal whale turtle'.split(),
    plant='tree rose hedge tulip oak vine bush cactus lily fern pine'.split(), vehicle='tractor bus van lorry taxi truck tram jeep ambulance'.split(), cloth='coat hat scarf dress jacket sweater shirt cap cape'.split(),
    things='stamps coins shells stones postcards butterflies maps keys dolls bottles clocks feathers'.split(), room='kitchen cellar garage attic bathroom office workshop stable hall library'.split(),
    build='house boat wall bridge shed fence tower oven raft hut barn greenhouse chapel'.split(), building='shop museum hotel bakery cafe theatre school library mill factory'.split(),
    nature='cave lake island valley river forest glacier waterfall desert mountain'.split())
ADJ = 'old new small large heavy broken wooden golden tiny beautiful strange rusty expensive cheap wet dusty long round famous dirty soft'.split()
PLACES = ('at the market|in the garden|near the station|behind the church|on the beach|in the park|at school|in the library|at the harbour|in front of the town hall|in the cellar|on the roof|by the river|at the airport|'
          'in the forest|under the bridge|next to the post office|in the kitchen|on the train|at the theatre|in the mountains|at a friend\'s house|in the old barn|at the edge of the village|on the island|outside the hospital').split('|')
REASONS = ('it was cold|the old one was broken|the weather was bad|it was too loud|nobody else wanted to|there was no bus|the rent was too high|it was a holiday|the shop was closed|it had rained all week|'
           'there was a strike|the children were bored|everyone was hungry|it was somebody\'s birthday|the doctor said so|it was on the way|the door was locked|time was short|the light was better there|it was cheaper').split('|')

PURPOSES = ('surprise the guests|earn some money|help a friend|save time|win a bet|show it to the class|get some rest|learn more about it|please the neighbours|keep warm|test it|make room|impress the jury|try something new|celebrate the new year|teach the children|'
            'calm the dog|warn the others|find out the truth|pass the time|make up for the delay|thank the nurse|protect the roses|get there before dark').split('|')
CAUSES = ('the rain|a headache|the noise|the heat|an accident|the children|a mistake in the plan|the new rules|a broken leg|the long queue|the snow|a power cut|the smell|bad luck|the strike|an old promise|the fog|a letter from the bank').split('|')


WIDE = dict(thing='artifact', food='food', animal='animal', plant='plant', dish='food', build='artifact')


class NP:
    def __init__(self, r, w, kind):
        self.kind, self.colour, self.count, self.plural, self.role = kind, None, None, False, ''
        if kind == 'person':
            n = w.name(r)
            k = r.choice(S.LISTS['kin'])
            self.indef = self.defn = self.head = n
            if r.random() < 0.3:
                self.indef = f'[my] {k} {n}'
                self.role = k
            return
        if kind in ('city', 'subject', 'instrument', 'drink', 'things'):
            self.head = {'city': lambda: w.city(r), 'subject': lambda: r.choice(S.LISTS['subject']), 'instrument': lambda: 'the ' + r.choice(L.CATS['musical instruments']),
                         'drink': lambda: r.choice(OBJ['drink']), 'things': lambda: r.choice(OBJ['things'])}[kind]()
            self.indef = self.defn = self.head
            return
        h = r.choice(OBJ[kind])
        if kind in WIDE and w.nouns and r.random() < 0.45:
            h = r.choice(w.nouns[WIDE[kind]])
        adj = ''
        x = r.random()
        if x < 0.25 and kind in ('thing', 'cloth', 'vehicle', 'animal'):
            self.colour = r.choice(L.CATS['colours'])
            adj = self.colour + ' '
        elif x < 0.5:
            adj = r.choice(ADJ) + ' '
        if kind in ('thing', 'animal', 'plant', 'cloth', 'build') and r.random() < 0.2 and h not in ('deer', 'sheep', 'goose', 'knife', 'wolf'):
            self.count, self.plural = S.small(r), True
            pl = h + 'es' if re.search(r'(s|x|ch|sh)$', h) else h[:-1] + 'ies' if re.search(r'[^aeiou]y$', h) else h[:-1] + 'ves' if h.endswith('lf') else h + 's'
            self.head, self.indef, self.defn = pl, f'{self.count} {adj}{pl}', f'the {pl}'
            return
        self.head = h
        poss = kind in ('thing', 'vehicle', 'cloth', 'room') and r.random() < 0.2
        self.indef = f'[my] {adj}{h}' if poss else (f'the {adj}{h}' if kind in ('room', 'nature', 'building') or r.random() < 0.12 else a_an(adj + h))
        self.defn = f'[my] {h}' if poss else f'the {adj if r.random() < 0.3 else ""}{h}'


def when(r, future=False):
    """-> (text, [question words], short answer)"""
    x = r.random()
    if x < 0.3:
        d = r.choice(L.DAYS)
        return f'on {d}', ['When', 'On which day', 'On what day', 'What day'], f'On {d}.'
    if x < 0.4:
        m = r.choice(L.MONTHS)
        return f'in {m}', ['When', 'In which month', 'In what month'], f'In {m}.'
    if x < 0.55:
        c = S.clock(r)
        return f'at {c}', ['When', 'At what time', 'What time'], f'At {c}.'
    if x < 0.7:
        y = str(r.randint(2027, 2040) if future else r.randint(1890, 2024))
        return f'in {y}', ['When', 'In which year', 'In what year', 'What year'], f'In {y}.'
    if x < 0.8:
        d = S.date(r)
        return f'on {d}', ['When', 'On what date', 'On which date'], f'On {d}.'
    if future:
        t = r.choice(['tomorrow', 'next week', 'next month', 'tonight', 'soon', 'in two days', 'next summer', 'after lunch', 'on the weekend', 'before the holidays', 'tomorrow morning', 'in a week', 'at Easter'])
        return t, ['When'], cap(t) + '.'
    t = r.choice(['yesterday', 'last week', 'this morning', 'last night', 'two days ago', 'last summer', 'a month ago', 'on the weekend', 'in the evening', 'before breakfast', 'after the concert', 'during the storm', 'last year', 'at Christmas', 'just before midnight'])
    return t, ['When'], cap(t) + '.'


class Clause:
    """One event; who is 'user' (I), or a name.  say(), asks() -> [(questions, answers)]"""

    def __init__(self, r, w, who=None, verb=None):
        self.r, self.w, self.who = r, w, who
        v = verb or r.choice(VERBS)
        self.v = v
        self.obj = NP(r, w, v['obj'])
        self.future = r.random() < 0.2
        roles = r.sample(v['roles'], min(len(v['roles']), r.choice([0, 1, 1, 2])))
        self.adj = []          # (text, question words, trailing preposition, short answer, kind)
        self.order = 'tfbwimprc'
        for k in roles:
            if k in 'tfbw':
                p = {'t': 'to', 'f': 'from', 'b': 'for', 'w': 'with'}[k]
                n = NP(r, w, 'person')
                self.adj.append((f'{p} {n.indef}', ['Who', 'Whom'], p, f'{cap(p)} {n.indef}.', k, n.head))
            elif k == 'p':
                t = r.choice(PLACES) if r.random() < 0.6 else f'in {w.city(r)}'
                self.adj.append((t, ['Where'] + (['In which town', 'In what city', 'In which place'] if t[3:4].isupper() else []), '', cap(t) + '.', k, t))
            elif k == 'm':
                t = S.price(r)
                self.adj.append((f'for {t}', [f'For how much', 'For what price'], '', f'For {t}.', k, t))
            elif k == 'r':
                x = r.random()
                t = f'because {r.choice(REASONS)}' if x < 0.5 else f'to {r.choice(PURPOSES)}' if x < 0.8 else f'because of {r.choice(CAUSES)}'
                self.adj.append((t, ['Why', 'For what reason'] + (['What for', 'With what aim'] if t.startswith('to ') else []), '', cap(t) + '.', k, t))
            elif k == 'i':
                t = r.choice(S.LISTS['transport'])
                self.adj.append((f'by {t}', ['How', 'By what means'], '', f'By {t}.', k, t))
        if r.random() < 0.55:
            t, q, s = when(r, self.future)
            self.adj.append((t, q, '', s, 'z', t))
        self.adj.sort(key=lambda a: 'tfbwimpzr'.index(a[4]))
        self.lead = next((a for a in self.adj if a[4] == 'z'), None) if r.random() < 0.3 else None

    def verb(self):
        return 'will ' + self.v['base'] if self.future else self.v['past']

    def say(self, subj):
        mid = ' '.join(a[0] for a in self.adj if a is not self.lead)
        s = f'{subj} {self.verb()} {self.obj.indef}' + (' ' + mid if mid else '')
        if self.lead:
            s = cap(self.lead[0]) + ' ' + s
        return cap(s).rstrip('.') + '.'

    def asks(self, subj, ans_subj, pos=True):
        """subj as the asker names it, ans_subj as the answer does."""
        r, v, o = self.r, self.v, self.obj
        aux = 'will' if self.future else 'did'
        out, say = [], self.verb()
        if v['base'] in links.SAME and r.random() < 0.4:        # another word for it
            base, past = r.choice(links.SAME[v['base']])
            v, say = dict(v, base=base), 'will ' + base if self.future else past
        full = [f'{cap(ans_subj)} {self.verb()} {o.indef}.', self.say(ans_subj)]

        def rest(skip):
            return ''.join(' ' + a[0] for a in self.adj if a is not skip and r.random() < 0.25)
        who = cap(ans_subj)
        if subj not in ('I', 'we'):
            out.append(([f'Who {say} {o.defn}{rest(None)}?', f'Which person {say} {o.defn}?', f'Who is it that {say} {o.defn}?', f'Do you know who {say} {o.defn}?'], [f'{who}.', f'{who} {"will" if self.future else "did"}.', f'{who} {self.verb()} {o.defn}.']))
        if o.kind == 'person':
            out.append(([f'Who {aux} {subj} {v["base"]}{rest(None)}?', f'Whom {aux} {subj} {v["base"]}?', f'Which person {aux} {subj} {v["base"]}?', f'Tell me who {subj} {say}.'], [cap(o.indef) + '.', cap(o.head) + '.'] + full))
        else:
            kinds = dict(city='city', animal='animal', subject='subject', instrument='instrument', building='building', dish='dish', plant='plant', room='room', vehicle='vehicle', cloth='piece of clothing')
            q = [f'What {aux} {subj} {v["base"]}{rest(None)}?', f'What was it that {subj} {say}?', f'Tell me what {subj} {say}.', f'What {aux} {subj} {v["base"]}?', f'Do you know what {subj} {say}?', f'What exactly {aux} {subj} {v["base"]}?']
            if o.kind in kinds:
                q += [f'Which {kinds[o.kind]} {aux} {subj} {v["base"]}?', f'What {kinds[o.kind]} {aux} {subj} {v["base"]}?'] * 2
            if o.kind == 'city':
                q = [x for x in q if not x.startswith('What') or 'city' in x] + [f'Where {aux} {subj} go?', f'Which place {aux} {subj} visit?']
            out.append((q, [cap(o.indef) + '.'] + full))
        if o.colour:
            out.append(([f'What colour was {o.defn}?', f'Which colour did {o.defn} have?', f'What was the colour of {o.defn}?', f'What colour was the {o.head} that {subj} {say}?'] if not o.plural else [f'What colour were {o.defn}?', f'Which colour did {o.defn} have?'],
                        [cap(o.colour) + '.', f'{cap(o.defn)} {"were" if o.plural else "was"} {o.colour}.']))
        if o.count:
            out.append(([f'How many {o.head} {aux} {subj} {v["base"]}?', f'How many {o.head} were there?', f'What was the number of {o.head}?', f'How many {o.head}?'], [cap(o.count) + '.', f'{who} {self.verb()} {o.count} {o.head}.', f'{cap(o.count)} {o.head}.']))
        for a in self.adj:
            base = f'{aux} {subj} {v["base"]} {o.defn}{rest(a)}'
            shrt = f'{aux} {subj} {v["base"]} it' if o.kind not in ('person', 'city', 'subject') and not o.plural else base
            back = f'{ans_subj} {self.verb()} {o.defn} {a[0]}'.rstrip('.') + '.'
            if a[2]:
                q = [f'Who {base} {a[2]}?', f'{cap(a[2])} whom {base}?', f'Who {shrt} {a[2]}?']
                an = [a[3], f'{cap(a[5])}.', cap(back)]
                if a[4] == 'w':
                    q += [f'Who was with {subj if subj not in ("I", "we") else "me"}?', f'Who else was there?']
                if a[4] == 't':
                    q += [f'Who got {o.defn}?', f'Who received {o.defn}?'] if self.v['base'] in ('give', 'sell', 'send', 'deliver') else []
                if a[4] == 'f':
                    q += [f'Who had {o.defn} before?'] if self.v['base'] in ('buy', 'borrow', 'inherit', 'receive', 'steal') else []
            else:
                q = [f'{x} {base}?' for x in a[1]] + [f'{a[1][0]} {shrt}?', f'{a[1][0]} was that?' if a[4] in 'zp' else f'{a[1][0]} {shrt}?']
                if a[4] == 'm':
                    q += [f'How much did {o.defn} cost?', f'What was the price of {o.defn}?', f'How much {aux} {subj} pay?' if self.v['base'] in ('buy', 'rent', 'hire', 'pay') else f'How much money was it?', f'How much was {o.defn}?']
                an = [a[3], cap(back)] + ([cap(a[5]) + '.'] if a[4] in 'mp' else [])
            out.append((q, an))
        return out


def user_clause(r, w):
    """A first-person event: Told."""
    c = Clause(r, w)
    we = r.random() < 0.12
    s = 'we' if we else 'I'
    U = lambda t: t.replace('[my]', 'our' if we else 'my')
    B = lambda t: t.replace('[my]', 'your')
    asks = [([U(q) for q in qs], [cap(B(a)) for a in an]) for qs, an in c.asks(s, 'you')]
    intro = r.choice([''] * 6 + ['By the way, ', 'Did you know? ', 'Just so you know, ', 'Guess what: ', 'Let me tell you something. ', 'So, ', 'Well, '])
    t = U(c.say(s))
    if intro.endswith((', ', ': ')) and not t.startswith('I '):
        t = t[:1].lower() + t[1:] if not re.match(r'(On|In|At) [A-Z]', t) else t
    return Told(intro + t, asks, key='clause')


def story(r, w, k):
    """k clauses about one to three people -> (text, asks, missing)"""
    people = [w.name(r) for _ in range(r.choice([1, 2, 2, 3]))]
    verbs = r.sample(VERBS, k + 1)
    text, asks, missing = [], [], []
    last = None
    pron = {p: r.choice([('he', 'his'), ('she', 'her')]) for p in people}
    for i in range(k):
        p = r.choice(people)
        c = Clause(r, w, verb=verbs[i])
        subj = pron[p][0] if p == last and r.random() < 0.5 else p
        last = p
        fix = lambda t: t.replace('[my]', pron[p][1])
        text.append(fix(c.say(subj)))
        asks += [([fix(q) for q in qs], [cap(fix(a)) for a in an]) for qs, an in c.asks(p, p)]
    c = Clause(r, w, verb=verbs[k])
    p = r.choice(people)
    missing += [([q.replace('[my]', pron[p][1]) for q in qs], []) for qs, _ in c.asks(p, p)[1:2]]
    return ' '.join(text), asks, missing


# ------------------------------------------------------------------ several facts of one kind, side by side
NOPAIR = {'name', 'fullname', 'code', 'wrongname', 'because', 'doing', 'list', 'moveddate', 'weds', 'nick', 'rent', 'pay', 'started', 'vacation', 'stop', 'floorlives', 'cures',
          'scale', 'diet', 'firm', 'chief', 'university', 'firstcar', 'hotelroom', 'bandname', 'medicine', 'pain', 'loan', 'doorkey', 'bookof', 'weather2', 'visitorfrom', 'profile', 'oldcomputer', 'memoryof', 'walk', 'breakdown'}
PAIRED = [g for g in MORE + OLD + TURNED + LINKED + APPLIKE if len(g[1]) >= 2 and g[0] not in NOPAIR]
KEYED = [g for g in MORE + TURNED + LINKED + APPLIKE if g[0] not in NOPAIR]


def keyed(qs, v, r, who, others=()):
    """The questions that name a value of this fact which no other fact has."""
    out = []
    for q in qs:
        used = [v[k] for f, k in re.findall(r'\{(?:(\w):)?(\w+)\}', q) if k in v]
        if any(not any(u.lower() in str(x).lower() for o in others for x in o.values()) for u in used):
            out.append(person(fill(q, v, r), who))
    return out


def brief(q, v, r, who):
    """'And the lamp?' from a question that names the lamp."""
    m = re.search(r'((?:the|\[my\]|on|in|at|for|bus|with|Mr) )?\{(\w+)\}', q)
    if not m or m.group(2) not in v:
        return None
    x = person(fill(m.group(0), v, r), who)
    x = x[:1].lower() + x[1:] if m.group(1) or v[m.group(2)][0].islower() else x
    return r.choice(['And {x}?', 'And {x}?', 'What about {x}?', '{X}?', 'and {x}', 'And now {x}?', 'The same for {x}?', 'And what of {x}?']).format(x=x, X=cap(x))


class Several:
    """texts (one a fact), and asks: [(questions, answers, short question or None)] a fact"""

    def __init__(self, r, w, n, groups=None):
        g = r.choice(groups or PAIRED)
        self.key = g[0]
        vs = []
        for _ in range(60):
            v = draw(g, r, w)
            if all(v[k].lower() != o[k].lower() for o in vs for k in v):
                vs.append(v)
            if len(vs) == n:
                break
        b = g[2][0]
        one = r.choice(b['S']) if r.random() < 0.6 else None
        f = lambda t, v, who: person(fill(t, v, r), who)
        self.texts = [f(one or r.choice(b['S']), v, USER) for v in vs]
        self.asks, self.spare = [], []
        extra = draw(g, r, w)
        if g in KEYED and not any(a.lower() == x.lower() for o in vs for a in o.values() for x in extra.values()):
            self.spare = [z for qs, _ in b['asks'] for z in keyed(qs, extra, r, USER, vs)]
        for i, v in enumerate(vs):
            rest = vs[:i] + vs[i + 1:]
            l = []
            for qs, an in b['asks']:
                z = keyed(qs, v, r, USER, rest)
                if z:
                    l.append((z, [f(a, v, BOT) for a in an], brief(r.choice(qs), v, r, USER)))
                else:
                    l.append(None)
            self.asks.append(l)


def joined(r, texts):
    """Sentences of the same kind as one: 'The lamp is red, the rug is green and ...'"""
    if len(texts) > 3 or r.random() < 0.4 or any(t.count('.') > 1 or '?' in t or '!' in t for t in texts):
        return r.choice([' ', ' ', '\n']).join(t if t.endswith(('.', '!', '?')) else t + '.' for t in texts)
    t = [x.rstrip('.') for x in texts]
    low = [x[:1].lower() + x[1:] if re.match(r'(The|My|On|In|At|For|Our|To|From|You|We|They|There|Every|Bus|Inside|If|It|As|With|By|All|Nobody|First) ', x) else x for x in t]
    return t[0] + r.choice([' and ', ', and ', ', but ', ' while ', ', ', '; ']).join([''] + low[1:]) + '.' if len(t) > 1 else t[0] + '.'
