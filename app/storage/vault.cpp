// Layout, little-endian: magic (8 bytes), version and derivation (4 each), passes and memory (8 each), salt (16), nonce (24),
// wrapped key with its tag (48), checksum of all before (8). The checksum tells damage from a wrong passphrase; nothing rests on it.
#include "app/storage/vault.h"

#include <sodium.h>

#include <cstring>
#include <span>

#include "app/storage/files.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr char kMagic[8] = {'E', 'd', 'V', 'a', 'u', 'l', 't', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kArgon2id = 1;  // version 1.3, one lane
constexpr std::size_t kVersionAt = 8, kDerivationAt = 12, kPassesAt = 16, kMemoryAt = 24, kSaltAt = 32, kNonceAt = 48, kKeyAt = 72,
                      kChecksumAt = 120;
// What a damaged or foreign file may ask for at most.
constexpr std::uint64_t kMostPasses = 64;
constexpr std::uint64_t kMostMemory = std::uint64_t{4} << 30;

static_assert(kNonceAt - kSaltAt == crypto_pwhash_argon2id_SALTBYTES);
static_assert(kKeyAt - kNonceAt == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kChecksumAt - kKeyAt == DataKey::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES);

template <class T>
T number_at(std::span<const std::byte> bytes, std::size_t at) {
  T value = 0;
  for (std::size_t i = sizeof(T); i-- > 0;) value = static_cast<T>(value << 8 | std::to_integer<T>(bytes[at + i]));
  return value;
}

template <class T>
void put_number(std::span<std::byte> bytes, std::size_t at, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i) bytes[at + i] = static_cast<std::byte>(value >> (8 * i) & 0xff);
}

unsigned char* raw(std::byte* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(const std::byte* bytes) { return reinterpret_cast<const unsigned char*>(bytes); }

Error damaged(const fs::path& file, std::string why) {
  return {ErrorCode::FileCorrupt,
          "[vault] " + path_text(file) + " is damaged. Without it nothing in this folder can be opened: put it back from a copy", std::move(why)};
}

/// The key that wraps the data key.
Result<SecretBytes> derive(std::string_view passphrase, std::span<const std::byte> vault) {
  SecretBytes key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
  const int code = crypto_pwhash_argon2id(key.data(), key.size(), passphrase.data(), passphrase.size(), raw(vault.data() + kSaltAt),
                                          number_at<std::uint64_t>(vault, kPassesAt),
                                          static_cast<std::size_t>(number_at<std::uint64_t>(vault, kMemoryAt)),
                                          crypto_pwhash_argon2id_ALG_ARGON2ID13);
  if (code == 0) return key;
  return Error{ErrorCode::OutOfMemory,
               "[vault] checking the passphrase needs " + std::to_string(number_at<std::uint64_t>(vault, kMemoryAt) >> 20) +
                   " MB of memory, which this computer does not have free. Close other programs and try again", {}};
}

}  // namespace

VaultCost VaultCost::cheapest() { return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN}; }

bool Vault::exists_in(const fs::path& folder) {
  std::error_code why;
  // What cannot be looked at may be there: then reading it says what is wrong.
  return fs::exists(folder / kVaultFile, why) || (why && why != std::errc::not_a_directory);
}

