// The catalogue as the page shows it. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/downloads/downloads.h"
#include "app/models/catalogue.h"
#include "app/models/machine_memory.h"

namespace eddy {

class CatalogueModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.catalogue")
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(Wish wish READ wish WRITE setWish NOTIFY changed)
  Q_PROPERTY(QString issuedText READ issuedText NOTIFY changed)
  Q_PROPERTY(bool updating READ isUpdating NOTIFY updateChanged)
  Q_PROPERTY(QString updateText READ updateText NOTIFY updateChanged)

 public:
  enum Fit { FitUnknown, Fits, FitsSmall, TooLarge };
  Q_ENUM(Fit)
  enum Wish { Everything, WhatFits, RecurrentAlone };
  Q_ENUM(Wish)
  enum Role { IdRole = Qt::UserRole + 1, NameRole, FactsRole, DetailsRole, LicenceRole, FitRole, FitTextRole, StateRole, NoteRole, WhereRole, FetchableRole, FileRole };

  CatalogueModel(Downloads& downloads, NetworkSettings& settings, QObject* parent = nullptr);
  /// Takes the fetched catalogue in `folder` if it is rightly signed and not older than the one that came with the program.
  void start(const QString& folder);
  /// Another public key than the program's, for tests.
  void setKey(const QByteArray& key) { m_key = key; }
  void setMemory(const MachineMemory& memory);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return rowCount(); }
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  Wish wish() const { return m_wish; }
  void setWish(Wish wish);
  QString issuedText() const;
  bool isUpdating() const { return m_updating; }
  /// What came of it.
  QString updateText() const { return m_updateText; }
  const Catalogue& catalogue() const { return m_catalogue; }

  /// Asks the network, once.
  Q_INVOKABLE void update();
  /// "" or why not.
  Q_INVOKABLE QString download(const QString& id);
  /// What would come and from where; "" where that is not known.
  Q_INVOKABLE QString fileTextOf(const QString& id) const;

 signals:
  void changed();
  void updateChanged();

 private:
  Fit fitOf(const CatalogueEntry& entry) const;
  bool isShown(const CatalogueEntry& entry) const;
  QString fileText(const CatalogueEntry& entry) const;
  void arrange();
  void take(const QByteArray& json, const QByteArray& signature);
  void ended(const QString& text);

  Downloads& m_downloads;
  NetworkSettings& m_settings;
  QByteArray m_key;
  QString m_folder;
  Catalogue m_catalogue;
  QList<int> m_rows;  // places in the catalogue
  MachineMemory m_memory;
  QString m_search;
  Wish m_wish = Everything;
  bool m_updating = false;
  QString m_updateText;
};

}  // namespace eddy
