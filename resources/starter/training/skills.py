"""Small skills as chat turns: facts of the school book, lists, instructions, arithmetic, extraction, little letters, meeting notes."""
import re

from lexicon import CATS, COUNTRY, DAYS, FACTS, MONTHS, OPP, PAST, PLUR, STEPS, SURN
from slots import a_an, cap, comma

POL = ['', '', '', '', 'Please ', 'Can you ', 'Could you ', 'Could you please ']


def ask(r, s):
    """s begins with an imperative verb in lower case."""
    p = r.choice(POL)
    return cap(p + s) + ('?' if p.startswith(('Can', 'Could')) and '\n' not in s and ':' not in s else '' if s.endswith((':', '.', '?')) or '\n' in s else r.choice(['', '.']))


def vary(r, s):
    """small typing differences in what people write"""
    x = r.random()
    if x < 0.08:
        s = s.lower()
    elif x < 0.14:
        s = s.rstrip('.?!')
    elif x < 0.18 and '\n' not in s:
        s = s[:1].lower() + s[1:]
    return s


def fact(r, w):
    x = r.random()
    if x < 0.35:
        q, a = r.choice(FACTS)
        return [(vary(r, q), a)]
    if x < 0.65:
        c = r.choice(list(COUNTRY))
        cc = COUNTRY[c]
        y = r.random()
        if y < 0.6:
            q = r.choice([f'What is the capital of {c}?', f'Which city is the capital of {c}?', f'Tell me the capital of {c}.', f'capital of {c}'])
            return [(vary(r, q), r.choice([f'The capital of {c} is {cc}.', f'{cc} is the capital of {c}.', f'It is {cc}.']))]
        return [(f'{cc} is the capital of which country?', f'{cc} is the capital of {c}.')]
    if x < 0.8:
        a = r.choice(list(OPP))
        return [(vary(r, r.choice([f'What is the opposite of "{a}"?', f'Opposite of {a}?', f'Give me the opposite of {a}.', f'What is the antonym of "{a}"?'])),
                 r.choice([f'The opposite of "{a}" is "{OPP[a]}".', f'{cap(OPP[a])}.']))]
    if x < 0.9:
        a = r.choice(list(PLUR))
        return [(r.choice([f'What is the plural of "{a}"?', f'Plural of {a}?']), f'The plural of "{a}" is "{PLUR[a]}".')]
    a = r.choice(list(PAST))
    return [(r.choice([f'What is the past tense of "{a}"?', f'Past tense of {a}?']), f'The past tense of "{a}" is "{PAST[a]}".')]


NUMW = 'zero one two three four five six seven eight nine ten eleven twelve'.split()


def listing(r, w):
    k = r.choice(list(w.cats))
    items = list(w.cats[k])
    x = r.random()
    if x < 0.55:
        n = min(r.randint(2, 7), len(items))
        pick = r.sample(items, n)
        num = r.choice([NUMW[n], str(n)])
        q = ask(r, r.choice([f'give me {num} {k}', f'name {num} {k}', f'list {num} {k}', f'tell me {num} {k}', f'write a list of {num} {k}']))
        style = r.random()
        if style < 0.4:
            a = '\n'.join('- ' + cap(i) for i in pick)
        elif style < 0.7:
            a = '\n'.join(f'{j}. {cap(i)}' for j, i in enumerate(pick, 1))
        else:
            a = cap(comma(pick)) + '.'
        if style < 0.7 and r.random() < 0.3:
            a = f'Here are {num} {k}:\n' + a
        turns = [(vary(r, q), a)]
        rest = [i for i in items if i not in pick]
        if rest and r.random() < 0.3:
            turns.append((r.choice(['One more.', 'Another one, please.', 'Give me one more.', 'And one more?']), cap(r.choice(rest)) + '.'))
        return turns
    if x < 0.75:
        i = r.choice(items)
        if r.random() < 0.5:
            return [(r.choice([f'Is {a_an(i) if i[0].islower() else i} one of the {k}?', f'Does {i} belong to the {k}?']), f'Yes, {i} belongs to the {k}.')]
        k2 = r.choice([c for c in w.cats if i not in w.cats[c]])
        return [(r.choice([f'Does {i} belong to the {k2}?']), f'No, {i} does not belong to the {k2}. It belongs to the {k}.')]
    i = r.choice(items)
    own = [c for c in w.cats if i in w.cats[c]]
    o = r.choice(own)
    k2 = r.choice([c for c in w.cats if not set(w.cats[c]) & set(w.cats[o])])
    three = r.sample([z for z in w.cats[o]], min(3, len(w.cats[o])))
    odd = r.choice(w.cats[k2])
    four = three + [odd]
    r.shuffle(four)
    return [(r.choice(['Which word does not belong: ', 'Find the odd one out: ', 'Which one is different: ']) + comma(four, ', ') + '?', f'{cap(odd)} does not belong. The others are {o}.')]


