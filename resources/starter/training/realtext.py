#!/usr/bin/env python3
"""From the documents of corpus.py: tasks made of real pairs, questions on real sentences, splits, one text file a category.

    realtext.py DOCS_DIR PACKAGES_DIR OUT_DIR

Writes OUT_DIR/<category>.txt (documents separated by byte 0), OUT_DIR/val_<name>.txt, OUT_DIR/synopses.json (300 held-out
package descriptions) and OUT_DIR/real.json (sentences, words, definitions, paragraphs and questions for chats.py).
A document is held out by a hash of its id, a package description by its text family: about 2 %.
"""
import collections
import glob
import hashlib
import json
import os
import random
import re
import sys

import chats as C
from slots import a_an, cap

DOCS, PK, OUT = sys.argv[1:4]
os.makedirs(OUT, exist_ok=True)
R = random.Random(7)
train, val = collections.defaultdict(list), collections.defaultdict(list)


def h(s, n):
    return int(hashlib.md5(s.encode()).hexdigest(), 16) % n


def load(n):
    f = f'{DOCS}/{n}.jsonl'
    return [json.loads(l) for l in open(f)] if os.path.exists(f) else []


def sent(p):
    return re.split(r'(?<=[.!?]) +(?=[A-Z"(])', p)


def fin(s):
    return cap(s.strip().rstrip('.')) + '.'


def ask(qs):
    return C.casual(R, R.choice(qs), slips=R.random() < 0.3)


chat = C.render
real = dict(sentences=[], words=[], defs=[], docqa=[], paras=[], prose=[], nouns={})
pairs = []          # [kind, text, answer]: chats.py asks for the answer in many ways


# ------------------------------------------------------------------ questions on real sentences
NPX = r'(?:The|A|An|This|Each|Every) [a-z][\w-]*(?: [a-z][\w-]*){0,4}|[A-Z][\w.+-]{2,}(?: [A-Z][\w.+-]+)?'
DOES = 'provides|contains|uses|returns|sets|controls|specifies|allows|describes|requires|supports|creates|represents|shows|displays|defines|includes|holds|stores|reads|writes|removes|checks|handles|prints|enables|lists|offers|means|produces|takes|accepts|gives|changes|determines|prevents|starts|sends|keeps|makes|adds|covers|explains'
BASE = {v: v[:-2] if re.search(r'(sh|ch|ss|x)es$', v) else v[:-3] + 'y' if v.endswith('ies') else v[:-1] for v in DOES.split('|')}
BAD = {'This', 'It', 'There', 'These', 'That', 'If', 'They', 'Here', 'You', 'We', 'What', 'When', 'Which', 'He', 'She', 'Note', 'Then', 'And', 'But', 'For', 'In', 'Who', 'All', 'Each', 'One', 'Since', 'While', 'As', 'So', 'By', 'To', 'See'}


def low(np):
    return np[:1].lower() + np[1:] if re.match(r'(The|A|An|This|Each|Every) ', np) else np


