// Settings are text under a name.
#include "app/storage/settings_store.h"
#include "tests/app/storage/faulty_vfs.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

class SettingsStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void value_is_kept_until_reset() {
    Conversations c;
    SettingsStore settings(c.database());
    QVERIFY(!must(settings.value("theme")));
    must(settings.set("theme", "dark"));
    must(settings.set("theme", "light"));
    QVERIFY(must(settings.value("theme")) == "light");
    must(settings.reset("theme"));
    must(settings.reset("theme"));
    QVERIFY(!must(settings.value("theme")));
  }

  void several_are_set_together() {
    Conversations c;
    SettingsStore settings(c.database());
    must(settings.set_all({{"a", "1"}, {"b", ""}, {"ü", "日本"}}));
    auto all = must(settings.all());
    QVERIFY(all.erase("database_uuid") == 1);
    QVERIFY((all == std::map<std::string, std::string>{{"a", "1"}, {"b", ""}, {"ü", "日本"}}));
  }

  void full_disk_sets_all_or_none() {
    FaultyVfs vfs;
    Conversations c;
    SettingsStore settings(c.database());
    bool stored = false;
    for (int point = 0; !stored; ++point) {
      QVERIFY(point < 100);
      vfs.fails_after(point, SQLITE_FULL);
      stored = settings.set_all({{"a", "1"}, {"b", std::string(20'000, 'x')}}).has_value();
      vfs.works_again();
      QCOMPARE(must(settings.value("a")).has_value(), stored);
      QCOMPARE(must(settings.value("b")).has_value(), stored);
    }
  }
};

QTEST_APPLESS_MAIN(SettingsStoreTest)
#include "settings_store_test.moc"
