// What it takes to keep a conversation's state and to go on from it.
//   eddy-bench-state                       random states of the shapes of known models, without weights
//   eddy-bench-state MODEL TOKENS          reads that many tokens with a model, saves, and goes on as a new start would
//   eddy-bench-state MODEL memory BACKEND  a state from a device to host memory and back, and how long the model loads
//   eddy-bench-state MODEL TOKENS read|resume FOLDER THREADS
//                                          one half of that each, in a process of its own, once
// Saving is what the app does after an answer: copy, hash the new rows, write durably, enter into the index. Restoring
// ends when the next token could be computed. Medians of five,
// where nothing else is said.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "app/storage/snapshot_store.h"
#include "engine/api/engine.h"
#include "engine/backends/cpu/cpu_state.h"
#include "engine/state/stored_snapshot.h"

using namespace eddy;

namespace {

constexpr int kRepeats = 5;

template <class T>
T must(Result<T> result) {
  if (result) return *std::move(result);
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}
void must(const Result<void>& result) {
  if (result) return;
  std::fprintf(stderr, "%s\n", result.error().message.c_str());
  std::exit(1);
}

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// A folder for one run of this program.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("eddy-bench-" + std::to_string(std::random_device()()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

StateLayout rwkv7(std::int64_t layers, std::int64_t width) {
  StateLayout layout;
  for (int i = 0; i < layers; ++i) {
    const std::string name = "blk." + std::to_string(i) + ".";
    layout.slots.push_back({.name = name + "att_shift", .layer = i, .shape = {width}});
    layout.slots.push_back({.name = name + "wkv", .layer = i, .shape = {width / 64, 64, 64}});
    layout.slots.push_back({.name = name + "ffn_shift", .layer = i, .shape = {width}});
  }
  return layout;
}

/// `recurrent` layers with a state and a convolution each, `attending` layers with rows of keys and values.
StateLayout hybrid(int recurrent, std::int64_t state, std::int64_t convolution, int attending, std::int64_t row) {
  StateLayout layout;
  for (int i = 0; i < recurrent; ++i) {
    layout.slots.push_back({.name = "blk." + std::to_string(i) + ".conv", .layer = i, .shape = {convolution}});
    layout.slots.push_back({.name = "blk." + std::to_string(i) + ".ssm", .layer = i, .shape = {state}});
  }
  for (int i = 0; i < attending; ++i) {
    for (const char* what : {".k", ".v"}) {
      layout.slots.push_back(
          {.name = "blk." + std::to_string(i) + what, .layer = i, .kind = SlotKind::PerToken, .shape = {row}});
    }
  }
  return layout;
}

struct ModelShape {
  const char* name;
  StateLayout layout;
  std::int64_t tokens;
};

std::vector<ModelShape> shapes() {
  return {{"RWKV-7 0.4B", rwkv7(24, 1024), 4096},
          {"RWKV-7 1.5B", rwkv7(24, 2048), 4096},
          {"RWKV-7 2.9B", rwkv7(32, 2560), 4096},
          {"RWKV-7 7.2B", rwkv7(32, 4096), 4096},
          // 64 layers of 80 heads of 64 channels and 128 states
          {"Mamba-2 2.7B", hybrid(64, 80 * 64 * 128, 3 * (5120 + 2 * 128), 0, 0), 4096},
          // 28 Mamba layers of 8,192 channels and 16 states, 4 of attention with 8 heads of 128
          {"Jamba 52B", hybrid(28, 16 * 8192, 3 * 8192, 4, 8 * 128), 4096},
          // 24 Mamba-2 layers of 128 heads of 64 channels and 128 states, 4 of attention
          {"Nemotron-H 8B", hybrid(24, 128 * 64 * 128, 3 * (8192 + 2 * 8 * 128), 4, 8 * 128), 4096},
          // 24 layers with both: 48 heads of 64 channels and 256 states, 2 key heads of 128
          {"Falcon-H1 1.5B", hybrid(24, 48 * 64 * 256, 3 * (3072 + 2 * 256), 24, 2 * 128), 4096}};
}

/// A state with random numbers that has read some tokens.
class RandomState {
 public:
  explicit RandomState(const StateLayout& layout) : layout_(layout), state_(must(CpuState::create(layout))) {
    for (std::size_t i = 0; i < layout_.slots.size(); ++i) {
      if (layout_.slots[i].kind == SlotKind::Fixed) fill(state_->slot(static_cast<int>(i)), layout_.slots[i].elements());
    }
  }

