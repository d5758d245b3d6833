// What one turn gathers while it runs. Inference thread only; for the files of TurnExecutor alone.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/inference/clock.h"
#include "app/inference/turn_executor.h"

namespace eddy {

struct TurnExecutor::Turn {
  const TurnRequest& request;
  Clock::time_point started = Clock::now();
  Clock::time_point last_text = Clock::now();
  Clock::time_point last_progress{};
  std::int64_t reread = 0;          // tokens
  double reread_seconds = 0;
  std::int64_t restored = 0;        // tokens of the saved state that was gone on from
  std::int64_t read_done = 0;       // of read_total, for progress
  std::int64_t read_total = 0;
  RereadReason reason = RereadReason::None;
  std::string system = request.system;
  StopReason stop = StopReason::Cancelled;
  std::string raw;                  // as emitted by the sequence
  std::string sent;                 // of the answer's text, in this turn
  std::vector<TokenId> tokens;
  std::vector<TokenLook> looks;     // that were not sent yet
  double to_first = 0;
  double decoding = 0;
  bool answered = false;            // the sequence stands after the answer's last token

  std::stop_token token() const { return request.stop.get_token(); }
  bool stopped() const { return request.stop.stop_requested(); }
  bool continues() const { return request.answer == request.base; }
};

template <class What>
void TurnExecutor::send(const Turn& turn, What what) {
  emit_(TurnEvent{turn.request.turn, std::move(what)});
}

}  // namespace eddy
