// Documents read beside turns on the inference thread, on a fake engine. Runs under ThreadSanitizer as well.
#include <QTest>

#include "tests/app/inference/worker_probe.h"

using namespace eddy;

#ifdef __SANITIZE_THREAD__
// As in inference_worker_test.cpp.
extern "C" const char* __tsan_default_suppressions() {
  return "called_from_lib:libQt6Test.so\ncalled_from_lib:libQt6Core.so\n";
}
#endif

class ReadingWorkerTest : public QObject {
  Q_OBJECT

  struct Reading {
    WorkerProbe& probe;
    std::uint64_t last = 0;

    ReadId start(ReadRequest request) {
      request.read = ReadId{++last};
      const auto id = request.read;
      probe.worker->read(std::move(request));
      return id;
    }
    template <class What>
    std::optional<What> wait(ReadId id) {
      std::optional<What> found;
      probe.wait([&](const WorkerEvent& event) {
        const auto* e = std::get_if<ReadEvent>(&event);
        if (!e || e->read != id) return false;
        if (const auto* what = std::get_if<What>(&e->what)) found = *what;
        return found.has_value();
      });
      return found;
    }
  };

  static std::vector<ReadingStep> steps(int pages) {
    std::vector<ReadingStep> all{{ReadingStep::Kind::Open, {}, 0}};
    for (int page = 1; page <= pages; ++page) all.push_back({ReadingStep::Kind::Passage, std::string(200, 'x') + ".", page});
    return all;
  }

 private slots:
  void turns_are_answered_while_a_document_is_read() {
    WorkerProbe probe;
    probe.script->prefill_ms_per_chunk = 3;
    probe.load();
    Reading reading{probe};
    const auto read = reading.start({.at = {}, .steps = steps(60), .keep = true});
    QVERIFY(reading.wait<ReadAdvanced>(read));
    for (MessageRef message = 1; message < 6; message += 2) {
      const auto turn = probe.start(WorkerProbe::question(0, message, "short")).first;
      QVERIFY(probe.wait_for<TurnFinished>(turn));
    }
    const auto done = reading.wait<ReadDone>(read);
    QVERIFY(done && done->snapshot);
    QVERIFY(done->tokens > 60 * 200);
  }

  void a_place_on_the_way_is_closed_and_the_reading_goes_on() {
    WorkerProbe probe;
    probe.load();
    Reading reading{probe};
    const auto half = steps(4);
    const auto first = reading.start({.at = {}, .steps = half, .place = true});
    const auto at = reading.wait<ReadDone>(first);
    QVERIFY(at && at->place && !at->snapshot);
    QVERIFY(at->place->key.tokens > at->key.tokens);  // the model's word on top
    QVERIFY(at->place->snapshot && !at->place->snapshot->empty());
    const ReadingStep close{ReadingStep::Kind::Close, {}, 0};
    // The sequence still stands where the document goes on, and closing it there is what the place is.
    const auto second = reading.start({.at = at->key, .steps = {close}});
    const auto closed = reading.wait<ReadDone>(second);
    QVERIFY(closed);
    QVERIFY(closed->key == at->place->key);
  }

  void stopping_between_pieces_gives_the_place_up() {
    WorkerProbe probe;
    probe.script->prefill_ms_per_chunk = 5;
    probe.load();
    Reading reading{probe};
    ReadRequest request{.at = {}, .steps = steps(200), .keep = true};
    auto stop = request.stop;
    const auto read = reading.start(std::move(request));
    QVERIFY(reading.wait<ReadAdvanced>(read));
    stop.request_stop();
    const auto failed = reading.wait<ReadFailed>(read);
    QVERIFY(failed);
    QCOMPARE(failed->error.code, ErrorCode::Cancelled);
    const auto again = reading.start({.at = SnapshotKey{"m", 7, 100}, .steps = steps(1)});
    QVERIFY(reading.wait<ReadStateNeeded>(again));
  }
};

QTEST_APPLESS_MAIN(ReadingWorkerTest)
#include "reading_worker_test.moc"