def questions(s):
    """[(questions, answers)] that one sentence answers"""
    out = []
    m = re.match(rf'({NPX}) (is|are) (an? [^.;:()]{{12,110}}|the [^.;:()]{{12,110}})\.$', s)
    if m and m.group(1) not in BAD:
        n, v = low(m.group(1)), m.group(2)
        out.append(([f'What {v} {n}?', f'What {v} {n}, according to this?', f'Explain what {n} {v}.', f'Tell me what {n} {v}.', f'How does the text describe {n}?'], [s, cap(m.group(3)) + '.']))
    m = re.match(rf'({NPX}) ({DOES}) ([^.;:]{{8,130}})\.$', s)
    if m and m.group(1) not in BAD:
        n, v = low(m.group(1)), m.group(2)
        out.append(([f'What does {n} {BASE[v]}?', f'What is it that {n} {v}?', f'What exactly does {n} {BASE[v]}?', f'Do you know what {n} {v}?', f'Tell me what {n} {v}.'], [cap(m.group(3)) + '.' if not re.match(r'(to|that|for|you|whether|how) ', m.group(3)) else s, s]))
    m = re.match(rf'({NPX}) (is|are) used (to|for) ([^.;:]{{8,110}})\.$', s)
    if m and m.group(1) not in BAD:
        n, v = low(m.group(1)), m.group(2)
        out.append(([f'What {v} {n} used for?', f'What {v} {n} for?', f'What do people use {n} for?', f'What is the purpose of {n}?', f'Why would one use {n}?'], [cap(m.group(3)) + ' ' + m.group(4) + '.', s]))
    m = re.match(r'(?:If|When) ([^,.;:]{10,90}), (?:then )?([^.;:]{10,110})\.$', s)
    if m:
        out.append(([f'What happens if {m.group(1)}?', f'What happens when {m.group(1)}?', f'And if {m.group(1)}?', f'What if {m.group(1)}?'], [cap(m.group(2)) + '.', s]))
    m = re.match(r'To ([a-z]+ [^,.;:]{6,70}), ([a-z][^.;:]{8,110})\.$', s)
    if m and m.group(1).split()[0] not in ('be', 'this', 'the'):
        out.append(([f'How do I {m.group(1)}?', f'How can I {m.group(1)}?', f'What must I do to {m.group(1)}?', f'I want to {m.group(1)}.', f'What is the way to {m.group(1)}?'], [cap(m.group(2)) + '.', s]))
    m = re.match(r'You can ([a-z]+ [^.,;:]{6,60}) (by|with|using) ([^.;:]{5,80})\.$', s)
    if m:
        out.append(([f'How can I {m.group(1)}?', f'How do I {m.group(1)}?', f'By what means can I {m.group(1)}?', f'Is there a way to {m.group(1)}?'], [cap(m.group(2)) + ' ' + m.group(3) + '.', s]))
    m = re.match(rf'({NPX}) (?:is|are) (?:also )?called ([^.;:,]{{3,50}})\.$', s)
    if m and m.group(1) not in BAD:
        out.append(([f'What is {low(m.group(1))} called?', f'What do people call {low(m.group(1))}?'], [cap(m.group(2)) + '.', s]))
    m = re.match(rf'({NPX}) (was|were) (founded|released|written|created|introduced|built|added|published|born|invented|developed|discovered|made) (in \d{{4}}|by [A-Z]\w+(?: [A-Z][\w.]+){{0,2}})\b[^.]*\.$', s)
    if m and m.group(1) not in BAD:
        n, x = low(m.group(1)), m.group(4)
        out.append(([f'{"When" if x.startswith("in") else "By whom"} {m.group(2)} {n} {m.group(3)}?', f'{"In which year" if x.startswith("in") else "Who was it that"} {m.group(2) + " " + n + " " + m.group(3) if x.startswith("in") else m.group(3) + " " + n}?'], [cap(x) + '.', s]))
    return out


def mine(text, share=1.0):
    for p in text.split('\n'):
        if not 80 <= len(p) <= 900 or R.random() > share:
            continue
        ss = sent(p)
        qa = []
        for i, s in enumerate(ss):
            for q in questions(s):
                qa.append((i, q))
        if qa:
            i, q = R.choice(qa)
            a, b = max(0, i - R.randint(0, 2)), i + 1 + R.randint(0, 2)
            t = ' '.join(ss[a:b])
            if t.count('?') == 0 and len(t) > 60:
                real['docqa'].append(dict(text=t, qa=[q]))


# ------------------------------------------------------------------ package descriptions -> synopsis
desc = load('descriptions')
fam = lambda d: re.sub(r'[\d\W]+', '', d['text'].lower())[:200]
stems = lambda s: {x[:5] for x in re.findall(r'[a-z0-9]{3,}', s.lower())} - {'for', 'and', 'the', 'with', 'from', 'packa', 'libra', 'docum', 'files', 'devel'}
kept = lambda d: len(stems(d['syn']) & stems(d['text'])) >= 0.6 * len(stems(d['syn'])) or h(d['id'] + d['syn'], 5) == 0    # most of the line's words stand in the text
good = lambda d: 150 <= len(d['text']) <= 2400 and len(d['syn'].split()) >= 3
near = {(d['id'], d['text']) for d in load('descriptions-first')}     # a first run's, so that what is held out stays the same
for d in desc:
    d['test'] = h(fam(d), 40) == 0
    d['far'] = bool(near) and (d['id'], d['text']) not in near
