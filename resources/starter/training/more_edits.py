"""More ways to ask for an edit, and more edits.  Joined to those of edits.py."""
import re

import lexicon as L
import slots as S
from slots import cap, comma

HOW = dict(
    upper='all caps for {o}|uppercase letters for {o}|{o} in capitals|capitals only: {o}|everything big: {o}|can {o} be all capitals?|make {o} louder, in capitals|put the whole of {o} into upper-case letters|rewrite {o} using capital letters only|let every letter of {o} be a capital|set caps on {o}|BIG LETTERS: {o}|type {o} as if the caps key were stuck|headline capitals for every letter of {o}|change each letter of {o} to its capital form',
    lower='lowercase letters for {o}|{o} in lowercase|small letters only: {o}|everything small: {o}|can {o} be all lowercase?|take the capitals out of {o}|rewrite {o} using small letters only|quiet please, without capitals: {o}|let every letter of {o} be small|set {o} in minuscules|turn off caps for {o}|make every letter of {o} small|write {o} with no big letters|decapitalise {o}|small print for {o}',
    title='initial capitals for {o}|title capitals for {o}|write {o} as a book title, each word with a capital|let all words of {o} begin with a capital|{o} as a title|every word in {o} should start big|set {o} like a film title with capital initials|capital at the start of each word: {o}|make a title out of {o} by capitalising every word|first letters big: {o}|put {o} in headline style, each word capitalised',
    fix='capitals and full stop are missing in {o}, add them|add what is missing in {o}: capital letters and the final stop|write {o} as it should be written|put {o} right|mend {o}|give {o} correct capitals and a full stop|my keyboard has no shift key, correct {o}|polish {o}|edit {o} for capital letters|make {o} tidy|check and correct {o}|correct the writing of {o}|revise {o}|bring the capitals and stops of {o} in order|turn {o} into proper English writing',
    sort='a to z: {o}|alphabetise {o}|{o} in alphabetical order|order {o} as a dictionary would|which comes first in the alphabet? sort {o}|give me {o} sorted|put {o} in order by letter|arrange {o} from A to Z|file {o} alphabetically|sequence {o} by the alphabet',
    numup='small to large: {o}|{o} in rising order|smallest to largest, please: {o}|put {o} in order of size|line {o} up by size, the small ones first|order {o} upwards|write {o} in growing order|begin with the least and list {o}|which is smallest, which is next? order {o}|let {o} increase|sort {o} numerically|arrange {o} so that each is larger than the one before',
    numdown='large to small: {o}|{o} in falling order|largest to smallest, please: {o}|order {o} downwards|write {o} in shrinking order|begin with the greatest and list {o}|let {o} decrease|arrange {o} so that each is smaller than the one before|sort {o}, top value at the front|put the maximum first and the minimum last in {o}|count down through {o}',
    reverse='the other way round: {o}|{o} from the end to the start|flip the order of {o}|last to first: {o}|go through {o} backwards|turn the order of {o} upside down|mirror the order of {o}|swap the order of {o} end to end|put the last of {o} first and the first last',
    revwords='words in reverse: {o}|flip the word order of {o}|{o} read from the last word to the first|put the last word of {o} first and so on|mirror the words of {o}|write the words of {o} the other way round|backwards by words: {o}|order the words of {o} from the end',
    bullets='dashes in front of each: {o}|bulleted: {o}|one line and a dash for each of {o}|split {o} into a list with dashes|give me {o} as points|make every item of {o} a bullet',
    number='1, 2, 3 in front of {o}|numbered: {o}|give each of {o} a number|count {o} off in a list|list {o} with numbers before them',
    join='in one line with commas: {o}|comma-separated: {o}|merge the lines of {o} with commas|put commas between {o} and make it one line|string {o} together with commas|one line, commas between: {o}|glue {o} together using commas|make a comma list of {o}|turn the lines of {o} into one line with commas|link {o} by commas',
    dedupe='no doubles, please: {o}|without repetition: {o}|each only once: {o}|strike out what comes twice in {o}|unique items of {o}|throw out the duplicates in {o}|list {o} without repeats|leave only one of each in {o}|there are doubles in {o}, remove them|get rid of the second ones in {o}',
    count='word count: {o}|{o}: how many words?|how many words do you see in {o}?|total words in {o}?|how long is {o} in words?',
    first='first word: {o}|the word {o} begins with?|name the word at the start of {o}|starting word of {o}?|what stands at the very beginning of {o}?|only the first word of {o}',
    last='last word: {o}|the word {o} ends with?|name the word at the end of {o}|ending word of {o}?|what stands at the very end of {o}?|only the last word of {o}|which word closes {o}?',
    repeat='once more: {o}|say the same: {o}|mirror me: {o}',
    numbers='numbers only: {o}|all the numbers in {o}, please|what figures do you find in {o}?|pull every number out of {o}|digits and numbers of {o}?|name the numbers {o} contains|go through {o} and note the numbers',
    names='names only: {o}|people in {o}?|all the persons in {o}, please|pull the names out of {o}|note the people named in {o}|whose names do you read in {o}?|which persons are named in {o}?',
    email='mail address in {o}?|only the e-mail address of {o}|copy the address with the @ from {o}|the e-mail in {o}, please|note the mail address {o} contains',
    date='date only: {o}|the date in {o}, please|when is it, according to {o}?|note the date {o} contains|what is the day and month in {o}?|give the date that {o} names|copy the date from {o}',
    phone='number to call in {o}?|only the phone number of {o}|the telephone number in {o}, please|note the phone number {o} contains|which number do I dial according to {o}?',
    remove='cut {w} from {o}|{o} without {w}, please|skip {w} in {o}|kick {w} out of {o}|erase {w} in {o}|{w} has to go from {o}|strike {w} in {o}|lose {w} in {o}',
    replace='{a} becomes {b} in {o}|{b} for {a} in {o}|not {a} but {b} in {o}|where {o} says {a}, write {b}|swap {a} against {b} in {o}|make it {b} rather than {a} in {o}|every {a} should be {b} in {o}|find {a} and put {b} there in {o}|take out {a} and put in {b} in {o}|{a} is wrong, it must be {b} in {o}|let us say {b} where {o} has {a}|correct {a} to {b} in {o}|edit {o}: {b} in place of {a}|update {o} with {b} where {a} stands|trade {a} for {b} in {o}|switch {a} to {b} in {o}',
    nth='the {n} of {o}?|number {k} in {o}?|pick the {n} item from {o}|read me only the {n} of {o}',
    # further edits
    addend='add {w} at the end of {o}|put {w} after {o}|append {w} to {o}|let {o} end with {w}|write {w} behind {o}|finish {o} with {w}',
    addfront='add {w} at the beginning of {o}|put {w} in front of {o}|let {o} start with {w}|write {w} before {o}|begin {o} with {w}|prefix {o} with {w}',
    lines='put each item of {o} on its own line|split {o} into lines|one item a line: {o}|break {o} at the commas into lines|write {o} below each other|each of {o} on a new line',
    semis='use semicolons between {o}|separate {o} with semicolons|put semicolons instead of commas in {o}|join {o} with semicolons',
    spaces='join {o} with spaces|remove the commas between {o}|write {o} with only spaces between|no commas, just spaces: {o}',
    dashes='put hyphens between the words of {o}|join the words of {o} with hyphens|replace the spaces of {o} by hyphens|hyphenate {o}, a hyphen for each space',
    quote='put {o} in quotation marks|write {o} between quotes|add quotation marks to {o}|quote {o}|enclose {o} in quotes',
    exclaim='put an exclamation mark at the end of {o}|end {o} with an exclamation mark|make {o} end with !|use ! at the end of {o}',
    question='put a question mark at the end of {o}|end {o} with a question mark|make {o} end with ?|use ? at the end of {o}',
    stop='put a full stop at the end of {o}|end {o} with a period|add the missing full stop to {o}|finish {o} with a full stop',
    nopunct='remove the punctuation from {o}|take out all commas and stops of {o}|write {o} without punctuation|delete every punctuation mark in {o}|strip the punctuation of {o}',
    firstcap='capitalise only the first letter of {o}|let {o} start with a capital letter|begin {o} with a big letter|make the first letter of {o} a capital',
    firstn='give me the first {k} words of {o}|what are the first {k} words of {o}?|only the first {k} words of {o}|cut {o} after {k} words|shorten {o} to its first {k} words|keep just {k} words from the start of {o}',
    lastn='give me the last {k} words of {o}|what are the last {k} words of {o}?|only the last {k} words of {o}|keep just {k} words from the end of {o}',
    nthword='what is word number {k} of {o}?|which is the {n} word of {o}?|the {n} word of {o}, please|give me the {n} word in {o}',
    capword='write only {w} in capitals in {o}|put {w} in capital letters in {o}|make just {w} uppercase in {o}|stress {w} with capitals in {o}',
    typos='fix the spelling in {o}|correct the typing mistakes in {o}|there are typos in {o}, correct them|spell {o} correctly|check the spelling of {o}|{o} has a spelling mistake, fix it|write {o} without the typo|spelling, please: {o}',
    additem='add {w} to {o}|put {w} on {o}|{o} needs {w} too|also {w} in {o}|extend {o} by {w}',
    dropitem='take {w} off {o}|remove {w} from {o}|delete {w} in {o}|{o} without {w}|I do not need {w} in {o}',
    starts='which of {o} start with {w}?|only those of {o} that begin with {w}|list what begins with {w} in {o}|keep the ones in {o} that start with {w}',
    swap2='exchange {a} and {b} in {o}|swap the places of {a} and {b} in {o}|{a} and {b} should change places in {o}|let {a} and {b} trade places in {o}',
    maxnum='what is the largest number in {o}?|which is the biggest of {o}?|the maximum of {o}?|highest value in {o}?|find the greatest number in {o}',
    minnum='what is the smallest number in {o}?|which is the least of {o}?|the minimum of {o}?|lowest value in {o}?|find the smallest number in {o}',
    longitem='which of {o} is the longest word?|the longest of {o}?|name the longest word of {o}',
    twice='write {o} twice|say {o} two times|double {o}|{o} two times, please',
    backwards='spell {o} backwards|write {o} backwards letter by letter|reverse the letters of {o}|the letters of {o} from the end to the start',
    initials='what are the initials of {o}?|take the first letter of each word of {o}|make an abbreviation from {o}|first letters of {o}?')
