#include "app/chat/message_list_model.h"

#include <QQmlEngine>
#include <QTimer>
#include <algorithm>

namespace eddy {
namespace {

constexpr int kOutlived = 2000;  // milliseconds by which the blocks of a message outlive its row

QList<int> changedRoles(const MessageRow& now, const MessageRow& next) {
  using Model = MessageListModel;
  QList<int> roles;
  const auto compare = [&](auto MessageRow::* field, int role) {
    if (now.*field != next.*field) roles += role;
  };
  compare(&MessageRow::text, Model::TextRole);
  if (now.text.size() != next.text.size() || now.status != next.status) roles += Model::TextLengthRole;
  compare(&MessageRow::status, Model::StatusRole);
  compare(&MessageRow::errorTitle, Model::ErrorTitleRole);
  compare(&MessageRow::errorText, Model::ErrorTextRole);
  compare(&MessageRow::errorAction, Model::ErrorActionRole);
  compare(&MessageRow::branchIndex, Model::BranchIndexRole);
  compare(&MessageRow::branchCount, Model::BranchCountRole);
  compare(&MessageRow::tokensPerSecond, Model::TokensPerSecondRole);
  compare(&MessageRow::timeToFirstToken, Model::TimeToFirstTokenRole);
  compare(&MessageRow::tokenCount, Model::TokenCountRole);
  compare(&MessageRow::tokensReread, Model::TokensRereadRole);
  compare(&MessageRow::rereadReason, Model::RereadReasonRole);
  compare(&MessageRow::answeredFrom, Model::AnsweredFromRole);
  compare(&MessageRow::quotes, Model::QuotesRole);
  compare(&MessageRow::time, Model::TimeRole);
  return roles;
}

}  // namespace

MessageListModel::MessageListModel(QObject* parent) : QAbstractListModel(parent) {}
MessageListModel::~MessageListModel() = default;

int MessageListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant MessageListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& entry = m_rows[static_cast<std::size_t>(index.row())];
  const auto& row = entry.row;
  switch (role) {
    case MessageIdRole: return row.id;
    case AuthorRole: return row.author;
    case Qt::DisplayRole:
    case TextRole: return row.text;
    case BlocksRole: return QVariant::fromValue(blocksOf(entry));
    case StatusRole: return row.status;
    case ErrorTitleRole: return row.errorTitle;
    case ErrorTextRole: return row.errorText;
    case ErrorActionRole: return row.errorAction;
    case BranchIndexRole: return row.branchIndex;
    case BranchCountRole: return row.branchCount;
    case TokensPerSecondRole: return row.tokensPerSecond;
    case TimeToFirstTokenRole: return row.timeToFirstToken;
    case TokenCountRole: return row.tokenCount;
    case TokensRereadRole: return row.tokensReread;
    case RereadReasonRole: return row.rereadReason;
    case IsLastRole: return index.row() == count() - 1;
    case TimeRole: return row.time;
    case AnsweredFromRole: return row.answeredFrom;
    case QuotesRole: return row.quotes;
    case TextLengthRole: return static_cast<int>(row.text.size());
    default: return {};
  }
}

QHash<int, QByteArray> MessageListModel::roleNames() const {
  return {{MessageIdRole, "messageId"},     {AuthorRole, "author"},
          {TextRole, "text"},               {BlocksRole, "blocks"},
          {StatusRole, "status"},           {ErrorTitleRole, "errorTitle"},
          {ErrorTextRole, "errorText"},     {ErrorActionRole, "errorAction"},
          {BranchIndexRole, "branchIndex"}, {BranchCountRole, "branchCount"},
          {TokensPerSecondRole, "tokensPerSecond"}, {TimeToFirstTokenRole, "timeToFirstToken"},
          {TokenCountRole, "tokenCount"},   {TokensRereadRole, "tokensReread"},
          {RereadReasonRole, "rereadReason"}, {IsLastRole, "isLast"},
          {TimeRole, "time"},               {AnsweredFromRole, "answeredFrom"},
          {QuotesRole, "quotes"},           {TextLengthRole, "textLength"}};
}

MessageBlocksModel* MessageListModel::blocksOf(const Entry& entry) {
  if (!entry.blocks) {
    entry.blocks = std::make_unique<MessageBlocksModel>();
    QQmlEngine::setObjectOwnership(entry.blocks.get(), QQmlEngine::CppOwnership);
    entry.blocks->setBeginsThinking(entry.row.beginsThinking);
    entry.blocks->setText(entry.row.text);
  }
  return entry.blocks.get();
}

void MessageListModel::showBranch(std::vector<MessageRow> rows) {
  const int before = count();
  int shared = 0;
  while (shared < before && shared < static_cast<int>(rows.size()) &&
         at(shared).id == rows[static_cast<std::size_t>(shared)].id) {
    updateRow(shared, rows[static_cast<std::size_t>(shared)]);
    ++shared;
  }
  removeFrom(shared);
  const int added = static_cast<int>(rows.size()) - shared;
  if (added > 0) {
    beginInsertRows({}, shared, shared + added - 1);
    for (auto i = static_cast<std::size_t>(shared); i < rows.size(); ++i)
      m_rows.push_back({std::move(rows[i]), nullptr});
    endInsertRows();
  }
  if (count() == before && added == 0) return;
  if (shared > 0) emit dataChanged(index(shared - 1), index(shared - 1), {IsLastRole});
  if (count() != before) emit countChanged();
}

void MessageListModel::removeFrom(int row) {
  if (row >= count()) return;
  // The delegates go first, the block models they look at after them.
  std::vector<Entry> gone;
  beginRemoveRows({}, row, count() - 1);
  std::move(m_rows.begin() + row, m_rows.end(), std::back_inserter(gone));
  m_rows.resize(static_cast<std::size_t>(row));
  endRemoveRows();
  // Delegates go a little at a time: a model that went before them would have them take down what they show at once.
  for (auto& entry : gone) {
    if (!entry.blocks) continue;
    auto* blocks = entry.blocks.release();
    blocks->setParent(this);
    QTimer::singleShot(kOutlived, blocks, &QObject::deleteLater);
  }
}

void MessageListModel::update(const MessageRow& next) {
  if (const int row = rowOf(next.id); row >= 0) updateRow(row, next);
}

void MessageListModel::updateRow(int row, const MessageRow& next) {
  auto& entry = m_rows[static_cast<std::size_t>(row)];
  const auto roles = changedRoles(entry.row, next);
  if (roles.isEmpty()) return;
  if (entry.blocks && entry.row.text != next.text) entry.blocks->setText(next.text);
  entry.row = next;
  emit dataChanged(index(row), index(row), roles);
}

void MessageListModel::appendText(qint64 id, const QString& text) {
  const int row = rowOf(id);
  if (row < 0 || text.isEmpty()) return;
  auto& entry = m_rows[static_cast<std::size_t>(row)];
  entry.row.text += text;
  if (entry.blocks) entry.blocks->append(text);
  emit dataChanged(index(row), index(row), {TextRole, Qt::DisplayRole});
}

const MessageRow* MessageListModel::find(qint64 id) const {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &at(row);
}

int MessageListModel::rowOf(qint64 id) const {
  // The message being written is the last one: look from the end.
  for (int row = count() - 1; row >= 0; --row) {
    if (at(row).id == id) return row;
  }
  return -1;
}

}  // namespace eddy
