// The conversations as the sidebar shows them: pinned ones, folders, the rest by date, the archive; and which are selected.
// GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <set>
#include <unordered_map>
#include <vector>

#include "app/chat/conversation_list_model.h"

namespace eddy {

template <typename Model>
struct ListEdits;

class SidebarModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.sidebar")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int sort READ sort WRITE setSort NOTIFY sortChanged)
  Q_PROPERTY(QStringList folders READ folders NOTIFY foldersChanged)
  Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)

 public:
  enum Kind { Conversation, Header };
  Q_ENUM(Kind)
  enum Sort { ByChange, ByCreation, ByTitle };
  Q_ENUM(Sort)
  enum Role {
    KindRole = Qt::UserRole + 1, ConversationIdRole, TitleRole, PreviewRole, IsCurrentRole, IsGeneratingRole, PinnedRole,
    ArchivedRole, FolderRole, SelectedRole,
    MembersRole,    ///< of a header: how many conversations stand under it
    FoldableRole,   ///< a header that can be folded: folders and the archive
    FoldedRole,
  };

  SidebarModel(ConversationListModel& conversations, StorageService& storage, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : count(); }
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  int sort() const { return m_sort; }
  void setSort(int sort);
  QStringList folders() const { return m_folders; }
  int selectedCount() const { return static_cast<int>(m_selected.size()); }

  /// Folds or unfolds what stands under the header in this row.
  Q_INVOKABLE void fold(int row);
  Q_INVOKABLE int rowOfConversation(qint64 id) const;

  Q_INVOKABLE void toggleSelected(qint64 id);
  /// Everything between the row selected last and this one.
  Q_INVOKABLE void selectThrough(qint64 id);
  Q_INVOKABLE void selectAll();
  Q_INVOKABLE void clearSelection();
  /// The selected ones, in the order shown; where none are selected `fallback` alone.
  Q_INVOKABLE QVariantList selectedOr(qint64 fallback) const;

  /// What was chosen the last time.
  void start(const std::map<std::string, std::string>& stored);

 signals:
  void countChanged();
  void sortChanged();
  void foldersChanged();
  void selectionChanged();

 private:
  /// Headers are named by what they are ("f" + folder, "p", "a", "d" + days), conversations by their id.
  struct Row {
    Kind kind = Conversation;
    qint64 id = 0;
    QString key;
    QString text;
    int members = 0;
    bool folded = false;

    friend bool operator==(const Row&, const Row&) = default;
  };
  friend struct ListEdits<SidebarModel>;
  struct Group;
  void rebuild();
  std::vector<Group> groups() const;
  void order(std::vector<const ConversationRow*>& rows) const;
  const ConversationRow* conversation(qint64 id) const;
  bool isFolded(const QString& key) const { return m_flipped.contains(key) != (key == QLatin1String("a")); }
  void emitAll(const QList<int>& roles);
  void keep();

  ConversationListModel& m_conversations;
  StorageService& m_storage;
  std::vector<Row> m_rows;
  std::unordered_map<qint64, int> m_rowOf;
  QStringList m_folders;
  QStringList m_flipped;          // keys of headers that are not as they are at first (the archive folded, all else not)
  std::set<qint64> m_selected;
  qint64 m_anchor = 0;
  int m_sort = ByChange;
};

}  // namespace eddy
