// Writes a capsule beside its goal and renames it there when it is whole. One thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/capsule/capsule_reader.h"
#include "app/capsule/portable_chat.h"
#include "app/storage/sqlite.h"

namespace eddy {

class CapsuleWriter {
 public:
  /// Begins a file beside `goal`. The content is as import_conversations() needs it. Errors: DiskFull, FileUnreadable.
  static Result<CapsuleWriter> create(const std::filesystem::path& goal, PortableChat chat);
  CapsuleWriter(CapsuleWriter&&) = default;
  CapsuleWriter& operator=(CapsuleWriter&&) = delete;
  /// Without finish() nothing is left behind, and what stood at the goal stays.
  ~CapsuleWriter();

  /// The bytes of the state that the chat begins with; without this call there are none in the file.
  Result<void> add_origin(std::span<const std::byte> bytes);
  /// False, and not written, when it is not the state of the first tokens of the branch that ends in `message`: of a chat
  /// about documents, for one, whose text is not in the capsule.
  Result<bool> add_state(MessageId message, const StateSnapshot& snapshot);
  /// Writes the rest, syncs and renames.
  Result<void> finish();

 private:
  CapsuleWriter() = default;
  Result<void> write_rows();
  Result<void> write_message(const Message& message);
  Error failed(const Error& why) const;

  std::filesystem::path goal_;
  std::filesystem::path temporary_;
  PortableChat chat_;
  std::vector<CapsuleState> states_;
  std::set<std::string> blocks_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Transaction> transaction_;
  bool origin_written_ = false;
};

}  // namespace eddy
