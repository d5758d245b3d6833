#include "app/documents/document_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStringList>

#include "app/plain_name.h"

namespace eddy {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Documents)
};

/// An offer that cannot be kept is not made.
bool canRecogniseText() { return !QStandardPaths::findExecutable(QStringLiteral("tesseract")).isEmpty(); }

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
    case DocumentProblem::Damaged: return {Words::tr("The file is damaged"), Words::tr("It ends too early, contradicts itself or is not what its name says. Fetch it again, or open and save it with another program.")};
    case DocumentProblem::Encrypted: return {Words::tr("The file is locked"), Words::tr("A PDF can be opened with its password here. Save other files without a password first.")};
    case DocumentProblem::WrongPassword: return {Words::tr("The password does not open it"), Words::tr("Check capital letters and the keyboard layout, and try again.")};
    case DocumentProblem::Scanned: return {Words::tr("These are pictures of pages"), Words::tr("There is no text in them yet. Text recognition can read them when the program Tesseract is installed.")};
    case DocumentProblem::TooLarge: return {Words::tr("The file is too large"), Words::tr("It unpacks to more, or nests deeper, than a document may. Split it and drop the parts.")};
    case DocumentProblem::TimedOut: return {Words::tr("Reading the file took too long"), Words::tr("It was given up. Saving it anew with another program often helps.")};
    case DocumentProblem::Crashed: return {Words::tr("The file could not be read"), Words::tr("The part of Eddy that reads files failed on it. Everything else goes on; saving the file anew often helps.")};
    case DocumentProblem::Cancelled: return {Words::tr("Stopped"), {}};
    case DocumentProblem::Changing: return {Words::tr("The file keeps changing"), Words::tr("Another program is writing it. Wait until it has finished, or drop a copy of the file.")};
    case DocumentProblem::NotKept: return {Words::tr("Its text could not be saved"), Words::tr("Check that there is free space where Eddy keeps its data (Settings, Storage), then drop the file again.")};
  }
  return {};
}

QVariantMap problemMap(const QString& path, const DocumentError& error) {
  const auto words = describe(error.problem);
  return {{"name", plainName(path.mid(path.lastIndexOf(QLatin1Char('/')) + 1))},
          {"path", path},
          {"title", words.title},
          {"remedy", words.remedy},
          {"detail", QString::fromStdString(error.message)},
          {"kind", static_cast<int>(error.problem)},
          {"locked", error.problem == DocumentProblem::Encrypted || error.problem == DocumentProblem::WrongPassword},
          {"scanned", error.problem == DocumentProblem::Scanned && canRecogniseText()}};
}

QString rangeText(const PassageOutline& first, const PassageOutline& last, std::int64_t ordinal) {
  QStringList parts;
  const auto page = [](std::int32_t number) { return QLocale().toString(number); };
  if (first.page > 0 && last.page > first.page) parts += Words::tr("pp. %1\u2013%2").arg(page(first.page), page(last.page));
  else if (first.page > 0) parts += Words::tr("p. %1").arg(page(first.page));
  if (!first.heading.empty()) parts += QString::fromStdString(first.heading);
  return parts.isEmpty() ? Words::tr("Passage %1").arg(QLocale().toString(static_cast<qlonglong>(ordinal + 1)))
                         : parts.join(QStringLiteral(" \u00B7 "));
}

QString placeText(const StoredPassage& stored) {
  const PassageOutline place{stored.passage.page, 0, stored.passage.heading};
  return rangeText(place, place, stored.ordinal);
}

QString factsText(const Document& document) {
  QStringList parts{QString::fromStdString(document.facts.format)};
  if (document.facts.pages > 0)
    parts += document.facts.pages == 1 ? Words::tr("1 page") : Words::tr("%1 pages").arg(QLocale().toString(document.facts.pages));
  parts += sizeText(document.file_bytes);
  return parts.join(QStringLiteral(" \u00B7 "));
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
