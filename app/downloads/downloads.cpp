#include "app/downloads/downloads.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QRegularExpression>

#include "app/downloads/download_journal.h"

namespace eddy {
namespace {

constexpr int kShutdownPatience = 3000;  // milliseconds

QString size(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString timeLeft(double seconds) {
  const int minutes = static_cast<int>(seconds / 60);
  if (minutes < 1) return Downloads::tr("less than a minute left");
  if (minutes < 90) return Downloads::tr("%n minutes left", "", minutes);
  return Downloads::tr("%n hours left", "", minutes / 60);
}

}  // namespace

Downloads::Downloads(NetworkSettings& settings, DownloadOptions options, QObject* parent)
    : QAbstractListModel(parent), m_settings(settings), m_gate(new NetworkGate), m_queue(new DownloadQueue(*m_gate, std::move(options))) {
  m_gate->moveToThread(&m_thread);
  m_queue->moveToThread(&m_thread);
  connect(m_queue, &DownloadQueue::changed, this, &Downloads::show);
  connect(m_queue, &DownloadQueue::arrived, this, &Downloads::arrived);
  connect(m_gate, &NetworkGate::contacted, &settings, &NetworkSettings::contacted);
  connect(&settings, &NetworkSettings::rulesChanged, this, [this] {
    onNetworkThread([gate = m_gate, rules = m_settings.rules()] { gate->setRules(rules); });
  });
  connect(&m_thread, &QThread::finished, m_queue, &QObject::deleteLater);
  connect(&m_thread, &QThread::finished, m_gate, &QObject::deleteLater);
  m_thread.setObjectName(QStringLiteral("network"));
  m_thread.start();
}

Downloads::~Downloads() { shutdown(); }

void Downloads::shutdown() {
  m_thread.quit();
  m_thread.wait(kShutdownPatience);
}

template <class Job>
void Downloads::onNetworkThread(Job job) {
  if (m_thread.isRunning()) QMetaObject::invokeMethod(m_queue, std::move(job), Qt::QueuedConnection);
}

void Downloads::open(const QString& folder) {
  m_folder = QDir::cleanPath(folder);
  onNetworkThread([gate = m_gate, queue = m_queue, folder = m_folder, rules = m_settings.rules()] {
    gate->setRules(rules);
    queue->open(folder);
  });
}

int Downloads::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int Downloads::active() const {
  return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const auto& row) {
    return row.state != DownloadState::Done && row.state != DownloadState::Failed && row.state != DownloadState::Paused;
  }));
}

QString Downloads::checkText(const DownloadStatus& status) const {
  using Check = FileDownload::Check;
  const bool done = status.state == DownloadState::Done;
  if (done && status.check == Check::Known) return tr("Its checksum is the one that was known before.");
  if (done && status.check == Check::None) return tr("No checksum was known: the size alone was checked.");
  if (status.check == Check::Host)
    return done ? tr("It agrees with its host's checksum, which nobody else has confirmed.") : tr("The checksum is the host's own word.");
  return {};
}

QString Downloads::statusText(const DownloadStatus& status) const {
  const auto amount = status.total < 0 ? size(status.done) : tr("%1 of %2").arg(size(status.done), size(status.total));
  switch (status.state) {
    case DownloadState::Queued: return tr("Waiting for its turn");
    case DownloadState::Checking: return tr("Checking what is here: %1").arg(amount);
    case DownloadState::Waiting: return tr("%1; the connection broke, trying again").arg(amount);
    case DownloadState::Paused: return tr("Paused at %1").arg(amount);
    case DownloadState::Failed: return tr("Stopped at %1").arg(amount);
    case DownloadState::Done: return tr("Done: %1").arg(amount);
    case DownloadState::Running: break;
  }
  if (status.speed <= 0) return amount;
  const auto speed = tr("%1/s").arg(size(static_cast<qint64>(status.speed)));
  if (status.total < 0) return tr("%1, %2").arg(amount, speed);
  return tr("%1, %2, %3").arg(amount, speed, timeLeft(double(status.total - status.done) / status.speed));
}