  void read(std::int64_t tokens) {
    must(state_->reserve(tokens));
    for (std::size_t i = 0; i < layout_.slots.size(); ++i) {
      if (layout_.slots[i].kind != SlotKind::PerToken) continue;
      const TokenRows rows = state_->rows(static_cast<int>(i));
      for (std::int64_t t = 0; t < tokens; ++t) fill(rows.row(tokens_ + t), rows.width);
    }
    state_->commit(tokens);
    tokens_ += tokens;
  }

  std::shared_ptr<const StateSnapshot> snapshot() {
    SnapshotContent content;
    content.architecture = "bench";
    content.key = {"bench", static_cast<std::uint64_t>(tokens_), tokens_};
    content.layout_hash = hash_layout(layout_);
    BytesToFill copy(static_cast<std::size_t>(layout_.fixed_bytes()));
    must(state_->read(copy.bytes()));
    content.state = std::move(copy).shared();
    content.rows = must(state_->read_rows());
    return std::make_shared<StoredSnapshot>(std::move(content));
  }

  void restore(const StateSnapshot& snapshot) {
    const auto& content = dynamic_cast<const StoredSnapshot&>(snapshot).content();
    must(state_->write(content.state));
    must(state_->write_rows(content.rows));
  }

  SnapshotInfo info(std::int64_t message) const {
    return {.message = MessageId{message}, .conversation = ConversationId{1}, .model_fingerprint = "bench",
            .token_hash = static_cast<std::uint64_t>(tokens_), .tokens = tokens_};
  }

 private:
  void fill(float* to, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
      random_ = random_ * 6364136223846793005u + 1442695040888963407u;
      to[i] = static_cast<float>(static_cast<std::int32_t>(random_ >> 32)) / 2147483648.0f;
    }
  }

  StateLayout layout_;
  std::unique_ptr<CpuState> state_;
  std::int64_t tokens_ = 0;
  std::uint64_t random_ = 1;
};

/// What other programs call saving: a file beside ours, which the system may write when it likes. Attention's blocks left out.
void write_without_sync(const std::filesystem::path& file, const StateSnapshot& snapshot) {
  const SnapshotParts parts = snapshot.parts_without_blocks();
  std::FILE* out = std::fopen(file.c_str(), "wb");
  bool written = out != nullptr;
  for (const std::span<const std::byte> bytes : {parts.before, parts.state, parts.after}) {
    written = written && std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
  }
  if (!written || std::fclose(out) != 0) must(Result<void>(Error{ErrorCode::DiskFull, "cannot write " + file.string(), {}}));
}