def steps(r, w):
    t, s = r.choice(list(STEPS.items()))
    q = r.choice([f'How do I {t}?', f'How can I {t}?', f'Tell me how to {t}.', f'Give me the steps to {t}.', f'Explain how to {t}.', f'What is the best way to {t}?'])
    a = '\n'.join(f'{i}. {x}' for i, x in enumerate(s, 1)) if r.random() < 0.7 else ' '.join(s)
    turns = [(vary(r, q), a)]
    if r.random() < 0.35:
        i = r.randrange(len(s))
        o = ['first', 'second', 'third', 'fourth', 'fifth'][i]
        turns.append((r.choice([f'What was the {o} step?', f'What is the {o} step?', f'Repeat the {o} step.']), s[i]))
    elif r.random() < 0.3:
        turns.append((r.choice(['How many steps is that?', 'How many steps are there?']), f'{cap(NUMW[len(s)])} steps.'))
    return turns


def arith(r, w):
    x = r.random()
    big = r.random() < 0.3
    a, b = (r.randint(0, 99), r.randint(0, 99)) if big else (r.randint(0, 20), r.randint(0, 20))
    fr = lambda e: r.choice([f'What is {e}?', f'{e} = ?', f'How much is {e}?', f'Calculate {e}.', f'{e}'])
    if x < 0.2:
        return [(fr(r.choice([f'{a} + {b}', f'{a} plus {b}'])), r.choice([f'{a} + {b} = {a + b}', f'{a + b}', f'The answer is {a + b}.']))]
    if x < 0.36:
        a, b = max(a, b), min(a, b)
        return [(fr(r.choice([f'{a} - {b}', f'{a} minus {b}'])), r.choice([f'{a} - {b} = {a - b}', f'{a - b}', f'The answer is {a - b}.']))]
    if x < 0.5:
        a, b = r.randint(0, 12), r.randint(0, 12)
        return [(fr(r.choice([f'{a} * {b}', f'{a} times {b}', f'{a} x {b}'])), r.choice([f'{a} x {b} = {a * b}', f'{a * b}', f'The answer is {a * b}.']))]
    if x < 0.58:
        b, c = r.randint(1, 12), r.randint(0, 12)
        return [(fr(r.choice([f'{b * c} / {b}', f'{b * c} divided by {b}'])), r.choice([f'{b * c} / {b} = {c}', f'The answer is {c}.']))]
    n, m = r.sample(w.names, 2)
    t = r.choice(['apples', 'books', 'coins', 'marbles', 'pencils', 'stamps', 'cards', 'eggs', 'tickets', 'shells'])
    if x < 0.68:
        a, b = r.randint(1, 20), r.randint(1, 20)
        return [(f'{n} has {a} {t} and gets {b} more. How many {t} does {n} have now?', f'{a} + {b} = {a + b}, so {n} has {a + b} {t}.')]
    if x < 0.76:
        a = r.randint(3, 25); b = r.randint(1, a)
        return [(f'{n} has {a} {t} and gives {b} to {m}. How many {t} are left?', f'{a} - {b} = {a - b}, so {n} has {a - b} {t} left.')]
    if x < 0.84:
        a, b = r.sample(range(1, 100), 2)
        if r.random() < 0.5:
            return [(r.choice([f'Which is larger, {a} or {b}?', f'Which number is bigger: {a} or {b}?']), f'{max(a, b)} is larger than {min(a, b)}.')]
        return [(f'Which is smaller, {a} or {b}?', f'{min(a, b)} is smaller than {max(a, b)}.')]
    if x < 0.9:
        i = r.randrange(7); k = r.choice(['after', 'before'])
        return [(f'Which day comes {k} {DAYS[i]}?', f'{DAYS[(i + (1 if k == "after" else -1)) % 7]} comes {k} {DAYS[i]}.')]
    if x < 0.94:
        i = r.randrange(12); k = r.choice(['after', 'before'])
        return [(f'Which month comes {k} {MONTHS[i]}?', f'{MONTHS[(i + (1 if k == "after" else -1)) % 12]} comes {k} {MONTHS[i]}.')]
    if x < 0.97:
        a = r.randint(1, 100)
        return [(f'Is {a} even or odd?', f'{a} is {"odd" if a % 2 else "even"}.')]
    a, s = r.randint(1, 20), r.choice([1, 2, 3, 5, 10])
    q = [a + i * s for i in range(4)]
    return [(f'What comes next: {comma([str(z) for z in q], ", ")}, ...?', f'The next number is {a + 4 * s}.')]


