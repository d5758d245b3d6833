// The model that is loaded, and how to get another. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/inference/inference_service.h"
#include "app/settings/settings.h"

namespace eddy {

class ModelsViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.models")
  Q_PROPERTY(Status status READ status NOTIFY changed)
  Q_PROPERTY(double loadProgress READ loadProgress NOTIFY loadProgressChanged)
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QString path READ path NOTIFY changed)
  Q_PROPERTY(QString description READ description NOTIFY changed)
  Q_PROPERTY(QString architecture READ architecture NOTIFY changed)
  Q_PROPERTY(QString details READ details NOTIFY changed)
  Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
  Q_PROPERTY(QString memoryText READ memoryText NOTIFY changed)
  Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY changed)
  Q_PROPERTY(QString errorText READ errorText NOTIFY changed)
  Q_PROPERTY(QString errorDetail READ errorDetail NOTIFY changed)
  Q_PROPERTY(bool isStarter READ isStarter NOTIFY changed)
  Q_PROPERTY(QString starterNote READ starterNote CONSTANT)
  Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged)

 public:
  enum Status { NoModel, Loading, Ready, Failed };
  Q_ENUM(Status)

  /// The setting with the model that is always loaded at the start.
  static constexpr const char* kWarmKey = "models.warm";

  /// `starter` may be empty: then there is none.
  ModelsViewModel(InferenceService& inference, StorageService& storage, Settings& settings, QString starter,
                  QObject* parent = nullptr);

  Status status() const { return m_status; }
  double loadProgress() const { return m_progress; }
  QString name() const;
  QString path() const { return m_path; }
  QString description() const;
  QString architecture() const { return QString::fromStdString(m_info.architecture); }
  QString details() const;
  QString stateText() const;
  QString memoryText() const;
  QString errorTitle() const { return m_errorTitle; }
  QString errorText() const { return m_errorText; }
  QString errorDetail() const { return m_errorDetail; }
  bool isStarter() const { return !m_starter.isEmpty() && m_path == m_starter; }
  QString starterNote() const;
  QStringList recent() const { return m_recent; }

  /// A file or folder, as a path or a file: URL.
  Q_INVOKABLE void load(const QString& urlOrPath);
  Q_INVOKABLE void loadStarter();
  Q_INVOKABLE void retry();
  Q_INVOKABLE void cancelLoad();
  /// Gives its memory back; what runs is stopped. load() or retry() brings it again.
  Q_INVOKABLE void unload();

  /// At the start of the program: `path` if given, else the one kept warm, else the model used last, else the starter.
  void start(const QString& path, const std::map<std::string, std::string>& stored);

 signals:
  void changed();
  void loadProgressChanged();
  void recentChanged();

 private:
  void loadPath(const QString& path);
  void take(const LoadEvent& event);
  void letGo();
  void on(const LoadProgressed& progressed);
  void on(const LoadDone& done);
  void on(const LoadFailed& failed);
  void fail(const QString& title, const QString& text, const QString& detail);
  void remember();

  InferenceService& m_inference;
  StorageService& m_storage;
  Settings& m_settings;
  QString m_starter;
  QTimer m_reload;         // after the number of threads has settled
  Status m_status = NoModel;
  double m_progress = 0;
  ModelInfo m_info;
  QString m_path;          // loaded, loading, or failed to load
  QString m_loadedPath;    // loaded
  LoadId m_unloading{};
  QString m_errorTitle;
  QString m_errorText;
  QString m_errorDetail;
  QStringList m_recent;
};

}  // namespace eddy
