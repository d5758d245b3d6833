// Stages of a decode plan that need not wait for all threads in between.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/plan.h"

namespace eddy {

/// A plan of which some stages are chains: their ops run in the order written, part p of each after part p of the one before. A part is a run of whole heads or
/// channels, and no op reads what another part of its chain writes.
struct ChainedPlan {
  Plan plan;
  std::vector<std::int64_t> units;  ///< by stage: the parts that a chain may be cut into are the divisors of this; 0: no chain, ops are independent
};

/// Joins neighbouring stages into chains wherever every op of the later ones works head by head or channel by channel on what the earlier ones made: for RWKV-7 the
/// second halves of the low-rank products, the key, the recurrence and its readout become one region instead of up to four, for Mamba the step sizes and the scan.
/// Plans of more than one row stay as they are. Work memory is planned anew: what a chain reads and writes is alive all through it.
ChainedPlan chain_stages(Plan plan);

/// Parts for a chain: the most that divide `units`, but not so many that a part is a few microseconds long.
std::int64_t parts_of_chain(std::int64_t units, int threads);

}  // namespace eddy
