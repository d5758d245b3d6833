// A long text in rows: nothing is lost, and only the end changes while it grows.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/chat/text_pieces.h"

using namespace eddy;

class TextPiecesTest : public QObject {
  Q_OBJECT

  static QString joined(const TextPieces& pieces) {
    QStringList all;
    for (int row = 0; row < pieces.count(); ++row) all += pieces.data(pieces.index(row), TextPieces::PieceRole).toString();
    return all.join(u'\n');
  }

 private slots:
  void pieces_are_the_text() {
    const auto line = QStringLiteral("The river turns back on itself behind the stone.\n");
    for (const int lines : {0, 1, 63, 2000}) {
      TextPieces pieces;
      QAbstractItemModelTester tester(&pieces);
      pieces.setText(line.repeated(lines).chopped(lines > 0 ? 1 : 0));
      QCOMPARE(joined(pieces), pieces.text());
      for (int row = 0; row < pieces.count(); ++row) QVERIFY(pieces.data(pieces.index(row), TextPieces::PieceRole).toString().size() <= TextPieces::kLength);
    }
  }

  /// Every place is found in exactly one row, and counted in the ones before it.
  void places_of_words_are_counted_over_the_rows() {
    TextPieces pieces;
    QString text;
    for (int i = 0; i < 400; ++i) text += QStringLiteral("Line %1 has a Heron in it.\n").arg(i);
    pieces.setText(text);
    QVERIFY(pieces.count() > 3);
    int before = 0;
    for (int row = 0; row < pieces.count(); ++row) {
      QCOMPARE(pieces.placesBefore(row, QStringLiteral("heron")), before);
      const auto here = static_cast<int>(pieces.data(pieces.index(row), TextPieces::PieceRole).toString().count(QStringLiteral("heron"), Qt::CaseInsensitive));
      for (int nth = before; nth < before + here; ++nth) QCOMPARE(pieces.rowOfPlace(QStringLiteral("heron"), nth), row);
      before += here;
    }
    QCOMPARE(before, 400);
    QCOMPARE(pieces.rowOfPlace(QStringLiteral("heron"), 400), -1);
    QCOMPARE(pieces.rowOfPlace(QStringLiteral("egret"), 0), -1);
    QCOMPARE(pieces.rowOfPlace(QString(), 0), -1);
  }

  void a_line_without_blanks_is_cut_between_characters() {
    TextPieces pieces;
    pieces.setText(QStringLiteral("🚀").repeated(5000));
    QString all;
    for (int row = 0; row < pieces.count(); ++row) {
      const auto piece = pieces.data(pieces.index(row), TextPieces::PieceRole).toString();
      QVERIFY(!piece.back().isHighSurrogate());
      all += piece;
    }
    QCOMPARE(all, pieces.text());
  }

  void only_the_last_row_changes_while_it_grows() {
    TextPieces pieces, whole;
    QAbstractItemModelTester tester(&pieces);
    QSignalSpy changed(&pieces, &QAbstractItemModel::dataChanged);
    QSignalSpy removed(&pieces, &QAbstractItemModel::rowsRemoved);
    QString text;
    for (int i = 0; i < 3000; ++i) {
      text += i % 9 == 8 ? QStringLiteral("end.\n") : QStringLiteral("word ");
      const int last = pieces.count() - 1;
      changed.clear();
      pieces.setText(text);
      for (const auto& signal : changed) QCOMPARE(signal.at(0).toModelIndex().row(), last);
    }
    QVERIFY(removed.isEmpty());
    whole.setText(text);
    QVERIFY(whole.count() > 3);
    QCOMPARE(joined(pieces).remove(u'\n'), joined(whole).remove(u'\n'));
  }

  void another_text_is_shown_anew() {
    TextPieces pieces;
    QAbstractItemModelTester tester(&pieces);
    pieces.setText(QString(9000, u'a'));
    pieces.setText(QStringLiteral("b"));
    QCOMPARE(pieces.count(), 1);
    pieces.setText({});
    QCOMPARE(pieces.count(), 0);
  }

  void it_follows_a_block_of_a_message() {
    MessageBlocksModel blocks;
    TextPieces pieces;
    pieces.setBlocks(&blocks);
    pieces.setRow(0);
    blocks.setText(QStringLiteral("<think>\nLeft"));
    QCOMPARE(pieces.text().trimmed(), QStringLiteral("Left"));
    blocks.append(QStringLiteral(" or right"));
    QCOMPARE(pieces.text().trimmed(), QStringLiteral("Left or right"));
  }
};

QTEST_GUILESS_MAIN(TextPiecesTest)
#include "text_pieces_test.moc"
