#!/usr/bin/env python3
"""Facts planted at ten depths of a text, asked with eddy-cli from memory, from passages and from both: the table of docs/benchmarks.md.

    recall_depths.py PATH/TO/eddy-cli [TEXT_KB ...] [--model FILE]
"""
import json
import os
import subprocess
import sys
import tempfile

FACTS = [
    ('Henrik sold his boat to Yusuf for 8,000 crowns.', 'Who bought the boat?', 'yusuf'),
    ('The old tower was completed in 1887.', 'In what year was the tower completed?', '1887'),
    ('The printer stands on the second floor beside the kitchen.', 'On which floor is the printer?', 'second'),
    ('Marta plays the violin in the town orchestra.', 'Which instrument does Marta play?', 'violin'),
    ('The library is closed during July.', 'In which month is the library closed?', 'july'),
    ('The blue key opens the garden shed.', 'Which key opens the garden shed?', 'blue'),
    ('Doctor Okafor works in Lisbon.', 'In which city does Doctor Okafor work?', 'lisbon'),
    ('Admission to the museum is 14 euros.', 'How much is admission to the museum?', '14'),
    ('The final match will be played in Leeds.', 'Where will the final match be played?', 'leeds'),
    ('The ferry to the island runs every forty minutes.', 'How often does the ferry run?', 'forty'),
]
FILLER = [
    'The wind turned at noon and the fields lay quiet under a grey sky.', 'Somebody had left a ladder against the wall of the barn.',
    'Nothing much happened that week, and nobody was surprised.', 'The road bends twice before it reaches the bridge.',
    'A dog barked somewhere behind the hedge and then was silent.', 'They talked about the weather until the kettle boiled.',
    'In the evening the lamps along the street came on one by one.', 'The meadow was full of thistles that nobody had cut.',
]


def text(kilobytes):
    parts = []
    size = i = 0
    while size < kilobytes * 1000:
        paragraph = ' '.join(FILLER[(i * 5 + j * 3) % len(FILLER)] for j in range(4)) + f' That was page note {i}.'
        parts.append(paragraph)
        size += len(paragraph)
        i += 1
    for n, (fact, _, _) in enumerate(FACTS):
        at = (2 * n + 1) * len(parts) // (2 * len(FACTS))
        parts[at] += ' ' + fact
    return '\n\n'.join(parts)


def main():
    words = sys.argv[1:]
    model = []
    if '--model' in words:
        at = words.index('--model')
        model = words[at:at + 2]
        del words[at:at + 2]
    cli, sizes = words[0], [int(w) for w in words[1:]] or [4, 32]
    print('| text | tokens | from | ' + ' | '.join(f'{10 * n + 5} %' for n in range(10)) + ' | right |')
    print('|' + '---|' * 14)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'text.txt')
            with open(path, 'w') as f:
                f.write(text(size))
            for mode in ('memory', 'passages', 'both'):
                asked = [w for _, question, _ in FACTS for w in ('--ask', question)]
                out = subprocess.run([cli, 'read', path, '--json', '--from', mode, '--max-tokens', '40'] + model + asked, capture_output=True, text=True)
                if out.returncode:
                    sys.exit(out.stderr)
                answers = json.loads(out.stdout)
                right = [key in a['answer'].lower() for a, (_, _, key) in zip(answers['answers'], FACTS)]
                tokens = answers.get('reading', {}).get('tokens', '-')
                print(f'| {size} KB | {tokens} | {mode} | ' + ' | '.join('yes' if r else 'no' for r in right) + f' | {sum(right)} of 10 |', flush=True)


if __name__ == '__main__':
    main()
