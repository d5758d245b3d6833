// Search over all conversations as one types. GUI thread only; the searching is done on the storage thread.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <atomic>
#include <memory>
#include <vector>

#include "app/storage/conversation_search.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// The rows are the hits: titles first, then messages, the latest first.
class SearchViewModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.search")
  Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
  Q_PROPERTY(int count READ count NOTIFY resultsChanged)
  Q_PROPERTY(bool searching READ searching NOTIFY resultsChanged)
  Q_PROPERTY(QString summary READ summary NOTIFY resultsChanged)

 public:
  enum Role {
    ConversationIdRole = Qt::UserRole + 1, MessageIdRole, TitleRole,
    ExcerptRole,     ///< HTML with the found words in <b>; nothing of the text is markup
    PlainRole,       ///< the excerpt as plain text
    TimeRole, IsTitleRole, ArchivedRole, FromUserRole,
  };

  explicit SearchViewModel(StorageService& storage, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_hits.size()); }
  QString query() const { return m_query; }
  void setQuery(const QString& query);
  bool searching() const { return m_timer.isActive() || m_pending > 0; }
  /// "12 places in 5 chats", or that there is nothing.
  QString summary() const;

  /// Shows the hit in its chat, on another branch if it must.
  Q_INVOKABLE void open(int row);
  /// The same search again, for a window that opens anew.
  Q_INVOKABLE void refresh() { m_timer.start(0); }

 signals:
  void queryChanged();
  void resultsChanged();
  /// `message` is 0 for a title. The branch that has it is the current one already.
  void wanted(qint64 conversation, qint64 message, const QString& words);
  void failed(const eddy::Error& error);

 private:
  void search();
  void show(Result<std::vector<SearchHit>> hits);

  StorageService& m_storage;
  QTimer m_timer;
  QString m_query;
  std::vector<SearchHit> m_hits;
  int m_pending = 0;
  std::shared_ptr<std::atomic<int>> m_latest = std::make_shared<std::atomic<int>>(0);  // searches before it are not worth doing
};

}  // namespace eddy
