// Turning encryption on and off: nothing is lost wherever it stops, nothing stays readable.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "tests/app/storage/vault_fixture.h"

namespace eddy::test {

class VaultChangeTest : public QObject {
  Q_OBJECT

 private slots:
  void turning_on_leaves_nothing_readable_and_turning_off_brings_it_back() {
    const Folder folder;
    Planted planted;
    { Open open(folder.path()); planted = plant(open); }
    must(must(Database::open(folder / "eddy.db", OpenMode::ReadWrite))->back_up_to(folder / "eddy.db.backup-10"));
    std::ofstream(folder / "states.db.damaged-1", std::ios::binary) << std::string(2000, 'x') << kQuestion;
    QVERIFY(!found_in(folder.path()).empty());
    std::vector<double> steps;
    VaultChangeControl control{[&](double part) { return steps.push_back(part), true; }};
    const KeyPointer key = encrypt(folder.path(), control);
    QVERIFY2(found_in(folder.path()).empty(), found_in(folder.path()).c_str());
    QVERIFY(std::is_sorted(steps.begin(), steps.end()) && steps.back() <= 1.0 && steps.back() > 0.99);
    QVERIFY(!fs::exists(folder / "vault-change"));
    QVERIFY(whole(folder.path(), key, planted));
    QVERIFY(whole(folder.path(), *unlock(folder.path()), planted));
    const auto backup = Database::open(folder / "eddy.db.backup-10", OpenMode::ReadOnly, 50, {key, KeyUse::Conversations});
    QVERIFY(backup && (*backup)->quick_check());
    must(decrypt_data_folder(folder.path(), key));
    QVERIFY(!Vault::exists_in(folder.path()));
    QVERIFY(whole(folder.path(), nullptr, planted));
    QVERIFY(content(folder / "states.db.damaged-1").ends_with(kQuestion));
  }

  void stopping_leaves_everything_as_it_was() {
    const Folder folder;
    Planted planted;
    { Open open(folder.path()); planted = plant(open); }
    const auto before = must(data_files(folder.path()));
    int left = 3;
    const VaultChangeControl stop{[&](double) { return --left > 0; }};
    QCOMPARE(code_of(encrypt_data_folder(folder.path(), kPassphrase, stop, VaultCost::cheapest())), ErrorCode::Cancelled);
    QVERIFY(!fs::exists(folder / "vault-change") && !Vault::exists_in(folder.path()));
    QVERIFY(must(data_files(folder.path())).size() <= before.size());
    QVERIFY(whole(folder.path(), nullptr, planted));
    const KeyPointer key = encrypt(folder.path());
    left = 3;
    QCOMPARE(code_of(decrypt_data_folder(folder.path(), key, stop)), ErrorCode::Cancelled);
    QVERIFY(found_in(folder.path()).empty());
    QVERIFY(whole(folder.path(), key, planted));
  }

  void turning_on_twice_or_off_without_reason_is_refused() {
    const Folder folder;
    { Open open(folder.path()); }
    QCOMPARE(code_of(decrypt_data_folder(folder.path(), DataKey::random())), ErrorCode::InvalidArgument);
    encrypt(folder.path());
    QCOMPARE(code_of(encrypt_data_folder(folder.path(), kPassphrase, {}, VaultCost::cheapest())), ErrorCode::InvalidArgument);
  }

  void another_passphrase_opens_the_same_content() {
    const Folder folder;
    Planted planted;
    { Open open(folder.path()); planted = plant(open); }
    encrypt(folder.path());
    const std::string before = content(folder / "eddy.db");
    QVERIFY(!must(change_passphrase(folder.path(), "not the passphrase", "other words entirely", VaultCost::cheapest())));
    QVERIFY(unlock(folder.path()));
    QVERIFY(must(change_passphrase(folder.path(), kPassphrase, "other words entirely", VaultCost::cheapest())));
    QVERIFY(!unlock(folder.path()));
    QCOMPARE(content(folder / "eddy.db"), before);
    QVERIFY(whole(folder.path(), *unlock(folder.path(), "other words entirely"), planted));
  }

