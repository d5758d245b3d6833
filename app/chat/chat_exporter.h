// One export under way: a step at a time on the storage thread, so that chats go on meanwhile. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <thread>

#include "app/capsule/transfer.h"
#include "app/chat/chat_pages.h"
#include "app/storage/storage_service.h"

namespace eddy {

class ChatExporter : public QObject {
  Q_OBJECT

 public:
  enum Format { Capsule, Markdown, Json, Html, Pdf };
  Q_ENUM(Format)

  struct Job {
    ConversationId conversation{};
    std::filesystem::path file;
    Format format = Capsule;
    StatesKept states = StatesKept::CurrentLeaf;
    /// What the stores do not know: settings, the prompt in use, the model's file.
    std::map<std::string, std::string> settings;
    std::string systemPrompt;
    std::string modelFile;
    std::string modelFingerprint;  ///< whose file that is
  };
  ChatExporter(StorageService& storage, Job job, ParseState parse, QObject* parent);

  void start();
  /// Nothing is left behind; `ended` comes with Cancelled.
  void cancel();

 signals:
  void progressed(double fraction);
  /// Of a PDF that is on the disk: letters that no font here has.
  void lettersMissing(const QString& letters);
  void ended(const eddy::Result<void>& result);

 private:
  struct Work;
  void step(std::size_t index);
  void finish();
  void layOut(ChatPages chat);

  StorageService& m_storage;
  Job m_job;
  ParseState m_parse;
  std::shared_ptr<Work> m_work;
  bool m_cancelled = false;
  std::jthread m_layout;  // last: it speaks to the others
};

}  // namespace eddy
