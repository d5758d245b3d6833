// Pictures on their way into a chat: read, bounded, kept with the next message, shown, and told about when they cannot be.
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chat/picture_file.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;

class ChatPicturesTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  QUrl file(const QString& name, const char* format, QSize size = {60, 40}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    const auto path = m_folder.filePath(name);
    if (!image.save(path, format)) qFatal("no picture could be made");
    return QUrl::fromLocalFile(path);
  }
  QUrl file(const QString& name, const QByteArray& bytes) {
    QFile written(m_folder.filePath(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size()) qFatal("no file could be made");
    return QUrl::fromLocalFile(written.fileName());
  }
  static QString problemOf(const QUrl& file) {
    const auto read = readPicture(file.toLocalFile());
    const auto* problem = std::get_if<PictureProblem>(&read);
    return problem ? problem->text : QString();
  }

 private slots:
  void what_is_given_is_read_and_bounded() {
    for (const char* format : {"png", "jpeg", "bmp"}) {
      const auto read = readPicture(file(QStringLiteral("a.%1").arg(QLatin1String(format)), format).toLocalFile());
      QVERIFY2(std::holds_alternative<Picture>(read), format);
      const auto& picture = std::get<Picture>(read);
      QCOMPARE(picture.width, 60);
      QCOMPARE(picture.height, 40);
      QCOMPARE(QString::fromStdString(picture.media_type), QStringLiteral("image/") + QLatin1String(format));
      QCOMPARE(decodePicture(picture.content, QSize(30, 30)).size(), QSize(30, 20));
      QCOMPARE(decodePicture(picture.content, QSize(300, 300)).size(), QSize(60, 40));  // never enlarged
    }
    // The bytes decide, not the name.
    QVERIFY(problemOf(file(QStringLiteral("called.png"), "jpeg")).isEmpty());
  }

  void what_cannot_be_kept_says_why() {
    QFile whole(file(QStringLiteral("whole.png"), "png", {300, 300}).toLocalFile());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const auto bytes = whole.readAll();
    QVERIFY(problemOf(file(QStringLiteral("half.png"), bytes.first(bytes.size() / 2))).contains(QStringLiteral("half.png is damaged")));
    QVERIFY(problemOf(file(QStringLiteral("words.png"), QByteArray("only words"))).contains(QStringLiteral("no picture")));
    QVERIFY(problemOf(file(QStringLiteral("empty.png"), QByteArray())).contains(QStringLiteral("no picture")));
    QVERIFY(problemOf(file(QStringLiteral("v.png"), QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/passwd'/></svg>")))
                .contains(QStringLiteral("no picture")));
    QVERIFY(problemOf(file(QStringLiteral("long.png"), "png", {kWidestPicture + 1, 1})).contains(QStringLiteral("too large")));
    QVERIFY(problemOf(file(QStringLiteral("heavy.png"), QByteArray(static_cast<qsizetype>(kLargestPicture) + 1, 'x'))).contains(QStringLiteral("too large")));
    QVERIFY(problemOf(QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("gone.png")))).contains(QStringLiteral("cannot be read")));
  }

  void they_go_with_the_next_message_and_survive_a_restart() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& pictures = app.composition().pictures();
    app.app().documents()->add({file(QStringLiteral("cat.png"), "png"), file(QStringLiteral("dog.jpg"), "jpeg")});
    QTRY_COMPARE_WITH_TIMEOUT(pictures.waiting().size(), 2, 30'000);
    QVERIFY(app.app().documents()->problems().isEmpty());
    pictures.remove(pictures.waiting().at(1).toMap().value(QStringLiteral("id")).toLongLong());
    QTRY_COMPARE_WITH_TIMEOUT(pictures.waiting().size(), 1, 30'000);
    QVERIFY(app.ask(QStringLiteral("short")));
    QTRY_VERIFY_WITH_TIMEOUT(pictures.waiting().isEmpty(), 30'000);
    const auto message = app.messages().at(0).id;
    const auto chat = app.chat().conversationId();
    QTRY_COMPARE_WITH_TIMEOUT(pictures.of(message, 0).size(), 1, 30'000);
    const auto shown = pictures.of(message, 0).first().toMap();
    QCOMPARE(shown.value(QStringLiteral("name")).toString(), QStringLiteral("cat.png"));
    QCOMPARE(shown.value(QStringLiteral("width")).toInt(), 60);
    QVERIFY(shown.value(QStringLiteral("source")).toUrl().toString().startsWith(QStringLiteral("image://pictures/%1/").arg(chat)));
    QCOMPARE(pictures.named(QStringLiteral("cat.png"), 0), shown.value(QStringLiteral("source")).toUrl());
    QVERIFY(pictures.named(QStringLiteral("other.png"), 0).isEmpty());
    app.restart();
    QVERIFY(app.waitReady());
    app.conversations().select(chat);
    QTRY_COMPARE_WITH_TIMEOUT(app.composition().pictures().of(message, 0).size(), 1, 30'000);
  }

  void what_is_wrong_with_one_is_told_and_too_many_are_refused() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& pictures = app.composition().pictures();
    pictures.add({file(QStringLiteral("bad.png"), QByteArray("no"))});
    QTRY_VERIFY_WITH_TIMEOUT(pictures.problem().contains(QStringLiteral("bad.png")), 30'000);
    pictures.dismissProblem();
    QList<QUrl> many;
    for (int i = 0; i <= kMostPictures; ++i) many += file(QStringLiteral("m.png"), "png");
    pictures.add(many);
    QTRY_VERIFY_WITH_TIMEOUT(!pictures.isAdding(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(pictures.waiting().size(), kMostPictures, 30'000);
    QVERIFY2(pictures.problem().contains(QString::number(kMostPictures)), qPrintable(pictures.problem()));
  }

  void a_private_chats_pictures_stay_in_memory() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.app().privateChat()->open();
    QTRY_VERIFY_WITH_TIMEOUT(app.app().privateChat()->isShown() && app.chat().canSend(), 30'000);
    auto& pictures = app.composition().pictures();
    pictures.addImage(QImage(20, 20, QImage::Format_RGB32));
    QTRY_COMPARE_WITH_TIMEOUT(pictures.waiting().size(), 1, 30'000);
    std::int64_t kept = -1;
    app.composition().storage().submit(&app.chat(), [](Stores& stores) { return stores.database->integer("SELECT count(*) FROM pictures"); },
                                       [&](const Result<std::optional<std::int64_t>>& count) { kept = count ? count->value_or(-2) : -3; });
    QTRY_COMPARE_WITH_TIMEOUT(kept, std::int64_t{0}, 30'000);
  }
};

QTEST_MAIN(ChatPicturesTest)
#include "chat_pictures_test.moc"
