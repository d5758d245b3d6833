#include "app/chat/spoken_text.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>
#include <algorithm>

#include "app/chat/markdown_blocks.h"

namespace eddy {
namespace {

constexpr qsizetype kLongestSentence = 2000;
const QString kThink = QStringLiteral("<think>"), kThinkEnd = QStringLiteral("</think>");

bool hasLetter(QStringView text) {
  return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// "J.", "Dr.", "2.": a full stop that ends no sentence.
bool endsShort(QStringView sentence) {
  static const QRegularExpression kShort(
      QStringLiteral("(^\\s*\\d+|(^|[\\s(])(\\p{L}|Mr|Mrs|Ms|Dr|Prof|St|Nr|No|Mme|Sra?|e\\.g|i\\.e|z\\. ?B|d\\. ?h|p\\. ?ex|vs|ca|cf|bzw))\\.\\s*$"));
  return kShort.match(sentence.toString()).hasMatch();
}

/// The words of a block's HTML, which has no attributes with ">" in them.
QString wordsOf(QString html) {
  static const QRegularExpression kBreak(QStringLiteral("<(br|/li|/p|/tr|/td|/th)\\b[^>]*>")), kTag(QStringLiteral("<[^>]*>"));
  html.replace(kBreak, QStringLiteral(" ")).replace(QLatin1String("<sup>"), QLatin1String("^")).replace(QLatin1String("<sub>"), QLatin1String("_"));
  html.remove(kTag);
  return html.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">"))
      .replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&amp;"), QLatin1String("&"));
}

/// Without Markdown. `inside` a line nothing begins a list, a heading or a quote.
QString plain(const QString& markdown, bool inside) {
  const QChar guard(0x2060);
  static const QRegularExpression kNumber(QStringLiteral("^\\s*(\\d+[.)])\\s+"));
  if (const auto number = kNumber.match(markdown); !inside && number.hasMatch())
    return number.captured(1) + u' ' + plain(markdown.sliced(number.capturedEnd()), true);
  QStringList parts;
  for (const auto& block : parseMarkdown((inside ? guard + markdown.trimmed() : markdown.trimmed()).toUtf8()))
    parts += block.type == MarkdownBlockType::Code ? block.text : wordsOf(block.text);
  auto text = parts.join(u' ');
  text.remove(guard).remove(QStringLiteral("**"));  // emphasis over several sentences is opened in one and closed in another
  return text.simplified();
}

}  // namespace

QStringList SpokenText::feed(const QString& markdown) {
  m_pending += markdown;
  while (takeLine(false)) {}
  return std::exchange(m_out, {});
}

QStringList SpokenText::beginThinking() { return feed(kThink); }

QStringList SpokenText::end() {
  while (!m_pending.isEmpty() && takeLine(true)) {}
  if (m_part == Part::Code) endCode();
  if (m_part == Part::Formula) say(plain(m_formula, false));
  auto rest = std::move(m_out);
  *this = {};
  return rest;
}

/// Takes a line, or the beginning of one. False when more has to come first.
bool SpokenText::takeLine(bool last) {
  if (m_part == Part::Thinking) return takeThinking() || (last && !std::exchange(m_pending, {}).isEmpty());
  const auto end = m_pending.indexOf(u'\n');
  const bool whole = end >= 0 || last;
  const auto line = end < 0 ? m_pending : m_pending.first(end);
  const auto start = line.trimmed();
  if (m_part == Part::Text && !m_inside && start.startsWith(kThink)) {
    m_pending.remove(0, m_pending.indexOf(kThink) + kThink.size());
    m_part = Part::Thinking;
    m_count = 0;
    say(tr("Thinking."));
    return true;
  }
  static const QRegularExpression kFence(QStringLiteral("^ {0,3}(`{3,}|~{3,})[ \\t]*([^`\\s]*)[^`]*$"));
  static const QRegularExpression kUnclear(QStringLiteral("^\\s*(`{0,2}|`{3,}.*|~.*|\\|.*|\\$(\\$.*)?|\\\\(\\[.*)?|[-=*_#>+\\s]*|\\d+[.)]?)$"));
  const bool clear = whole || m_inside || (!kUnclear.match(line).hasMatch() && !kThink.startsWith(start));
  if (!clear || (!whole && m_part != Part::Text)) return false;
  if (m_part == Part::Code) takeCode(line);
  else if (m_part == Part::Formula) takeFormula(line);
  else if (m_inside) takeSentences(line, whole);
  else if (const auto fence = kFence.match(line); whole && fence.hasMatch()) beginCode(fence.captured(1), fence.captured(2));
  else if (whole && (start.startsWith(u"$$") || start.startsWith(u"\\["))) takeFormula(line);
  else if (whole && start.startsWith(u'|')) takeRow(start);
  else takeSentences(line, whole);
  if (!whole) return false;
  m_pending.remove(0, end < 0 ? m_pending.size() : m_pending.indexOf(u'\n') + 1);
  m_inside = false;
  return !m_pending.isEmpty();
}

