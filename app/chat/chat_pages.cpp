#include "app/chat/chat_pages.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QGlyphRun>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <algorithm>
#include <set>

#include "app/chat/markdown_blocks.h"
#include "app/chat/message_blocks_model.h"

namespace eddy {
namespace {

using namespace Qt::StringLiterals;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ChatPages)
};

constexpr int kResolution = 96;  // of the layout; text stays sharp at any
constexpr double kMargin = 18;   // millimetres

constexpr const char* kSheet =
    "body{font-family:Inter,'Noto Sans','Segoe UI','DejaVu Sans',sans-serif;font-size:10.5pt;color:#1a2025;}"
    "h1{font-size:17pt;} h2{font-size:13pt;} h3{font-size:11.5pt;} h4,h5,h6{font-size:10.5pt;}"
    "p.who{font-weight:600;color:#0b7285;margin-top:16px;margin-bottom:2px;}"
    "p.you{color:#56616b;}"
    "pre,code{font-family:'JetBrains Mono','DejaVu Sans Mono',Consolas,monospace;font-size:9pt;}"
    "pre{background-color:#f4f6f7;white-space:pre-wrap;}"
    "blockquote{color:#56616b;margin-left:18px;}"
    "table{border-collapse:collapse;} td,th{border:1px solid #c4cbd1;padding:3px 8px;}"
    "a{color:#0b7285;}";

QString htmlOf(const MarkdownBlock& block) {
  switch (block.type) {
    case MarkdownBlockType::Heading: {
      const int level = qBound(2, block.level + 1, 6);
      return u"<h%1 dir=\"auto\">%2</h%1>\n"_s.arg(level).arg(block.text);
    }
    case MarkdownBlockType::Code: return u"<pre>"_s + block.text.toHtmlEscaped() + u"</pre>\n"_s;
    case MarkdownBlockType::Quote: return u"<blockquote dir=\"auto\">"_s + block.text + u"</blockquote>\n"_s;
    case MarkdownBlockType::Math: return u"<p align=\"center\">"_s + block.text + u"</p>\n"_s;
    case MarkdownBlockType::Picture: return u"<p dir=\"auto\">[%1]</p>\n"_s.arg((block.text.isEmpty() ? block.language : block.text).toHtmlEscaped());
    case MarkdownBlockType::Rule: return u"<hr/>\n"_s;
    case MarkdownBlockType::List:
    case MarkdownBlockType::Table: return block.text + u'\n';
    case MarkdownBlockType::Thinking: return u"<blockquote dir=\"auto\"><i>"_s + block.text.toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</i></blockquote>\n"_s;
    case MarkdownBlockType::Paragraph: break;
  }
  return u"<p dir=\"auto\">"_s + block.text + u"</p>\n"_s;
}

/// The picture itself, in the page: as wide as it is, or as the page.
QString htmlOf(const Picture& picture) {
  constexpr int kWidest = 620;
  const auto width = std::min(picture.width, kWidest);
  const auto height = std::max(1, static_cast<int>(std::int64_t{picture.height} * width / picture.width));
  const QByteArray bytes(reinterpret_cast<const char*>(picture.content.data()), static_cast<qsizetype>(picture.content.size()));
  const auto name = QString::fromStdString(picture.name).toHtmlEscaped();
  return u"<p><img src=\"data:%1;base64,%2\" width=\"%3\" height=\"%4\" alt=\"%5\" title=\"%5\"/></p>\n"_s
      .arg(QString::fromStdString(picture.media_type), QString::fromLatin1(bytes.toBase64())).arg(width).arg(height).arg(name);
}

QString headOf(const ChatPages::Message& message) {
  const auto time = QLocale().toString(message.time, QLocale::ShortFormat);
  return u"<p class=\"who%1\">%2</p>\n"_s.arg(message.user ? u" you"_s : QString(), Words::tr("%1, %2", "who said it, and when").arg(message.who, time).toHtmlEscaped());
}

QPageSize paper() {
  return QPageSize(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? QPageSize::Letter : QPageSize::A4);
}

Error failed(const QSaveFile& file, const std::filesystem::path& path) {
  const bool full = file.error() == QFileDevice::ResizeError || file.error() == QFileDevice::WriteError;
  return {full ? ErrorCode::DiskFull : ErrorCode::FileUnreadable,
          "[pdf] " + path.string() + " cannot be written: " + file.errorString().toStdString() + "; choose another place", {}};
}

