"""Text edits whose answer a program can compute: case, order, lists, counting, replacing, picking things out."""
import re
import sys

import lexicon as L
import more_edits as ME
import sentences as Q
import slots as S
from slots import cap, comma

# what to do, said in many ways; {o} is "this", "the following", "this sentence", ... or the text itself in quotes
HOW = dict(
    upper='write {o} in capital letters|make {o} uppercase|convert {o} to upper case|put {o} in capitals|change {o} to all caps|capitalise every letter of {o}|turn {o} into capital letters|set {o} in capitals|use only big letters for {o}|type {o} with caps lock on|upper-case {o}|make all letters big in {o}|give me {o} in uppercase|show {o} in block capitals|I want {o} in big letters|I need {o} all in capitals|uppercase {o}|print {o} in large letters',
    lower='write {o} in lower case|make {o} lowercase|convert {o} to small letters|put {o} in lower case letters|change {o} to lowercase|turn all capitals of {o} into small letters|remove the capital letters from {o}|give me {o} without capitals|use only small letters for {o}|lower-case {o}|show {o} in lowercase|I need {o} in small letters|no capitals in {o}, please|do not shout: put {o} in lower case|lowercase {o}',
    title='write {o} in title case|capitalise each word of {o}|make every word of {o} start with a capital letter|turn {o} into a title with capitals|put a capital at the start of every word in {o}|change {o} to title case|begin each word of {o} with a big letter|format {o} like a headline with capital letters|give {o} title capitals|use initial capitals for all words of {o}|uppercase the first letter of every word in {o}',
    fix='correct {o}|fix the capital letters and punctuation of {o}|correct the capitals in {o}|fix {o}|write {o} properly|put in the capital letters and the full stop in {o}|clean up {o}|make {o} a correct sentence|repair the capitalisation of {o}|proofread {o}|improve the spelling of {o}|punctuate {o}|bring {o} into proper form|please set capitals and a period in {o}|what is wrong in {o}, write it correctly',
    sort='sort {o} alphabetically|put {o} in alphabetical order|order {o} from a to z|arrange {o} in alphabetical order|bring {o} into alphabetical order|list {o} alphabetically|sort {o}|sort {o} by the alphabet|put {o} into ABC order|which order do {o} have in a dictionary, list them|alphabetical order for {o}, please|rearrange {o} so that they are in alphabetical order|line up {o} by first letter|order {o} alphabetically',
    zsort='sort {o} from z to a|put {o} in reverse alphabetical order|order {o} backwards by the alphabet|sort {o} in descending alphabetical order',
    numup='sort {o} from small to large|put {o} in ascending order|order {o} from the smallest to the largest|arrange {o} by size, smallest first|sort {o} in increasing order|bring {o} into order, low to high|sort {o}|write {o} so that they go up|list {o} beginning with the smallest',
    numdown='sort {o} from large to small|put {o} in descending order|order {o} from the largest to the smallest|arrange {o} by size, largest first|sort {o} in decreasing order|bring {o} into order, high to low|list {o} starting with the largest|the highest one first: order {o}',
    reverse='reverse the order of {o}|put {o} in reverse order|write {o} backwards, last item first|turn {o} around|reverse {o}|list {o} from last to first|give me {o} in the opposite order|invert the order of {o}|start at the end and list {o}|read {o} back to front|show {o} the other way round',
    revwords='reverse the words of {o}|write the words of {o} in reverse order|put the words of {o} backwards|say {o} with the words in reverse order|turn the word order of {o} around|last word first: {o}|start with the last word and write {o} backwards word by word',
    bullets='turn {o} into a bulleted list|make bullet points of {o}|write {o} as bullet points|make a list of {o}|put {o} in a list with dashes|format {o} as a list|list {o} one per line|I want {o} as a bulleted list|show each item of {o} on its own line with a dash|break {o} into bullet points|bullet list of {o}, please|itemise {o}',
    number='number {o}|make a numbered list of {o}|turn {o} into a numbered list|put numbers in front of {o}|write {o} as a list with numbers|enumerate {o}|list {o} as 1, 2, 3|number the items of {o}',
    join='write {o} on one line with commas|join {o} with commas|make one line of {o}|put {o} on a single line, separated by commas|separate {o} by commas|turn {o} into a comma-separated line|combine {o} in one line with commas between',
    dedupe='remove the duplicates from {o}|remove repeated items from {o}|keep each item of {o} only once|delete the doubles in {o}|take out what occurs twice in {o}|clean {o} of repetitions|every item only once, please: {o}|filter duplicates out of {o}',
    count='how many words are in {o}?|count the words of {o}|how many words does {o} have?|what is the number of words in {o}?|give me the word count of {o}|tell me how many words there are in {o}|number of words in {o}?|word count for {o}',
    items='how many items are in {o}?|count the items of {o}|how many things are listed in {o}?|what is the number of items in {o}?|how long is {o}, counted in items?|how many entries does {o} have?',
    first='what is the first word of {o}?|give me the first word of {o}|which word comes first in {o}?|tell me the first word in {o}|with which word does {o} begin?|what does {o} start with?|name the opening word of {o}',
    last='what is the last word of {o}?|give me the last word of {o}|which word comes last in {o}?|tell me the last word in {o}|with which word does {o} end?|how does {o} end, which word?|name the closing word of {o}',
    repeat='repeat {o}|say {o} again|repeat after me: {o}|copy {o}|write down {o} exactly as it is|give {o} back to me unchanged|echo {o}|say exactly {o}',
    numbers='which numbers are in {o}?|list the numbers in {o}|find all numbers in {o}|extract the numbers from {o}|give me every number in {o}|what numbers occur in {o}?|show only the numbers of {o}|pick the figures out of {o}|collect the numbers from {o}',
    names='which names are in {o}?|list the names in {o}|find the people in {o}|extract the names from {o}|who is mentioned in {o}?|which people occur in {o}?|give me all names in {o}|name the persons in {o}|collect the names of the people from {o}|what are the people in {o} called?',
    email='what is the email address in {o}?|find the email address in {o}|extract the email from {o}|give me the mail address in {o}|which e-mail address is in {o}?|copy the e-mail address out of {o}|I need the email address from {o}|what address can I write to according to {o}?',
    date='which date is in {o}?|find the date in {o}|extract the date from {o}|what is the date in {o}?|give me the date from {o}|on which date is it in {o}?|which day is named in {o}?|pick the date out of {o}',
    phone='what is the phone number in {o}?|find the phone number in {o}|extract the telephone number from {o}|which number can I call according to {o}?|give me the phone number from {o}|I need the telephone number in {o}',
    longest='what is the longest word in {o}?|which word in {o} is the longest?|find the longest word of {o}|give me the longest word in {o}',
    remove='{rm} from {o}|leave out {w} in {o}|write {o} without {w}|delete {w} from {o}|drop {w} in {o}|take {w} out of {o}|cross out {w} in {o}',
    replace='replace {a} with {b} in {o}|change {a} to {b} in {o}|put {b} instead of {a} in {o}|substitute {b} for {a} in {o}|write {b} instead of {a} in {o}|exchange {a} for {b} in {o}|let {a} become {b} in {o}|rewrite {o} with {b} in place of {a}|turn {a} into {b} in {o}|in {o} say {b} and not {a}|instead of {a} use {b} in {o}',
    nth='what is the {n} item of {o}?|which is the {n} one in {o}?|give me the {n} item of {o}|name the {n} entry in {o}|what comes {n} in {o}?|tell me item number {k} of {o}')
