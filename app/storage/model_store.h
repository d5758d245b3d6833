// Folders of models, what is known of their files, and what the user wants of each. One thread at a time; the Database must
// outlive the store.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

struct ModelFolder {
  std::string path;
  bool added = false;  ///< by the user
  bool used = true;
};

struct KnownModel {
  std::string path;
  std::int64_t bytes = 0;
  std::int64_t changed_at = 0;
  std::string fingerprint;
  std::string facts;
};

/// Of answers that a model wrote here.
struct ModelSpeed {
  double last = 0;    ///< tokens/s
  double median = 0;  ///< of the last answers
  int answers = 0;    ///< that were looked at
};

class ModelStore {
 public:
  /// Answers shorter than this say little of a speed.
  static constexpr int kTokensThatCount = 16;
  static constexpr int kAnswersThatCount = 21;

  explicit ModelStore(Database& conversations) : database_(conversations) {}

  Result<std::vector<ModelFolder>> folders() const;
  Result<void> put_folder(const ModelFolder& folder);
  Result<void> remove_folder(std::string_view path);

  Result<std::vector<KnownModel>> files() const;
  /// The fingerprint stays what it was while size and time are the same.
  Result<void> put_file(const KnownModel& file);
  Result<void> put_fingerprint(std::string_view path, std::string_view fingerprint);
  /// With its settings.
  Result<void> forget_file(std::string_view path);

  /// By path, then by key.
  using Settings = std::map<std::string, std::map<std::string, std::string>>;
  Result<Settings> settings() const;
  /// An empty value is none.
  Result<void> set(std::string_view path, std::string_view key, std::string_view value);

  /// By fingerprint, of every model that has answered.
  Result<std::map<std::string, ModelSpeed>> speeds() const;

 private:
  Database& database_;
};

}  // namespace eddy
