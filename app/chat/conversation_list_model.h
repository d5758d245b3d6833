// The conversations, latest first. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <set>
#include <vector>

#include "app/storage/storage_service.h"

namespace eddy {

template <typename Model>
struct ListEdits;

struct ConversationRow {
  qint64 id = 0;
  QString title;     ///< empty until the first message
  QString preview;   ///< start of the last message
  qint64 updatedAt = 0;  ///< milliseconds since 1970, UTC: ten thousand are compared at once
  qint64 createdAt = 0;
  bool pinned = false;
  bool archived = false;
  QString folder;    ///< "" = in none

  friend bool operator==(const ConversationRow&, const ConversationRow&) = default;
};

/// A view of the database: changes are asked for and shown when they are made. Deleting hides a conversation; it is
/// gone for good when the undo is dismissed, another one is deleted, or the program starts again.
class ConversationListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.conversations")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(qint64 currentId READ currentId NOTIFY currentIdChanged)
  Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY undoChanged)
  Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged)

 public:
  enum Role {
    ConversationIdRole = Qt::UserRole + 1,
    TitleRole,
    PreviewRole,
    UpdatedAtRole,
    IsCurrentRole,
    IsGeneratingRole
  };

  explicit ConversationListModel(StorageService& storage, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  qint64 currentId() const { return m_currentId; }
  bool canUndoRemove() const { return !m_removed.empty(); }
  QString undoText() const;

  /// A new chat, or the empty one there already is.
  Q_INVOKABLE void create();
  Q_INVOKABLE void select(qint64 id);
  Q_INVOKABLE void rename(qint64 id, const QString& title);
  Q_INVOKABLE void remove(qint64 id) { removeAll({id}); }
  /// Several at once; one undo brings all of them back.
  Q_INVOKABLE void removeAll(const QVariantList& ids);
  Q_INVOKABLE QVariantList allIds() const;
  Q_INVOKABLE void undoRemove();
  Q_INVOKABLE void dismissUndo();

  /// Another conversation than the list's is on show, until one of these is selected.
  void deselect();
  /// Shows what the database holds and the conversation that was open last.
  void start();
  void refresh();
  /// Selects it as soon as it is in the list.
  void showWhenListed(qint64 id);
  void setGenerating(qint64 id, bool generating);
  /// "New chat" for one without a title, "" for an unknown id.
  QString titleOf(qint64 id) const;
  const std::vector<ConversationRow>& rows() const { return m_rows; }
  /// -1 for an unknown id.
  int rowOf(qint64 id) const { return m_rowOf.value(id, -1); }
  bool isGenerating(qint64 id) const { return m_generating.count(id) > 0; }
  static QString shownTitle(const ConversationRow& row);

 signals:
  void countChanged();
  void currentIdChanged();
  void undoChanged();
  void refreshed();
  /// Before it is hidden: what runs in it should stop.
  void removing(qint64 id);
  void failed(const eddy::Error& error);

 private:
  using Rows = std::vector<ConversationRow>;
  template <class Work>
  void change(Work work);
  void show(Rows rows);
  void settleCurrent();
  void emitFor(qint64 id, int role);
  void makeCurrent(qint64 id);
  template <class Goes>
  void selectNear(int row, Goes goes);
  void sweep();
  friend struct ListEdits<ConversationListModel>;

  StorageService& m_storage;
  Rows m_rows;
  QHash<qint64, int> m_rowOf;
  std::vector<qint64> m_removed;   // undo brings them back
  QString m_removedTitle;          // of the first one
  std::set<qint64> m_generating;
  qint64 m_currentId = 0;
  bool m_elsewhere = false;  // deselected
  qint64 m_wantedId = 0;  // to be selected once it is in the list
  int m_choices = 0;      // times a conversation was selected by hand
};

}  // namespace eddy
