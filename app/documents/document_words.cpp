#include "app/documents/document_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace eddy {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Documents)
};

QString timeText(double seconds) {
  if (seconds < 60) return Words::tr("%1 s left").arg(QLocale().toString(std::max(1, static_cast<int>(seconds + 0.5))));
  if (seconds < 5400) return Words::tr("%1 min left").arg(QLocale().toString(static_cast<int>(seconds / 60 + 0.5)));
  return Words::tr("%1 h left").arg(QLocale().toString(seconds / 3600, 'f', 1));
}

}  // namespace

ProblemText describe(DocumentProblem problem) {
  switch (problem) {
    case DocumentProblem::NotFound: return {Words::tr("The file is gone"), Words::tr("It was moved, renamed or deleted. Drop it again from where it is now.")};
    case DocumentProblem::Unreadable: return {Words::tr("The file cannot be read"), Words::tr("Check its permissions and whether its disk or network folder is there, then try again.")};
    case DocumentProblem::Empty: return {Words::tr("There is no text in it"), Words::tr("The file is empty or holds no words.")};
    case DocumentProblem::Binary: return {Words::tr("This is not text"), Words::tr("Its name says text, its content does not. Open it with the program it belongs to and save it as PDF or text.")};
    case DocumentProblem::Unsupported: return {Words::tr("Eddy does not read this kind of file"), Words::tr("It reads PDF, Word, OpenDocument, PowerPoint, EPUB, HTML, Markdown, RTF, mail, tables, source code and plain text.")};
    case DocumentProblem::Damaged: return {Words::tr("The file is damaged"), Words::tr("It ends too early or contradicts itself. Fetch it again, or open and save it with another program.")};
    case DocumentProblem::Encrypted: return {Words::tr("The file is locked"), Words::tr("A PDF can be opened with its password here. Save other files without a password first.")};
    case DocumentProblem::WrongPassword: return {Words::tr("The password does not open it"), Words::tr("Check capital letters and the keyboard layout, and try again.")};
    case DocumentProblem::Scanned: return {Words::tr("These are pictures of pages"), Words::tr("There is no text in them yet. Text recognition can read them when the program Tesseract is installed.")};
    case DocumentProblem::TooLarge: return {Words::tr("The file is too large"), Words::tr("It unpacks to more than a document may have. Split it and drop the parts.")};
    case DocumentProblem::TimedOut: return {Words::tr("Reading the file took too long"), Words::tr("It was given up. Saving it anew with another program often helps.")};
    case DocumentProblem::Crashed: return {Words::tr("The file could not be read"), Words::tr("The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.")};
    case DocumentProblem::Cancelled: return {Words::tr("Stopped"), {}};
  }
  return {};
}

QString placeText(const StoredPassage& stored) {
  const auto& passage = stored.passage;
  QStringList parts;
  if (passage.page > 0) parts += Words::tr("p. %1").arg(QLocale().toString(passage.page));
  if (!passage.heading.empty()) parts += QString::fromStdString(passage.heading);
  return parts.isEmpty() ? Words::tr("Passage %1").arg(QLocale().toString(static_cast<qlonglong>(stored.ordinal + 1)))
                         : parts.join(QStringLiteral(" \u00B7 "));
}

QString progressText(const ReadingRunner& runner) {
  QStringList parts;
  if (runner.pages() > 0 && runner.page() > 0)
    parts += Words::tr("Page %1 of %2").arg(QLocale().toString(runner.page()), QLocale().toString(runner.pages()));
  parts += Words::tr("%1 %").arg(QLocale().toString(static_cast<int>(runner.progress() * 100)));
  if (runner.tokensPerSecond() > 0) parts += Words::tr("%1 tokens/s").arg(QLocale().toString(static_cast<int>(runner.tokensPerSecond())));
  if (runner.secondsLeft() >= 0) parts += timeText(runner.secondsLeft());
  return parts.join(QStringLiteral(" \u00B7 "));
}

QString sizeText(std::int64_t bytes) { return QLocale().formattedDataSize(bytes, 1); }

}  // namespace eddy