QVariant Downloads::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[index.row()];
  switch (role) {
    case IdRole: return row.id;
    case Qt::DisplayRole:
    case NameRole: return row.files > 1 ? tr("%1 (file %2 of %3)").arg(row.name).arg(std::min(row.file + 1, row.files)).arg(row.files) : row.name;
    case StateRole: return static_cast<int>(row.state);
    case ProgressRole: return row.total > 0 ? double(row.done) / double(row.total) : -1.0;
    case StatusRole: return statusText(row);
    case ProblemRole: return problemText(row.problem);
    case DetailRole: return row.problem.detail;
    case HostRole: return row.problem.kind == DownloadProblem::Kind::HostNotAllowed ? row.problem.host : QString();
    case PathRole: return row.path;
    case CheckRole: return checkText(row);
    default: return {};
  }
}

QHash<int, QByteArray> Downloads::roleNames() const {
  return {{IdRole, "downloadId"}, {NameRole, "name"}, {StateRole, "downloadState"}, {ProgressRole, "progress"}, {StatusRole, "status"},
          {ProblemRole, "problem"}, {DetailRole, "detail"}, {HostRole, "host"}, {PathRole, "path"}, {CheckRole, "check"}};
}

void Downloads::show(const QList<DownloadStatus>& all) {
  const auto ids = [](const QList<DownloadStatus>& rows) {
    QStringList list;
    for (const auto& row : rows) list += row.id;
    return list;
  };
  if (ids(all) == ids(m_rows)) {
    m_rows = all;
    if (!m_rows.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1));
  } else {
    beginResetModel();
    m_rows = all;
    endResetModel();
  }
  emit countChanged();
}

bool Downloads::add(const QString& name, const QList<Wanted>& files) {
  m_problem.clear();
  DownloadOrder order{.id = {}, .name = name, .files = {}};
  auto folder = m_folder;
  if (files.size() > 1) {
    auto below = name;
    below.remove(QRegularExpression(QStringLiteral("[^\\w .-]"), QRegularExpression::UseUnicodePropertiesOption));
    while (below.startsWith(u'.')) below.remove(0, 1);
    folder = QDir::cleanPath(m_folder + u'/' + below.trimmed().left(80));
    if (below.trimmed().isEmpty() || QFileInfo::exists(folder)) m_problem = tr("There is a folder of this name already, or the name will not do.");
  }
  for (const auto& file : files) {
    const auto target = safeFileName(file.name.isEmpty() ? file.url.fileName() : file.name);
    if (target.isEmpty()) m_problem = tr("The address does not end in the name of a model file, such as model.gguf.");
    if (!file.sha256.isEmpty() && file.sha256.size() != 32) m_problem = tr("A SHA-256 sum has 64 digits from 0 to 9 and a to f.");
    order.files.append({.task = {.url = file.url, .target = freeTarget(folder, target), .bytes = file.bytes, .sha256 = file.sha256},
                        .record = {}, .done = false});
  }
  if (!m_problem.isEmpty() || files.isEmpty()) return false;
  onNetworkThread([queue = m_queue, order] { queue->add(order); });
  return true;
}

QString Downloads::addAddress(const QString& address, const QString& sha256) {
  const QUrl url(address.trimmed(), QUrl::StrictMode);
  auto rules = m_settings.rules();
  rules.hosts.insert(url.host().toLower());
  if (const auto refusal = refuse(url, rules)) return problemText(problemOf(*refusal));
  const auto hash = sha256.trimmed().isEmpty() ? QByteArray() : QByteArray::fromHex(sha256.trimmed().toLatin1());
  if (!sha256.trimmed().isEmpty() && (hash.size() != 32 || sha256.trimmed().size() != 64)) return tr("A SHA-256 sum has 64 digits from 0 to 9 and a to f.");
  const auto name = safeFileName(url.fileName());
  m_settings.allowHost(url.host());
  return add(name, {{.url = url, .name = name, .bytes = -1, .sha256 = hash}}) ? QString() : m_problem;
}

