// What StorageService does with an encrypted folder: all of it on the storage thread, because a guess takes a second and a change minutes.
#include "app/storage/storage_service.h"
#include "app/storage/vault_change.h"

namespace eddy {

/// As submit(), for work that does not need an open folder.
void StorageService::check(QObject* context, std::function<Result<bool>()> work, Checked done) {
  auto answer = std::make_shared<std::optional<Result<bool>>>();
  const auto ticket = expect(context, [answer, done = std::move(done)] { done(**answer); });
  enqueue([this, answer, ticket, work = std::move(work)] {
    answer->emplace(work());
    deliver(ticket);
  });
}

Result<void> StorageService::reopen(const std::filesystem::path& folder) {
  auto opened = Stores::open(folder, m_key);
  if (!opened) return opened.error();
  m_stores = std::move(opened->stores);
  m_folder = folder;
  return {};
}

void StorageService::look(const std::filesystem::path& folder, QObject* context, Checked done) {
  check(context, [folder]() -> Result<bool> {
    const auto lock = FolderLock::acquire(folder);
    if (!lock) return lock.error();
    if (auto settled = settle_vault_change(folder); !settled) return settled.error();
    return Vault::exists_in(folder);
  }, std::move(done));
}

void StorageService::unlock(const std::filesystem::path& folder, const std::string& passphrase, QObject* context, Checked done) {
  check(context, [this, folder, passphrase]() -> Result<bool> {
    const auto vault = Vault::read(folder / kVaultFile);
    if (!vault) return vault.error();
    const auto key = vault->unlock(passphrase);
    if (!key) return key.error();
    if (!*key) return false;
    keep_out_of_core_dumps();
    m_key = **key;
    if (auto opened = reopen(folder); !opened) return opened.error();
    return true;
  }, std::move(done));
}

/// Closes everything, does `change` under the folder's lock, and opens again with the key that fits then.
Result<bool> StorageService::changeVault(const std::function<Result<bool>()>& change) {
  if (!m_stores) return notOpen();
  auto stores = std::move(m_stores);
  auto lock = std::move(stores->lock);
  stores.reset();
  auto changed = change();
  if (!changed && vault_change_pending(m_folder)) (void)settle_vault_change(m_folder);  // decided, and then a file could not be replaced
  { const auto released = std::move(lock); }
  if (auto opened = reopen(m_folder); !opened) return changed ? opened.error() : changed.error();
  return changed;
}

void StorageService::encrypt(const std::string& passphrase, Progress progress, QObject* context, Checked done) {
  check(context, [this, passphrase, progress = std::move(progress)] {
    return changeVault([&]() -> Result<bool> {
      keep_out_of_core_dumps();
      auto key = encrypt_data_folder(m_folder, passphrase, {progress}, m_vaultCost);
      if (!key) return key.error();
      m_key = *std::move(key);
      return true;
    });
  }, std::move(done));
}

void StorageService::decrypt(const std::string& passphrase, Progress progress, QObject* context, Checked done) {
  check(context, [this, passphrase, progress = std::move(progress)]() -> Result<bool> {
    // The passphrase again: whoever finds the computer unlocked must not be able to take the encryption off.
    const auto vault = Vault::read(m_folder / kVaultFile);
    if (!vault) return vault.error();
    const auto key = vault->unlock(passphrase);
    if (!key) return key.error();
    if (!*key) return false;
    return changeVault([&]() -> Result<bool> {
      if (auto changed = decrypt_data_folder(m_folder, m_key, {progress}); !changed) return changed.error();
      m_key.reset();
      return true;
    });
  }, std::move(done));
}

void StorageService::changePassphrase(const std::string& before, const std::string& after, QObject* context, Checked done) {
  check(context, [this, before, after]() -> Result<bool> {
    if (!m_stores) return notOpen();
    return change_passphrase(m_folder, before, after, m_vaultCost);
  }, std::move(done));
}

}  // namespace eddy