void measure(const ModelShape& shape) {
  const Folder folder;
  auto store = SnapshotStore::open(folder.path(), "bench").store;
  RandomState state(shape.layout);
  std::vector<double> copying, saving, unsynced, later, loading;
  std::int64_t first_bytes = 0, later_bytes = 0;
  for (int i = 0; i < kRepeats; ++i) {
    must(store.free_all());
    RandomState fresh(shape.layout);
    fresh.read(shape.tokens);
    std::shared_ptr<const StateSnapshot> taken;
    copying.push_back(milliseconds([&] { taken = fresh.snapshot(); }));
    saving.push_back(milliseconds([&] { must(store.put(fresh.info(1), *taken)); }));
    unsynced.push_back(milliseconds([&] { write_without_sync(folder.path() / "plain", *taken); }));
    std::filesystem::remove(folder.path() / "plain");  // before the disk is busy with it
    first_bytes = must(store.used_bytes());
    fresh.read(200);  // a turn
    later.push_back(milliseconds([&] { must(store.put(fresh.info(2), *fresh.snapshot())); }));
    later_bytes = must(store.used_bytes()) - first_bytes;
    loading.push_back(milliseconds([&] {
      auto found = must(store.get(MessageId{2}, "bench"));
      state.restore(*must(parse_pieces(*found)));
    }));
  }
  std::printf("| %s | %.1f MB | %.2f ms | %.1f ms | %.1f ms | %.1f MB | %.1f ms | %.1f ms |\n", shape.name, double(first_bytes) / 1e6,
              median(copying), median(saving), median(unsynced), double(later_bytes) / 1e6, median(later), median(loading));
  std::fflush(stdout);
}

std::vector<TokenId> text(std::int64_t tokens, std::int64_t vocabulary) {
  std::vector<TokenId> all;
  unsigned s = 12345;
  for (std::int64_t i = 0; i < tokens; ++i) {
    s = s * 1664525u + 1013904223u;
    all.push_back(static_cast<TokenId>(1 + (s >> 8) % static_cast<unsigned>(vocabulary - 1)));
  }
  return all;
}

void resume(const char* path, std::int64_t tokens) {
  const auto engine = create_engine();
  const auto model = must(engine->load(path, {.backend = "cpu"}));
  const Folder folder;
  auto store = SnapshotStore::open(folder.path(), "bench").store;
  const auto all = text(tokens, model->info().vocabulary);
  auto sequence = must(model->new_sequence());
  const double reading = milliseconds([&] { must(sequence->prefill(all)); });
  const SnapshotInfo info{.message = MessageId{1}, .conversation = ConversationId{1}, .model_fingerprint = model->fingerprint(),
                          .token_hash = sequence->key().token_hash, .tokens = tokens};
  std::vector<double> saving, going_on;
  for (int i = 0; i < kRepeats; ++i) {
    saving.push_back(milliseconds([&] { must(store.put(info, *must(sequence->snapshot()))); }));
    auto fresh = must(model->new_sequence());
    going_on.push_back(milliseconds([&] {
      auto found = must(store.get(info.message, info.model_fingerprint));
      must(fresh->restore(*must(parse_pieces(*found))));
      (void)must(fresh->generate({.sampler = {.temperature = 0}, .max_tokens = 1}, {}, {}));
    }));
  }
  std::printf("%lld tokens: read in %.1f s (%.0f tokens/s); saved in %.2f ms, %.3f MB on the disk; state loaded and the first token "
              "written in %.2f ms, nothing read again\n",
              static_cast<long long>(tokens), reading / 1e3, double(tokens) / reading * 1e3, median(saving),
              double(must(store.used_bytes())) / 1e6, median(going_on));
}

/// Between a device and host memory. Restoring ends with the next token, so one token's time is taken off.
void to_memory_and_back(const char* path, const char* backend) {
  const auto engine = create_engine();
  std::shared_ptr<LanguageModel> model;
  const double load = milliseconds([&] { model = must(engine->load(path, {.backend = backend})); });
  auto sequence = must(model->new_sequence());
  must(sequence->prefill(text(64, model->info().vocabulary)));
  const auto one_token = [&] { must(sequence->prefill(text(1, model->info().vocabulary))); };
  one_token();
  std::vector<double> taking, restoring, token;
  std::shared_ptr<const StateSnapshot> taken;
  for (int i = 0; i < 2 * kRepeats; ++i) {
    taking.push_back(milliseconds([&] { taken = must(sequence->snapshot()); }));
    restoring.push_back(milliseconds([&] {
      must(sequence->restore(*taken));
      one_token();
    }));
    token.push_back(milliseconds(one_token));
  }
  std::printf("%s on %s: loaded in %.2f s; %.1f MB to memory in %.2f ms, back in %.2f ms\n", path, backend, load / 1e3,
              double(taken->parts_without_blocks().state.size()) / 1e6, median(taking), median(restoring) - median(token));
}

