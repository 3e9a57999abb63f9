"""Learning rate: warm-up, then constant, then a linear fall to zero over the last quarter.

A run is given either a number of steps or a number of minutes. With minutes, the moment at which
three quarters of them have passed fixes the number of steps; from there on the rate depends on
steps alone. So every run can be repeated exactly with `--steps`.
"""

from dataclasses import dataclass

WARM_UP = 100  # steps
STABLE_PART = 0.75


@dataclass
class Schedule:
    """`steps` is None until it is known."""

    minutes: float
    steps: int | None = None

    def at(self, step: int, minutes: float) -> float:
        """Factor on the peak rate for `step`, begun after `minutes`; 0 means the run is over."""
        if self.steps is None and minutes >= STABLE_PART * self.minutes:
            self.steps = step * 4 // 3 + 1
        if self.steps is None:
            return min(1.0, (step + 1) / WARM_UP)
        fall = self.steps - self.steps * 3 // 4
        return max(0.0, min(1.0, (step + 1) / WARM_UP, (self.steps - step) / fall))

    @property
    def falling(self) -> bool:
        """Whether the end is fixed already."""
        return self.steps is not None
