#include "app/cli/read_session.h"

#include <chrono>
#include <random>

#include "app/documents/document_files.h"
#include "app/documents/question_text.h"
#include "app/documents/reader_process.h"
#include "app/documents/summary_plan.h"
#include "app/inference/document_format.h"

namespace eddy::cli {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kBatchBytes = 6'000;
constexpr std::size_t kMostFiles = 2000;
constexpr std::size_t kPassagesAtOnce = 64;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string_view remedy(const DocumentError& error) {
  switch (error.problem) {
    case DocumentProblem::NotFound: return "check the path";
    case DocumentProblem::Unreadable: return "check its permissions and that its disk or network folder is there";
    case DocumentProblem::Empty: return "there is nothing to read";
    case DocumentProblem::Binary:
    case DocumentProblem::Unsupported: return "open it with the program it belongs to and save it as PDF or text";
    case DocumentProblem::Damaged: return "get it again, or open and save it with another program";
    case DocumentProblem::Encrypted: return error.message.starts_with("[pdf]") ? "give the password with --password" : "";
    case DocumentProblem::WrongPassword: return "check capital letters and the keyboard layout";
    case DocumentProblem::Scanned: return "--ocr recognises it where the program tesseract is installed";
    case DocumentProblem::TooLarge: return "split it and read the parts";
    case DocumentProblem::TimedOut:
    case DocumentProblem::Crashed: return "save it anew with another program";
    case DocumentProblem::Changing: return "wait until the program that writes it has finished";
    case DocumentProblem::NotKept: return "set TMPDIR to a folder with free space";
    case DocumentProblem::Cancelled: return "";
  }
  return "";
}

/// "[pdf] is locked" → "[pdf] letter.pdf is locked; give the password with --password"
std::string told(const fs::path& file, const DocumentError& error) {
  std::string text = error.message;
  const auto name = file.filename().string();
  const auto tag = text.find("] ");
  if (text.find(name) == std::string::npos && tag != std::string::npos) {
    const bool sentence = text[tag + 2] >= 'A' && text[tag + 2] <= 'Z';  // others go on with a verb
    text.insert(tag + 2, name + (sentence ? ": " : " "));
  }
  const auto what = remedy(error);
  return what.empty() || text.find(';') != std::string::npos ? text : text.append("; ").append(what);
}

Result<void> import_file(const fs::path& file, const ReadOptions& o, std::stop_token stop, Library& library) {
  const auto refuse = [&](const DocumentError& error) {
    library.errors.push_back({{"file", file.string()}, {"problem", name_of(error.problem)}, {"message", told(file, error)}});
    return Result<void>();
  };
  const auto content = hash_file(file, stop);
  if (const auto* error = std::get_if<DocumentError>(&content)) return refuse(*error);
  const auto& known = std::get<FileContent>(content);
  if (auto same = library.store.find(known.hash); same && *same) return {};
  auto id = library.store.begin_document(known.hash, file.filename().string(), file.string(), known.bytes);
  if (!id) return id.error();
  Result<void> kept;
  std::vector<Passage> batch;
  const auto keep = [&] {
    kept = library.store.append_passages(*id, batch);
    batch.clear();
    return kept.has_value();
  };
  const auto outcome = read_apart(file, {.password = o.password, .ocr = o.ocr}, stop, [&](Passage passage) {
    batch.push_back(std::move(passage));
    return batch.size() < kPassagesAtOnce || keep();
  });
  if (kept && !batch.empty()) keep();
  if (!kept) return kept;
  if (const auto* error = std::get_if<DocumentError>(&outcome)) {
    if (auto gone = library.store.discard(*id); !gone) return gone;
    return refuse(*error);
  }
  if (auto done = library.store.finish_document(*id, std::get<DocumentFacts>(outcome)); !done) return done;
  auto document = library.store.document(*id);
  if (!document) return document.error();
  library.documents.push_back(*std::move(document));
  return {};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::error_code why;
  const auto base = fs::temp_directory_path(why);
  for (int i = 0; !why && i < 20 && path_.empty(); ++i) {
    const auto path = base / ("eddy-read-" + std::to_string(std::random_device{}()) + std::to_string(i));
    if (!fs::create_directory(path, why)) continue;
    fs::permissions(path, fs::perms::owner_all, why);
    path_ = path;
  }
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

std::vector<DocumentId> Library::ids() const {
  std::vector<DocumentId> all;
  for (const auto& document : documents) all.push_back(document.id);
  return all;
}

Result<Library> import_files(const ReadOptions& o, std::stop_token stop) {
  TemporaryFolder folder;
  if (folder.path().empty()) {
    return Error{ErrorCode::FileUnreadable, "[read] no temporary folder can be made; set TMPDIR to one that can be written", {}};
  }
  auto opened = DocumentStore::open(folder.path(), "eddy-cli read");
  if (!opened.store.is_open()) return *opened.notice;
  const std::vector<fs::path> dropped(o.files.begin(), o.files.end());
  const auto found = expand_dropped(dropped, kMostFiles, stop);
  Library library{std::move(folder), std::move(opened.store), {}};
  library.notice = found.notice;
  for (const auto& file : found.files) {
    if (auto done = import_file(file, o, stop, library); !done) return done.error();
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[read] stopped", {}};
  }
  return library;
}

Result<void> Reader::prepare() {
  if (sequence_) return {};
  auto sequence = model_->new_sequence();
  if (!sequence) return sequence.error();
  sequence_ = *std::move(sequence);
  return {};
}

/// False when the page is complete: then the document is closed behind it.
Result<bool> Reader::feed(const std::vector<ReadingStep>& steps, int as_of_page) {
  const DocumentFormat format(*model_);
  for (const auto& step : steps) {
    const bool beyond = as_of_page > 0 && step.page > as_of_page;
    const ReadingStep close{ReadingStep::Kind::Close, {}, 0};
    const auto tokens = format.tokens(sequence_->tail(), beyond ? close : step);
    if (auto fed = sequence_->prefill(tokens, stop_); !fed) return fed.error();
    if (beyond) return false;
  }
  return true;
}

Result<Json> Reader::read(int as_of_page) {
  if (auto ready = prepare(); !ready) return ready.error();
  auto reading = library_.store.open_reading(library_.ids(), model_->fingerprint(), model_->info().name);
  if (!reading) return reading.error();
  const auto started = std::chrono::steady_clock::now();
  bool goes_on = true;
  for (std::int64_t at = 0; goes_on && at < reading->steps;) {
    auto steps = library_.store.steps(reading->id, at, kBatchBytes);
    if (!steps) return steps.error();
    auto fed = feed(*steps, as_of_page);
    if (!fed) return fed.error();
    goes_on = *fed;
    at += static_cast<std::int64_t>(steps->size());
  }
  const double seconds = seconds_since(started);
  auto state = sequence_->snapshot();
  if (!state) return state.error();
  state_ = *std::move(state);
  Json facts{{"tokens", sequence_->position()},
             {"seconds", seconds},
             {"tokens_per_second", seconds > 0 ? static_cast<double>(sequence_->position()) / seconds : 0},
             {"state_bytes", state_->byte_size()}};
  if (as_of_page > 0) facts["as_of_page"] = as_of_page;
  return facts;
}

Result<Json> Reader::ask(const std::string& question, AskMode mode, int max_tokens, int as_of_page) {
  std::vector<StoredPassage> shown;
  if (mode != AskMode::Memory) {
    auto found = library_.store.search(library_.ids(), question, passages_shown_to(model_->info().parameters), as_of_page);
    if (!found) return found.error();
    shown = *std::move(found);
  }
  const auto* state = mode == AskMode::Passages ? nullptr : state_.get();
  const auto started = std::chrono::steady_clock::now();
  auto answer = complete(state, question_with_passages(shown, question), max_tokens);
  if (!answer) return answer.error();
  Json passages = Json::array();
  for (const auto& passage : shown) {
    passages.push_back({{"place", place_of(passage)}, {"page", passage.passage.page}, {"text", passage.passage.text}});
  }
  return Json{{"question", question}, {"answer", *answer}, {"seconds", seconds_since(started)}, {"passages", passages}};
}

Result<std::string> Reader::note_about(const Document& document, const DocumentNote& stretch) {
  auto passages = library_.store.passages(document.id, stretch.first_passage, stretch.last_passage - stretch.first_passage + 1);
  if (!passages) return passages.error();
  std::string text;
  for (const auto& one : *passages) text += one.passage.text + "\n";
  auto answer = complete(nullptr, summary_prompt(text), kNoteTokens);
  if (!answer) return answer;
  return clean_note(*answer);
}

Result<Json> Reader::summarise(const Document& document, SummaryStyle style) {
  const auto limits = summary_limits(model_->info().parameters);
  auto outline = library_.store.outline(document.id);
  if (!outline) return outline.error();
  auto notes = cut_stretches(*outline, limits);
  for (auto& note : notes) {
    auto text = note_about(document, note);
    if (!text) return text.error();
    note.text = *std::move(text);
  }
  Json points = Json::array();
  for (const auto& point : plan_points(style, notes, *outline)) {
    auto text = join(notes, point, limits.fan_in);
    if (!text) return text.error();
    if (text->empty()) continue;
    const auto page = [&](std::int64_t passage) { return (*outline)[static_cast<std::size_t>(passage)].page; };
    points.push_back({{"text", *text},
                      {"heading", point.heading},
                      {"first_page", page(point.first_passage)},
                      {"last_page", page(point.last_passage)},
                      {"first_passage", point.first_passage},
                      {"last_passage", point.last_passage}});
  }
  return points;
}

Result<std::string> Reader::join(const std::vector<DocumentNote>& notes, const SummaryPoint& point, std::size_t fan_in) {
  std::vector<std::string> texts;
  for (const auto& note : notes) {
    const bool inside = note.first_passage >= point.first_passage && note.last_passage <= point.last_passage;
    if (inside && !note.text.empty()) texts.push_back(note.text);
  }
  while (texts.size() > 1) {
    std::vector<std::string> fewer;
    for (const auto& [begin, end] : group_evenly(texts.size(), fan_in)) {
      std::string text;
      for (auto i = begin; i < end; ++i) text += texts[i] + "\n";
      auto answer = end - begin == 1 ? Result<std::string>(texts[begin]) : complete(nullptr, summary_prompt(text), kNoteTokens);
      if (!answer) return answer;
      fewer.push_back(clean_note(*answer).empty() ? texts[begin] : clean_note(*answer));
    }
    texts = std::move(fewer);
  }
  return texts.empty() ? std::string() : texts.front();
}

/// Greedy, from a state or from none.
Result<std::string> Reader::complete(const StateSnapshot* state, const std::string& prompt, int max_tokens) {
  if (auto ready = prepare(); !ready) return ready.error();
  if (!state) sequence_->reset();
  else if (auto restored = sequence_->restore(*state); !restored) return restored.error();
  const auto& format = model_->chat_format();
  const auto turn = format.turn({.tail = sequence_->tail(), .user = prompt, .system = {}, .thinking = {}});
  if (auto fed = sequence_->prefill(model_->tokenize_chat(turn), stop_); !fed) return fed.error();
  GenerationParams params{.max_tokens = max_tokens, .stop_strings = format.stop_strings(), .stop_tokens = format.stop_tokens()};
  params.sampler.temperature = 0;
  std::string text;
  auto done = sequence_->generate(params, stop_, [&](std::string_view part) { text += part; });
  if (!done) return done.error();
  return std::string(format.trim_answer(text));
}

}  // namespace eddy::cli