/// The two tokens that follow, and when (after `start`) they are there. The first comes from the saved logits.
struct Written {
  std::vector<TokenId> tokens;
  double first = 0, second = 0;  // milliseconds
};

Written write_two(Sequence& sequence, const std::function<void()>& before) {
  Written written;
  const auto one = [&](bool keep_open) {
    const auto part = must(sequence.generate({.sampler = {.temperature = 0}, .max_tokens = 1, .keep_open = keep_open}, {}, {}));
    written.tokens.insert(written.tokens.end(), part.tokens.begin(), part.tokens.end());
  };
  written.first = milliseconds([&] {
    before();
    one(true);
  });
  written.second = written.first + milliseconds([&] { one(false); });
  return written;
}

std::string joined(const std::vector<TokenId>& tokens) {
  std::string text;
  for (const TokenId token : tokens) text += (text.empty() ? "" : " ") + std::to_string(token);
  return text;
}

/// One half of resume() in this process; the folder keeps the state between the two.
void half(const char* path, std::int64_t tokens, bool reads, const std::filesystem::path& folder, int threads) {
  const auto engine = create_engine();
  std::shared_ptr<LanguageModel> model;
  const double loading = milliseconds([&] { model = must(engine->load(path, {.backend = "cpu", .threads = threads})); });
  auto sequence = must(model->new_sequence());
  auto store = SnapshotStore::open(folder, "bench").store;
  if (reads) {
    const auto all = text(tokens, model->info().vocabulary);
    const double reading = milliseconds([&] { must(sequence->prefill(all)); });
    const SnapshotInfo info{.message = MessageId{1}, .conversation = ConversationId{1}, .model_fingerprint = model->fingerprint(),
                            .token_hash = sequence->key().token_hash, .tokens = tokens};
    const double saving = milliseconds([&] { must(store.put(info, *must(sequence->snapshot()))); });
    const Written next = write_two(*sequence, [] {});
    std::printf("load %.3f s, read %.3f s, synced %.3f ms, file %lld bytes, tokens %s\n", loading / 1e3, reading / 1e3, saving,
                static_cast<long long>(must(store.used_bytes())), joined(next.tokens).c_str());
    return;
  }
  const Written next = write_two(*sequence, [&] {
    auto found = must(store.get(MessageId{1}, model->fingerprint()));
    if (!found) must<int>(Error{ErrorCode::FileNotFound, "there is no state of this model in the folder", {}});
    must(sequence->restore(*must(parse_pieces(*found))));
  });
  std::printf("load %.3f s, first token %.3f ms, second token %.3f ms, tokens %s\n", loading / 1e3, next.first, next.second,
              joined(next.tokens).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 6) {
    half(argv[1], std::atoll(argv[2]), std::string(argv[3]) == "read", argv[4], std::atoi(argv[5]));
    return 0;
  }
  if (argc == 4 && std::string(argv[2]) == "memory") {
    to_memory_and_back(argv[1], argv[3]);
    return 0;
  }
  if (argc == 3) {
    resume(argv[1], std::atoll(argv[2]));
    return 0;
  }
  if (argc != 1) return std::fprintf(stderr, "eddy-bench-state [MODEL TOKENS [read|resume FOLDER THREADS]|memory BACKEND]\n"), 2;
  std::printf("| shape, 4,096 tokens | on the disk | copied | saved | the same to a file, not synced | a turn of 200 tokens later | saved | loaded |\n");
  for (const ModelShape& shape : shapes()) measure(shape);
  return 0;
}
