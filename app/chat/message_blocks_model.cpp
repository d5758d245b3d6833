#include "app/chat/message_blocks_model.h"

#include <algorithm>

#include "app/chat/markdown_marks.h"

namespace eddy {
namespace {

constexpr qsizetype kWindow = 4 * kLongestOpen;  // bytes that are parsed at once; only a longer code block makes it larger

MarkdownBlock codeOf(const AnswerSection& section) {
  const bool json = section.text.startsWith('{') || section.text.startsWith('[');
  const int origin = section.kind == SectionKind::ToolCall ? ToolCall : section.kind == SectionKind::ToolResult ? ToolResult : BareJson;
  return {.type = MarkdownBlockType::Code, .text = QString::fromUtf8(section.text), .language = json ? QStringLiteral("json") : QString(), .level = origin};
}

/// What a block that grows does not change makes no binding look again, frame after frame.
QList<int> changedRoles(const MarkdownBlock& now, const MarkdownBlock& next) {
  using Model = MessageBlocksModel;
  QList<int> roles;
  if (now.text != next.text) roles << Model::TextRole << Qt::DisplayRole;
  if (now.text.size() != next.text.size()) roles << Model::LengthRole;
  if (now.language != next.language) roles << Model::LanguageRole;
  if (now.level != next.level) roles << Model::LevelRole;
  return roles;
}

}  // namespace

MessageBlocksModel::MessageBlocksModel(QObject* parent) : QAbstractListModel(parent) {}

const std::vector<MarkdownBlock>& MessageBlocksModel::blocks() const {
  auto& self = const_cast<MessageBlocksModel&>(*this);  // what was put off is done now; no view has seen anything else
  self.m_seen = true;
  if (!m_waiting) return m_blocks;
  self.m_source = std::exchange(m_waiting, std::nullopt)->toUtf8();
  auto parsed = parse(m_source, m_begin);
  self.m_blocks = std::move(parsed.blocks);
  self.m_settled = parsed.length;
  self.m_settledRows = parsed.settled;
  self.m_openCode = parsed.code;
  self.m_thought = parsed.thought;
  return m_blocks;
}

int MessageBlocksModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant MessageBlocksModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& block = m_blocks[static_cast<std::size_t>(index.row())];
  switch (role) {
    case TypeRole: return static_cast<int>(block.type);
    case Qt::DisplayRole:
    case TextRole: return block.text;
    case LanguageRole: return block.language;
    case LevelRole: return block.level;
    case LengthRole: return static_cast<int>(block.text.size());
    default: return {};
  }
}

QHash<int, QByteArray> MessageBlocksModel::roleNames() const {
  return {{TypeRole, "type"}, {TextRole, "text"}, {LanguageRole, "language"}, {LevelRole, "level"}, {LengthRole, "length"}};
}

void MessageBlocksModel::setText(const QString& text) {
  m_settled = 0;
  m_settledRows = 0;
  m_openCode = -1;
  m_thought = false;
  if (!m_seen) {
    m_waiting = text;
    return;
  }
  m_source = text.toUtf8();
  reparse();
}

void MessageBlocksModel::append(const QString& text) {
  (void)blocks();
  const auto from = m_source.size();
  m_source += text.toUtf8();
  if (!growCode(from, text)) reparse();
}

/// Half a megabyte of code costs a new line no more than the line: true where what has come since `from` only makes the open code block longer.
bool MessageBlocksModel::growCode(qsizetype from, const QString& text) {
  if (m_openCode < 0 || text.isEmpty() || text.contains(u'\r') || text.contains(QChar::Null)) return false;
  const QByteArrayView source(m_source);
  const auto head = source.indexOf('\n', m_openCode);
  const auto open = fenceOn(source.sliced(m_openCode, head - m_openCode));
  for (auto start = source.first(from).lastIndexOf('\n') + 1; start < source.size();) {
    auto end = source.indexOf('\n', start);
    if (end < 0) end = source.size();
    if (fenceOn(source.sliced(start, end - start)).closes(open)) return false;
    start = end + 1;
  }
  auto& code = m_blocks.back().text;
  if (from > head + 1 && source[from - 1] == '\n') code += u'\n';  // the end of the last line is not shown
  code += text;
  if (code.endsWith(u'\n')) code.chop(1);
  const auto last = index(static_cast<int>(m_blocks.size()) - 1);
  emit dataChanged(last, last, {TextRole, Qt::DisplayRole, LengthRole});
  return true;
}

