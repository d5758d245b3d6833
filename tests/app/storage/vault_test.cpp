// The vault's file, what a key opens, and that nothing is readable while encryption is on.
#include "app/storage/files.h"
#include "app/storage/settings_store.h"
#include "tests/app/storage/vault_fixture.h"

namespace eddy::test {

class VaultTest : public QObject {
  Q_OBJECT

 private slots:
  void only_the_passphrase_opens_a_vault() {
    const Folder folder;
    const KeyPointer key = DataKey::random();
    must(must(Vault::wrap(*key, kPassphrase, VaultCost::cheapest())).write(folder / kVaultFile));
    QVERIFY(!unlock(folder.path(), "four quiet words herE"));
    QVERIFY(!unlock(folder.path(), ""));
    const auto opened = unlock(folder.path());
    QVERIFY(opened);
    QVERIFY(std::equal(key->bytes().data(), key->bytes().data() + DataKey::kSize, (*opened)->bytes().data()));
  }

  void a_short_passphrase_is_refused() {
    QCOMPARE(code_of(Vault::wrap(*DataKey::random(), "seven c", VaultCost::cheapest())), ErrorCode::InvalidArgument);
  }

  void keys_for_different_uses_differ() {
    const KeyPointer key = DataKey::random();
    std::set<std::string> seen;
    for (int use = 1; use <= 6; ++use) {
      const SecretBytes derived = key->derive(static_cast<KeyUse>(use));
      seen.emplace(reinterpret_cast<const char*>(derived.data()), derived.size());
    }
    QCOMPARE(seen.size(), 6u);
  }

  void every_flipped_bit_of_a_vault_is_found() {
    const Folder folder;
    const fs::path file = folder / kVaultFile;
    must(must(Vault::wrap(*DataKey::random(), kPassphrase, VaultCost::cheapest())).write(file));
    for (std::size_t at = 0; at < Vault::kFileSize; ++at) {
      flip(file, at, static_cast<int>(at % 8));
      const auto read = Vault::read(file);
      QVERIFY2(!read && (read.error().code == ErrorCode::FileCorrupt || read.error().code == ErrorCode::FileTooNew), qPrintable(QString::number(at)));
      flip(file, at, static_cast<int>(at % 8));
    }
    QVERIFY(Vault::read(file));
  }

  void vaults_that_are_none_are_told_apart() {
    const Folder folder;
    const fs::path file = folder / kVaultFile;
    QCOMPARE(code_of(Vault::read(file)), ErrorCode::FileNotFound);
    must(must(Vault::wrap(*DataKey::random(), kPassphrase, VaultCost::cheapest())).write(file));
    const std::string good = content(file);
    std::ofstream(file, std::ios::binary) << good.substr(0, 100);
    QCOMPARE(code_of(Vault::read(file)), ErrorCode::FileCorrupt);
    std::string newer = good;
    newer[8] = 2;
    std::ofstream(file, std::ios::binary) << newer;
    QCOMPARE(code_of(Vault::read(file)), ErrorCode::FileTooNew);
    // Well-formed, but asking for the memory of a data centre.
    std::string greedy = good;
    greedy[24 + 6] = 1;
    const auto body = std::as_bytes(std::span(greedy)).first(120);
    const std::uint64_t sum = checksum(body);
    for (int i = 0; i < 8; ++i) greedy[120 + i] = static_cast<char>(sum >> (8 * i));
    std::ofstream(file, std::ios::binary) << greedy;
    QCOMPARE(code_of(Vault::read(file)), ErrorCode::FileCorrupt);
  }

  void what_is_written_while_it_is_on_is_not_readable() {
    const Folder folder;
    { Open open(folder.path()); }
    const KeyPointer key = encrypt(folder.path());
    Open open(folder.path(), key);
    plant(open);
    QVERIFY2(found_in(folder.path()).empty(), found_in(folder.path()).c_str());  // with logs, while everything is open
    must(open.opened.database->back_up_to(folder / "eddy.db.backup-99"));
    must(open.opened.database->run("CREATE TEMP TABLE copy AS SELECT * FROM messages"));
    QVERIFY2(found_in(folder.path()).empty(), found_in(folder.path()).c_str());
  }

