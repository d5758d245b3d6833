// A chat of more than 10,000 tokens with the shipped model: killed and started again it goes on at once, and says to the letter
// what it would have said without that; so it does when the saved states are gone, only later.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>


namespace {

struct Answer {
  int reread = 0;
  int tokens = 0;
  QString text;
};

/// Some 900 tokens of text that is new each time, then something to remember.
QString long_message(int number) {
  QString text = QStringLiteral("Remember this note, it is number %1.").arg(number);
  for (int i = 0; i < 75; ++i)
    text += QStringLiteral(" In village %1 of region %2 the bridge crosses a river of %3 metres.").arg(i).arg(number).arg(i * 7 + number);
  return text + QStringLiteral(" My dog is called Rex. What do you say?");
}

QStringList closing_questions() {
  QStringList questions;
  for (const char* topic : {"the sea", "a letter", "winter", "bread", "music", "a train", "the moon", "a garden", "rain", "books",
                            "a lighthouse", "tea", "maps", "horses", "a clock", "paper", "stones", "wind"})
    questions << QStringLiteral("What can you tell me about %1?").arg(QLatin1String(topic));
  return questions;
}

}  // namespace

class LongResumeTest : public QObject {
  Q_OBJECT

  static Answer parse(const QByteArray& line) {
    const auto words = line.trimmed().split(' ');
    Answer answer;
    answer.reread = words.value(1).toInt();
    answer.tokens = words.value(2).toInt();
    answer.text = QString::fromUtf8(line.trimmed().mid(words.value(0).size() + words.value(1).size() + words.value(2).size() + 3));
    return answer;
  }

  /// Asks in a program of its own, which is then killed.
  static std::vector<Answer> chat(const QString& folder, const QStringList& questions) {
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(EDDY_SCRIPTED_CHAT), {folder, QStringLiteral(EDDY_RESOURCES "/starter/starter.gguf")});
    program.write(questions.join(u'\n').toUtf8() + '\n');
    std::vector<Answer> answers;
    while (answers.size() < static_cast<std::size_t>(questions.size())) {
      if (!program.canReadLine() && !program.waitForReadyRead(240'000)) break;
      while (program.canReadLine()) answers.push_back(parse(program.readLine()));
    }
    program.kill();  // SIGKILL
    program.waitForFinished(-1);
    return answers;
  }

  static void remove_states(const QString& folder) {
    const std::filesystem::path data = folder.toStdString();
    for (const char* name : {"states.db", "states.db-wal", "states.db-shm"}) std::filesystem::remove(data / name);
    std::filesystem::remove_all(data / "states");
  }

 private slots:
  void ten_thousand_tokens_go_on_at_once_after_a_kill() {
    QStringList past;
    for (int i = 0; i < 8; ++i) past << long_message(i);
    const auto next = closing_questions();

    QTemporaryDir uninterrupted;
    const auto whole = chat(uninterrupted.path(), past + next);
    QCOMPARE(whole.size(), static_cast<std::size_t>(past.size() + next.size()));
    int greedy = 0;
    for (auto i = past.size(); i < past.size() + next.size(); ++i) greedy += whole[i].tokens;
    QVERIFY2(greedy >= 200, qPrintable(QString::number(greedy)));

    QTemporaryDir killed;
    const auto before = chat(killed.path(), past);
    QCOMPARE(before.size(), static_cast<std::size_t>(past.size()));
    for (qsizetype i = 0; i < past.size(); ++i) QCOMPARE(before[i].text, whole[i].text);
    QTemporaryDir stateless;
    std::filesystem::copy(killed.path().toStdString(), stateless.path().toStdString(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    remove_states(stateless.path());

    const auto resumed = chat(killed.path(), next);
    const auto replayed = chat(stateless.path(), next);
    QCOMPARE(resumed.size(), static_cast<std::size_t>(next.size()));
    QCOMPARE(replayed.size(), static_cast<std::size_t>(next.size()));
    for (qsizetype i = 0; i < next.size(); ++i) {
      QCOMPARE(resumed[i].reread, 0);
      QVERIFY2(resumed[i].text == whole[past.size() + i].text, qPrintable(QStringLiteral("answer %1 is\n%2 after the kill,\n%3 without, and\n%4 read again").arg(i).arg(resumed[i].text, whole[past.size() + i].text, replayed[i].text)));
      QCOMPARE(replayed[i].text, whole[past.size() + i].text);
    }
  }
};

QTEST_GUILESS_MAIN(LongResumeTest)
#include "long_resume_test.moc"