void MessageBlocksModel::parseText(QByteArrayView text, bool closed, qsizetype offset, Parsed& parsed) {
  const auto add = [&](QByteArrayView part, bool settled) {
    auto code = settled ? std::nullopt : openCode(part);
    auto blocks = code ? std::vector<MarkdownBlock>{*std::move(code)} : parseMarkdown(part);
    std::move(blocks.begin(), blocks.end(), std::back_inserter(parsed.blocks));
    if (code) parsed.code = offset;
    if (!settled) return;
    parsed.settled = static_cast<int>(parsed.blocks.size());
    parsed.length = offset += part.size();
  };
  for (auto window = kWindow; !text.isEmpty();) {
    const bool whole = text.size() <= window;
    const auto part = whole ? text : text.first(window);
    const auto settled = settledLength(part);
    if (settled == 0 && !whole) {
      window *= 2;  // a code block without its end
      continue;
    }
    if (settled > 0) add(part.first(settled), true);
    text = text.sliced(settled);
    window = kWindow;
    if (whole && text.size() <= kLongestOpen) break;
    if (whole && settled == 0) break;
  }
  if (!text.isEmpty()) add(text, closed);
}

std::vector<MarkdownBlock> MessageBlocksModel::blocksOf(const QString& text) {
  const auto source = text.toUtf8();
  return parse(source, AnswerBegin::Unknown).blocks;
}

MessageBlocksModel::Parsed MessageBlocksModel::parse(QByteArrayView tail, AnswerBegin begin) {
  Parsed parsed;
  for (qsizetype at = 0; at < tail.size();) {
    const auto section = firstSection(tail.sliced(at), at == 0 ? begin : AnswerBegin::Middle);
    if (section.kind == SectionKind::Text) {
      parseText(section.text, section.closed, at, parsed);
    } else if (section.kind == SectionKind::Thinking) {
      parsed.thought = true;
      if (!section.text.isEmpty() || !section.closed)
        parsed.blocks.push_back({.type = MarkdownBlockType::Thinking, .text = QString::fromUtf8(section.text), .language = {}, .level = section.closed ? 0 : 1});
    } else {
      parsed.blocks.push_back(codeOf(section));
    }
    at += section.length;
    if (!section.closed) break;
    parsed.settled = static_cast<int>(parsed.blocks.size());
    parsed.length = at;
  }
  return parsed;
}

void MessageBlocksModel::reparse() {
  // A </think> that nothing opened: all before it was thinking, though it did not say so.
  if (m_settled > 0 && !m_thought && endsThinking(QByteArrayView(m_source).sliced(m_settled)) &&
      firstSection(m_source, m_begin).kind == SectionKind::Thinking) {
    m_settled = 0;
    m_settledRows = 0;
  }
  take(parse(QByteArrayView(m_source).sliced(m_settled), m_settled == 0 ? m_begin : AnswerBegin::Middle));
}

void MessageBlocksModel::take(Parsed parsed) {
  replaceTail(m_settledRows, std::move(parsed.blocks));
  m_openCode = parsed.code < 0 ? -1 : m_settled + parsed.code;
  m_settled += parsed.length;
  m_settledRows += parsed.settled;
  m_thought = m_thought || parsed.thought;
}

void MessageBlocksModel::replaceTail(int firstRow, std::vector<MarkdownBlock> blocks) {
  const int before = static_cast<int>(m_blocks.size());
  const int after = firstRow + static_cast<int>(blocks.size());
  int row = firstRow;
  for (; row < std::min(before, after); ++row) {
    auto& now = m_blocks[static_cast<std::size_t>(row)];
    auto& next = blocks[static_cast<std::size_t>(row - firstRow)];
    if (now.type != next.type) break;  // views choose a row's delegate by type once: what follows are new rows
    if (now == next) continue;
    const auto roles = changedRoles(now, next);
    now = std::move(next);
    emit dataChanged(index(row), index(row), roles);
  }
  if (row < before) {
    beginRemoveRows({}, row, before - 1);
    m_blocks.resize(static_cast<std::size_t>(row));
    endRemoveRows();
  }
  if (row < after) {
    beginInsertRows({}, row, after - 1);
    std::move(blocks.begin() + (row - firstRow), blocks.end(), std::back_inserter(m_blocks));
    endInsertRows();
  }
  if (after != before) emit countChanged();
}

}  // namespace eddy