Result<Vault> Vault::read(const fs::path& file) {
  const Result<std::vector<std::byte>> bytes = read_file(file);
  if (!bytes) return bytes.error();
  if (bytes->size() < sizeof(kMagic) || std::memcmp(bytes->data(), kMagic, sizeof(kMagic)) != 0) return damaged(file, "no vault");
  if (bytes->size() >= kDerivationAt && number_at<std::uint32_t>(*bytes, kVersionAt) > kVersion &&
      number_at<std::uint32_t>(*bytes, kVersionAt) < 1000) {
    return Error{ErrorCode::FileTooNew,
                 "[vault] " + path_text(file) + " was written by a newer version of Eddy. Install that version again", {}};
  }
  if (bytes->size() != kFileSize) return damaged(file, "wrong size");
  const std::span<const std::byte> body = std::span(*bytes).first(kChecksumAt);
  if (checksum(body) != number_at<std::uint64_t>(*bytes, kChecksumAt)) return damaged(file, "checksum differs");
  const auto passes = number_at<std::uint64_t>(body, kPassesAt), memory = number_at<std::uint64_t>(body, kMemoryAt);
  if (number_at<std::uint32_t>(body, kVersionAt) != kVersion || number_at<std::uint32_t>(body, kDerivationAt) != kArgon2id ||
      passes < crypto_pwhash_argon2id_OPSLIMIT_MIN || passes > kMostPasses || memory < crypto_pwhash_argon2id_MEMLIMIT_MIN ||
      memory > kMostMemory) {
    return damaged(file, "parameters out of range");
  }
  Bytes content;
  std::copy(bytes->begin(), bytes->end(), content.begin());
  return Vault(content);
}

Result<Vault> Vault::wrap(const DataKey& key, std::string_view passphrase, VaultCost cost) {
  if (passphrase.size() < kShortestPassphrase) {
    return Error{ErrorCode::InvalidArgument,
                 "[vault] the passphrase is too short. Take at least " + std::to_string(kShortestPassphrase) + " characters, better four words", {}};
  }
  prepare_cryptography();
  Vault vault{Bytes{}};
  std::memcpy(vault.bytes_.data(), kMagic, sizeof(kMagic));
  put_number(vault.bytes_, kVersionAt, kVersion);
  put_number(vault.bytes_, kDerivationAt, kArgon2id);
  put_number(vault.bytes_, kPassesAt, cost.passes);
  put_number(vault.bytes_, kMemoryAt, cost.memory);
  randombytes_buf(vault.bytes_.data() + kSaltAt, kKeyAt - kSaltAt);  // salt and nonce
  const Result<SecretBytes> wrapping = derive(passphrase, vault.bytes_);
  if (!wrapping) return wrapping.error();
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(vault.bytes_.data() + kKeyAt), nullptr, key.bytes().data(), DataKey::kSize,
                                             raw(vault.bytes_.data()), kNonceAt, nullptr, raw(vault.bytes_.data() + kNonceAt),
                                             wrapping->data());
  put_number(vault.bytes_, kChecksumAt, checksum(std::span(vault.bytes_).first(kChecksumAt)));
  return vault;
}

Result<std::optional<KeyPointer>> Vault::unlock(std::string_view passphrase) const {
  prepare_cryptography();
  const Result<SecretBytes> wrapping = derive(passphrase, bytes_);
  if (!wrapping) return wrapping.error();
  SecretBytes key(DataKey::kSize);
  const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, raw(bytes_.data() + kKeyAt),
                                                                kChecksumAt - kKeyAt, raw(bytes_.data()), kNonceAt,
                                                                raw(bytes_.data() + kNonceAt), wrapping->data());
  if (opened != 0) return std::optional<KeyPointer>();
  return std::optional<KeyPointer>(std::make_shared<const DataKey>(std::move(key)));
}

Result<void> Vault::write(const fs::path& file) const { return write_file_durably(file, bytes_); }

Result<bool> change_passphrase(const fs::path& folder, std::string_view old_passphrase, std::string_view new_passphrase, VaultCost cost) {
  const Result<Vault> vault = Vault::read(folder / kVaultFile);
  if (!vault) return vault.error();
  const Result<std::optional<KeyPointer>> key = vault->unlock(old_passphrase);
  if (!key) return key.error();
  if (!*key) return false;
  const Result<Vault> changed = Vault::wrap(***key, new_passphrase, cost);
  if (!changed) return changed.error();
  if (const Result<void> written = changed->write(folder / kVaultFile); !written) return written.error();
  return true;
}

}  // namespace eddy