SENT = ['the train to {c} leaves at {h}', '{n} forgot {p} umbrella in the {t}', 'we meet {n} in {c} on {d}', 'my sister {n} likes {t} and {t2}', 'there are {k} {t}s on the table',
        '{n} and {m} went to {c} in {mo}', 'the {t} costs {k} euros', '{n} is looking for the {t}', 'please send the {t} to {n}', 'the meeting with {n} is on {d} at {h}', 'i saw {n} near the {w} in {c}',
        'nobody knows where the {t} is', 'the {w} was closed because of the {w2}', '{n} works in {c} as a {job}']


def sentence(r, w):
    n, m = r.sample(w.names, 2)
    t, t2 = r.sample(w.things, 2)
    w1, w2 = r.sample(w.words, 2)
    return r.choice(SENT).format(n=n, m=m, c=r.choice(w.cities), h=f'{r.randint(1, 12)} o\'clock', d=r.choice(DAYS), mo=r.choice(MONTHS), t=t.lower(), t2=t2.lower(), k=r.randint(2, 40),
                                 p=r.choice(['his', 'her']), w=w1, w2=w2, job=r.choice(CATS['professions']))


def wordlist(r, w, n=None):
    n = n or r.randint(3, 7)
    x = r.random()
    if x < 0.35:
        return r.sample(w.things, n)
    if x < 0.65:
        return r.sample(w.words, n)
    if x < 0.85:
        return r.sample(w.names, n)
    return r.sample(w.cities if len(w.cities) >= n else CITIES, n)


def email(r, w):
    n, s = r.choice(w.names).lower(), r.choice(SURN).lower()
    return f'{r.choice([n, n + "." + s, n[0] + s])}@{r.choice(w.words)}.{r.choice(["org", "net", "com", "example"])}'


