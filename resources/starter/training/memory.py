"""Chats that train the memory: facts of one kind side by side, facts asked for after any distance, small tables, exact copying."""
import math
import re

import lexicon as L
import sentences as Q
import slots as S
import talk as T
from slots import cap, comma


def several(r, w, C):
    """Two to five facts of one kind, told at once or one by one, then asked for; with 'And the other?'."""
    s = Q.Several(r, w, r.choice([2, 2, 2, 2, 3, 3, 4, 5]))
    if len(s.texts) < 2 or not any(any(a) for a in s.asks):
        return C.recall(r, w)
    turns = []
    if r.random() < 0.65:
        turns.append((Q.joined(r, s.texts), r.choice(T.ACKS)))
    else:
        for t in s.texts:
            turns.append((t, r.choice(T.ACKS)))
            if r.random() < 0.15:
                turns += C.aside(r, w)
    for _ in range(r.choice([0, 0, 0, 1, 2])):
        turns += C.aside(r, w)
    turns += ask_several(r, s, C)
    if r.random() < 0.07 and s.spare:           # one of the kind that nobody spoke of
        turns.append((r.choice(s.spare), r.choice(T.NOT_TOLD)))
    return turns


def ask_several(r, s, C):
    turns, order = [], list(range(len(s.asks)))
    r.shuffle(order)
    last = None
    for i in order[:r.choice([1, 2, 2, 3, 4])]:
        ks = [k for k, a in enumerate(s.asks[i]) if a]
        if not ks:
            continue
        k = last if last in ks and r.random() < 0.7 else r.choice(ks)
        qs, an, short = s.asks[i][k]
        q = short if short and k == last and r.random() < 0.6 else C.question(r, qs)
        turns.append((q, r.choice(an)))
        last = k
    return turns


def passage_of(r, w, C):
    """The same as a text with questions on it."""
    s = Q.Several(r, w, r.choice([2, 2, 3, 3, 4]), [g for g in Q.KEYED if not any('[' in t for t in g[2][0]['S'])])
    if len(s.texts) < 2:
        return C.passage(r, w)
    text = Q.joined(r, s.texts)
    turns = ask_several(r, s, C)
    if not turns:
        return C.passage(r, w)
    turns[0] = (C.lay(r, text, turns[0][0]), turns[0][1])
    return turns


class Fact:
    def __init__(self, text, asks, acks=()):
        self.text, self.asks, self.acks, self.key, self.asked = text, asks, acks, '', 0


def memory(r, w, C, budget=None):
    """A long chat in which facts are told and asked for all the time, at distances from a few words to the whole length."""
    budget = budget or math.exp(r.uniform(math.log(900), math.log(7400)))
    turns, open_, keys, vals, n = [], [], set(), [], 0

    def say(u, a):
        nonlocal n
        turns.append((u, a))
        n += len(u) + len(a) + 24

    def tell():
        x = r.random()
        if x < 0.45:            # of the kinds that can stand side by side
            g = r.choice(Q.KEYED)
            v = Q.draw(g, r, w)
            if any(a.lower() == b.lower() for o in vals for a in v.values() for b in o.values() if len(a) > 2):
                return
            b = g[2][0]
            asks = [(z, [Q.person(Q.fill(a, v, r), Q.BOT) for a in an]) for qs, an in b['asks'] for z in [Q.keyed(qs, v, r, Q.USER)] if z]
            if not asks:
                return
            vals.append(v)
            f = Fact(Q.person(Q.fill(r.choice(b['S']), v, r), Q.USER), asks)
        elif x < 0.62:
            t = Q.user_clause(r, w)
            f = Fact(t.text, t.asks)
        else:
            t = C.turned.trade(r, w, Q, S.LISTS['kin']) if r.random() < 0.2 else Q.told_by_user(r, w, Q.OLD)
            k = C.ALIKE.get(t.key, t.key)
            if k in keys and k != 'kinjob':
                return
            keys.add(k)
            f = Fact(t.text, t.asks, t.acks)
        f.at = n
        say(f.text, C.ack(r, f))
        open_.append(f)

    def ask():
        f = r.choice(open_) if r.random() < 0.6 else open_[min(len(open_) - 1, int(r.random() ** 2 * len(open_)))]
        qs, an = r.choice(f.asks)
        say(C.question(r, qs), r.choice(an))
        f.asked += 1
        if f.asked > 1:
            open_.remove(f)

    def filler():
        if r.random() < 0.3 and w.paras and budget > 2500:
            say(r.choice(w.paras)[:r.choice([300, 500, 900])], r.choice(['I have read it. What would you like to know?', 'Thank you, I have read it.', 'All right, I have read the text.', 'Okay.', 'Thank you for the text.']))
        elif r.random() < 0.35:
            for t in C.passage(r, w):
                say(*t)
        else:
            for t in C.aside(r, w):
                say(*t)

    for _ in range(r.choice([1, 1, 2, 3])):
        tell()
    while n < budget:
        x = r.random()
        if x < 0.3:
            tell()
        elif x < 0.62 and open_:
            ask()
        else:
            filler()
    for _ in range(min(len(open_), r.choice([1, 2, 3, 4]))):
        ask() if open_ else None
    return turns


# ------------------------------------------------------------------ tables and exact copies
def token(r, w):
    x = r.random()
    if x < 0.35:
        return r.choice(w.copy)
    if x < 0.5:
        return w.name(r)
    if x < 0.62:
        return w.city(r)
    if x < 0.74:
        return str(r.randint(1, 9999))
    if x < 0.84:
        return S.code(r, w)
    if x < 0.92:
        return S.syllables(r, 1, 4)
    return r.choice(w.nouns['artifact']) if w.nouns else r.choice(w.copy)


