#include "app/storage/model_store.h"

#include <algorithm>

namespace eddy {
namespace {

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Result<std::vector<ModelFolder>> ModelStore::folders() const {
  std::vector<ModelFolder> list;
  Rows rows = database_.query("SELECT path, added, used FROM model_folders ORDER BY path");
  while (rows.next()) list.push_back({rows.text(0), rows.integer(1) != 0, rows.integer(2) != 0});
  if (rows.failed()) return rows.error();
  return list;
}

Result<void> ModelStore::put_folder(const ModelFolder& folder) {
  return database_.run("INSERT INTO model_folders(path, added, used) VALUES (?, ?, ?) "
                       "ON CONFLICT(path) DO UPDATE SET added = excluded.added, used = excluded.used",
                       std::string_view(folder.path), folder.added, folder.used);
}

Result<void> ModelStore::remove_folder(std::string_view path) {
  return database_.run("DELETE FROM model_folders WHERE path = ?", path);
}

Result<std::vector<KnownModel>> ModelStore::files() const {
  std::vector<KnownModel> list;
  Rows rows = database_.query("SELECT path, bytes, changed_at, fingerprint, facts FROM model_files ORDER BY path");
  while (rows.next()) list.push_back({rows.text(0), rows.integer(1), rows.integer(2), rows.text(3), rows.text(4)});
  if (rows.failed()) return rows.error();
  return list;
}

Result<void> ModelStore::put_file(const KnownModel& file) {
  return database_.run(
      "INSERT INTO model_files(path, bytes, changed_at, fingerprint, facts) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT(path) DO UPDATE SET facts = ?5, "
      "fingerprint = CASE WHEN ?4 <> '' THEN ?4 WHEN bytes = ?2 AND changed_at = ?3 THEN fingerprint ELSE '' END, "
      "bytes = ?2, changed_at = ?3",
      std::string_view(file.path), file.bytes, file.changed_at, std::string_view(file.fingerprint), std::string_view(file.facts));
}

Result<void> ModelStore::put_fingerprint(std::string_view path, std::string_view fingerprint) {
  return database_.run("UPDATE model_files SET fingerprint = ? WHERE path = ?", fingerprint, path);
}

Result<void> ModelStore::forget_file(std::string_view path) {
  return in_transaction(database_, [&]() -> Result<void> {
    if (Result<void> gone = database_.run("DELETE FROM model_files WHERE path = ?", path); !gone) return gone;
    return database_.run("DELETE FROM model_settings WHERE path = ?", path);
  });
}

Result<ModelStore::Settings> ModelStore::settings() const {
  Settings all;
  Rows rows = database_.query("SELECT path, key, value FROM model_settings");
  while (rows.next()) all[rows.text(0)][rows.text(1)] = rows.text(2);
  if (rows.failed()) return rows.error();
  return all;
}

Result<void> ModelStore::set(std::string_view path, std::string_view key, std::string_view value) {
  if (value.empty()) return database_.run("DELETE FROM model_settings WHERE path = ? AND key = ?", path, key);
  return database_.run("INSERT INTO model_settings(path, key, value) VALUES (?, ?, ?) "
                       "ON CONFLICT(path, key) DO UPDATE SET value = excluded.value",
                       path, key, value);
}

Result<std::map<std::string, ModelSpeed>> ModelStore::speeds() const {
  std::map<std::string, std::vector<double>> all;
  Rows rows = database_.query("SELECT model_fingerprint, tokens_generated / seconds FROM messages "
                              "WHERE model_fingerprint <> '' AND tokens_generated >= ? AND seconds > 0 ORDER BY id DESC LIMIT 20000",
                              kTokensThatCount);
  while (rows.next()) {
    auto& of_model = all[rows.text(0)];
    if (of_model.size() < kAnswersThatCount) of_model.push_back(rows.real(1));
  }
  if (rows.failed()) return rows.error();
  std::map<std::string, ModelSpeed> speeds;
  for (const auto& [fingerprint, values] : all)
    speeds[fingerprint] = {.last = values.front(), .median = median(values), .answers = static_cast<int>(values.size())};
  return speeds;
}

}  // namespace eddy