def extract(r, w):
    n = [f'{a} {b}' if r.random() < 0.5 else a for a, b in zip(r.sample(w.names, 3), r.sample(SURN, 3))]
    k = r.randint(1, 3)
    n = n[:k]
    date = lambda: r.choice([f'{r.randint(1, 28)} {r.choice(MONTHS)} {r.randint(1990, 2030)}', f'{r.choice(MONTHS)} {r.randint(1, 28)}', f'{r.randint(1, 28)} {r.choice(MONTHS)}'])
    c = r.choice(w.cities)
    ds = [date() for _ in range(r.randint(1, 2))]
    es = [email(r, w) for _ in range(r.randint(1, 2))]
    ph = f'{r.randint(100, 999)} {r.randint(1000, 9999)}'
    parts = []
    parts.append(r.choice([f'{comma(n)} will come to {c} on {ds[0]}.', f'On {ds[0]} we expect {comma(n)} in {c}.', f'The visit of {comma(n)} to {c} is planned for {ds[0]}.', f'{comma(n)} met in {c} on {ds[0]}.']))
    if len(ds) > 1:
        parts.append(r.choice([f'The report is due on {ds[1]}.', f'Please answer before {ds[1]}.', f'The next date is {ds[1]}.']))
    parts.append(r.choice([f'Write to {comma(es, " or ")}.', f'The address is {comma(es)}.', f'Send your answer to {comma(es, " or ")}.']))
    if r.random() < 0.6:
        parts.append(r.choice([f'You can call {ph}.', f'The telephone number is {ph}.']))
    else:
        ph = None
    if r.random() < 0.5:
        parts.append(cap(r.choice([f'the {r.choice(w.words)} is open all day.', f'lunch is in the {r.choice(w.words)}.', 'thank you for your help.'])))
    r.shuffle(parts)
    text = ' '.join(parts)
    opts = [('names', n, ['the names', 'all names', 'the names of the people', 'the people']), ('dates', [d for d in ds], ['the dates', 'all dates']), ('emails', es, ['the email addresses', 'all email addresses', 'the emails'])]
    if ph:
        opts.append(('phone', [ph], ['the telephone number', 'the phone number']))
    opts.append(('city', [c], ['the city', 'the place']))
    key, vals, words = r.choice(opts)
    vals = sorted(vals, key=text.index)
    q = r.choice(['Extract {} from this text', 'List {} in this text', 'Find {} in the text', 'Give me {} in this text']).format(r.choice(words))
    q = q + ': ' + text if r.random() < 0.5 else text + '\n' + q + '.'
    a = '\n'.join('- ' + v for v in vals) if len(vals) > 1 and r.random() < 0.6 else ', '.join(vals)
    turns = [(q, a)]
    if r.random() < 0.3:
        key2, vals2, words2 = r.choice([o for o in opts if o[0] != key])
        turns.append((r.choice(['And {}?', 'Now {}.', 'What about {}?']).format(r.choice(words2)), ', '.join(sorted(vals2, key=text.index))))
    return turns