def table(r, w, C=None):
    """Keys and values, one a line or in a row; values asked for by key and keys by value."""
    n = r.randint(2, 8)
    ks = list(dict.fromkeys(r.choice([lambda: r.choice(w.copy), lambda: w.name(r), lambda: S.noun(r, w, 'artifact'), lambda: w.city(r)])() for _ in range(n)))
    make = r.choice([lambda: str(r.randint(1, 999)), lambda: S.clock(r), lambda: S.price(r), lambda: w.city(r), lambda: r.choice(w.copy), lambda: w.name(r), lambda: S.code(r, w), lambda: r.choice(L.CATS['colours']), lambda: token(r, w)])
    vs = []
    for _ in ks:
        for _ in range(20):
            v = make()
            if v not in vs:
                break
        vs.append(v)
    sep = r.choice([': ', ' - ', ' = ', ': ', ', ', ' -> ', ' '])
    text = r.choice(['\n', '\n', '; ', ', ' if sep != ', ' else '\n']).join(k + sep + v for k, v in zip(ks, vs))
    head = r.choice(['', '', 'Here is a list.\n', 'My notes:\n', 'Table:\n', 'Remember this:\n', 'Look:\n', 'Data:\n'])
    fwd = ['What is next to {k}?', 'What does the list say for {k}?', 'What is the entry for {k}?', '{k}?', 'And {k}?', 'Give me the value of {k}.', 'What stands at {k}?', 'Look up {k}.', 'What belongs to {k}?', 'What have I written for {k}?', 'Which one goes with {k}?']
    back = ['Which entry has {v}?', 'Who or what has {v}?', 'Where does it say {v}?', 'To which one does {v} belong?', '{v} is the value of what?', 'Next to what is {v}?']
    qa = []
    for i in r.sample(range(len(ks)), min(len(ks), r.choice([1, 2, 3, 4, 5]))):
        if r.random() < 0.75 or vs.count(vs[i]) > 1:
            qa.append((r.choice(fwd).format(k=ks[i]), r.choice([vs[i], cap(vs[i]) + '.', vs[i]])))
        else:
            qa.append((r.choice(back).format(v=vs[i]), r.choice([ks[i], cap(ks[i]) + '.'])))
    if r.random() < 0.25:
        qa.append((r.choice(['Read me the whole list.', 'Repeat the list.', 'What was on the list?', 'Show the list again.']), text))
    if r.random() < 0.5:
        return [(head + text + '\n' + qa[0][0], qa[0][1])] + qa[1:]
    return [(head + text, r.choice(['Okay, I have it.', 'Noted.', 'I have read the list.', 'All right.']))] + qa


def copying(r, w, C=None):
    """Word for word, whatever it is."""
    x = r.random()
    n = r.randint(1, 12)
    if x < 0.35:
        s = r.choice([' ', ', ', '\n', ' ', ' / ']).join(token(r, w) for _ in range(n))
    elif x < 0.6 and w.real:
        s = r.choice(w.real)
    elif x < 0.75 and w.paras:
        s = r.choice(w.paras)[:r.choice([80, 160, 240])].rsplit(' ', 1)[0]
    else:
        s = ' '.join(r.choice(w.copy) for _ in range(n))
        s = r.choice([s, cap(s) + '.', s.upper(), s.title()])
    q = r.choice(['Repeat this: {s}', 'Say this again: {s}', 'Copy this.\n{s}', 'Write this once more: {s}', '{s}\nRepeat that.', 'Echo: {s}', 'Please type the following: {s}', 'Give me back exactly this text: {s}', 'Copy the line: {s}', '"{s}" - say that', 'Output this unchanged:\n{s}', 'The same again, please: {s}'])
    turns = [(q.format(s=s), s)]
    if r.random() < 0.3:
        turns.append((r.choice(['Again.', 'Once more.', 'Say it again.', 'One more time, please.']), s))
    return turns


def wordlist(r, w, C):
    """Words to keep in mind, asked for later, in part or as a whole."""
    l = list(dict.fromkeys(token(r, w) for _ in range(r.randint(2, 7))))
    t = r.choice([', '.join(l), comma(l), ' '.join(l) if not any(' ' in i for i in l) else ', '.join(l)])
    turns = [(r.choice(['Keep these in mind: {t}', 'I will say some words: {t}. I ask for them later.', 'Remember {t}.', 'These are my words: {t}', 'Memory game: {t}', 'Please hold on to this: {t}']).format(t=t), r.choice(T.ACKS))]
    for _ in range(r.choice([0, 0, 1, 1, 2, 4])):
        turns += C.aside(r, w)
    for _ in range(r.choice([1, 1, 2])):
        i = r.randrange(len(l))
        x = r.random()
        if x < 0.5:
            turns.append((r.choice(['What were my words?', 'Say the words again.', 'Which words did I give you?', 'What should you keep in mind?', 'Now tell me all of them.', 'Can you list what I said?']), r.choice([', '.join(l), comma(l) + '.', '\n'.join('- ' + z for z in l)])))
        elif x < 0.7:
            o = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'][i] if i < len(l) - 1 or r.random() < 0.4 else 'last'
            turns.append((r.choice([f'What was the {o} one?', f'Which word was {o}?', f'Give me the {o}.']), l[i]))
        elif i + 1 < len(l):
            turns.append((r.choice([f'What came after {l[i]}?', f'Which one follows {l[i]}?', f'And after {l[i]}?']), l[i + 1]))
        else:
            turns.append((r.choice(['How many were there?', 'How many words did I say?']), f'{cap(S.NUMS[len(l) - 1])}.'))
    return turns
