// The helper may die, hang, eat memory or talk nonsense: it costs one file and nothing else.
#include <QtTest>

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/documents/document_files.h"
#include "app/documents/reader_process.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {

fs::path data(const char* name) { return fs::path(EDDY_TEST_DATA "/documents") / name; }

ReaderOptions options() { return {.program = EDDY_READER_PROGRAM}; }

DocumentProblem problem_of_reading(const fs::path& file, const ReaderOptions& how, std::stop_token stop = {}) {
  const auto outcome = read_apart(file, how, stop, [](Passage) { return true; });
  if (!std::holds_alternative<DocumentError>(outcome)) throw std::runtime_error("was read");
  return std::get<DocumentError>(outcome).problem;
}

struct Misbehave {
  explicit Misbehave(const char* how) { ::setenv("EDDY_READER_MISBEHAVE", how, 1); }
  ~Misbehave() { ::unsetenv("EDDY_READER_MISBEHAVE"); }
};

}  // namespace

class ReaderProcessTest : public QObject {
  Q_OBJECT

 private slots:
  void passages_arrive_in_order() {
    std::vector<Passage> passages;
    const auto outcome = read_apart(data("harbour.pdf"), options(), {}, [&](Passage p) { return passages.push_back(std::move(p)), true; });
    QVERIFY(std::holds_alternative<DocumentFacts>(outcome));
    QCOMPARE(std::get<DocumentFacts>(outcome).pages, 2);
    QCOMPARE(passages.size(), std::size_t{2});
    QCOMPARE(passages[1].page, 2);
    QCOMPARE(passages[1].heading, std::string("Lamps"));
  }
  void a_dead_helper_is_an_error_of_one_file() {
    {
      const Misbehave how("crash");
      QCOMPARE(problem_of_reading(data("harbour.txt"), options()), DocumentProblem::Crashed);
    }
    QVERIFY(std::holds_alternative<DocumentFacts>(read_apart(data("harbour.txt"), options(), {}, [](Passage) { return true; })));
  }
  void a_helper_that_dies_in_the_midst_of_a_file_is_an_error_of_one_file() {
    const Misbehave how("crash-late");
    std::vector<Passage> passages;
    const auto outcome = read_apart(data("harbour.pdf"), options(), {}, [&](Passage p) { return passages.push_back(std::move(p)), true; });
    QCOMPARE(passages.size(), std::size_t{1});
    QCOMPARE(std::get<DocumentError>(outcome).problem, DocumentProblem::Crashed);
  }
  void a_page_is_drawn_with_its_words() {
    const QTemporaryDir folder;
    const fs::path picture = fs::path(folder.path().toStdString()) / "page.png";
    const auto drawn = draw_apart(data("harbour.pdf"), {.page = 2, .dpi = 50, .picture = picture}, options(), {});
    QVERIFY(std::holds_alternative<PageDrawing>(drawn));
    const auto& page = std::get<PageDrawing>(drawn);
    QCOMPARE(page.pages, 2);
    QVERIFY(page.aspect > 1);
    QVERIFY(fs::file_size(picture) > 100);
    bool lamps = false;
    for (const auto& word : page.words) {
      lamps = lamps || word.text == "Lamps";
      QVERIFY(word.x >= 0 && word.y >= 0 && word.x + word.width <= 1.001 && word.y + word.height <= 1.001);
    }
    QVERIFY(lamps);
  }
  void a_page_that_cannot_be_drawn_says_why() {
    const QTemporaryDir folder;
    const PageWanted wanted{.page = 1, .picture = fs::path(folder.path().toStdString()) / "page.png"};
    const auto problem = [&](const char* file, PageWanted page, const ReaderOptions& how) {
      const auto drawn = draw_apart(data(file), page, how, {});
      return std::holds_alternative<DocumentError>(drawn) ? std::get<DocumentError>(drawn).problem : DocumentProblem::Cancelled;
    };
    QCOMPARE(problem("damaged.pdf", wanted, options()), DocumentProblem::Damaged);
    QCOMPARE(problem("locked.pdf", wanted, options()), DocumentProblem::Encrypted);
    QCOMPARE(problem("harbour.pdf", {.page = 3, .picture = wanted.picture}, options()), DocumentProblem::NotFound);
    QCOMPARE(problem("harbour.pdf", {.page = 1, .picture = "/nowhere/page.png"}, options()), DocumentProblem::Unreadable);
    QCOMPARE(problem("nowhere.pdf", wanted, options()), DocumentProblem::NotFound);
    const Misbehave how("crash");
    QCOMPARE(problem("harbour.pdf", wanted, options()), DocumentProblem::Crashed);
  }
  void a_helper_that_eats_memory_is_stopped() {
    const Misbehave how("memory");
    auto small = options();
    small.megabytes = 256;
    const auto problem = problem_of_reading(data("harbour.txt"), small);
    QVERIFY(problem == DocumentProblem::Crashed || problem == DocumentProblem::TooLarge);
  }
  void a_helper_that_hangs_is_killed() {
    const Misbehave how("hang");
    auto hasty = options();
    hasty.silent_seconds = 0.3;
    QCOMPARE(problem_of_reading(data("harbour.txt"), hasty), DocumentProblem::TimedOut);
  }
  void processor_time_is_bounded() {
    const Misbehave how("hang");
    auto hasty = options();
    hasty.seconds = 1;
    hasty.silent_seconds = 60;
    QCOMPARE(problem_of_reading(data("harbour.txt"), hasty), DocumentProblem::TimedOut);
  }
  void nonsense_is_an_error() {
    const Misbehave how("garbage");
    QCOMPARE(problem_of_reading(data("harbour.txt"), options()), DocumentProblem::Crashed);
  }
  void a_missing_helper_is_an_error() {
    QCOMPARE(problem_of_reading(data("harbour.txt"), {.program = "/nowhere/eddy-reader"}), DocumentProblem::Crashed);
  }
  void a_stop_request_does_not_wait() {
    const Misbehave how("hang");
    std::stop_source stop;
    const std::jthread later([&] { std::this_thread::sleep_for(std::chrono::milliseconds(100)), stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(problem_of_reading(data("harbour.txt"), options(), stop.get_token()), DocumentProblem::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
  }
  void a_sink_that_has_enough_ends_it() {
    const auto outcome = read_apart(data("harbour.pdf"), options(), {}, [](Passage) { return false; });
    QCOMPARE(std::get<DocumentError>(outcome).problem, DocumentProblem::Cancelled);
  }
  void the_password_goes_to_the_helper() {
    auto locked = options();
    QCOMPARE(problem_of_reading(data("locked.pdf"), locked), DocumentProblem::Encrypted);
    locked.password = "salt";
    QVERIFY(std::holds_alternative<DocumentFacts>(read_apart(data("locked.pdf"), locked, {}, [](Passage) { return true; })));
  }
  void pictures_of_pages_are_read_where_tesseract_is() {
    const QTemporaryDir folder;
    const fs::path program = fs::path(folder.path().toStdString()) / "tesseract";
    std::ofstream(program) << "#!/bin/sh\necho 'A boat in a picture.' > \"$2.txt\"\n";  // <picture> <base of the text file> -l <languages>
    fs::permissions(program, fs::perms::owner_all);
    const std::string before = std::getenv("PATH") ? std::getenv("PATH") : "/usr/bin";
    auto recognise = options();
    recognise.ocr = true;
    std::string text;
    ::setenv("PATH", folder.path().toStdString().c_str(), 1);
    const auto offered = problem_of_reading(data("scanned.pdf"), options());
    const auto read = read_apart(data("scanned.pdf"), recognise, {}, [&](Passage p) { return text += p.text, true; });
    ::setenv("PATH", "/nowhere", 1);
    const auto without = problem_of_reading(data("scanned.pdf"), recognise);
    ::setenv("PATH", before.c_str(), 1);
    QCOMPARE(offered, DocumentProblem::Scanned);
    QVERIFY(std::holds_alternative<DocumentFacts>(read));
    QVERIFY(text.find("A boat in a picture.") != std::string::npos);
    QCOMPARE(without, DocumentProblem::Scanned);
  }
  void odd_names_are_no_options() {
    const QTemporaryDir folder;
    const fs::path odd = fs::path(folder.path().toStdString()) / "--ocr -- $(x) \n\xF0\x9F\x9A\xA2.txt";
    std::ofstream(odd) << "A boat.";
    QVERIFY(std::holds_alternative<DocumentFacts>(read_apart(odd, options(), {}, [](Passage) { return true; })));
  }

  void a_text_of_two_gigabytes_gives_its_beginning() {
    const QTemporaryDir folder;
    const fs::path huge = fs::path(folder.path().toStdString()) / "huge.txt";
    {
      std::ofstream file(huge);
      const std::string paragraph = std::string(50, 'x') + " the log goes on and on.\n\n";
      std::string block;
      while (block.size() < (1u << 20)) block += paragraph;
      for (int i = 0; i < 82; ++i) file << block;
    }
    fs::resize_file(huge, std::uintmax_t{2} << 30);  // the rest is a hole
    std::size_t passages = 0;
    const auto outcome = read_apart(huge, options(), {}, [&](Passage) { return ++passages < 400; });
    QVERIFY(passages == 400 && std::get<DocumentError>(outcome).problem == DocumentProblem::Cancelled);  // enough seen
  }
  void a_hundred_thousand_pages_are_cut_with_a_word() {
    const QTemporaryDir folder;
    const fs::path book = fs::path(folder.path().toStdString()) / "book.txt";
    {
      std::ofstream file(book);
      for (int page = 1; page <= 100'000; ++page) file << "Page " << page << ".\n\f";
    }
    std::int32_t last = 0;
    const auto outcome = read_apart(book, options(), {}, [&](Passage p) { return last = p.page, true; });
    QCOMPARE(last, 20'000);
    QVERIFY(std::get<DocumentFacts>(outcome).notice.find("Only the first 20000 pages") != std::string::npos);
  }
  void a_folder_that_went_away_is_named() {
    const QTemporaryDir folder;
    const fs::path gone = fs::path(folder.path().toStdString()) / "share" / "letter.txt";
    const fs::path dropped[] = {gone};
    QCOMPARE(expand_dropped(dropped).files.size(), std::size_t{1});
    QCOMPARE(std::get<DocumentError>(hash_file(gone)).problem, DocumentProblem::NotFound);
    QCOMPARE(problem_of_reading(gone, options()), DocumentProblem::NotFound);
    QCOMPARE(problem_of_reading(data("harbour.txt") / "inside", options()), DocumentProblem::NotFound);
  }
  void a_folder_that_gives_nothing_is_named() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    fs::create_directories(root / "empty" / "inside");
    fs::create_directories(root / "loop");
    fs::create_directory_symlink("..", root / "loop" / "back");
    for (const char* name : {"empty", "loop"}) {
      const fs::path dropped[] = {root / name};
      const auto found = expand_dropped(dropped);
      QVERIFY(found.files.empty());
      QVERIFY(found.notice.find("There is no file in") != std::string::npos && found.notice.find(name) != std::string::npos);
    }
    std::stop_source stop;
    stop.request_stop();
    std::ofstream(root / "a.txt") << "x";
    const fs::path dropped[] = {root};
    QVERIFY(expand_dropped(dropped, 2000, stop.get_token()).files.empty());
  }
  void a_closed_folder_is_named_and_the_others_go_on() {
    if (::geteuid() == 0) ::seteuid(65534);  // root may read everything; nobody may not
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    fs::create_directories(root / "closed");
    std::ofstream(root / "a.txt") << "x";
    std::ofstream(root / "closed" / "b.txt") << "x";
    fs::permissions(root / "closed", fs::perms::none);
    const fs::path dropped[] = {root};
    const auto found = expand_dropped(dropped);
    const fs::path inside[] = {root / "closed"};
    const auto nothing = expand_dropped(inside);
    fs::permissions(root / "closed", fs::perms::owner_all);
    fs::remove_all(root / "closed");
    if (::getuid() == 0) ::seteuid(0);
    QCOMPARE(found.files.size(), std::size_t{1});
    QVERIFY(found.notice.find("could not be read") != std::string::npos && found.notice.find("closed") != std::string::npos);
    QVERIFY(nothing.files.empty() && nothing.notice.find("could not be read") != std::string::npos);
  }
  void folders_give_their_files_in_order() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    fs::create_directories(root / "b" / "deep");
    fs::create_directories(root / ".git");
    for (const char* name : {"z.txt", "a.txt", ".hidden.txt", "b/c.txt", "b/deep/d.txt", ".git/e.txt"}) std::ofstream(root / name) << "x";
    fs::create_directory_symlink(root, root / "b" / "loop");
    const fs::path dropped[] = {root};
    const auto found = expand_dropped(dropped);
    std::vector<std::string> names;
    for (const auto& file : found.files) names.push_back(fs::relative(file, root).string());
    QCOMPARE(names, (std::vector<std::string>{"a.txt", "z.txt", "b/c.txt", "b/deep/d.txt"}));
    const auto few = expand_dropped(dropped, 2);
    QCOMPARE(few.files.size(), std::size_t{2});
    QVERIFY(few.notice.find("Only the first 2 files") != std::string::npos);
  }
  void the_hash_is_of_the_content() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    std::ofstream(root / "a") << "same";
    std::ofstream(root / "b") << "same";
    std::ofstream(root / "c") << "other";
    const auto hash = [&](const char* name) { return std::get<FileContent>(hash_file(root / name)).hash; };
    QCOMPARE(hash("a"), hash("b"));
    QVERIFY(hash("a") != hash("c"));
    QCOMPARE(hash("a").size(), std::size_t{32});
    QCOMPARE(std::get<DocumentError>(hash_file(root / "gone")).problem, DocumentProblem::NotFound);
    QCOMPARE(std::get<DocumentError>(hash_file(root)).problem, DocumentProblem::Unsupported);
  }
};

QTEST_APPLESS_MAIN(ReaderProcessTest)
#include "reader_process_test.moc"
