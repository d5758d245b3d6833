// What the storage tests share: a folder of their own, an open database, results that must be there.
#pragma once

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/sqlite.h"

namespace eddy::test {

/// The value, or the end of the test program with the error's text.
template <class T>
T must(Result<T> result) {
  if (!result) qFatal("%s (%s)", result.error().message.c_str(), result.error().detail.c_str());
  if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// An empty folder that goes away with the object.
class Folder {
 public:
  std::filesystem::path path() const { return std::filesystem::path(dir_.path().toStdU16String()); }
  std::filesystem::path operator/(std::string_view name) const { return path() / name; }

 private:
  QTemporaryDir dir_;
};

/// A fresh eddy.db and its store, with a clock that ticks a millisecond at each look.
class Conversations {
 public:
  Conversations() : opened_(must(open_conversation_database(folder_.path(), OpenMode::ReadWrite, 50))) {}
  ConversationStore* operator->() { return &store_; }
  ConversationStore& operator*() { return store_; }
  Database& database() { return *opened_.database; }
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
  ConversationDatabase opened_;
  std::int64_t now_ = 1'700'000'000'000;
  ConversationStore store_{*opened_.database, [this] { return ++now_; }};
};

inline std::vector<std::string> texts(const std::vector<Message>& messages) {
  std::vector<std::string> list;
  for (const Message& message : messages) list.push_back(message.text);
  return list;
}

}  // namespace eddy::test