HOW = {k: v.split('|') for k, v in HOW.items()}
HOW = {k: HOW.get(k, []) + ME.HOW.get(k, []) for k in [*HOW, *(x for x in ME.HOW if x not in HOW)]}
VERBS = set('write make convert put change capitalise turn set use type upper-case give show uppercase print remove lower-case lowercase begin format correct fix clean repair proofread improve punctuate bring sort order arrange list rearrange line reverse invert start read say break itemise number enumerate join separate combine keep delete take filter count tell name repeat copy echo find extract pick collect leave drop cross replace substitute exchange let rewrite '
            'mend polish edit check revise alphabetise file sequence flip go mirror split merge string glue link strike throw get pull note cut skip kick erase lose swap update trade switch add append finish prefix hyphenate quote enclose end strip shorten capitalise stress spell extend double decapitalise'.split())
POLITE = ['', '', '', '', '', 'please ', 'can you ', 'could you ', 'could you please ', 'would you ', 'I\'d like you to ', 'kindly ', 'your task: ', 'I want you to ', 'now ', 'please now ', 'just ', 'next, ', 'for me, please ', 'be so kind and ', 'would you please ', 'go ahead and ', 'quickly ']
THIS = dict(text=['this', 'this sentence', 'this text', 'the following', 'the following sentence', 'these words', 'this line', 'what follows', 'my sentence', 'the text below'],
            list=['this list', 'these', 'these words', 'the following words', 'the list', 'the following', 'this', 'these items', 'my list'],
            nums=['these numbers', 'the following numbers', 'this list of numbers', 'the numbers', 'these'])


