// eddy-cli chats export, import, verify.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/result.h"

namespace eddy::cli {

struct TransferOptions {
  std::optional<std::string> data_dir;
  std::optional<std::string> passphrase_file;
  std::int64_t id = 0;
  std::string format = "markdown";
  std::string output;
  std::string states = "none";
  std::vector<std::string> files;
  bool without_states = false;
};

Result<void> export_chat(const TransferOptions& options);
Result<void> import_chats(const TransferOptions& options);
Result<void> verify_chats(const TransferOptions& options);

}  // namespace eddy::cli
