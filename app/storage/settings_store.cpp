#include "app/storage/settings_store.h"

namespace eddy {
namespace {

constexpr const char* kSet =
    "INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value";

}  // namespace

Result<std::optional<std::string>> SettingsStore::value(std::string_view key) const {
  Rows rows = database_.query("SELECT value FROM settings WHERE key = ?", key);
  std::optional<std::string> value;
  if (rows.next()) value = rows.text(0);
  if (rows.failed()) return rows.error();
  return value;
}

Result<std::map<std::string, std::string>> SettingsStore::all() const {
  std::map<std::string, std::string> values;
  Rows rows = database_.query("SELECT key, value FROM settings");
  while (rows.next()) values[rows.text(0)] = rows.text(1);
  if (rows.failed()) return rows.error();
  return values;
}

Result<void> SettingsStore::set(std::string_view key, std::string_view value) { return database_.run(kSet, key, value); }

Result<void> SettingsStore::set_all(const std::map<std::string, std::string>& values) {
  return in_transaction(database_, [&]() -> Result<void> {
    for (const auto& [key, value] : values) {
      if (Result<void> stored = database_.run(kSet, key, value); !stored) return stored;
    }
    return {};
  });
}

Result<void> SettingsStore::reset(std::string_view key) {
  return database_.run("DELETE FROM settings WHERE key = ?", key);
}

}  // namespace eddy
