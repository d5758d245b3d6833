// eddy-cli read: documents in a terminal.
#include <QtTest>

#include <nlohmann/json.hpp>

#include "tests/support/app/cli_runner.h"

using namespace eddy::test;

namespace {
const QString kData = QStringLiteral(EDDY_TEST_DATA "/documents/");
}

class ReadTest : public QObject {
  Q_OBJECT

 private slots:
  void facts_and_errors_of_every_file() {
    const auto run = run_cli({"read", kData + "harbour.pdf", kData + "damaged.pdf", "--json"});
    QCOMPARE(run.status, 0);
    const auto json = nlohmann::json::parse(run.out.toStdString());
    QCOMPARE(json["documents"].size(), std::size_t{1});
    QCOMPARE(json["documents"][0]["pages"].get<int>(), 2);
    QCOMPARE(json["documents"][0]["title"].get<std::string>(), std::string("The Harbour"));
    QCOMPARE(json["errors"][0]["problem"].get<std::string>(), std::string("damaged"));
  }
  void the_text_is_printed_with_its_pages() {
    const auto run = run_cli({"read", kData + "harbour.docx", "--text"});
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.contains("[page 1]\nBoats\n"));
    QVERIFY(run.out.contains("Gudrun | coal"));
  }
  void nothing_readable_is_a_failure() {
    const auto run = run_cli({"read", kData + "binary.txt"});
    QCOMPARE(run.status, 1);
    QVERIFY(run.says_one_line() && run.err.contains("No document could be read"));
    QCOMPARE(run_cli({"read"}).status, 2);
    QCOMPARE(run_cli({"read", "x", "--summary", "poem"}).status, 2);
  }
  void every_file_that_cannot_be_read_is_named() {
    const auto run = run_cli({"read", kData + "binary.txt", kData + "empty.txt"});
    QCOMPARE(run.status, 1);
    QVERIFY(run.err.contains("binary.txt") && run.err.contains("empty.txt") && run.err.contains("none of 2 files"));
    const QTemporaryDir folder;
    const auto nothing = run_cli({"read", folder.path()});
    QCOMPARE(nothing.status, 1);
    QVERIFY(nothing.err.contains("There is no file in " + folder.path().toUtf8()));
    const auto some = run_cli({"read", folder.path(), kData + "harbour.txt", "--json"});
    QCOMPARE(some.status, 0);
    QVERIFY(nlohmann::json::parse(some.out.toStdString())["notice"].get<std::string>().starts_with("There is no file in"));
  }
  void messages_name_the_file_and_what_helps_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("remedy");
    for (const auto& [file, remedy] : std::initializer_list<std::pair<const char*, const char*>>{
             {"locked.pdf", "--password"}, {"damaged.pdf", "get it again"}, {"binary.txt", "save it as PDF or text"}, {"bomb.docx", "split it"},
             {"scanned.pdf", "--ocr"}, {"locked.odt", "save it without one"}, {"empty.txt", "nothing to read"}, {"nowhere.txt", "check the path"}})
      QTest::newRow(file) << file << remedy;
  }
  void messages_name_the_file_and_what_helps() {
    QFETCH(QString, file);
    QFETCH(QString, remedy);
    const auto run = run_cli({"read", kData + file});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.says_one_line() && run.err.contains(file.toUtf8()) && run.err.contains(remedy.toUtf8()), qPrintable(run.err));
  }
  void a_password_opens_a_locked_file() {
    QCOMPARE(run_cli({"read", kData + "locked.pdf", "--text"}).status, 1);
    QVERIFY(run_cli({"read", kData + "locked.pdf", "--text", "--password", "salt"}).out.contains("The lamp on the pier"));
  }
  void the_starter_answers_from_what_it_is_shown() {
    const auto run = run_cli({"read", kData + "harbour.txt", "--ask", "What does the blue boat carry?", "--from", "passages", "--json"});
    QCOMPARE(run.status, 0);
    const auto answer = nlohmann::json::parse(run.out.toStdString())["answers"][0];
    QVERIFY(!answer["answer"].get<std::string>().empty());
    QCOMPARE(answer["passages"][0]["page"].get<int>(), 1);
  }
  void as_of_a_page_the_rest_is_unread() {
    const auto tokens = [](const QStringList& more) {
      const auto run = run_cli(QStringList{"read", kData + "harbour.pdf", "--ask", "Which lamp burns until the bell rings?", "--json"} + more);
      if (run.status != 0) qFatal("%s", qPrintable(run.err));
      return nlohmann::json::parse(run.out.toStdString());
    };
    const auto whole = tokens({}), half = tokens({"--as-of-page", "1"});
    QVERIFY(half["reading"]["tokens"].get<int>() < whole["reading"]["tokens"].get<int>());
    QCOMPARE(half["reading"]["as_of_page"].get<int>(), 1);
    for (const auto& passage : half["answers"][0]["passages"]) QCOMPARE(passage["page"].get<int>(), 1);
    QCOMPARE(whole["answers"][0]["passages"][0]["page"].get<int>(), 2);
    const auto refused = run_cli({"read", kData + "harbour.md", "--ask", "What?", "--as-of-page", "1"});
    QVERIFY(refused.status == 1 && refused.err.contains("--as-of-page"));
  }
  void a_summary_names_its_pages() {
    const auto run = run_cli({"read", kData + "harbour.pdf", "--summary", "bullets", "--json"});
    QCOMPARE(run.status, 0);
    const auto points = nlohmann::json::parse(run.out.toStdString())["summaries"][0]["points"];
    QVERIFY(!points.empty());
    QCOMPARE(points.front()["first_page"].get<int>(), 1);
    QCOMPARE(points.back()["last_page"].get<int>(), 2);
  }
};

QTEST_GUILESS_MAIN(ReadTest)
#include "read_test.moc"
