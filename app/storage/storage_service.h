// The door to the storage thread. GUI thread only; all of SQLite runs on the service's own thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/data_location.h"
#include "app/storage/document_store.h"
#include "app/storage/settings_store.h"
#include "app/storage/snapshot_store.h"
#include "app/storage/state_library.h"
#include "app/storage/vault.h"

namespace eddy {

/// Everything kept in one data folder. The storage thread only.
struct Stores {
  std::optional<FolderLock> lock;  ///< nothing when all is in memory
  std::unique_ptr<Database> database;
  ConversationStore conversations;
  SettingsStore settings;
  SnapshotStore snapshots;
  DocumentStore documents;
  StateLibrary library;

  struct Opened {
    std::unique_ptr<Stores> stores;
    std::optional<Error> notice;  ///< of saved states or documents: they could not be used and were put aside
  };
  /// `key`: of an encrypted folder.
  static Result<Opened> open(const std::filesystem::path& folder, const KeyPointer& key = nullptr);
  /// Nothing of it is ever written to a disk, and states are not kept. Ids begin at kFirstPrivateId.
  static Result<std::unique_ptr<Stores>> in_memory();
};

/// Conversations and messages with ids from here on are private: they live in memory alone.
inline constexpr std::int64_t kFirstPrivateId = std::int64_t{1} << 40;
inline bool isPrivate(std::int64_t id) { return id >= kFirstPrivateId; }

/// Jobs run one after another in the order given.
class StorageService : public QObject {
  Q_OBJECT

 public:
  explicit StorageService(QObject* parent = nullptr);
  ~StorageService() override;

  /// Does what is still waiting, closes the files and joins the thread. Results are not delivered, later jobs not done.
  void shutdown();

  /// Opens the folder; `done` gets the notice about saved states, if any, or why nothing could be opened.
  using Opened = std::function<void(const Result<std::optional<Error>>&)>;
  void open(const std::filesystem::path& folder, QObject* context, Opened done);

  // An encrypted folder (storage_vault.cpp). False: the passphrase is wrong.
  using Checked = std::function<void(const Result<bool>&)>;
  using Progress = std::function<bool(double)>;  ///< on the storage thread; false stops
  /// Before open(): whether the folder is encrypted. Brings a turning on or off to its end that was interrupted.
  void look(const std::filesystem::path& folder, QObject* context, Checked done);
  void unlock(const std::filesystem::path& folder, const std::string& passphrase, QObject* context, Checked done);
  void encrypt(const std::string& passphrase, Progress progress, QObject* context, Checked done);
  void decrypt(const std::string& passphrase, Progress progress, QObject* context, Checked done);
  void changePassphrase(const std::string& before, const std::string& after, QObject* context, Checked done);
  /// What a guess at a new passphrase costs.
  void setVaultCost(VaultCost cost) { m_vaultCost = cost; }

  /// Moves everything to another folder and goes on there; on failure all stays where it is.
  void moveTo(const std::filesystem::path& folder, QObject* context, std::function<void(const Result<void>&)> done);

  /// Where a conversation is kept: here, or in memory when it is private.
  StorageService& of(qint64 conversation);

  /// Runs `work(Stores&)`, which returns a Result, on the storage thread, then `done(result)` here unless `context` is
  /// gone. While nothing is open `work` is not run and the result is FileNotFound.
  template <class Work, class Done>
  void submit(QObject* context, Work work, Done done) {
    using Answer = std::invoke_result_t<Work, Stores&>;
    auto answer = std::make_shared<std::optional<Answer>>();
    const auto ticket = expect(context, [answer, done = std::move(done)]() mutable { done(std::move(**answer)); });
    enqueue([this, answer, ticket, work = std::move(work)]() mutable {
      answer->emplace(m_stores ? work(*m_stores) : Answer(notOpen()));
      deliver(ticket);
    });
  }
  /// For changes whose failure is only logged.
  template <class Work>
  void submit(Work work) {
    submit(this, std::move(work), [](const auto& result) {
      if (!result) logFailure(result.error());
    });
  }

 private:
  using Ticket = quint64;
  Ticket expect(QObject* context, std::function<void()> done);
  void enqueue(std::function<void()> job);
  void check(QObject* context, std::function<Result<bool>()> work, Checked done);
  Result<void> reopen(const std::filesystem::path& folder);
  Result<bool> changeVault(const std::function<Result<bool>()>& change);
  void deliver(Ticket ticket);
  void run(std::stop_token stop);
  static Error notOpen();
  static void logFailure(const Error& error);

  struct Expected {
    QPointer<QObject> context;
    std::function<void()> done;
  };
  std::map<Ticket, Expected> m_expected;      // GUI thread
  Ticket m_lastTicket = 0;

  std::unique_ptr<StorageService> m_private;  // GUI thread; made when it is first asked for

  std::unique_ptr<Stores> m_stores;           // storage thread
  std::filesystem::path m_folder;
  KeyPointer m_key;                           // storage thread
  VaultCost m_vaultCost;                      // set before there are jobs

  std::mutex m_mutex;                         // guards m_jobs
  std::condition_variable_any m_wake;
  std::deque<std::function<void()>> m_jobs;
  std::jthread m_thread;                      // last: starts when all else is there
};

}  // namespace eddy
