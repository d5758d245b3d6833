#include "app/chat/chat_exporter.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <algorithm>
#include <iterator>

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
  const auto pictures = stores.conversations.all_pictures(job.conversation);
  if (!pictures) return pictures.error();
  std::string text;
  if (job.format == ChatExporter::Json) {
    auto messages = stores.conversations.all_messages(job.conversation);
    if (!messages) return messages.error();
    text = export_json(*chat, *messages, *pictures);
  } else {
    auto branch = chat->current_leaf ? stores.conversations.branch(*chat->current_leaf) : std::vector<Message>();
    if (!branch) return branch.error();
    text = export_markdown(*chat, *branch, true, *pictures);
  }
  return write_file_durably(job.file, std::as_bytes(std::span(text)));
}

/// The branch on show, root first.
Result<ChatPages> pagesOf(Stores& stores, ConversationId conversation) {
  auto chat = stores.conversations.conversation(conversation);
  if (!chat) return chat.error();
  auto branch = chat->current_leaf ? stores.conversations.branch(*chat->current_leaf) : std::vector<Message>();
  if (!branch) return branch.error();
  const auto pictures = stores.conversations.all_pictures(conversation);
  if (!pictures) return pictures.error();
  ChatPages pages{.title = QString::fromStdString(chat->title), .messages = {}};
  for (const auto& message : *branch) {
    const bool user = message.author == Author::User;
    std::vector<Picture> shown;
    std::ranges::copy_if(*pictures, std::back_inserter(shown), [&](const Picture& one) { return one.message == message.id; });
    pages.messages.push_back({.who = QString::fromStdString(user ? std::string() : message.model_name),
                              .time = QDateTime::fromMSecsSinceEpoch(message.created_at),
                              .markdown = QByteArray::fromStdString(message.text), .user = user, .pictures = std::move(shown)});
  }
  return pages;
}

Result<void> writePage(const ChatPages& pages, const std::filesystem::path& file) {
  const auto html = htmlOf(pages).toUtf8();
  return write_file_durably(file, std::as_bytes(std::span(html.constData(), static_cast<std::size_t>(html.size()))));
}

Error cancelled() { return {ErrorCode::Cancelled, "[capsule] saving was stopped", {}}; }

}  // namespace

ChatExporter::ChatExporter(StorageService& storage, Job job, ParseState parse, QObject* parent)
    : QObject(parent), m_storage(storage), m_job(std::move(job)), m_parse(std::move(parse)), m_work(std::make_shared<Work>()) {}

void ChatExporter::start() {
  if (m_job.format == Html || m_job.format == Pdf) {
    m_storage.submit(this, [conversation = m_job.conversation](Stores& stores) { return pagesOf(stores, conversation); },
                     [this](const Result<ChatPages>& pages) { pages ? layOut(*pages) : emit ended(pages.error()); });
    return;
  }
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

void ChatExporter::cancel() {
  m_cancelled = true;
  m_layout.request_stop();
}

/// Long chats take seconds: neither the window nor the storage waits.
void ChatExporter::layOut(ChatPages chat) {
  if (m_cancelled) return emit ended(cancelled());
  for (auto& message : chat.messages) {
    if (message.user) message.who = tr("You");
    else if (message.who.isEmpty()) message.who = tr("Assistant");
  }
  if (chat.title.isEmpty()) chat.title = tr("Chat");
  m_layout = std::jthread([this, chat = std::move(chat), job = m_job](std::stop_token stop) {
    const auto progress = [this](double fraction) {
      QMetaObject::invokeMethod(this, [this, fraction] { emit progressed(fraction); }, Qt::QueuedConnection);
    };
    auto done = job.format == Pdf ? writePdf(chat, job.file, stop, progress) : writePage(chat, job.file);
    const auto missing = job.format == Pdf && done ? lettersWithoutFont(chat) : QString();
    if (!missing.isEmpty()) QMetaObject::invokeMethod(this, [this, missing] { emit lettersMissing(missing); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, [this, done = std::move(done)] { emit ended(done); }, Qt::QueuedConnection);
  });
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