bool SpokenText::takeThinking() {
  static const QRegularExpression kBlank(QStringLiteral("\\s+"));
  const auto end = m_pending.indexOf(kThinkEnd);
  // Of a beginning of the end tag the rest may be still to come, and so it may of a word.
  const auto taken = end >= 0 ? end : std::max<qsizetype>(m_pending.lastIndexOf(kBlank), 0);
  m_count += static_cast<int>(m_pending.first(taken).split(kBlank, Qt::SkipEmptyParts).size());
  if (end < 0) {
    m_pending.remove(0, taken);
    return false;
  }
  m_pending.remove(0, end + kThinkEnd.size());
  m_part = Part::Text;
  say(tr("Thought about it in %n words.", "", m_count));
  return true;
}

void SpokenText::beginCode(const QString& fence, const QString& language) {
  m_part = Part::Code;
  m_fence = fence;
  m_language = language;
  m_count = 0;
}

void SpokenText::takeCode(const QString& line) {
  const auto text = line.trimmed();
  const bool closes = text.size() >= m_fence.size() && text.count(m_fence.at(0)) == text.size();
  if (closes) endCode();
  else ++m_count;
}

void SpokenText::endCode() {
  m_part = Part::Text;
  say(m_language.isEmpty() ? tr("Code block, %n lines.", "", m_count) : tr("Code block in %1, %n lines.", "", m_count).arg(m_language));
}

void SpokenText::takeFormula(const QString& line) {
  const bool opens = m_part != Part::Formula;
  m_part = Part::Formula;
  m_formula = opens ? line : m_formula + u'\n' + line;
  const auto text = m_formula.trimmed();
  const bool closed = text.startsWith(u"$$") ? text.size() > 3 && text.endsWith(u"$$") : text.endsWith(u"\\]");
  if (!closed) return;
  m_part = Part::Text;
  say(plain(text, false));
}

void SpokenText::takeRow(const QString& line) {
  static const QRegularExpression kRule(QStringLiteral("^[|:\\- \\t]+$"));
  if (kRule.match(line).hasMatch()) return;
  QStringList cells;
  for (const auto& cell : line.split(u'|', Qt::SkipEmptyParts))
    if (const auto text = plain(cell, true); !text.isEmpty()) cells += text;
  say(cells.join(QStringLiteral(", ")));
}

void SpokenText::takeSentences(const QString& line, bool whole) {
  QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, line);
  qsizetype from = 0;
  for (auto to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
    // Whether a full stop ended anything shows when the next letter is there.
    if (!whole && !hasLetter(QStringView(line).sliced(to))) break;
    const auto sentence = line.sliced(from, to - from);
    if (to < line.size() && (endsShort(sentence) || !hasLetter(sentence))) continue;
    say(plain(sentence, std::exchange(m_inside, true)));
    from = to;
  }
  // One that never ends is said in parts.
  const auto blank = whole || line.size() - from < kLongestSentence ? -1 : line.lastIndexOf(u' ');
  if (blank > from) {
    say(plain(line.sliced(from, blank - from), std::exchange(m_inside, true)));
    from = blank;
  }
  if (!whole) m_pending.remove(0, from);
}

void SpokenText::say(const QString& text) {
  if (hasLetter(text)) m_out += text;
}

}  // namespace eddy
