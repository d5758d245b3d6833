// Reads capsules: one chat with its saved states in one file (docs/capsule.md). Whoever made the file is not trusted. One
// thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/capsule/portable_chat.h"
#include "app/storage/sqlite.h"
#include "engine/api/state_snapshot.h"

namespace eddy {

/// A state as the capsule's list names it.
struct CapsuleState {
  MessageId message{};             ///< of this capsule's messages
  std::string model_fingerprint;
  std::uint64_t token_hash = 0;
  std::int64_t tokens = 0;
  std::uint64_t checksum = 0;      ///< of the stored bytes
  std::int64_t bytes = 0;          ///< without the blocks it shares with others
};

/// parse_pieces(), or what a test has in its place.
using ParseState = std::function<Result<std::shared_ptr<const StateSnapshot>>(const SnapshotPieces&)>;

/// Done and total, in whatever unit.
using CapsuleProgress = std::function<void(std::int64_t done, std::int64_t total)>;

class CapsuleReader {
 public:
  /// Checks the file's structure, the whole transcript and the list of states. FileNotFound, FileUnreadable,
  /// UnsupportedFormat (no capsule), FileTooNew, FileCorrupt, Cancelled; the message names the file and what is wrong in it.
  static Result<CapsuleReader> open(const std::filesystem::path& file, std::stop_token stop = {});

  /// Complete: see complete().
  const PortableChat& chat() const { return chat_; }
  const std::vector<CapsuleState>& states() const { return states_; }

  /// One state, if its bytes are whole and it is the state of exactly the first tokens of its message's branch.
  /// FileTooNew when only a newer Eddy can read it; FileCorrupt for everything else.
  Result<std::shared_ptr<const StateSnapshot>> state(std::size_t index, const ParseState& parse = parse_pieces) const;
  /// The bytes of the state that the chat begins with, if they are whole and of the key that is said; empty when there are
  /// none. Errors as of state().
  Result<std::vector<std::byte>> origin_bytes(const ParseState& parse = parse_pieces) const;
  /// All of them, one after another. States of messages that are too new are no fault.
  Result<void> check_states(const ParseState& parse = parse_pieces, std::stop_token stop = {},
                            const CapsuleProgress& progress = {}) const;

 private:
  CapsuleReader() = default;
  Result<void> check_file(std::stop_token stop);
  Result<void> read_facts();
  Result<void> read_settings();
  Result<void> read_messages();
  Result<void> read_states();
  Result<void> read_block_names();
  Result<void> read_origin();
  Result<void> read_pictures();
  Result<void> check_branch(std::size_t index, const StateSnapshot& snapshot) const;
  std::optional<std::vector<std::byte>> block(const std::string& hash) const;
  Error corrupt(const std::string& what) const;

  std::string name_;
  int version_ = 0;
  std::unique_ptr<Database> database_;
  PortableChat chat_;
  std::string digest_;
  std::vector<CapsuleState> states_;
  std::map<std::string, std::int64_t> blocks_;  // hash to row
};

}  // namespace eddy