void Downloads::pause(const QString& id) {
  onNetworkThread([queue = m_queue, id] { queue->pause(id); });
}

void Downloads::resume(const QString& id) {
  onNetworkThread([queue = m_queue, id] { queue->resume(id); });
}

void Downloads::cancel(const QString& id) {
  onNetworkThread([queue = m_queue, id] { queue->cancel(id); });
}

void Downloads::allowAndResume(const QString& id, const QString& host) {
  m_settings.allowHost(host);
  resume(id);
}

void Downloads::fetch(const QUrl& url, qint64 most, QObject* context,
                      std::function<void(const QByteArray& bytes, const QString& problem)> done) {
  onNetworkThread([this, url, most, context = QPointer(context), done = std::move(done)] {
    auto* fetch = m_gate->get({.url = url, .headers = {}});
    auto bytes = std::make_shared<QByteArray>();
    const auto answer = [this, fetch, context, done, bytes](const DownloadProblem& problem) {
      fetch->abort();
      fetch->deleteLater();
      // Words are made where the language is known.
      QMetaObject::invokeMethod(this, [context, done, bytes = *bytes, problem] {
        if (context) done(problem.kind == DownloadProblem::Kind::None ? bytes : QByteArray(), problemText(problem));
      }, Qt::QueuedConnection);
    };
    connect(fetch, &NetworkFetch::dataArrived, fetch, [fetch, bytes, most, answer] {
      bytes->append(fetch->read(most + 1 - bytes->size()));
      if (bytes->size() > most) answer({DownloadProblem::Kind::WrongSize, fetch->url().host(), {}});
    });
    connect(fetch, &NetworkFetch::finished, fetch, [fetch, bytes, most, answer](bool whole, const QString& error) {
      bytes->append(fetch->read(most + 1 - bytes->size()));
      const bool good = whole && fetch->status() == 200;
      answer(good ? DownloadProblem{} : DownloadProblem{fetch->status() == 404 ? DownloadProblem::Kind::NotThere : DownloadProblem::Kind::ConnectionFails, fetch->url().host(), error});
    });
    connect(fetch, &NetworkFetch::refused, fetch, [answer](const NetworkRefusal& refusal) { answer(problemOf(refusal)); });
  });
}

QString problemText(const DownloadProblem& problem) {
  using Kind = DownloadProblem::Kind;
  switch (problem.kind) {
    case Kind::None: return {};
    case Kind::SwitchedOff: return Downloads::tr("The network is switched off in the settings, under Privacy.");
    case Kind::BadAddress: return Downloads::tr("This is not an address that can be fetched.");
    case Kind::NotSecure: return Downloads::tr("%1 would be asked without encryption, which Eddy does not do.").arg(problem.host);
    case Kind::HostNotAllowed: return Downloads::tr("The server sends on to %1, which is not on your list of hosts.").arg(problem.host);
    case Kind::TooManyRedirects: return Downloads::tr("The server sends round in circles.");
    case Kind::NotThere: return Downloads::tr("%1 does not have this file any more.").arg(problem.host);
    case Kind::NotAllowed: return Downloads::tr("%1 gives this file only to those who have signed in or agreed to its terms.").arg(problem.host);
    case Kind::ServerFails: return Downloads::tr("%1 cannot give the file now; try again later.").arg(problem.host);
    case Kind::ConnectionFails: return Downloads::tr("The connection to %1 broke too often; check the network and go on.").arg(problem.host);
    case Kind::WrongSize: return Downloads::tr("The file there has another size than it should: it is not the one that was wanted.");
    case Kind::WrongContent: return Downloads::tr("What came is not the file that was wanted, and was thrown away.");
    case Kind::NotAModel: return Downloads::tr("%1 sent a web page instead of a file.").arg(problem.host);
    case Kind::DiskFull: return Downloads::tr("There is not enough room on the disk; free some and go on.");
    case Kind::CannotWrite: return Downloads::tr("The file cannot be written in the folder for models.");
  }
  return {};
}

}  // namespace eddy