  void the_search_index_and_the_numbers_survive() {
    const Folder folder;
    { Open open(folder.path()); plant(open); }
    const KeyPointer key = encrypt(folder.path());
    Open open(folder.path(), key);
    auto& database = *open.opened.database;
    QCOMPARE(must(database.integer("SELECT count(*) FROM message_search WHERE message_search MATCH ?", std::string_view(kAnswer))),
             std::optional<std::int64_t>(1));
    QCOMPARE(must(database.integer("PRAGMA user_version")), std::optional<std::int64_t>(conversation_schema().newest()));
    const auto next = must(open.conversations.create_conversation());
    QVERIFY(static_cast<std::int64_t>(next) > 1);
  }

  void a_database_tells_why_it_does_not_open() {
    const Folder folder, other;
    { Open open(folder.path()); }
    { Open open(other.path()); }
    fs::copy(folder / "eddy.db", folder / "plain.db");
    const KeyPointer key = encrypt(folder.path());
    const KeyPointer foreign = encrypt(other.path());
    const auto text = [](const auto& opened) { return opened ? std::string() : opened.error().message; };
    // The vault was lost.
    QVERIFY(text(open_conversation_database(folder.path(), OpenMode::ReadWrite, 50)).find("eddy.vault") != std::string::npos);
    // A database from another folder, or the wrong one of this folder.
    QVERIFY(text(open_conversation_database(folder.path(), OpenMode::ReadWrite, 50, foreign)).find("comes from another") != std::string::npos);
    QVERIFY(!Database::open(folder / "eddy.db", OpenMode::ReadOnly, 50, {key, KeyUse::States}));
    // A plain one in its place.
    const auto plain = Database::open(folder / "plain.db", OpenMode::ReadOnly, 50, {key, KeyUse::Conversations});
    QVERIFY(text(plain).find("is not encrypted, but its data folder is") != std::string::npos);
    const std::string before = content(folder / "eddy.db");
    QVERIFY(open_conversation_database(folder.path(), OpenMode::ReadWrite, 50, key));
    QCOMPARE(before.size(), content(folder / "eddy.db").size());
  }

  void a_changed_state_is_read_again_and_never_used() {
    const Folder folder;
    { Open open(folder.path()); }
    const KeyPointer key = encrypt(folder.path());
    Open open(folder.path(), key);
    const auto state_file = [&] {
      for (const auto& entry : fs::directory_iterator(folder / "states")) return entry.path();
      return fs::path();
    };
    const SnapshotInfo info{.message = MessageId{1}, .conversation = ConversationId{1}, .model_fingerprint = "m", .tokens = 7};
    std::size_t at = 0;
    for (int i = 0; i < 24; ++i) {
      must(open.snapshots.put(info, state_bytes(600)));
      const fs::path file = state_file();
      at = (at + 7919) % fs::file_size(file);
      flip(file, at, i % 8);
      QCOMPARE(code_of(open.snapshots.get(info.message, "m")), ErrorCode::FileCorrupt);
      QVERIFY(!must(open.snapshots.get(info.message, "m")));  // forgotten: the branch is read again
    }
  }

  void files_that_change_places_are_found_out() {
    const Folder folder;
    const FileCipher cipher(DataKey::random(), KeyUse::StateFiles);
    must(cipher.write(folder / "1-a.state", state_bytes()));
    must(cipher.write(folder / "2-b.state", state_bytes()));
    QCOMPARE(must(cipher.read(folder / "1-a.state")), state_bytes());
    fs::rename(folder / "1-a.state", folder / "2-b.state");
    QCOMPARE(code_of(cipher.read(folder / "2-b.state")), ErrorCode::FileCorrupt);
    std::ofstream(folder / "3.state") << "plain";
    QCOMPARE(code_of(cipher.read(folder / "3.state")), ErrorCode::FileCorrupt);
    QCOMPARE(code_of(cipher.read(folder / "4.state")), ErrorCode::FileNotFound);
  }

  void every_flipped_bit_of_a_file_is_found() {
    const Folder folder;
    const fs::path file = folder / "1-a.state";
    const FileCipher cipher(DataKey::random(), KeyUse::StateFiles);
    must(cipher.write(file, state_bytes(500)));
    for (std::size_t at = 0; at < 500 + 48; ++at) {
      flip(file, at, static_cast<int>(at % 8));
      QCOMPARE(code_of(cipher.read(file)), ErrorCode::FileCorrupt);
      flip(file, at, static_cast<int>(at % 8));
    }
    QCOMPARE(must(cipher.read(file)), state_bytes(500));
  }
};

}  // namespace eddy::test

QTEST_APPLESS_MAIN(eddy::test::VaultTest)
#include "vault_test.moc"