def instruct(r, op, text, kind='text', **kw):
    """An instruction and the text in one message, in one of many layouts."""
    h = r.choice(HOW[op])
    for k, v in kw.items():
        h = h.replace('{' + k + '}', v)
    q = h.endswith('?')
    if r.random() < 0.25 and '\n' not in text and kind != 'nums':       # the text inside the sentence
        m = h.replace('{o}', r.choice(['"%s"', "'%s'", '"%s"']) % text.rstrip('.' if r.random() < 0.7 else ''))
        return cap(m if q else (r.choice(POLITE) if h.split()[0] in VERBS else '') + m + r.choice(['', '.', '!', '']))
    bare = re.sub(r'\s+', ' ', h.replace('{o}', '')).strip(' :,')
    if r.random() < 0.22 and len(bare.split()) > 1 and not re.search(r'(\b(of|in|for|from|to|with|between|at|on|after|before|behind|the|do|does|is|are|out|by|as|a)$|\b(of|for|from|in|the) (in|to|with|and|on|alphabetically|backwards|by|so|from|to|first)\b|\?|,)', bare):
        h = bare                                                        # "make uppercase: ..."
    m = h.replace('{o}', r.choice(THIS[kind]))
    if not q:
        m = r.choice(POLITE) + m if h.split()[0] in VERBS else m
    m = cap(m) if r.random() < 0.85 else m
    x = r.random()
    quoted = f'"{text}"' if r.random() < 0.25 and '\n' not in text else text
    if x < 0.55 or '\n' in text:
        sep = '\n' if '\n' in text or r.random() < 0.3 else ' '
        if not q and r.random() < 0.2:
            m += r.choice([' please', ', please', ' now', ', thanks'])
        if not q and sep == ' ' and r.random() < 0.12:
            return m + r.choice([' -> ', ' => ', ' - ', ' > ', ' = ']) + quoted
        if re.search(r': \{o\}', h):
            sep = ' '
        return m.rstrip('?') + (':' if not q else '?') + sep + quoted
    if x < 0.75:
        return quoted + '\n' + m + ('' if q else r.choice(['.', '', '.']))
    if x < 0.85:
        return quoted + r.choice([' -> ', ' - ', ' | ', ' => ']) + m
    if x < 0.95:
        return f'{r.choice(["Text", "Sentence", "Input", "Here it is"])}: {quoted}\n{r.choice(["Task: ", "", "What to do: "])}{m}'
    return m + (' ' if q else '. ') + quoted


def line(r, w):
    """A sentence to work on."""
    x = r.random()
    if x < 0.2 and w.real:
        return r.choice(w.real)
    if x < 0.3 and w.talk:
        return r.choice(w.talk)
    if x < 0.45:
        t = ME.phrase(r, w)
        return cap(t) + '.' if r.random() < 0.5 else t
    if x < 0.6:
        return Q.user_clause(r, w).text.split(': ')[-1]
    if x < 0.7:
        return Q.told_by_user(r, w).text
    if x < 0.85:
        return cap(' '.join(r.sample(w.copy, r.randint(2, 9))))
    return r.choice(['the ', 'a ', 'my ', 'one ', 'our ', 'every ']) + r.choice(Q.ADJ) + ' ' + r.choice(Q.OBJ['thing']) + ' ' + r.choice(Q.PLACES)


