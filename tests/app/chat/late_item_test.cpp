// Rows come at once and their content after them; what is read meanwhile stays where it is.
#include <QAbstractEventDispatcher>
#include <QJSValue>
#include <QQmlComponent>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include "app/chat/late_item.h"
#include "app/desktop/spread_deletion.h"
#include "app/desktop/steady_incubation.h"

using namespace eddy;

namespace {

/// Contents are of many heights, none of which is the expected one, and take 2 ms each.
constexpr auto kList = R"(
import QtQuick
import Test
ListView {
    id: list
    property int made: 0
    property var order: []  // of the contents, by row
    property int rows: 200
    property int more: 0  // pixels that come to the contents of two rows later
    property SteadyPlace keeper: SteadyPlace { view: list }
    width: 400
    height: 500
    cacheBuffer: 1000
    model: rows
    delegate: LateItem {
        id: row
        required property int index
        width: list.width
        implicitHeight: item ? item.implicitHeight : 90
        place: list.keeper
        content: Component {
            Item {
                width: row.width
                implicitHeight: 40 + row.index % 7 * 25 + (row.index === 98 || row.index === 99 ? list.more : 0)
                Component.onCompleted: {
                    for (const end = Date.now() + 2; Date.now() < end;) {}
                    list.made += 1;
                    list.order.push(row.index);
                }
            }
        }
    }
})";

/// Contents of which every binding takes longer than a slice: between two of them the row may go.
constexpr auto kSlowList = R"(
import QtQuick
import Test
ListView {
    id: list
    function slow(): int {
        for (const end = Date.now() + 5; Date.now() < end;) {}
        return 1;
    }
    width: 400
    height: 500
    model: 3
    delegate: LateItem {
        width: 400
        implicitHeight: 90
        content: Component {
            CountedItem {
                property int first: list.slow()
                property int second: list.slow()
                property int third: list.slow()
                property int fourth: list.slow()
            }
        }
    }
})";

class CountedItem : public QQuickItem {
  Q_OBJECT

 public:
  static inline int alive = 0;
  explicit CountedItem(QQuickItem* parent = nullptr) : QQuickItem(parent) { ++alive; }
  ~CountedItem() override { --alive; }
};

}  // namespace

class LateItemTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QQuickView> m_view;
  SteadyPlace* m_place = nullptr;
  SteadyIncubation* m_incubation = nullptr;

  QQuickItem& list() const { return *m_view->rootObject(); }
  double top() const { return list().property("contentY").toDouble(); }
  int made() const { return list().property("made").toInt(); }
  LateItem* row(int index) const {
    QQuickItem* item = nullptr;
    QMetaObject::invokeMethod(&list(), "itemAtIndex", Q_RETURN_ARG(QQuickItem*, item), Q_ARG(int, index));
    return qobject_cast<LateItem*>(item);
  }
  bool settles() const { return QTest::qWaitFor([this] { return m_place->isSettled(); }, 20000); }

 private slots:
  void initTestCase() {
    qmlRegisterType<LateItem>("Test", 1, 0, "LateItem");
    qmlRegisterType<SteadyPlace>("Test", 1, 0, "SteadyPlace");
    qmlRegisterType<CountedItem>("Test", 1, 0, "CountedItem");
  }
  void init() {
    m_view = std::make_unique<QQuickView>();
    m_incubation = new SteadyIncubation(*m_view->engine());
    auto* component = new QQmlComponent(m_view->engine(), m_view.get());
    component->setData(kList, QUrl(QStringLiteral("file:///list.qml")));
    auto* root = component->create();
    QVERIFY2(root, qPrintable(component->errorString()));
    m_view->setContent(QUrl(), component, root);
    m_place = root->property("keeper").value<SteadyPlace*>();
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QVERIFY(settles());
  }
  void cleanup() { m_view.reset(); }

  void rows_come_before_their_content() {
    const int before = made();
    m_place->goTo(100, false);
    QVERIFY(row(100));
    QCOMPARE(made(), before);
    QVERIFY(!m_place->isSettled());
    QVERIFY(settles());
    QVERIFY(made() > before + 3);
  }

  /// Or the engine would try for ever.
  void nothing_stays_half_made() {
    for (int i = 0; i < 20; ++i) {
      m_place->goTo(180 - 9 * i, false);
      QTest::qWait(2 + i);
    }
    QVERIFY(settles());
    QTRY_COMPARE(m_incubation->incubatingObjectCount(), 0);
  }

  void contents_are_made_a_few_at_a_time() {
    int most = 0, before = made();
    const auto look = [&] { most = std::max(most, made() - std::exchange(before, made())); };
    const auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, m_view.get(), look);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, m_view.get(), look);
    for (const int to : {150, 20, 80}) {
      m_place->goTo(to, false);
      QVERIFY(settles());
    }
    QVERIFY2(most <= 1 + SteadyIncubation::kSlice / 2, qPrintable(QString::number(most)));
  }

  void the_row_that_was_gone_to_begins_the_view() {
    for (const int to : {100, 3, 197 - 60, 50}) {
      m_place->goTo(to, false);
      QVERIFY(settles());
      QVERIFY(row(to));
      QCOMPARE(row(to)->y(), top());
    }
  }

  void or_is_in_its_middle() {
    m_place->goTo(100, true);
    QVERIFY(settles());
    QTest::qWait(100);
    QVERIFY(std::abs(row(100)->y() + row(100)->height() / 2 - top() - list().height() / 2) < 2);
  }

  void it_is_the_first_that_has_its_content() {
    m_place->goTo(100, true);
    QVERIFY(settles());
    QList<int> order;
    for (const auto& index : list().property("order").value<QJSValue>().toVariant().toList()) order += index.toInt();
    QVERIFY(order.contains(100));
    for (const int index : {98, 99, 101, 102}) QVERIFY2(order.indexOf(index) > order.indexOf(100), qPrintable(QString::number(index)));
  }

  void what_can_be_read_does_not_move() {
    m_place->goTo(100, false);
    QVERIFY(settles());
    m_place->leave();
    list().setProperty("cacheBuffer", 0);
    QTest::qWait(50);
    list().setProperty("contentY", top() - 300);  // further than what was made ahead of time
    const double place = row(100)->y() - top();
    for (int i = 0; i < 400 && !m_place->isSettled(); ++i) {
      QCOMPARE(row(100)->y() - top(), place);
      QTest::qWait(1);
    }
    QVERIFY(m_place->isSettled());
    QCOMPARE(row(100)->y() - top(), place);
  }

  void nor_when_a_row_above_it_grows() {
    m_place->goTo(100, true);
    QVERIFY(settles());
    QTest::qWait(100);
    const double place = row(100)->y() - top();
    for (int i = 0; i < 10; ++i) {
      list().setProperty("more", 37 * i);
      QSignalSpy drawn(m_view.get(), &QQuickWindow::frameSwapped);
      m_view->update();
      QVERIFY(drawn.wait());
      QCOMPARE(row(100)->y() - top(), place);
    }
  }

  void the_end_is_followed() {
    m_place->setProperty("following", true);
    QMetaObject::invokeMethod(&list(), "positionViewAtEnd");
    QVERIFY(settles());
    QVERIFY(row(199));
    QCOMPARE(row(199)->y() + row(199)->height(), top() + list().height());
  }

  void rows_made_ahead_of_time_bring_their_content() {
    m_place->goTo(100, false);
    QVERIFY(settles());
    QTRY_VERIFY(row(106));
    for (int index = 90; index < 115; ++index) QTRY_VERIFY(!row(index) || row(index)->item());
  }

  void contents_go_a_little_at_a_time() {
    QPointer<QQuickItem> content = row(2)->item();  // the first is the current one, which stays
    QVERIFY(content);
    m_place->goTo(150, false);
    QTRY_COMPARE(row(2), nullptr);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(SpreadDeletion::waiting() > 0);
    QTRY_VERIFY(!content);
    QTRY_COMPARE(SpreadDeletion::waiting(), 0);
  }

  void a_list_that_is_emptied_while_it_is_filled() {
    m_place->goTo(100, false);
    QTest::qWait(1);
    list().setProperty("rows", 0);
    QTest::qWait(50);
    QVERIFY(m_place->isSettled());
    list().setProperty("rows", 20);
    QTRY_VERIFY(row(0) && row(0)->item());
    QTRY_COMPARE(SpreadDeletion::waiting(), 0);
  }

  // Otherwise it would live on without its row, and make what is in it from names that are not there any more.
  void content_that_is_half_made_goes_with_its_row() {
    QQuickView view;
    SteadyIncubation incubation(*view.engine());
    QQmlComponent component(view.engine());
    component.setData(kSlowList, QUrl(QStringLiteral("file:///slow.qml")));
    auto* slow = qobject_cast<QQuickItem*>(component.create());
    QVERIFY2(slow, qPrintable(component.errorString()));
    view.setContent({}, nullptr, slow);
    view.show();
    int halves = 0;
    for (int i = 0; i < 20; ++i) {
      slow->setProperty("model", 3);
      QVERIFY(QTest::qWaitFor([] { return CountedItem::alive > 0; }, 20000));
      LateItem* row = nullptr;
      QQuickItem* item = nullptr;
      QMetaObject::invokeMethod(slow, "itemAtIndex", Q_RETURN_ARG(QQuickItem*, item), Q_ARG(int, 0));
      row = qobject_cast<LateItem*>(item);
      halves += row && !row->item() ? 1 : 0;
      slow->setProperty("model", 0);
      QTRY_COMPARE(CountedItem::alive, 0);
    }
    QVERIFY(halves > 0);
  }

  void a_window_that_closes_takes_all_with_it() {
    m_place->goTo(150, false);
    m_view.reset();
    QTRY_COMPARE(SpreadDeletion::waiting(), 0);
  }
};

QTEST_MAIN(LateItemTest)
#include "late_item_test.moc"
