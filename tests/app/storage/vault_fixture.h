// A data folder with planted words in everything Eddy keeps, and what shows whether they are there and whether they can be read.
#pragma once

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <string>

#include "app/storage/data_files.h"
#include "app/storage/document_store.h"
#include "app/storage/file_cipher.h"
#include "app/storage/snapshot_store.h"
#include "app/storage/state_library.h"
#include "app/storage/vault_change.h"
#include "tests/app/storage/storage_fixture.h"

namespace eddy::test {
namespace fs = std::filesystem;

inline constexpr const char* kPassphrase = "four quiet words here";
inline constexpr const char* kQuestion = "plantedquestion";
inline constexpr const char* kAnswer = "plantedanswer";
inline constexpr const char* kTitle = "plantedtitle";
inline constexpr const char* kDocument = "planteddocument";
inline constexpr const char* kStateName = "plantedname";
inline constexpr const char* kStateBytes = "plantedstate";
inline constexpr const char* kPlanted[] = {kQuestion, kAnswer, kTitle, kDocument, kStateName, kStateBytes};

inline std::vector<std::byte> state_bytes(std::size_t size = 5000) {
  std::vector<std::byte> bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(i * 31 % 251);
  const std::string_view word(kStateBytes);
  std::transform(word.begin(), word.end(), bytes.begin() + 100, [](char c) { return static_cast<std::byte>(c); });
  return bytes;
}

/// Everything of a data folder, open.
struct Open {
  ConversationDatabase opened;
  ConversationStore conversations;
  SnapshotStore snapshots;
  DocumentStore documents;
  StateLibrary library;

  explicit Open(const fs::path& folder, const KeyPointer& key = nullptr)
      : opened(must(open_conversation_database(folder, OpenMode::ReadWrite, 50, key))),
        conversations(*opened.database),
        snapshots(std::move(SnapshotStore::open(folder, opened.uuid, 50, key).store)),
        documents(std::move(DocumentStore::open(folder, opened.uuid, 50, key).store)),
        library(*opened.database, folder) {}
};

struct Planted {
  ConversationId conversation;
  MessageId answer;
  LibraryStateId state;
};

inline Planted plant(Open& open) {
  const auto chat = must(open.conversations.create_conversation());
  must(open.conversations.rename(chat, kTitle));
  const auto turn = must(open.conversations.append_turn(chat, std::nullopt, std::string("what is ") + kQuestion));
  must(open.conversations.finish_answer(turn.assistant_message, {.text = std::string("it is ") + kAnswer}));
  must(open.snapshots.put({.message = turn.assistant_message, .conversation = chat, .model_fingerprint = "m", .tokens = 7}, state_bytes()));
  const auto document = must(open.documents.begin_document("hash", "report.txt", "/home/report.txt", 9));
  const Passage passage{.text = std::string("here stands ") + kDocument};
  must(open.documents.append_passages(document, std::span(&passage, 1)));
  must(open.documents.finish_document(document, {}));
  const auto state = must(open.library.add({.name = kStateName, .model_fingerprint = "m"}, state_bytes()));
  return {chat, turn.assistant_message, state};
}

/// Whether everything that was planted is there.
inline bool whole(const fs::path& folder, const KeyPointer& key, const Planted& planted) {
  Open open(folder, key);
  const auto messages = must(open.conversations.all_messages(planted.conversation));
  const auto snapshot = open.snapshots.get(planted.answer, "m");
  const auto documents = must(open.documents.list());
  const auto library = open.library.bytes(planted.state);
  return messages.size() == 2 && messages[1].text.ends_with(kAnswer) && snapshot && *snapshot && (*snapshot)->bytes == state_bytes() &&
         documents.size() == 1 && library && *library == state_bytes();
}

inline std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The first planted word that is found in any file of the folder; empty when none is.
inline std::string found_in(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = content(entry.path());
    for (const char* word : kPlanted) {
      if (bytes.find(word) != std::string::npos) return entry.path().string() + ": " + word;
    }
  }
  return {};
}

inline void flip(const fs::path& file, std::size_t at, int bit = 0) {
  std::string bytes = content(file);
  bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
  std::ofstream(file, std::ios::binary) << bytes;
}

inline KeyPointer encrypt(const fs::path& folder, const VaultChangeControl& control = {}) {
  return must(encrypt_data_folder(folder, kPassphrase, control, VaultCost::cheapest()));
}

inline std::optional<KeyPointer> unlock(const fs::path& folder, std::string_view passphrase = kPassphrase) {
  return must(must(Vault::read(folder / kVaultFile)).unlock(passphrase));
}

template <class T>
ErrorCode code_of(const Result<T>& result) {
  return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace eddy::test