trainpara = {p for d in desc if not d['test'] and not d['far'] for p in d['paras'] if len(p) > 60}
cand = []
for d in desc:
    pk = d['id'][4:]
    if d['far']:
        continue
    if d['test']:
        if good(d) and not d['dup'] and not any(p in trainpara for p in d['paras']):
            cand.append(d)
        continue
    if d['dup']:
        if h(d['id'], 6) == 0:
            train['desc'].append(f'{pk}: {d["syn"]}\n{d["text"]}')
        continue
    if good(d) and kept(d):
        pairs.append(['line', d['text'], fin(d['syn'])])
    if h(d['id'], 2):
        train['desc'].append(d['text'])
    first = sent(d['paras'][0])[0]
    if R.random() < 0.3:
        a = fin(d['syn']) + (' ' + first if 30 < len(first) < 220 and R.random() < 0.4 else '')
        train['know'].append(chat([(ask([f'What is the package {pk}?', f'What does the package {pk} contain?', f'Tell me about the Debian package {pk}.', f'What is {pk}?']), a)]))
    mine(d['text'], 0.7)
# other collections describe the same programs: nothing that shares ten words in a row, or the name, with a held-out text
grams = lambda t: {tuple(z[i:i + 10]) for z in [re.findall(r'[a-z0-9]+', t.lower())] for i in range(len(z) - 9)}
bare = lambda i: re.sub(r'^(lib|python3?-|ruby-|node-|perl-|r-cran-|golang-|haskell-)|(-dev|-doc|-perl|\d*)$', '', i.split(':', 1)[1].lower())
held, names, common = set().union(*(grams(d['text'] + ' . ' + d['syn']) for d in cand)), {bare(d['id']) for d in cand}, set()
for d in desc:
    if not d['test'] and not d.get('far'):
        common |= grams(d['text']) & held
held -= common
met, more = {fam(d) for d in desc if not d.get('far')}, 0
for d in [d for d in desc if d.get('far')] + load('ports'):
    if d['id'].startswith('deb:') and (d['test'] or d['dup']) or fam(d) in met or not 110 <= len(d['text']) <= 2400 or len(d['syn'].split()) < 3:
        continue
    if h(fam(d), 40) == 0 or bare(d['id']) in names or grams(d['text']) & held:
        continue
    met.add(fam(d))
    if h(d['id'], 2):
        train['desc'].append(d['text'])
    if kept(d):
        more += 1
        pairs.append(['line' if d['id'].startswith('deb:') else 'other', d['text'], fin(d['syn'])])
    mine(d['text'], 0.4)
print('further descriptions', more)
cand.sort(key=lambda d: h(d['id'], 1 << 64))       # the same 300 whatever else is read
for d in cand[:1500]:
    val['sum'].append(chat([(C.sumlay(R, R.choice(C.SUMQ), d['text']), fin(d['syn']))]))
syn = [dict(kind='synopsis', prompt=f'User: Summarize this text in one line.\n{d["text"]}\n\nAssistant:', ref=fin(d['syn']), lead=sent(d['paras'][0])[0], id=d['id']) for d in cand[:300]]
json.dump(syn, open(f'{OUT}/synopses.json', 'w'), ensure_ascii=False)
print('descriptions', len(pairs), 'held out', len(cand))

# ------------------------------------------------------------------ manual pages
total = 0
for d in load('manpages'):
    name = d['names'].split(',')[0]
    sec = d['id'].rsplit('.', 1)[-1]
    txt = '\n'.join(d['desc'])[:1500]
    if h(d['id'], 50) == 0:
        val['man'].append(d['text'][:6000])
        continue
    if total < 20e6:
        t = d['text'][:12000]
        train['man'].append(t)
        total += len(t)
    if len(txt) > 200 and len(d['syn'].split()) > 3:
        pairs.append(['man', txt, fin(d['syn'])])
    if sec[:1] in '168':
        train['know'].append(chat([(ask([f'What does the command {name} do?', f'What is {name} for?', f'What does {name} do?', f'Explain the command "{name}".']), R.choice([f'{name}: {d["syn"]}.', fin(d['syn'])]))]))
    mine(d['text'], 0.5)