def items(r, w, lo=3, hi=7):
    n = r.randint(lo, hi)
    x = r.random()
    if x < 0.35:
        l = r.sample(w.things, n)
    elif x < 0.7:
        l = r.sample(w.copy, n)
    elif x < 0.82:
        l = [w.name(r) for _ in range(n)]
    elif x < 0.92:
        l = [w.city(r) for _ in range(n)]
    else:
        l = r.sample(S.LISTS['planverb'], min(n, 5))
    return list(dict.fromkeys(l))


def spread(r, l):
    """-> (the list as text, a function that writes a list in the same way)"""
    x = r.random()
    if x < 0.6:
        return ', '.join(l), lambda z: ', '.join(z)
    if x < 0.7:
        return ' '.join(l) if not any(' ' in i for i in l) else ', '.join(l), (lambda z: ' '.join(z)) if not any(' ' in i for i in l) else (lambda z: ', '.join(z))
    if x < 0.85:
        return '\n'.join(l), lambda z: '\n'.join(z)
    if x < 0.93:
        return '\n'.join('- ' + i for i in l), lambda z: '\n'.join('- ' + i for i in z)
    return comma(l), lambda z: comma(z)


def words_of(s):
    return re.findall(r"[A-Za-z'-]+|\d+", s)


ORD = 'first second third fourth fifth sixth seventh eighth ninth'.split()


def edit(r, w):
    """One edit; sometimes a second one on its result, or the same on another text."""
    turns = single(r, w)
    if r.random() < 0.15:
        a = turns[-1][1]
        x = r.random()
        if x < 0.3 and a != a.upper():
            turns.append((r.choice(['Now in capitals.', 'And in capital letters?', 'The same in upper case.', 'Make that uppercase.', 'Now all caps, please.']), a.upper()))
        elif x < 0.55 and a != a.lower():
            turns.append((r.choice(['Now in lower case.', 'And in small letters?', 'The same in lowercase.', 'Make that lowercase.', 'Now without capitals.']), a.lower()))
        elif x < 0.75 and a.count(', ') > 1:
            turns.append((r.choice(['Now the other way round.', 'And in reverse order?', 'Reverse that.', 'Turn the order around.']), ', '.join(a.rstrip('.').split(', ')[::-1])))
        elif x < 0.9 and a.count(', ') > 1:
            turns.append((r.choice(['Now as a list with dashes.', 'Make that bullet points.', 'One per line with a dash, please.']), '\n'.join('- ' + i for i in a.rstrip('.').split(', '))))
        else:
            turns.append((r.choice(['Once more.', 'Say it again.', 'Repeat that.']), a))
    return turns


