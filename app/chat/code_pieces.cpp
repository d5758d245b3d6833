#include "app/chat/code_pieces.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSaveFile>
#include <algorithm>

#include "app/plain_name.h"

namespace eddy {
namespace {

constexpr int kSlice = 60;  // lines asked for at a time

/// Characters that both begin with; quick where one only goes on.
qsizetype sharedLength(QStringView before, QStringView now) {
  if (now.startsWith(before)) return before.size();
  return std::mismatch(before.cbegin(), before.cend(), now.cbegin(), now.cend()).first - before.cbegin();
}

quint64 freshId() {
  static quint64 last = 0;
  return ++last;
}

}  // namespace

CodePieces::CodePieces(QObject* parent) : QAbstractListModel(parent), m_id(freshId()) {
  connect(&CodeLexer::instance(), &CodeLexer::lexed, this, [this](quint64 id, const std::vector<CodeLine>& runs) {
    if (id == m_id) take(runs);
  });
  connect(&m_block, &FollowedBlock::changed, this, [this] {
    if (m_block.blocks() && m_block.row() >= 0) show(m_block.text());
  });
}

CodePieces::~CodePieces() { CodeLexer::instance().forget(m_id); }

void CodePieces::setBlocks(MessageBlocksModel* blocks) {
  if (blocks == m_block.blocks()) return;
  m_block.setBlocks(blocks);
  emit blocksChanged();
}

void CodePieces::setRow(int row) {
  if (row == m_block.row()) return;
  m_block.setRow(row);
  emit rowChanged();
}

void CodePieces::setCode(const QString& code) {
  if (!m_block.blocks()) show(code);
}

/// Lines that both texts have in common stay as they are, with their pieces and colours.
void CodePieces::show(const QString& code) {
  if (code == m_code) return;
  const auto shared = sharedLength(m_code, code);
  const auto next = std::upper_bound(m_places.begin(), m_places.end(), shared);
  const int line = std::max(0, static_cast<int>(next - m_places.begin()) - 1);
  const auto place = m_places.empty() ? 0 : m_places[static_cast<std::size_t>(line)];
  const auto before = m_shown.value(line);
  const int lines = m_lineEnds;
  m_lineEnds -= static_cast<int>(QStringView(m_code).sliced(place).count(u'\n'));
  m_code = code;
  m_lineEnds += static_cast<int>(QStringView(m_code).sliced(place).count(u'\n'));
  cutOff(line);
  add(QStringView(m_code).sliced(place));
  if (m_sent > (m_shown.value(line) == before ? line + 1 : line)) lexAnew();
  emit codeChanged();
  if (lines != m_lineEnds) emit linesChanged();
  ask();
}

/// Leaves the lines before this one, and the pieces that begin no later: this line comes again at once.
void CodePieces::cutOff(int line) {
  int pieces = rowCount();
  while (pieces > 0 && firstLine(pieces - 1) > line) --pieces;
  if (pieces < rowCount()) {
    beginRemoveRows({}, pieces, rowCount() - 1);
    m_firstLines.resize(static_cast<std::size_t>(pieces));
    endRemoveRows();
  }
  m_shown.resize(line);
  m_places.resize(static_cast<std::size_t>(line));
  m_pieceLength = 0;
  for (int i = pieces > 0 ? firstLine(pieces - 1) : line; i < line; ++i) m_pieceLength += m_shown[i].size() + 1;
}

void CodePieces::add(QStringView code) {
  const auto offset = m_code.size() - code.size();
  const int before = rowCount();
  std::vector<int> first = m_firstLines;
  const auto begin = [&](qsizetype place) {
    const int line = static_cast<int>(m_shown.size());
    if (first.empty() || line - first.back() >= kLines || m_pieceLength >= kCharacters) first.push_back(line), m_pieceLength = 0;
    m_shown += QString();
    m_places.push_back(place);
    ++m_pieceLength;
  };
  begin(offset);
  for (qsizetype i = 0; i < code.size(); ++i) {
    const auto c = code[i];
    if (c == u'\n') {
      begin(offset + i + 1);
      continue;
    }
    if (m_shown.back().size() >= kLongestLine && !c.isLowSurrogate()) begin(offset + i);
    const auto length = m_shown.back().size();
    if (isHiddenMark(c)) m_shown.back() += QStringLiteral("\u27e8U+%1\u27e9").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
    else m_shown.back() += c;
    m_pieceLength += m_shown.back().size() - length;
  }
  if (static_cast<int>(first.size()) > before) {
    beginInsertRows({}, before, static_cast<int>(first.size()) - 1);
    m_firstLines = std::move(first);
    endInsertRows();
  }
  if (before > 0) emit pieceChanged(before - 1);
}

int CodePieces::endLine(int piece) const { return piece + 1 < rowCount() ? firstLine(piece + 1) : static_cast<int>(m_shown.size()); }

QString CodePieces::textOf(int piece) const { return m_shown.mid(firstLine(piece), endLine(piece) - firstLine(piece)).join(u'\n'); }

const CodeLine* CodePieces::runs(int line) const {
  return line >= 0 && line < static_cast<int>(m_runs.size()) ? &m_runs[static_cast<std::size_t>(line)] : nullptr;
}

int CodePieces::countBefore(int line, const QString& words) const {
  int count = 0;
  for (int i = 0; i < line; ++i) count += static_cast<int>(m_shown[i].count(words, Qt::CaseInsensitive));
  return count;
}

void CodePieces::setLanguage(const QString& language) {
  if (language == m_language) return;
  m_language = language;
  lexAnew();
  emit languageChanged();
  ask();
}

QString CodePieces::label() const {
  const auto* known = codeLanguage(m_language);
  return known ? known->label : m_language;
}

QString CodePieces::extension() const {
  const auto* known = codeLanguage(m_language);
  return known ? known->extension : QStringLiteral("txt");
}

void CodePieces::setColoring(bool coloring) {
  if (coloring == m_coloring) return;
  m_coloring = coloring;
  emit coloringChanged();
  ask();
}

void CodePieces::lexAnew() {
  m_stale = m_waiting;
  m_anew = true;
  m_sent = 0;
  m_runs.clear();
  emit colored(0, static_cast<int>(m_shown.size()));
}

/// The next slice of whole lines with the line that is still open, if nothing is under way.
void CodePieces::ask() {
  if (m_waiting || !m_coloring || m_shown.isEmpty() || !codeLanguage(m_language)) return;
  const int whole = static_cast<int>(m_shown.size()) - 1;
  if (!m_anew && (m_sent > whole || (m_sent == whole && m_shown.back() == m_open))) return;
  m_asked = std::min(kSlice, whole - m_sent);
  m_open = m_sent + m_asked == whole ? m_shown.back() : QString();
  m_waiting = true;
  CodeLexer::instance().lex(m_id, m_language, std::exchange(m_anew, false), m_shown.mid(m_sent, m_asked), m_open);
}

void CodePieces::take(const std::vector<CodeLine>& runs) {
  m_waiting = false;
  if (std::exchange(m_stale, false)) return ask();
  const int first = m_sent;
  m_sent += m_asked;
  m_runs.resize(static_cast<std::size_t>(first));
  m_runs.insert(m_runs.end(), runs.begin(), runs.end());
  emit colored(first, static_cast<int>(m_runs.size()));
  ask();
}

void CodePieces::copy() const { QGuiApplication::clipboard()->setText(m_code); }

QString CodePieces::saveTo(const QUrl& url) const {
  QSaveFile file(url.toLocalFile());
  auto bytes = m_code.toUtf8();
  if (!bytes.endsWith('\n')) bytes += '\n';
  const bool done = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
  return done ? QString() : tr("The file could not be written: %1").arg(file.errorString());
}

}  // namespace eddy
