#!/usr/bin/env python3
"""Writes unicode_data.inc from the Unicode Character Database.

    make_unicode_data.py FOLDER > unicode_data.inc

FOLDER holds UnicodeData.txt, Scripts.txt and DerivedNormalizationProps.txt (Debian: package unicode-data).
"""
import re
import sys

CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split()


def characters(path):
    """Category, combining class, decomposition and lower case of every listed code point, ranges spread out."""
    first = None
    for line in open(path, encoding="utf-8"):
        field = line.split(";")
        code = int(field[0], 16)
        if field[1].endswith(", First>"):
            first = code
            continue
        for c in range(first if first is not None else code, code + 1):
            yield c, field[2], int(field[3]), field[5], field[13]
        first = None


def listed(path, value):
    """Code point ranges of `value` in a file of 'range ; value' lines."""
    pattern = re.compile(r"^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*" + value + r"\b")
    found = []
    for line in open(path, encoding="utf-8"):
        m = pattern.match(line)
        if m:
            found.append((int(m[1], 16), int(m[2] or m[1], 16)))
    return sorted(found)


def runs(values, default):
    """[(first, value)] wherever the value of range(0x110000) changes."""
    out, last = [], None
    for c in range(0x110000):
        v = values.get(c, default)
        if v != last:
            out.append((c, v))
            last = v
    return out


def table(declaration, rows):
    print(f"inline constexpr {declaration}[] = {{")
    line = "   "
    for row in rows:
        item = " {" + ",".join(f"0x{v:X}" if i == 0 or v > 255 else str(v) for i, v in enumerate(row)) + "},"
        if len(line) + len(item) > 118:
            print(line)
            line = "   "
        line += item
    print(line + "\n};")


def main(folder):
    category, combining, decomposition, compatibility, lower = {}, {}, {}, {}, {}
    for code, cat, ccc, mapping, small in characters(f"{folder}/UnicodeData.txt"):
        category[code] = CATEGORIES.index(cat)
        combining[code] = ccc
        if mapping and not mapping.startswith("<"):
            decomposition[code] = [int(x, 16) for x in mapping.split()]
        elif mapping:
            compatibility[code] = [int(x, 16) for x in mapping.split()[1:]]
        if small:
            lower[code] = int(small, 16)

    def expanded(code):
        parts = compatibility.get(code) or decomposition.get(code)
        return [x for part in parts for x in expanded(part)] if parts else [code]

    def is_compatible(code):
        return code in compatibility or any(is_compatible(part) for part in decomposition.get(code, ()))
    excluded = set()
    for first, last in listed(f"{folder}/DerivedNormalizationProps.txt", "Full_Composition_Exclusion"):
        excluded.update(range(first, last + 1))
    print("// Unicode 15.0, written by make_unicode_data.py. Data: (c) Unicode, Inc., Unicode License.")
    table("struct { std::uint32_t first; std::uint8_t category; } kCategoryRuns", runs(category, CATEGORIES.index("Cn")))
    table("struct { std::uint32_t first; std::uint8_t combining; } kCombiningRuns", runs(combining, 0))
    table("struct { std::uint32_t first, last; } kHan", listed(f"{folder}/Scripts.txt", "Han"))
    table("struct { std::uint32_t code, first, second; bool composes; } kDecompositions",
          [(c, m[0], m[1] if len(m) > 1 else 0, int(c not in excluded)) for c, m in sorted(decomposition.items())])
    text, rows = [], []
    for code in sorted(c for c in category if is_compatible(c)):
        parts = expanded(code)
        rows.append((code, len(text), len(parts)))
        text += parts
    table("struct { std::uint32_t code; std::uint16_t offset; std::uint8_t length; } kCompatibility", rows)
    table("struct { std::uint32_t code; } kCompatibilityText", [(c,) for c in text])
    table("struct { std::uint32_t code, lower; } kLower", sorted(lower.items()))


main(sys.argv[1])
