#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/core/mapped_file.h"
#include "engine/core/mapped_pages.h"

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

  // Files begin on any page and end on any byte.
  void what_is_let_go_is_of_the_file_alone() {
    constexpr std::uintptr_t kPage = 4096;
    for (const std::uintptr_t begin : {std::uintptr_t{0x96aa000}, std::uintptr_t{0x9700000}, std::uintptr_t{0x7fe927401000}}) {
      for (const std::uintptr_t size : {std::uintptr_t{1}, std::uintptr_t{4'800'260}, std::uintptr_t{20'000'001}}) {
        for (std::uintptr_t at = 0; at < size; at += 1000) {
          const AddressRange file{begin, begin + size}, read{begin + at, begin + std::min(size, at + 5000)};
          const AddressRange pages = pages_to_forget(read, file);
          QVERIFY(pages.begin >= file.begin && pages.end <= file.end);
          QVERIFY(pages.begin <= read.begin && pages.end >= read.end);
          QVERIFY(pages.begin % kPage == 0 && (pages.end % kPage == 0 || pages.end == file.end));
        }
      }
    }
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
