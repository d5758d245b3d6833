// One file under way into the stores: read and checked on a thread of its own, then taken over. GUI thread only.
#pragma once

#include <QObject>
#include <QString>
#include <thread>

#include "app/capsule/chat_files.h"
#include "app/capsule/transfer.h"
#include "app/storage/storage_service.h"

namespace eddy {

class ChatImporter : public QObject {
  Q_OBJECT

 public:
  struct Taken {
    std::vector<ImportedConversation> conversations;
    PortableChat first;              ///< without its messages
    std::size_t statesKept = 0;
    std::size_t statesLeft = 0;      ///< too new, or there was no room
  };

  ChatImporter(StorageService& storage, std::filesystem::path file, bool withStates, ParseState parse, QObject* parent);
  /// Stops, and waits until the thread has noticed.
  ~ChatImporter() override;

  void start();
  /// Before the text is taken over nothing stays; afterwards what is left of the states.
  void cancel();

 signals:
  void progressed(double fraction);
  void ended(const eddy::Result<eddy::ChatImporter::Taken>& result);

 private:
  struct Found {
    std::vector<PortableChat> chats;
    std::shared_ptr<CapsuleReader> capsule;  // when it is one
    std::vector<std::byte> origin;           // what the chat begins with
  };
  static Result<Found> read(const std::filesystem::path& file, bool withStates, const ParseState& parse, std::stop_token stop,
                            const CapsuleProgress& progress);
  void takeOver(Found found);
  void keepState(std::size_t index);

  StorageService& m_storage;
  std::filesystem::path m_file;
  bool m_withStates;
  ParseState m_parse;
  std::shared_ptr<CapsuleReader> m_capsule;
  Taken m_taken;
  bool m_cancelled = false;
  std::jthread m_thread;
};

}  // namespace eddy
