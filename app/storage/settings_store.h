// Named values in eddy.db. One thread at a time; the Database must outlive the store.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

class SettingsStore {
 public:
  explicit SettingsStore(Database& database) : database_(database) {}

  Result<std::optional<std::string>> value(std::string_view key) const;
  Result<std::map<std::string, std::string>> all() const;
  Result<void> set(std::string_view key, std::string_view value);
  /// Several at once, all or none.
  Result<void> set_all(const std::map<std::string, std::string>& values);
  /// Back to the default. Not an error when it was not set.
  Result<void> reset(std::string_view key);

 private:
  Database& database_;
};

}  // namespace eddy
