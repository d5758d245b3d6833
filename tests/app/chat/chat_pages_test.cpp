// A chat on paper and as a page: every word is there, and nothing in it runs.
#include <QFontDatabase>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chat/chat_pages.h"
#include "app/chat/picture_file.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

ChatPages chat(QByteArray answer) {
  const auto time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
  return {.title = QStringLiteral("Rivers & state"),
          .messages = {{.who = QStringLiteral("You"), .time = time, .markdown = "What does a river keep?", .user = true},
                       {.who = QStringLiteral("Starter"), .time = time, .markdown = std::move(answer), .user = false}}};
}

std::filesystem::path pathOf(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

}  // namespace

class ChatPagesTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  QString wordsOf(const QString& pdf) {
    QProcess reader;
    reader.start(QStringLiteral(EDDY_PDFTOTEXT), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    if (!reader.waitForFinished(30'000) || reader.exitCode() != 0) return QStringLiteral("pdftotext failed");
    return QString::fromUtf8(reader.readAllStandardOutput());
  }

 private slots:
  void the_words_are_in_the_pdf() {
    const auto file = m_folder.filePath(QStringLiteral("chat.pdf"));
    double last = 0;
    const auto written = writePdf(chat("# Heading\n\nIts *shape*, and `code`.\n\n```cpp\nint main() {}\n```\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n"
                                       "Größe, Ελλάδα, привет, שלום עולם."),
                                  pathOf(file), {}, [&](double fraction) { last = fraction; });
    QVERIFY2(written, written ? "" : written.error().message.c_str());
    QCOMPARE(last, 1.0);
    const auto words = wordsOf(file);
    for (const char* word : {"Rivers & state", "What does a river keep?", "Starter", "Heading", "shape", "int main() {}", "two", "Größe", "Ελλάδα", "привет", "1 of 1"})
      QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + QStringLiteral(" is not in ") + words));
    QVERIFY2(words.contains(QStringLiteral("שלום")) || words.contains(QStringLiteral("םולש")), qPrintable(words));
  }

  /// Whether or not fonts for them are installed: the words are in the PDF, or the letters are named.
  void chinese_and_japanese_are_in_the_pdf_or_named() {
    const auto text = QStringLiteral("你好世界 こんにちは");
    const auto pages = chat(text.toUtf8());
    const auto missing = lettersWithoutFont(pages, 100);
    const auto file = m_folder.filePath(QStringLiteral("cjk.pdf"));
    QVERIFY(writePdf(pages, pathOf(file)));
    const auto words = wordsOf(file);
    for (const QChar letter : text) {
      if (letter == u' ') continue;
      QVERIFY2(words.contains(letter) || missing.contains(letter), qPrintable(QStringLiteral("%1 is neither in %2 nor in %3").arg(letter).arg(words, missing)));
    }
  }

  /// With a font for them, which the packages for tests bring.
  void a_chat_in_chinese_and_japanese_is_in_the_pdf_and_nothing_is_missed() {
    if (QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty() || QFontDatabase::families(QFontDatabase::Japanese).isEmpty())
      QSKIP("no font for Chinese and Japanese is installed (fonts-wqy-microhei)");
    const auto answer = QStringLiteral("# 河流的记忆\n\n河流**记得**它流过的石头。\n\n- 第一点\n- 第二点\n\n| 城市 | 人口 |\n|---|---|\n| 東京 | 多い |\n\n"
                                       "> 川は石を覚えている。\n\nこんにちは、カタカナとひらがな。\n\n```python\nprint(\"你好\")  # 注释\n```\n");
    const auto pages = chat(answer.toUtf8());
    QCOMPARE(lettersWithoutFont(pages, 100), QString());
    const auto file = m_folder.filePath(QStringLiteral("both.pdf"));
    QVERIFY(writePdf(pages, pathOf(file)));
    const auto words = wordsOf(file);
    for (const char* word : {"河流的记忆", "记得", "石头", "第一点", "第二点", "城市", "人口", "東京", "多い", "川は石を覚えている", "こんにちは", "カタカナとひらがな", "你好", "注释"})
      QVERIFY2(words.contains(QString::fromUtf8(word)), qPrintable(QString::fromUtf8(word) + QStringLiteral(" is not in ") + words));
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short: 河流记得什么？川は何を覚えていますか。")));
    auto& transfer = *app.app().transfer();
    QSignalSpy prepared(&transfer, &TransferViewModel::prepared), saved(&transfer, &TransferViewModel::saved);
    transfer.prepare(app.chat().conversationId());
    QTRY_COMPARE_WITH_TIMEOUT(prepared.count(), 1, 30'000);
    const auto chatFile = m_folder.filePath(QStringLiteral("chat-cjk.pdf"));
    transfer.save(QUrl::fromLocalFile(chatFile), TransferViewModel::Pdf, TransferViewModel::NoStates);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 30'000);
    QVERIFY2(wordsOf(chatFile).contains(QStringLiteral("川は何を覚えていますか")), qPrintable(wordsOf(chatFile)));
    for (const QChar letter : QStringLiteral("河川覚")) QVERIFY2(!transfer.noticeText().contains(letter), qPrintable(transfer.noticeText()));
  }

  void letters_that_no_font_has_are_told_when_the_pdf_is_there() {
    const auto letter = QString::fromUcs4(U"\U0010FFFD");
    QCOMPARE(lettersWithoutFont(chat((QStringLiteral("Größe ") + letter + letter).toUtf8())), letter);
    QVERIFY(lettersWithoutFont(chat("Größe, naïve, 12 €")).isEmpty());
    QString many;
    for (char32_t one = 0x10FF00; one < 0x10FF40; ++one) many += QString::fromUcs4(&one, 1);
    QCOMPARE(lettersWithoutFont(chat(many.toUtf8())).toUcs4().size(), 20);
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short question with ") + letter));
    auto& transfer = *app.app().transfer();
    QSignalSpy prepared(&transfer, &TransferViewModel::prepared), saved(&transfer, &TransferViewModel::saved);
    transfer.prepare(app.chat().conversationId());
    QTRY_COMPARE_WITH_TIMEOUT(prepared.count(), 1, 30'000);
    transfer.save(QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("boxes.pdf"))), TransferViewModel::Pdf, TransferViewModel::NoStates);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 30'000);
    QVERIFY2(transfer.noticeText().contains(letter), qPrintable(transfer.noticeText()));
  }

