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
  if (!key_) return write_file_durably(file, bytes);
  std::vector<std::byte> sealed(kHeaderSize + bytes.size() + kTagSize);
  std::memcpy(sealed.data(), kMagic, sizeof(kMagic));
  randombytes_buf(sealed.data() + sizeof(kMagic), kNonceSize);
  const std::string bound = bond(use_, file);
  const SecretBytes key = key_->derive(use_);
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      raw(sealed.data() + kHeaderSize), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
      reinterpret_cast<const unsigned char*>(bound.data()), bound.size(), nullptr, raw(sealed.data() + sizeof(kMagic)), key.data());
  return write_file_durably(file, sealed);
}

Result<std::vector<std::byte>> FileCipher::read(const fs::path& file) const {
  Result<std::vector<std::byte>> bytes = read_file(file);
  if (!bytes || !key_) return bytes;
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
  std::memmove(bytes->data(), bytes->data() + kHeaderSize, size);
  bytes->resize(size);
  return bytes;
}

}  // namespace eddy
