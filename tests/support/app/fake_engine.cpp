#include "tests/support/app/fake_engine.h"

#include <algorithm>
#include <cstring>
#include <thread>

namespace eddy::fake {
namespace {

constexpr TokenId kStop = 0;
constexpr int kChunk = 64;

void pause(std::chrono::microseconds time, const std::stop_token& stop = {}) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (!stop.stop_requested()) {
    const auto left = until - std::chrono::steady_clock::now();
    if (left <= left.zero()) return;
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, std::chrono::milliseconds(5)));
  }
}

std::string text_of(std::span<const TokenId> tokens) {
  std::string text;
  for (const auto token : tokens) {
    if (token != kStop) text += static_cast<char>(token - 1);
  }
  return text;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Bytes of the UTF-8 character that begins with `lead`.
std::size_t character_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

class FakeFormat final : public ChatFormat {
 public:
  explicit FakeFormat(std::string name) : name_(std::move(name)) {}
  const std::string& name() const override { return name_; }
  std::string render_turn(std::string_view tail, std::string_view user, std::string_view system) const override {
    std::string text;
    if (tail.empty() && !system.empty()) text.append("System: ").append(system).append("\n\n");
    if (!tail.empty() && !ends_with(tail, "\n\n")) text.append("\n\n");
    return text.append("User: ").append(user).append("\n\nAssistant:");
  }
  std::string render_answer(std::string_view answer) const override { return std::string(1, ' ').append(answer); }
  const std::vector<std::string>& stop_strings() const override { return stop_strings_; }
  const std::vector<TokenId>& stop_tokens() const override { return stop_tokens_; }
  std::string_view trim_answer(std::string_view answer) const override {
    return !answer.empty() && answer.front() == ' ' ? answer.substr(1) : answer;
  }

 private:
  std::string name_;
  std::vector<std::string> stop_strings_{"\n\nUser:"};
  std::vector<TokenId> stop_tokens_{kStop};
};

class FakeSnapshot final : public StateSnapshot {
 public:
  FakeSnapshot(SnapshotKey key, std::vector<TokenId> tokens) : key_(std::move(key)), tokens_(std::move(tokens)) {}
  const SnapshotKey& key() const override { return key_; }
  const std::string& architecture() const override { return architecture_; }
  std::span<const TokenId> pending() const override { return {}; }
  const std::vector<TokenId>& tokens() const { return tokens_; }
  std::size_t byte_size() const override { return serialise().size(); }

  std::vector<std::byte> serialise() const override {
    // "fake", checksum, length of the fingerprint, fingerprint, tokens
    const std::uint64_t head[2] = {hash_tokens(0, tokens_), key_.model_fingerprint.size()};
    std::vector<std::byte> bytes(4 + sizeof head + head[1] + tokens_.size() * sizeof(TokenId));
    std::memcpy(bytes.data(), "fake", 4);
    std::memcpy(bytes.data() + 4, head, sizeof head);
    std::memcpy(bytes.data() + 4 + sizeof head, key_.model_fingerprint.data(), head[1]);
    if (!tokens_.empty())
      std::memcpy(bytes.data() + 4 + sizeof head + head[1], tokens_.data(), tokens_.size() * sizeof(TokenId));
    return bytes;
  }

 private:
  SnapshotKey key_;
  std::vector<TokenId> tokens_;
  std::string architecture_ = "fake";
};

class FakeSequence final : public Sequence {
 public:
  FakeSequence(std::shared_ptr<Script> script, std::string fingerprint)
      : script_(std::move(script)), fingerprint_(std::move(fingerprint)) {}

  Result<PrefillResult> prefill(std::span<const TokenId> tokens, std::stop_token stop,
                                const PrefillProgress& progress) override {
    const auto total = static_cast<std::int64_t>(tokens.size());
    const bool slowly = text_of(tokens).find("prepare") != std::string::npos;
    for (std::int64_t done = 0; done < total;) {
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[fake] stopped", {}};
      if (script_->fail_prefill) return Error{ErrorCode::DeviceLost, "[fake] the device went away while reading", {}};
      pause(std::chrono::milliseconds(script_->prefill_ms_per_chunk + (slowly ? 150 : 0)), stop);
      const auto count = std::min<std::int64_t>(slowly ? 4 : kChunk, total - done);
      append(tokens.subspan(static_cast<std::size_t>(done), static_cast<std::size_t>(count)));
      script_->tokens_read += count;
      done += count;
      if (progress) progress(done, total);
    }
    return PrefillResult{total, 0.001};
  }

  Result<GenerationResult> generate(const GenerationParams& params, std::stop_token stop,
                                    const TextSink& sink) override {
    if (tokens_.empty()) return Error{ErrorCode::InvalidArgument, "[fake] nothing to answer", {}};
    GenerationResult result{.seed = params.sampler.seed};
    if (script_->answers_differ && seed_ != params.sampler.seed) answer_.reset();
    seed_ = params.sampler.seed;
    while (static_cast<int>(result.tokens.size()) < params.max_tokens) {
      if (stop.stop_requested()) {
        result.reason = StopReason::Cancelled;
        break;
      }
      auto token = next_token();
      if (!token) return token.error();
      pause(std::chrono::microseconds(script_->token_us * slowness_));
      append({&*token, 1});
      result.tokens.push_back(*token);
      if (params.alternatives > 0) result.chances.push_back({*token, -0.5f, {{*token, -0.5f}, {TokenId{'x' + 1}, -2.0f}}});
      if (std::count(params.stop_tokens.begin(), params.stop_tokens.end(), *token)) {
        result.reason = StopReason::StopToken;
        break;
      }
      held_ += static_cast<char>(*token - 1);
      if (held_.size() < character_length(static_cast<unsigned char>(held_.front()))) continue;
      if (sink) sink(held_);
      result.text += held_;
      held_.clear();
    }
    return result;
  }

  Result<std::vector<float>> logits(std::span<const TokenId>, int, bool, std::stop_token) override {
    return Error{ErrorCode::Internal, "[fake] has no logits", {}};
  }
  Result<std::shared_ptr<const StateSnapshot>> snapshot() override {
    return std::shared_ptr<const StateSnapshot>(std::make_shared<FakeSnapshot>(key(), tokens_));
  }
  Result<void> restore(const StateSnapshot& snapshot) override {
    const auto* fake = dynamic_cast<const FakeSnapshot*>(&snapshot);
    if (!fake || fake->key().model_fingerprint != fingerprint_)
      return Error{ErrorCode::StateMismatch, "[fake] another model's state", {}};
    reset();
    append(fake->tokens());
    return {};
  }
  void reset() override {
    tokens_.clear();
    answer_.reset();
    held_.clear();
    tail_.clear();
  }
  SnapshotKey key() const override {
    return {fingerprint_, hash_tokens(0, tokens_), static_cast<std::int64_t>(tokens_.size())};
  }
  std::int64_t position() const override { return static_cast<std::int64_t>(tokens_.size()); }
  std::span<const TokenId> pending() const override { return {}; }
  std::string_view tail() const override { return tail_; }

 private:
  void append(std::span<const TokenId> tokens) {
    tokens_.insert(tokens_.end(), tokens.begin(), tokens.end());
    tail_ += text_of(tokens);
    if (tail_.size() > 256) tail_.erase(0, tail_.size() - 256);
    if (tokens.size() != 1) answer_.reset();
  }

  /// The next byte of the answer to everything before the last "Assistant:", decided by the tokens alone.
  Result<TokenId> next_token() {
    if (!answer_) find_answer();
    if (const int limit = script_->fail_generate_after;
        (limit >= 0 || failing_) && written_ >= std::size_t(limit >= 0 ? limit : 60)) {
      answer_.reset();
      return Error{ErrorCode::DeviceLost, "[fake] the device went away while writing", "fake detail"};
    }
    if (written_ >= answer_->size()) return kStop;
    return static_cast<TokenId>(static_cast<unsigned char>((*answer_)[written_++])) + 1;
  }

  void find_answer() {
    const auto text = text_of(tokens_);
    const auto end = text.rfind("Assistant:");
    const auto conversation = text.substr(0, end);
    answer_ = std::string(1, ' ').append(script_->answer ? script_->answer(conversation) : canned_answer(conversation));
    if (script_->answers_differ && seed_ != 0) *answer_ += " (" + std::to_string(seed_ % 1000) + ")";
    written_ = end == std::string::npos ? 0 : text.size() - end - 10;
    const auto question = conversation.substr(std::min(conversation.size(), conversation.rfind("User: ")));
    slowness_ = question.find("slow") != std::string::npos ? 12 : 1;
    failing_ = question.find("fail") != std::string::npos;
  }

  std::shared_ptr<Script> script_;
  std::string fingerprint_;
  std::vector<TokenId> tokens_;
  std::string tail_;
  std::optional<std::string> answer_;
  std::string held_;
  std::size_t written_ = 0;
  std::uint64_t seed_ = 0;
  int slowness_ = 1;
  bool failing_ = false;
};

class FakeModel final : public LanguageModel {
 public:
  FakeModel(std::shared_ptr<Script> script, ModelInfo info)
      : script_(std::move(script)),
        info_(std::move(info)),
        fingerprint_("fake-" + script_->model_version + "-" + script_->tokenizer),
        tokenizer_(script_->tokenizer),
        format_(script_->chat_format) {}
  const ModelInfo& info() const override { return info_; }
  std::vector<PlacedLayers> placement() const override {
    if (info_.path.find("divided") == std::string::npos) return {};
    return {{.backend = "vulkan", .layers = 5, .of_layers = 8}, {.backend = "cpu", .first = 5, .layers = 3, .of_layers = 8}};
  }
  const std::string& fingerprint() const override { return fingerprint_; }
  const std::string& tokenizer_fingerprint() const override { return tokenizer_; }
  const ChatFormat& chat_format() const override { return format_; }
  std::vector<TokenId> tokenize(std::string_view text, bool) const override {
    std::vector<TokenId> tokens;
    for (const char c : text) tokens.push_back(static_cast<TokenId>(static_cast<unsigned char>(c)) + 1);
    return tokens;
  }
  std::string detokenize(std::span<const TokenId> tokens, bool) const override { return text_of(tokens); }
  Result<std::unique_ptr<Sequence>> new_sequence() override {
    return std::unique_ptr<Sequence>(std::make_unique<FakeSequence>(script_, fingerprint_));
  }
  BatchMemory memory_of_batch(int count, std::int64_t, std::int64_t) const override {
    return {.needed = count * std::int64_t{1'000'000}, .available = script_->free_bytes};
  }
  /// A "tuned" state is one that has read the file's name, unknown to whoever mounts it.
  Result<std::shared_ptr<const StateSnapshot>> read_initial_state(const std::filesystem::path& path) const override {
    const auto name = path.filename().string();
    if (name.find("missing") != std::string::npos) return Error{ErrorCode::FileNotFound, "[fake] no such file: " + name, {}};
    if (name.find("other") != std::string::npos)
      return Error{ErrorCode::StateMismatch, "[fake] it was tuned for a model of another size: " + name, {}};
    auto tokens = tokenize(name + "\n\n", false);
    const SnapshotKey key{fingerprint_, hash_tokens(0, tokens), static_cast<std::int64_t>(tokens.size())};
    return std::shared_ptr<const StateSnapshot>(std::make_shared<FakeSnapshot>(key, std::move(tokens)));
  }

 private:
  std::shared_ptr<Script> script_;
  ModelInfo info_;
  std::string fingerprint_;
  std::string tokenizer_;
  FakeFormat format_;
};

class FakeEngine final : public Engine {
 public:
  explicit FakeEngine(std::shared_ptr<Script> script) : script_(std::move(script)) {}
  std::vector<DeviceInfo> devices() override {
    return {{.backend = "cpu", .id = "cpu", .name = "Fake processor", .usable = true}};
  }

  Result<ModelInfo> inspect(const std::filesystem::path& path) override {
    const auto name = path.string();
    if (name.find("missing") != std::string::npos)
      return Error{ErrorCode::FileNotFound, "[fake] no such file: " + name, {}};
    ModelInfo info{.path = name,
                   .name = path.stem().string(),
                   .description = "Answers with canned text",
                   .file_format = "fake",
                   .architecture = "rwkv7",
                   .parameters = 36'000'000,
                   .file_bytes = 29'000'000,
                   .weight_formats = {{"Q5_K", 29'000'000}},
                   .tokenizer = script_->tokenizer,
                   .vocabulary = 257,
                   .chat_format = script_->chat_format,
                   .layers = 8,
                   .width = 512,
                   .state_bytes = 1'081'344,
                   .memory_bytes = 84'000'000,
                   .runnable = true};
    if (name.find("corrupt") != std::string::npos || name.find("broken") != std::string::npos) {
      info.runnable = false;
      info.why_not = "[fake] file ends in the middle: " + name;
    }
    return info;
  }

  Result<std::shared_ptr<LanguageModel>> load(const std::filesystem::path& path, const LoadOptions&,
                                              std::stop_token stop, const LoadProgress& progress) override {
    auto info = inspect(path);
    if (!info) return info.error();
    if (!info->runnable) return Error{ErrorCode::FileCorrupt, info->why_not, {}};
    for (int step = 0; step <= 10; ++step) {
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[fake] load stopped", {}};
      if (progress) progress(step / 10.0);
      if (step == 5 && info->path.find("huge") != std::string::npos) {
        return Error{ErrorCode::OutOfMemory, "[fake] needs 900 GB, 16 GB are free", {}};
      }
      const bool slowly = info->path.find("slowload") != std::string::npos;
      pause(std::chrono::milliseconds(slowly ? 300 : script_->load_ms_per_step.load()), stop);
    }
    return std::shared_ptr<LanguageModel>(std::make_shared<FakeModel>(script_, *std::move(info)));
  }

 private:
  std::shared_ptr<Script> script_;
};

}  // namespace

