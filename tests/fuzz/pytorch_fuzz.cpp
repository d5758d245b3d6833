// Any bytes as a PyTorch checkpoint, and as the pickle inside one: refused, or readable to the last weight.
#include <cstdint>
#include <cstring>
#include <string>

#include "engine/model_files/pytorch.h"
#include "read_all.h"

namespace {

void read(const std::string& file) {
  const auto parsed = eddy::parse_pytorch(std::as_bytes(std::span(file)), "fuzz.pth");
  if (parsed) eddy::fuzz::read_all(*parsed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  read(input);
  // The older kind of file has pickles one after the other: magic number, protocol, machine, checkpoint, storages.
  std::string stream("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02K\1.\x80\x02}.");
  stream += input;
  stream += std::string("\x80\x02](X\1\0\0\0" "0e.", 13) + std::string("\2\0\0\0\0\0\0\0" "12345678", 16);
  read(stream);
  return 0;
}
