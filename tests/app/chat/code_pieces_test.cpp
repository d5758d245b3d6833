// Code in pieces: nothing of it is lost, only the last piece changes while it grows, and each line has its colours.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chat/code_pieces.h"

using namespace eddy;

class CodePiecesTest : public QObject {
  Q_OBJECT

  static QString joined(const CodePieces& pieces) {
    QStringList all;
    for (int piece = 0; piece < pieces.rowCount(); ++piece) all += pieces.textOf(piece);
    return all.join(u'\n');
  }
  static QString lines(int from, int to) {
    QString text;
    for (int i = from; i < to; ++i) text += QStringLiteral("  const value = compute(%1);  // a comment\n").arg(i);
    return text;
  }

 private slots:
  void pieces_are_the_code() {
    for (const int count : {0, 1, CodePieces::kLines - 1, CodePieces::kLines, CodePieces::kLines + 1, 1000}) {
      CodePieces pieces;
      QAbstractItemModelTester tester(&pieces);
      pieces.setCode(lines(0, count));
      QCOMPARE(joined(pieces), count == 0 ? QString() : pieces.code());
      QCOMPARE(pieces.lines(), count + 1);
      for (int piece = 0; piece < pieces.rowCount(); ++piece) QVERIFY(pieces.endLine(piece) - pieces.firstLine(piece) <= CodePieces::kLines);
    }
  }

  void what_grows_changes_its_last_piece_alone() {
    CodePieces pieces;
    QAbstractItemModelTester tester(&pieces);
    QSignalSpy changed(&pieces, &CodePieces::pieceChanged), removed(&pieces, &QAbstractItemModel::rowsRemoved);
    QString code;
    for (int i = 0; i < 300; ++i) {
      const int last = pieces.rowCount() - 1;
      changed.clear();
      code += lines(i, i + 1);
      pieces.setCode(code);
      for (const auto& change : changed) QVERIFY(change.front().toInt() >= last);
      QCOMPARE(joined(pieces), code);
    }
    QVERIFY(removed.empty());
  }

  void another_end_keeps_what_is_before_it() {
    CodePieces pieces;
    QAbstractItemModelTester tester(&pieces);
    pieces.setCode(lines(0, 200) + QStringLiteral("``"));
    QSignalSpy removed(&pieces, &QAbstractItemModel::rowsRemoved), changed(&pieces, &CodePieces::pieceChanged);
    pieces.setCode(lines(0, 200).chopped(1));
    QCOMPARE(joined(pieces), lines(0, 200).chopped(1));
    QCOMPARE(pieces.lines(), 200);
    QVERIFY(removed.size() + changed.size() <= 2);
    pieces.setCode(QStringLiteral("other"));
    QCOMPARE(joined(pieces), QStringLiteral("other"));
    QCOMPARE(pieces.rowCount(), 1);
  }

  void long_lines_are_broken_and_hidden_marks_are_spelt_out() {
    CodePieces pieces;
    pieces.setCode(QString(3 * CodePieces::kLongestLine, u'x') + QStringLiteral("\nif (a\u202e) b"));
    for (int piece = 0; piece < pieces.rowCount(); ++piece) {
      QVERIFY(pieces.textOf(piece).size() <= CodePieces::kCharacters + CodePieces::kLongestLine + 1);
    }
    QVERIFY(joined(pieces).endsWith(QStringLiteral("if (a\u27e8U+202E\u27e9) b")));
    QCOMPARE(joined(pieces).count(u'x'), 3 * CodePieces::kLongestLine);
    QCOMPARE(pieces.lines(), 2);
  }

  void every_line_gets_its_colours_once() {
    CodePieces pieces;
    pieces.setLanguage(QStringLiteral("cpp"));
    QSignalSpy colored(&pieces, &CodePieces::colored);
    QString code;
    for (int i = 0; i < 20; ++i) pieces.setCode(code += lines(i * 20, i * 20 + 20));
    QTRY_COMPARE_WITH_TIMEOUT(pieces.coloredLines(), 400, 30000);
    for (int line = 0; line < 400; ++line) QVERIFY(pieces.runs(line) && !pieces.runs(line)->empty());
    for (const auto& signal : colored) QVERIFY(signal[1].toInt() - signal[0].toInt() <= 61);  // never all anew
    pieces.setCode(code.chopped(1));  // as a fence that closes takes the last line's end
    QCOMPARE(pieces.coloredLines(), 400);
    pieces.setCode(QStringLiteral("int a;\n"));
    QTRY_COMPARE_WITH_TIMEOUT(pieces.coloredLines(), 1, 30000);
  }

  void it_follows_a_block_of_a_message() {
    MessageBlocksModel blocks;
    CodePieces pieces;
    pieces.setRow(1);
    pieces.setBlocks(&blocks);
    blocks.setText(QStringLiteral("Look:\n\n```cpp\nint a;\n"));
    QCOMPARE(joined(pieces), QStringLiteral("int a;"));
    blocks.append(QStringLiteral("int b;\n"));
    QCOMPARE(pieces.lines(), 2);
    blocks.append(QStringLiteral("```\nDone."));
    QVERIFY(joined(pieces).startsWith(QStringLiteral("int a;\nint b;")));
    QVERIFY(!joined(pieces).contains(QStringLiteral("Done")));
  }

  void places_are_counted_over_pieces() {
    CodePieces pieces;
    pieces.setCode(lines(0, 300));
    QCOMPARE(pieces.countBefore(pieces.firstLine(2), QStringLiteral("COMPUTE")), 2 * CodePieces::kLines);
  }

  void it_is_saved_as_it_is() {
    QTemporaryDir folder;
    CodePieces pieces;
    pieces.setCode(QString(2 * CodePieces::kLongestLine, u'x'));
    const auto path = folder.filePath(QStringLiteral("code.txt"));
    QCOMPARE(pieces.saveTo(QUrl::fromLocalFile(path)), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), pieces.code() + u'\n');
    QVERIFY(!pieces.saveTo(QUrl::fromLocalFile(folder.filePath(QStringLiteral("none/code.txt")))).isEmpty());
  }
};

QTEST_MAIN(CodePiecesTest)
#include "code_pieces_test.moc"
