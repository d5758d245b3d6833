"""How an answer is judged, and how turns become a prompt."""
import re

def words(s):
    return re.findall(r'[a-z0-9]+', s.lower().replace("n't", 'nt'))


def has(out, ans):
    """every part of ANS ("a+b") stands in the answer as whole words, in this order of words"""
    o = ' ' + ' '.join(words(out)) + ' '
    return all(' ' + ' '.join(words(p)) + ' ' in o for p in ans.split('+'))


def plain(s):
    s = re.sub(r'[ \t]+', ' ', s.strip())
    return s.strip('"').strip()


def score(metric, out, answers):
    if metric == 'contains':
        return float(any(has(out, a) for a in answers))
    if metric == 'exact':
        return float(any(plain(out) == plain(a) or (not a.endswith('.') and plain(out).rstrip('.') == plain(a)) for a in answers))
    if metric == 'length':
        return float(len(out) >= int(answers[0]))
    if metric == 'rouge':
        return max(rouge_l(out, a) for a in answers)
    if metric == 'count3':
        return float(sum(has(out, a) for a in answers) >= 3)
    raise ValueError(metric)


def rouge_l(a, b):
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0
    d = [0] * (len(b) + 1)
    for x in a:
        prev = 0
        for j, y in enumerate(b, 1):
            d[j], prev = (prev + 1 if x == y else max(d[j], d[j - 1])), d[j]
    return 2 * d[-1] / (len(a) + len(b))


def prompt(turns):
    s = ''
    for i, t in enumerate(turns):
        s += ('User: ' if i % 2 == 0 else 'Assistant: ') + re.sub(r'\n\s*\n+', '\n', t).strip() + '\n\n'
    return s + 'Assistant:'
