// Reads code line by line with CodeMirror's stream modes (third_party/codemirror-modes) and says what each piece is.
// Only Eddy's own lexer thread runs this; the code it reads is never run.

const indentUnit = 2;

// What modes are given for one line.
class Stream {
  constructor(string) {
    this.string = string;
    this.pos = 0;
    this.start = 0;
    this.tabSize = 4;
    this.indentUnit = indentUnit;
    this.lastColumnPos = 0;
    this.lastColumnValue = 0;
  }
  eol() { return this.pos >= this.string.length; }
  sol() { return this.pos === 0; }
  peek() { return this.string.charAt(this.pos) || undefined; }
  next() { return this.pos < this.string.length ? this.string.charAt(this.pos++) : undefined; }
  eat(match) {
    const c = this.string.charAt(this.pos);
    const ok = typeof match === "string" ? c === match : c && (match instanceof RegExp ? match.test(c) : match(c));
    if (!ok) return undefined;
    ++this.pos;
    return c;
  }
  eatWhile(match) {
    const from = this.pos;
    while (this.eat(match)) {}
    return this.pos > from;
  }
  eatSpace() {
    const from = this.pos;
    while (/[\s\u00a0]/.test(this.string.charAt(this.pos))) ++this.pos;
    return this.pos > from;
  }
  skipToEnd() { this.pos = this.string.length; }
  skipTo(c) {
    const found = this.string.indexOf(c, this.pos);
    if (found < 0) return undefined;
    this.pos = found;
    return true;
  }
  backUp(n) { this.pos -= n; }
  columnOf(end) {
    let column = 0;
    for (let i = 0; i < end; ++i) column += this.string.charAt(i) === "\t" ? this.tabSize - column % this.tabSize : 1;
    return column;
  }
  column() { return this.columnOf(this.start); }
  indentation() {
    const text = /^\s*/.exec(this.string)[0];
    return this.columnOf(text.length);
  }
  match(pattern, consume, caseInsensitive) {
    if (typeof pattern === "string") {
      const there = this.string.substr(this.pos, pattern.length);
      const same = caseInsensitive ? there.toLowerCase() === pattern.toLowerCase() : there === pattern;
      if (!same) return null;
      if (consume !== false) this.pos += pattern.length;
      return true;
    }
    const found = this.string.slice(this.pos).match(pattern);
    if (!found || found.index > 0) return null;
    if (consume !== false) this.pos += found[0].length;
    return found;
  }
  current() { return this.string.slice(this.start, this.pos); }
}

// The numbers are CodeKind's (app/chat/code_lexer.h). The first entry that a style begins with decides.
const kinds = [
  ["keyword", 1], ["operatorKeyword", 1], ["modifier", 1], ["controlKeyword", 1], ["self", 1], ["tagName", 1], ["tag", 1],
  ["string", 2], ["character", 2], ["link", 2], ["url", 2], ["quote", 2],
  ["comment", 3], ["lineComment", 3], ["blockComment", 3], ["hr", 3],
  ["number", 4], ["atom", 4], ["bool", 4], ["null", 4], ["integer", 4], ["float", 4], ["color", 4], ["unit", 4],
  ["typeName", 5], ["type", 5], ["className", 5], ["namespace", 5], ["variableName.standard", 5], ["builtin", 5],
  ["variableName.function", 6], ["variableName.definition", 6], ["def", 6], ["heading", 6], ["header", 6], ["labelName", 6],
  ["propertyName", 7], ["property", 7], ["attribute", 7], ["variableName.special", 7], ["variableName.constant", 7],
  ["meta", 8], ["processingInstruction", 8], ["annotation", 8], ["documentMeta", 8], ["qualifier", 8],
  ["inserted", 9], ["positive", 9], ["deleted", 10], ["negative", 10],
];
const known = new Map();

function kindOf(style) {
  if (!style) return 0;
  let kind = known.get(style);
  if (kind === undefined) {
    const name = style.split(" ")[0];
    const entry = kinds.find(e => name.startsWith(e[0]));
    kind = entry ? entry[1] : 0;
    known.set(style, kind);
  }
  return kind;
}

function copyOf(state) {
  if (typeof state !== "object" || state === null) return state;
  const copy = {};
  for (const name in state) copy[name] = Array.isArray(state[name]) ? state[name].slice() : state[name];
  return copy;
}

// A line's runs as characters: begin, length, kind, and so on; U+FFFF at the end. Neighbours of one kind are one run.
function readLine(mode, state, line) {
  if (line.length === 0) {
    if (mode.blankLine) mode.blankLine(state, indentUnit);
    return "\uffff";
  }
  const stream = new Stream(line);
  let out = "";
  let begin = 0, kind = 0;
  const put = end => { if (kind > 0) out += String.fromCharCode(begin, end - begin, kind); };
  while (!stream.eol()) {
    stream.start = stream.pos;
    let style = null;
    for (let i = 0; i < 10 && stream.pos === stream.start; ++i) style = mode.token(stream, state);
    if (stream.pos <= stream.start) stream.pos = stream.start + 1;
    const next = kindOf(style);
    if (next !== kind) {
      put(stream.start);
      begin = stream.start;
      kind = next;
    }
  }
  put(Math.min(stream.pos, line.length));
  return out + "\uffff";
}

export function begin(mode) {
  return { mode: mode, state: mode.startState ? mode.startState(indentUnit) : {} };
}

// `open` is read with a copy of the state: it may come again, longer.
export function read(text, lines, open) {
  let out = "";
  for (const line of lines) out += readLine(text.mode, text.state, line);
  const state = text.mode.copyState ? text.mode.copyState(text.state) : copyOf(text.state);
  return out + readLine(text.mode, state, open);
}
