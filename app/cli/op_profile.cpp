#include "app/cli/op_profile.h"

#include <algorithm>

#include "app/cli/output.h"
#include "app/cli/quantities.h"

namespace eddy::cli {

nlohmann::ordered_json profile_json(const BenchmarkProfile& profile) {
  auto ops = nlohmann::ordered_json::array();
  for (const auto& op : profile.ops) ops.push_back({{"op", op.op}, {"calls", op.calls}, {"seconds", op.seconds}});
  return {{"ops", ops},
          {"waiting_seconds", profile.waiting_seconds},
          {"barriers", profile.barriers},
          {"tokens", profile.tokens}};
}

void print_profile(const char* title, const BenchmarkProfile& profile) {
  auto& out = standard_output();
  if (profile.ops.empty()) return out.write(std::string(title) + ": this backend does not tell times of ops\n");
  double all = profile.waiting_seconds;
  for (const auto& op : profile.ops) all += op.seconds;
  const auto line = [&](const std::string& name, double seconds, double count) {
    std::string row = "  " + name;
    row.resize(std::max<std::size_t>(row.size(), 28), ' ');
    out.write(row + fixed(100 * seconds / all, 1) + " %  " + fixed(1e6 * seconds / double(profile.tokens), 2) +
              " us a token, " + fixed(count / double(profile.tokens), 2) + " a token\n");
  };
  out.write(std::string(title) + ", all threads together:\n");
  for (const auto& op : profile.ops) line(op.op, op.seconds, double(op.calls));
  line("waiting at barriers", profile.waiting_seconds, double(profile.barriers));
}

}  // namespace eddy::cli
