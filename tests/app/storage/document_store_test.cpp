// Documents, their passages and what models have read of them.
#include <QtTest>

#include "app/storage/document_search.h"
#include "app/storage/document_store.h"
#include "app/storage/migrations.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

DocumentId add(DocumentStore& store, const std::string& hash, const std::vector<std::string>& texts) {
  const auto id = must(store.begin_document(hash, hash + ".txt", "/" + hash, 10));
  std::vector<Passage> passages;
  int page = 0;
  for (const auto& text : texts) passages.push_back({.page = ++page, .heading = "H" + std::to_string(page), .text = text});
  must(store.append_passages(id, passages));
  must(store.finish_document(id, {.format = "Text", .title = "T", .pages = page}));
  return id;
}

std::vector<std::string> found(const DocumentStore& store, DocumentId id, std::string_view question) {
  std::vector<std::string> texts;
  for (const auto& passage : must(store.search(std::span(&id, 1), question, 5))) texts.push_back(passage.passage.text);
  return texts;
}

}  // namespace

class DocumentStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void a_document_comes_back_as_it_was() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "h1", {"one", "two"});
    const auto document = must(store.document(id));
    QCOMPARE(document.name, std::string("h1.txt"));
    QCOMPARE(document.passages, 2);
    QCOMPARE(document.text_bytes, 6);
    QCOMPARE(document.facts.pages, 2);
    const auto passages = must(store.passages(id, 1, 10));
    QCOMPARE(passages.size(), std::size_t{1});
    QCOMPARE(passages[0].passage.text, std::string("two"));
    QCOMPARE(passages[0].passage.heading, std::string("H2"));
    QCOMPARE(must(store.outline(id))[1].bytes, 3);
    QCOMPARE(*must(store.find("h1")), id);
    QVERIFY(!must(store.find("h2")));
  }
  void an_unfinished_import_is_begun_anew() {
    auto store = must(DocumentStore::in_memory());
    const auto first = must(store.begin_document("h", "a", "/a", 1));
    const Passage half[] = {{.text = "half zebra"}};
    must(store.append_passages(first, half));
    QVERIFY(!must(store.find("h")));
    QVERIFY(must(store.list()).empty());
    const auto second = add(store, "h", {"whole lion"});
    QVERIFY(found(store, second, "zebra").empty());
    QCOMPARE(found(store, second, "lion").size(), std::size_t{1});
  }
  void removing_can_be_undone_until_purged() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "h", {"lion"});
    const auto reading = must(store.open_reading(std::span(&id, 1), "m", "Model"));
    must(store.remove(id));
    QVERIFY(must(store.list()).empty());
    QVERIFY(found(store, id, "lion").empty());
    must(store.undo_remove(id));
    QCOMPARE(must(store.list()).size(), std::size_t{1});
    must(store.remove(id));
    QCOMPARE(must(store.purge_removed()), std::vector<ReadingId>{reading.id});
    QVERIFY(!store.document(id));
    QVERIFY(found(store, id, "lion").empty());
    QVERIFY(must(store.readings()).empty());
  }
  void a_removed_document_dropped_again_is_back() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "h", {"lion"});
    must(store.remove(id));
    QCOMPARE(*must(store.find("h")), id);
    QCOMPARE(must(store.list()).size(), std::size_t{1});
  }

  void questions_find_passages() {
    QFETCH(QString, question);
    QFETCH(QString, passage);
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "h", {"The keeper lights the lamp at dusk.", "Boats carry coal and salt to the harbour.",
                                     "港には船が二隻ある。", "A café by the pier serves crème.", "A \"quoted\" OR NEAR(word) AND -minus* line^2"});
    const auto texts = found(store, id, question.toStdString());
    QCOMPARE(texts.empty(), passage.isEmpty());
    if (passage.isEmpty()) return;
    QVERIFY2(QString::fromStdString(texts.front()).contains(passage), texts.front().c_str());
  }
  void questions_find_passages_data() {
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("passage");
    QTest::newRow("words") << "When does the keeper light the lamp?" << "keeper";
    QTest::newRow("stems") << "What is a boat carrying?" << "Boats carry";
    QTest::newRow("chinese") << QString::fromUtf8("船はいくつ") << QString::fromUtf8("港");
    QTest::newRow("accents") << "Cafe Creme" << QString::fromUtf8("café");
    QTest::newRow("operators") << "\" OR * NEAR( ) -minus ^ :" << "quoted";
    QTest::newRow("column filter") << "words: lamp" << "keeper";
    QTest::newRow("nothing") << "???" << "";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("no such word") << "xylophone" << "";
    QTest::newRow("only common words") << "what is the" << "keeper";
  }
  void a_search_stays_in_its_documents() {
    auto store = must(DocumentStore::in_memory());
    const auto one = add(store, "1", {"lion"});
    const auto two = add(store, "2", {"lion too"});
    QCOMPARE(found(store, one, "lion"), std::vector<std::string>{"lion"});
    const DocumentId both[] = {one, two};
    QCOMPARE(must(store.search(both, "lion", 5)).size(), std::size_t{2});
  }

  void steps_are_the_documents_in_order_however_cut() {
    auto store = must(DocumentStore::in_memory());
    const DocumentId documents[] = {add(store, "2", {"c"}), add(store, "1", {"a", "b"})};
    const auto reading = must(store.open_reading(documents, "m", "Model"));
    QCOMPARE(reading.steps, 7);
    const auto whole = must(store.steps(reading.id, 0, 1000));
    std::string text;
    for (const auto& step : whole) text += step.kind == ReadingStep::Kind::Open ? "<" : step.kind == ReadingStep::Kind::Close ? ">" : step.text;
    QCOMPARE(text, std::string("<c><ab>"));
    for (std::int64_t from = 0; from < 7; ++from) {
      const auto rest = must(store.steps(reading.id, from, 1));
      QVERIFY(!rest.empty());
      for (std::size_t i = 0; i < rest.size(); ++i) QCOMPARE(rest[i].text, whole[static_cast<std::size_t>(from) + i].text);
    }
    QVERIFY(must(store.steps(reading.id, 7, 1000)).empty());
  }
  void a_reading_is_known_by_model_and_documents() {
    auto store = must(DocumentStore::in_memory());
    const DocumentId documents[] = {add(store, "1", {"a"}), add(store, "2", {"b"})};
    const DocumentId swapped[] = {documents[1], documents[0]};
    const auto reading = must(store.open_reading(documents, "m", "Model"));
    QCOMPARE(must(store.open_reading(documents, "m", "Model")).id, reading.id);
    QVERIFY(must(store.open_reading(swapped, "m", "Model")).id != reading.id);
    QVERIFY(!must(store.find_reading(documents, "other")));
    must(store.set_status(reading.id, ReadingStatus::Complete));
    QCOMPARE(must(store.find_reading(documents, "m"))->status, ReadingStatus::Complete);
  }
  void the_last_marks_are_kept() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "1", {"a"});
    const auto reading = must(store.open_reading(std::span(&id, 1), "m", "Model"));
    for (int i = 1; i <= 9; ++i) must(store.add_mark(reading.id, {i, i * 10, static_cast<std::uint64_t>(-i)}, 0.5));
    QCOMPARE(must(store.last_mark(reading.id))->steps, 9);
    QCOMPARE(must(store.find_mark(reading.id, 80, static_cast<std::uint64_t>(-8)))->steps, 8);
    QVERIFY(!must(store.find_mark(reading.id, 80, 1)));
    QVERIFY(!must(store.find_mark(reading.id, 10, static_cast<std::uint64_t>(-1))));
    QCOMPARE(must(store.reading(reading.id)).seconds, 4.5);
  }

  void places_are_kept_by_page_and_go_with_their_reading() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "1", {"a", "b", "c"});
    const auto reading = must(store.open_reading(std::span(&id, 1), "m", "Model"));
    const auto second = must(store.add_place(reading.id, 2, {3, 30, 7}));
    const auto first = must(store.add_place(reading.id, 1, {2, 20, 6}));
    QCOMPARE(must(store.add_place(reading.id, 2, {3, 31, 8})), second);
    const auto places = must(store.places(reading.id));
    QCOMPARE(places.size(), std::size_t{2});
    QCOMPARE(places[0].id, first);
    QCOMPARE(places[1].mark.tokens, 31);
    QCOMPARE(must(store.place(second)).mark.token_hash, std::uint64_t{8});
    QVERIFY(state_of(first) != state_of(second) && static_cast<std::int64_t>(state_of(first)) < -kFirstPlace);
    must(store.delete_reading(reading.id));
    QVERIFY(must(store.places(reading.id)).empty());
    QVERIFY(!store.place(first));
    QVERIFY(!store.add_place(ReadingId{99}, 1, {}));
  }
  void as_of_a_page_nothing_behind_it_is_found() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "1", {"a lion", "a zebra", "a lion again"});
    QCOMPARE(must(store.search(std::span(&id, 1), "lion", 5)).size(), std::size_t{2});
    QCOMPARE(must(store.search(std::span(&id, 1), "lion", 5, 2)).size(), std::size_t{1});
    must(store.link(ConversationId{5}, std::span(&id, 1), AskMode::Both, 2));
    QCOMPARE(must(store.documents_of(ConversationId{5}))->page, 2);
  }
  void pages_are_counted_through_several_documents() {
    auto store = must(DocumentStore::in_memory());
    const DocumentId plain = must(store.begin_document("p", "p", "/p", 1));
    const Passage words[] = {{.text = "a lion without pages"}};
    must(store.append_passages(plain, words));
    must(store.finish_document(plain, {.format = "Text"}));
    const DocumentId all[] = {add(store, "1", {"a lion", "a zebra"}), plain, add(store, "2", {"a lion too", "a lion again"})};
    const auto reading = must(store.open_reading(all, "m", "Model"));
    std::vector<int> pages;
    for (const auto& step : must(store.steps(reading.id, 0, 1000))) pages.push_back(step.page);
    QCOMPARE(pages, (std::vector<int>{0, 1, 2, 3, 0, 3, 4, 0, 4, 5, 6}));
    for (const auto& [page, lions] : {std::pair{1, 1}, {2, 1}, {3, 2}, {4, 3}, {5, 4}, {9, 4}}) {
      QCOMPARE(must(store.search(all, "lion", 9, page)).size(), static_cast<std::size_t>(lions));
    }
    QCOMPARE(must(store.extent(all[0], 1)).bytes, 6);
    QCOMPARE(must(store.extent(all[0], 2)).page, 2);
    QCOMPARE(must(store.extent(all[0], 0)).page, 0);
    QVERIFY(!store.search(std::vector{DocumentId{99}}, "lion", 9, 1));
  }
  void a_file_of_the_first_version_keeps_what_is_in_it() {
    Folder folder;
    {
      auto database = must(Database::open(folder / "documents.db", OpenMode::ReadWrite));
      const Schema first{document_schema().application_id, document_schema().migrations.first(1)};
      must(migrate(*database, first));
      must(database->run_script("INSERT INTO owner VALUES ('u'); INSERT INTO conversations VALUES (5, '3', 1);"
                                "INSERT INTO documents(id, content_hash, complete, added_at, file_bytes, name, path) VALUES (3, 'h', 1, 0, 1, 'a', '/a');"
                                "INSERT INTO readings(id, model_fingerprint, model_name, document_list, status, steps, created_at) VALUES (4, 'm', 'M', '3', 2, 2, 0)"));
    }
    auto opened = DocumentStore::open(folder.path(), "u");
    QVERIFY(!opened.notice);
    const auto linked = must(opened.store.documents_of(ConversationId{5}));
    QCOMPARE(linked->mode, AskMode::Passages);
    QCOMPARE(linked->page, 0);
    QVERIFY(must(opened.store.places(ReadingId{4})).empty());
    must(opened.store.add_place(ReadingId{4}, 1, {1, 1, 1}));
  }

  void sources_and_links_go_with_their_conversation() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "1", {"a", "b"});
    must(store.link(ConversationId{5}, std::span(&id, 1), AskMode::Both));
    must(store.set_mode(ConversationId{5}, AskMode::Passages));
    QCOMPARE(must(store.documents_of(ConversationId{5}))->mode, AskMode::Passages);
    const auto passages = must(store.passages(id, 0, 2));
    const PassageId shown[] = {passages[1].id, passages[0].id};
    must(store.set_sources(MessageId{9}, ConversationId{5}, AskMode::Both, shown));
    const auto sources = must(store.sources(MessageId{9}));
    QCOMPARE(sources->passages.size(), std::size_t{2});
    QCOMPARE(sources->passages[0].passage.text, std::string("b"));
    QVERIFY(!must(store.sources(MessageId{10})));
    must(store.forget(ConversationId{5}));
    QVERIFY(!must(store.sources(MessageId{9})));
    QVERIFY(!must(store.documents_of(ConversationId{5})));
  }
  void notes_and_summaries_are_kept() {
    auto store = must(DocumentStore::in_memory());
    const auto id = add(store, "1", {"a"});
    must(store.put_note(id, "m", {5, 9, "second"}));
    must(store.put_note(id, "m", {0, 4, "first"}));
    QCOMPARE(must(store.notes(id, "m"))[0].text, std::string("first"));
    const SummaryPoint points[] = {{0, 4, "One\tA", "text\nwith lines"}, {5, 9, {}, "more"}};
    must(store.put_summary(id, "m", SummaryStyle::Bullets, points));
    const auto back = must(store.summary(id, "m", SummaryStyle::Bullets));
    QCOMPARE(back->size(), std::size_t{2});
    QCOMPARE((*back)[0].heading, std::string("One A"));
    QCOMPARE((*back)[0].text, std::string("text with lines"));
    QCOMPARE((*back)[1].first_passage, 5);
    QVERIFY(!must(store.summary(id, "m", SummaryStyle::Line)));
  }

  void another_eddy_db_keeps_documents_and_forgets_conversations() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    DocumentId id{};
    {
      auto opened = DocumentStore::open(path, "one");
      QVERIFY(!opened.notice);
      id = add(opened.store, "1", {"a"});
      must(opened.store.link(ConversationId{5}, std::span(&id, 1), AskMode::Both));
    }
    {
      auto opened = DocumentStore::open(path, "one");
      QVERIFY(must(opened.store.documents_of(ConversationId{5})));
    }
    auto opened = DocumentStore::open(path, "two");
    QVERIFY(!opened.notice);
    QCOMPARE(must(opened.store.list()).size(), std::size_t{1});
    QVERIFY(!must(opened.store.documents_of(ConversationId{5})));
  }
  void a_damaged_library_is_put_aside() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    QFile file(folder.filePath("documents.db"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    auto opened = DocumentStore::open(path, "one");
    QVERIFY(opened.notice.has_value());
    QVERIFY(opened.store.is_open());
    QVERIFY(fs::exists(path / "documents.db.damaged-1"));
    add(opened.store, "1", {"a"});
  }
  void a_store_that_cannot_be_opened_says_so() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    fs::create_directory(path / "documents.db");  // in the way, and no file to move aside for
    auto opened = DocumentStore::open(path / "documents.db" / "gone" / "deeper", "one");
    QVERIFY(opened.notice.has_value());
    QVERIFY(!opened.store.is_open());
    QVERIFY(must(opened.store.list()).empty());
    QVERIFY(!must(opened.store.documents_of(ConversationId{1})));
    QVERIFY(!opened.store.begin_document("h", "n", "p", 1));
  }
  void ids_that_are_not_there_are_errors() {
    auto store = must(DocumentStore::in_memory());
    QCOMPARE(store.document(DocumentId{7}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(store.passage(PassageId{7}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(store.reading(ReadingId{7}).error().code, ErrorCode::InvalidArgument);
    const DocumentId none[] = {DocumentId{7}};
    QCOMPARE(store.open_reading(none, "m", "M").error().code, ErrorCode::InvalidArgument);
    QCOMPARE(store.append_passages(DocumentId{7}, {}).error().code, ErrorCode::InvalidArgument);
  }
  void a_book_is_searched_quickly() {
    auto store = must(DocumentStore::in_memory());
    std::vector<std::string> texts;
    for (int i = 0; i < 5000; ++i) texts.push_back("Passage " + std::to_string(i) + " of the long book about rivers, boats and the keeper of lamps.");
    texts[4321] += " A zebra stood there.";
    const auto id = add(store, "book", texts);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(found(store, id, "Where did the zebra stand in the book about boats?").front().find("zebra") != std::string::npos);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
  }
};

QTEST_APPLESS_MAIN(DocumentStoreTest)
#include "document_store_test.moc"
