#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <vector>

#include "engine/core/mapped_file.h"

using namespace eddy;

class MappedFileTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void bytes_are_those_of_the_file() {
    const auto path = write("data", "hello");
    const auto file = MappedFile::open(path);
    QVERIFY(file);
    QCOMPARE((*file)->path(), path);
    QCOMPARE((*file)->bytes().size(), std::size_t{5});
    QCOMPARE(std::memcmp((*file)->bytes().data(), "hello", 5), 0);
  }

  void empty_file_gives_an_empty_span() {
    const auto file = MappedFile::open(write("empty", ""));
    QVERIFY(file);
    QVERIFY((*file)->bytes().empty());
  }

  void forgotten_bytes_can_be_read_again() {
    const auto file = MappedFile::open(write("large", QByteArray(100'000, 'z')));
    MappedFile::forget((*file)->bytes());
    QCOMPARE((*file)->bytes()[99'999], std::byte{'z'});
  }

  void bytes_of_no_file_are_not_forgotten() {
    const std::vector<std::byte> own(100'000, std::byte{'z'});
    MappedFile::forget(own);
    QCOMPARE(own, std::vector<std::byte>(100'000, std::byte{'z'}));
  }

  void missing_file_is_named() {
    const auto file = MappedFile::open(folder_.filePath("nothing.gguf").toStdString());
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::FileNotFound);
    QVERIFY(file.error().message.find("nothing.gguf") != std::string::npos);
  }

  void folder_is_refused() {
    const auto file = MappedFile::open(folder_.path().toStdString());
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::FileUnreadable);
  }

 private:
  std::filesystem::path write(const char* name, const QByteArray& content) {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", name);
    file.write(content);
    return folder_.filePath(name).toStdString();
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(MappedFileTest)
#include "mapped_file_test.moc"
