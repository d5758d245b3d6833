// Sums over a work group, whatever the size of its subgroups. Every invocation gets the result; all must take part.
// A work group has at most kMostSubgroups of them.
const uint kMostSubgroups = 128;
shared float subgroup_results[kMostSubgroups];

float group_sum(float value) {
  value = subgroupAdd(value);
  if (gl_NumSubgroups == 1) return value;
  barrier();  // the results of the sum before were read
  if (subgroupElect()) subgroup_results[gl_SubgroupID] = value;
  barrier();
  float sum = 0;
  for (uint i = 0; i < gl_NumSubgroups; ++i) sum += subgroup_results[i];
  return sum;
}

float group_max(float value) {
  value = subgroupMax(value);
  if (gl_NumSubgroups == 1) return value;
  barrier();
  if (subgroupElect()) subgroup_results[gl_SubgroupID] = value;
  barrier();
  float most = subgroup_results[0];
  for (uint i = 1; i < gl_NumSubgroups; ++i) most = max(most, subgroup_results[i]);
  return most;
}
