#include "app/inference/reading_executor.h"

#include <algorithm>

#include "app/inference/clock.h"
#include "app/inference/document_format.h"

namespace eddy {
namespace {

constexpr double kPieceSeconds = 0.15;  // a turn waits no longer than this
constexpr std::size_t kSmallestPiece = 32;
constexpr std::size_t kLargestPiece = 2048;
constexpr int kDecodeSlice = 8;
constexpr std::size_t kTogether = 512;  // tokens: short passages are read in one go, for a model reads many tokens faster

Error cancelled() { return {ErrorCode::Cancelled, "[read] stopped", {}}; }

}  // namespace

ReadingExecutor::ReadingExecutor(const InferencePorts& ports, Emit emit, MakeWay make_way)
    : ports_(ports), emit_(std::move(emit)), make_way_(std::move(make_way)) {}

void ReadingExecutor::forget_model() {
  reader_.reset();
  scratch_.reset();
}

void ReadingExecutor::send(ReadId read, decltype(ReadEvent::what) what) { emit_(ReadEvent{read, std::move(what)}); }

void ReadingExecutor::run(const ReadRequest& request, const std::shared_ptr<LanguageModel>& model) {
  if (!model) {
    return send(request.read, ReadFailed{{ErrorCode::InvalidArgument, "[read] no model is loaded; load one and try again", {}}});
  }
  const auto there = stand_at(request, *model);
  if (!there) return send(request.read, ReadFailed{there.error()});
  if (!*there) return send(request.read, ReadStateNeeded{});
  auto done = read(request, *model);
  if (done) return send(request.read, *std::move(done));
  reader_.reset();  // it stands somewhere inside a step
  send(request.read, ReadFailed{done.error()});
}

/// False when the state is needed and was not sent.
Result<bool> ReadingExecutor::stand_at(const ReadRequest& request, LanguageModel& model) {
  if (!reader_) {
    auto sequence = model.new_sequence();
    if (!sequence) return sequence.error();
    reader_ = *std::move(sequence);
  }
  if (request.at.tokens == 0) {
    reader_->reset();
    return true;
  }
  if (reader_->key() == request.at) return true;
  if (!request.snapshot) return false;
  auto snapshot = ports_.parse(*request.snapshot);
  if (!snapshot) return snapshot.error();
  if ((*snapshot)->key() != request.at)
    return Error{ErrorCode::StateMismatch, "[read] the saved state is not the one of this place in the document", {}};
  if (auto restored = reader_->restore(**snapshot); !restored) return restored.error();
  return true;
}

Result<ReadDone> ReadingExecutor::read(const ReadRequest& request, LanguageModel& model) {
  const DocumentFormat format(model);
  const auto stop = request.stop.get_token();
  ReadDone done;
  std::vector<TokenId> tokens;
  for (const auto& step : request.steps) {
    const bool opens = step.kind == ReadingStep::Kind::Open;  // looks at the text before it
    if (opens && !tokens.empty()) {
      if (auto fed = feed_all(request, tokens, done); !fed) return fed.error();
    }
    const auto more = format.tokens(reader_->tail(), step);
    tokens.insert(tokens.end(), more.begin(), more.end());
    if (tokens.size() < kTogether && &step != &request.steps.back()) continue;
    if (auto fed = feed_all(request, tokens, done); !fed) return fed.error();
  }
  done.key = reader_->key();
  if (request.place) {
    auto place = close_here(model, stop);
    if (!place) return place.error();
    done.place = *std::move(place);
  }
  if (!request.keep) return done;
  auto snapshot = reader_->snapshot();
  if (!snapshot) return snapshot.error();
  done.snapshot = *std::move(snapshot);
  return done;
}

/// And says how far it is.
Result<void> ReadingExecutor::feed_all(const ReadRequest& request, std::vector<TokenId>& tokens, ReadDone& done) {
  if (auto fed = feed(*reader_, tokens, request.stop.get_token(), done.seconds); !fed) return fed;
  done.tokens += static_cast<std::int64_t>(tokens.size());
  tokens.clear();
  send(request.read, ReadAdvanced{done.tokens, done.seconds});
  return {};
}

/// On another sequence: the reader goes on where it stands.
Result<KeptState> ReadingExecutor::close_here(LanguageModel& model, std::stop_token stop) {
  auto here = reader_->snapshot();
  if (!here) return here.error();
  if (auto ready = prepare_scratch(model); !ready) return ready.error();
  if (auto restored = scratch_->restore(**here); !restored) return restored.error();
  const auto tokens = DocumentFormat(model).tokens(scratch_->tail(), {.kind = ReadingStep::Kind::Close, .text = {}, .page = 0});
  double seconds = 0;
  if (auto fed = feed(*scratch_, tokens, stop, seconds); !fed) return fed.error();
  auto closed = scratch_->snapshot();
  if (!closed) return closed.error();
  return KeptState{scratch_->key(), std::make_shared<const std::vector<std::byte>>((*closed)->serialise())};
}

Result<void> ReadingExecutor::prepare_scratch(LanguageModel& model) {
  if (scratch_) return {};
  auto sequence = model.new_sequence();
  if (!sequence) return sequence.error();
  scratch_ = *std::move(sequence);
  return {};
}

Result<void> ReadingExecutor::feed(Sequence& sequence, std::span<const TokenId> tokens, std::stop_token stop, double& seconds) {
  while (!tokens.empty()) {
    if (stop.stop_requested() || !make_way_()) return cancelled();
    const auto piece = tokens.first(std::min(piece_, tokens.size()));
    const auto started = Clock::now();
    if (auto read = sequence.prefill(piece, stop); !read) return read.error();
    const double took = seconds_since(started);
    seconds += took;
    tokens = tokens.subspan(piece.size());
    if (piece.size() < piece_) continue;  // says little about the speed
    const double wanted = static_cast<double>(piece_) * kPieceSeconds / std::max(took, 1e-4);
    piece_ = std::clamp(static_cast<std::size_t>(std::clamp(wanted, static_cast<double>(piece_) / 2, static_cast<double>(piece_) * 2)),
                        kSmallestPiece, kLargestPiece);
  }
  return {};
}

void ReadingExecutor::run(const CompleteRequest& request, const std::shared_ptr<LanguageModel>& model) {
  if (!model) {
    return send(request.read, ReadFailed{{ErrorCode::InvalidArgument, "[read] no model is loaded; load one and try again", {}}});
  }
  auto done = complete(request, *model);
  if (done) return send(request.read, *std::move(done));
  scratch_.reset();
  send(request.read, ReadFailed{done.error()});
}

Result<Completed> ReadingExecutor::complete(const CompleteRequest& request, LanguageModel& model) {
  if (auto ready = prepare_scratch(model); !ready) return ready.error();
  scratch_->reset();
  const auto stop = request.stop.get_token();
  const auto& format = model.chat_format();
  const auto tokens = model.tokenize_chat(format.turn({.tail = {}, .user = request.prompt, .system = {}, .thinking = false}));
  double seconds = 0;
  if (auto fed = feed(*scratch_, tokens, stop, seconds); !fed) return fed.error();
  auto params = request.params;
  params.stop_strings.insert(params.stop_strings.end(), format.stop_strings().begin(), format.stop_strings().end());
  params.stop_tokens.insert(params.stop_tokens.end(), format.stop_tokens().begin(), format.stop_tokens().end());
  std::string text;
  for (int left = request.params.max_tokens; left > 0; left -= kDecodeSlice) {
    if (stop.stop_requested() || !make_way_()) return cancelled();
    params.max_tokens = std::min(kDecodeSlice, left);
    params.keep_open = left > kDecodeSlice;
    auto part = scratch_->generate(params, stop, [&](std::string_view more) { text += more; });
    if (!part) return part.error();
    if (part->reason == StopReason::Cancelled) return cancelled();
    if (part->reason != StopReason::MaxTokens) break;
  }
  return Completed{std::string(format.trim_answer(text))};
}

}  // namespace eddy
