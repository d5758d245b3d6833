// Magic (8 bytes), nonce (24, random), content, tag (16). XChaCha20-Poly1305; the magic, the use and the file's name are
// authenticated with it.
#include "app/storage/file_cipher.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "app/storage/files.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr char kMagic[8] = {'E', 'd', 'F', 'i', 'l', 'e', '1', '\n'};
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kHeaderSize = sizeof(kMagic) + kNonceSize;

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }

/// What is authenticated beside the content.
std::string bond(KeyUse use, const fs::path& file) {
  return std::string(kMagic, sizeof(kMagic)) + std::to_string(static_cast<std::uint64_t>(use)) + "/" + path_text(file.filename());
}

}  // namespace

Result<void> FileCipher::write(const fs::path& file, std::span<const std::byte> bytes) const {
  return write(file, std::span(&bytes, 1));
}

Result<void> FileCipher::write(const fs::path& file, std::span<const std::span<const std::byte>> parts) const {
  if (!key_) return write_parts_durably(file, parts);
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  BytesToFill memory(kHeaderSize + size + kTagSize);
  const std::span<std::byte> sealed = memory.bytes();
  std::memcpy(sealed.data(), kMagic, sizeof(kMagic));
  randombytes_buf(sealed.data() + sizeof(kMagic), kNonceSize);
  std::byte* end = sealed.data() + kHeaderSize;
  for (const auto part : parts) end = std::ranges::copy(part, end).out;
  const std::string bound = bond(use_, file);
  const SecretBytes key = key_->derive(use_);
  unsigned char* content = raw(sealed.data() + kHeaderSize);  // in place
  crypto_aead_xchacha20poly1305_ietf_encrypt(content, nullptr, content, size, reinterpret_cast<const unsigned char*>(bound.data()),
                                             bound.size(), nullptr, raw(sealed.data() + sizeof(kMagic)), key.data());
  return write_file_durably(file, sealed);
}

Result<SharedBytes> FileCipher::read(const fs::path& file) const {
  if (!key_) return read_shared(file);
  Result<std::vector<std::byte>> bytes = read_file(file);
  if (!bytes) return bytes.error();
  const auto damaged = [&](const char* why) {
    return Error{ErrorCode::FileCorrupt, "[vault] " + path_text(file) + " is not what was written there", why};
  };
  if (bytes->size() < kHeaderSize + kTagSize || std::memcmp(bytes->data(), kMagic, sizeof(kMagic)) != 0) return damaged("not encrypted");
  const std::size_t size = bytes->size() - kHeaderSize - kTagSize;
  const std::string bound = bond(use_, file);
  const SecretBytes key = key_->derive(use_);
  unsigned char* content = raw(bytes->data() + kHeaderSize);  // in place: a state may have 200 MB
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
      content, nullptr, content, size, content + size, reinterpret_cast<const unsigned char*>(bound.data()), bound.size(),
      raw(bytes->data() + sizeof(kMagic)), key.data());
  if (opened != 0) return damaged("authentication failed");
  auto owner = std::make_shared<const std::vector<std::byte>>(*std::move(bytes));
  return SharedBytes(owner, std::span(*owner).subspan(kHeaderSize, size));
}

}  // namespace eddy
