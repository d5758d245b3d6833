#include "app/storage/storage_service.h"

#include <QLoggingCategory>
#include <QMetaObject>

namespace eddy {
namespace {
Q_LOGGING_CATEGORY(log, "eddy.storage")

// Milliseconds to wait for another program that reads.
constexpr int kBusyTimeout = 5000;
constexpr int kCacheTimeout = 2000;
}

Result<Stores::Opened> Stores::open(const std::filesystem::path& folder, const KeyPointer& key) {
  auto lock = FolderLock::acquire(folder);
  if (!lock) return lock.error();
  auto opened = open_conversation_database(folder, OpenMode::ReadWrite, kBusyTimeout, key);
  if (!opened) return opened.error();
  auto snapshots = SnapshotStore::open(folder, opened->uuid, kCacheTimeout, key);
  auto documents = DocumentStore::open(folder, opened->uuid, kCacheTimeout, key);
  auto& database = *opened->database;
  return Opened{
      std::unique_ptr<Stores>(new Stores{*std::move(lock), std::move(opened->database), ConversationStore(database),
                                         SettingsStore(database), std::move(snapshots.store), std::move(documents.store),
                                         StateLibrary(database, folder)}),
      snapshots.notice ? std::move(snapshots.notice) : std::move(documents.notice)};
}

Result<std::unique_ptr<Stores>> Stores::in_memory() {
  // Ids differ from those on disk, because the inference thread knows messages by them.
  auto database = conversation_database_in_memory(kFirstPrivateId);
  if (!database) return database.error();
  auto documents = DocumentStore::in_memory();
  if (!documents) return documents.error();
  auto& opened = **database;
  return std::unique_ptr<Stores>(new Stores{std::nullopt, *std::move(database), ConversationStore(opened), SettingsStore(opened),
                                            SnapshotStore::closed(), *std::move(documents), StateLibrary(opened, {})});
}

StorageService::StorageService(QObject* parent)
    : QObject(parent), m_thread([this](std::stop_token stop) { run(stop); }) {}

StorageService::~StorageService() { shutdown(); }

StorageService& StorageService::of(qint64 conversation) {
  if (!isPrivate(conversation)) return *this;
  if (!m_private) {
    m_private = std::make_unique<StorageService>();
    m_private->enqueue([service = m_private.get()] {
      auto stores = Stores::in_memory();
      if (stores) service->m_stores = *std::move(stores);
      else logFailure(stores.error());
    });
  }
  return *m_private;
}

void StorageService::shutdown() {
  if (m_private) m_private->shutdown();
  m_thread.request_stop();
  if (m_thread.joinable()) m_thread.join();
}

void StorageService::open(const std::filesystem::path& folder, QObject* context, Opened done) {
  auto answer = std::make_shared<std::optional<Result<std::optional<Error>>>>();
  const auto ticket = expect(context, [answer, done = std::move(done)] { done(**answer); });
  enqueue([this, answer, ticket, folder] {
    auto opened = Stores::open(folder);
    if (opened) {
      m_stores = std::move(opened->stores);
      m_folder = folder;
      answer->emplace(std::optional<Error>(std::move(opened->notice)));
    } else {
      answer->emplace(opened.error());
    }
    deliver(ticket);
  });
}

void StorageService::moveTo(const std::filesystem::path& folder, QObject* context,
                            std::function<void(const Result<void>&)> done) {
  auto answer = std::make_shared<std::optional<Result<void>>>();
  const auto ticket = expect(context, [answer, done = std::move(done)] { done(**answer); });
  enqueue([this, answer, ticket, folder] {
    const auto move = [&]() -> Result<void> {
      if (!m_stores) return notOpen();
      auto stores = std::move(m_stores);
      // Close the databases but hold the lock while the files move.
      auto lock = std::move(stores->lock);
      stores.reset();
      auto moved = move_data_folder(m_folder, folder);
      { const auto released = std::move(lock); }
      if (auto opened = reopen(moved ? folder : m_folder); !opened) return opened;
      return moved;
    };
    answer->emplace(move());
    deliver(ticket);
  });
}

StorageService::Ticket StorageService::expect(QObject* context, std::function<void()> done) {
  m_expected.emplace(++m_lastTicket, Expected{context, std::move(done)});
  return m_lastTicket;
}

void StorageService::enqueue(std::function<void()> job) {
  const std::lock_guard lock(m_mutex);
  m_jobs.push_back(std::move(job));
  m_wake.notify_one();
}

/// On the storage thread; the rest happens on the GUI thread.
void StorageService::deliver(Ticket ticket) {
  QMetaObject::invokeMethod(this, [this, ticket] {
    auto expected = m_expected.extract(ticket);
    if (expected && expected.mapped().context) expected.mapped().done();
  }, Qt::QueuedConnection);
}

void StorageService::run(std::stop_token stop) {
  while (true) {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); });
    if (m_jobs.empty()) break;  // asked to stop, and everything is done
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    lock.unlock();
    job();
  }
  m_stores.reset();
}

Error StorageService::notOpen() { return {ErrorCode::FileNotFound, "[storage] no data folder is open", {}}; }

void StorageService::logFailure(const Error& error) {
  qCWarning(log).noquote() << QString::fromStdString(error.message);
}

}  // namespace eddy
