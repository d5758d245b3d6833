// The way of a document across threads: helpers are listened to on threads of their own, their passages go to the inference thread
// while chats are answered there. Real helper, fake engine. Runs under ThreadSanitizer as well.
#include <QTest>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>

#include "app/documents/document_files.h"
#include "app/documents/reader_process.h"
#include "tests/app/inference/worker_probe.h"

using namespace eddy;
namespace fs = std::filesystem;

#ifdef __SANITIZE_THREAD__
// As in inference_worker_test.cpp.
extern "C" const char* __tsan_default_suppressions() {
  return "called_from_lib:libQt6Test.so\ncalled_from_lib:libQt6Core.so\n";
}
#endif

namespace {

fs::path data(const char* name) { return fs::path(EDDY_TEST_DATA "/documents") / name; }
ReaderOptions options() { return {.program = EDDY_READER_PROGRAM}; }

/// Steps put in by one thread and taken out by another.
class StepQueue {
 public:
  void put(ReadingStep step) {
    const std::lock_guard lock(mutex_);
    steps_.push_back(std::move(step));
  }
  std::vector<ReadingStep> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(steps_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<ReadingStep> steps_;
};

bool is_end(const WorkerEvent& event, ReadId id) {
  const auto* read = std::get_if<ReadEvent>(&event);
  return read && read->read == id && !std::holds_alternative<ReadAdvanced>(read->what);
}

std::optional<ReadDone> read_all(WorkerProbe& probe, ReadRequest request, std::uint64_t number) {
  request.read = ReadId{number};
  const ReadId id = request.read;
  probe.worker->read(std::move(request));
  std::optional<ReadDone> done;
  probe.wait([&](const WorkerEvent& event) {
    if (!is_end(event, id)) return false;
    if (const auto* what = std::get_if<ReadDone>(&std::get<ReadEvent>(event).what)) done = *what;
    return true;
  });
  return done;
}

}  // namespace

class ReadingBorderTest : public QObject {
  Q_OBJECT

 private slots:
  void helpers_run_side_by_side() {
    std::atomic<int> read{0}, refused{0};
    std::vector<std::jthread> threads;
    for (const char* file : {"harbour.pdf", "harbour.docx", "harbour.txt", "damaged.pdf"}) {
      threads.emplace_back([file, &read, &refused](const std::stop_token& stop) {
        const auto outcome = read_apart(data(file), options(), stop, [](Passage) { return true; });
        ++(std::holds_alternative<DocumentFacts>(outcome) ? read : refused);
      });
    }
    for (auto& thread : threads) thread.join();
    QCOMPARE(read.load(), 3);
    QCOMPARE(refused.load(), 1);
  }

  void passages_reach_the_model_while_a_chat_is_answered() {
    WorkerProbe probe;
    probe.script->prefill_ms_per_chunk = 1;
    probe.load();
    QVERIFY(probe.wait_loaded());
    StepQueue queue;
    std::atomic<bool> ended{false};
    std::jthread import([&](const std::stop_token& stop) {
      for (const char* file : {"harbour.pdf", "harbour.html", "harbour.epub"}) {
        queue.put({ReadingStep::Kind::Open, file, 0});
        (void)read_apart(data(file), options(), stop, [&](Passage passage) {
          queue.put({ReadingStep::Kind::Passage, std::move(passage.text), passage.page});
          return true;
        });
        queue.put({ReadingStep::Kind::Close, {}, 0});
      }
      ended = true;
    });
    SnapshotKey at;
    std::uint64_t number = 1000;
    std::int64_t tokens = 0;
    MessageRef message = 1;
    for (bool more = true; more;) {
      more = !ended;
      auto steps = queue.take();
      if (steps.empty() && more) {
        std::this_thread::yield();
        continue;
      }
      const auto turn = probe.start(WorkerProbe::question(0, message, "short")).first;
      message += 2;
      const auto done = read_all(probe, {.at = at, .steps = std::move(steps), .keep = !more, .place = more}, ++number);
      QVERIFY(done);
      QVERIFY(probe.wait_for<TurnFinished>(turn));
      at = done->key;
      tokens += done->tokens;
    }
    QVERIFY(tokens > 500);
    QCOMPARE(at.tokens, tokens);
  }

  void a_stop_reaches_helper_and_model() {
    WorkerProbe probe;
    probe.script->prefill_ms_per_chunk = 5;
    probe.load();
    QVERIFY(probe.wait_loaded());
    ReadRequest request{.at = {}, .steps = {}, .keep = true};
    for (int i = 0; i < 200; ++i) request.steps.push_back({ReadingStep::Kind::Passage, std::string(400, 'x'), i + 1});
    request.read = ReadId{7};
    auto stop = request.stop;
    probe.worker->read(std::move(request));
    std::atomic<bool> first{false};
    std::optional<DocumentProblem> problem;
    std::jthread import([&](const std::stop_token& asked) {
      const auto outcome = read_apart(data("harbour.pdf"), options(), asked, [&](Passage) { return first = true, !asked.stop_requested(); });
      if (const auto* error = std::get_if<DocumentError>(&outcome)) problem = error->problem;
    });
    QTRY_VERIFY_WITH_TIMEOUT(first, 30'000);
    import.request_stop();
    stop.request_stop();
    import.join();
    QVERIFY(!problem || *problem == DocumentProblem::Cancelled);
    QVERIFY(probe.wait([](const WorkerEvent& event) { return is_end(event, ReadId{7}); }));
  }

  void a_folder_is_walked_while_another_file_is_hashed() {
    const fs::path folder[] = {fs::path(EDDY_TEST_DATA)};
    std::size_t files = 0;
    {
      const std::jthread walk([&] { files = expand_dropped(folder, 500).files.size(); });
      QVERIFY(std::holds_alternative<FileContent>(hash_file(data("harbour.pdf"))));
    }
    QVERIFY(files > 10);
  }
};

QTEST_GUILESS_MAIN(ReadingBorderTest)
#include "reading_border_test.moc"
