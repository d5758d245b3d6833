// eddy-cli read: documents without a window. Reads files, and lets a model read, summarise and answer. Keeps nothing.
#include <chrono>
#include <cstdio>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/read_session.h"

namespace eddy::cli {
namespace {

constexpr std::int64_t kPassagesAtOnce = 64;  // in memory

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
    int page = 0;
    for (std::int64_t at = 0; at < document.passages; at += kPassagesAtOnce) {
      auto passages = library.store.passages(document.id, at, kPassagesAtOnce);
      if (!passages) return passages.error();
      for (const auto& one : *passages) {
        if (one.passage.page != page) standard_output().write("[page " + std::to_string(page = one.passage.page) + "]\n");
        standard_output().write(one.passage.text + "\n\n");
      }
    }
  }
  return {};
}

SummaryStyle style_of(const std::string& word) {
  return word == "line" ? SummaryStyle::Line : word == "paragraph" ? SummaryStyle::Paragraph
       : word == "bullets" ? SummaryStyle::Bullets : SummaryStyle::Chapters;
}

Result<void> work_with_model(const ReadOptions& o, Library& library, std::stop_token stop, Json& all) {
  if (o.as_of_page > 0 && library.documents.size() == 1 && library.documents.front().facts.pages == 0) {
    return Error{ErrorCode::InvalidArgument, "[read] --as-of-page needs a document that has pages, or several documents", {}};
  }
  auto model = load_chosen_model(o.model, stop);
  if (!model) return model.error();
  if (auto text = (*model)->has_text(); !text) return text;
  Reader reader(*model, library, stop);
  const AskMode mode = o.mode == "memory" ? AskMode::Memory : o.mode == "passages" ? AskMode::Passages : AskMode::Both;
  if (!o.questions.empty() && mode != AskMode::Passages) {
    auto read = reader.read(o.as_of_page);
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
    auto answer = reader.ask(question, mode, o.max_tokens, o.as_of_page);
    if (!answer) return answer.error();
    if (!o.json) print_answer(*answer);
    all["answers"].push_back(*answer);
  }
  return {};
}

Result<void> run_read(const ReadOptions& o) {
  const auto stop = stop_on_interrupt();
  const auto started = std::chrono::steady_clock::now();
  auto library = import_files(o, stop);
  if (!library) return library.error();
  Json all;
  all["import_seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
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
  all["notice"] = library->notice;
  if (!o.json && !library->notice.empty()) std::fprintf(stderr, "%s\n", library->notice.c_str());
  const bool several = library->errors.size() > 1 || !library->documents.empty();  // one alone is the error of the command
  for (const auto& error : library->errors) {
    if (!o.json && several) std::fprintf(stderr, "left out: %s\n", error["message"].get<std::string>().c_str());
  }
  if (library->documents.empty()) {
    if (o.json) standard_output().write_json(all, 2);
    if (library->errors.empty()) return Error{ErrorCode::FileUnreadable, "[read] there is no file to read; name one, or a folder that holds some", {}};
    if (library->errors.size() > 1) {
      return Error{ErrorCode::FileUnreadable, "[read] none of " + std::to_string(library->errors.size()) + " files could be read", {}};
    }
    return Error{ErrorCode::FileUnreadable, library->errors[0]["message"].get<std::string>() + ". No document could be read", {}};
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
  command->add_option("--as-of-page", o->as_of_page, "Answer as if the text ended with this page; through several documents pages are counted on, one without pages is one")->check(CLI::Range(1, 1'000'000));
  command->add_option("--password", o->password, "Of a locked PDF");
  command->add_flag("--ocr", o->ocr, "Recognise the text in pictures of pages (needs the program tesseract)");
  command->add_flag("--text", o->text, "Print the text that was found");
  command->add_option("--max-tokens", o->max_tokens, "Longest answer")->check(CLI::Range(1, 1'000'000))->capture_default_str();
  command->add_flag("--json", o->json, "Print JSON");
  add_model_options(*command, o->model);
  return {command, [o] { return run_read(*o); }};
}

}  // namespace eddy::cli
