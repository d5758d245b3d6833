// Whether there is a newer Eddy. Looks only when the user asks, or once a day when allowed. GUI thread only.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <map>
#include <optional>

#include "app/storage/storage_service.h"
#include "app/updates/installation.h"
#include "app/updates/release.h"

namespace eddy {

class UpdatesViewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.updates")
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(bool possible READ possible CONSTANT)
  Q_PROPERTY(bool allowed READ allowed WRITE setAllowed NOTIFY allowedChanged)
  Q_PROPERTY(QString host READ host CONSTANT)
  Q_PROPERTY(QString summary READ summary NOTIFY changed)
  Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
  Q_PROPERTY(QString changes READ changes NOTIFY changed)
  Q_PROPERTY(bool gettable READ gettable NOTIFY changed)
  Q_PROPERTY(QString previous READ previous CONSTANT)

 public:
  enum State { NotLooked, Looking, UpToDate, Newer, Failed };
  Q_ENUM(State)

  /// Gets the text at an address, of `most` bytes: `done` is called once, on this thread, with the bytes or with why not.
  using Fetch = std::function<void(const QUrl& url, qint64 most, std::function<void(const QByteArray& bytes, const QString& problem)> done)>;
  /// Starts a download that the user sees.
  using Get = std::function<void(const QString& name, const ReleasePackage& package)>;
  struct Services {
    StorageService& storage;
    Fetch fetch;
    Get get;
  };
  struct Publisher {
    QUrl address;            ///< of the release file; its signature lies beside it as .sig
    QByteArray key;          ///< Ed25519, in base64; empty: nobody's word is taken
    QVersionNumber running;
  };

  UpdatesViewModel(Services services, Publisher publisher, Installation installation, QObject* parent = nullptr);
  /// Looks when that is allowed and a day has passed since the last time.
  void start(const std::map<std::string, std::string>& stored, const QDateTime& now = QDateTime::currentDateTimeUtc());

  State state() const { return m_state; }
  /// This copy knows whom to ask.
  bool possible() const { return m_publisher.address.scheme() == QLatin1String("https") && !m_publisher.key.isEmpty(); }
  bool allowed() const { return m_allowed; }
  void setAllowed(bool allowed);
  QString host() const { return m_publisher.address.host(); }
  QString summary() const;
  QString remedy() const;
  QString changes() const { return m_state == Newer ? m_release->changes : QString(); }
  bool gettable() const;
  QString previous() const { return m_installation.previous; }

  Q_INVOKABLE void look();
  Q_INVOKABLE void get();
  /// Puts the version before this one back and asks the program to end; conversations stay.
  Q_INVOKABLE void goBack();

 signals:
  void changed();
  void allowedChanged();
  void quitRequested();

 private:
  void setState(State state, const QString& problem = {});
  void take(const QByteArray& bytes, const QByteArray& signature);
  void keep(const char* key, const QString& value);

  Services m_services;
  Publisher m_publisher;
  Installation m_installation;
  State m_state = NotLooked;
  bool m_allowed = false;
  QString m_problem;
  QDateTime m_looked;
  std::optional<Release> m_release;
};

}  // namespace eddy
