// What is found in real documents, word for word against what other programs find in them: pdftotext for PDF, pandoc for HTML and
// EPUB of Debian's documentation packages, LibreOffice's own text (kept beside them) for files that LibreOffice wrote.
#include <QtTest>

#include <map>

#include "app/documents/reader_process.h"

using namespace eddy;

namespace {

using Words = std::map<QString, int>;

Words wordsOf(QString text) {
  static const QRegularExpression word(QStringLiteral("\\w+"), QRegularExpression::UseUnicodePropertiesOption);
  text.remove(QStringLiteral("-\n"));
  text.remove(QChar(0x00AD));
  Words words;
  for (auto match = word.globalMatch(text); match.hasNext();) ++words[match.next().captured().toLower()];
  return words;
}

double f1(const Words& ours, const Words& theirs) {
  double common = 0, all = 0;
  for (const auto& [word, count] : theirs) {
    const auto found = ours.find(word);
    common += found == ours.end() ? 0 : std::min(count, found->second);
    all += count;
  }
  for (const auto& [word, count] : ours) all += count;
  return all == 0 ? 1 : 2 * common / all;
}

struct Read {
  DocumentFacts facts;
  std::map<int, QString> pages;
  QString text;
  QSet<QString> headings;
};

Read read(const QString& file) {
  Read result;
  const auto outcome = read_apart(file.toStdString(), {.program = EDDY_READER_PROGRAM}, {}, [&](Passage passage) {
    const auto text = QString::fromStdString(passage.text) + QLatin1Char('\n');
    result.pages[passage.page] += text;
    result.text += text;
    result.headings += QString::fromStdString(passage.heading);
    return true;
  });
  if (const auto* error = std::get_if<DocumentError>(&outcome)) qFatal("%s: %s", qPrintable(file), error->message.c_str());
  result.facts = std::get<DocumentFacts>(outcome);
  return result;
}

QString run(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  if (!process.waitForFinished(120'000) || process.exitCode() != 0) qFatal("%s failed", qPrintable(program));
  return QString::fromUtf8(process.readAllStandardOutput());
}

QByteArray contentOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  return file.readAll();
}

QString verdict(double score, const Words& words) {
  int count = 0;
  for (const auto& [word, times] : words) count += times;
  return QStringLiteral("F1 %1 over %2 words").arg(score, 0, 'f', 4).arg(count);
}

}  // namespace

class ExtractionTest : public QObject {
  Q_OBJECT

 private slots:
#ifdef EDDY_PDFTOTEXT
  void the_words_of_a_pdf_are_those_of_pdftotext_page_by_page() {
    QFETCH(QString, file);
    QFETCH(int, headings);
    const auto ours = read(file);
    // Form feeds part the pages.
    const auto theirs = run(EDDY_PDFTOTEXT, {file, QStringLiteral("-")}).split(QLatin1Char('\f'));
    QCOMPARE(ours.facts.pages, static_cast<int>(theirs.size()) - 1);
    const auto whole = wordsOf(theirs.join(QLatin1Char('\n')));
    const double score = f1(wordsOf(ours.text), whole);
    qInfo("%s", qPrintable(verdict(score, whole)));
    QVERIFY(score >= 0.98);
    int right = 0;
    for (int page = 1; page <= ours.facts.pages; ++page) {
      const auto found = ours.pages.find(page);
      right += f1(wordsOf(found == ours.pages.end() ? QString() : found->second), wordsOf(theirs[page - 1])) >= 0.9;
    }
    qInfo("%d of %d pages have their own words", right, ours.facts.pages);
    QVERIFY(right >= ours.facts.pages * 0.98);
    QVERIFY(ours.headings.size() >= headings);
  }
  void the_words_of_a_pdf_are_those_of_pdftotext_page_by_page_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("headings");
    QTest::newRow("maint-guide") << QStringLiteral("/usr/share/doc/maint-guide/maint-guide.en.pdf") << 50;
    QTest::newRow("developers-reference") << QStringLiteral("/usr/share/developers-reference/developers-reference.pdf") << 200;
    QTest::newRow("bash manual") << QStringLiteral("/usr/share/doc/bash/bashref.pdf") << 100;
    QTest::newRow("bash man page") << QStringLiteral("/usr/share/doc/bash/bash.pdf") << 0;  // has no outline
  }
#endif

#ifdef EDDY_PANDOC
  void the_words_of_a_web_page_or_book_are_those_of_pandoc() {
    QFETCH(QString, file);
    QFETCH(int, headings);
    const auto ours = read(file);
    const auto theirs = wordsOf(run(EDDY_PANDOC, {QStringLiteral("--to=plain"), QStringLiteral("--wrap=none"), file}));
    const double score = f1(wordsOf(ours.text), theirs);
    qInfo("%s, %d headings", qPrintable(verdict(score, theirs)), int(ours.headings.size()));
    QVERIFY(score >= 0.98);
    QVERIFY(ours.headings.size() >= headings);
  }
  void the_words_of_a_web_page_or_book_are_those_of_pandoc_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("headings");
    QTest::newRow("bash manual.html") << QStringLiteral("/usr/share/doc/bash/bashref.html") << 100;
    QTest::newRow("maint-guide.html") << QStringLiteral("/usr/share/doc/maint-guide/html/dreq.en.html") << 8;
    QTest::newRow("developers-reference.html") << QStringLiteral("/usr/share/developers-reference/best-pkging-practices.html") << 20;
    QTest::newRow("developers-reference.epub") << QStringLiteral("/usr/share/developers-reference/developers-reference.epub") << 50;
    QTest::newRow("policy.epub") << QStringLiteral("/usr/share/doc/debian-policy/policy.epub") << 50;
  }
#endif

  void the_words_of_an_office_file_are_those_of_libreoffice() {
    QFETCH(QString, name);
    const QString base = QStringLiteral(EDDY_TEST_DATA "/documents/office/") + name;
    const auto ours = read(base);
    const auto theirs = wordsOf(QString::fromUtf8(contentOf(base + QStringLiteral(".txt"))));
    const double score = f1(wordsOf(ours.text), theirs);
    qInfo("%s", qPrintable(verdict(score, theirs)));
    QVERIFY(score >= 0.98);
    for (const auto& heading : QString::fromUtf8(contentOf(base + QStringLiteral(".headings"))).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
      QVERIFY2(ours.headings.contains(heading), qPrintable(heading));
    }
  }
  void the_words_of_an_office_file_are_those_of_libreoffice_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"house.docx", "house.odt", "house.rtf", "slides.pptx", "slides.odp"}) QTest::newRow(name) << QString::fromLatin1(name);
  }
};

QTEST_GUILESS_MAIN(ExtractionTest)
#include "extraction_test.moc"