  void a_kill_anywhere_leaves_one_or_the_other_data() {
    QTest::addColumn<bool>("on");
    QTest::newRow("turning on") << true;
    QTest::newRow("turning off") << false;
  }

  void a_kill_anywhere_leaves_one_or_the_other() {
    QFETCH(bool, on);
    const Folder original;
    Planted planted;
    { Open open(original.path()); planted = plant(open); }
    if (!on) encrypt(original.path());
    bool plain_seen = false, encrypted_seen = false, ended = false;
    for (int killed_at = 1; !ended && killed_at < 200; ++killed_at) {
      const Folder folder;
      fs::copy(original.path(), folder.path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
      const KeyPointer key = on ? nullptr : *unlock(folder.path());
      const pid_t child = fork();
      if (child == 0) {
        int step = 0;
        const VaultChangeControl control{[&](double) {
          if (++step == killed_at) raise(SIGKILL);
          return true;
        }};
        const bool done = on ? bool(encrypt_data_folder(folder.path(), kPassphrase, control, VaultCost::cheapest()))
                             : bool(decrypt_data_folder(folder.path(), key, control));
        _exit(done ? 0 : 1);
      }
      int status = 0;
      QCOMPARE(waitpid(child, &status, 0), child);
      ended = WIFEXITED(status);
      if (ended) QCOMPARE(WEXITSTATUS(status), 0);
      must(settle_vault_change(folder.path()));
      QVERIFY(!fs::exists(folder / "vault-change"));
      const bool encrypted = Vault::exists_in(folder.path());
      (encrypted ? encrypted_seen : plain_seen) = true;
      if (encrypted) QVERIFY2(found_in(folder.path()).empty(), found_in(folder.path()).c_str());
      QVERIFY(whole(folder.path(), encrypted ? *unlock(folder.path()) : nullptr, planted));
    }
    QVERIFY(ended && plain_seen && encrypted_seen);
  }

  void a_disk_that_takes_no_more_changes_nothing() {
    const Folder folder;
    Planted planted;
    { Open open(folder.path()); planted = plant(open); }
    for (const rlim_t limit : {rlim_t{64}, rlim_t{4096}, rlim_t{20'000}, rlim_t{60'000}}) {
      const pid_t child = fork();
      if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit few{limit, limit};
        setrlimit(RLIMIT_FSIZE, &few);
        _exit(encrypt_data_folder(folder.path(), kPassphrase, {}, VaultCost::cheapest()) ? 0 : 1);
      }
      int status = 0;
      QCOMPARE(waitpid(child, &status, 0), child);
      QCOMPARE(WEXITSTATUS(status), 1);
      must(settle_vault_change(folder.path()));
      QVERIFY(whole(folder.path(), nullptr, planted));
    }
  }

  void too_little_room_is_said_before_anything_is_written() {
    const Folder folder;
    { Open open(folder.path()); }
    std::ofstream(folder.path() / "states" / "9-huge.state") << "x";
    std::error_code why;
    fs::resize_file(folder.path() / "states" / "9-huge.state", std::uintmax_t{15} << 40, why);  // sparse: no disk is that large
    if (why) fs::resize_file(folder.path() / "states" / "9-huge.state", std::uintmax_t{3} << 40, why);
    QVERIFY(!why);
    const auto encrypted = encrypt_data_folder(folder.path(), kPassphrase, {}, VaultCost::cheapest());
    QCOMPARE(code_of(encrypted), ErrorCode::DiskFull);
    QVERIFY(!fs::exists(folder / "vault-change"));
  }
};

}  // namespace eddy::test

QTEST_APPLESS_MAIN(eddy::test::VaultChangeTest)
#include "vault_change_test.moc"
