// Brings files into the document store, one after another, in the order given. GUI thread only; reading happens in a
// helper process watched by a thread of its own.
#pragma once

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <memory>
#include <semaphore>
#include <thread>

#include "app/documents/document_files.h"
#include "app/documents/reader_process.h"
#include "app/storage/storage_service.h"

namespace eddy {

class DocumentImporter : public QObject {
  Q_OBJECT

 public:
  explicit DocumentImporter(StorageService& storage, QObject* parent = nullptr);
  ~DocumentImporter() override;

  /// Files and folders; what lies in a folder is found out on a thread of its own, for a network may be slow.
  void add(const std::vector<std::filesystem::path>& dropped, ReaderOptions options = {});
  /// Gives up the file under way and those that wait.
  void cancel();

  bool isBusy() const { return m_busy; }
  QString fileName() const;
  /// Of the file under way; 0 where it has none.
  std::int32_t pageSoFar() const { return m_page; }
  int waiting() const { return static_cast<int>(m_files.size()); }

 signals:
  void changed();
  void imported(qint64 document, bool known);
  void failed(const QString& path, const eddy::DocumentError& error);
  void noticed(const QString& sentence);   ///< what was left out of a dropped folder
  void finished();                         ///< nothing is left to do

 private:
  struct File {
    std::filesystem::path path;
    ReaderOptions options;
    int tries = 0;
    std::filesystem::file_time_type written{};  ///< before the first byte was read
  };
  struct Dropped {
    std::vector<std::filesystem::path> paths;
    ReaderOptions options;
  };
  template <class Job>
  void runApart(Job job);
  void next();
  void expand();
  void lookUp(const FileContent& content, std::filesystem::file_time_type written);
  void begin(const FileContent& content);
  void read(DocumentId id);
  void append(DocumentId id, std::vector<Passage> passages);
  void finish(DocumentId id, const std::variant<DocumentFacts, DocumentError>& outcome, bool changedMeanwhile);
  void fail(const DocumentError& error);

  StorageService& m_storage;
  std::deque<Dropped> m_dropped;      // not looked into yet
  std::deque<File> m_files;
  File m_file;                        // under way
  bool m_busy = false;
  bool m_failedToStore = false;
  int m_round = 0;                    // grows when everything is given up
  std::int32_t m_page = 0;
  std::counting_semaphore<64> m_room{8};  // batches of passages between the thread and storage
  std::jthread m_thread;
};

}  // namespace eddy