void drawPage(QPainter& painter, const QTextDocument& document, const QSizeF& page, int number, int count) {
  painter.save();
  const QRectF view(0, number * page.height(), page.width(), page.height());
  painter.translate(0, -view.top());
  QAbstractTextDocumentLayout::PaintContext context;
  context.clip = view;
  context.palette.setColor(QPalette::Text, Qt::black);
  painter.setClipRect(view);
  document.documentLayout()->draw(&painter, context);
  painter.restore();
  painter.setPen(QColor(0x56, 0x61, 0x6b));
  painter.drawText(QRectF(0, page.height(), page.width(), 30), Qt::AlignHCenter | Qt::AlignBottom,
                   Words::tr("%1 of %2", "page numbers").arg(QLocale().toString(number + 1), QLocale().toString(count)));
}

/// Laying out a word takes time by the square of its length: where it could be broken anyway, it is told so.
QByteArray withBreaks(const QByteArray& markdown) {
  constexpr qsizetype kLongest = 400;
  QByteArray broken;
  qsizetype run = 0;
  for (const char c : markdown) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    const bool insideCharacter = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!insideCharacter && run >= kLongest && !blank) {
      broken += "\u200b";
      run = 0;
    }
    run = blank ? 0 : run + 1;
    broken += c;
  }
  return broken;
}

/// `prepare` has each message's text first.
template <class Prepare>
QString pageOf(const ChatPages& chat, Prepare prepare) {
  QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/><title>%1</title>\n<style>%2</style></head>\n<body>\n<h1 dir=\"auto\">%1</h1>\n"_s
                     .arg(chat.title.toHtmlEscaped(), QLatin1String(kSheet));
  for (const auto& message : chat.messages) {
    html += headOf(message);
    for (const auto& picture : message.pictures) html += htmlOf(picture);
    const auto text = prepare(message.markdown);
    for (const auto& block : message.user ? parseMarkdown(text) : MessageBlocksModel::blocksOf(QString::fromUtf8(text))) html += htmlOf(block);
  }
  return html + u"</body></html>\n"_s;
}

}  // namespace

QString htmlOf(const ChatPages& chat) {
  return pageOf(chat, [](const QByteArray& markdown) { return markdown; });
}

QString lettersWithoutFont(const ChatPages& chat, int most) {
  constexpr std::size_t kMostLooked = 10'000;
  std::set<char32_t> letters;
  const auto collect = [&](const QString& text) {
    for (const auto letter : text.toUcs4()) {
      const auto kind = QChar::category(letter);
      const bool shows = letter > 0x2FF && kind != QChar::Other_Control && kind != QChar::Other_Format && kind != QChar::Other_Surrogate && !QChar::isMark(letter) &&
                         !QChar::isSpace(letter);
      if (shows && letters.size() < kMostLooked) letters.insert(letter);
    }
  };
  collect(chat.title);
  for (const auto& message : chat.messages) {
    collect(message.who);
    collect(QString::fromUtf8(message.markdown));
  }
  QTextDocument styled;
  styled.setHtml(u"<style>%1</style><p>x</p>"_s.arg(QLatin1String(kSheet)));
  const auto font = styled.firstBlock().begin().fragment().charFormat().font();
  QString missing;
  for (const auto letter : letters) {
    const auto text = QString::fromUcs4(&letter, 1);
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    const bool empty = runs.isEmpty() || std::ranges::any_of(runs, [](const QGlyphRun& run) { return run.glyphIndexes().contains(0U); });
    if (!empty) continue;
    missing += text;
    if (--most == 0) break;
  }
  return missing;
}

Result<void> writePdf(const ChatPages& chat, const std::filesystem::path& path, std::stop_token stop, const std::function<void(double)>& progress) {
  const Error cancelled{ErrorCode::Cancelled, "[pdf] stopped", {}};
  QSaveFile file(QString::fromStdU16String(path.u16string()));
  if (!file.open(QIODevice::WriteOnly)) return failed(file, path);
  QPdfWriter writer(&file);
  writer.setTitle(chat.title);
  writer.setCreator(QStringLiteral("Eddy"));
  writer.setResolution(kResolution);
  writer.setPageLayout(QPageLayout(paper(), QPageLayout::Portrait, QMarginsF(kMargin, kMargin, kMargin, kMargin), QPageLayout::Millimeter));
  const QSizeF page = writer.pageLayout().paintRectPixels(kResolution).size();

  QTextDocument document;
  document.documentLayout()->setPaintDevice(&writer);
  document.setDocumentMargin(0);
  document.setHtml(pageOf(chat, withBreaks));
  document.setPageSize(page);
  const int count = document.pageCount();
  QPainter painter;
  if (!painter.begin(&writer)) return failed(file, path);
  for (int number = 0; number < count; ++number) {
    if (stop.stop_requested()) {
      painter.end();
      file.cancelWriting();
      return cancelled;
    }
    if (number > 0) writer.newPage();
    drawPage(painter, document, page, number, count);
    if (progress) progress(static_cast<double>(number + 1) / count);
  }
  painter.end();
  if (!file.commit()) return failed(file, path);
  return {};
}

}  // namespace eddy
