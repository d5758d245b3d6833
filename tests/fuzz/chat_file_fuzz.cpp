// Any bytes as a file with chats: a capsule is opened and its states parsed, the rest is read by whoever recognises it. What is
// accepted must be fit for the database.
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "app/capsule/capsule_reader.h"
#include "app/capsule/chat_files.h"

namespace {

void check(const eddy::PortableChat& chat) {
  if (!eddy::check_content(chat.content, "fuzz")) __builtin_trap();
  auto again = chat.content;
  eddy::complete(again);
  if (again.messages.size() != chat.content.messages.size()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto chats = eddy::read_chats(bytes, "fuzz")) {
    if (chats->empty()) __builtin_trap();
    for (const auto& chat : *chats) check(chat);
  }
  if (eddy::recognise_chat(bytes) != eddy::ChatFileKind::Capsule) return 0;
  static const auto file = std::filesystem::temp_directory_path() / ("eddy-fuzz-" + std::to_string(std::random_device()()) + ".eddy");
  std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(size));
  if (const auto reader = eddy::CapsuleReader::open(file)) {
    check(reader->chat());
    (void)reader->check_states();
  }
  std::filesystem::remove(file);
  return 0;
}
