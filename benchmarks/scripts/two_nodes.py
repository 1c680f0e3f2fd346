"""The words of ``jobfit score`` in; they are run against a Ray cluster of two nodes on this machine, which ends with them."""

import os
import subprocess
import sys
from pathlib import Path

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

from ray.cluster_utils import Cluster

if __name__ == "__main__":
    out = os.dup(1)
    os.dup2(2, 1)  # what Ray says of itself is no result
    each = max(1, len(os.sched_getaffinity(0)) // 2)
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": each, "include_dashboard": False})
    cluster.add_node(num_cpus=each)
    cluster.wait_for_nodes()
    try:
        command = [str(Path(sys.executable).parent / "jobfit"), "score", *sys.argv[1:], "--engine", "ray", "--address", cluster.address]
        status = subprocess.run(command, check=False, stdout=out).returncode
    finally:
        cluster.shutdown()
    sys.exit(status)