  void pictures_of_messages_are_in_the_page_and_the_pdf() {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    const auto picture = std::get<Picture>(pictureOf(image, QStringLiteral("cat & dog.png")));
    auto pages = chat("![x](attachment:y.png)");
    pages.messages[0].pictures = {picture};
    const auto html = htmlOf(pages);
    QCOMPARE(html.count(u"<img src=\"data:image/png;base64,"), 1);
    QVERIFY(html.contains(u"alt=\"cat &amp; dog.png\"") && html.contains(u"[x]"));
    const auto plain = m_folder.filePath(QStringLiteral("plain.pdf")), shown = m_folder.filePath(QStringLiteral("picture.pdf"));
    QVERIFY(writePdf(chat("x"), pathOf(plain)) && writePdf(pages, pathOf(shown)));
    QFile file(shown);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("/Subtype /Image"));
    QFile without(plain);
    QVERIFY(without.open(QIODevice::ReadOnly));
    QVERIFY(!without.readAll().contains("/Subtype /Image"));
  }

  void long_chats_take_several_pages() {
    const auto file = m_folder.filePath(QStringLiteral("long.pdf"));
    QByteArray text;
    for (int i = 0; i < 300; ++i) text += "Paragraph number " + QByteArray::number(i) + " of a long answer.\n\n";
    QVERIFY(writePdf(chat(text), pathOf(file)));
    const auto words = wordsOf(file);
    QVERIFY(words.contains(QStringLiteral("Paragraph number 0 ")));
    QVERIFY(words.contains(QStringLiteral("Paragraph number 299 ")));
    QVERIFY(words.count(u'\f') >= 4);
  }

  void a_chat_is_saved_and_printed_from_the_window() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short question about rivers")));
    auto& transfer = *app.app().transfer();
    for (const auto format : {TransferViewModel::Pdf, TransferViewModel::Html}) {
      QSignalSpy prepared(&transfer, &TransferViewModel::prepared), saved(&transfer, &TransferViewModel::saved);
      transfer.prepare(app.chat().conversationId());
      QTRY_COMPARE_WITH_TIMEOUT(prepared.count(), 1, 30'000);
      const auto file = m_folder.filePath(transfer.suggestedName(format));
      QVERIFY(file.endsWith(format == TransferViewModel::Pdf ? QStringLiteral(".pdf") : QStringLiteral(".html")));
      transfer.save(QUrl::fromLocalFile(file), format, TransferViewModel::NoStates);
      QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 30'000);
      QFile written(file);
      QVERIFY(written.open(QIODevice::ReadOnly));
      const auto words = format == TransferViewModel::Pdf ? wordsOf(file) : QString::fromUtf8(written.readAll());
      QVERIFY2(words.contains(QStringLiteral("short question about rivers")), qPrintable(words));
    }
    QSignalSpy ready(&transfer, &TransferViewModel::printReady);
    transfer.print(app.chat().conversationId());
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 30'000);
    const auto paper = ready.first().first().toUrl().toLocalFile();
    QVERIFY(wordsOf(paper).contains(QStringLiteral("short question about rivers")));
    app.stop();
    QVERIFY(!QFile::exists(paper));  // it goes with the program
    app.start();
  }

  void a_stopped_pdf_leaves_nothing() {
    const auto file = m_folder.filePath(QStringLiteral("stopped.pdf"));
    std::stop_source stop;
    stop.request_stop();
    const auto written = writePdf(chat("x"), pathOf(file), stop.get_token());
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(file));
  }

  void a_place_that_cannot_be_written_is_an_error() {
    const auto written = writePdf(chat("x"), pathOf(m_folder.filePath(QStringLiteral("no/such/folder.pdf"))));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileUnreadable);
  }

  void nothing_in_a_page_runs_or_loads() {
    const auto html = htmlOf(chat("<script>alert(1)</script> ![p](http://tracker/x.png) [go](javascript:alert(1)) <img src=x onerror=y>\n\n```html\n<script>2</script>\n```"));
    QVERIFY(!html.contains(u"<script"));
    QVERIFY(!html.contains(u"<img"));
    QVERIFY(!html.contains(u"href=\"javascript:"));
    QVERIFY(html.contains(u"&lt;script&gt;"));
    QVERIFY(html.contains(u"Rivers &amp; state"));
  }

  void hostile_text_makes_a_pdf_all_the_same() {
    const auto file = m_folder.filePath(QStringLiteral("hostile.pdf"));
    QByteArray text(200'000, 'x');
    text += "\n\n" + QByteArray(3000, '>') + " deep\n\n\xff\xfe\x00 end" + QByteArray("\u202e reversed");
    QVERIFY(writePdf(chat(text), pathOf(file)));
    QVERIFY(QFileInfo(file).size() > 1000);
  }
};

QTEST_MAIN(ChatPagesTest)
#include "chat_pages_test.moc"
