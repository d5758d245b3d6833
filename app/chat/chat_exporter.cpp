#include "app/chat/chat_exporter.h"

#include "app/storage/export.h"
#include "app/storage/files.h"

namespace eddy {

/// Crosses between the threads, one at a time.
struct ChatExporter::Work {
  std::vector<StateToKeep> states;
  std::optional<CapsuleWriter> writer;
};

namespace {

Result<void> writeText(Stores& stores, const ChatExporter::Job& job) {
  auto chat = stores.conversations.conversation(job.conversation);
  if (!chat) return chat.error();
  std::string text;
  if (job.format == ChatExporter::Json) {
    auto messages = stores.conversations.all_messages(job.conversation);
    if (!messages) return messages.error();
    text = export_json(*chat, *messages);
  } else {
    auto branch = chat->current_leaf ? stores.conversations.branch(*chat->current_leaf) : std::vector<Message>();
    if (!branch) return branch.error();
    text = export_markdown(*chat, *branch);
  }
  return write_file_durably(job.file, std::as_bytes(std::span(text)));
}

Error cancelled() { return {ErrorCode::Cancelled, "[capsule] saving was stopped", {}}; }

}  // namespace

ChatExporter::ChatExporter(StorageService& storage, Job job, ParseState parse, QObject* parent)
    : QObject(parent), m_storage(storage), m_job(std::move(job)), m_parse(std::move(parse)), m_work(std::make_shared<Work>()) {}

void ChatExporter::start() {
  if (m_job.format != Capsule) {
    m_storage.submit(this, [job = m_job](Stores& stores) { return writeText(stores, job); },
                     [this](const Result<void>& done) { emit ended(done); });
    return;
  }
  auto begin = [job = m_job, work = m_work](Stores& stores) -> Result<void> {
    auto outgoing = outgoing_chat(stores.conversations, &stores.snapshots, stores.library, job.conversation);
    if (!outgoing) return outgoing.error();
    auto& chat = outgoing->chat;
    chat.settings = job.settings;
    if (chat.content.conversation.system_prompt.empty()) chat.content.conversation.system_prompt = job.systemPrompt;
    if (chat.model_fingerprint == job.modelFingerprint) chat.model_file = job.modelFile;
    work->states = outgoing->chosen(job.states);
    auto writer = begin_capsule(job.file, *outgoing, stores.library, job.states);
    if (!writer) return writer.error();
    work->writer.emplace(*std::move(writer));
    return {};
  };
  m_storage.submit(this, std::move(begin), [this](const Result<void>& begun) { begun ? step(0) : emit ended(begun); });
}

void ChatExporter::step(std::size_t index) {
  if (m_cancelled) {
    m_work->writer.reset();
    return emit ended(cancelled());
  }
  emit progressed(static_cast<double>(index) / static_cast<double>(m_work->states.size() + 1));
  if (index == m_work->states.size()) return finish();
  m_storage.submit(
      this, [work = m_work, index, parse = m_parse](Stores& stores) {
        return add_state(*work->writer, stores.snapshots, work->states[index], parse);
      },
      [this, index](const Result<bool>& added) { added ? step(index + 1) : emit ended(added.error()); });
}

void ChatExporter::finish() {
  m_storage.submit(this, [work = m_work](Stores&) { return work->writer->finish(); },
                   [this](const Result<void>& done) { emit ended(done); });
}

}  // namespace eddy
