// eddy-cli read: documents without a window. Reads files, and lets a model read, summarise and answer. Keeps nothing.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/model_choice.h"
#include "app/cli/output.h"
#include "app/documents/document_files.h"
#include "app/documents/question_text.h"
#include "app/documents/reader_process.h"
#include "app/documents/summary_plan.h"
#include "app/inference/document_format.h"
#include "app/storage/document_store.h"

namespace eddy::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct ReadOptions {
  std::vector<std::string> files;
  std::string summary;
  std::vector<std::string> questions;
  std::string mode = "both";
  std::string password;
  bool ocr = false;
  bool text = false;
  bool json = false;
  int max_tokens = 256;
  ModelChoice model;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The files that could be read, in a store that lives in memory.
struct Library {
  DocumentStore store;
  std::vector<Document> documents;
  Json errors = Json::array();

  std::vector<DocumentId> ids() const {
    std::vector<DocumentId> all;
    for (const auto& document : documents) all.push_back(document.id);
    return all;
  }
};

Result<void> import_file(const fs::path& file, const ReadOptions& o, std::stop_token stop, Library& library) {
  const auto refuse = [&](const DocumentError& error) {
    library.errors.push_back({{"file", file.string()}, {"problem", name_of(error.problem)}, {"message", error.message}});
    return Result<void>();
  };
  const auto content = hash_file(file, stop);
  if (const auto* error = std::get_if<DocumentError>(&content)) return refuse(*error);
  const auto& known = std::get<FileContent>(content);
  if (auto same = library.store.find(known.hash); same && *same) return {};
  auto id = library.store.begin_document(known.hash, file.filename().string(), file.string(), known.bytes);
  if (!id) return id.error();
  Result<void> kept;
  const auto outcome = read_apart(file, {.password = o.password, .ocr = o.ocr}, stop, [&](const Passage& passage) {
    kept = library.store.append_passages(*id, std::span(&passage, 1));
    return kept.has_value();
  });
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

Result<Library> import_files(const ReadOptions& o, std::stop_token stop) {
  auto store = DocumentStore::in_memory();
  if (!store) return store.error();
  Library library{*std::move(store), {}};
  const std::vector<fs::path> dropped(o.files.begin(), o.files.end());
  for (const auto& file : expand_dropped(dropped).files) {
    if (auto done = import_file(file, o, stop, library); !done) return done.error();
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[read] stopped", {}};
  }
  return library;
}

/// A model at work on the library.
class Reader {
 public:
  Reader(std::shared_ptr<LanguageModel> model, Library& library, std::stop_token stop)
      : model_(std::move(model)), library_(library), stop_(std::move(stop)) {}

  /// Feeds everything to one sequence.
  Result<Json> read() {
    auto sequence = model_->new_sequence();
    if (!sequence) return sequence.error();
    sequence_ = *std::move(sequence);
    auto reading = library_.store.open_reading(library_.ids(), model_->fingerprint(), model_->info().name);
    if (!reading) return reading.error();
    const DocumentFormat format(*model_);
    const auto started = std::chrono::steady_clock::now();
    for (std::int64_t at = 0; at < reading->steps;) {
      auto steps = library_.store.steps(reading->id, at, 6'000);
      if (!steps) return steps.error();
      for (const auto& step : *steps) {
        const auto tokens = format.tokens(sequence_->tail(), step);
        if (auto fed = sequence_->prefill(tokens, stop_); !fed) return fed.error();
      }
      at += static_cast<std::int64_t>(steps->size());
    }
    const double seconds = seconds_since(started);
    auto state = sequence_->snapshot();
    if (!state) return state.error();
    state_ = *std::move(state);
    return Json{{"tokens", sequence_->position()},
                {"seconds", seconds},
                {"tokens_per_second", seconds > 0 ? static_cast<double>(sequence_->position()) / seconds : 0},
                {"state_bytes", state_->byte_size()}};
  }

  Result<Json> ask(const std::string& question, AskMode mode, int max_tokens) {
    std::vector<StoredPassage> shown;
    if (mode != AskMode::Memory) {
      auto found = library_.store.search(library_.ids(), question, passages_shown_to(model_->info().parameters));
      if (!found) return found.error();
      shown = *std::move(found);
    }
    const auto* state = mode == AskMode::Passages ? nullptr : state_.get();
    auto answer = complete(state, question_with_passages(shown, question), max_tokens);
    if (!answer) return answer.error();
    Json passages = Json::array();
    for (const auto& passage : shown) {
      passages.push_back({{"place", place_of(passage)}, {"page", passage.passage.page}, {"text", passage.passage.text}});
    }
    return Json{{"question", question}, {"answer", *answer}, {"passages", passages}};
  }

  Result<Json> summarise(const Document& document, SummaryStyle style) {
    const auto limits = summary_limits(model_->info().parameters);
    auto outline = library_.store.outline(document.id);
    if (!outline) return outline.error();
    auto notes = cut_stretches(*outline, limits);
    for (auto& note : notes) {
      auto passages = library_.store.passages(document.id, note.first_passage, note.last_passage - note.first_passage + 1);
      if (!passages) return passages.error();
      std::string text;
      for (const auto& one : *passages) text += one.passage.text + "\n";
      auto answer = complete(nullptr, summary_prompt(text), kNoteTokens);
      if (!answer) return answer.error();
      note.text = clean_note(*answer);
    }
    Json points = Json::array();
    for (const auto& point : plan_points(style, notes, *outline)) {
      auto text = join(notes, point, limits);
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

 private:
  Result<std::string> join(const std::vector<DocumentNote>& notes, const SummaryPoint& point, const SummaryLimits& limits) {
    std::vector<std::string> texts;
    for (const auto& note : notes) {
      const bool inside = note.first_passage >= point.first_passage && note.last_passage <= point.last_passage;
      if (inside && !note.text.empty()) texts.push_back(note.text);
    }
    while (texts.size() > 1) {
      std::vector<std::string> fewer;
      for (const auto& [begin, end] : group_evenly(texts.size(), limits.fan_in)) {
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
  Result<std::string> complete(const StateSnapshot* state, const std::string& prompt, int max_tokens) {
    if (!sequence_) {
      auto sequence = model_->new_sequence();
      if (!sequence) return sequence.error();
      sequence_ = *std::move(sequence);
    }
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

  std::shared_ptr<LanguageModel> model_;
  Library& library_;
  std::stop_token stop_;
  std::unique_ptr<Sequence> sequence_;
  std::shared_ptr<const StateSnapshot> state_;
};

Json facts_of(const Document& document) {
  return {{"file", document.path},       {"format", document.facts.format}, {"title", document.facts.title},
          {"pages", document.facts.pages}, {"passages", document.passages},   {"text_bytes", document.text_bytes},
          {"notice", document.facts.notice}};
}

std::string pages_text(const Json& point) {
  const int first = point["first_page"], last = point["last_page"];
  if (first == 0) return {};
  return first == last ? " (p. " + std::to_string(first) + ")" : " (p. " + std::to_string(first) + "-" + std::to_string(last) + ")";
}

void print_summary(const Json& points, const std::string& style) {
  std::string text;
  for (const auto& point : points) {
    const std::string heading = point["heading"];
    if (style == "chapters" && !heading.empty()) text += heading + ": ";
    text += (style == "bullets" ? "- " : "") + point["text"].get<std::string>() + pages_text(point) + (style == "paragraph" ? " " : "\n");
  }
  standard_output().write(text + (style == "paragraph" ? "\n" : ""));
}

void print_answer(const Json& answer) {
  std::string text = answer["answer"].get<std::string>() + "\n";
  if (answer["passages"].empty()) text += "  [from memory alone]\n";
  for (const auto& passage : answer["passages"]) text += "  [shown: " + passage["place"].get<std::string>() + "]\n";
  standard_output().write(text);
}

Result<void> print_text(const Library& library) {
  for (const auto& document : library.documents) {
    auto passages = library.store.passages(document.id, 0, document.passages);
    if (!passages) return passages.error();
    int page = 0;
    for (const auto& one : *passages) {
      if (one.passage.page != page) standard_output().write("[page " + std::to_string(page = one.passage.page) + "]\n");
      standard_output().write(one.passage.text + "\n\n");
    }
  }
  return {};
}

SummaryStyle style_of(const std::string& word) {
  return word == "line" ? SummaryStyle::Line : word == "paragraph" ? SummaryStyle::Paragraph
       : word == "bullets" ? SummaryStyle::Bullets : SummaryStyle::Chapters;
}

Result<void> work_with_model(const ReadOptions& o, Library& library, std::stop_token stop, Json& all) {
  auto model = load_chosen_model(o.model, stop);
  if (!model) return model.error();
  if (auto text = (*model)->has_text(); !text) return text;
  Reader reader(*model, library, stop);
  const AskMode mode = o.mode == "memory" ? AskMode::Memory : o.mode == "passages" ? AskMode::Passages : AskMode::Both;
  if (!o.questions.empty() && mode != AskMode::Passages) {
    auto read = reader.read();
    if (!read) return read.error();
    all["reading"] = *read;
  }
  if (!o.summary.empty()) {
    all["summaries"] = Json::array();
    for (const auto& document : library.documents) {
      auto points = reader.summarise(document, style_of(o.summary));
      if (!points) return points.error();
      if (!o.json) print_summary(*points, o.summary);
      all["summaries"].push_back({{"file", document.path}, {"points", *points}});
    }
  }
  for (const auto& question : o.questions) {
    auto answer = reader.ask(question, mode, o.max_tokens);
    if (!answer) return answer.error();
    if (!o.json) print_answer(*answer);
    all["answers"].push_back(*answer);
  }
  return {};
}

Result<void> run_read(const ReadOptions& o) {
  const auto stop = stop_on_interrupt();
  auto library = import_files(o, stop);
  if (!library) return library.error();
  Json all;
  all["documents"] = Json::array();
  for (const auto& document : library->documents) {
    all["documents"].push_back(facts_of(document));
    if (!o.json && !o.text) {
      std::fprintf(stderr, "%s: %s, %lld passages, %lld bytes of text%s%s\n", document.name.c_str(), document.facts.format.c_str(),
                   static_cast<long long>(document.passages), static_cast<long long>(document.text_bytes),
                   document.facts.notice.empty() ? "" : ". ", document.facts.notice.c_str());
    }
  }
  all["errors"] = library->errors;
  for (const auto& error : library->errors) {
    if (!o.json && !library->documents.empty()) std::fprintf(stderr, "left out: %s\n", error["message"].get<std::string>().c_str());
  }
  if (library->documents.empty()) {
    if (o.json) standard_output().write_json(all, 2);
    const std::string first = library->errors.empty() ? "[read] there is no file" : library->errors[0]["message"].get<std::string>();
    return Error{ErrorCode::FileUnreadable, first + ". No document could be read", {}};
  }
  if (!o.summary.empty() || !o.questions.empty()) {
    if (auto done = work_with_model(o, *library, stop, all); !done) return done;
  }
  if (o.json) standard_output().write_json(all, 2);
  else if (o.text) return print_text(*library);
  return {};
}

}  // namespace

Command add_read(CLI::App& program) {
  auto* command = program.add_subcommand("read", "Read documents; summarise them, answer questions about them");
  auto o = std::make_shared<ReadOptions>();
  command->add_option("files", o->files, "PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, RTF, mail, tables, text, or folders of them")->required();
  command->add_option("--summary", o->summary, "line, paragraph, bullets or chapters")->check(CLI::IsMember({"line", "paragraph", "bullets", "chapters"}));
  command->add_option("--ask", o->questions, "A question; may be given several times");
  command->add_option("--from", o->mode, "Answer from memory, from passages that fit the question, or from both")
      ->check(CLI::IsMember({"memory", "passages", "both"}))
      ->capture_default_str();
  command->add_option("--password", o->password, "Of a locked PDF");
  command->add_flag("--ocr", o->ocr, "Recognise the text in pictures of pages (needs the program tesseract)");
  command->add_flag("--text", o->text, "Print the text that was found");
  command->add_option("--max-tokens", o->max_tokens, "Longest answer")->check(CLI::Range(1, 1'000'000))->capture_default_str();
  command->add_flag("--json", o->json, "Print JSON");
  add_model_options(*command, o->model);
  return {command, [o] { return run_read(*o); }};
}

}  // namespace eddy::cli