def writing(r, w):
    n, m = r.sample(w.names, 2)
    c, d, h = r.choice(w.cities), r.choice(DAYS), r.randint(8, 18)
    x = r.random()
    if x < 0.5:
        what, body = r.choice([
          (f'inviting {n} to dinner on {d}', f'would you like to come to dinner on {d}? I would be glad to see you. Please let me know if that suits you.'),
          (f'to {n} to move the meeting to {d}', f'I am afraid I cannot make it at the planned time. Could we move our meeting to {d} at {h}:00? I am sorry for the trouble.'),
          (f'thanking {n} for the help', 'thank you very much for your help. It made things much easier for me. I hope I can return the favour soon.'),
          (f'to {n} to say that I am ill', 'I am ill today and cannot come. I hope to be back soon. Please let me know if anything is urgent.'),
          (f'to {n} to ask for the report', f'could you please send me the report by {d}? I need it for the next meeting. Many thanks in advance.'),
          (f'congratulating {n} on the new job', 'congratulations on your new job! You have worked hard for it. I wish you a very good start.'),
          (f'to {n} about the trip to {c}', f'our trip to {c} begins on {d}. We meet at the station at {h}:00. Please bring your ticket and something to eat.'),
          (f'to {n} to say sorry for being late', 'I am sorry that I was late yesterday. The train had a long delay. It will not happen again.'),
          (f'wishing {n} a happy birthday', 'happy birthday! I wish you health, joy and a wonderful year. Have a lovely day with your family.')])
        kind = r.choice(['a short email', 'an email', 'a short message', 'a short letter', 'a note'])
        q = ask(r, f'write {kind} {what}')
        return [(q, f'Dear {n},\n{cap(body)}\nBest regards')]
    t, t2 = r.sample([z for z in w.things if z.islower()], 2)
    an = r.choice(['fox', 'mouse', 'bear', 'owl', 'rabbit', 'hedgehog', 'otter', 'wolf', 'crow', 'squirrel'])
    adj = r.choice('small old brave shy clever tired curious lonely merry quiet'.split())
    place = r.choice(['forest', 'village', 'harbour', 'valley', 'garden', 'old mill', 'mountain hut', 'lighthouse', 'market', 'castle'])
    who = r.choice([n, a_an(f'{adj} {an}')])
    prob = r.choice([(f'had lost the {t}', f'found the {t} under a {t2}'), ('could not find the way home', f'followed the sound of a bell until the {place} came into sight'),
                     (f'wanted to learn to play the {r.choice(CATS["musical instruments"])}', 'practised every evening until the neighbours came to listen'),
                     ('was afraid of the dark', f'met a friend with a lantern, and the night was not so dark any more'), ('had nothing left to eat', f'shared the last {r.choice(CATS["fruits"])} with a stranger, who came back with a full basket'),
                     (f'found an old map', f'walked to the place on the map and found a box with a letter from {m}'), ('was always in a hurry', f'had to wait for a whole day, and saw how beautiful the {place} was')])
    helper = r.choice([m, f'an old {r.choice(["woman", "man", "sailor", "gardener", "miller"])}', f'a friendly {r.choice(["cat", "dog", "goose", "donkey"])}'])
    end = r.choice([f'From that day on they were friends.', f'And that evening there was a feast in the {place}.', 'Everyone was glad, and nobody forgot that day.', f'Since then the {place} has been a happier place.', 'That night everyone slept well.'])
    first = r.choice([f'Once upon a time there was {who} who lived near the {place}.' if who != n else f'{n} lived near the {place}.', f'Near the {place} lived {who}.'])
    he = 'it' if who != n else r.choice(['she', 'he'])
    story = f'{first} One {r.choice(["morning", "evening", "day", "winter night", "summer day"])} {he} {prob[0]}. {cap(helper)} said: "{r.choice(["Do not give up.", "Let me help you.", "Look again, slowly.", "Start with a small step.", "We can do it together."])}" In the end {he} {prob[1]}. {end}'
    q = ask(r, r.choice([f'tell me a story about {who}', f'write a short story about {who}', f'tell me a short story about {who} and the {place}', 'tell me a story', 'write a short story']))
    return [(vary(r, q), story)]


def sense(r, w):
    """small reasoning"""
    a, b, c = r.sample(w.names, 3)
    x = r.random()
    adj, opp = r.choice([('taller', 'shortest'), ('older', 'youngest'), ('faster', 'slowest'), ('stronger', 'weakest')])
    sup = {'taller': 'tallest', 'older': 'oldest', 'faster': 'fastest', 'stronger': 'strongest'}[adj]
    if x < 0.3:
        t = f'{a} is {adj} than {b}. {b} is {adj} than {c}.'
        return [(t + f' Who is the {sup}?', f'{a} is the {sup}.')] if r.random() < 0.5 else [(t + f' Who is the {opp}?', f'{c} is the {opp}.')]
    if x < 0.5:
        y, z = r.sample(range(5, 90), 2)
        return [(f'{a} is {y} years old and {b} is {z}. Who is older?', f'{a if y > z else b} is older.')]
    if x < 0.7:
        t = r.choice(w.things).lower()
        return [(f'{a} gave the {t} to {b}. Then {b} gave it to {c}. Who has the {t} now?', f'{c} has the {t}.')]
    if x < 0.85:
        p, q = r.sample(['kitchen', 'garden', 'office', 'cellar', 'library', 'station', 'school'], 2)
        return [(f'{a} is in the {p}. {b} is in the {q}. Where is {r.choice([a])}?', f'{a} is in the {p}.')] if r.random() < 0.5 else [(f'{a} was in the {p} and then went to the {q}. Where is {a} now?', f'{a} is in the {q}.')]
    k = r.choice(list(w.cats)); i = r.choice(w.cats[k])
    return [(f'All {k} are on list A. {cap(i)} belongs to the {k}. Is {i} on list A?', f'Yes, because {i} belongs to the {k}.')]