HOW = {k: v.split('|') for k, v in HOW.items()}
KIND = dict(lines='list', semis='list', spaces='list', additem='list', dropitem='list', starts='list', swap2='list', maxnum='nums', minnum='nums', longitem='list')
OPS = dict(addend=3, addfront=3, lines=4, semis=1.5, spaces=2, dashes=1.5, quote=2, exclaim=2, question=2, stop=2, nopunct=3, firstcap=2, firstn=3, lastn=2.5, nthword=2, capword=2.5, typos=5, additem=3, dropitem=3, starts=2, swap2=3, maxnum=3, minnum=2.5, longitem=1, twice=1.5, backwards=1, initials=1.5)
ORD = 'first second third fourth fifth sixth seventh eighth'.split()


def slip(r, x):
    """A misspelt word."""
    i = r.randrange(1, len(x) - 1)
    y = r.random()
    return x[:i] + x[i + 1] + x[i] + x[i + 2:] if y < 0.4 else x[:i] + x[i + 1:] if y < 0.75 else x[:i] + x[i] + x[i:]


def more(r, w, E):
    """One of the further edits -> (operation, text, keywords, answer), or None where the text does not fit."""
    op = r.choices(list(OPS), list(OPS.values()))[0]
    if KIND.get(op) == 'list':
        l = E.items(r, w, 3, 6)
        src, fmt = E.spread(r, l)
        new = r.choice([r.choice(w.copy), r.choice(w.things), w.name(r)])
        f = r.choice(['%s', '"%s"', '%s'])
        if op == 'lines':
            return op, r.choice([', '.join(l), '; '.join(l), comma(l)]), {}, '\n'.join(l)
        if op == 'semis':
            return op, ', '.join(l), {}, '; '.join(l)
        if op == 'spaces':
            return op, ', '.join(l), {}, ' '.join(l)
        if op == 'additem':
            return op, src, dict(w=f % new), fmt(l + [new])
        if op == 'dropitem':
            x = r.choice(l)
            return op, src, dict(w=f % x), fmt([i for i in l if i != x])
        if op == 'starts':
            c = r.choice(l)[0]
            z = [i for i in l if i[0].lower() == c.lower()]
            return op, src, dict(w=r.choice([f'"{c}"', c.upper(), f'the letter {c}'])), ', '.join(z)
        if op == 'swap2':
            a, b = r.sample(range(len(l)), 2)
            m = list(l)
            m[a], m[b] = m[b], m[a]
            return op, src, dict(a=f % l[a], b=f % l[b]), fmt(m)
        n = sorted(set(map(len, l)))
        if sum(len(i) == n[-1] for i in l) > 1:
            return None
        x = max(l, key=len)
        return op, src, {}, r.choice([x, cap(x) + '.'])
    if KIND.get(op) == 'nums':
        n = list(dict.fromkeys(r.randint(1, r.choice([20, 99, 999])) for _ in range(r.randint(2, 6))))
        src, _ = E.spread(r, [str(i) for i in n])
        x = max(n) if op == 'maxnum' else min(n)
        return op, src, {}, r.choice([str(x), f'{x}.', f'It is {x}.'])
    s = E.line(r, w)
    z = s.split()
    f = r.choice(['"%s"', '%s', '"%s"', 'the word "%s"', "'%s'"])
    new = r.choice([r.choice(w.copy), r.choice(w.things), w.name(r), 'please', 'today', 'now', 'again', 'however', 'yesterday'])
    bare = s.rstrip('.!?')
    if op == 'addend':
        return op, bare, dict(w=f % new), bare + ' ' + new
    if op == 'addfront':
        return op, bare, dict(w=f % new), new + ' ' + bare
    if op == 'dashes':
        t = ' '.join(E.words_of(s)[:6])
        return op, t, {}, '-'.join(t.split())
    if op == 'quote':
        return op, s, {}, f'"{s}"'
    if op in ('exclaim', 'question', 'stop'):
        e = dict(exclaim='!', question='?', stop='.')[op]
        return op, bare if op == 'stop' or r.random() < 0.5 else bare + '.', {}, bare + e
    if op == 'nopunct':
        t = r.choice([s, ', '.join(E.items(r, w, 2, 5)) + '.', r.choice(['Well, ', 'Oh, ', 'Yes, ', 'Look: ', 'Dear {}, '.replace('{}', w.name(r))]) + s])
        a = re.sub(r'\s+', ' ', re.sub(r"[.,;:!?\"()]", '', t)).strip()
        return op, t, {}, a
    if op == 'firstcap':
        t = s[:1].lower() + s[1:]
        return op, t, {}, cap(t)
    if op in ('firstn', 'lastn'):
        z = E.words_of(s)
        if len(z) < 4:
            return None
        k = r.randint(2, min(5, len(z) - 1))
        num = r.choice([str(k), S.NUMS[k - 1]])
        return op, ' '.join(z), dict(k=num), ' '.join(z[:k] if op == 'firstn' else z[-k:])
    if op == 'nthword':
        z = E.words_of(s)[:8]
        i = r.randrange(len(z))
        return op, ' '.join(z), dict(k=str(i + 1), n=ORD[i]), r.choice([z[i], f'"{z[i]}"'])
    if op == 'capword':
        z = [x for x in E.words_of(s) if len(x) > 2 and E.words_of(s).count(x) == 1]
        if not z:
            return None
        x = r.choice(z)
        return op, s, dict(w=f % x), re.sub(rf'\b{re.escape(x)}\b', x.upper(), s)
    if op == 'typos':
        ks = [i for i, x in enumerate(z) if re.fullmatch(r'[a-z]{4,}', x)]
        if not ks:
            return None
        t = list(z)
        for i in r.sample(ks, min(len(ks), r.choice([1, 1, 2]))):
            t[i] = slip(r, t[i])
        return op, ' '.join(t), {}, s
    if op == 'twice':
        t = ' '.join(z[:r.randint(1, 6)])
        return op, t, {}, t + ' ' + t
    if op == 'backwards':
        x = r.choice([r.choice(w.copy), w.name(r)])[:8]
        return op, x, {}, x[::-1] if r.random() < 0.7 else ' '.join(x[::-1].upper())
    t = ' '.join(E.words_of(s)[:5])
    return op, t, {}, ''.join(x[0].upper() for x in t.split())


