// The folders in which models are looked for, each with a switch. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QFileSystemWatcher>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/models/model_places.h"
#include "app/storage/model_store.h"
#include "app/storage/storage_service.h"

namespace eddy {

class ModelFolders : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.folders")
  Q_PROPERTY(int count READ count NOTIFY foldersChanged)

 public:
  enum Role { PathRole = Qt::UserRole + 1, TitleRole, UsedRole, ThereRole, RemovableRole, ModelsRole };

  explicit ModelFolders(StorageService& storage, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }

  /// Eddy's own folder, then what is stored, then what was found of other programs.
  void start(const QString& own, std::vector<ModelPlace> found, const std::vector<ModelFolder>& stored);
  void setOwn(const QString& own);
  QString own() const { return m_own; }
  /// Those that are switched on, whether there or not.
  std::vector<ModelPlace> inUse() const;
  bool has(const QString& path) const;
  /// How many models each holds.
  void setCounts(const QHash<QString, int>& counts);
  /// For changes: in the folders that were searched, and where one that is gone would come back.
  void watch(const QStringList& searched);

  /// False when it is in the list already or no folder.
  bool add(const QString& path);
  Q_INVOKABLE void remove(const QString& path);
  Q_INVOKABLE void setUsed(const QString& path, bool used);

 signals:
  void foldersChanged();
  /// Something in them changed, a moment ago: look again.
  void contentsChanged();

 private:
  struct Row {
    ModelPlace place;
    bool used = true;
    int models = 0;
  };
  void insert(Row row);
  void keep(const Row& row);
  int rowOf(const QString& path) const;

  StorageService& m_storage;
  QString m_own;
  std::vector<Row> m_rows;
  QFileSystemWatcher m_watcher;
  QTimer m_settle;  // programs write many files at once
};

}  // namespace eddy
