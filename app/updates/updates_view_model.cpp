#include "app/updates/updates_view_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProcess>

#include "app/models/catalogue.h"

namespace eddy {
namespace {

constexpr const char* kAllowed = "updates.allowed";
constexpr const char* kLooked = "updates.looked";
constexpr qint64 kSecondsBetween = 24 * 60 * 60;
constexpr qint64 kMostSignatureBytes = 256;

QString stored(const std::map<std::string, std::string>& values, const char* key) {
  const auto found = values.find(key);
  return found == values.end() ? QString() : QString::fromStdString(found->second);
}

}  // namespace

UpdatesViewModel::UpdatesViewModel(Services services, Publisher publisher, Installation installation, QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_publisher(std::move(publisher)), m_installation(std::move(installation)) {}

void UpdatesViewModel::start(const std::map<std::string, std::string>& values, const QDateTime& now) {
  m_allowed = stored(values, kAllowed) == QLatin1String("1");
  m_looked = QDateTime::fromSecsSinceEpoch(stored(values, kLooked).toLongLong(), Qt::UTC);
  emit allowedChanged();
  // A clock that went back must not keep it from looking for years.
  const bool recently = m_looked <= now && m_looked.secsTo(now) < kSecondsBetween;
  if (m_allowed && possible() && !recently) look();
}

void UpdatesViewModel::keep(const char* key, const QString& value) {
  m_services.storage.submit(
      [key = std::string(key), value = value.toStdString()](Stores& stores) { return stores.settings.set(key, value); });
}

void UpdatesViewModel::setAllowed(bool allowed) {
  if (m_allowed == allowed) return;
  m_allowed = allowed;
  keep(kAllowed, allowed ? QStringLiteral("1") : QString());
  emit allowedChanged();
}

void UpdatesViewModel::setState(State state, const QString& problem) {
  m_state = state;
  m_problem = problem;
  emit changed();
}

void UpdatesViewModel::look() {
  if (!possible() || m_state == Looking) return;
  setState(Looking);
  m_services.fetch(m_publisher.address, kMostReleaseBytes, [this](const QByteArray& bytes, const QString& problem) {
    if (!problem.isEmpty()) return setState(Failed, problem);
    QUrl beside = m_publisher.address;
    beside.setPath(beside.path() + QStringLiteral(".sig"));
    m_services.fetch(beside, kMostSignatureBytes, [this, bytes](const QByteArray& signature, const QString& missing) {
      if (!missing.isEmpty()) return setState(Failed, missing);
      take(bytes, signature);
    });
  });
}

void UpdatesViewModel::take(const QByteArray& bytes, const QByteArray& signature) {
  if (!isSignedBy(bytes, signature, m_publisher.key))
    return setState(Failed, tr("The answer is not signed by Eddy\u2019s publisher, so it was thrown away."));
  auto release = parseRelease(bytes);
  if (!release) {
    return setState(Failed, release.error().code == ErrorCode::FileTooNew ? tr("The answer is meant for a later version of Eddy.")
                                                                          : tr("The answer could not be read."));
  }
  m_looked = QDateTime::currentDateTimeUtc();
  keep(kLooked, QString::number(m_looked.toSecsSinceEpoch()));
  m_release = *std::move(release);
  setState(m_release->version > m_publisher.running ? Newer : UpToDate);
}

bool UpdatesViewModel::gettable() const {
  return m_state == Newer && m_installation.kind == InstallationKind::SelfContained && m_release->packageFor(platformName());
}

void UpdatesViewModel::get() {
  if (!gettable()) return;
  m_services.get(tr("Eddy %1").arg(m_release->version.toString()), *m_release->packageFor(platformName()));
}

void UpdatesViewModel::goBack() {
  if (m_installation.switcher.isEmpty()) return;
  if (!QProcess::startDetached(m_installation.switcher, {QString::number(QCoreApplication::applicationPid())}))
    return setState(Failed, tr("%1 could not be started.").arg(m_installation.switcher));
  emit quitRequested();
}

// In words

QString UpdatesViewModel::summary() const {
  if (!possible()) return tr("This copy was built without an address to ask.");
  const auto running = m_publisher.running.toString();
  switch (m_state) {
    case Looking: return tr("Asking %1\u2026").arg(host());
    case UpToDate: return tr("Eddy %1 is the newest version.").arg(running);
    case Newer:
      return tr("Eddy %1 of %2 is there. This is %3.")
          .arg(m_release->version.toString(), QLocale().toString(m_release->date, QLocale::ShortFormat), running);
    case Failed: return m_problem;
    case NotLooked: break;
  }
  return tr("This is Eddy %1. Nobody was asked for a newer one yet.").arg(running);
}

QString UpdatesViewModel::remedy() const {
  if (m_state != Newer) return {};
  switch (m_installation.kind) {
    case InstallationKind::Packaged: return tr("It came with your system\u2019s packages: they bring the new version.");
    case InstallationKind::Built: return tr("It was built from its sources: get the new ones and build again.");
    case InstallationKind::SelfContained: break;
  }
  return gettable() ? tr("The new installer is checked after the download and lies in your models\u2019 download list; start it when it suits you.")
                    : tr("There is no package for this kind of computer yet.");
}

}  // namespace eddy