# ---- notes of a meeting, letters, messages: summaries and tasks
def notes(r, w):
    n = r.sample(w.names, 4)
    tasks = r.sample(['write the report', 'call the printer', 'book the room', 'order new chairs', 'check the budget', 'send the invitations', 'test the new version', 'prepare the slides', 'talk to the supplier', 'update the web page',
                      'repair the heating', 'plan the summer party', 'collect the tickets', 'translate the letter', 'find a new office', 'clean the archive', 'order lunch', 'write to the customer', 'train the new colleague', 'fix the printer'], 3)
    topic = r.choice(['the budget', 'the new office', 'the summer party', 'the web page', 'the spring fair', 'the next release', 'the library', 'the trip to ' + r.choice(w.cities), 'the school concert', 'the garden project', 'the heating', 'the annual report'])
    dec = r.choice(['to start in ' + r.choice(MONTHS), 'to wait until ' + r.choice(MONTHS), 'to spend no more than ' + str(r.randint(2, 90) * 100) + ' euros', 'to ask for a second offer', 'to invite all members', 'to meet again on ' + r.choice(DAYS), 'to move everything to ' + r.choice(DAYS), 'to keep the old plan'])
    day = r.sample(DAYS, 4)
    k = r.randint(1, 3)
    ts = [f'{n[i + 1]} will {tasks[i]}' + (f' by {day[i + 1]}' if r.random() < 0.6 else '') for i in range(k)]
    fill = r.sample(['The room was cold.', 'There was coffee and cake.', f'{n[0]} thanked everyone for coming.', 'Some members came late because of the rain.', 'The minutes of the last meeting were accepted.', 'The discussion was long but friendly.', 'Two people could not come.', f'It began at {r.randint(8, 18)}:00.'], r.randint(1, 3))
    body = [f'The group agreed {dec}.'] + [t + '.' for t in ts]
    text = f'On {day[0]} {n[0]} opened the meeting about {topic}. '
    mix = fill + body[:1]
    r.shuffle(mix)
    text += ' '.join(mix + body[1:])
    x = r.random()
    turns = []
    if x < 0.5:
        q = r.choice(['Summarise these notes.', 'Summarize this text.', 'Give me a short summary.', 'What was decided?', 'Sum up this meeting.', 'Summarise this in two sentences.'])
        a = f'The meeting was about {topic}. The group agreed {dec}.' + (' ' + ' '.join(t + '.' for t in ts) if q not in ('What was decided?', 'Summarise this in two sentences.') else '')
        if q == 'What was decided?':
            a = f'The group agreed {dec}.'
    elif x < 0.8:
        q = r.choice(['List the tasks.', 'Who has to do what?', 'What are the action items?', 'Make a list of the tasks.'])
        a = '\n'.join('- ' + t for t in ts)
    else:
        q = r.choice(['What was the meeting about?', 'What is the topic?'])
        a = f'The meeting was about {topic}.'
    turns.append((r.choice([f'{q}\n{text}', f'{text}\n{q}', f'{q} {text}']), a))
    if r.random() < 0.35:
        i = r.randrange(k)
        turns.append((r.choice([f'Who will {tasks[i]}?', f'Who has to {tasks[i]}?']), f'{n[i + 1]} will {tasks[i]}.'))
    if r.random() < 0.2:
        turns.append((r.choice(['Who opened the meeting?', 'Who led the meeting?']), f'{n[0]} opened the meeting.'))
    return turns
