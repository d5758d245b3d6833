#include "tests/support/app/sample_chats.h"

#include "app/storage/reread_log.h"
#include "app/storage/storage_service.h"
#include "tests/support/app/fake_engine.h"

namespace eddy {
namespace {

struct Writer {
  ConversationStore& store;
  std::optional<MessageId> leaf = std::nullopt;

  void turn(ConversationId conversation, std::string_view question, AnswerRecord answer) {
    const auto turn = store.append_turn(conversation, leaf, question);
    if (!turn) return;
    leaf = turn->assistant_message;
    (void)store.finish_answer(*leaf, answer);
  }
};

AnswerRecord answered(std::string text) {
  const auto count = static_cast<std::int64_t>(text.size() / 4);
  return {.text = std::move(text),
          .seconds_to_first_token = 0.21,
          .seconds = static_cast<double>(count) / 31.4,
          .tokens_generated = count};
}

}  // namespace

void makeSampleChats(const std::filesystem::path& folder) {
  auto opened = Stores::open(folder);
  if (!opened) return;
  auto& store = opened->stores->conversations;

  const auto plain = store.create_conversation();
  Writer sorting{store};
  sorting.turn(*plain, "How do I sort a list of numbers?", answered("Call `std::sort(v.begin(), v.end())`."));
  auto failed = answered("First, think about");
  failed.status = MessageStatus::Failed;
  failed.error_code = "DeviceLost";
  sorting.turn(*plain, "And by hand?", failed);

  const auto letter = store.create_conversation();
  Writer writing{store};
  auto interrupted = answered("Dear landlord, I write to you about the");
  interrupted.status = MessageStatus::Interrupted;
  writing.turn(*letter, "Write a letter to my landlord about the broken heating", interrupted);

  const auto tour = store.create_conversation();
  Writer touring{store};
  touring.turn(*tour, "Show me what an answer can look like", answered(fake::canned_answer("User: tour")));
  auto reread = answered("Of course. The keeper climbed the stairs of the **lighthouse** once more.");
  reread.tokens_reread = 812;
  reread.reread_reason = "damaged";
  touring.turn(*tour, "Tell me a story about a lighthouse", reread);
  RereadLog log(*opened->stores->database);
  (void)log.add({.conversation = *letter, .title = {}, .message = *writing.leaf, .reason = "thinned", .tokens = 1204, .restored_tokens = 18'400,
                 .seconds = 4.1, .model_fingerprint = "starter", .model_name = "Starter"});
  (void)log.add({.conversation = *tour, .title = {}, .message = *touring.leaf, .reason = "damaged", .tokens = 812, .seconds = 2.6,
                 .model_fingerprint = "starter", .model_name = "Starter"});
  (void)log.add({.conversation = *tour, .title = {}, .message = *touring.leaf, .reason = "evicted", .tokens = 2310, .seconds = 7.9,
                 .model_fingerprint = "starter", .model_name = "Starter"});
  const auto turn = store.message(*touring.leaf);
  if (turn && turn->parent) {
    if (const auto second = store.append_answer(*turn->parent)) {
      (void)store.finish_answer(
          *second, answered("There once was a lighthouse at the edge of the map. Its keeper wrote down every ship."));
    }
  }
}

}  // namespace eddy
