#include "app/documents/reader_process.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "app/documents/helper_process.h"
#include "app/storage/program_folder.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

using Outcome = std::variant<DocumentFacts, DocumentError>;

constexpr std::size_t kLongestLine = std::size_t{4} << 20;  // a passage is a few kilobytes, the words of a page a few hundred

PageDrawing drawing_from(const nlohmann::json& json) {
  PageDrawing drawing{.pages = json.value("pages", 0), .aspect = json.value("aspect", 1.0), .words = {}};
  for (const auto& word : json.value("words", nlohmann::json::array())) {
    drawing.words.push_back({word.at(0), word.at(1), word.at(2), word.at(3), word.at(4)});
  }
  return drawing;
}

/// What the helper says, line by line.
class Conversation {
 public:
  explicit Conversation(const PassageSink& sink) : sink_(sink) {}

  /// False when nothing more is wanted.
  bool take(std::string_view bytes) {
    buffer_ += bytes;
    std::size_t begin = 0;
    for (std::size_t end; (end = buffer_.find('\n', begin)) != std::string::npos; begin = end + 1) {
      if (!take_line(std::string_view(buffer_).substr(begin, end - begin))) return false;
    }
    buffer_.erase(0, begin);
    return buffer_.size() <= kLongestLine;
  }

  const std::optional<Outcome>& outcome() const { return outcome_; }
  std::optional<PageDrawing>& drawing() { return drawing_; }
  bool refused() const { return refused_; }

 private:
  bool take_line(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return false;
    try {
      const auto type = json.value("type", std::string());
      if (type == "passage") {
        Passage passage{.page = json.value("page", 0),
                        .heading = json.value("heading", std::string()),
                        .kind = static_cast<PassageKind>(std::clamp(json.value("kind", 0), 0, 2)),
                        .text = json.value("text", std::string())};
        refused_ = !sink_(std::move(passage));
        return !refused_;
      }
      if (type == "document") {
        outcome_ = DocumentFacts{json.value("format", std::string()), json.value("title", std::string()),
                                 json.value("pages", 0), json.value("notice", std::string())};
      } else if (type == "page") {
        drawing_ = drawing_from(json);
      } else if (type == "error") {
        outcome_ = DocumentError{problem_of(json.value("problem", std::string())).value_or(DocumentProblem::Damaged),
                                 json.value("message", std::string())};
      }
      return true;
    } catch (const nlohmann::json::exception&) {
      return false;
    }
  }

  const PassageSink& sink_;
  std::string buffer_;
  std::optional<Outcome> outcome_;
  std::optional<PageDrawing> drawing_;
  bool refused_ = false;
};

DocumentError nonsense() { return {DocumentProblem::Crashed, "[reader] the helper spoke nonsense or ended without a word"}; }

HelperRun helper_for(const ReaderOptions& options) {
  HelperRun run;
  run.program = options.program.empty() ? reader_program() : options.program;
  run.told = options.password;
  run.silent_seconds = options.silent_seconds;
  run.seconds = options.seconds * (options.ocr ? 10 : 1);
  run.megabytes = options.megabytes;
  run.cpu_seconds = options.seconds;
  run.words = {"--memory-mb", std::to_string(options.megabytes), "--cpu-seconds",
               std::to_string(static_cast<long>(std::max(1.0, options.seconds)))};
  if (!options.password.empty()) run.words.push_back("--password");
  if (options.ocr) run.words.push_back("--ocr");
  return run;
}

void add(HelperRun& run, std::vector<std::string> words) { run.words.insert(run.words.end(), words.begin(), words.end()); }

}  // namespace

fs::path reader_program() {
  if (const char* chosen = std::getenv("EDDY_READER"); chosen && *chosen) return chosen;
  const fs::path folder = program_folder();
#if defined(_WIN32)
  const char* name = "eddy-reader.exe";
#else
  const char* name = "eddy-reader";
#endif
  const fs::path places[] = {folder / name, folder / ".." / "libexec" / "eddy" / name, folder / ".." / "bin" / name};
  for (const auto& place : places) {
    std::error_code ignored;
    if (fs::exists(place, ignored)) return place.lexically_normal();
  }
  return places[0];
}

Outcome read_apart(const fs::path& file, const ReaderOptions& options, std::stop_token stop, const PassageSink& sink) {
  HelperRun run = helper_for(options);
  add(run, {"--", argument_of(file)});
  Conversation conversation(sink);
  const auto ended = run_helper(run, std::move(stop), [&](std::string_view bytes) { return conversation.take(bytes); });
  if (conversation.refused()) return DocumentError{DocumentProblem::Cancelled, "[reader] stopped"};
  if (const auto* error = std::get_if<DocumentError>(&ended)) return *error;
  if (std::get<HelperEnded>(ended) == HelperEnded::Closed && conversation.outcome()) return *conversation.outcome();
  return nonsense();
}

std::variant<PageDrawing, DocumentError> draw_apart(const fs::path& file, const PageWanted& page, const ReaderOptions& options,
                                                    std::stop_token stop) {
  HelperRun run = helper_for(options);
  add(run, {"--page", std::to_string(page.page), "--dpi", std::to_string(page.dpi), "--out", argument_of(page.picture), "--", argument_of(file)});
  const PassageSink nothing = [](Passage) { return true; };
  Conversation conversation(nothing);
  const auto ended = run_helper(run, std::move(stop), [&](std::string_view bytes) { return conversation.take(bytes); });
  if (const auto* error = std::get_if<DocumentError>(&ended)) return *error;
  if (conversation.drawing()) return *std::move(conversation.drawing());
  if (conversation.outcome() && std::holds_alternative<DocumentError>(*conversation.outcome())) return std::get<DocumentError>(*conversation.outcome());
  return nonsense();
}

}  // namespace eddy
