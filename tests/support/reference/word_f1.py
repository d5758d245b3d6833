#!/usr/bin/env python3
"""Words that eddy-reader finds against those of another program: word_f1.py PATH/TO/eddy-reader FILE...

PDF is compared with pdftotext, HTML with the words of Python's own parser.
"""
import collections
import html.parser
import json
import re
import subprocess
import sys


class Text(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.out, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ('script', 'style', 'title')
        self.out.append(' ' if tag not in ('a', 'b', 'i', 'em', 'strong', 'code', 'span', 'tt') else '')

    def handle_endtag(self, tag):
        self.silent -= tag in ('script', 'style', 'title')
        self.out.append(' ' if tag not in ('a', 'b', 'i', 'em', 'strong', 'code', 'span', 'tt') else '')

    def handle_data(self, data):
        if self.silent <= 0:
            self.out.append(data)


def words(text):
    return collections.Counter(re.findall(r'\w+', re.sub(r'-\n', '', text).lower()))


def other(path):
    if path.endswith('.pdf'):
        return subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=True).stdout
    parser = Text()
    parser.feed(open(path, encoding='utf-8', errors='replace').read())
    return ''.join(parser.out)


def main():
    reader, files = sys.argv[1], sys.argv[2:]
    worst, total = 1.0, 0.0
    for path in files:
        lines = subprocess.run([reader, '--', path], capture_output=True, text=True).stdout.splitlines()
        ours = words('\n'.join(json.loads(line).get('text', '') for line in lines))
        theirs = words(other(path))
        common = sum((ours & theirs).values())
        f1 = 2 * common / max(1, sum(ours.values()) + sum(theirs.values()))
        worst, total = min(worst, f1), total + f1
        if len(files) < 30 or f1 < 0.98:
            print(f'{f1:.4f}  {sum(theirs.values())} words  {path}')
    print(f'{len(files)} files, mean {total / len(files):.4f}, worst {worst:.4f}')


if __name__ == '__main__':
    main()