# ------------------------------------------------------------------ running text
freq = collections.Counter()
plain = lambda p: re.sub(r'\W+', ' ', p.lower()).strip()
heldpara = {plain(p) for f in glob.glob(f'{OUT}/val_*.txt') for t in open(f).read().split('\0') for p in t.split('\n') if len(p) > 60}
skip = {'descriptions', 'descriptions-first', 'ports', 'manpages', 'wordnet', 'gcide', 'foldoc', 'jargon', 'vera'}
for f in sorted(glob.glob(f'{DOCS}/*.jsonl')):
    n = os.path.basename(f)[:-6]
    if n in skip:
        continue
    cat = n if n in ('books', 'games') else 'docs'
    ds = load(n)
    R.shuffle(ds)
    size = 0
    for d in ds:
        t = d['text']
        if d['id'].startswith('es:'):
            t = t.replace('\n', '\n\n')
        if h(d['id'], 50) == 0:
            val[cat].append(t[:8000])
            continue
        if cat == 'docs':
            t = '\n\n'.join(p for p in t.split('\n\n') if not any(plain(l) in heldpara for l in p.split('\n') if len(l) > 60))
        size += len(t)
        if size > dict(docs=16e6).get(cat, 9e6):
            break
        train[cat].append(t)
        if len(train[cat]) % 3 == 0:
            freq.update(re.findall(r'[a-z]+', t.lower()))
        ps = t.split('\n\n')
        for p in ps:
            if cat != 'docs' and R.random() < 0.5:
                continue
            if cat != 'docs' and 150 < len(p) < 900 and R.random() < 0.5:
                real['prose'].append(p.replace('\n', ' '))
            if 200 < len(p) < 1600 and R.random() < 0.08:
                real['paras'].append(p.replace('\n', ' '))
            for s in sent(p)[:6]:
                if 15 < len(s) < 80 and R.random() < 0.12 and re.fullmatch(r"[A-Z][\w ,'-]+\.", s) and not re.search(r'\b[A-Z]{2}', s):
                    real['sentences'].append(s)
            m = re.match(r'^([A-Z][^\n.?!]{8,70})\n([A-Z][^\n]{180,900}[.!])$', p)
            if m and cat == 'docs' and R.random() < 0.6:
                pairs.append(['title', m.group(2), m.group(1).strip()])
        mine(t, 0.5 if cat == 'docs' else 0.3)
        big = [p for p in ps if len(p) > 150 and '\n' not in p]
        if cat == 'docs' and 3 <= len(big) <= 6 and R.random() < 0.6:
            pts = [sent(p)[0] for p in big]
            if all(30 < len(p) < 170 for p in pts) and sum(map(len, big)) < 2600:
                pairs.append(['points', '\n'.join(big), '\n'.join('- ' + p for p in pts)])
print('running text', {k: round(sum(map(len, v)) / 1e6, 1) for k, v in train.items()}, 'questions', len(real['docqa']))

# ------------------------------------------------------------------ dictionaries
first_sense, wn = {}, {}
for d in load('wordnet'):
    wn[d['id'][3:]] = d
for pos in ('noun', 'verb', 'adj', 'adv'):
    for f in glob.glob(f'{PK}/wordnet-base/usr/share/wordnet/index.{pos}'):
        for line in open(f):
            if line.startswith('  '):
                continue
            z = line.split()
            k = int(z[3])
            first_sense.setdefault(z[0].replace('_', ' '), []).append((pos, int(z[5 + k]), f'{pos}:{z[6 + k]}'))     # tagged count, synset
POSN = dict(noun='noun', verb='verb', adj='adjective', adv='adverb')
for d in wn.values():
    (val if h(d['id'], 60) == 0 else train)['dict'].append(d['text'])
    for e in d['ex']:
        e = e.strip('"')
        if 15 < len(e) < 70 and re.fullmatch(r"[A-Za-z][\w ,'-]+", e) and R.random() < 0.5:
            real['sentences'].append(cap(e) + '.')
