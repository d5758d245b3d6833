// The messages of the branch that is shown, root to leaf. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <memory>
#include <vector>

#include "app/chat/message_blocks_model.h"

namespace eddy {

/// What one row shows.
struct MessageRow {
  qint64 id = 0;
  int author = 0;             ///< MessageListModel::Author
  QString text;
  int status = 2;             ///< MessageListModel::Status
  QString errorTitle;
  QString errorText;
  int errorAction = 0;        ///< MessageListModel::Action
  int branchIndex = 0;
  int branchCount = 1;
  double tokensPerSecond = 0; ///< 0 = unknown
  double timeToFirstToken = 0;
  int tokenCount = 0;
  int tokensReread = 0;
  QString rereadReason;
  int answeredFrom = 0;       ///< MessageListModel::Source
  QVariantList quotes;        ///< passages shown to the model: place, text, document, ordinal
  QDateTime time;
  bool beginsThinking = false;///< the chat format has opened the model's thinking; only while it is written
};

class MessageListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Owned by ChatViewModel")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Author { User, Assistant };
  Q_ENUM(Author)
  enum Status { Pending, Streaming, Done, Cancelled, Interrupted, Failed };
  Q_ENUM(Status)
  enum Action { NoAction, Retry, ChooseModel, FreeSpace, OpenDataFolder };
  Q_ENUM(Action)
  /// What an answer in a chat about documents was made from.
  enum Source { NoDocument, Memory, Passages, Both };
  Q_ENUM(Source)
  enum Role {
    MessageIdRole = Qt::UserRole + 1, AuthorRole, TextRole, BlocksRole, StatusRole, ErrorTitleRole, ErrorTextRole,
    ErrorActionRole, BranchIndexRole, BranchCountRole, TokensPerSecondRole, TimeToFirstTokenRole, TokenCountRole,
    TokensRereadRole, RereadReasonRole, IsLastRole, TimeRole, AnsweredFromRole,
    QuotesRole, TextLengthRole,  // characters; not told of a text that is being written
  };

  explicit MessageListModel(QObject* parent = nullptr);
  ~MessageListModel() override;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }

  /// Shows another branch: rows that both branches share (by id) stay, the rest is replaced.
  void showBranch(std::vector<MessageRow> rows);
  void clear() { showBranch({}); }
  /// Replaces the facts of the row with the same id; nothing happens if it is not shown.
  void update(const MessageRow& row);
  void appendText(qint64 id, const QString& text);

  /// -1 where it is not shown.
  Q_INVOKABLE int rowOfMessage(qint64 id) const { return rowOf(id); }
  const MessageRow* find(qint64 id) const;
  /// Null while no view has asked for them.
  const MessageBlocksModel* blocksAt(int row) const { return m_rows[static_cast<std::size_t>(row)].blocks.get(); }
  const MessageRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)].row; }

 signals:
  void countChanged();

 private:
  struct Entry {
    MessageRow row;
    mutable std::unique_ptr<MessageBlocksModel> blocks;  // made when a view looks: a chat of thousands opens at once
  };
  int rowOf(qint64 id) const;
  static MessageBlocksModel* blocksOf(const Entry& entry);
  void updateRow(int row, const MessageRow& next);
  void removeFrom(int row);

  std::vector<Entry> m_rows;
};

}  // namespace eddy