std::string canned_answer(const std::string& conversation) {
  const auto question = conversation.substr(std::min(conversation.size(), conversation.rfind("User: ")));
  if (question.find("short") != std::string::npos) {
    return "I have read " + std::to_string(conversation.size()) + " bytes.";
  }
  if (question.find("formula") != std::string::npos) {
    return "The roots of $ax^2 + bx + c = 0$ with \\(a \\neq 0\\) are\n\n\\[\nx_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}\n\\]\n\n"
           "and the delta rule writes\n\n$$S_t = S_{t-1}\\left(\\mathrm{diag}(w_t) - \\hat\\kappa_t^\\top (a_t \\odot \\hat\\kappa_t)\\right) + v_t^\\top k_t$$\n\n"
           "It costs $5, not $10, for every $\\varepsilon > 0$.\n";
  }
  if (question.find("ponder") != std::string::npos) {
    std::string thought = "<think>\nWhat is asked here?\n\n";
    for (int i = 1; i <= 60; ++i) thought += "Way " + std::to_string(i) + " is weighed against the others, and nothing is taken for granted.\n\n";
    return thought + "</think>\n\nThe second way is the shorter one.";
  }
  if (question.find("toolbox") != std::string::npos) {
    return "<tool_call>\n{\"name\": \"tide\", \"arguments\": {\"place\": \"Oslo\"}}\n</tool_call>\n\n<tool_response>\nhigh at 14:10\n</tool_response>\n\n"
           "High water is at ten past two[^1].\n\n- [x] asked\n- [ ] believed\n\n[^1]: By the harbour's own table.\n";
  }
  if (question.find("malice") != std::string::npos) {
    std::string text = "![x](https://example.org/track.png) [a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://example.org/\xE2\x80\xAEgnp.exe) <img src=https://example.org/b.png>\n\n";
    text += std::string(5'000, '>') + " deep\n\n";
    for (int i = 0; i < 1'000; ++i) text += "- ";
    text += "deeper\n\n| a | b |\n|---|---|\n";
    for (int i = 0; i < 400; ++i) text += "| one | two |\n";
    text += "\n";
    for (int i = 0; i < 2'000; ++i) text += "word ";
    return text + "\n\n```cpp\n" + std::string(10'000, 'x') + "\nint a; // \xE2\x80\xAE hidden\n";
  }
  std::string text =
      "# A small tour\n\nThis answer comes from a **stand-in** for a model, with *all* kinds of blocks. It has read " +
      std::to_string(conversation.size()) +
      " bytes.\n\n- a first point\n- a second one with `code` in it\n  - and one below\n\n"
      "1. First\n2. Then\n\n```cpp\nint main() {\n  return 0;  // a comment\n}\n```\n\n> Somebody once said this.\n\n"
      "| Model | Size |\n|:--|--:|\n| Starter | 36 M |\n| World | 1.5 B |\n\nMore at [the project "
      "page](https://example.org/eddy).\n";
  if (question.find("long") == std::string::npos) return text;
  for (int i = 1; i <= 40; ++i) {
    text += "\n## Part " + std::to_string(i) +
            "\n\nThe keeper climbed the stairs of the lighthouse again, lit the lamp, and "
            "wrote down what the sea had said that night, word for word, as far as it can be said in words.\n";
  }
  return text;
}

std::unique_ptr<Engine> make_engine(std::shared_ptr<Script> script) {
  return std::make_unique<FakeEngine>(std::move(script));
}

Result<std::shared_ptr<const StateSnapshot>> parse_snapshot(std::span<const std::byte> bytes) {
  std::uint64_t head[2];
  const Error damaged{ErrorCode::FileCorrupt, "[fake] the saved state is damaged", {}};
  if (bytes.size() < 4 + sizeof head) return damaged;
  if (std::memcmp(bytes.data(), "newr", 4) == 0)
    return Error{ErrorCode::FileTooNew, "[fake] written by a newer version", {}};
  if (std::memcmp(bytes.data(), "fake", 4) != 0) return damaged;
  std::memcpy(head, bytes.data() + 4, sizeof head);
  auto rest = bytes.subspan(4 + sizeof head);
  if (rest.size() < head[1] || (rest.size() - head[1]) % sizeof(TokenId) != 0) return damaged;
  std::string fingerprint(reinterpret_cast<const char*>(rest.data()), head[1]);
  rest = rest.subspan(head[1]);
  std::vector<TokenId> tokens(rest.size() / sizeof(TokenId));
  if (!tokens.empty()) std::memcpy(tokens.data(), rest.data(), rest.size());
  if (hash_tokens(0, tokens) != head[0]) return damaged;
  const SnapshotKey key{fingerprint, head[0], static_cast<std::int64_t>(tokens.size())};
  return std::shared_ptr<const StateSnapshot>(std::make_shared<FakeSnapshot>(key, std::move(tokens)));
}

}  // namespace eddy::fake
