#include "app/chat/message_blocks_model.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr qsizetype kWindow = 4 * kLongestOpen;  // bytes that are parsed at once; only a longer code block makes it larger

MarkdownBlock codeOf(const AnswerSection& section) {
  const bool json = section.text.startsWith('{') || section.text.startsWith('[');
  const int origin = section.kind == SectionKind::ToolCall ? ToolCall : section.kind == SectionKind::ToolResult ? ToolResult : BareJson;
  return {.type = MarkdownBlockType::Code, .text = QString::fromUtf8(section.text), .language = json ? QStringLiteral("json") : QString(), .level = origin};
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
  m_source += text.toUtf8();
  reparse();
}

void MessageBlocksModel::parseText(QByteArrayView text, bool closed, qsizetype offset, Parsed& parsed) {
  const auto add = [&](QByteArrayView part, bool settled) {
    auto code = settled ? std::nullopt : openCode(part);
    auto blocks = code ? std::vector<MarkdownBlock>{*std::move(code)} : parseMarkdown(part);
    std::move(blocks.begin(), blocks.end(), std::back_inserter(parsed.blocks));
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
    now = std::move(next);
    emit dataChanged(index(row), index(row));
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