words = [w for w in first_sense if re.fullmatch(r'[a-z]{2,}( [a-z]+)?', w)]
words = [w for w in words if freq[w.split()[-1]] >= 2 or max(s[1] for s in first_sense[w]) > 0]
for w in words:
    pos, tag, key = max(first_sense[w], key=lambda s: s[1])
    d = wn.get(key)
    if not d:
        continue
    test = h('word:' + w, 50) == 0
    g = re.sub(r'^\([^)]*\) *', '', d['gloss']).split(';')[0].strip()
    common = freq[w] >= 8 or tag > 1
    if common and not test and len(g) < 110:
        real['defs'].append([w, R.choice([f'"{cap(w)}" means: {g}.', cap(g) + '.', f'{cap(w)} ({POSN[pos]}): {g}.'])])
    if not common and R.random() < 0.6:
        continue
    out, x = [], R.random()
    syns = [s for s in d['words'] if s.lower() != w and s.islower()]
    if x < 0.25 and syns:
        out.append((ask([f'Give me a synonym of "{w}".', f'What is another word for "{w}"?', f'Synonym for {w}?', f'Which word means the same as "{w}"?', f'What else can I say for {w}?']), R.choice([f'A synonym of "{w}" is "{syns[0]}".', f'{cap(syns[0])}.'])))
    elif x < 0.4 and any(w in e for e in d['ex']):
        e = [e for e in d['ex'] if w in e][0]
        out.append((ask([f'Use "{w}" in a sentence.', f'Give me a sentence with the word "{w}".', f'Example sentence for "{w}"?', f'How is the word {w} used?']), cap(e.strip('"')) + '.'))
    else:
        out.append((ask([f'What does "{w}" mean?', f'What does {w} mean?', f'Define {w}.', f'Define "{w}".', f'What is the meaning of "{w}"?', f'Explain the word "{w}".', f'meaning of {w}'] + ([f'What is {a_an(w)}?'] if pos == 'noun' else [])), R.choice([f'"{cap(w)}" means: {g}.', cap(g) + '.', f'{cap(w)} ({POSN[pos]}): {g}.'])))
    (val if test else train)['know'].append(chat(out))
for n in ('foldoc', 'jargon', 'vera'):
    for d in load(n):
        p = re.sub(r'^(<[^>]*> *|\([^)]{0,40}\) *|\[[^]]*\] *|\d\. *)+', '', d['paras'][0])
        s = sent(p)
        a = s[0] if len(s[0]) > 60 or len(s) < 2 else ' '.join(s[:2])
        test = h(d['id'], 50) == 0
        (val if test else train)['dict'].append(d['text'])
        if 30 < len(a) < 350 and len(d['word']) > 1 and not test:
            train['know'].append(chat([(ask([f'What is {d["word"]}?', f'What does "{d["word"]}" mean?', f'Explain {d["word"]}.', f'{d["word"]}?']) if n != 'jargon' else f'What does "{d["word"]}" mean among hackers?', cap(a.rstrip('.')) + '.')]))
        if not test:
            mine(d['text'])
keep = [d for d in load('gcide') if freq[d['word'].lower()] >= 6]
R.shuffle(keep)
for d in keep[:12000]:
    (val if h(d['id'], 60) == 0 else train)['dict'].append(d['text'])
LEX = {5: 'animal', 6: 'artifact', 13: 'food', 18: 'person', 20: 'plant'}
kinds = {}
for line in open(f'{PK}/wordnet-base/usr/share/wordnet/data.noun'):
    z = line.split()
    if len(z) > 6 and z[1].isdigit() and int(z[1]) in LEX:
        kinds[f'noun:{z[0]}'] = LEX[int(z[1])]
for w in words:
    pos, tag, key = max(first_sense[w], key=lambda x: x[1])
    k = kinds.get(key)
    f = freq[w] if ' ' not in w else min(freq[x] for x in w.split())
    if k and pos == 'noun' and f >= 2 and 3 <= len(w) <= 18 and not w.endswith(('ness', 'ment', 'ings', 'tion')) and h('word:' + w, 50):
        real['nouns'].setdefault(k, []).append(w)
common = [w for w, n in freq.most_common(40000) if 3 <= len(w) <= 12 and n >= 12 and w in first_sense]
real['copy'] = common[:9000]
print('nouns', {k: len(v) for k, v in real['nouns'].items()}, 'copy words', len(real['copy']))
real['words'] = sorted(w for w in words if ' ' not in w and freq[w] >= 60 and 3 <= len(w) <= 9)[::1]
R.shuffle(real['words'])
real['words'] = real['words'][:3500]
for k, cap_ in dict(sentences=40000, defs=14000, docqa=50000, paras=14000, prose=9000).items():
    R.shuffle(real[k])
    real[k] = real[k][:cap_]
json.dump(pairs, open(f'{OUT}/pairs.json', 'w'), ensure_ascii=False)
json.dump(real, open(f'{OUT}/real.json', 'w'), ensure_ascii=False)
print('real', {k: len(v) for k, v in real.items()})
for split, d in (('', train), ('val_', val)):
    for k, v in d.items():
        R.shuffle(v)
        b = b'\0'.join(x.strip('\n ').encode() + (b'\n\n' if k in ('sum', 'know') else b'') for x in v if x.strip())
        open(f'{OUT}/{split}{k}.txt', 'wb').write(b)
        print(split or 'train', k, len(v), f'{len(b) / 1e6:.1f} MB')
