// The passphrase of the data folder: asked for at the start, set, changed and taken off in the settings. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <atomic>
#include <functional>
#include <memory>

#include "app/storage/storage_service.h"

namespace eddy {

class VaultViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.vault")
  /// The data folder waits for its passphrase: nothing of it is open.
  Q_PROPERTY(bool locked READ locked NOTIFY changed)
  Q_PROPERTY(bool encrypted READ encrypted NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  /// Everything is being written anew; it can be stopped.
  Q_PROPERTY(bool working READ working NOTIFY changed)
  Q_PROPERTY(double progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY changed)
  Q_PROPERTY(QString detail READ detail NOTIFY changed)
  Q_PROPERTY(QString notice READ notice NOTIFY changed)
  /// Until the next guess may be made.
  Q_PROPERTY(int secondsToWait READ secondsToWait NOTIFY waitChanged)
  Q_PROPERTY(QString folder READ folder NOTIFY changed)
  Q_PROPERTY(int shortest READ shortest CONSTANT)

 public:
  enum Strength { TooShort, Weak, Fair, Good };
  Q_ENUM(Strength)

  /// `quiet` says whether nothing is being written or read by a model at the moment.
  VaultViewModel(StorageService& storage, std::function<bool()> quiet, QObject* parent = nullptr);
  ~VaultViewModel() override;

  bool locked() const { return m_locked; }
  bool encrypted() const { return m_encrypted; }
  bool busy() const { return m_busy; }
  bool working() const { return m_busy && m_stop; }
  double progress() const { return m_progress; }
  QString problem() const { return m_problem; }
  QString detail() const { return m_detail; }
  QString notice() const { return m_notice; }
  int secondsToWait() const { return m_secondsToWait; }
  QString folder() const { return m_folder; }
  int shortest() const { return static_cast<int>(kShortestPassphrase); }

  /// At the start: the folder is encrypted and closed.
  void setLocked(const std::filesystem::path& folder);

  Q_INVOKABLE void unlock(const QString& passphrase);
  Q_INVOKABLE void turnOn(const QString& passphrase);
  Q_INVOKABLE void turnOff(const QString& passphrase);
  Q_INVOKABLE void changePassphrase(const QString& before, const QString& after);
  Q_INVOKABLE void stop();
  Q_INVOKABLE void dismiss();
  Q_INVOKABLE eddy::VaultViewModel::Strength strength(const QString& passphrase) const;
  /// Ends the program and starts it again, which forgets everything that was in memory.
  Q_INVOKABLE void lockNow();
  Q_INVOKABLE void openOther(const QUrl& folder);

 signals:
  void changed();
  void progressChanged();
  void waitChanged();
  void unlocked();
  /// With another data folder, or the same when it is empty.
  void restartWanted(const QString& folder);

 private:
  bool begin();
  void end(const Result<bool>& result, const QString& notice, const std::function<void()>& done);
  void countWrongGuess();
  StorageService::Progress startWork();

  StorageService& m_storage;
  std::function<bool()> m_quiet;
  std::shared_ptr<std::atomic<bool>> m_stop;  ///< while something is written anew
  QTimer m_wait;
  QString m_folder, m_problem, m_detail, m_notice;
  double m_progress = 0;
  int m_secondsToWait = 0, m_wrongGuesses = 0;
  bool m_locked = false, m_encrypted = false, m_busy = false;
};

}  // namespace eddy