def single(r, w):
    if r.random() < 0.33:
        for _ in range(5):
            got = ME.more(r, w, sys.modules[__name__])
            if got:
                op, s, kw, a = got
                return [(instruct(r, op, s, ME.KIND.get(op, 'text'), **kw), a)]
    op = r.choices(['upper', 'lower', 'title', 'fix', 'sort', 'zsort', 'num', 'reverse', 'revwords', 'bullets', 'number', 'join', 'dedupe', 'count', 'items', 'first', 'last', 'repeat', 'numbers', 'names', 'email', 'date', 'phone',
                    'longest', 'remove', 'replace', 'nth', 'spell', 'letters', 'times', 'letter'],
                   [12, 9, 8, 9, 9, 1, 9, 6, 5, 4, 4, 5, 6, 6, 2, 3, 3, 3, 6, 4, 4, 4, 4, 1, 3, 12, 2, 6, 2, 4, 2])[0]
    if op in ('upper', 'lower', 'title', 'fix', 'revwords', 'count', 'first', 'last', 'repeat', 'longest', 'remove', 'replace'):
        s = line(r, w)
        if r.random() < 0.4:
            s = s.rstrip('.')
        if r.random() < 0.3:
            s = s[:1].lower() + s[1:]
    if op == 'upper':
        return [(instruct(r, op, s), s.upper())]
    if op == 'lower':
        src = s.upper() if r.random() < 0.6 else s.title() if r.random() < 0.5 else s
        return [(instruct(r, op, src), src.lower())]
    if op == 'title':
        s = ' '.join(s.split()[:8]).rstrip('.,')
        src = s.lower() if r.random() < 0.7 else s
        return [(instruct(r, op, src), ' '.join(cap(x) for x in src.split()))]
    if op == 'fix':
        good = s if s.endswith(('.', '?', '!')) else s + '.'
        good = cap(re.sub(r'\bi\b', 'I', good))
        bad = good.rstrip('.').lower() if r.random() < 0.6 else good[:1].lower() + good[1:].rstrip('.')
        if r.random() < 0.2:
            bad = bad + '.'
        return [(instruct(r, op, bad), good)]
    if op == 'revwords':
        z = words_of(s)[:7]
        s = ' '.join(z).lower() if r.random() < 0.5 else ' '.join(z)
        return [(instruct(r, op, s), ' '.join(s.split()[::-1]))]
    if op == 'count':
        s = ' '.join(s.split()[:r.randint(2, 10)])
        n = len(s.split())
        return [(instruct(r, op, s), r.choice([str(n), f'There are {n} words.', f'{n} words.', f'The text has {n} words.', f'{cap(S.NUMS[n - 1])}.']))]
    if op in ('first', 'last'):
        z = words_of(s)
        x = z[0 if op == 'first' else -1]
        return [(instruct(r, op, s), r.choice([x, f'"{x}"', f'The {op} word is "{x}".']))]
    if op == 'repeat':
        return [(instruct(r, op, s), s)]
    if op == 'longest':
        z = words_of(s)
        x = max(z, key=len)
        return [(instruct(r, op, s), r.choice([x, f'The longest word is "{x}".']))]
    if op == 'remove':
        z = s.split()
        x = re.sub(r'\W', '', r.choice(z)) or z[0]
        res = re.sub(r'\s+', ' ', re.sub(rf'\b{re.escape(x)}\b', '', s)).strip()
        return [(instruct(r, op, s, w=r.choice([f'"{x}"', f'the word "{x}"', f'the word {x}']), rm=f'remove the word "{x}"'), res)]
    if op == 'replace':
        z = [q for q in words_of(s) if len(q) > 2] or words_of(s)
        a = r.choice(z)
        b = r.choice([r.choice(w.copy), r.choice(w.copy), r.choice(w.things), w.name(r), w.city(r)]) if not a.isdigit() else str(r.randint(2, 99))
        f = r.choice(['"%s"', '%s', "'%s'", '"%s"', 'the word "%s"'])
        return [(instruct(r, op, s, a=f % a, b=(f % b).replace('the word ', '')), re.sub(rf'\b{re.escape(a)}\b', b, s))]
    if op == 'num':
        n = [r.randint(1, r.choice([20, 99, 500])) for _ in range(r.randint(3, 6))]
        n = list(dict.fromkeys(n))
        up = r.random() < 0.6
        src, fmt = spread(r, [str(i) for i in n])
        return [(instruct(r, 'numup' if up else 'numdown', src, 'nums'), fmt([str(i) for i in sorted(n, reverse=not up)]))]
    if op == 'spell':
        x = r.choice([r.choice(w.copy), r.choice(w.things)]) if r.random() < 0.85 else w.name(r)
        q = r.choice([f'Spell the word "{x}".', f'How do you spell {x}?', f'Spell {x}.', f'Give me the letters of "{x}".', f'Which letters does "{x}" have?', f'Write "{x}" with a space after each letter.', f'{x}, letter for letter please', f'Can you spell {x} for me?', f'Take "{x}" apart into letters.', f'The letters of {x}, one by one.', f'spelling of {x}?', f'Spell "{x}" slowly.', f'{x}: spell it', f'Which letters are in {x}, in order?', f'Dictate {x} to me by letters.'])
        return [(q, ' '.join(x.upper()) if r.random() < 0.7 else '-'.join(x.upper()))]
    if op == 'letters':
        x = r.choice(w.words + w.things)
        return [(r.choice([f'How many letters does the word "{x}" have?', f'Count the letters of {x}.', f'How long is the word "{x}"?', f'number of letters in "{x}"?']), r.choice([f'The word "{x}" has {len(x)} letters.', f'{len(x)}.', f'{x}: {" ".join(x)}. That makes {len(x)} letters.']))]
    if op == 'letter':
        x = r.choice(w.words + w.things)
        k = r.choice(['first', 'last'])
        c = x[0 if k == 'first' else -1].upper()
        return [(r.choice([f'What is the {k} letter of "{x}"?', f'Which letter does {x} {"begin" if k == "first" else "end"} with?', f'{cap(k)} letter of {x}?']), r.choice([f'The {k} letter of "{x}" is "{c}".', f'{c}.']))]
    if op == 'times':
        x = r.choice(w.copy) if r.random() < 0.7 else r.choice(w.things)
        n = r.randint(2, 6)
        word = dict(zip(range(2, 7), ['two times', 'three times', 'four times', 'five times', 'six times']))[n]
        q = r.choice([f'Say "{x}" {word}.', f'Repeat the word {x} {word}.', f'Type {x} {n} times.', f'Please write "{x}" {word} in a row.', f'{x}, {word} please', f'I want to read "{x}" {word}.', f'Print {x} {word}.', f'The word {x}, {word}.', f'Put {x} there {word}.', f'{cap(word)} the word "{x}".'])
        return [(q, r.choice([' ', ' ', ', ']).join([x] * n))]
    if op in ('numbers', 'names', 'email', 'date', 'phone'):
        return pick(r, w, op)
    l = items(r, w)
    if op == 'nth':
        l = items(r, w, 3, 6)
        i = r.randrange(len(l))
        src, _ = spread(r, l)
        n = 'last' if i == len(l) - 1 and r.random() < 0.6 else ORD[i]
        return [(instruct(r, op, src, 'list', n=n, k=str(i + 1)), r.choice([l[i], cap(l[i]) + '.']))]
    if op == 'items':
        src, _ = spread(r, l)
        return [(instruct(r, op, src, 'list'), r.choice([str(len(l)), f'There are {len(l)} items.', f'{cap(S.NUMS[len(l) - 1])}.']))]
    if op == 'dedupe':
        z = l + [r.choice(l) for _ in range(r.randint(1, 2))]
        r.shuffle(z)
        src, fmt = spread(r, z)
        return [(instruct(r, op, src, 'list'), fmt(list(dict.fromkeys(z))))]
    src, fmt = spread(r, l)
    if op == 'sort':
        return [(instruct(r, op, src, 'list'), fmt(sorted(l, key=str.lower)))]
    if op == 'zsort':
        return [(instruct(r, op, src, 'list'), fmt(sorted(l, key=str.lower, reverse=True)))]
    if op == 'reverse':
        return [(instruct(r, op, src, 'list'), fmt(l[::-1]))]
    if op == 'bullets':
        return [(instruct(r, op, r.choice([', '.join(l), comma(l), '\n'.join(l)]), 'list'), '\n'.join('- ' + i for i in l))]
    if op == 'number':
        return [(instruct(r, op, r.choice([', '.join(l), comma(l), '\n'.join(l), '\n'.join('- ' + i for i in l)]), 'list'), '\n'.join(f'{i}. {z}' for i, z in enumerate(l, 1)))]
    return [(instruct(r, 'join', r.choice(['\n'.join(l), '\n'.join('- ' + i for i in l)]), 'list'), ', '.join(l))]


