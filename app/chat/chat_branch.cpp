#include "app/chat/chat_branch.h"

#include "app/chat/message_row.h"
#include "app/presets/answer_values.h"
#include "app/storage/chat_style.h"

namespace eddy {
namespace {

/// In a chat about documents: what was shown with each question, and how the last one is to be answered.
Result<void> readSources(Stores& stores, const AskingModel& model, ChatBranch& view) {
  for (const auto& message : view.branch) {
    if (message.author != Author::User) continue;
    auto sources = stores.documents.sources(message.id);
    if (!sources) return sources.error();
    if (*sources) view.sources.emplace(message.id, **std::move(sources));
  }
  if (view.branch.size() < 2) return {};
  const auto& question = view.branch[view.branch.size() - 2];
  auto turn = documentTurn(stores, question, model);
  if (!turn) return turn.error();
  view.documentTurn = *turn;
  auto segment = segmentWithSources(stores, question);
  if (!segment) return segment.error();
  view.question = *std::move(segment);
  return {};
}

/// Made here and not on the GUI thread, which thousands would keep busy.
void addRows(ChatBranch& view) {
  view.rows.reserve(view.branch.size());
  for (const auto& message : view.branch) {
    view.rows.push_back(rowOf(message));
    const auto sources = message.parent ? view.sources.find(*message.parent) : view.sources.end();
    if (sources != view.sources.end()) applySources(view.rows.back(), sources->second);
  }
}

}  // namespace

Result<ChatBranch> readChatBranch(Stores& stores, ConversationId id, const AskingModel& model) {
  auto conversation = stores.conversations.conversation(id);
  if (!conversation) return conversation.error();
  ChatBranch view{.conversation = *std::move(conversation)};
  auto style = ChatStyles(*stores.database).read(id);
  if (!style) return style.error();
  view.values = std::move(style->values);
  const auto origin = stores.library.origin_of(id);
  if (!origin) return origin.error();
  if (*origin) view.origin = place_of(**origin);
  if (view.conversation.current_leaf) {
    auto branch = stores.conversations.branch(*view.conversation.current_leaf);
    if (!branch) return branch.error();
    view.branch = *std::move(branch);
    auto journal = stores.conversations.answer_journal(*view.conversation.current_leaf);
    if (!journal) return journal.error();
    view.journal = *std::move(journal);
    if (auto sourced = readSources(stores, model, view); !sourced) return sourced.error();
  }
  addRows(view);
  return view;
}

TurnJob answerJob(const ChatBranch& view, const AnswerSettings& settings, bool continues) {
  const auto& answer = view.branch.back();
  const auto& prompt = view.conversation.system_prompt;  // it came with the chat
  TurnJob job{.conversation = view.conversation.id, .answer = static_cast<MessageRef>(answer.id),
              .system = prompt.empty() ? settings.system : prompt, .params = settings.params, .thinking = settings.thinking, .stateBudget = settings.stateBudget};
  if (auto own = thinkingOf(view.values)) job.thinking = *own;
  if (auto own = paramsOf(view.values)) {
    job.params = *std::move(own);
    job.params.alternatives = settings.params.alternatives;
  }
  if (continues) {
    job.base = job.answer;
    job.priorText = answer.text;
    job.priorTokens = answer.tokens;
    job.journal = view.journal;
    return job;
  }
  const auto& question = view.branch[view.branch.size() - 2];
  const auto origin = view.documentTurn ? view.documentTurn->origin : view.origin;
  job.base = question.parent ? static_cast<MessageRef>(*question.parent) : origin;
  job.isolated = view.documentTurn && view.documentTurn->isolated;
  job.segments = {view.question};
  if (job.isolated) job.segments.front().tokens.clear();
  return job;
}

}  // namespace eddy
