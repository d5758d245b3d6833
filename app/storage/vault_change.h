// Encrypting a data folder and taking the encryption back. The databases are closed and the folder's lock is held.
//
// Everything is written anew into the folder "vault-change", synced and read again; then one small file, "vault-change/ready", decides.
// Before it the folder is what it was, after it what it is to be: settle_vault_change() finishes or takes back what a program left that
// ended in between, and needs no passphrase for it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "app/storage/data_key.h"
#include "app/storage/vault.h"
#include "engine/api/result.h"

namespace eddy {

struct VaultChangeControl {
  /// Called often with the part that is done, 0 to 1. False stops, as long as nothing has been decided: all is as before then.
  std::function<bool(double)> progress = [](double) { return true; };
};

/// Says with which key the folder opens now. Errors: Cancelled, DiskFull (also before anything is written), InvalidArgument (passphrase too
/// short, or encrypted already), FileUnreadable, FileCorrupt (a database that must be encrypted cannot be read).
Result<KeyPointer> encrypt_data_folder(const std::filesystem::path& folder, std::string_view passphrase, const VaultChangeControl& control = {},
                                       VaultCost cost = {});
Result<void> decrypt_data_folder(const std::filesystem::path& folder, const KeyPointer& key, const VaultChangeControl& control = {});

/// At every opening for writing, before anything else is opened.
Result<void> settle_vault_change(const std::filesystem::path& folder);

/// A change is half done: who holds no lock must not open the folder now.
bool vault_change_pending(const std::filesystem::path& folder);

}  // namespace eddy
