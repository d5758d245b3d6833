#include "app/storage/data_key.h"

#include <sodium.h>

#include <cassert>
#include <cstdlib>
#include <new>

#ifndef _WIN32
#include <sys/resource.h>
#endif

namespace eddy {
namespace {
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "EddyData";
static_assert(DataKey::kSize == crypto_kdf_KEYBYTES);
}  // namespace

void prepare_cryptography() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) std::abort();
}

void keep_out_of_core_dumps() {
#ifndef _WIN32
  // One byte is too small for a file, and on Linux the value at which no program that collects dumps is started either.
  rlimit limit{};
  if (getrlimit(RLIMIT_CORE, &limit) != 0 || limit.rlim_cur <= 1) return;
  limit.rlim_cur = 1;
  setrlimit(RLIMIT_CORE, &limit);
#endif
}

void SecretBytes::Free::operator()(unsigned char* bytes) const { sodium_free(bytes); }

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
  prepare_cryptography();
  bytes_.reset(static_cast<unsigned char*>(sodium_malloc(size)));
  if (!bytes_) throw std::bad_alloc();
}

std::shared_ptr<const DataKey> DataKey::random() {
  SecretBytes bytes(kSize);
  randombytes_buf(bytes.data(), bytes.size());
  return std::make_shared<const DataKey>(std::move(bytes));
}

SecretBytes DataKey::derive(KeyUse use) const {
  SecretBytes key(kSize);
  [[maybe_unused]] const int derived =
      crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<std::uint64_t>(use), kContext, bytes_.data());
  assert(derived == 0);
  return key;
}

}  // namespace eddy
