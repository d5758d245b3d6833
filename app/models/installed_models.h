// The models on this computer, one row each. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

#include "app/models/machine_memory.h"
#include "app/models/model_facts_json.h"
#include "app/models/model_scan.h"
#include "app/models/model_words.h"
#include "app/storage/model_store.h"

namespace eddy {

struct InstalledModel {
  FoundModel file;
  ModelFacts facts;
  std::string fingerprint;
  ModelSpeed speed;
  bool missing = false;  ///< its drive or folder is not there now
  bool hidden = false;
  bool starter = false;
};

class InstalledModels : public QAbstractListModel {
  Q_OBJECT
  QML_ANONYMOUS

 public:
  enum Status { Looking, Runnable, CannotRun, Missing };
  Q_ENUM(Status)
  enum Fit { FitUnknown, Fits, Tight, TooLarge };
  Q_ENUM(Fit)
  enum Role {
    PathRole = Qt::UserRole + 1, NameRole, FactsRole, DetailsRole, StatusRole, WhyRole, WhyDetailRole, FitRole, MemoryRole,
    NeedsRole, StateRole, SpeedRole, DateRole, SourceRole, LoadedRole, LoadingRole, WarmRole, OursRole, DeletableRole,
    QuantisableRole, StarterRole, HiddenRole
  };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  const std::vector<InstalledModel>& all() const { return m_models; }
  const InstalledModel* find(const QString& path) const;
  /// Brings the rows to these, by path: rows that stay keep their place.
  void sync(std::vector<InstalledModel> models);
  void update(const QString& path, const std::function<void(InstalledModel&)>& change);
  void setMemory(const MachineMemory& memory);
  const MachineMemory& memory() const { return m_memory; }
  /// What ModelsViewModel says; empty when nothing is.
  void setLoaded(const QString& loaded, const QString& loading);
  void setWarm(const QString& path);
  QString warm() const { return m_warm; }

 private:
  void changedAll();
  QString whyOf(const InstalledModel& model) const;

  std::vector<InstalledModel> m_models;
  MachineMemory m_memory;
  QString m_loaded, m_loading, m_warm;
};

/// What the page shows of them.
class InstalledView : public QSortFilterProxyModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.installed")
  Q_PROPERTY(Order order MEMBER m_order WRITE setOrder NOTIFY viewChanged)
  Q_PROPERTY(Kind kind MEMBER m_kind WRITE setKind NOTIFY viewChanged)
  Q_PROPERTY(QString search MEMBER m_search WRITE setSearch NOTIFY viewChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int total READ total NOTIFY countChanged)

 public:
  enum Order { ByName, BySize, BySpeed, ByDate };
  Q_ENUM(Order)
  enum Kind { All, ThatRun, Recurrent, Hybrid, ThatCannot, Removed };
  Q_ENUM(Kind)
  // The same numbers as in InstalledModels, for QML.
  enum Status { Looking, Runnable, CannotRun, Missing };
  Q_ENUM(Status)
  enum Fit { FitUnknown, Fits, Tight, TooLarge };
  Q_ENUM(Fit)

  explicit InstalledView(InstalledModels& models, QObject* parent = nullptr);
  int count() const { return rowCount(); }
  /// Without those removed from the list.
  int total() const;
  void setOrder(Order order);
  void setKind(Kind kind);
  void setSearch(const QString& search);

 signals:
  void viewChanged();
  void countChanged();

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  InstalledModels& m_models;
  Order m_order = ByName;
  Kind m_kind = All;
  QString m_search;
};

}  // namespace eddy