def pick(r, w, op):
    """Pick things out of a made-up sentence."""
    n, m = w.name(r), w.name(r)
    if op == 'numbers':
        k = [str(r.randint(2, 999)) for _ in range(r.randint(1, 3))]
        t = [r.choice(S.LISTS['plthing']) for _ in k]
        s = r.choice([f'{n} has ', 'There are ', 'We found ', 'They sold ', f'In {w.city(r)} we counted ', 'The box holds ', f'{m} ordered ']) + comma([f'{a} {b}' for a, b in zip(k, t)]) + r.choice([f' and paid {(z := str(r.randint(3, 900)))} euros', '', '']) + '.'
        vals = re.findall(r'\d+', s)
    elif op == 'names':
        k = [w.name(r) for _ in range(r.randint(1, 4))]
        s = r.choice(['{} went to {c} on {d}.', 'On {d} {} met in the {p}.', 'The {t} belongs to {}.', 'We had dinner with {} in {c}.', 'The winners are {}.', 'Please tell {} that the {e} is on {d}.', 'A letter from {} came on {d}.', 'At the {e} I talked to {}.', '{} will bring the {t}.'])
        s = s.replace('{}', comma(k)).replace('{c}', w.city(r)).replace('{d}', r.choice(L.DAYS)).replace('{p}', r.choice(['park', 'library', 'garden', 'cafe'])).replace('{t}', r.choice(Q.OBJ['thing'])).replace('{e}', r.choice(S.LISTS['event']))
        vals = k
    elif op == 'email':
        a = r.choice([n.lower(), f'{n.lower()}.{w.sur(r).lower()}', f'{n[0].lower()}{w.sur(r).lower()}', f'info{r.randint(1, 99)}', r.choice(w.copy)]) + '@' + r.choice([r.choice(w.copy), S.syllables(r, 2, 2)]) + '.' + r.choice(['org', 'net', 'com', 'example', 'eu', 'info'])
        s = r.choice([f'Write to {a} if you have questions.', f'{n} can be reached at {a} during the week.', f'Send the form to {a} before {r.choice(L.DAYS)}.', f'My new address is {a}, please use it.', f'For tickets, mail {a} or ask at the door.', f'The office ({a}) is closed on {r.choice(L.DAYS)}.', f'Contact: {n}, {a}, room {r.randint(1, 90)}.'])
        vals = [a]
    elif op == 'date':
        a = S.date(r)
        e = r.choice(S.LISTS['event'])
        s = r.choice([f'The {e} is on {a} in {w.city(r)}.', f'Please send it before {a}.', f'{n} arrives on {a} by {r.choice(S.LISTS["transport"])}.', f'We have moved the {e} to {a} because of the rain.', f'On {a} the {r.choice(S.LISTS["shop"])} will be closed.', f'{n} was born on {a}.', f'The contract ends on {a}.'])
        vals = [a]
    else:
        a = r.choice([f'{r.randint(100, 999)} {r.randint(1000, 9999)}', f'0{r.randint(10, 99)} {r.randint(100000, 999999)}', f'{r.randint(100, 999)}-{r.randint(100, 999)}-{r.randint(1000, 9999)}', f'+{r.randint(20, 60)} {r.randint(100, 999)} {r.randint(10000, 99999)}'])
        s = r.choice([f'Call {n} on {a} after {S.clock(r)}.', f'The {r.choice(S.LISTS["shop"])} has the number {a}.', f'You can phone us at {a}.', f'If the {r.choice(S.LISTS["machine"])} breaks, dial {a}.', f'{n}, {w.city(r)}, tel. {a}.', f'My number is {a}, ask for {n}.'])
        vals = [a]
    if r.random() < 0.35:
        s = r.choice([s + ' ' + Q.user_clause(r, w).text, 'Hello! ' + s, s + ' Thank you!', s + ' Best wishes, ' + m if op != 'names' else s]) if op not in ('numbers', 'names', 'date') else s
    a = '\n'.join('- ' + v for v in vals) if len(vals) > 1 and r.random() < 0.3 else r.choice([', '.join(vals), comma(vals)])
    if len(vals) == 1 and r.random() < 0.3:
        a = {'email': f'The email address is {a}.', 'date': f'The date is {a}.', 'phone': f'The phone number is {a}.', 'numbers': a, 'names': a + '.'}[op]
    return [(instruct(r, op, s), a)]
