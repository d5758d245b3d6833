// The page of models: what is on this computer, what could be fetched, what is on its way. GUI thread only.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include "app/downloads/downloads.h"
#include "app/inference/inference_service.h"
#include "app/models/catalogue_model.h"
#include "app/models/installed_models.h"
#include "app/models/model_choices.h"
#include "app/models/model_folders.h"
#include "app/models/model_inspector.h"
#include "app/models/model_quantiser.h"
#include "app/models/models_view_model.h"

namespace eddy {

class ModelShelf : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf")
  Q_PROPERTY(bool open READ isOpen WRITE setOpen NOTIFY openChanged)
  Q_PROPERTY(eddy::InstalledView* installed READ installed CONSTANT)
  Q_PROPERTY(eddy::ModelChoices* choices READ choices CONSTANT)
  Q_PROPERTY(eddy::ModelFolders* folders READ folders CONSTANT)
  Q_PROPERTY(eddy::NetworkSettings* network READ network CONSTANT)
  Q_PROPERTY(eddy::Downloads* downloads READ downloads CONSTANT)
  Q_PROPERTY(eddy::CatalogueModel* catalogue READ catalogue CONSTANT)
  Q_PROPERTY(eddy::ModelQuantiser* quantiser READ quantiser CONSTANT)
  Q_PROPERTY(bool scanning READ isScanning NOTIFY scanChanged)
  Q_PROPERTY(double scanProgress READ scanProgress NOTIFY scanChanged)
  Q_PROPERTY(QString scanText READ scanText NOTIFY scanChanged)
  Q_PROPERTY(QString machineText READ machineWords NOTIFY machineChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

 public:
  struct Doors {
    InferenceService& inference;
    StorageService& storage;
    ModelsViewModel& models;
    ModelInspector::MakeEngine makeEngine;
    QString starter;  ///< may be empty
  };
  explicit ModelShelf(Doors doors, QObject* parent = nullptr);

  bool isOpen() const { return m_open; }
  void setOpen(bool open);
  InstalledView* installed() { return &m_view; }
  ModelChoices* choices() { return &m_choices; }
  InstalledModels& models() { return m_models; }
  ModelFolders* folders() { return &m_folders; }
  NetworkSettings* network() { return &m_network; }
  Downloads* downloads() { return &m_downloads; }
  CatalogueModel* catalogue() { return &m_catalogue; }
  ModelQuantiser* quantiser() { return &m_quantiser; }
  ModelInspector& inspector() { return m_inspector; }
  bool isScanning() const { return m_scanning; }
  double scanProgress() const { return m_scanTotal > 0 ? double(m_scanDone) / m_scanTotal : -1; }
  QString scanText() const;
  QString machineWords() const { return machineText(m_models.memory()); }
  QString problem() const { return m_problem; }

  /// Nothing is looked for before look(). `dataFolder` holds Eddy's own folder of models
  /// unless the user chose another.
  void start(const QString& dataFolder, const std::map<std::string, std::string>& stored);
  void shutdown();

  /// The list is wanted: what is known from earlier starts is there at once, and what there is now is looked for if it was not yet.
  Q_INVOKABLE void look();
  Q_INVOKABLE void rescan();
  Q_INVOKABLE void cancelScan();
  Q_INVOKABLE void addFolder(const QUrl& folder);
  Q_INVOKABLE void addFile(const QUrl& file);
  Q_INVOKABLE void setOwnFolder(const QUrl& folder);
  Q_INVOKABLE void load(const QString& path);
  Q_INVOKABLE void unload();
  Q_INVOKABLE void setWarm(const QString& path, bool warm);
  Q_INVOKABLE void setRemoved(const QString& path, bool removed);
  /// Of Eddy's own folder; any other only when `others` says that the user was asked twice. Those go to the system's bin.
  Q_INVOKABLE void deleteFile(const QString& path, bool others);
  Q_INVOKABLE QUrl folderOf(const QString& path) const;
  Q_INVOKABLE QString setting(const QString& path, const QString& key) const;
  Q_INVOKABLE void setSetting(const QString& path, const QString& key, const QString& value);
  Q_INVOKABLE void dismissProblem() { setProblem({}); }

 signals:
  void openChanged();
  void scanChanged();
  void machineChanged();
  void problemChanged();
  void settingChanged(const QString& path, const QString& key);

 private:
  void listKnown();
  using OfPlace = std::function<bool(const ModelPlace&)>;
  std::optional<InstalledModel> knownRow(const KnownModel& known, const QStringList& byHand, const OfPlace& such) const;
  void found(const std::vector<FoundModel>& models, const QStringList& folders);
  void inspected(const FoundModel& model, const ModelFacts& facts);
  void noteLoaded();
  void readSpeeds();
  InstalledModel rowOf(FoundModel file) const;
  void setProblem(const QString& problem);
  QStringList chosenByHand() const;
  void useOwnFolder(const QString& folder);

  Doors m_doors;
  InstalledModels m_models;
  InstalledView m_view;
  ModelChoices m_choices;
  ModelFolders m_folders;
  NetworkSettings m_network;
  Downloads m_downloads;
  CatalogueModel m_catalogue;
  ModelQuantiser m_quantiser;
  QHash<QString, KnownModel> m_known;
  ModelStore::Settings m_settings;
  std::map<std::string, ModelSpeed> m_speeds;
  bool m_open = false, m_wanted = false, m_scanned = false, m_scanning = false;
  int m_scanDone = 0, m_scanTotal = 0;
  QString m_problem;
  ModelInspector m_inspector;  // last: its thread tells the others
};

}  // namespace eddy
