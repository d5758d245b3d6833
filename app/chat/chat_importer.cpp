#include "app/chat/chat_importer.h"

#include <QMetaObject>

namespace eddy {

ChatImporter::ChatImporter(StorageService& storage, std::filesystem::path file, bool withStates, ParseState parse, QObject* parent)
    : QObject(parent), m_storage(storage), m_file(std::move(file)), m_withStates(withStates), m_parse(std::move(parse)) {}

ChatImporter::~ChatImporter() { cancel(); }

void ChatImporter::cancel() {
  m_cancelled = true;
  m_thread.request_stop();
}

Result<ChatImporter::Found> ChatImporter::read(const std::filesystem::path& file, bool withStates, const ParseState& parse,
                                               std::stop_token stop, const CapsuleProgress& progress) {
  if (recognise_chat_file(file) != ChatFileKind::Capsule) {
    auto chats = read_chat_file(file, stop);
    if (!chats) return chats.error();
    return Found{*std::move(chats), nullptr, {}};
  }
  auto capsule = CapsuleReader::open(file, stop);
  if (!capsule) return capsule.error();
  if (withStates) {
    if (auto whole = capsule->check_states(parse, stop, progress); !whole) return whole.error();
  }
  Found found{{capsule->chat()}, nullptr, {}};
  if (!withStates) found.chats.front().origin.reset();
  if (!withStates) return found;
  if (auto origin = capsule->origin_bytes(parse)) found.origin = *std::move(origin);
  found.capsule = std::make_shared<CapsuleReader>(*std::move(capsule));
  return found;
}

void ChatImporter::start() {
  m_thread = std::jthread([this, file = m_file, withStates = m_withStates, parse = m_parse](std::stop_token stop) {
    const auto tell = [this](std::int64_t done, std::int64_t total) {
      const double fraction = 0.5 * static_cast<double>(done) / static_cast<double>(total);
      QMetaObject::invokeMethod(this, [this, fraction] { emit progressed(fraction); }, Qt::QueuedConnection);
    };
    auto found = std::make_shared<Result<Found>>(read(file, withStates, parse, stop, tell));
    QMetaObject::invokeMethod(this, [this, found] {
      if (*found && !m_cancelled) takeOver(*std::move(*found));
      else emit ended(*found ? Error{ErrorCode::Cancelled, "[capsule] opening was stopped", {}} : found->error());
    }, Qt::QueuedConnection);
  });
}

void ChatImporter::takeOver(Found found) {
  m_capsule = found.capsule;
  m_taken.first = found.chats.front();
  m_taken.first.content.messages.clear();
  auto work = [chats = std::move(found.chats), origin = std::move(found.origin)](Stores& stores) {
    return take_over(*stores.database, stores.library, chats, origin);
  };
  m_storage.submit(this, std::move(work), [this](Result<std::vector<ImportedConversation>> imported) {
    if (!imported) return emit ended(imported.error());
    m_taken.conversations = *std::move(imported);
    keepState(0);
  });
}

void ChatImporter::keepState(std::size_t index) {
  const auto count = m_capsule ? m_capsule->states().size() : 0;
  if (index == count || m_cancelled) {
    m_taken.statesLeft += count - index;
    return emit ended(std::move(m_taken));
  }
  emit progressed(0.5 + 0.5 * static_cast<double>(index) / static_cast<double>(count));
  auto work = [capsule = m_capsule, index, imported = m_taken.conversations.front(), parse = m_parse](Stores& stores) {
    return keep_state(*capsule, index, imported, stores.snapshots, parse);
  };
  m_storage.submit(this, std::move(work), [this, index](const Result<bool>& kept) {
    kept && *kept ? ++m_taken.statesKept : ++m_taken.statesLeft;
    keepState(index + 1);
  });
}

}  // namespace eddy
