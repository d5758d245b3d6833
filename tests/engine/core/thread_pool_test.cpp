#include "engine/core/thread_pool.h"

#include <QTest>
#include <atomic>
#include <numeric>
#include <thread>
#include <vector>

using namespace eddy;

class ThreadPoolTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_task_runs_exactly_once_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("tasks");
    for (int threads : {1, 2, 5}) {
      for (int tasks : {0, 1, 2, 63, 2000}) QTest::addRow("%d threads, %d tasks", threads, tasks) << threads << tasks;
    }
  }

  void every_task_runs_exactly_once() {
    QFETCH(int, threads);
    QFETCH(int, tasks);
    ThreadPool pool(threads);
    QCOMPARE(pool.threads(), threads);
    std::vector<std::atomic<int>> runs(static_cast<std::size_t>(tasks));
    pool.parallel_for(tasks, [&](std::int64_t i) { ++runs[static_cast<std::size_t>(i)]; });
    for (const auto& count : runs) QCOMPARE(count.load(), 1);
  }

  void regions_follow_each_other_without_loss() {
    // Plain numbers on purpose: what one region wrote on any thread, the next must see on any other.
    ThreadPool pool(3);
    std::vector<std::int64_t> from(17, 1), to(17, 0);
    for (int round = 0; round < 2000; ++round) {
      pool.parallel_for(
          17, [&](std::int64_t i) { to[static_cast<std::size_t>(i)] = from[static_cast<std::size_t>(16 - i)] + 1; });
      std::swap(from, to);
    }
    for (const auto value : from) QCOMPARE(value, std::int64_t{2001});
  }

  void nobody_sleeps_through_a_wake_up() {
    // Two threads hand a number to and fro, each asleep until the other has changed it.
    SleepingThreads waiting;
    std::atomic<int> turn{0};
    constexpr int kTurns = 20000;
    const auto play = [&](int mine) {
      for (int i = mine; i < kTurns; i += 2) {
        waiting.sleep_while([&] { return turn.load() != i; });
        turn.store(i + 1);
        waiting.wake_all();
      }
    };
    std::thread other(play, 1);
    play(0);
    other.join();
    QCOMPARE(turn.load(), kTurns);
  }

  void sleeping_helpers_wake_for_the_next_region() {
    ThreadPool pool(2);
    std::atomic<int> total{0};
    for (int round = 0; round < 5; ++round) {
      pool.parallel_for(8, [&](std::int64_t) { ++total; });
      QTest::qWait(20);  // long past the helpers' active waiting
    }
    QCOMPARE(total.load(), 40);
  }

  void neighbouring_tasks_begin_on_one_thread() {
    // One task each: no thread can have begun with another's.
    ThreadPool pool(2);
    std::atomic<int> arrived{0};
    std::vector<std::thread::id> ran(2);
    for (int round = 0; round < 100; ++round) {
      arrived = 0;
      pool.parallel_for(2, [&](std::int64_t i) {
        ran[static_cast<std::size_t>(i)] = std::this_thread::get_id();
        ++arrived;
        while (arrived.load() < 2) std::this_thread::yield();
      });
      QCOMPARE(ran[0], std::this_thread::get_id());
      QVERIFY(ran[1] != ran[0]);
    }
  }

  void expected_memory_is_only_a_hint() {
    ThreadPool pool(2);
    std::vector<std::byte> memory(5000);
    std::atomic<int> total{0};
    for (int round = 0; round < 200; ++round) {
      for (int thread = 0; thread < 2; ++thread) pool.expect(thread, memory.data(), 5000);
      if (round == 100) memory = {};  // gone, as a model's weights may be
      pool.parallel_for(8, [&](std::int64_t) { ++total; });
    }
    QCOMPARE(total.load(), 1600);
  }

  void default_is_at_least_one_thread() {
    QVERIFY(usable_cores() >= 1);
    QCOMPARE(ThreadPool().threads(), usable_cores());
  }
};

QTEST_GUILESS_MAIN(ThreadPoolTest)
#include "thread_pool_test.moc"
