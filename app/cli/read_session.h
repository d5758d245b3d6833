// What eddy-cli read works with: the files that could be read, and a model at work on them.
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <utility>

#include "app/cli/model_choice.h"
#include "app/storage/document_store.h"
#include "engine/api/engine.h"

namespace eddy::cli {

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
  int as_of_page = 0;     ///< 0: the whole document
  ModelChoice model;
};

/// A folder that goes with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The text lies in a temporary database, so that memory does not grow with it.
struct Library {
  TemporaryFolder folder;
  DocumentStore store;
  std::vector<Document> documents;
  Json errors = Json::array();
  std::string notice;               ///< what was left out of a folder, and why; empty when nothing was

  std::vector<DocumentId> ids() const;
};
Result<Library> import_files(const ReadOptions& o, std::stop_token stop);

class Reader {
 public:
  Reader(std::shared_ptr<LanguageModel> model, Library& library, std::stop_token stop)
      : model_(std::move(model)), library_(library), stop_(std::move(stop)) {}

  /// Feeds everything to one sequence, or what stands up to the end of a page.
  Result<Json> read(int as_of_page);
  Result<Json> ask(const std::string& question, AskMode mode, int max_tokens, int as_of_page);
  Result<Json> summarise(const Document& document, SummaryStyle style);

 private:
  Result<bool> feed(const std::vector<ReadingStep>& steps, int as_of_page);
  Result<std::string> note_about(const Document& document, const DocumentNote& stretch);
  Result<std::string> join(const std::vector<DocumentNote>& notes, const SummaryPoint& point, std::size_t fan_in);
  Result<std::string> complete(const StateSnapshot* state, const std::string& prompt, int max_tokens);
  Result<void> prepare();

  std::shared_ptr<LanguageModel> model_;
  Library& library_;
  std::stop_token stop_;
  std::unique_ptr<Sequence> sequence_;
  std::shared_ptr<const StateSnapshot> state_;
};

}  // namespace eddy::cli