EVERYDAY = ('please close the door|my sister likes green tea|the cat sleeps on the chair|we will meet at the station|the children play in the yard|i lost my keys again|dinner is ready|it was a long winter|the soup is too hot|let us go home now|bring your own cup|the last train leaves soon|'
            'he writes a letter to his mother|this shirt is still wet|nobody saw the thief|the baker opens early|she wears a red hat|our boat has a hole|do not feed the ducks|the old clock stopped|a bird sat on the wall|my tooth hurts|they built a house of stone|the lake is frozen').split('|')


def phrase(r, w):
    """A short everyday phrase with some of its words exchanged for others."""
    x = r.random()
    if x < 0.4:
        return r.choice(['the', 'a', 'my', 'our', 'this', 'one', 'her', 'every']) + ' ' + r.choice(['old', 'new', 'small', 'green', 'cold', 'quiet', 'heavy', 'young', 'bright', 'lonely', 'wooden', 'happy']) + ' ' + S.noun(r, w, r.choice(['artifact', 'animal', 'food', 'plant', 'person'])) + r.choice(['', ' ' + r.choice(['by', 'in', 'of', 'and', 'under', 'without', 'behind', 'for']) + ' the ' + r.choice(w.copy), ' is ' + r.choice(['here', 'gone', 'late', 'very good', 'too big', 'not mine', 'almost ready'])])
    if x < 0.6:
        return f'{w.name(r)} ' + r.choice(['lives in', 'comes from', 'went to', 'loves', 'wrote from', 'works in']) + f' {w.city(r)}'
    if x < 0.75:
        return r.choice(['I', 'we', 'they', 'you']) + ' ' + r.choice(['need', 'like', 'bought', 'saw', 'drink', 'want', 'found', 'sold', 'eat', 'had']) + ' ' + r.choice(['some ', 'the ', 'a lot of ', 'no ', '']) + r.choice(w.things) + ' ' + r.choice(['today', 'every evening', 'at school', 'in the morning', 'last week', 'together', 'here', 'on Sundays', 'with friends', 'before lunch'])
    z = r.choice(EVERYDAY).split()
    if r.random() < 0.6:
        z[r.randrange(len(z))] = r.choice(w.copy)
    return ' '.join(z)
